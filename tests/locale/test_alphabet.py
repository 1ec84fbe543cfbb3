"""Order by the alphabet."""

import pytest

from casedoc.locale.alphabet import alphabetical, letter_of


def test_accents_count_as_their_letters_and_case_does_not() -> None:
    names = ["Zig", "Übersicht", "ubuntu", "Straße", "strasse", "Äther", "atom", "Écran"]
    assert sorted(names, key=alphabetical) == [
        "Äther", "atom", "Écran", "Straße", "strasse", "Übersicht", "ubuntu", "Zig"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "letter"), [("äther", "A"), ("3D", "#"), (".NET", "#"), ("Ж", "Ж"), ("ßx", "S")]
)
def test_letters(text: str, letter: str) -> None:
    assert letter_of(text) == letter
