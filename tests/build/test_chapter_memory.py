"""A booklet is bound anew of the chapters that did not change."""

from pathlib import Path

import pytest
from tests.build.studies import codes_of, study, workspace_at

from casedoc.build import chapters
from casedoc.build.build import build
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import open_workspace

SLUGS = ("eins", "zwei", "drei")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h{}v4z"/></svg>\n'


def files() -> dict[str, str]:
    """Three studies, of which one shows an image."""
    texts = {f"content/{slug}.md": study(slug.title(), "technologies: [Go]") for slug in SLUGS}
    texts["content/zwei.md"] = study("Zwei", body="Ein Bild.\n\n![B](bild.svg)\n")
    return {**texts, "content/bild.svg": DRAWING.format(8)}


def print_booklet(root: Path, *, recalls: bool = True) -> bytes:
    workspace = open_workspace(root, {}).value
    assert workspace is not None
    request = BuildRequest(kinds=(DocumentKind.BOOKLET,), jobs=1, remembers=True, recalls=recalls)
    assert codes_of(build(workspace, request).diagnostics) == []
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
