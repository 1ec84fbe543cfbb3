"""Roles become what is printed, in text and front matter, or an error at their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content.reading import checked, study_of, told, warned

from casedoc.content.case_study import CaseStudy, Role
from casedoc.locale.typed_quantities import Quantity
from casedoc.source.element import plain_text

EN = "content/en/sample.md"
FACTS = "title: A\nfacts: {availability: 99.95 %, volume: 1200000 EUR, term: 2022-03/2023-09}"


def body_of(study: CaseStudy) -> str:
    blocks = [block for section in study.sections for block in section.blocks]
    parts = [part.children for block in blocks for part in block.walk() if part.children]
    return "|".join(plain_text(part).replace("\u00a0", "~") for part in parts[:1])


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("{num}`1234567.5`", "1.234.567,5", "1,234,567.5"),
        ("{num}`1.2e6`", "1.200.000", "1,200,000"),
        ("{num}`2023`", "2.023", "2,023"),
        ("{num}`1.500`", "1,500", "1.500"),
        ("{percent}`99.950`", "99,950~%", "99.950%"),
        ("{percent}`-3`", "−3~%", "−3%"),
        ("{eur}`1200000`", "1.200.000~€", "€1,200,000"),
        ("{eur}`1.2e6`", "1.200.000~€", "€1,200,000"),
        ("{eur}`0.5`", "0,50~€", "€0.50"),
        ("{chf}`12`", "12~CHF", "CHF~12"),
        ("{jpy}`1200`", "1.200~¥", "¥1,200"),
        ("{date}`2023-08-15`", "15.~August~2023", "August~15,~2023"),
        ("{date}`2022-03/2023-09`", "März~2022~– September~2023", "March~2022~– September~2023"),
        ("*{num}`1`* a", "1 a", "1 a"),
    ],
)
def test_roles_print_in_the_language_of_their_file(written: str, german: str, english: str) -> None:
    assert body_of(study_of("title: A", written)) == german
    assert body_of(study_of("title: A", written, EN)) == english


def test_facts_print_in_the_language_of_their_file() -> None:
    body = "{fact}`availability` {fact}`volume` {fact}`term`"
    assert body_of(study_of(FACTS, body)) == "99,95~% 1.200.000~€ März~2022~– September~2023"
    assert body_of(study_of(FACTS, body, EN)) == "99.95% €1,200,000 March~2022~– September~2023"


@pytest.mark.parametrize(
    ("body", "complaint", "hint"),
    [
        ("a {num}`1,5` b", "CD241 6:3", "write `1.5`"),
        ("a {num}`1.200.000` b", "CD241 6:3", "write `1200000`"),
        ("a {num}`5 GB` b", "CD241 6:3", "a typed number has a point"),
        ("a {num}`` b", "CD241 6:3", "a typed number has a point"),
        ("a {eur}`1.500` b", "CD241 6:3", "no more decimals"),
        ("a {percent}`5 %` b", "CD241 6:3", "a typed number has a point"),
        ("a {date}`` b", "CD241 6:3", "write `2023-08-15`"),
        ("a {date}`15.08.2023` b", "CD241 6:3", "write `2023-08-15`"),
        ("a {date}`2023-02-30` b", "CD221 6:3", "write `2023-08-15`"),
        ("a {date}`2023-09/2022-03` b", "CD223 6:3", "earlier date first"),
        ("a {fact}`tem` b", "CD242 6:3", "did you mean `term`?"),
        ("a {fact}`zzz` b", "CD242 6:3", "define it in `facts`"),
        ("a {fact}`` b", "CD242 6:3", "define it in `facts`"),
    ],
)
def test_what_can_not_be_read_is_an_error_at_its_place(
    body: str, complaint: str, hint: str
) -> None:
    used = "{fact}`availability` {fact}`volume` {fact}`term`"
    outcome = checked(FACTS, f"{body}\n\n{used}")
    assert outcome.value is None
    assert told(outcome) == [complaint]
    assert hint in (outcome.diagnostics[0].hint or "")


@pytest.mark.parametrize(
    ("role", "hint"),
    [("numb", "`{num}`"), ("percentage", "`{percent}`"), ("euro", "`{eur}`"), ("zzz", "roles are")],
)
def test_an_unknown_role_stays_as_typed(role: str, hint: str) -> None:
    outcome = checked("title: A", f"a {{{role}}}`5` b")
    assert outcome.value is not None
    assert told(outcome) == ["CD240 5:3"]
    assert hint in (outcome.diagnostics[0].hint or "")
    assert body_of(outcome.value) == f"a {{{role}}}5 b"


def test_front_matter_texts() -> None:
    study = study_of(
        "title: Umsatz {eur}`1.2e6`\n"
        'subtitle: "{percent}`99.95` verfügbar"\n'
        "summary: >-\n  Von {date}`2022-03`\n  bis {date}`2023-09`\n"
        "client: {name: X, alias: 'Haus mit {num}`1200` Betten'}\n"
        "cv: {title: 'T {num}`1`', bullets: 'a {eur}`1.5`, b', results: ['{num}`2000` c']}\n"
        "links: [{url: https://e.example, label: 'L {num}`3`', note: '{num}`4`'}]"
    )
    assert study.title == "Umsatz 1.200.000\u00a0€"
    assert study.subtitle == "99,95\u00a0% verfügbar"
    assert study.summary == "Von März\u00a02022 bis September\u00a02023"
    assert study.client is not None
    assert study.client.alias == "Haus mit 1.200 Betten"
    assert study.cv is not None
    assert study.cv.title == "T 1"
    assert study.cv.bullets == ("a 1,50\u00a0€", "b")
    assert study.cv.results == ("2.000 c",)
    assert (plain_text(study.links[0].label), plain_text(study.links[0].note)) == ("L 3", "4")


def test_places_in_front_matter() -> None:
    matter = (
        'title: "A {num}`1,5` {num}`2,5`"\n'
        "summary: >-\n  eins\n  zwei {num}`3,5`\n"
        "subtitle: b {zahl}`4`"
    )
    assert told(checked(matter)) == ["CD241 2:11", "CD241 2:22", "CD241 5:8", "CD240 6:13"]


def test_windows_line_ends() -> None:
    found = checked("title: A", "a\r\nb {num}`1,5`\r\n")
    assert told(found) == ["CD241 6:3"]


def test_a_first_heading_that_repeats_the_title_is_not_printed_twice() -> None:
    study = study_of("title: 'Über {num}`1200` Kisten'", "# Über {num}`1200` Kisten\n\nText.")
    assert [section.heading for section in study.sections] == [()]


def test_a_heading_with_a_role_keeps_its_part() -> None:
    study = study_of("title: A", "## {num}`2.` Lösung\n\nText.".replace("2.", "2"))
    assert plain_text(study.sections[0].heading) == "2 Lösung"
    assert study.sections[0].role is Role.SOLUTION


def test_alternative_texts_and_captions() -> None:
    files = {"content/de/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    outcome = checked("title: A", '![Bild {num}`1200`](a.svg "Titel {eur}`5`")', files=files)
    assert outcome.value is not None
    image = outcome.value.sections[0].blocks[0].children[0]
    assert (image.text, image.get("title")) == ("Bild 1.200", "Titel 5\u00a0€")


def test_a_metric_from_a_typed_value() -> None:
    body = (
        "## Ergebnisse\n\n"
        "- **{percent}`99.95`** Verfügbarkeit (von {percent}`98.2` auf {percent}`99.95`)\n"
        "- **{eur}`1.2e6` gespart** im Jahr\n"
        "- **{num}`20` Minuten** je Lauf\n"
        "- Seit **{date}`2023-08`** im Betrieb\n"
        "- **{num}`1.500`** Meter\n"
    )
    study = study_of("title: A", body)
    availability, saved, minutes, since, metres = study.metrics
    assert availability.figure is not None
    assert (availability.figure.number, availability.figure.unit) == ("99,95", "%")
    assert plain_text(availability.label) == "Verfügbarkeit"
    assert plain_text(availability.reference) == "von 98,2\u00a0% auf 99,95\u00a0%"
    assert isinstance(availability.value, Quantity)
    assert saved.figure is not None
    assert (saved.figure.text, plain_text(saved.label)) == ("1.200.000\u00a0€", "gespart im Jahr")
    assert isinstance(saved.value, Quantity)
    assert minutes.figure is not None
    assert (minutes.figure.text, minutes.value) == ("20\u00a0Minuten", None)
    assert (since.figure, since.words) == (None, "August\u00a02023")
    assert metres.figure is not None
    assert metres.figure.text == "1,500"
    assert study.sections == ()


def test_a_figure_that_can_be_read_in_two_ways_is_warned_of() -> None:
    study, codes = warned("title: A", "## Results\n\n- **1.500 users** a day\n", EN)
    assert codes == ["CD245"]
    assert study.metrics[0].figure is not None
    assert study.metrics[0].figure.number == "1.500"


def test_what_was_used_is_kept_with_its_place() -> None:
    study = study_of("title: A\nfacts: {x: 5 GB}\nvolume: 3 PT", "Text {fact}`x`.")
    kept: list[tuple[str, str, str, str, int]] = [
        (one.role, one.written, one.fact, one.printed, one.span.line) for one in study.values
    ]
    assert kept == [("", "3 PT", "", "3\u00a0PT", 4), ("fact", "5 GB", "x", "5\u00a0GB", 7)]
    assert all(one.value is not None for one in study.values)


@given(
    st.sampled_from(("num", "percent", "eur", "jpy", "date", "fact", "numb")),
    st.text(alphabet="0123456789.,-/eE+ %EUR", min_size=1, max_size=12),
)
def test_a_role_is_printed_or_told(role: str, written: str) -> None:
    outcome = checked("title: A", f"a {{{role}}}`{written}` b")
    if outcome.value is None:
        assert [one.is_error for one in outcome.diagnostics] == [True]
    elif outcome.diagnostics:
        assert body_of(outcome.value) == f"a {{numb}}{written.strip()} b"
    else:
        [used] = outcome.value.values
        assert body_of(outcome.value) == f"a {used.printed} b".replace("\u00a0", "~")
        assert used.value is not None
