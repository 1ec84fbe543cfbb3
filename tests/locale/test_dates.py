import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.locale.date_reading import (
    DateFault,
    DateReading,
    is_present,
    read_date,
    read_period,
)
from casedoc.locale.dates import (
    PartialDate,
    Precision,
    format_month_of,
    format_partial,
    format_period,
    format_short_period,
)
from casedoc.locale.spec import KNOWN_TAGS, LocaleSpec, locale_spec

SPECS = {tag: spec for tag in KNOWN_TAGS if (spec := locale_spec(tag))}
MARCH, SEPTEMBER = PartialDate(2022, 3), PartialDate(2023, 9)


@pytest.mark.parametrize(
    ("text", "date", "exact"),
    [
        ("2023-08-15", PartialDate(2023, 8, 15), True),
        ("2020-03-13T05:35:07.322Z", PartialDate(2020, 3, 13), True),
        ("2020-03-13 05:35:07+01:00", PartialDate(2020, 3, 13), True),
        ("2023-08", PartialDate(2023, 8), True),
        ("2023", PartialDate(2023), True),
        ("13 Mar 2024", PartialDate(2024, 3, 13), False),
        ("13. März 2024", PartialDate(2024, 3, 13), False),
        ("March 13, 2024", PartialDate(2024, 3, 13), False),
        ("Sep. 2025", PartialDate(2025, 9), False),
        ("Jänner 2024", PartialDate(2024, 1), False),
        ("03/2022", PartialDate(2022, 3), False),
        ("15.08.2023", PartialDate(2023, 8, 15), False),
        ("Jul 08 2022", PartialDate(2022, 7, 8), False),
        ("2023/8/15", PartialDate(2023, 8, 15), False),
        ("2023-8", PartialDate(2023, 8), False),
    ],
)
def test_dates_are_read(text: str, date: PartialDate, exact: object) -> None:
    assert DateReading(date, exact=bool(exact)) == read_date(text, SPECS["de"])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2024-02-30", DateFault.IMPOSSIBLE),
        ("2024-13", DateFault.IMPOSSIBLE),
        ("31. April 2024", DateFault.IMPOSSIBLE),
        ("03/04/2024", DateFault.AMBIGUOUS),
        ("03.04.2024", DateFault.AMBIGUOUS),
        ("3", DateFault.UNREADABLE),
        ("6 months", DateFault.UNREADABLE),
        ("bald", DateFault.UNREADABLE),
        ("", DateFault.UNREADABLE),
    ],
)
def test_what_is_no_date_says_why(text: str, fault: DateFault) -> None:
    reading = read_date(text, SPECS["en"])
    assert (reading.date, reading.fault) == (None, fault)


@pytest.mark.parametrize(
    ("text", "start", "end", "lasting", "exact"),
    [
        ("2022-03/2023-09", MARCH, SEPTEMBER, False, True),
        ("2022-03/present", MARCH, None, True, True),
        ("März 2022 — September 2023", MARCH, SEPTEMBER, False, False),
        ("März 2022 – heute", MARCH, None, True, False),
        ("2022-2023", PartialDate(2022), PartialDate(2023), False, False),
        ("2022-03", MARCH, MARCH, False, True),
        ("03/2022 bis 09/2023", MARCH, SEPTEMBER, False, False),
        ("March 2022 to September 2023", MARCH, SEPTEMBER, False, False),
        ("2022-03 to present", MARCH, None, True, True),
        ("2022/3 - 2023/9", MARCH, SEPTEMBER, False, False),
        ("Seit März 2022", MARCH, None, True, False),
        ("since 2022-03", MARCH, None, True, False),
    ],
)
def test_periods_are_read(
    text: str, start: PartialDate, end: PartialDate | None, lasting: object, exact: object
) -> None:
    reading = read_period(text, SPECS["de"])
    assert (start, end) == (reading.start, reading.end)
    assert (lasting, exact, None) == (reading.lasting, reading.exact, reading.fault)


@pytest.mark.parametrize(
    "text",
    ["Sep. 2025 / Present", "6 months", "2022-03/2023-13", "a/b/c", "seit gestern", "seit 2022-13"],
)
def test_what_is_no_period_has_a_fault(text: str) -> None:
    reading = read_period(text, SPECS["de"])
    assert reading.start is None
    assert reading.fault is not None


def test_words_for_the_present() -> None:
    assert is_present("Present")
    assert is_present("heute")
    assert not is_present("gestern")


@given(st.dates(), st.sampled_from(list(SPECS.values())))
def test_printed_day_is_read_back(day: object, spec: LocaleSpec) -> None:
    reading = read_date(str(day))
    assert reading.date is not None
    if reading.date.year >= 1000:
        printed = format_partial(reading.date, spec)
        assert reading.date == read_date(printed, spec).date
        month = format_month_of(reading.date, spec)
        assert PartialDate(reading.date.year, reading.date.month) == read_date(month, spec).date


@pytest.mark.parametrize(
    ("start", "end", "german", "english"),
    [
        (MARCH, SEPTEMBER, "März 2022\u00a0– September 2023", "March 2022\u00a0– September 2023"),
        (PartialDate(2023, 3), SEPTEMBER, "März–September 2023", "March\u00a0– September 2023"),
        (MARCH, None, "März 2022\u00a0– X", "March 2022\u00a0– X"),
        (MARCH, MARCH, "März 2022", "March 2022"),
        (PartialDate(2022), PartialDate(2023), "2022–2023", "2022–2023"),
        (PartialDate(2022), SEPTEMBER, "2022\u00a0– September 2023", "2022\u00a0– September 2023"),
    ],
)
def test_period_in_words(
    start: PartialDate, end: PartialDate | None, german: str, english: str
) -> None:
    assert german == format_period(start, end, SPECS["de"], "X")
    assert english == format_period(start, end, SPECS["en"], "X")


def test_period_in_digits_stays_on_one_line() -> None:
    spec = SPECS["de"]
    assert format_short_period(MARCH, SEPTEMBER, spec, "heute") == "03/2022\u00a0–\u00a009/2023"
    assert format_short_period(MARCH, None, spec, "heute") == "03/2022\u00a0–\u00a0heute"
    assert format_short_period(MARCH, MARCH, spec, "heute") == "03/2022"
    assert format_short_period(PartialDate(2022), None, spec, "heute") == "2022\u00a0–\u00a0heute"


def test_day_in_each_locale() -> None:
    day = PartialDate(2024, 1, 5)
    printed = [format_partial(day, SPECS[tag]) for tag in ("de", "de-AT", "en", "en-GB")]
    assert printed == ["5. Januar 2024", "5. Jänner 2024", "January 5, 2024", "5 January 2024"]


def test_partial_dates_are_ordered_by_what_is_known() -> None:
    year, month, day = PartialDate(2023), PartialDate(2023, 1), PartialDate(2023, 1, 1)
    assert [year, month, day] == sorted([day, year, month])
    assert [date.precision for date in (year, month, day)] == [
        Precision.YEAR,
        Precision.MONTH,
        Precision.DAY,
    ]
    assert [date.iso for date in (year, month, day)] == ["2023", "2023-01", "2023-01-01"]


def test_impossible_partial_date_is_a_bug() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2023, None, 1)
    with pytest.raises(ValueError, match="day"):
        PartialDate(2023, 2, 30)
