import ast
import string
from pathlib import Path

import pytest

import casedoc
from casedoc.locale.catalog import message, messages
from casedoc.locale.spec import KNOWN_TAGS, LocaleSpec, locale_spec

LANGUAGES = sorted({found.language for tag in KNOWN_TAGS if (found := locale_spec(tag))})


def spec(tag: str) -> LocaleSpec:
    found = locale_spec(tag)
    assert found is not None
    return found


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_labels_of_both_languages() -> None:
    assert message("Results", spec("de")) == "Ergebnisse"
    assert message("Results", spec("en-GB")) == "Results"
    assert message("Case study {n} of {count}", spec("de"), n="2", count="4") == (
        "Fallstudie 2 von 4"
    )


def test_braces_in_values_stay() -> None:
    assert message("before {value}", spec("de"), value="{n}") == "vorher {n}"


def test_missing_message_is_a_bug() -> None:
    with pytest.raises(KeyError):
        message("No such message", spec("de"))


def test_missing_value_is_a_bug() -> None:
    with pytest.raises(KeyError):
        message("before {value}", spec("de"))


def test_there_are_languages_to_compare() -> None:
    assert LANGUAGES == ["de", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogs_have_the_same_messages_with_the_same_places(language: str) -> None:
    english = messages("en")
    catalog = messages(language)
    assert english.keys() == catalog.keys()
    assert len(catalog) > 40
    for key, text in catalog.items():
        assert places(key) == places(text), key


def test_english_messages_are_their_keys() -> None:
    assert {key: key for key in messages("en")} == messages("en")


def literals() -> tuple[set[str], set[str]]:
    """All texts in the code, and those that are printed by `message("…")` as they stand."""
    texts, printed = set(), set()
    for path in Path(casedoc.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "message":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    printed.add(str(first.value))
    return texts, printed


def test_catalogs_hold_what_the_code_prints_and_nothing_else() -> None:
    texts, printed = literals()
    assert len(printed) > 15
    assert printed - messages("en").keys() == set()
    assert messages("en").keys() - texts == set()
