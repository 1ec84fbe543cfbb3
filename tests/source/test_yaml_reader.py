import time

import pytest
from tests.source.reading import keys_of, place, scalars_of, told

from casedoc.source.values import Mapping, Scalar, place_of, without_places
from casedoc.source.yaml_reader import DEEPEST, MOST_VALUES, read_yaml


def test_places_of_keys_and_values() -> None:
    text = (
        'title: "A: b"\n'
        "n:   99.950 # so\n"
        "client:\n"
        "  alias: {de: ein, 'en': one}\n"
        "tags:\n"
        "- x\n"
        "- - y\n"
    )
    read = read_yaml(text, "a.md", first_line=5)
    assert keys_of(read) == {
        "title": "5:1",
        "n": "6:1",
        "client": "7:1",
        "client.alias": "8:3",
        "client.alias.de": "8:11",
        "client.alias.en": "8:20",
        "tags": "9:1",
    }
    assert scalars_of(read) == {
        "title": ("A: b", "5:8-5:14"),
        "n": ("99.950", "6:6-6:12"),
        "client.alias.de": ("ein", "8:15-8:18"),
        "client.alias.en": ("one", "8:26-8:29"),
        "tags.0": ("x", "10:3-10:4"),
        "tags.1.0": ("y", "11:5-11:6"),
    }


@pytest.mark.parametrize(
    "written", ["99.950", "2023-08-15", "0x1F", "1e3", "yes", "012", "1_000", ".inf", "12:30:45"]
)
def test_scalars_are_read_as_they_are_written(written: str) -> None:
    read = read_yaml(f"a: {written}\nb: '{written}'", "a.md").value
    assert isinstance(read, Mapping)
    [plain, quoted] = [pair.value for pair in read.pairs]
    assert isinstance(plain, Scalar)
    assert isinstance(quoted, Scalar)
    assert (written, False, written, True) == (plain.text, plain.quoted, quoted.text, quoted.quoted)


def test_only_plain_nulls_are_nothing() -> None:
    read = read_yaml("a: ~\nb: null\nc:\nd: ''\ne: '~'\nf: !!null null", "a.md").value
    assert read is not None
    assert without_places(read) == {"a": None, "b": None, "c": None, "d": "", "e": "~", "f": "null"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_an_empty_document_has_no_keys(text: str) -> None:
    read = read_yaml(text, "a.md", 3).value
    assert isinstance(read, Mapping)
    assert (read.pairs, place(read.span)) == ((), "3:1")


def test_anchors_repeat_values() -> None:
    read = read_yaml("a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]", "a.md")
    assert read.value is not None
    one = {"b": ["1", "2"]}
    assert without_places(read.value) == {"a": one, "c": one, "d": [one, one]}
    assert scalars_of(read)["d.1.b.0"] == ("1", "1:12-1:13")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: *b", "CD111 1:4"),
        ("a: &a [*a]", "CD111 1:8"),
        ("a: 1\n---\nb: 2", "CD111 2:1"),
        ("a: [1, 2", "CD111 1:9"),
        ("a: 1\n b: 2", "CD111 2:3"),
        ("\ta: 1", "CD111 1:1"),
        ("a: \x07", "CD111 1:4"),
        ("? [a, b]\n: c", "CD111 1:3"),
        ("a: @b", "CD111 1:4"),
        ("a: 1\nb: {c: 1, c: 2}", "CD112 2:11"),
        ("a: 1\n'a': 2", "CD112 2:1"),
        ("a: !!python/name:os.system x", "CD113 1:4"),
        ("a: !own {b: c}", "CD113 1:4"),
        ("- !!binary aGk=", "CD113 1:3"),
        ("!!set {a}", "CD113 1:1"),
        ("a: [[&x x, !!omap []]]", "CD113 1:12"),
        ("a: " + "[" * (DEEPEST + 1), f"CD114 1:{DEEPEST + 3}"),
    ],
)
def test_what_is_refused(text: str, expected: str) -> None:
    read = read_yaml(text, "a.md")
    assert read.value is None
    assert [expected] == told(read.diagnostics)


def test_tags_that_say_what_is_plain_anyway_are_allowed() -> None:
    read = read_yaml("a: !!str 2023\nb: !!int 3\nc: !!seq [1]\nd: !!map {}\ne: ! f", "a.md").value
    assert read is not None
    assert without_places(read) == {"a": "2023", "b": "3", "c": ["1"], "d": {}, "e": "f"}


def test_the_first_of_two_keys_is_related() -> None:
    [found] = read_yaml("slug: a\n\nslug: b", "a.md", 2).diagnostics
    assert [(one.message, place(one.span)) for one in found.related] == [
        ("first given here", "2:1")
    ]


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85"])
def test_characters_that_yaml_takes_for_line_ends_do_not_shift_places(odd: str) -> None:
    read = read_yaml(f'a: "x{odd}y"\nb: 1', "a.md")
    assert keys_of(read)["b"] == "2:1"


def test_as_many_values_as_allowed() -> None:
    items = ", ".join(["x"] * (MOST_VALUES - 1))
    assert read_yaml(f"a: [{items}]", "a.md").value is not None
    assert told(read_yaml(f"a: [{items}, x]", "a.md").diagnostics)[0].startswith("CD114 1:")


@pytest.mark.parametrize("text", ["[" * 100_000, "a: {" * 50_000, "- " * 50_000, "? " * 50_000])
def test_depth_costs_neither_time_nor_recursion(text: str) -> None:
    start = time.perf_counter()
    assert read_yaml(text, "a.md").value is None
    assert time.perf_counter() - start < 5


def test_the_place_of_a_location() -> None:
    value = read_yaml("a:\n  - b: 1\n  - [x, y]\nc: 2", "a.md").value
    assert value is not None
    places = {
        (): "1:1",
        ("a",): "1:1",
        ("a", 0): "2:5",
        ("a", 0, "b"): "2:8",
        ("a", 1): "3:5",
        ("a", 1, 1): "3:9",
        ("a", 7): "1:1",
        ("c",): "4:4",
        ("nothing", "here"): "1:1",
    }
    assert places == {location: place(place_of(value, location)) for location in places}


@pytest.mark.parametrize("text", ["title: {num}`5` Kisten", "title: `code`"])
def test_a_backtick_at_the_start_needs_quotes(text: str) -> None:
    [found] = read_yaml(text, "a.yaml").diagnostics
    assert found.code.number == "CD111"
    assert "role in braces" in (found.hint or "")
