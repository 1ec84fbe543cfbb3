"""A booklet is bound anew of the chapters that did not change."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.build.studies import BODY, codes_of, study, workspace_at

from casedoc.base.outcome import Outcome
from casedoc.build import chapters
from casedoc.build.build import build
from casedoc.build.build_report import BuildReport
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import open_workspace
from casedoc.markup.page import HtmlPage
from casedoc.pdf import printing
from casedoc.pdf.printing import Layout

SLUGS = ("eins", "zwei", "drei")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h{}v4z"/></svg>\n'


def files() -> dict[str, str]:
    """Three studies, of which one shows an image."""
    texts = {f"content/{slug}.md": study(slug.title(), "technologies: [Go]") for slug in SLUGS}
    texts["content/zwei.md"] = study("Zwei", body="Ein Bild.\n\n![B](bild.svg)\n")
    return {**texts, "content/bild.svg": DRAWING.format(8)}


def report_of(root: Path, *, recalls: bool = True) -> BuildReport:
    workspace = open_workspace(root, {}).value
    assert workspace is not None
    request = BuildRequest(kinds=(DocumentKind.BOOKLET,), jobs=1, remembers=True, recalls=recalls)
    return build(workspace, request)


def print_booklet(root: Path, *, recalls: bool = True) -> bytes:
    assert codes_of(report_of(root, recalls=recalls).diagnostics) == []
    return (root / "output" / "portfolio.de.pdf").read_bytes()


@pytest.fixture
def set_slugs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gather the slugs of the chapters that are set."""
    found: list[str] = []
    original = chapters.set_chapter

    def noting(view, *more, **named):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN202
        found.append(view.chapters[0].study.slug)
        return original(view, *more, **named)

    monkeypatch.setattr(chapters, "set_chapter", noting)
    return found


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("content/drei.md", study("Drei", "technologies: [Go]", body="Etwas anderes.\n"), ["drei"]),
        ("content/bild.svg", DRAWING.format(6), ["zwei"]),
    ],
)
def test_only_what_changed_is_set_again(
    tmp_path: Path, set_slugs: list[str], path: str, text: str, expected: list[str]
) -> None:
    workspace_at(tmp_path, files())
    first = print_booklet(tmp_path)
    assert sorted(set_slugs) == sorted(SLUGS)
    set_slugs.clear()
    (tmp_path / path).write_text(text, encoding="utf-8")
    second = print_booklet(tmp_path)
    assert second != first
    assert set_slugs == expected
    assert print_booklet(tmp_path, recalls=False) == second


def links_and_bookmarks(data: bytes) -> list[object]:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        names: Any = pdf.Root.Names.Dests.Names
        found: list[object] = [
            (str(name), [float(number) for number in place[2:4]])
            for name, place in zip(names[::2], names[1::2], strict=True)
        ]
        items = list(outline.root)
        while items:
            item = items.pop(0)
            destination: Any = item.destination
            found.append((item.title, [float(number) for number in destination[2:4]]))
            items[:0] = item.children
    return found


@pytest.fixture
def set_frames(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gather the HTML of what is laid out around chapters, to measure them or to print."""
    found: list[str] = []
    original = printing.lay_out

    def noting(page: HtmlPage) -> Outcome[Layout]:
        found.append(page.html)
        return original(page)

    monkeypatch.setattr("casedoc.build.binding.lay_out", noting)
    return found


AHEAD = "Die Quarzuhr zeigt den Verzug des Xylophons am Jahresende"
BACK = " ".join(reversed(AHEAD.split()))
"""The same letters in another order."""
LINKED = "Ein Fehler.[^1]\n\n## Weitere Fragen\n\nKeine.\n\n[^1]: Eine Anmerkung.\n"
SECTIONS = "Absatz.\n\n## Lösung\n\nEin Weg.\n\n## Ergebnisse\n\n- **2 Tage** statt 3\n"


@pytest.mark.parametrize("body", [LINKED, SECTIONS])
def test_what_stands_around_chapters_stays_while_only_places_on_their_pages_change(
    tmp_path: Path, set_frames: list[str], body: str
) -> None:
    studies = files() | {"content/zwei.md": study("Zwei", "technologies: [Go]", body=body)}
    workspace_at(tmp_path, studies)
    first = print_booklet(tmp_path)
    assert set_frames
    set_frames.clear()
    # The first paragraph takes more lines now, made of the same letters.
    start = body.split("\n", 1)[0]
    longer = body.replace(start, f"{start} {start.split('[')[0]} " * 8 + start, 1)
    text = study("Zwei", "technologies: [Go]", body=longer)
    (tmp_path / "content/zwei.md").write_text(text, encoding="utf-8")
    second = print_booklet(tmp_path)
    assert set_frames == []
    assert links_and_bookmarks(second) != links_and_bookmarks(first)
    assert print_booklet(tmp_path, recalls=False) == second
    assert set_frames


def test_the_order_in_which_letters_come_makes_no_difference(
    tmp_path: Path, set_frames: list[str]
) -> None:
    texts = [study("Zwei", "technologies: [Go]", body=f"{words}.\n") for words in (AHEAD, BACK)]
    workspace_at(tmp_path, files() | {"content/zwei.md": texts[0]})
    print_booklet(tmp_path)
    set_frames.clear()
    (tmp_path / "content/zwei.md").write_text(texts[1], encoding="utf-8")
    second = print_booklet(tmp_path)
    assert set_frames == []
    assert print_booklet(tmp_path, recalls=False) == second


@pytest.mark.parametrize(
    "text",
    [
        study("Eine andere", "technologies: [Go]"),
        study("Zwei", "technologies: [Rust]"),
        study("Zwei", "technologies: [Go]", body="Ein Wort.\n\n## Noch ein Titel\n\nZwei.\n"),
        study("Zwei", "technologies: [Go]", body="Ñ, bisher ohne Glyphe.\n"),
        study("Zwei", "technologies: [Go]", body="Viele Worte stehen hier. " * 300),
    ],
)
def test_what_stands_around_chapters_is_set_again_where_it_shows_something_else(
    tmp_path: Path, set_frames: list[str], text: str
) -> None:
    workspace_at(tmp_path, files() | {"content/zwei.md": study("Zwei", "technologies: [Go]")})
    print_booklet(tmp_path)
    set_frames.clear()
    (tmp_path / "content/zwei.md").write_text(text, encoding="utf-8")
    second = print_booklet(tmp_path)
    assert set_frames
    assert print_booklet(tmp_path, recalls=False) == second


def test_what_was_noticed_around_chapters_is_told_each_time(
    tmp_path: Path, set_frames: list[str]
) -> None:
    workspace_at(tmp_path, files() | {"templates/css/own.css": ".index { colour: red }\n"})
    told = []
    for body in (BODY, BODY.replace("langsam.", "langsam. Es war langsam.")):
        text = study("Drei", "technologies: [Go]", body=body)
        (tmp_path / "content/drei.md").write_text(text, encoding="utf-8")
        set_frames.clear()
        told.append((codes_of(report_of(tmp_path).diagnostics), bool(set_frames)))
    assert told == [(["CD605"], True), (["CD605"], False)]
