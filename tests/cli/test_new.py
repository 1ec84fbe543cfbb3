"""New case studies, and the skeletons of translations."""

from pathlib import Path

import pytest
from tests.build.studies import project_of
from tests.cli.conftest import Run
from tests.end_to_end.command import write_files

ORIGINAL = """\
---
title: Eine Suche, die findet
slug: suche
lang: de
technologies: [Go]
client: {name: Quastenberg AG, alias: Ein Verlag, confidential: true}
draft: false
---

# Eine Suche, die findet

Vorweg ein Satz.

## Ausgangslage

Es war langsam.

## Besonderes

1. Eins

### Technische Details

Mehr.

## Ergebnisse

- **70% weniger** (von 10 auf 3)
"""


@pytest.mark.parametrize("tag", ["de", "en"])
def test_a_new_study_is_a_draft_without_a_warning(run: Run, tmp_path: Path, tag: str) -> None:
    done = run("new", "my-project", "--lang", tag)
    assert (done.code, done.out, done.err) == (0, f"content/{tag}/my-project.md\n", "")
    text = (tmp_path / f"content/{tag}/my-project.md").read_text("utf-8")
    assert 'title: "My project"' in text
    (study,) = project_of({f"{tag}/my-project.md": text}, "de", "en").studies
    assert study.draft
    assert run("check", "--strict").code == 0


def test_a_title_is_kept_as_it_is(run: Run, tmp_path: Path) -> None:
    assert run("new", "a", "--title", 'Größer: "50 %" mehr # wirklich').code == 0
    text = (tmp_path / "content/de/a.md").read_text("utf-8")
    (study,) = project_of({"de/a.md": text}, "de").studies
    assert study.title == 'Größer: "50 %" mehr # wirklich'


def test_a_translation_has_the_structure_of_its_original(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/de/alt.md": ORIGINAL})
    done = run("new", "suche", "--lang", "en", "--from", "de")
    assert (done.code, done.out, done.err) == (0, "content/en/suche.md\n", "")
    text = (tmp_path / "content/en/suche.md").read_text("utf-8")
    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert [one for one in headings if not one.startswith("# Translate")] == [
        "# Eine Suche, die findet",
        "## Problem",
        "## Besonderes",
        "### Technical highlights",
        "## Results",
    ]
    assert text.replace("## Problem\n", "## Ausgangslage\n").endswith(
        ORIGINAL.split("Es war", maxsplit=1)[0].split("---\n")[2][-20:]
        + "Es war"
        + ORIGINAL.split("Es war")[1]
        .replace("### Technische Details", "### Technical highlights")
        .replace("## Ergebnisse", "## Results")
    )
    studies = project_of({"de/alt.md": ORIGINAL, "en/suche.md": text}, "de", "en").studies
    (translation,) = (one for one in studies if one.locale.tag == "en")
    assert (translation.slug, translation.draft) == ("suche", True)
    assert translation.translated_from
    assert "CD7" not in run("check").err


@pytest.mark.parametrize(
    "original",
    [
        "--- \ntitle: A\n---  \n\n## Lösung\n\nEin Weg.\n",
        "---\r\ntitle: A\r\n---\r\n\r\n## Lösung\r\n\r\nEin Weg.\r\n",
        "---\ntitle: A\n---\n\nLösung\n------\n\nEin Weg.\n",
        "+++\ntitle = 'A'\n+++\n\n## Lösung ##\n\nEin Weg.\n",
    ],
)
def test_however_an_original_is_written_its_translation_can_be_read(
    run: Run, tmp_path: Path, original: str
) -> None:
    write_files(tmp_path, {"content/de/a.md": original})
    done = run("new", "a", "--lang", "en", "--from", "de")
    assert (done.code, done.err) == (0, "")
    text = (tmp_path / "content/en/a.md").read_text("utf-8")
    files = {"de/a.md": original, "en/a.md": text}
    (translation,) = (one for one in project_of(files, "de", "en").studies if one.draft)
    assert [section.role.value for section in translation.sections] == ["solution"]


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ({"content/a.md": "---\ntitle: A\n---\n"}, "content/neu.md"),
        (
            {"content/a.md": "---\ntitle: A\n---\n", "content/en/b.md": "---\ntitle: B\n---\n"},
            "content/neu.de.md",
        ),
        ({"content/x/de/a.md": "---\ntitle: A\n---\n"}, "content/x/de/neu.md"),
        ({}, "content/de/neu.md"),
    ],
)
def test_it_lies_beside_the_others_of_its_language(
    run: Run, tmp_path: Path, existing: dict[str, str], expected: str
) -> None:
    write_files(tmp_path, existing)
    assert run("new", "neu").out == f"{expected}\n"
    assert (tmp_path / expected).is_file()
    listed = run("list", "--output-format", "json").data
    assert "neu" in str(listed)


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (("new", "Ein Name"), 1, "write `ein-name`"),
        (("new", "cv"), 1, "CD311"),
        (("new", "alt"), 1, "there is a case study `alt` in `de` already"),
        (
            ("new", "fehlt", "--lang", "en", "--from", "de"),
            2,
            "there is no case study `fehlt` in `de`",
        ),
        (("new", "alt", "--lang", "de", "--from", "de"), 1, "there is a case study `alt`"),
        (("new", "x", "--lang", "fr"), 2, "unknown language `fr`"),
        (("new", "alt", "--lang", "en", "--from", "de", "--title", "T"), 2, "--title"),
    ],
)
def test_nothing_is_replaced_and_wrong_wishes_are_told(
    run: Run, tmp_path: Path, asked: tuple[str, ...], code: int, told: str
) -> None:
    write_files(tmp_path, {"content/de/alt.md": ORIGINAL.replace("slug: suche\n", "")})
    before = sorted(tmp_path.rglob("*.md"))
    done = run(*asked)
    assert done.code == code, done.err
    assert told in done.err
    assert sorted(tmp_path.rglob("*.md")) == before
