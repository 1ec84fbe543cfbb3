import pytest

from casedoc.locale.spec import LocaleSpec, locale_spec
from casedoc.locale.typography import Run, typeset, typeset_text
from casedoc.locale.typography.lint import LINTS
from casedoc.locale.typography.order import RULES


def spec(tag: str) -> LocaleSpec:
    found = locale_spec(tag)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("um 70\u202f% und 500 GB", "um 70\u00a0% und 500\u00a0GB"),
        (
            "Z.B. u.v.m., e.V. und v.Chr.",
            "Z.\u00a0B. u.\u00a0v.\u00a0m., e.\u00a0V. und v.\u00a0Chr.",
        ),
        ("Foto.b.jpg, abz.B.", "Foto.b.jpg, abz.B."),
        ("../x und /.../y", "../x und /.../y"),
        ("§ 3-5-stellig, 80-20-Regel, 50-50, 20-5", "§\u00a03-5-stellig, 80-20-Regel, 50-50, 20-5"),
        ("030-1234, i7-1500, 2024-01", "030-1234, i7-1500, 2024-01"),
        ("3.-5. Mai 2024", "3.–5.\u00a0Mai 2024"),
        ("5-9Mio. und 500K-1M", "5–9\u00a0Mio. und 500K–1M"),
        ("Privat - Beispiele -- mehr", "Privat\u00a0– Beispiele\u00a0– mehr"),
        ("Privat – Beispiele", "Privat\u00a0– Beispiele"),
        ("Haupt- und Neben-", "Haupt- und Neben-"),
        ("bei -5 °C, -3 Prozent, -x", "bei −5\u00a0°C, −3 Prozent, -x"),
        ("3x-fach, 1920x1080, 2 x 3", "3x-fach, 1920x1080, 2 × 3"),
        ("100%-ig, 100 %-Lösung", "100%-ig, 100 %-Lösung"),
        ("3GB-Datei, 3 h, 5 Mio. €", "3GB-Datei, 3\u00a0h, 5\u00a0Mio.\u00a0€"),
        ("EUR 500, 500 EUR, € 500", "EUR\u00a0500, 500\u00a0EUR, €\u00a0500"),
        ("am 15. August und 3.Mai", "am 15.\u00a0August und 3.\u00a0Mai"),
        ("12 Datenverarbeitungsanlagen", "12\u00a0Datenverarbeitungsanlagen"),
        ('"Er sagte: \'Ja.\'" ("so")', "„Er sagte: ‚Ja.‘“ („so“)"),
        ('"Windows 11" und 15" breit', '„Windows 11“ und 15" breit'),
        ("Hans' Auto, geht's", "Hans’ Auto, geht’s"),
        ("https://a.de/2-4\u00a0500GB", "https://a.de/2-4\u00a0500\u00a0GB"),
    ],
)
def test_german(text: str, expected: str) -> None:
    assert expected == typeset_text(text, spec("de"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70 % of 4500€", "70% of 4500€"),
        ("The users' \"own 'words'\"", "The users’ “own ‘words’”"),
        ("on August 15 or 15 August", "on August\u00a015 or 15\u00a0August"),
        ("z.B. stays, 2,5 Mio. too", "z.B. stays, 2,5 Mio. too"),
        ("from 3,000-4,500 users", "from 3,000–4,500 users"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert expected == typeset_text(text, spec("en"))


def test_quotes_that_are_half_set_are_closed() -> None:
    assert typeset_text('„Wir liefern." Und "das".', spec("de")) == "„Wir liefern.“ Und „das“."
    assert typeset_text('“Yes" and “no”, "so"', spec("en")) == "“Yes” and “no”, “so”"
    assert typeset_text('„offen und "zu"', spec("de")) == "„offen und „zu“"


def test_decades_and_elisions_are_no_quotations() -> None:
    assert (
        typeset_text("Seit '99 läuft Hans' Server.", spec("de")) == "Seit '99 läuft Hans’ Server."
    )
    assert typeset_text("the '90s the dogs' owner", spec("en")) == "the '90s the dogs’ owner"
    assert typeset_text("rock 'n' roll, 'n' and 'so'", spec("en")) == "rock ’n’ roll, ’n’ and ‘so’"
    assert typeset_text("'5 Tage' lang", spec("de")) == "‚5 Tage‘ lang"


def test_thousandths_are_set_like_percent() -> None:
    assert typeset_text("2‰ oder 3 ‰, 5‰ig", spec("de")) == "2\u00a0‰ oder 3\u00a0‰, 5‰ig"


def test_swiss_german() -> None:
    assert typeset_text('"70 %"', spec("de-CH")) == "«70%»"
    assert typeset_text("10'000 Franken, 1'234'567", spec("de-CH")) == (
        "10\u2019000 Franken, 1\u2019234\u2019567"
    )
    assert typeset_text("10'000", spec("de")) == "10'000"


def test_numbers_stay_with_what_they_number() -> None:
    assert typeset_text("§ 5 Abs. 2, Nr. 7, S. 5-7; es sind 3", spec("de")) == (
        "§\u00a05 Abs.\u00a02, Nr.\u00a07, S.\u00a05\u20137; es sind 3"
    )
    assert typeset_text("see Fig. 3, pp. 12-14, or 5", spec("en")) == (
        "see Fig.\u00a03, pp.\u00a012\u201314, or 5"
    )


def test_factors_on_both_sides_make_a_range() -> None:
    assert typeset_text("10x-100x, 4x-2", spec("en")) == "10\u00d7\u2013100\u00d7, 4x-2"


def test_rules_see_across_runs() -> None:
    runs = (Run('Er sagt "'), Run("3"), Run('x schneller" und '), Run("60"), Run("%"))
    assert typeset(runs, spec("de")) == (
        "Er sagt „",
        "3",
        "× schneller“ und ",
        "60\u00a0",
        "%",
    )


def test_protected_run_is_one_opaque_word() -> None:
    runs = (Run('"'), Run('a "2-4" b', protected=True), Run('" - 2-4'))
    assert typeset(runs, spec("de")) == ("„", 'a "2-4" b', "“\u00a0– 2–4")


def test_change_that_would_span_two_runs_is_left_out() -> None:
    assert typeset((Run("so.."), Run(".")), spec("de")) == ("so..", ".")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grafana, Loki, ELK)", "Grafana, Loki,\u00a0ELK)"),
        ("Reduzierung um 60 %", "Reduzierung um\u00a060\u00a0%"),
        ("es geht so", "es geht\u00a0so"),
        ("so ist es", "so\u00a0ist\u00a0es"),
        ("ohne Eingriffe", "ohne Eingriffe"),
        ("Wort", "Wort"),
    ],
)
def test_last_word_is_bound_at_the_end_of_a_paragraph(text: str, expected: str) -> None:
    assert expected == typeset_text(text, spec("de"), paragraph_end=True)


def test_every_rule_names_its_authority() -> None:
    assert (len(RULES), len(LINTS)) == (15, 12)
    for rule in (*RULES, *LINTS):
        assert "*Source:*" in (rule.__doc__ or ""), rule
