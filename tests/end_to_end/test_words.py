"""Every word of the sources is in the documents, in order and as often as there."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdf
import pytest
from tests.end_to_end.words import (
    Original,
    read_original,
    squashed,
    text_by_pdfium,
    text_by_pypdf,
    text_of_html,
)

CONTENT = Path(__file__).parents[2] / "content"
ORIGINALS = {
    (path.parent.name, path.stem): read_original(path) for path in sorted(CONTENT.glob("*/*.md"))
}
FEATURED = ("dictionary-move", "water-network", "valve-configurator", "k8s-migration")
"""By weight, then the newest first: the order of the booklet."""
NEWEST_FIRST = (*FEATURED[1:], FEATURED[0])
"""The order of the CV."""
ALL = sorted({slug for _language, slug in ORIGINALS})
LANGUAGES = ("de", "en")
READERS: dict[str, tuple[str, Callable[[Path], str]]] = {
    "pypdf": ("pdf", text_by_pypdf),
    "pdfium": ("pdf", text_by_pdfium),
    "html": ("html", text_of_html),
}
SEED = "cee3d308020df62aa351156cae608e5ec7eec1da66c315c47b5fcf9c415e7f56"
LONG = 60
"""Letters from which on a block's words stand nowhere by chance."""


@cache
def read(samples: Path, name: str, language: str, reader: str) -> str:
    """The text of a document, as one of the readers has it."""
    ending, text_of = READERS[reader]
    return text_of(samples / "output" / f"{name}.{language}.{ending}")


def assert_in_order(blocks: tuple[str, ...], text: str, start: int = 0) -> int:
    """Find each block's words behind those of the one before; return where the last one ends."""
    for block in blocks:
        at = text.find(squashed(block), start)
        assert at >= 0, f"{block!r} is not behind {text[max(0, start - 60) : start]!r}"
        start = at + len(squashed(block))
    return start


def words_of(original: Original) -> Counter[str]:
    """How often each word stands in a source, its own parts and neighbours' ends included."""
    blocks = [squashed(block) for block in original.blocks]
    words = {
        squashed(word)
        for block in original.blocks
        for word in re.findall(r"\w[\w.,%/&@€$-]*\w|\w", block)
    }
    return Counter({word: sum(block.count(word) for block in blocks) for word in words})


def assert_complete(original: Original, text: str) -> None:
    """All words are there at least as often as in the source."""
    counted = words_of(original)
    assert len(counted) > 40
    missing = {word: n for word, n in counted.items() if text.count(word) < n}
    assert missing == {}


def assert_not_twice(original: Original, text: str) -> None:
    """No paragraph is printed more often than it was written."""
    blocks = [squashed(block) for block in original.body]
    long = [block for block in blocks if len(block) >= LONG]
    assert long
    twice = [block for block in long if text.count(block) != sum(b.count(block) for b in blocks)]
    assert twice == []


def assert_results_and_links(original: Original, text: str) -> None:
    """Each of these parts is in order; a comma behind a figure's label may become layout."""
    assert_in_order(original.results, text)
    assert_in_order(original.links, text)
    assert_in_order(original.addresses, text)
    loose = tuple(figure.replace(",", "") for figure in original.figures)
    assert_in_order(loose, text.replace(",", ""))


def test_the_samples_are_all_here() -> None:
    assert sorted(ORIGINALS) == sorted((language, slug) for language in LANGUAGES for slug in ALL)
    assert len(ALL) == 6
    featured = {key for key, original in ORIGINALS.items() if original.fields.get("featured")}
    assert featured == {(language, slug) for language in LANGUAGES for slug in FEATURED}


@pytest.mark.parametrize("reader", ["pypdf", "html"])
@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_pager_has_every_block_whole_and_in_order(
    samples: Path, language: str, slug: str, reader: str
) -> None:
    original = ORIGINALS[language, slug]
    text = squashed(read(samples, slug, language, reader))
    assert_in_order(original.body, text)
    assert_results_and_links(original, text)
    assert_not_twice(original, text)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_pager_has_every_word_as_often(
    samples: Path, language: str, slug: str, reader: str
) -> None:
    assert_complete(ORIGINALS[language, slug], squashed(read(samples, slug, language, reader)))


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_pager_has_the_front_matter(samples: Path, language: str, slug: str) -> None:
    fields = ORIGINALS[language, slug].fields
    text = squashed(read(samples, slug, language, "pypdf"))
    names = ("title", "subtitle", "summary", "role", "industry", "category", "team")
    said = [str(fields[name]) for name in names if name in fields]
    client = fields.get("client", "")
    if isinstance(client, dict):
        assert squashed(client["name"]) not in text
        alias = client["alias"]
        client = alias[language] if isinstance(alias, dict) else alias
    lines = (*said, client, *fields["technologies"])
    assert [line for line in lines if squashed(line) not in text] == []


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_booklet_has_every_study_one_after_the_other(
    samples: Path, language: str, reader: str
) -> None:
    text = squashed(read(samples, "portfolio", language, reader))
    # Bodies alone: a title stands on the cover and among the contents, too.
    start = 0
    for slug in FEATURED:
        original = ORIGINALS[language, slug]
        assert_complete(original, text)
        if reader != "pdfium":
            assert_not_twice(original, text)
            assert_results_and_links(original, text)
            start = assert_in_order(original.body, text, start)
    titles = tuple(ORIGINALS[language, slug].fields["title"] for slug in FEATURED)
    assert_in_order(titles, text)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_cv_has_titles_periods_and_technologies_in_order(
    samples: Path, language: str, reader: str
) -> None:
    text = squashed(read(samples, "cv", language, reader))
    lines: list[str] = []
    for slug in NEWEST_FIRST:
        fields = ORIGINALS[language, slug].fields
        lines.extend((_months(fields), fields["title"], ",".join(fields["technologies"])))
    assert_in_order(tuple(lines), text)


def _months(fields: dict[str, object]) -> str:
    """The period of a study, or its date, as a CV has it."""
    period = fields.get("period")
    dates = [fields["date"]] if period is None else list(period.values())  # type: ignore[attr-defined]
    return " – ".join(f"{str(date)[5:7]}/{str(date)[:4]}" for date in dates)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cv_reads_the_same_whoever_reads_it(samples: Path, language: str) -> None:
    plain, browser = (squashed(read(samples, "cv", language, one)) for one in ("pypdf", "pdfium"))
    assert plain == browser
    profile = {"de": ("Profil", "Projekte", "Stationen", "Ausbildung", "Zertifikate", "Sprachen")}
    profile["en"] = ("Profile", "Projects", "Employment", "Education", "Certificates", "Languages")
    assert_in_order(profile[language], plain)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("99,95\u00a0%", "2–4 Stunden", "August 2023", "98,2\u00a0%")),
        ("en", ("99.95%", "2–4 hours", "August 2023", "98.2%")),
    ],
)
def test_k8s_migration_speaks_its_language(
    samples: Path, language: str, words: tuple[str, ...]
) -> None:
    html = read(samples, "k8s-migration", language, "html")
    pdf = read(samples, "k8s-migration", language, "pdfium")
    assert [word for word in words if word not in html] == []
    assert [word for word in words if _loosely(word) not in _loosely(pdf)] == []
    booklet = _loosely(read(samples, "portfolio", language, "pypdf"))
    assert [word for word in words if _loosely(word) not in booklet] == []


def _loosely(text: str) -> str:
    """A text without spaces, whatever their kind."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_k8s_migration_has_exactly_one_page(samples: Path, language: str) -> None:
    assert len(pypdf.PdfReader(samples / "output" / f"k8s-migration.{language}.pdf").pages) == 1


def test_the_seed_is_printed_as_it_came() -> None:
    seed = (CONTENT / "de" / "k8s-migration.md").read_bytes()
    assert hashlib.sha256(seed).hexdigest() == SEED


def test_the_manifest_lists_all_samples(samples: Path) -> None:
    entries = json.loads((samples / "output" / "manifest.json").read_text())["files"]
    assert sorted(entry["file"] for entry in entries) == sorted(
        [f"{slug}.{lang}.{form}" for slug in ALL for lang in LANGUAGES for form in ("pdf", "html")]
        + [f"{name}.{lang}.{form}" for name in ("portfolio", "cv") for lang in LANGUAGES
           for form in ("pdf", "html")]
    )  # fmt: skip
