"""Every stylesheet is seen on a golden page."""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY
from tests.golden.cases import FOLDER

TEMPLATES = REPOSITORY / "templates"
STYLESHEETS = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for pattern in ("css/components/*.css", "themes/*/css/components/*.css")
    for path in TEMPLATES.glob(pattern)
)
_CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
UNSEEN = {"booklet-empty", "is-on-left", "is-on-right"}
"""Pages for studies that were set by themselves, which take their place; and where contents of two
pages face each other, which takes thirty studies."""


@cache
def parts_seen() -> frozenset[str]:
    """The blocks that stand on golden pages."""
    lines = (
        line
        for record in FOLDER.glob("*/*.tsv")
        for line in record.read_text(encoding="utf-8").splitlines()
    )
    parts = (line.removeprefix("head\tparts ").split() for line in lines if "\tparts " in line)
    return frozenset(name for names in parts for name in names)


@pytest.mark.parametrize("name", STYLESHEETS)
def test_all_that_a_stylesheet_sets_is_on_a_golden_page(name: str) -> None:
    css = _COMMENT.sub("", Path(TEMPLATES / name).read_text(encoding="utf-8"))
    blocks = {re.split(r"__|--", match[1])[0] for match in _CLASS.finditer(css)}
    assert blocks - parts_seen() - UNSEEN == set()
