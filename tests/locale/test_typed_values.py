"""Typed dates, and which of both kinds a value is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.locale.date_reading import DateFault
from casedoc.locale.spec import locale_spec
from casedoc.locale.typed_dates import DateValue, read_date_value
from casedoc.locale.typed_quantities import Quantity, QuantityFault
from casedoc.locale.typed_values import format_value, read_value
from casedoc.locale.typography import typeset_text

TAGS = ("de", "de-AT", "de-CH", "en-US", "en-GB")


def printed(written: str, tag: str) -> str:
    value = read_value(written)
    spec = locale_spec(tag)
    assert isinstance(value, Quantity | DateValue)
    assert spec is not None
    return format_value(value, spec).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("written", "tag", "text"),
    [
        ("2023-08-15", "de", "15.~August~2023"),
        ("2024-01-05", "de-AT", "5.~Jänner~2024"),
        ("2023-08-15", "en-US", "August~15,~2023"),
        ("2023-08-15", "en-GB", "15~August~2023"),
        ("2023-08", "de", "August~2023"),
        ("2023", "de", "2023"),
        ("2022-03/2023-09", "de", "März~2022~– September~2023"),
        ("2022-03/2023-09", "en", "March~2022~– September~2023"),
        ("2023-03/2023-09", "de", "März–September~2023"),
        ("2023-03/2023-09", "en", "March~– September~2023"),
        ("2022/2023", "de-CH", "2022–2023"),
        ("2022-03/present", "de", "März~2022~– heute"),
        ("2023-08-15/present", "en", "August~15,~2023~– present"),
        ("2023-08-15/2023-09-02", "de", "15.~August~2023~– 2.~September~2023"),
        ("2023-08-15/2023-08-15", "de", "15.~August~2023"),
        ("2023-08/2023-08", "de", "August~2023"),
        ("12000", "de", "12.000"),
        ("1850", "de", "1.850"),
        ("99.95 %", "en", "99.95%"),
    ],
)
def test_what_is_printed(written: str, tag: str, text: str) -> None:
    assert printed(written, tag) == text


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("2023-02-30", DateFault.IMPOSSIBLE),
        ("2023-13", DateFault.IMPOSSIBLE),
        ("0000-01", DateFault.IMPOSSIBLE),
        ("2023-09/2022-03", DateFault.REVERSED),
        ("2023-08-15T10:00", DateFault.UNREADABLE),
        ("2023-8-5", DateFault.UNREADABLE),
        ("2023-08/heute", DateFault.UNREADABLE),
        ("2023/", DateFault.UNREADABLE),
        ("15.08.2023", QuantityFault.NO_NUMBER),
        ("", QuantityFault.NO_NUMBER),
    ],
)
def test_what_can_not_be_read(written: str, fault: DateFault | QuantityFault) -> None:
    assert read_value(written) is fault


def test_a_month_of_a_period_may_end_with_one_of_its_days() -> None:
    assert isinstance(read_date_value("2023-06/2023-06-01"), DateValue)


@given(st.dates(datetime.date(1, 1, 1)), st.dates(datetime.date(1, 1, 1)), st.sampled_from(TAGS))
def test_typography_finds_nothing_to_do(one: datetime.date, other: datetime.date, tag: str) -> None:
    first, second = sorted((one, other))
    spec = locale_spec(tag)
    assert spec is not None
    texts = (f"{first}", f"{first}"[:7], f"{first}/{second}", f"{first}"[:7] + f"/{second}"[:8])
    for written in texts:
        value = read_date_value(written)
        assert isinstance(value, DateValue)
        text = format_value(value, spec)
        assert typeset_text(text, spec) == text
        assert not set(text) & set("\u2009\u202f-")
        assert text.count(" ") <= 1
