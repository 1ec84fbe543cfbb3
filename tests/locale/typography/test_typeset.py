from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.locale.spec import KNOWN_TAGS, LocaleSpec, locale_spec
from casedoc.locale.typography import (
    Edit,
    Run,
    corrections,
    keep_together,
    lint,
    typeset,
    typeset_text,
)

FRAGMENTS = (
    *("60%", "70 %", "-95%", "100%ig", "2-4", "3%-5%", "2021-2024", "2018-19", "3-4.5x", "2 - 4"),
    *("$10K-$25K", "3x", "30 x 60 m", "4x4", "2.000", "1.5", "1 000 000", "4500€", "€4.500/Monat"),
    *("500GB", "2,4GHz", "500m²", "21,5 °C", "10m", "5 km/h", "2,5 Mio. Nutzer", "5 Mio. €"),
    *("z.B.", "z. B.", "i.d.R.", "d.h.", '"', "'", '"a"', "wasn't", "'90s", "6'2\"", "„", "“", "’"),
    *("...", "....", "…", "—", "–", "-", "--", "1.2.3", "v0.10.0", "IEC 62443-3-3", "S7-1500"),
    *("https://example.com/a-1-2/100%25", "01.01.2026", "2023-08-15", "14:05", "0800 5 23234213"),
    *("15.", "August", "March", "3.-5.", "Stunden", "a", "(", ")", "|", ",", "\u202f", "\u2009"),
    *("\u00a0", " ", " ", " ", "\n", "\ufffc", "EUR", "12 Datenverarbeitungsanlagen", "%", "x"),
)
PROTECTED = (
    *("1.2.3", "v0.10.0", "192.168.0.1", "10.0.0.0/16", "https://example.com/a-1-2/100%25"),
    *("www.example.org/3x3...", "me-2@example.org", "2023-08-15", "2020-03-13T05:35:07.322Z"),
    *("IEC 62443-3-3", "CVE-2021-44228", "0x1F", "#1234", "0800 5 23234213", "{{ a-1 }}"),
    *("{date}`2022-03/2023-09`", "{percent}`-3.5`", "{fact}``lead-time``"),
)
"""What is printed as it stands, one of each kind."""
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=12).map("".join)
SPECS = st.sampled_from([spec for tag in KNOWN_TAGS if (spec := locale_spec(tag))])
RUNS = st.lists(st.builds(Run, text=TEXTS, protected=st.booleans()), max_size=5)


@given(TEXTS, SPECS, st.booleans())
def test_second_pass_changes_nothing(text: str, spec: LocaleSpec, end: object) -> None:
    once = typeset_text(text, spec, paragraph_end=bool(end))
    assert once == typeset_text(once, spec, paragraph_end=bool(end))


@given(RUNS, SPECS)
def test_runs_keep_their_number_and_protected_ones_their_text(
    runs: list[Run], spec: LocaleSpec
) -> None:
    texts = typeset(runs, spec, paragraph_end=True)
    assert len(runs) == len(texts)
    for run, text in zip(runs, texts, strict=True):
        if run.protected:
            assert run.text == text


@given(RUNS, SPECS)
def test_second_pass_over_runs_changes_nothing(runs: list[Run], spec: LocaleSpec) -> None:
    once = typeset(runs, spec)
    again = [Run(text, run.protected) for run, text in zip(runs, once, strict=True)]
    assert once == typeset(again, spec)


@given(TEXTS, st.sampled_from(PROTECTED), TEXTS, SPECS)
def test_protected_text_stays_whatever_stands_around_it(
    before: str, name: str, after: str, spec: LocaleSpec
) -> None:
    # A name of several words keeps its words; the gaps around it are not its own.
    typed = typeset_text(f"{before} {name} {after}", spec, paragraph_end=True)
    assert name in typed.replace("\u00a0", " ")


@given(TEXTS, SPECS)
def test_letters_and_digits_stay(text: str, spec: LocaleSpec) -> None:
    def words(value: str) -> str:
        return "".join(c for c in value if c.isalnum() and c != "x")

    assert words(text) == words(typeset_text(text, spec, paragraph_end=True))


@pytest.mark.parametrize(
    "piece", ["1", "1.", "a-", "a.", "1-", "0 ", "(", '"', "'", " - ", "x@", "von 1-2 ", "\u00a0"]
)
def test_monotonous_text_takes_no_time_to_speak_of(piece: str) -> None:
    spec = locale_spec("de")
    assert spec is not None
    text = piece * (40_000 // len(piece))
    start = perf_counter()
    typeset_text(text, spec, paragraph_end=True)
    lint(text, spec)
    keep_together(text)
    # Anything that grows with the square of the length takes a minute.
    assert perf_counter() - start < 5


def test_many_runs_take_no_time_to_speak_of() -> None:
    spec = locale_spec("de")
    assert spec is not None
    start = perf_counter()
    typeset([Run('um "60%" ')] * 4_000, spec)
    assert perf_counter() - start < 5


def corrected(runs: list[Run], spec: LocaleSpec) -> list[Run]:
    """Make the corrections of runs by hand."""
    done = []
    for run, edits in zip(runs, corrections(runs, spec), strict=True):
        text = run.text
        for edit in reversed(edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        done.append(Run(text, run.protected))
    return done


@given(RUNS, SPECS, st.booleans())
def test_corrected_runs_are_typeset_as_those_typed(
    runs: list[Run], spec: LocaleSpec, end: object
) -> None:
    done = corrected(runs, spec)
    wanted = typeset(runs, spec, paragraph_end=bool(end))
    assert typeset(done, spec, paragraph_end=bool(end)) == wanted
    assert corrected(done, spec) == done


def test_corrections_are_the_least_that_is_needed() -> None:
    spec = locale_spec("de")
    assert spec is not None
    runs = [
        Run("Um 60% und "),
        Run('"', protected=True),
        Run("so...  "),
        Run("20 Nutzerkonten-IDs"),
    ]
    assert corrections(runs, spec) == (
        (Edit(5, 5, "\u00a0"),), (), (Edit(2, 5, "\u2026"),), ()
    )  # fmt: skip
