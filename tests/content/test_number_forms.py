import pytest

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.content.number_forms import foreign_numbers
from casedoc.locale.spec import locale_spec
from casedoc.source.source import read_source


@pytest.mark.parametrize(
    ("language", "text", "columns"),
    [
        ("de", "Mit 1.5 Millionen und **99.95 %** heute", [5, 25]),
        ("de", "Mit 1,5 Millionen, 1.500 Stunden, OAuth 2.0 und `1.5 Millionen`", []),
        ("en", "With 1,5 million users", [6]),
        ("en", "With 1.5 million users and 1,500 hours", []),
    ],
)
def test_decimals_of_another_language(language: str, text: str, columns: list[int]) -> None:
    source = read_source(MemoryWorld({"a.md": text.encode()}), "a.md").value
    spec = locale_spec(language)
    assert source is not None
    assert spec is not None
    found = list(foreign_numbers(source.blocks, spec))
    assert [one.code for one in found] == [Code.NUMBER_FORM] * len(columns)
    assert [one.span.column for one in found if one.span] == columns
