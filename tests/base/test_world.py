import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.base.world import is_remote, normalise


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.md", "a/b.md"),
        ("./a//b/./c", "a/b/c"),
        ("a/../b", "b"),
        ("a/b/../../c", "c"),
        ("", ""),
        (".", ""),
        ("a/..", ""),
        ("..", None),
        ("a/../..", None),
        ("a/../../a", None),
        ("/a", None),
        ("\\\\host\\a", None),
        ("a\\..\\b", None),
        ("a\0", None),
    ],
)
def test_paths_never_leave_the_root(path: str, expected: str | None) -> None:
    assert expected == normalise(path)


@given(st.text("./a\\\0", max_size=12))
def test_a_normal_path_is_normal(path: str) -> None:
    normal = normalise(path)
    assert normal is None or normalise(normal) == normal
    assert normal is None or not {"..", "."} & set(normal.split("/"))


@pytest.mark.parametrize(
    "address",
    ["http://a", "HTTPS://a", "//host/a", "data:,x", "file:///a", "mailto:a@b", "ftp:a", "x-y:z"],
)
def test_addresses_of_the_network(address: str) -> None:
    assert is_remote(address)


@pytest.mark.parametrize("address", ["a.png", "a/b:c.png", "../a", "/a", "", "C:/a"])
def test_paths_are_no_addresses(address: str) -> None:
    assert not is_remote(address)
