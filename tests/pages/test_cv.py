"""CVs on a bad day: next to nothing to say, or far too much."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pdfminer.high_level import extract_text
from tests.build.generated_studies import generated_study
from tests.build.studies import workspace_at
from tests.conftest import made_once
from tests.pages.checks import at_the_edge, small_words
from tests.pages.printed import PrintedPage, read_printed

from casedoc.build.build import build
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest

NAME = "basics:\n  name: Jo Ek\n"
LONG = """
basics:
  name: Prof. Dr.-Ing. habil. Maximiliane-Theodora Freifrau von Donnersmarck-Schwarzenfels
  label: Sachverständige für Softwarearchitektur, Datenplattformen und die Ablösung von Anwendungen
  email: maximiliane-theodora.von-donnersmarck@sachverstaendigenbuero-donnersmarck.example
  phone: "+49 30 2312 5418 4711"
  url: https://www.sachverstaendigenbuero-donnersmarck-schwarzenfels.example/lebenslauf
  location: {city: Garmisch-Partenkirchen an der Loisach}
work:
  - name: Bundesanstalt für Landwirtschaft, mit einem Namen, der in keine Zeile passt
    position: Leiterin der Abteilung für Grundsatzfragen der elektronischen Verwaltung
    startDate: 2019-04
    summary: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft
  - {name: Nur ein Name}
skills:
  - {name: Eine sehr lange Bezeichnung einer Gruppe von Fähigkeiten, keywords: [Java, Kotlin]}
  - {name: Ohne Stichworte}
languages:
  - {language: Deutsch}
"""
COUNTS = {NAME: 2, LONG: 3}


def printed(root: Path, profile: str, count: int) -> bytes:
    files = {"content/profile.yaml": profile, "casedoc.toml": 'languages = ["de"]\n'}
    for number in range(count):
        text = generated_study(90, "de", 900 + number).text
        date = f"{2024 - number // 12}-{12 - number % 12:02}"
        files[f"content/p{number:02}.md"] = text.replace("date: 2024-03", f"date: {date}")
    report = build(workspace_at(root, files), BuildRequest(kinds=(DocumentKind.CV,), jobs=1))
    assert [one for one in report.diagnostics if one.is_error] == []
    return (root / "output" / "cv.de.pdf").read_bytes()


def words_of(pages: tuple[PrintedPage, ...]) -> str:
    return " ".join(word.text for page in pages for word in page.words)


@pytest.mark.parametrize("profile", [NAME, LONG], ids=["name", "long"])
def test_nothing_is_cut_off_or_left_over(tmp_path: Path, profile: str) -> None:
    pages = read_printed(printed(tmp_path, profile, COUNTS[profile]))
    assert [one for page in pages for one in (*at_the_edge(page, 9), *small_words(page))] == []
    shown = words_of(pages)
    # A middle dot has something on both sides, a colon something behind it.
    assert "· ·" not in shown
    assert not re.search(r"(Stichworte|Deutsch):", shown)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CV of forty projects."""

    def make(folder: Path) -> None:
        (folder / "cv.pdf").write_bytes(printed(folder, NAME, 40))

    return made_once(tmp_path_factory, "many-projects", make) / "cv.pdf"


def test_forty_projects_stand_whole_on_well_filled_pages(many: Path) -> None:
    pages = read_printed(many.read_bytes())
    titles = [word for page in pages for word in page.words if word.text.startswith("Ergebnis:")]
    assert len(titles) > 20
    for page in pages[1:]:
        first, second = sorted({round(word.baseline, 1) for word in page.words})[:2]
        opening = [word.text for word in page.words if round(word.baseline, 1) == first]
        # A page begins with the period of a project.
        assert re.fullmatch(r"\d\d/\d{4}", opening[0])
        assert second > first
    foot = pages[0].height - 57
    ends = [max(w.baseline for w in page.words if w.baseline < foot) for page in pages]
    assert all(end > 0.7 * pages[0].height for end in ends[:-1])
    assert ends[-1] > pages[0].height / 3


def by_pdftotext(*options: str) -> Callable[[Path], str]:
    def read(file: Path) -> str:
        command = ["pdftotext", *options, str(file), "-"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    return read


def by_pypdf(file: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def by_pdfminer(file: Path) -> Any:  # noqa: ANN401 - pdfminer has no types
    return extract_text(BytesIO(file.read_bytes()))


@pytest.mark.parametrize(
    "read",
    [by_pdftotext(), by_pdftotext("-layout"), by_pdftotext("-raw"), by_pypdf, by_pdfminer],
    ids=["pdftotext", "layout", "raw", "pypdf", "pdfminer"],
)
def test_projects_are_read_field_by_field(many: Path, read: Callable[[Path], str]) -> None:
    text = " ".join(read(many).split())
    parts = re.split(r"(?<!\S)(?=\d\d/20\d\d(?!\S))", text)[1:]
    assert len(parts) == 40
    shape = re.compile(
        r"\d\d/20\d\d (· .+ )?\S.+ (Ergebnis: .+? )?– .+?( Technologien: .+)?( Jo Ek · .+)?"
    )
    assert [part for part in parts if not shape.fullmatch(part.strip())] == []
