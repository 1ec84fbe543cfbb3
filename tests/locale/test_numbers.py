from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.locale.numbers import (
    format_compact,
    format_money,
    format_number,
    format_percent,
    read_amount,
    read_machine_number,
    read_number,
)
from casedoc.locale.spec import KNOWN_TAGS, LocaleSpec, locale_spec

SPECS = {tag: spec for tag in KNOWN_TAGS if (spec := locale_spec(tag))}
VALUES = st.decimals(
    min_value=-(10**12), max_value=10**12, places=None, allow_nan=False, allow_infinity=False
).filter(lambda value: abs(value) == 0 or value.adjusted() > -9)


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("12", "12", "12"),
        ("0,5", "0.5", None),
        ("1.500", "1500", None),
        ("1,500", None, "1500"),
        ("0.500", None, "0.500"),
        ("1.234.567,89", "1234567.89", None),
        ("1,234,567.89", None, "1234567.89"),
        ("1.5", None, "1.5"),
        ("-5", "-5", "-5"),
        ("\u22125", "-5", "-5"),
        ("+5", "5", "5"),
        ("1.23.456", None, None),
        ("1 500", None, None),
        ("", None, None),
        ("\u0661", None, None),
    ],
)
def test_numbers_are_read_strictly(text: str, german: str | None, english: str | None) -> None:
    expected = [None if value is None else Decimal(value) for value in (german, english)]
    assert expected == [read_number(text, SPECS["de"]), read_number(text, SPECS["en"])]


def test_ambiguous_amount_keeps_what_was_written() -> None:
    amount = read_amount("1,500", SPECS["de"])
    assert amount is not None
    assert (amount.written, amount.value, amount.decimals) == ("1,500", None, 3)


def test_swiss_groups_are_read_with_either_apostrophe() -> None:
    assert Decimal(1234) == read_number("1'234", SPECS["de-CH"])
    assert Decimal(1234) == read_number("1\u2019234", SPECS["de-CH"])


@pytest.mark.parametrize(
    ("text", "value"),
    [("1234567.5", "1234567.5"), ("1.2e6", "1.2e6"), ("-3", "-3"), ("1,5", None), ("x", None)],
)
def test_machine_notation(text: str, value: str | None) -> None:
    assert (None if value is None else Decimal(value)) == read_machine_number(text)


@given(VALUES, st.sampled_from(list(SPECS.values())))
def test_printed_number_is_read_back(value: Decimal, spec: LocaleSpec) -> None:
    amount = read_amount(format_number(value, spec), spec)
    assert amount is not None
    # What could be a group of thousands is never taken for decimals, not even our own.
    assert amount.value in (value, None)
    assert (amount.value is None) == (
        amount.decimals == 3 and not amount.grouped and 1 <= abs(value) < 1000
    )


@pytest.mark.parametrize(
    ("value", "decimals", "german", "english"),
    [
        ("-1234.50", None, "\u22121.234,50", "\u22121,234.50"),
        ("1234567", None, "1.234.567", "1,234,567"),
        ("99.95", 1, "100,0", "100.0"),
        ("2", 2, "2,00", "2.00"),
        ("0.000001", None, "0,000001", "0.000001"),
    ],
)
def test_number_in_two_languages(
    value: str, decimals: int | None, german: str, english: str
) -> None:
    number = Decimal(value)
    assert german == format_number(number, SPECS["de"], decimals=decimals)
    assert english == format_number(number, SPECS["en"], decimals=decimals)


def test_percent_is_never_rounded() -> None:
    assert format_percent(Decimal("99.95"), SPECS["de"]) == "99,95\u00a0%"
    assert format_percent(Decimal("99.95"), SPECS["en"]) == "99.95%"
    assert format_percent(Decimal("99.95"), SPECS["de-CH"]) == "99.95%"


@pytest.mark.parametrize(
    ("value", "currency", "tag", "text"),
    [
        ("1.2e6", "EUR", "de", "1.200.000\u00a0€"),
        ("1.2e6", "EUR", "en", "€1,200,000"),
        ("1234.5", "CHF", "en", "CHF\u00a01,234.50"),
        ("1234.5", "CHF", "de-CH", "CHF\u00a01\u2019234.50"),
        ("-5", "EUR", "de", "\u22125\u00a0€"),
    ],
)
def test_money(value: str, currency: str, tag: str, text: str) -> None:
    assert text == format_money(Decimal(value), currency, SPECS[tag])


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("999", "999", "999"),
        ("12345", "12.345", "12.3K"),
        ("999999", "999.999", "1M"),
        ("1500000", "1,5\u00a0Mio.", "1.5M"),
        ("2000000000", "2\u00a0Mrd.", "2B"),
    ],
)
def test_compact(value: str, german: str, english: str) -> None:
    assert german == format_compact(Decimal(value), SPECS["de"])
    assert english == format_compact(Decimal(value), SPECS["en"])
