"""One study with facts, written once, printed in German and in English."""

from pathlib import Path

import pypdf
import pytest
from tests.conftest import made_once
from tests.end_to_end.command import run_casedoc, write_files

GERMAN = """---
title: Lager mit {fact}`users` Plätzen
subtitle: "{fact}`availability` verfügbar"
date: 2023-08
client: Kistenring eG
volume: 1200000 EUR
team: 450 PT
facts:
  availability: 99.950 %
  budget: 1200000 EUR
  lead-time: 20 minutes
  users: 12000
  go-live: 2023-08-15
  term: 2022-03/2023-09
  speed: 3x
metrics:
  - {value: "{fact}`availability`", label: "verfügbar seit {fact}`go-live`"}
  - {value: "{fact}`lead-time`", label: je Umzug, before: 7 weeks, after: "{fact}`lead-time`"}
  - {value: "{fact}`budget`", label: Auftragswert}
  - {value: 1.5 pp, label: mehr als im Vorjahr}
---

## Problem

Der Umzug dauerte von {fact}`term`, und {num}`1234567.5` Artikel zogen um.

## Lösung

Wir haben **{fact}`speed`** so viel bewegt und {percent}`-2.5` verloren, das sind {chf}`1234.5`[^1].

[^1]: Nach Kursen vom {date}`2023-12-29`.
"""
ENGLISH = """---
title: A warehouse with {fact}`users` places
subtitle: "{fact}`availability` available"
date: 2023-08
client: Kistenring eG
volume: 1200000 EUR
team: 450 PT
metrics:
  - {value: "{fact}`availability`", label: "available since {fact}`go-live`"}
  - {value: "{fact}`lead-time`", label: a move, before: 7 weeks, after: "{fact}`lead-time`"}
  - {value: "{fact}`budget`", label: order value}
  - {value: 1.5 pp, label: more than last year}
---

## Problem

The move lasted from {fact}`term`, and {num}`1234567.5` items moved.

## Solution

We moved **{fact}`speed`** as much and lost {percent}`-2.5`, that is {chf}`1234.5`[^1].

[^1]: At the rates of {date}`2023-12-29`.
"""
PRINTED = {
    "de": (
        "Lager mit 12.000 Plätzen",
        "99,950~%",
        "1.200.000~€",
        "450~PT",
        "verfügbar seit 15.~August~2023",
        "7~Wochen → 20~Minuten",
        "März~2022~– September~2023",
        "1.234.567,5 Artikel",
        "3× so viel",
        "−2,5~% verloren",
        "1.234,50~CHF",
        "29.~Dezember~2023",
    ),
    "en": (
        "A warehouse with 12,000 places",
        "99.950%",
        "€1,200,000",
        "450~person-days",
        "available since August~15,~2023",
        "7~weeks → 20~minutes",
        "March~2022~– September~2023",
        "1,234,567.5 items",
        "3× as much",
        "lost −2.5%",
        "CHF~1,234.50",
        "December~29,~2023",
    ),
}
"""What stands in running text, with `~` for a no-break space."""
TILES = {
    "de": (("99,950", "%"), ("20", "Minuten"), ("1.200.000", "€"), ("1,5", "Prozentpunkte")),
    "en": (("99.950", "%"), ("20", "minutes"), ("€1,200,000", ""), ("1.5", "percentage~points")),
}
"""What is set large: number and unit."""


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both documents."""
    return made_once(tmp_path_factory, "typed-facts", _print)


def _print(folder: Path) -> None:
    write_files(folder, {"content/de/store.md": GERMAN, "content/en/store.md": ENGLISH})
    done = run_casedoc("build", "store", "--lang", "all", "--strict", cwd=folder)
    assert (done.code, done.complaints) == (0, []), done.err


def text_of(folder: Path, language: str) -> str:
    """The words of a PDF in one line; no-break spaces are kept, and shown as `~`."""
    pages = pypdf.PdfReader(folder / "output" / f"store.{language}.pdf").pages
    text = "\n".join(page.extract_text() for page in pages).replace("\u00a0", "~")
    return " ".join(text.split())


@pytest.mark.parametrize("language", PRINTED)
def test_each_language_prints_the_facts_its_own_way(printed: Path, language: str) -> None:
    text = text_of(printed, language)
    assert [words for words in PRINTED[language] if words not in text] == []


@pytest.mark.parametrize("language", TILES)
def test_figures_are_printed_large_in_each_language(printed: Path, language: str) -> None:
    text = text_of(printed, language).replace("~", " ")
    tiles = [f"{number} {unit}".strip().replace("~", " ") for number, unit in TILES[language]]
    loose = [tile for tile in tiles if tile.replace(" ", "") not in text.replace(" ", "")]
    assert loose == []


def test_no_space_that_breaks_or_that_fonts_lack_is_in_either(printed: Path) -> None:
    for language in PRINTED:
        text = text_of(printed, language)
        assert not {"\u2009", "\u202f", "{", "`"} & set(text)
