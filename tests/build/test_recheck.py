"""After a change, what is checked again gives the same report as a check of everything."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.build.studies import study, workspace_at
from tests.end_to_end.command import write_files

from casedoc.base.recording import ask_again
from casedoc.build import check_memory
from casedoc.build.check import check
from casedoc.build.check_memory import Memory
from casedoc.build.check_report import CheckReport
from casedoc.build.recheck import recheck
from casedoc.build.workspace import open_workspace

BANK = "client: {name: Geheim AG, alias: eine Bank, confidential: true}"
CONTENT = {
    "content/de/a.md": study("A", "date: 2023-05"),
    "content/en/a.md": study("A", "date: 2023-05"),
    "content/de/b.md": study("B", "colour: blue", body="Die Geheim AG und ein \U0001f600.\n"),
    "content/en/b.md": study("B", "date: 2023-02-30"),
    "content/en/z.md": study("Z"),
    "content/de/bank.md": study("Bank", BANK, "date: 2024-05"),
    "content/de/twin-one.md": study("Eins", "slug: twin"),
    "content/de/twin-two.md": study("Zwei", "slug: twin"),
    "content/de/open.md": "---\ntitle: A\n",
    "content/profile.yaml": (
        "basics: {name: Alex, label: {de: Ingenieur}, summary: Für die Geheim AG.}\n"
        "freelance: {available: 2024-01-01}\n"
    ),
}

QUICK = {
    "a word": {"content/de/a.md": study("A", "date: 2023-05", body="Anders.\n")},
    "a warning": {"content/de/a.md": study("A", "date: 2023-05", "color: red")},
    "an image": {"content/de/a.md": study("A", "date: 2023-05", body="![](x.png)\n")},
    "a name": {"content/en/a.md": study("A", "date: 2023-05", body="For Geheim AG.\n\n![](x.png)")},
    "a broken file": {"content/en/b.md": study("B", "date: 2023-02-31", "colour: green")},
    "a file that names and is named": {
        "content/de/bank.md": study("Neu", BANK, "date: 2024-05", "x: 1")
    },
    "twins": {"content/de/twin-two.md": study("Drei", "slug: twin", "colour: blue")},
    "an error": {"content/de/a.md": study("A", "date: 2023-02-30")},
    "a cure": {"content/en/b.md": study("B")},
    "a newer date": {"content/de/a.md": study("A", "date: 2025-05")},
    "several": {
        "content/de/a.md": study("A", "date: 2023-05", body="Anders.\n"),
        "content/de/b.md": study("B", "hue: blue", body="Die Geheim AG.\n"),
    },
}
"""What is checked without the rest."""
WHOLE: dict[str, Mapping[str, str]] = {
    "a slug": {"content/de/a.md": study("A", "date: 2023-05", "slug: b")},
    "a language": {"content/de/a.md": study("A", "date: 2023-05", "lang: en-GB")},
    "a further secret": {"content/de/bank.md": study("Bank", BANK.replace("Geheim", "Alex"))},
    "no secret": {"content/de/bank.md": study("Bank")},
    "the last studies of a language": {
        "content/en/a.md": study("A", "date: 2023-02-30"),
        "content/en/z.md": study("Z", "date: 2023-02-30"),
    },
    "a twin that goes": {"content/de/twin-two.md": study("Zwei", "slug: own")},
    "the profile": {"content/profile.yaml": "basics: {name: Berta}\n"},
    "another file": {"content/de/c.md": study("C")},
    "the settings": {"casedoc.toml": 'accent = "#ffee00"\n'},
    "a template": {"templates/cv.html": "Hello\n"},
}
"""What may concern all files."""


def memory_of(before: CheckReport, root: Path) -> Memory:
    workspace = workspace_at(root)
    now = ask_again(before.readings, workspace.world)
    return Memory(before, tuple(one for one in now if one not in set(before.readings)))


def checked_both_ways(
    before: CheckReport, root: Path, files: Mapping[str, str]
) -> tuple[CheckReport | None, CheckReport]:
    """What a check of what was changed finds, and one of everything."""
    workspace = workspace_at(root, files)
    return recheck(workspace, memory_of(before, root)), check(workspace)


@pytest.mark.parametrize("settings", ["", 'languages = ["en", "de"]\n'])
@pytest.mark.parametrize("change", QUICK)
def test_a_change_of_a_study_is_checked_alone(tmp_path: Path, change: str, settings: str) -> None:
    before = check(workspace_at(tmp_path, {**CONTENT, "casedoc.toml": settings}))
    quick, whole = checked_both_ways(before, tmp_path, QUICK[change])
    assert quick is not None
    assert (quick.files, quick.diagnostics) == (whole.files, whole.diagnostics)
    assert quick.diagnostics != before.diagnostics or change in {"a word", "a newer date"}
    assert set(quick.readings) >= set(whole.readings)
    assert ask_again(quick.readings, workspace_at(tmp_path).world) == quick.readings


@pytest.mark.parametrize("change", WHOLE)
def test_what_may_concern_all_is_checked_from_the_beginning(tmp_path: Path, change: str) -> None:
    before = check(workspace_at(tmp_path, CONTENT))
    quick, whole = checked_both_ways(before, tmp_path, WHOLE[change])
    assert quick is None
    assert whole.diagnostics


def test_a_file_of_another_study_is_known_to_be_in_the_way(tmp_path: Path) -> None:
    files = {
        "casedoc.toml": 'languages = ["de", "en"]\n',
        "content/de/a.md": study("A"),
        "content/en/a.md": study("B", "slug: b"),
        "content/de/b.md": study("B"),
    }
    before = check(workspace_at(tmp_path, files))
    changed = {"content/de/a.md": study("A", body="Anders.\n")}
    quick, whole = checked_both_ways(before, tmp_path, changed)
    assert quick is not None
    assert quick.diagnostics == whole.diagnostics
    assert [one.hint for one in whole.diagnostics] == [
        "give `content/en/a.md` the slug `a`, or write another file in `en`"
    ]


def test_changes_one_after_the_other_add_up(tmp_path: Path) -> None:
    report = check(workspace_at(tmp_path, CONTENT))
    for changes in (*QUICK.values(), CONTENT, *QUICK.values()):
        quick, whole = checked_both_ways(report, tmp_path, changes)
        report = quick or whole
        assert (report.files, report.diagnostics) == (whole.files, whole.diagnostics)


def test_only_what_was_changed_and_its_translations_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = check(workspace_at(tmp_path, CONTENT))
    write_files(tmp_path, QUICK["a word"])
    memory = memory_of(before, tmp_path)
    whole = check(workspace_at(tmp_path))
    for path in CONTENT:
        if not path.endswith(("/a.md", "profile.yaml")):
            (tmp_path / path).write_bytes(b"\xff")
    workspace = open_workspace(tmp_path, {}).value
    assert workspace is not None
    quick = recheck(workspace, memory)
    assert quick is not None
    assert quick.diagnostics == whole.diagnostics
    # What changed in the meantime is noticed by the next check.
    monkeypatch.setattr(check_memory, "read_entry", lambda *_: None)
    assert len(memory_of(quick, tmp_path).changed) == len(CONTENT) - 3
