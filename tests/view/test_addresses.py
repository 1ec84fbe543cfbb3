"""Addresses as they stand on paper."""

import pytest

from casedoc.view.addresses import LONGEST_ADDRESS, address_pieces, printed_address


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.com/", "example.com"),
        ("HTTP://example.com/a/", "example.com/a"),
        ("mailto:a@b.de", "a@b.de"),
        ("tel:+4930", "+4930"),
        ("https://de.wikipedia.org/wiki/%C3%9Cbung", "de.wikipedia.org/wiki/Übung"),
        ("https://a.de/b%20c", "a.de/b%20c"),
        ("https://a.de/b%00c", "a.de/b%00c"),
        ("https://a.de/?u=https://b.de", "a.de/?u=https://b.de"),
    ],
)
def test_printed_address(href: str, expected: str) -> None:
    assert printed_address(href) == expected


def test_pieces_end_only_behind_slashes() -> None:
    pieces, shortened = address_pieces("https://example.com/blog/k8s-migration.html?a=b.c")
    assert pieces == ("example.com/", "blog/", "k8s-migration.html?a=b.c")
    assert not shortened
    assert address_pieces("https://a.de//b/")[0] == ("a.de//", "b")


def test_addresses_over_80_characters_are_shortened() -> None:
    fits = "a.de/" + "x" * (LONGEST_ADDRESS - 5)
    assert address_pieces(f"https://{fits}") == (("a.de/", "x" * 75), False)
    pieces, shortened = address_pieces("https://a.de/" + "x" * 80 + "/last")
    assert ("".join(pieces), shortened) == ("a.de/…/last", True)
    pieces, shortened = address_pieces("https://a.de/b/" + "x" * 80)
    assert ("".join(pieces), shortened) == ("a.de/…", True)
