import pytest
from hypothesis import given, strategies

from casedoc.source.decode import decode


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfa\xc3\xa4", "aä"),
        (b"a\r\nb\rc\nd\r\r\ne", "a\nb\nc\nd\n\ne"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
        (b"", ""),
    ],
)
def test_one_kind_of_line_end_and_no_mark(content: bytes, text: str) -> None:
    outcome = decode("a.md", content)
    assert (text, ()) == (outcome.value, outcome.diagnostics)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"\xff", "CD103", (1, 1)),
        (b"a\r\nb\rgr\xfcn", "CD103", (3, 3)),
        ("äö€".encode() + b"\x80", "CD103", (1, 4)),
        (b"\xef\xbb\xbfab\xe4", "CD103", (1, 3)),
        (b"half \xe2\x82", "CD103", (1, 6)),
        (b"a\n\0", "CD104", (2, 1)),
        (b"\xef\xbb\xbf\0", "CD104", (1, 1)),
        (b"\xed\xa0\x80", "CD103", (1, 1)),
    ],
)
def test_the_first_bad_byte_is_shown(content: bytes, code: str, place: tuple[int, int]) -> None:
    outcome = decode("a.md", content)
    [found] = outcome.diagnostics
    assert outcome.value is None
    assert found.span is not None
    assert (code, place) == (found.code.number, (found.span.line, found.span.column))


def test_the_byte_itself_is_told() -> None:
    [found] = decode("a.md", b"gr\xfcn").diagnostics
    assert found.message == "not valid UTF-8: byte 0xfc"


@given(strategies.text(strategies.characters(codec="utf-8", exclude_characters="\0\r\ufeff")))
def test_other_text_stays_as_it_is(text: str) -> None:
    assert text == decode("a.md", text.encode()).value
    assert text == decode("a.md", text.replace("\n", "\r\n").encode()).value
