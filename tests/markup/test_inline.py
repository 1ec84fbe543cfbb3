import re

import pytest
from tests.markup.samples import collector, element, text

from casedoc.markup.inline import InlineWriter
from casedoc.source.element import Element, Kind

BREAKING = re.compile(r"[ \u00a0]<(?!br|span class=\"unbroken\"|/)")


def write(*elements: Element, is_paragraph: bool = False) -> str:
    return str(InlineWriter("sample", collector()).write(elements, is_paragraph=is_paragraph))


def strong(*children: Element) -> Element:
    return element(Kind.STRONG, "", *children)


def word(words: str) -> Element:
    return text(words)[0]


def test_text_is_escaped() -> None:
    markup = write(word("<script>{{ 7*7 }} & {% include '/etc/passwd' %}"))
    assert markup == "&lt;script&gt;{{ 7*7 }} &amp; {% include &#39;/etc/passwd&#39; %}"


def test_the_space_before_a_tag_moves_inside() -> None:
    expected = "einen<strong> neuen</strong> Weg"
    assert expected == write(word("einen "), strong(word("neuen")), word(" Weg"))


def test_a_space_that_opens_a_tag_is_kept_once() -> None:
    assert write(word("a "), strong(word(" b ")), word(" c")) == "a<strong> b</strong> c"


def test_a_tag_in_a_tag_is_cured_as_well() -> None:
    emphasis = element(Kind.EMPHASIS, "", word("c"))
    assert write(word("a "), strong(word("b "), emphasis)) == "a<strong> b<em> c</em></strong>"


def test_a_no_break_space_before_a_tag_binds_both_words() -> None:
    markup = write(word("rund um\u00a0"), strong(word("60 Prozent")))
    expected = (
        'rund<span> <span class="unbroken">um\u00a0<strong>60</strong></span></span>'
        "<strong> Prozent</strong>"
    )
    assert expected == markup


def test_an_unbroken_group_keeps_its_own_spaces() -> None:
    group = element(Kind.NO_BREAK, "", word("2–4 Stunden"))
    expected = 'in<span> <span class="unbroken">2–4 Stunden</span></span> pro Release'
    assert expected == write(word("in "), group, word(" pro Release"))


def test_two_unbroken_groups_may_part() -> None:
    one = element(Kind.NO_BREAK, "", word("2–4 h"))
    two = element(Kind.NO_BREAK, "", word("bis 6 h"))
    expected = (
        '<span><span class="unbroken">2–4 h</span></span>'
        '<span> <span class="unbroken">bis 6 h</span></span>'
    )
    assert expected == write(one, word(" "), two)


@pytest.mark.parametrize("kind", [Kind.STRONG, Kind.EMPHASIS, Kind.MARK, Kind.KEYBOARD, Kind.CODE])
def test_no_tag_follows_a_space(kind: Kind) -> None:
    inner = (
        element(kind, "Wort Wort") if kind is Kind.CODE else element(kind, "", word("Wort Wort"))
    )
    assert BREAKING.search(write(word("Ein "), inner, word(" folgt"))) is None


def test_links_hold_nothing_but_spans() -> None:
    link = element(
        Kind.LINK,
        "",
        word("siehe "),
        strong(word("hier")),
        element(Kind.CODE, "x"),
        href="https://a.b",
    )
    markup = write(link)
    assert 'href="https://a.b"' in markup
    assert set() == set(re.findall(r"<(\w+)", markup)) - {"a", "span"}


def test_addresses_are_escaped() -> None:
    assert 'href="a&#34;b"' in write(element(Kind.LINK, "", word("x"), href='a"b'))


def test_breaks_keep_words_apart() -> None:
    markup = write(
        word("eins"), element(Kind.HARD_BREAK), word("zwei"), element(Kind.SOFT_BREAK), word("drei")
    )
    assert markup == "eins <br>zwei drei"


def test_a_very_long_word_is_not_hyphenated() -> None:
    assert '<span class="anywhere">' in write(word("a" * 61))
    assert "anywhere" not in write(word("a" * 60))


@pytest.mark.parametrize("name", ["PostgreSQL", "OpenTelemetry", "Kubernetes1.27"])
def test_names_of_technologies_are_not_hyphenated(name: str) -> None:
    assert f'mit<span class="unhyphenated"> {name}</span>' == write(word(f"mit {name}"))


def test_the_last_word_of_a_paragraph_is_not_hyphenated() -> None:
    markup = write(word("hohe Verfügbarkeit"), is_paragraph=True)
    assert markup == 'hohe<span class="unhyphenated"> Verfügbarkeit</span>'
    assert write(word("hohe Verfügbarkeit")) == "hohe Verfügbarkeit"


def test_footnotes_are_linked() -> None:
    markup = write(word("Wert"), element(Kind.FOOTNOTE_REFERENCE, number="2"))
    assert markup == 'Wert<sup class="note-mark"><a href="#sample-note-2">2</a></sup>'


def test_no_word_is_lost() -> None:
    parts = (
        word("Ein  Satz\nmit "),
        strong(word("fetten "), element(Kind.EMPHASIS, "", word("und schrägen"))),
        word(" Worten, "),
        element(Kind.SUBSCRIPT, "", word("tief")),
        element(Kind.NO_BREAK, "", word("am Stück")),
    )
    bare = re.sub(r"<[^>]+>", "", write(*parts))
    assert bare == "Ein Satz mit fetten und schrägen Worten, tiefam Stück"
