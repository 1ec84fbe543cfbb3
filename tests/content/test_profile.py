"""The author's profile."""

import pytest
from tests.content.reading import mapping_of, told

from casedoc.base.outcome import Outcome
from casedoc.content.profile import Profile, text_in, validate_profile
from casedoc.locale.dates import PartialDate

TODAY = PartialDate(2024, 6, 1)
BASICS = "basics:\n  name: Jana Brandt\n"


def checked(
    yaml: str,
    languages: tuple[str, ...] = ("de", "en"),
    today: PartialDate | None = TODAY,
) -> Outcome[Profile]:
    return validate_profile(mapping_of(BASICS + yaml), languages, today)


def profile_of(yaml: str) -> Profile:
    outcome = checked(yaml)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_a_name_is_enough() -> None:
    assert profile_of("").basics.name == "Jana Brandt"


@pytest.mark.parametrize("end", ["endDate: present", "endDate: heute", "endDate:", ""])
def test_a_position_without_an_end_lasts(end: str) -> None:
    [work] = profile_of(f"work:\n  - name: Nord\n    startDate: '2019-04'\n    {end}").work
    assert work.startDate is not None
    assert (work.startDate.date, work.endDate) == (PartialDate(2019, 4), None)


def test_a_position_with_an_end() -> None:
    [work] = profile_of("work:\n  - name: Nord\n    endDate: 2020-03").work
    assert work.endDate is not None
    assert work.endDate.date == PartialDate(2020, 3)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("work:\n  - position: x", "CD301 4:5"),
        ("work:\n  - name: ''", "CD302 4:11"),
        ("education:\n  - {institution: TU, endDate: 2023-02-30}", "CD221 4:32"),
        ("skills: Python", "CD303 3:9"),
        ("freelance: {rate: [1]}", "CD303 3:13"),
    ],
)
def test_errors(yaml: str, expected: str) -> None:
    outcome = checked(yaml)
    assert outcome.value is None
    assert told(outcome) == [expected]


def test_the_profiles_own_address_is_checked() -> None:
    outcome = checked("  url: javascript:x")
    assert outcome.value is None
    assert told(outcome) == ["CD401 3:8"]


def test_an_unknown_field_is_a_warning() -> None:
    outcome = checked("hobbies: [Segeln]")
    assert outcome.value is not None
    assert told(outcome) == ["CD304 3:1"]
    assert profile_of("$schema: x\nmeta: {a: b}").basics.name == "Jana Brandt"


def test_what_of_json_resume_is_not_printed_is_told() -> None:
    outcome = checked(
        "  image: x.png\n  profiles: []\nvolunteer: [{organization: Werft}]\n"
        "work:\n  - {name: Nord, url: 'https://nord.example', description: Werft}\n"
        "skills: [{name: Web, level: gut}]"
    )
    assert outcome.value is not None
    assert told(outcome) == ["CD306 3:3", "CD306 5:1", "CD306 7:18", "CD306 7:47", "CD306 8:22"]
    said = [one.message for one in outcome.diagnostics]
    assert said[2] == "`work.url` of JSON Resume is not printed"
    assert [work.name for work in outcome.value.work] == ["Nord"]


def test_a_missing_language_is_warned_of() -> None:
    outcome = checked("  label: {de: Architektin}")
    assert outcome.value is not None
    assert told(outcome) == ["CD701 3:3"]
    assert outcome.diagnostics[0].hint == "add `en: …`"
    assert checked("  label: {de: Architektin}", languages=("de",)).diagnostics == ()


def test_dates_in_another_shape_are_warned_of_at_their_place() -> None:
    outcome = checked("work:\n  - name: Nord\n    startDate: März 2019")
    assert outcome.value is not None
    assert told(outcome) == ["CD220 5:16"]


@pytest.mark.parametrize("written", ["2024-05", "2023", "2024-05-31", "{de: 2024-05, en: 2025}"])
def test_an_availability_in_the_past_is_a_warning(written: str) -> None:
    outcome = checked(f"freelance: {{available: {written}}}")
    assert outcome.value is not None
    assert [one.code.number for one in outcome.diagnostics] == ["CD320"]


@pytest.mark.parametrize("written", ["2024-06", "2024", "2024-06-01", "sofort", "2025-01"])
def test_other_availabilities_are_not(written: str) -> None:
    assert checked(f"freelance: {{available: {written}}}").diagnostics == ()
    assert checked("freelance: {available: 2001}", today=None).diagnostics == ()


def test_texts_per_language() -> None:
    both = {"de": "Hallo", "en": "Hello"}
    assert [text_in(both, tag) for tag in ("de", "en", "de-AT", "en-GB")] == [
        "Hallo",
        "Hello",
        "Hallo",
        "Hello",
    ]
    assert text_in({"de": "Hallo"}, "en") == "Hallo"
    assert (text_in("Hallo", "en"), text_in(None, "en")) == ("Hallo", "")
