import time

import pytest
from tests.source.reading import keys_of, scalars_of, told

from casedoc.source.toml_reader import DEEPEST, read_toml
from casedoc.source.values import without_places


def test_comments_do_not_mislead() -> None:
    text = (
        'title = "x" # category = "y"\n'
        "# tags\n"
        'category = "y # z"\n'
        'tags = [ # "z"\n'
        '  "q", # "z", 1.50\n'
        '  "z", 1.50, true,\n'
        "]\n"
    )
    read = read_toml(text, "a.md", first_line=2)
    assert keys_of(read) == {"title": "2:1", "category": "4:1", "tags": "5:1"}
    assert scalars_of(read) == {
        "title": ("x", "2:9-2:12"),
        "category": ("y # z", "4:12-4:19"),
        "tags.0": ("q", "6:3-6:6"),
        "tags.1": ("z", "7:3-7:6"),
        "tags.2": ("1.50", "7:8-7:12"),
        "tags.3": ("true", "7:14-7:18"),
    }


def test_tables_and_dotted_keys() -> None:
    text = (
        "a.b = 1\n"
        "a.c = 2\n"
        "[alias]\n"
        "as = 3\n"
        "[alias.a]\n"
        "x = 4\n"
        "[[metric]]\n"
        "value = 99.950\n"
        "[[metric]]\n"
        '"m" = 5\n'
        "me = {t = 6, 'u v' = [7]}\n"
        "[alias.b]\n"
        "y = 8\n"
    )
    read = read_toml(text, "a.md")
    assert keys_of(read) == {
        "a": "1:1",
        "a.b": "1:3",
        "a.c": "2:3",
        "alias": "3:2",
        "alias.as": "4:1",
        "alias.a": "5:8",
        "alias.a.x": "6:1",
        "alias.b": "12:8",
        "alias.b.y": "13:1",
        "metric": "7:3",
        "metric.0.value": "8:1",
        "metric.1.m": "10:1",
        "metric.1.me": "11:1",
        "metric.1.me.t": "11:7",
        "metric.1.me.u v": "11:14",
    }
    assert {path: text for path, (text, _place) in scalars_of(read).items()} == {
        "a.b": "1",
        "a.c": "2",
        "alias.as": "3",
        "alias.a.x": "4",
        "alias.b.y": "8",
        "metric.0.value": "99.950",
        "metric.1.m": "5",
        "metric.1.me.t": "6",
        "metric.1.me.u v.0": "7",
    }


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("99.950", "99.950"),
        ("1_000", "1_000"),
        ("2023-08-15", "2023-08-15"),
        ("2023-08-15 10:00:00Z", "2023-08-15 10:00:00Z"),
        ("10:00:00", "10:00:00"),
        ("true", "true"),
        ("0x1F", "0x1F"),
        ('"\\u00e4 \\"b\\""', 'ä "b"'),
        ("'''\na\nb'''", "a\nb"),
        ('"""a""" # """', "a"),
        ('"""a"""""', 'a""'),
    ],
)
def test_values_keep_what_was_written(written: str, text: str) -> None:
    read = read_toml(f"a = {written}\nb = 1", "a.md").value
    assert read is not None
    assert without_places(read) == {"a": text, "b": "1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1 b = 2", "CD111 1:7"),
        ('a = "\\q"', "CD111 1:7"),
        ("a = 1\na = 2", "CD112 2:1"),
        ("[t]\na = 1\nb = 2\na = 3\nc = 4", "CD112 4:1"),
        ("[t]\na = 1\n\n[t]\nb = 1", "CD112 4:1"),
        ("a = {b = 1, b = 2}", "CD112 1:1"),
        ("[[t]]\na = 1\n[[t]]\na = [\n 1,\n]\na = 2", "CD112 7:1"),
        ("a = " + "[" * (DEEPEST + 1), "CD114 1:1"),
        (".".join("a" * 5000) + " = 1", "CD114 1:1"),
        ('"a" . ' * 5000 + "a = 1", "CD114 1:1"),
        ("[" + ".".join("a" * 5000) + "]", "CD114 1:1"),
    ],
)
def test_what_is_refused(text: str, expected: str) -> None:
    read = read_toml(text, "a.md")
    assert read.value is None
    assert [expected] == told(read.diagnostics)


@pytest.mark.parametrize("text", ["a = 1\nb", "a = ", "a = [1,"])
def test_the_end_is_called_the_end(text: str) -> None:
    [found] = read_toml(text, "a.md").diagnostics
    assert found.message == "broken TOML: unexpected end of file"


def test_brackets_in_strings_and_comments_are_no_depth() -> None:
    text = f"a = '{'[' * 100}' # {'[' * 100}\nb = \"{'x.' * 100}\""
    assert read_toml(text, "a.md").value is not None


@pytest.mark.parametrize(
    "text",
    [
        "a = '''" + "x" * 300_000 + "'''",
        "# x\n" * 20_000,
        "a = [" + "1, " * 5_000 + "]",
        "".join(f"k{number} = 'v'\n" for number in range(2_000)),
        "[[a]]\nb = 1\n" * 1_000,
        'a = "' + "\\\\" * 50_000 + '"',
    ],
)
def test_long_documents_take_no_long_time(text: str) -> None:
    start = time.perf_counter()
    assert read_toml(text, "a.md").value is not None
    assert time.perf_counter() - start < 5


def test_a_head_that_comes_again_is_no_key() -> None:
    read = read_toml("[[m]]\nx = 1\n[[m]]\nm = 2\nx = 3", "a.md")
    assert keys_of(read) == {"m": "1:3", "m.0.x": "2:1", "m.1.m": "4:1", "m.1.x": "5:1"}


def test_a_string_may_end_in_quotes() -> None:
    read = read_toml('a = """x"""" # "b = 2\nb = 1', "a.md")
    assert keys_of(read) == {"a": "1:1", "b": "2:1"}
