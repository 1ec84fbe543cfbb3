"""`casedoc schema`."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from casedoc.content.json_schema import SchemaName, json_schema, schema_text

FILES = {
    "casedoc-front-matter.schema.json",
    "casedoc-profile.schema.json",
    "casedoc-settings.schema.json",
}


@pytest.mark.parametrize("name", SchemaName)
def test_one_schema_is_printed(run: Run, name: SchemaName) -> None:
    finished = run("schema", name.value)
    assert (finished.code, finished.err) == (0, "")
    assert finished.out == schema_text(name)
    assert json.loads(finished.out) == json_schema(name)
    assert finished.out.isascii()


def test_that_of_front_matter_unless_another_is_named(run: Run) -> None:
    assert run("schema").out == schema_text(SchemaName.FRONT_MATTER)


def test_it_needs_no_workspace_that_can_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "casedoc.toml").write_text('paper = "A5"\n')
    assert run("schema", "settings").code == 0


def test_all_are_written(run: Run, tmp_path: Path) -> None:
    finished = run("schema", "-o", "editor/schemas")
    folder = tmp_path / "editor" / "schemas"
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.splitlines() == [f"editor/schemas/{name}" for name in sorted(FILES)]
    assert {one.name for one in folder.iterdir()} == FILES
    for name in SchemaName:
        written = (folder / f"casedoc-{name.value}.schema.json").read_bytes()
        assert written == schema_text(name).encode()


def test_one_is_written(run: Run, tmp_path: Path) -> None:
    assert run("schema", "profile", "-o", "schemas").code == 0
    names = [one.name for one in (tmp_path / "schemas").iterdir()]
    assert names == ["casedoc-profile.schema.json"]


def test_a_folder_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("a file")
    finished = run("schema", "-o", "schemas")
    assert (finished.code, finished.out) == (1, "")
    assert finished.complaints == [("CD703", "", 0)]
    assert (tmp_path / "schemas").read_text() == "a file"


def test_a_file_in_the_way_stays_and_the_rest_is_not_tried(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "schemas" / "casedoc-profile.schema.json"
    blocked.mkdir(parents=True)
    finished = run("schema", "-o", "schemas")
    assert (finished.code, finished.complaints) == (1, [("CD703", "", 0)])
    assert finished.out == "schemas/casedoc-front-matter.schema.json\n"
    assert blocked.is_dir()


def test_an_unknown_name_is_wrong_usage(run: Run) -> None:
    finished = run("schema", "body")
    assert (finished.code, finished.out) == (2, "")
    assert "front-matter" in finished.err
