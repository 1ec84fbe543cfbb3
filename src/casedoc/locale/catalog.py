"""The words casedoc adds of its own, from the gettext catalogs.

*Why* a missing message is a bug: a label that falls back to another language in silence is seen
only by the reader of the paper.
"""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.pofile import read_po

from casedoc.locale.spec import LocaleSpec


@lru_cache
def messages(language: str) -> dict[str, str]:
    """Return the catalog of a language: message by key.

    Raises:
        FileNotFoundError: If there is no catalog of the language.
    """
    source = files("casedoc.locale").joinpath("messages", f"{language}.po").read_bytes()
    catalog = read_po(BytesIO(source), locale=language, abort_invalid=True)
    return {str(entry.id): str(entry.string) for entry in catalog if entry.id and entry.string}


def language_name(language: LocaleSpec, target: LocaleSpec) -> str:
    """Return what a language is called in another: `German`; a region is named among its own kind.

    *Source:* CLDR 47, display names of languages.
    """
    names = Locale.parse(target.cldr).languages
    regional = names.get(language.cldr) if language.language == target.language else None
    return str(regional or names[language.language])


def message(key: str, spec: LocaleSpec, **values: str) -> str:
    """Return one of our own words or phrases in a language.

    Args:
        key: The English text, which is the message's id: `Page {page} of {pages}`.
        spec: The language.
        **values: What stands in the places of the braces.

    Raises:
        KeyError: If the catalog lacks the message, or a value is not given.
    """
    return messages(spec.language)[key].format(**values)
