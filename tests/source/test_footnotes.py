import pytest
from tests.source.reading import place, stretch, told

from casedoc.base.outcome import Outcome
from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.tree import read_body


def read(body: str) -> Outcome[tuple[Element, ...]]:
    return read_body(body, "a.md", 1)


def notes(body: str) -> list[tuple[str, str]]:
    """Number and words of each footnote, in the order in which they are printed."""
    blocks = read(body).value or ()
    [whole] = [block for block in blocks if block.kind is Kind.FOOTNOTES]
    return [(note.get("number"), _words(note)) for note in whole.children]


def references(body: str) -> list[tuple[str, str]]:
    """Number and stretch of each reference in the text."""
    return [
        (part.get("number"), stretch(part.span))
        for block in read(body).value or ()
        if block.kind is not Kind.FOOTNOTES
        for part in block.walk()
        if part.kind is Kind.FOOTNOTE_REFERENCE
    ]


def _words(note: Element) -> str:
    return " | ".join(plain_text(block.children) for block in note.children)


def test_the_text_gives_the_numbers() -> None:
    body = "Eins[^b], zwei[^a], wieder eins[^b].\n\n[^a]: A.\n\n[^b]: B.\n"
    assert notes(body) == [("1", "B."), ("2", "A.")]
    assert references(body) == [("1", "1:5-1:9"), ("2", "1:15-1:19"), ("1", "1:32-1:36")]
    assert read(body).diagnostics == ()


def test_a_note_may_have_paragraphs_and_stand_anywhere() -> None:
    body = "> [^a]: Eins.\n>\n>     Zwei.\n\nText[^a].\n"
    assert notes(body) == [("1", "Eins. | Zwei.")]


def test_inline_notes() -> None:
    body = "Text^[Nur *so* &amp; \\* gut.] weiter[^a].\n\n[^a]: A.\n"
    assert notes(body) == [("1", "Nur so & * gut."), ("2", "A.")]
    assert references(body)[0] == ("1", "1:5-1:7")


def test_an_inline_note_begins_where_it_is_referred_to() -> None:
    [_text, whole] = read("\nText^[mehr ^[tief]].").value or ()
    assert [place(note.span) for note in whole.children] == ["2:5", "2:12"]


def test_a_note_may_refer_to_another() -> None:
    body = "Text[^a].\n\n[^a]: A[^b] und ^[mehr ^[tief]].\n\n[^b]: B.\n"
    assert notes(body) == [("1", "A und ."), ("2", "B."), ("3", "mehr "), ("4", "tief")]


def test_a_note_inside_another_is_none_the_less_whole() -> None:
    body = "Text[^a] und[^b].\n\n[^a]: Davor.\n\n    [^b]: Innen.\n\n    Danach.\n"
    assert notes(body) == [("1", "Davor. | Danach."), ("2", "Innen.")]


def test_words_of_a_note_are_found_behind_its_label() -> None:
    [_text, whole] = read("Text[^x].\n\n[^x]: x\n").value or ()
    [word] = [part for part in whole.walk() if part.kind is Kind.TEXT]
    assert stretch(word.span) == "3:7-3:8"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Text.\n\n[^a]: A.\n", ["CD122 3:1"]),
        ("`[^a]:` Text.\n\n- [^a]: A.\n", ["CD122 3:3"]),
        ("Text[^a].\n\n[^a]: A.\n\n[^a]: B.\n", ["CD123 5:1"]),
        ("Text.\n\n[^a]: A.\n\n[^a]: B.\n", ["CD123 5:1", "CD122 3:1"]),
        ("Text[^b].\n", []),
    ],
)
def test_what_is_told(body: str, expected: list[str]) -> None:
    assert expected == told(read(body).diagnostics)


def test_the_first_of_two_is_related() -> None:
    [found] = read("Text[^a].\n\n[^a]: A.\n\n[^a]: B.\n").diagnostics
    assert found.is_error
    assert [place(one.span) for one in found.related] == ["3:1"]


def test_a_reference_without_a_note_stays_text() -> None:
    [paragraph] = read("Text[^b].").value or ()
    assert plain_text(paragraph.children) == "Text[^b]."


def test_notes_in_a_block_that_begins_with_a_comment() -> None:
    body = "<!-- c --> Text[^a] und^[B.].\n\n[^a]: A.\n"
    assert notes(body) == [("1", "A."), ("2", "B.")]
    assert read(body).diagnostics == ()


def test_a_note_in_an_alternative_text_is_printed() -> None:
    assert notes("![Bild ^[Von Hand.]](a.png)\n") == [("1", "Von Hand.")]
