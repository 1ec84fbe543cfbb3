"""Quantities: machine notation in, words and signs of the language out, and back again."""

import re
from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from casedoc.locale.spec import LocaleSpec, locale_spec
from casedoc.locale.typed_quantities import (
    Quantity,
    QuantityFault,
    format_quantity,
    looks_grouped,
    read_quantity,
    read_written_quantity,
    unit_in,
)
from casedoc.locale.typed_units import DURATIONS, currencies, machine_units
from casedoc.locale.typography import typeset_text

LIKE_A_GROUP = 3
"""Decimals that look like a group of thousands: those of a Libyan dinar."""
TAGS = ("de", "de-AT", "de-CH", "en-US", "en-GB")


def spec(tag: str) -> LocaleSpec:
    found = locale_spec(tag)
    assert found is not None
    return found


def printed(written: str, tag: str) -> str:
    quantity = read_quantity(written)
    assert isinstance(quantity, Quantity)
    return format_quantity(quantity, spec(tag)).text


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("1200000 EUR", "1200000", "EUR"),
        ("1.2e6 EUR", "1.2E+6", "EUR"),
        ("12.50 €", "12.50", "EUR"),
        ("99.950 %", "99.950", "%"),
        ("99.95%", "99.95", "%"),
        ("20 minutes", "20", "minute"),
        ("1 minute", "1", "minute"),
        ("20\u00a0GB", "20", "GB"),
        ("450 PT", "450", "PT"),
        ("2.5 pp", "2.5", "pp"),
        ("3x", "3", "x"),
        ("3 ×", "3", "x"),
        ("300ms", "300", "ms"),
        ("  12000 ", "12000", ""),
        ("-0.5", "-0.5", ""),
    ],
)
def test_machine_notation(written: str, value: str, unit: str) -> None:
    assert read_quantity(written) == Quantity(Decimal(value), unit)
    found = read_quantity(written)
    assert isinstance(found, Quantity)
    assert str(found.value) == value


def test_a_plus_is_kept() -> None:
    assert read_quantity("+12 %") == Quantity(Decimal(12), "%", signed=True)
    assert printed("+12 %", "de") == "+12\u00a0%"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", QuantityFault.NO_NUMBER),
        ("1,5", QuantityFault.NO_NUMBER),
        ("1.200.000", QuantityFault.NO_NUMBER),
        ("EUR 5", QuantityFault.NO_NUMBER),
        ("NaN", QuantityFault.NO_NUMBER),
        ("1e999", QuantityFault.UNKNOWN_UNIT),
        ("\u0663", QuantityFault.NO_NUMBER),
        ("12 Nutzer", QuantityFault.UNKNOWN_UNIT),
        ("12 eur", QuantityFault.UNKNOWN_UNIT),
        ("12 % %", QuantityFault.UNKNOWN_UNIT),
        ("1.234 EUR", QuantityFault.TOO_PRECISE),
        ("1.5 JPY", QuantityFault.TOO_PRECISE),
    ],
)
def test_what_is_not_machine_notation(written: str, fault: QuantityFault) -> None:
    assert read_quantity(written) is fault


@pytest.mark.parametrize(
    ("written", "german", "austrian", "swiss", "american", "british"),
    [
        ("1.2e6 EUR", "1.200.000 €", "€ 1.200.000", "EUR 1’200’000", "€1,200,000", "€1,200,000"),
        ("1234.5 CHF", "1.234,50 CHF", "CHF 1.234,50", "CHF 1’234.50", "CHF 1,234.50",
         "CHF 1,234.50"),
        ("1200 USD", "1.200 $", "$ 1.200", "$ 1’200", "$1,200", "US$1,200"),
        ("-5 EUR", "−5 €", "−€ 5", "EUR−5", "−€5", "−€5"),
        ("99.950 %", "99,950 %", "99,950 %", "99.950%", "99.950%", "99.950%"),
        ("20 minutes", "20 Minuten", "20 Minuten", "20 Minuten", "20 minutes", "20 minutes"),
        ("1 hour", "1 Stunde", "1 Stunde", "1 Stunde", "1 hour", "1 hour"),
        ("1.0 hours", "1,0 Stunden", "1,0 Stunden", "1.0 Stunden", "1.0 hours", "1.0 hours"),
        ("450 PT", "450 PT", "450 PT", "450 PT", "450 person-days", "450 person-days"),
        ("1 PT", "1 PT", "1 PT", "1 PT", "1 person-day", "1 person-day"),
        ("2.5 pp", "2,5 Prozentpunkte", "2,5 Prozentpunkte", "2.5 Prozentpunkte",
         "2.5 percentage points", "2.5 percentage points"),
        ("3x", "3×", "3×", "3×", "3×", "3×"),
        ("21.5 °C", "21,5 °C", "21,5 °C", "21.5 °C", "21.5 °C", "21.5 °C"),
        ("-1234567.5", "−1.234.567,5", "−1.234.567,5", "−1’234’567.5", "−1,234,567.5",
         "−1,234,567.5"),
    ],
)  # fmt: skip
def test_what_is_printed(
    written: str, german: str, austrian: str, swiss: str, american: str, british: str
) -> None:
    expected = dict(zip(TAGS, (german, austrian, swiss, american, british), strict=True))
    found = {tag: printed(written, tag) for tag in TAGS}
    assert found == {tag: text.replace(" ", "\u00a0") for tag, text in expected.items()}


@pytest.mark.parametrize(
    ("written", "number", "unit", "gap"),
    [
        ("1200000 EUR", "1.200.000", "€", True),
        ("99.95 %", "99,95", "%", True),
        ("3x", "3", "×", False),
        ("20 minutes", "20", "Minuten", True),
    ],
)
def test_number_and_unit_are_two_parts(written: str, number: str, unit: str, gap: bool) -> None:  # noqa: FBT001
    quantity = read_quantity(written)
    assert isinstance(quantity, Quantity)
    figure = format_quantity(quantity, spec("de"))
    assert (figure.number, figure.unit, figure.gap) == (number, unit, gap)
    assert figure.value == quantity.value


@pytest.mark.parametrize(
    ("text", "tag", "value", "unit"),
    [
        ("1.200.000 EUR", "de", "1200000", "EUR"),
        ("1.200.000,50 €", "de", "1200000.50", "EUR"),
        ("€1,200,000", "en", "1200000", "EUR"),
        ("EUR 1’200’000", "de-CH", "1200000", "EUR"),
        ("1'200'000 €", "de-CH", "1200000", "EUR"),
        ("US$5", "en-GB", "5", "USD"),
        ("99,95%", "de", "99.95", "%"),
        ("-40 %", "de", "-40", "%"),
        ("20 Minuten", "de", "20", "minute"),
        ("450 person-days", "en", "450", "PT"),
        ("3x", "en", "3", "x"),
    ],
)
def test_what_a_language_writes(text: str, tag: str, value: str, unit: str) -> None:
    assert read_written_quantity(text, spec(tag)) == Quantity(Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "tag", "fault"),
    [
        ("1,500", "de", QuantityFault.AMBIGUOUS),
        ("1.500 users", "en", QuantityFault.AMBIGUOUS),
        ("1.500 EUR", "de-CH", QuantityFault.AMBIGUOUS),
        ("99.95 %", "de", QuantityFault.NO_NUMBER),
        ("2-4 Stunden", "de", QuantityFault.NO_NUMBER),
        ("rund 5", "de", QuantityFault.UNKNOWN_UNIT),
        ("-+5", "de", QuantityFault.NO_NUMBER),
        ("$5", "en-GB", QuantityFault.UNKNOWN_UNIT),
        ("€5 EUR", "en", QuantityFault.UNKNOWN_UNIT),
        ("6 Personen", "de", QuantityFault.UNKNOWN_UNIT),
    ],
)
def test_what_a_language_does_not_write(text: str, tag: str, fault: QuantityFault) -> None:
    assert read_written_quantity(text, spec(tag)) is fault


@pytest.mark.parametrize(
    ("written", "doubtful"),
    [
        ("1.500", True),
        ("12.000 EUR", True),
        ("-1.500", True),
        ("1.500 %", True),
        ("150.000 %", True),
        ("99.950 %", False),
        ("0.500", False),
        ("1500", False),
        ("1500.000", False),
        ("1.50", False),
        ("1.500e3", False),
        ("x", False),
    ],
)
def test_decimals_like_thousands(written: str, doubtful: bool) -> None:  # noqa: FBT001
    assert looks_grouped(written) is doubtful


def test_unit_in_a_text() -> None:
    assert (unit_in("12 Nutzer"), unit_in("12"), unit_in("Nutzer")) == ("Nutzer", "", "")


VALUES = st.decimals(
    min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=2
)
PLAIN_UNITS = ("", "%", "x", "PT", "PM", "PJ", "pp", *DURATIONS, "GB", "ms", "km/h", "°C", "min")


@given(VALUES, st.integers(0, 4), st.sampled_from(PLAIN_UNITS), st.sampled_from(TAGS))
def test_what_is_printed_reads_back_as_the_same(
    value: Decimal, places: int, unit: str, tag: str
) -> None:
    value = value.scaleb(2 - places)
    quantity = Quantity(value, unit)
    text = format_quantity(quantity, spec(tag)).text
    back = read_written_quantity(text, spec(tag))
    if back is QuantityFault.AMBIGUOUS:
        assert re.search(r"(?<![\d.,’])[1-9]\d{0,2}[.,]\d{3}(?![\d.,’])", text)
    else:
        assert back == quantity
        assert isinstance(back, Quantity)
        assert back.value.as_tuple().exponent == value.as_tuple().exponent


@given(VALUES, st.sampled_from(sorted(currencies())), st.sampled_from(TAGS))
def test_money_reads_back_as_the_same(value: Decimal, code: str, tag: str) -> None:
    quantity = read_quantity(f"{value:f} {code}")
    if isinstance(quantity, Quantity):
        text = format_quantity(quantity, spec(tag)).text
        back = read_written_quantity(text, spec(tag))
        if get_currency_precision(code) == LIKE_A_GROUP and back is QuantityFault.AMBIGUOUS:
            return
        assert back == quantity


@given(VALUES, st.sampled_from((*PLAIN_UNITS, "EUR", "CHF", "USD", "GBP")), st.sampled_from(TAGS))
def test_no_gap_breaks_and_typography_finds_nothing_to_do(
    value: Decimal, unit: str, tag: str
) -> None:
    text = format_quantity(Quantity(value, unit), spec(tag)).text
    assert not set(text) & set(" \t\n\u2009\u202f")
    assert "-" not in text.replace("person-", "")
    assert typeset_text(text, spec(tag)) == text


def test_every_unit_of_machine_notation_can_be_printed() -> None:
    for unit in machine_units():
        for tag in TAGS:
            assert printed(f"5 {unit}", tag).startswith("5")
