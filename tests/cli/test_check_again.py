"""A check of what has not changed repeats what the last one found; any change is noticed."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.build.studies import study
from tests.cli.conftest import Run
from tests.end_to_end.command import (
    Finished,
    command_line,
    environment,
    like_anybody,
    run_casedoc,
    write_files,
)

import casedoc
from casedoc.base.program import builtin_root
from casedoc.base.recording import digest_of
from casedoc.build.cache import FOLDER, MOST_ENTRIES
from casedoc.build.check_memory import remember
from casedoc.build.check_report import CheckReport
from casedoc.cli import fresh_check

SAMPLES = Path(__file__).parents[2] / "content"
FORMS = ("text", "json", "github")
IMAGE = "![Bild](../images/a.png)\n\n"


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever content is read."""
    checks: list[int] = []

    def counted(report: CheckReport, start: Path) -> None:
        checks.append(1)
        remember(report, start)

    monkeypatch.setattr(fresh_check, "remember", counted)
    return checks


@pytest.fixture
def place(run: Run, tmp_path: Path) -> Path:
    """A workspace with an error, warnings, an image and a profile."""
    del run
    shutil.copytree(SAMPLES / "images", tmp_path / "content" / "images")
    first, second = sorted((SAMPLES / "images").iterdir())[:2]
    files: dict[str, str | bytes] = {
        "content/de/good.md": study("Gut", body=IMAGE),
        "content/de/bad.md": study("Kaputt", "date: 2023-02-30", "colour: blue"),
        "content/en/bad.md": study("Broken", body="Only **97,5% availability**.\n"),
        "content/de/twin.md": study("Zwilling", "slug: good"),
        "content/profile.yaml": "basics: {name: Alex}\n",
        "content/images/a.png": first.read_bytes(),
        "another.png": second.read_bytes(),
    }
    return write_files(tmp_path, files)


Change = Callable[[Path, pytest.MonkeyPatch], object]

CHANGES: dict[str, Change] = {
    "content edited": lambda root, _: write_files(root, {"content/de/good.md": study("Besser")}),
    "file added": lambda root, _: write_files(root, {"content/de/new.md": study("Neu")}),
    "file removed": lambda root, _: (root / "content/de/bad.md").unlink(),
    "file renamed": lambda root, _: (root / "content/de/bad.md").rename(root / "content/de/x.md"),
    "image replaced": lambda root, _: (root / "another.png").replace(root / "content/images/a.png"),
    "image removed": lambda root, _: (root / "content/images/a.png").unlink(),
    "settings changed": lambda root, _: write_files(root, {"casedoc.toml": 'paper = "letter"\n'}),
    "settings removed": lambda root, _: (root / "casedoc.toml").unlink(),
    "setting by variable": lambda _, patch: patch.setenv("CASEDOC_LANGUAGES", "en,de"),
    "profile changed": lambda root, _: write_files(root, {"content/profile.yaml": "a: 1\n"}),
    "profile removed": lambda root, _: (root / "content/profile.yaml").unlink(),
    "font added": lambda root, _: shutil.copytree(
        builtin_root() / "fonts" / "ibm-plex-sans", root / "fonts" / "another"
    ),
    "template added": lambda root, _: write_files(root, {"templates/cv.html": "Hello"}),
    "partial added": lambda root, _: write_files(root, {"templates/partials/x.html": "Hello"}),
    "tokens added": lambda root, _: write_files(
        root, {"templates/themes/beleg/theme.toml": "[lines]\nrule = 1\n"}
    ),
    "theme added": lambda root, _: write_files(root, {"templates/themes/mine/theme.toml": ""}),
    "another version": lambda _, patch: patch.setattr(casedoc, "__version__", "99.0"),
    "another Python": lambda _, patch: patch.setattr("sys.version", "4.0"),
}

SAME: dict[str, Change] = {
    "nothing": lambda *_: None,
    "same bytes written again": lambda root, _: write_files(
        root, {"content/profile.yaml": "basics: {name: Alex}\n"}
    ),
    "file beside the content": lambda root, _: write_files(root, {"notes.md": "# Notes\n"}),
    "unused image changed": lambda root, _: next(
        path for path in (root / "content/images").iterdir() if path.name != "a.png"
    ).write_bytes(b"other"),
    "something built": lambda root, _: write_files(root, {"output/good.de.pdf": b"%PDF"}),
    "option by variable": lambda _, patch: patch.setenv("CASEDOC_STRICT", "1"),
    "a day nobody asked for": lambda _, patch: patch.setenv("SOURCE_DATE_EPOCH", "1700000000"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed_once(
    run: Run, place: Path, fresh: list[int], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    run("check")
    run("check")
    assert len(fresh) == 1
    CHANGES[change](place, monkeypatch)
    changed = run("check")
    assert len(fresh) == 2
    assert run("check") == changed
    assert len(fresh) == 2
    shutil.rmtree(place / ".casedoc")
    assert run("check") == changed


@pytest.mark.parametrize("change", SAME)
def test_what_was_not_read_changes_nothing(
    run: Run, place: Path, fresh: list[int], monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    before = run("check", "--output-format", "json")
    SAME[change](place, monkeypatch)
    assert run("check", "--output-format", "json").data == before.data
    assert len(fresh) == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("more", [(), ("--quiet",), ("--strict",), ("content/en",)])
def test_every_output_is_that_of_a_fresh_check(
    run: Run, place: Path, fresh: list[int], form: str, more: tuple[str, ...]
) -> None:
    arguments = ("check", "--output-format", form, *more)
    made = run(*arguments)
    assert made.out
    assert run(*arguments) == made
    assert len(fresh) == 1
    for other in FORMS:
        run("check", "--output-format", other)
    assert (len(fresh), place.is_dir()) == (1, True)


def test_a_change_goes_back(run: Run, place: Path, fresh: list[int]) -> None:
    path = place / "content/de/good.md"
    first, text = run("check"), path.read_text()
    path.write_text(text.replace("Gut", "Gut\nclient: {name: X, confidential: true}"))
    assert run("check") != first
    path.write_text(text)
    assert run("check") == first
    assert len(fresh) == 3


def test_settings_that_appear_in_between_make_another_workspace(
    run: Run, place: Path, fresh: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    below = place / "content" / "de"
    monkeypatch.chdir(below)
    assert run("check") == run("check")
    assert len(fresh) == 1
    (below / "pyproject.toml").write_text("[tool.other]\n")
    run("check")
    run("check")
    assert len(fresh) == 2
    (below / "casedoc.toml").write_text("")
    assert "0 case studies" in run("check").out
    assert len(fresh) == 3


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"program": 1}', "[" * 100_000, '{"a":' * 100_000, "\0", "\ud800"],
)
def test_an_entry_that_was_tampered_with_is_ignored(
    run: Run, place: Path, fresh: list[int], content: str
) -> None:
    made = run("check")
    (entry,) = (place / FOLDER).glob("check-*.json")
    whole = entry.read_bytes()
    entry.write_bytes(content.encode("utf-8", "surrogatepass"))
    assert run("check") == made
    assert len(fresh) == 2
    assert entry.read_bytes() == whole


def test_a_cut_off_entry_is_ignored_wherever_it_ends(
    run: Run, place: Path, fresh: list[int]
) -> None:
    made = run("check")
    (entry,) = (place / FOLDER).glob("check-*.json")
    whole = entry.read_bytes()
    for number in range(1, 6):
        entry.write_bytes(whole[: len(whole) * number // 6])
        assert run("check") == made
    assert len(fresh) == 6


def test_an_entry_leads_to_no_file_outside(run: Run, place: Path, fresh: list[int]) -> None:
    run("check")
    (entry,) = (place / FOLDER).glob("check-*.json")
    data = json.loads(entry.read_bytes())
    secret = place.parent / "secret.txt"
    secret.write_text("the secret\n")
    path = f"content/../../{secret.name}"
    data["diagnostics"] = [["CD304", "forged", [path, 1, 1, 1, 4], None, [], None]]
    entry.write_text(json.dumps(data))
    finished = run("check")
    assert "forged" not in finished.out
    assert "the secret" not in finished.out
    data["readings"].append([f"../{secret.name}", "file", "OUTSIDE"])
    data["readings"].sort()
    data["searched"].append([[secret.name, "file", digest_of(secret.read_bytes())]])
    entry.write_text(json.dumps(data))
    assert "forged" not in run("check").out
    assert len(fresh) == 3


def test_a_folder_without_content_is_left_alone(run: Run, tmp_path: Path) -> None:
    assert run("check").out == "0 case studies, nothing to complain of\n"
    assert not (tmp_path / ".casedoc").exists()


def test_entries_do_not_pile_up(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(MOST_ENTRIES + 3):
        (place / f"below-{number}").mkdir()
        monkeypatch.chdir(place / f"below-{number}")
        run("check")
    assert len(list((place / FOLDER).glob("*"))) == MOST_ENTRIES + 1


def test_a_workspace_that_can_not_be_written_is_checked_all_the_same(place: Path) -> None:
    writable = run_casedoc("check", cwd=place)
    shutil.rmtree(place / ".casedoc")
    place.chmod(0o555)
    try:
        finished = run_casedoc("check", cwd=place, before=like_anybody)
    finally:
        place.chmod(0o755)
    assert finished == writable
    assert not (place / ".casedoc").exists()


def test_two_checks_at_once_do_not_hurt_each_other(place: Path) -> None:
    expected = run_casedoc("check", cwd=place)
    shutil.rmtree(place / ".casedoc")
    both = [
        subprocess.Popen(
            command_line("check"),
            cwd=place,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    finished = []
    for process in both:
        out, err = process.communicate(timeout=300)
        finished.append(Finished(process.returncode, out.decode(), err.decode()))
    assert finished == [expected, expected]
    assert {path.suffix for path in (place / FOLDER).iterdir()} == {"", ".json"}
    assert run_casedoc("check", cwd=place) == expected
