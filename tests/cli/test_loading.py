"""Modules that are imported only when they are needed."""

import gc
import sys
from pathlib import Path

import pytest

from casedoc import cli
from casedoc.cli.loading import load


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module of the command line that nobody has imported yet."""
    monkeypatch.setattr(cli, "__path__", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, "casedoc.cli.invented", raising=False)
    return tmp_path / "invented.py"


def test_a_module_is_imported_without_the_garbage_collector(module: Path) -> None:
    module.write_text("import gc\nenabled = gc.isenabled()\n")
    assert load("invented", "enabled") is False
    assert gc.isenabled()
    assert load("invented", "enabled") is False


def test_a_module_that_fails_leaves_the_collector_as_it_was(module: Path) -> None:
    module.write_text("1 / 0\n")
    with pytest.raises(ZeroDivisionError):
        load("invented", "enabled")
    assert gc.isenabled()
