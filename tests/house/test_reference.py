"""The pages made from the code are those that lie in the repository."""

import re

import pytest
from tests.house.reference import FOLDER, PAGES, commands_page, diagnostics_page

from casedoc.base.codes import Code


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_fresh(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run scripts/reference"


def test_every_code_is_listed_once_in_order() -> None:
    listed = re.findall(r"^\| `(CD\d{3})` \|", diagnostics_page(), re.MULTILINE)
    assert len(listed) > 50
    assert listed == [code.number for code in Code]
    assert listed == sorted(set(listed))


def test_every_command_is_described() -> None:
    page = commands_page()
    assert re.findall(r"^## casedoc (\w+)$", page, re.MULTILINE) == [
        "build",
        "check",
        "clean",
        "doctor",
        "export",
        "import",
        "init",
        "list",
        "new",
        "proof",
        "schema",
    ]
    for option in ("--featured", "--lang", "--kind", "--format", "--strict", "--output-format"):
        assert f"`{option}`" in page
