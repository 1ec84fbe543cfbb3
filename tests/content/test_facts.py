"""Facts of one slug: written once, used in every language, never in contradiction."""

from tests.content.reading import brief, checked, source_of, told

from casedoc.content.facts import Facts, facts_of_slug
from casedoc.content.study_validation import validate_study
from casedoc.locale.typed_quantities import Quantity

DE, EN = "content/de/a.md", "content/en/a.md"


def facts_of(**files: tuple[str, str]) -> dict[str, Facts]:
    """Return the facts of files by `de`, `en` and so on: their definitions and bodies."""
    sources = [
        source_of(f"title: A\n{facts}", body, f"content/{name}/a.md")[0]
        for name, (facts, body) in files.items()
    ]
    found = facts_of_slug(sources)
    return {name: found[f"content/{name}/a.md"] for name in files}


def complaints(facts: Facts) -> list[str]:
    return [brief(one) for one in facts.diagnostics]


def test_written_once_and_used_everywhere() -> None:
    found = facts_of(de=("facts: {users: 12000}", "{fact}`users`"), en=("", "{fact}`users`"))
    assert found["de"].diagnostics == found["en"].diagnostics == ()
    fact = found["en"].known["users"]
    assert isinstance(fact.value, Quantity)
    assert (fact.written, fact.span.path, fact.span.line) == ("12000", DE, 3)


def test_the_same_twice_is_fine_and_each_file_keeps_its_digits() -> None:
    used = "{fact}`x` {fact}`y` {fact}`z`"
    found = facts_of(
        de=("facts: {x: 99.95 %, y: 20 minutes, z: 1.2e6}", used),
        en=("facts: {x: 99.950 %, y: 20 minute, z: 1200000}", used),
    )
    assert found["de"].diagnostics == found["en"].diagnostics == ()
    assert [found[name].known["x"].written for name in ("de", "en")] == ["99.95 %", "99.950 %"]


def test_different_definitions_are_errors_that_name_each_other() -> None:
    found = facts_of(
        de=("facts: {x: 45 %}", "{fact}`x`"),
        en=("facts: {x: 54 %}", ""),
        **{"de-AT": ("", "{fact}`x`")},
    )
    assert [complaints(one) for one in found.values()] == [["CD243 3:12"], ["CD243 3:12"], []]
    [error] = found["en"].diagnostics
    assert error.message == f"fact `x` is `54 %` here, and `45 %` in `{DE}`"
    assert [(one.span.path, one.span.line) for one in error.related] == [(DE, 3)]
    assert not found["de-AT"].known["x"].is_usable


def test_units_and_kinds_count_in_a_comparison() -> None:
    used = "{fact}`x` {fact}`y`"
    found = facts_of(
        de=("facts: {x: 5 GB, y: 2023}", used), en=("facts: {x: 5 MB, y: 2023.0}", used)
    )
    assert complaints(found["de"]) == ["CD243 3:12", "CD243 3:21"]


def test_a_fact_that_no_language_uses() -> None:
    found = facts_of(
        de=("facts: {a: 1, b: 2, c: 3, d: 4}\nsummary: x {fact}`b`", "![{fact}`c`](a.svg)"),
        en=("", "## Head {fact}`d`"),
    )
    assert complaints(found["de"]) == ["CD244 3:12"]
    assert found["en"].diagnostics == ()


def test_facts_that_can_not_be_read() -> None:
    matter = (
        "title: A\nfacts:\n  a: 1,5\n  b: 5 Nutzer\n  c: 2023-02-30\n  d: [1]\n  e:\n"
        "  f: 20 minuts\n  g: 2023-09/2022-03\n  h: 1.2345 EUR"
    )
    used = "".join(f"{{fact}}`{name}` " for name in "abcdefgh")
    outcome = checked(matter, used)
    assert told(outcome) == [
        "CD241 4:6", "CD246 5:6", "CD221 6:6", "CD241 7:3", "CD241 8:3", "CD246 9:6",
        "CD223 10:6", "CD241 11:6",
    ]  # fmt: skip
    hints = [one.hint or "" for one in outcome.diagnostics]
    assert "did you mean `minutes`?" in hints


def test_a_symbol_that_may_mean_something_else_needs_its_gap() -> None:
    outcome = checked("title: A\nfacts: {x: 10m, y: 10 m, z: 5GB}", "{fact}`x` {fact}`y` {fact}`z`")
    assert told(outcome) == ["CD246 3:12"]
    assert outcome.diagnostics[0].hint == "write a space before `m`"


def test_a_fact_that_can_be_read_in_two_ways_prints_as_typed() -> None:
    outcome = checked("title: A\nfacts: {users: 12.000}", "Für {fact}`users` Menschen.")
    assert told(outcome) == ["CD245 3:16"]
    assert outcome.value is not None
    assert [one.printed for one in outcome.value.values] == ["12.000"]


def test_facts_must_have_names() -> None:
    assert told(checked("title: A\nfacts: 12", "")) == ["CD303 3:8"]


def test_an_error_elsewhere_is_an_error_where_the_fact_is_used() -> None:
    german, world = source_of("title: A\nfacts:\n  x: 1,5", "{fact}`x`", DE)
    english, _world = source_of("title: A", "{fact}`x`", EN)
    facts = facts_of_slug([german, english])
    outcome = validate_study(english, world, ("de", "en"), facts[EN])
    assert told(outcome) == ["CD242 5:1"]
    assert outcome.diagnostics[0].related[0].span.path == DE
