"""Typography on text tokens."""

import pytest
from tests.content.reading import study_of
from tests.view.views import spec, words

from casedoc.source.element import Element, Kind, plain_text
from casedoc.view.typesetter import Typesetter, length_of


def paragraph(body: str) -> Element:
    return study_of("title: A", body).sections[0].blocks[0]


def typeset(body: str, tag: str = "de") -> Element:
    return Typesetter(spec(tag)).block(paragraph(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Es waren 60% und 20-200 Stück -- mehr.", "Es waren 60 % und 20–200 Stück – mehr."),
        ('Er sagte "Ja" und ging...', "Er sagte „Ja“ und ging…"),
        ('Er sagte "**Ja**" und ging.', "Er sagte „Ja“ und ging."),
        ('Er sagte "so **sehr" fett** es.', "Er sagte „so sehr“ fett es."),
        ('Code `60%  20-200 "a"` bleibt.', 'Code 60%  20-200 "a" bleibt.'),
        ("u\u0308ber O\u0308l", "über Öl"),
        ("eine\nZeile", "eine Zeile"),
    ],
)
def test_text_is_typeset(body: str, expected: str) -> None:
    assert words(typeset(body).children) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a--b...c",
        "www.example.com/20-200",
        "a--b@example.com",
        "https://a.de/it's/60%",
    ],
)
def test_addresses_are_untouched(address: str) -> None:
    typed = typeset(f"Siehe [{address}](https://example.com) -- dort.")
    assert f" {address} " in plain_text(typed.children).replace("\u00a0–", " –")
    assert words(typed.children) == f"Siehe {address} – dort."


def test_link_targets_are_untouched() -> None:
    [link] = [e for e in typeset("[a -- b](https://e.de/60%25--x)").walk() if e.kind is Kind.LINK]
    assert (link.get("href"), words(link.children)) == ("https://e.de/60%25--x", "a – b")


def test_captions_are_typeset_and_paths_are_not() -> None:
    given = {"src": "2-4.png", "title": "um 60%", "class": "a"}
    image = Element(Kind.IMAGE, paragraph("a").span, "2-4", (), given)
    [typed] = Typesetter(spec()).inline((image,))
    assert (typed.text, typed.attributes) == ("2-4", {**given, "title": "um 60\u00a0%"})


def test_code_blocks_are_untouched() -> None:
    block = study_of("title: A", "```\na -- b...\n```\n").sections[0].blocks[0]
    assert Typesetter(spec()).block(block).text == block.text


def test_what_belongs_together_is_kept_on_one_line() -> None:
    typed = typeset("Das kostet 2,4 Millionen Euro auf 20-200 Nodes im Jahr.")
    kept = [plain_text(e.children) for e in typed.walk() if e.kind is Kind.NO_BREAK]
    assert any("2,4 Millionen" in one.replace("\u00a0", " ") for one in kept)
    assert any("20–200" in one for one in kept)
    assert plain_text(typed.children).startswith("Das kostet ")


def test_a_title_keeps_a_number_and_its_noun_together() -> None:
    assert "2,4\u00a0Millionen" in Typesetter(spec()).title("Für 2,4 Millionen Kunden")
    assert Typesetter(spec()).title("Ein Fall") == "Ein Fall"


def test_lists_and_tables_are_typeset_in_all_their_cells() -> None:
    for body in (
        "- a -- b\n\n  c -- d\n",
        "| a -- b |\n| - |\n| c -- d |\n",
        "> a -- b\n>\n> c -- d",
    ):
        block = study_of("title: A", body).sections[0].blocks[0]
        text = plain_text((Typesetter(spec()).block(block),))
        assert (text.count("–"), "--" in text) == (2, False)


def test_english_has_its_own_marks() -> None:
    block = study_of("title: A", 'He said "60 %".', "content/en/a.md").sections[0].blocks[0]
    assert words(Typesetter(spec("en")).block(block).children) == "He said “60%”."


def test_places_are_kept() -> None:
    before, after = paragraph("Ein **fettes** Wort"), typeset("Ein **fettes** Wort")
    assert [e.span for e in after.walk()] == [e.span for e in before.walk()]


def test_length_counts_what_a_reader_meets() -> None:
    assert length_of((paragraph("Ein **fettes** [Wort](https://example.com)"),)) == len(
        "Ein fettes Wort"
    )


def test_the_gap_of_a_unit_does_not_break() -> None:
    assert "60\u00a0% im" in plain_text(typeset("Es waren 60% im Mai.").children)


def test_a_typed_value_is_text_like_any_other() -> None:
    typed = typeset("Nach {num}`20` Tagen sind {percent}`99.95` da, {date}`2023/2024`.")
    plain = typeset("Nach 20 Tagen sind 99,95 % da, 2023-2024.")
    assert plain_text(typed.children) == plain_text(plain.children)
    assert Kind.VALUE not in {part.kind for part in typed.walk()}
    kept = [words(part.children) for part in typed.walk() if part.kind is Kind.NO_BREAK]
    assert kept == ["20 Tagen", "2023–2024."]
