"""How the chapters of a booklet are arranged, shown with real texts and real layouts."""

import io
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdf
import pytest
from tests.build.studies import codes_of, study, workspace_at

from casedoc.build import booklet_fit
from casedoc.build.build import build
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.markup.booklet_form import ChapterForm, Closing
from casedoc.pdf.extents import Extent

SENTENCE = "Die Umstellung lief Schritt für Schritt, und jeder Schritt ließ sich zurücknehmen. "
FRONT = ("technologies: [Kafka, Go]", "metrics: [{value: 12 %, label: Weniger Fehler}]")


def written(slug: str, sentences: int, *lines: str, heading: str = "## Lösung") -> str:
    """Return a study whose text has so many sentences, in paragraphs of five."""
    text = "\n\n".join([SENTENCE * 5] * (sentences // 5) + [SENTENCE * (sentences % 5)])
    body = f"{heading}\n\n{text}\n" if sentences else "\n"
    return study(f"Fall {slug}", f"slug: {slug}", *lines, body=body)


@cache
def booklet(settings: str, *texts: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the PDF of a booklet, and the words of each page."""
    files = {f"content/{number:02}.md": text for number, text in enumerate(texts)}
    files["casedoc.toml"] = f"[booklet]\n{settings}"
    with TemporaryDirectory() as folder:
        root = Path(folder)
        request = BuildRequest(kinds=(DocumentKind.BOOKLET,), jobs=1)
        report = build(workspace_at(root, files), request)
        assert codes_of(report.diagnostics) == []
        data = (root / "output" / "portfolio.de.pdf").read_bytes()
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return data, tuple(re.sub(r"\s+", " ", page.extract_text()).strip() for page in pages)


def place_of(data: bytes, anchor: str) -> int:
    file = pypdf.PdfReader(io.BytesIO(data))
    number = file.get_destination_page_number(file.named_destinations[anchor])
    assert number is not None
    return number + 1


@pytest.mark.parametrize("sentences", [2, 8, 30, 38, 44, 50, 62, 90])
def test_on_spreads_no_page_between_two_studies_is_blank(sentences: int) -> None:
    texts = (written("eins", sentences, *FRONT, "weight: 1"), written("zwei", 8, *FRONT))
    data, pages = booklet("", *texts)
    first, second = place_of(data, "eins"), place_of(data, "zwei")
    assert (first % 2, second % 2) == (0, 0)
    assert all(pages[first - 1 : second - 1])
    whole = " ".join(pages[first - 1 : second - 1])
    assert whole.count("Schritt für Schritt") == sentences
    assert whole.count("Technologien") == whole.count("Kafka") == 1


def test_technologies_that_would_end_on_a_left_page_stand_on_the_opener_or_a_page_of_theirs() -> (
    None
):
    where = {}
    for sentences in (30, 38, 44, 50, 62):
        texts = (written("eins", sentences, *FRONT, "weight: 1"), written("zwei", 8, *FRONT))
        data, pages = booklet("", *texts)
        start, end = place_of(data, "eins"), place_of(data, "zwei")
        (at,) = [at for at, page in enumerate(pages[start - 1 : end - 1]) if "Kafka" in page]
        where[sentences] = (at, end - start)
    assert where[30] == (1, 2)
    assert (0, 2) in where.values()
    assert (3, 4) in where.values()


def test_a_study_without_text_faces_its_technologies() -> None:
    data, pages = booklet("", written("eins", 0, *FRONT))
    assert "Technologien Kafka Go" in pages[place_of(data, "eins")]


def test_a_text_of_a_few_lines_is_set_in_display_type() -> None:
    data, _pages = booklet("", written("eins", 2, *FRONT))
    sizes: set[float] = set()
    page = pypdf.PdfReader(io.BytesIO(data)).pages[place_of(data, "eins")]

    def note(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if "Schritt" in text:
            sizes.add(round(size * 0.75, 1))

    page.extract_text(visitor_text=note)
    assert sizes == {22.0}


@pytest.mark.parametrize(("height", "closing"), [(38.0, Closing.EDGE), (44.5, Closing.FOLLOWS)])
def test_on_the_edge_technologies_stand_apart_from_the_text(
    height: float, closing: Closing
) -> None:
    extents = {
        "a": (Extent(2, 240.0, 0.0),),
        "a--main": (Extent(3, 200.0, 46.0),),
        "a--closing": (Extent(3, height, 0.0),),
    }
    chapter = booklet_fit._Chapter("a", extents)
    form = ChapterForm(Closing.EDGE)
    assert booklet_fit._on_spreads(form, chapter).closing is closing


def test_on_pages_a_short_study_takes_one_and_a_long_one_runs_on() -> None:
    texts = [
        written(f"fall{number}", sentences, *FRONT, f"weight: {number}")
        for number, sentences in enumerate((1, 12, 60, 5), start=1)
    ]
    data, pages = booklet('layout = "page"', *texts)
    first, second, third, fourth = (place_of(data, f"fall{number}") for number in (1, 2, 3, 4))
    assert (second - first, third - second) == (1, 1)
    assert fourth - third > 1
    assert place_of(data, "fall2--text") == second
    assert all(pages[first - 1 :])


def test_contents_of_two_pages_face_each_other() -> None:
    texts = [written(f"fall{number}", 1) for number in range(30)]
    data, pages = booklet("", *texts)
    assert place_of(data, "fall0") % 2 == 0
    contents = [at for at, page in enumerate(pages, start=1) if ". . . ." in page]
    assert contents == [2, 3]
