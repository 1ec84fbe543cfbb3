"""The command line inside the tests' own process, which is quick."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.command import Finished
from typer.testing import CliRunner

from casedoc.cli.main import app

Run = Callable[..., Finished]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call casedoc in a workspace of two languages that has no content yet."""
    (tmp_path / "casedoc.toml").write_text('languages = ["de", "en"]\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def call(*arguments: str) -> Finished:
        result = CliRunner().invoke(app, list(arguments))
        return Finished(result.exit_code, result.stdout, result.stderr)

    return call
