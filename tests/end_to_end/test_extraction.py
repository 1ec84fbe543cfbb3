"""Whoever reads the text of a PDF gets whole words, in the order of the page."""

import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text
from tests.end_to_end.command import run_casedoc, write_files
from tests.end_to_end.tags import divided_words, inserted_divisions, text_by_tags
from tests.end_to_end.test_words import (
    ALL,
    FEATURED,
    LANGUAGES,
    ORIGINALS,
    assert_in_order,
    assert_results_and_links,
)
from tests.end_to_end.words import Original, squashed, text_by_pdfium, text_by_pypdf


def text_by_poppler(path: Path, *options: str) -> str:
    """The text as `pdftotext` has it."""
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


READERS = {
    "raw": lambda path: text_by_poppler(path, "-raw"),
    "plain": text_by_poppler,
    "layout": lambda path: text_by_poppler(path, "-layout"),
    "pypdf": text_by_pypdf,
    "pdfminer": lambda path: str(extract_text(path)),
    "pdfium": text_by_pdfium,
    "tags": text_by_tags,
}
DEBRIS = re.compile(r"[\u00ad\u2010\u2011\u200b\u2060\ufeff\ufffd\ufffe\x00]")
LONGER = 9
"""Letters from which on a word may be divided, or have a hyphen of its own at a line's end."""
NAMES = (*ALL, "portfolio", "cv")
every_document = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in NAMES]
)


def path_of(samples: Path, name: str, language: str) -> Path:
    return samples / "output" / f"{name}.{language}.pdf"


@cache
def read(path: Path, reader: str) -> str:
    """The text of a document as one of the readers has it."""
    return READERS[reader](path)


def long_words(originals: list[Original]) -> Counter[str]:
    """How often each long word stands in the paragraphs, hyphens of the author's included."""
    text = " ".join(block for original in originals for block in original.body)
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    return Counter(word for word in words if len(word) >= LONGER)


@pytest.mark.parametrize("reader", READERS)
@every_document
def test_long_words_come_out_whole(samples: Path, language: str, name: str, reader: str) -> None:
    if name == "cv":
        titles = " ".join(str(ORIGINALS[language, slug].fields["title"]) for slug in FEATURED)
        words = Counter(word for word in titles.split() if len(word) >= LONGER)
    else:
        slugs = FEATURED if name == "portfolio" else (name,)
        words = long_words([ORIGINALS[language, slug] for slug in slugs])
    text = read(path_of(samples, name, language), reader)
    assert words
    assert {word: n for word, n in words.items() if text.count(word) < n} == {}


@pytest.mark.parametrize("reader", READERS)
@every_document
def test_no_debris_is_left(samples: Path, language: str, name: str, reader: str) -> None:
    assert DEBRIS.findall(read(path_of(samples, name, language), reader)) == []


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["raw", "tags"])
def test_one_pager_is_in_order(samples: Path, language: str, slug: str, reader: str) -> None:
    original = ORIGINALS[language, slug]
    text = squashed(read(path_of(samples, slug, language), reader))
    assert_in_order(original.body, text)
    assert_results_and_links(original, text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["raw", "tags"])
def test_booklet_is_in_order(samples: Path, language: str, reader: str) -> None:
    text = squashed(read(path_of(samples, "portfolio", language), reader))
    start = 0
    for slug in FEATURED:
        start = assert_in_order(ORIGINALS[language, slug].body, text, start)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["raw", "plain", "layout", "pdfium"])
def test_cv_has_the_same_words_in_the_same_order(samples: Path, language: str, reader: str) -> None:
    path = path_of(samples, "cv", language)
    assert read(path, reader).split() == read(path, "pypdf").split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdfminer_reads_the_cv_in_order(samples: Path, language: str) -> None:
    path = path_of(samples, "cv", language)
    mined, plain = read(path, "pdfminer").split(), read(path, "pypdf").split()
    assert Counter(mined) == Counter(plain)
    assert without_margins(mined) == without_margins(plain)


def without_margins(words: list[str]) -> list[str]:
    """Words without the line below the pages, which stands first or last."""
    text = re.sub(r"\S+ \S+ · \S+ \S+ \S+ (?:Seite|Page) \d \S+ \d", "", " ".join(words))
    return text.split()


@every_document
def test_only_running_german_is_divided(samples: Path, language: str, name: str) -> None:
    path = path_of(samples, name, language)
    divisions = inserted_divisions(path)
    if language == "en" or name == "cv":
        assert divisions == []
    blocks = {"H1", "H2", "H3", "H4", "TH", "TD", "Caption"}
    assert [one for one in divisions if blocks & {*one[0]}] == []
    assert [rest for _roles, rest, following in divisions if not following] == []


def test_lines_do_divide_words(samples: Path) -> None:
    """Were none divided, the other tests would show nothing."""
    rests = [rest for slug in ALL for rest in divided_words(path_of(samples, slug, "de"))]
    assert sum(rest[0].isalpha() for rest in rests) > 10
    assert sum(rest[0] == "-" for rest in rests) > 3


LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"
STUDY = f"""---
title: Titel
lang: de
client: {{name: {LONG[:54]}}}
role: {LONG[:54].replace("schiff", "boot")}
technologies: [Mützenverwaltung]
---

## Problem

{{text}}
"""


def test_a_word_over_three_lines_comes_out_whole(tmp_path: Path) -> None:
    table = f"| {'a' * 3} |\n|---|\n"
    text = STUDY.replace("{text}", f"Vorher {LONG[:56]}, danach.\n\n{table}| x |\n")
    write_files(tmp_path, {"content/long.md": text})
    assert run_casedoc("build", "long", cwd=tmp_path).code == 0
    path = tmp_path / "output" / "long.de.pdf"
    for reader in READERS:
        assert f"{LONG[:56]}, danach" in " ".join(read(path, reader).split())
        assert LONG[:54] in read(path, reader)
