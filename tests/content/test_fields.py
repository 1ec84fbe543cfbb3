"""What the values of front matter may look like."""

import pytest
from tests.content.reading import checked, study_of, told, warned

from casedoc.content.case_study import Period, newest_date
from casedoc.locale.dates import PartialDate


@pytest.mark.parametrize("word", ["true", "yes", "on", "ja", "1", "TRUE", "Ja", "'true'"])
def test_words_for_yes(word: str) -> None:
    study = study_of(f"title: A\nfeatured: {word}\ndraft: {word}")
    assert (study.featured, study.draft) == (True, True)


@pytest.mark.parametrize("word", ["false", "no", "off", "nein", "0", "FALSE", "Nein", "'false'"])
def test_words_for_no(word: str) -> None:
    study = study_of(f"title: A\nfeatured: {word}\ndraft: {word}")
    assert (study.featured, study.draft) == (False, False)


@pytest.mark.parametrize("word", ["vielleicht", "2", "''"])
def test_other_words_are_neither(word: str) -> None:
    assert told(checked(f"title: A\ndraft: {word}")) == ["CD303 3:8"]


def test_weight_is_a_whole_number() -> None:
    assert study_of("title: A\nweight: -3").weight == -3
    assert study_of("title: A").weight is None
    assert told(checked("title: A\nweight: 1.5")) == ["CD303 3:9"]
    assert told(checked("title: A\nweight: schwer")) == ["CD303 3:9"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Docker, Helm ,AWS EKS", ("Docker", "Helm", "AWS EKS")),
        ("AWS (EKS, RDS, S3), Helm", ("AWS (EKS, RDS, S3)", "Helm")),
        ("Helm (v3), AWS (a, b)", ("Helm (v3)", "AWS (a, b)")),
        ("Helm,, Docker,", ("Helm", "Docker")),
        ("Terraform", ("Terraform",)),
        ("[Docker, 'A, B', 2024, ~]", ("Docker", "A, B", "2024")),
        ("[]", ()),
    ],
)
def test_lists_and_texts_with_commas(written: str, expected: tuple[str, ...]) -> None:
    assert study_of(f"title: A\ntechnologies: {written}").technologies == expected


def test_a_list_of_lists_is_no_list_of_words() -> None:
    assert told(checked("title: A\ntechnologies: [[Docker]]")) == ["CD303 3:16"]


def test_tags_stand_in_only_where_technologies_are_absent() -> None:
    assert study_of("title: A\ntags: [k8s]").technologies == ("k8s",)
    both = study_of("title: A\ntags: [k8s]\ntechnologies: []")
    assert (both.technologies, both.tags) == ((), ("k8s",))


def test_texts_are_trimmed_and_kept_as_written() -> None:
    study = study_of('title: "  Ein   Fall "\nteam: 5\nvolume: 1200000 EUR\ncategory: [Web, Daten]')
    assert study.title == "Ein Fall"
    assert (study.team, study.volume, study.category) == ("5", "1.200.000\u00a0€", "Web, Daten")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-08-15", PartialDate(2023, 8, 15)),
        ('"2023-08-15"', PartialDate(2023, 8, 15)),
        ("2023-08-15T10:30:00Z", PartialDate(2023, 8, 15)),
        ("2023-08", PartialDate(2023, 8)),
        ("2023", PartialDate(2023)),
        ('"2023"', PartialDate(2023)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
    ],
)
def test_dates_in_their_proper_shape(written: str, expected: PartialDate) -> None:
    study = study_of(f"title: A\ndate: {written}")
    assert (study.date, study.date_written) == (expected, "")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("13 Mar 2024", PartialDate(2024, 3, 13)),
        ("Sep. 2025", PartialDate(2025, 9)),
        ("März 2022", PartialDate(2022, 3)),
        ("15. August 2023", PartialDate(2023, 8, 15)),
        ("August 15, 2023", PartialDate(2023, 8, 15)),
        ("15.08.2023", PartialDate(2023, 8, 15)),
        ("08/2023", PartialDate(2023, 8)),
    ],
)
def test_dates_in_another_shape_are_read_with_a_warning(
    written: str, expected: PartialDate
) -> None:
    outcome = checked(f"title: A\ndate: {written}")
    assert outcome.value is not None
    assert outcome.value.date == expected
    assert told(outcome) == ["CD220 3:7"]
    assert outcome.diagnostics[0].hint == f"write `{expected.iso}`"


@pytest.mark.parametrize("written", ["2023-02-30", "2023-13", "31.02.2023", "2023-02-29"])
def test_impossible_dates(written: str) -> None:
    outcome = checked(f"title: A\ndate: {written}")
    assert outcome.value is None
    assert told(outcome) == ["CD221 3:7"]


@pytest.mark.parametrize("written", ["6 months", "03/04/2024", "irgendwann", "August"])
def test_unreadable_dates_are_printed_as_typed(written: str) -> None:
    outcome = checked(f"title: A\ndate: {written}")
    assert outcome.value is not None
    assert (outcome.value.date, outcome.value.date_written) == (None, written)
    assert told(outcome) == ["CD222 3:7"]


def test_a_dotted_date_is_read_in_german_only() -> None:
    study, codes = warned("title: A\ndate: 03.04.2024", path="content/en/a.md")
    assert (study.date, study.date_written, codes) == (None, "03.04.2024", ["CD222"])


START, END = PartialDate(2022, 3), PartialDate(2023, 9)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-03/2023-09", Period(START, END)),
        ("{start: 2022-03, end: 2023-09}", Period(START, END)),
        ("{start: 2022-03, end: present}", Period(START, None)),
        ("{start: 2022-03, end: heute}", Period(START, None)),
        ("{start: 2022-03}", Period(START, None)),
        ("{start: 2022-03, end: ~}", Period(START, None)),
        ("2022-03/present", Period(START, None)),
        ("2022/2023", Period(PartialDate(2022), PartialDate(2023))),
        ("2022-03", Period(START, START)),
        ("2023-06-01/2023-06", Period(PartialDate(2023, 6, 1), PartialDate(2023, 6))),
        ("2023-06/2023", Period(PartialDate(2023, 6), PartialDate(2023))),
    ],
)
def test_periods_in_both_forms(written: str, expected: Period) -> None:
    assert study_of(f"title: A\nperiod: {written}").period == expected


def test_a_period_in_words_is_read_with_a_warning() -> None:
    study, codes = warned("title: A\nperiod: März 2022 — September 2023")
    assert (study.period, codes) == (Period(START, END), ["CD220"])
    study, codes = warned("title: A\nperiod: März 2022 – heute")
    assert (study.period, codes) == (Period(START, None), ["CD220"])


def test_dates_of_a_period_with_keys_are_warned_of_too() -> None:
    study, codes = warned("title: A\nperiod: {start: März 2022, end: 2023-09}")
    assert (study.period, codes) == (Period(START, END), ["CD220"])


def test_an_unreadable_period_is_printed_as_typed() -> None:
    outcome = checked("title: A\nperiod: 6 months")
    assert outcome.value is not None
    assert (outcome.value.period, outcome.value.date_written) == (None, "6 months")
    assert told(outcome) == ["CD222 3:9"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-09/2022-03", "CD223 3:9"),
        ("{start: 2023-09, end: 2022-03}", "CD223 3:1"),
        ("2023-09-02/2023-09-01", "CD223 3:9"),
        ("2023/2022-12", "CD223 3:9"),
        ("2023-02-30/2023-09", "CD221 3:9"),
        ("{start: 2023-02-30}", "CD221 3:1"),
        ("{end: 2023-09}", "CD303 3:1"),
        ("{start: 2022, ende: 2023}", "CD303 3:1"),
        ("[2022, 2023]", "CD303 3:1"),
    ],
)
def test_wrong_periods(written: str, expected: str) -> None:
    outcome = checked(f"title: A\nperiod: {written}")
    assert outcome.value is None
    assert told(outcome) == [expected]


@pytest.mark.parametrize(
    ("given", "printed", "complaints"),
    [
        ("period: {start: bald}", "bald", ["CD222 3:17"]),
        ("start: Q1 2022\nend: 2023-06", "Q1 2022 \u2013 2023-06", ["CD222 3:8"]),
        ("start: Q1 2022\nend: heute", "Q1 2022 \u2013 heute", ["CD222 3:8"]),
        ("start: Q1 2022\nend: Q3 2023", "Q1 2022 \u2013 Q3 2023", ["CD222 3:8", "CD222 4:6"]),
    ],
)
def test_a_period_with_keys_that_can_not_be_read_is_printed_as_it_stands(
    given: str, printed: str, complaints: list[str]
) -> None:
    outcome = checked(f"title: A\n{given}")
    assert told(outcome) == complaints
    assert outcome.value is not None
    assert (outcome.value.date_written, outcome.value.period) == (printed, None)


@pytest.mark.parametrize("given", ["period: {ende: 2022}", "period: {start: [2022]}", "period: {}"])
def test_a_period_with_keys_needs_a_start(given: str) -> None:
    assert told(checked(f"title: A\n{given}")) == ["CD303 3:1"]


def test_an_empty_date_is_an_error_like_any_empty_text() -> None:
    assert told(checked("title: A\ndate: ''\nperiod: ' '")) == ["CD302 3:7", "CD302 4:9"]


def test_blank_entries_of_a_list_are_no_entries() -> None:
    assert study_of("title: A\ntags: 'a, b, , '").tags == ("a", "b")
    assert study_of("title: A\ntags: [a, ' ', b]").tags == ("a", "b")


def test_the_last_date_is_the_end_of_the_period() -> None:
    both = study_of("title: A\ndate: 2024\nperiod: 2020/2021")
    lasting = study_of("title: A\nperiod: 2022-05/present")
    assert both.last_date == PartialDate(2021)
    assert lasting.last_date == PartialDate(2022, 5)
    assert newest_date([both, lasting, study_of()]) == PartialDate(2022, 5)
    assert newest_date([study_of()]) is None


def test_declared_metrics_take_the_place_of_those_in_the_text() -> None:
    matter = (
        "title: A\nmetrics:\n  - {value: 99.95 , label: Quote, hero: ja}\n"
        "  - {value: '2-4 Stunden', before: 2 h, after: 1 h}\n  - {value: tägliche Läufe}"
    )
    study = study_of(matter, "## Ergebnisse\n\n- **70% weniger** Zeit\n")
    assert study.metrics_declared
    first, second, third = study.metrics
    assert first.figure is not None
    assert second.figure is not None
    assert (first.figure.number, first.hero) == ("99,95", True)
    assert (second.figure.number, second.figure.unit) == ("2–4", "Stunden")
    assert (second.before, second.after, second.hero) == ("2\u00a0h", "1\u00a0h", False)
    assert (third.figure, third.words) == (None, "tägliche Läufe")
    assert [section.heading[0].text for section in study.sections] == ["Ergebnisse"]
    assert len(study.sections[0].blocks) == 1


def test_quoted_metric_values_are_in_the_files_language() -> None:
    quoted = study_of("title: A\nmetrics: [{value: '99,95 %'}, {value: '1.500 Euro je Tag'}]")
    percent, euro = (metric.figure for metric in quoted.metrics)
    assert percent is not None
    assert euro is not None
    assert (percent.number, percent.unit, percent.gap) == ("99,95", "%", True)
    assert euro.text.replace("\u00a0", " ") == "1.500 Euro je Tag"


def test_links_of_the_front_matter() -> None:
    study = study_of(
        "title: A\nlinks:\n  - example.com/a\n"
        "  - {url: 'https://example.com/b', label: B, note: neu}"
    )
    assert [link.href for link in study.links] == ["https://example.com/a", "https://example.com/b"]
    assert (study.links[1].label[0].text, study.links[1].note[0].text) == ("B", "neu")


def test_what_the_cv_shows_instead() -> None:
    override = study_of("title: A\ncv: {title: B, results: [x, y], bullets: 'a, b'}").cv
    assert override is not None
    assert (override.title, override.results, override.bullets) == ("B", ("x", "y"), ("a", "b"))
    assert override.technologies is None
    assert study_of().cv is None
