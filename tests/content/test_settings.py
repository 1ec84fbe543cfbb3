"""The settings of a workspace."""

import pytest
from tests.content.reading import mapping_of, told

from casedoc.base.outcome import Outcome
from casedoc.content.settings import Settings, validate_settings


def checked(yaml: str) -> Outcome[Settings]:
    return validate_settings(mapping_of(yaml, "casedoc.toml"))


def test_defaults() -> None:
    settings = checked("{}").value
    assert settings is not None
    assert (settings.languages, settings.paper, settings.output) == (None, "A4", "output")
    assert (settings.file_name, settings.theme, settings.accent) == (
        "{name}.{lang}",
        "beleg",
        None,
    )
    assert settings.one_pager.overflow == "flow"
    assert (settings.booklet.layout, settings.booklet.cover, settings.booklet.level) == (
        "spread",
        "light",
        0,
    )
    assert (settings.locales, settings.hyphenation, settings.check.ignore) == ({}, {}, [])


def test_all_of_them() -> None:
    outcome = checked(
        "languages: [de, en-GB]\npaper: letter\noutput: out\nfile-name: '{author}-{name}.{lang}'\n"
        "accent: '#ABCDEF'\none-pager: {overflow: error}\nbooklet: {cover: solid, level: -2}\n"
        "locales: {de: de-AT, en: en-GB}\ncheck: {ignore: [CD403, CD210]}"
    )
    assert outcome.diagnostics == ()
    settings = outcome.value
    assert settings is not None
    assert (settings.languages, settings.accent) == (["de", "en-GB"], "#abcdef")
    assert (settings.one_pager.overflow, settings.booklet.level) == ("error", -2)
    assert settings.locales == {"de": "de-AT", "en": "en-GB"}
    assert settings.check.ignore == ["CD403", "CD210"]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("languages: []", "CD710 1:1"),
        ("languages: [de, xx]", "CD710 1:17"),
        ("languages: de", "CD710 1:12"),
        ("paper: A5", "CD710 1:8"),
        ("output: ''", "CD710 1:9"),
        ("theme: [beleg]", "CD710 1:1"),
        ("fonts: {text: [a]}", "CD710 1:9"),
        ("fonts: {body: a}", "CD711 1:9"),
        ("accent: blau", "CD710 1:9"),
        ("accent: '#0b556'", "CD710 1:9"),
        ("file-name: '{lang}'", "CD710 1:12"),
        ("file-name: '{name}-{foo}'", "CD710 1:12"),
        ("file-name: '{name!r}'", "CD710 1:12"),
        ("file-name: 'a/{name}'", "CD710 1:12"),
        ("file-name: 'a\\{name}'", "CD710 1:12"),
        ("file-name: '{name} {'", "CD710 1:12"),
        ("file-name: '{name}}'", "CD710 1:12"),
        ("one-pager: {overflow: drop}", "CD710 1:23"),
        ("one-pager: flow", "CD710 1:12"),
        ("booklet: {cover: dark}", "CD710 1:18"),
        ("booklet: {level: 1}", "CD710 1:18"),
        ("booklet: {level: -4}", "CD710 1:18"),
        ("booklet: {level: klein}", "CD710 1:18"),
        ("locales: {en: de-AT}", "CD710 1:15"),
        ("locales: {de: de-CH, fr: fr}", "CD710 1:26"),
        ("locales: {en-GB: en-GB}", "CD710 1:18"),
        ("locales: {en: }", "CD710 1:14"),
        ("locales: en-GB", "CD710 1:10"),
        ("hyphenation: {de: [Infra|struktur, Infra-struktur]}", "CD710 1:36"),
        ("hyphenation: {de: [zwei Worte]}", "CD710 1:20"),
        ("hyphenation: {de: ['|Infrastruktur']}", "CD710 1:20"),
        ("hyphenation: {de: Infra|struktur}", "CD710 1:19"),
        ("hyphenation: {de-AT: []}", "CD710 1:15"),
        ("check: {ignore: [CD210, CD999]}", "CD710 1:25"),
        ("check: {ignore: [cd210]}", "CD710 1:18"),
        ("check: {ignore: [CD301]}", "CD710 1:18"),
        ("check: {ignore: CD210}", "CD710 1:17"),
        ("colour: red", "CD711 1:1"),
        ("file_name: '{name}'", "CD711 1:1"),
        ("check: {ignored: []}", "CD711 1:9"),
        ("booklet: {pages: 4}", "CD711 1:11"),
    ],
)
def test_errors(yaml: str, expected: str) -> None:
    outcome = checked(yaml)
    assert outcome.value is None
    assert told(outcome) == [expected]


def test_complaints_say_what_is_possible() -> None:
    assert checked("paper: A5").diagnostics[0].message == "`paper` must be `A4` or `letter`"
    [pattern] = checked("file-name: '{foo}{name}'").diagnostics
    assert pattern.message == "`file-name` may only use {name}, {lang}, {author}, {profile}"
    [level] = checked("booklet: {level: -4}").diagnostics
    assert level.message == "`booklet.level` must be at least -3"
    [name] = checked("file-name: '{lang}'").diagnostics
    assert name.message == "`file-name` must contain `{name}`"


@pytest.mark.parametrize(
    ("yaml", "message", "hint"),
    [
        (
            "locales: {en: de-AT}",
            "`locales.en` must be a locale of `en`",
            "known are `en`, `en-US`, `en-GB`",
        ),
        ("locales: {fr: fr}", "`locales.fr` is for no known language", "known are `de`, `en`"),
        (
            "hyphenation: {de: [Infra-struktur]}",
            "`hyphenation.de.0` must be letters with `|` between them",
            "write one word, such as `Infra|struktur`; without a mark it is not divided at all",
        ),
        (
            "hyphenation: {de-AT: [Infra|struktur]}",
            "`hyphenation.de-AT` is for no known language",
            "known are `de`, `en`",
        ),
        (
            "check: {ignore: [CD402, CD4022]}",
            "`check.ignore.1` is no code",
            "did you mean `CD402`?",
        ),
        (
            "check: {ignore: [CD221]}",
            "`check.ignore.0` is the code of an error",
            "an error keeps its document from being made, whether it is told or not",
        ),
    ],
)
def test_hints(yaml: str, message: str, hint: str) -> None:
    [found] = checked(yaml).diagnostics
    assert (found.message, found.hint) == (message, hint)


def test_every_wrong_locale_is_told_at_its_place() -> None:
    assert told(checked("locales: {en: de, de: en}")) == ["CD710 1:15", "CD710 1:23"]
