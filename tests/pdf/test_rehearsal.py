"""A page printed before there is one leaves the real ones as they are."""

import subprocess
import sys
from pathlib import Path

import pytest

from casedoc.pdf.weasyprint_import import _KnownTypes, import_weasyprint

PROGRAM = """\
import hashlib, sys
from pathlib import Path
from casedoc.build.document import make
from casedoc.build import preparation
from casedoc.build.letters import FOR_ALL
from casedoc.build.check import read_content, read_theme
from casedoc.build.plan import make_plan
from casedoc.build.workspace import open_workspace
from casedoc.pdf import engine, rehearsal
kept = {}
rehearsal.keep = lambda name, made_of, made: kept.update({name: made})
rehearsal.recall = lambda name, made_of: kept.get(name)
pages, before = [], None
preparation.keep_rehearsal = lambda page: pages.append(page)
if sys.argv[2] == "rehearsed":
    preparation.make_sample()
    engine._ENGINES.clear()
    rehearsal.keep_rehearsal(pages[0])
    rehearsal.rehearse()
    (before,) = engine._ENGINES
workspace = open_workspace(Path(sys.argv[1]), {}).value
theme = read_theme(workspace).value
project = read_content(workspace, theme)
for job in make_plan(project, workspace.settings, preparation._ASKED, FOR_ALL).jobs:
    print(hashlib.sha256(make(job, theme, workspace.world).files[0][2]).hexdigest())
print(len(engine._ENGINES), engine._ENGINES[0] is before)
"""
STUDY = """\
---
title: Größere Umstellungen
---

## Problem

Die Auftragsabwicklung war *langsam*, mit `Cron` und **vielen** Zwischenschritten.

## Ergebnisse

- **70% weniger Zeit** je Lauf
"""


def digests(root: Path, how: str) -> list[str]:
    command = [sys.executable, "-c", PROGRAM, str(root), how]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")


@pytest.mark.parametrize(("settings", "shared"), [("", True), ('fonts.text = "inter"\n', False)])
def test_a_rehearsal_changes_no_byte(tmp_path: Path, settings: str, *, shared: bool) -> None:
    (tmp_path / "content" / "de").mkdir(parents=True)
    (tmp_path / "content" / "de" / "a.md").write_text(STUDY, "utf-8")
    (tmp_path / "casedoc.toml").write_text(f'languages = ["de"]\n{settings}', "utf-8")
    plain, rehearsed = digests(tmp_path, "plain"), digests(tmp_path, "rehearsed")
    assert len(plain[0]) == 64
    assert plain[0] == rehearsed[0]
    # Other fonts get an engine of their own, and the rehearsal's is gone.
    assert rehearsed[1] == f"1 {shared}"


def test_arrays_are_known_without_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    import_weasyprint()
    from weasyprint.text.ffi import ffi  # noqa: PLC0415 - only once it was imported as we do

    with ffi._lock:
        parsed = ffi._get_cached_btype(ffi._parser.parse_type("hb_codepoint_t[4711]"))
    assert ffi.typeof("hb_codepoint_t *")
    # Other tests import WeasyPrint in the usual way.
    monkeypatch.setattr(ffi, "_parsed_types", _KnownTypes(ffi._parsed_types, ffi))
    monkeypatch.setattr(ffi._parser, "parse_type", None)
    assert ffi.typeof("hb_codepoint_t[4711]") is parsed
    assert list(ffi.new("hb_codepoint_t[3]", (1, 2, 3))) == [1, 2, 3]
