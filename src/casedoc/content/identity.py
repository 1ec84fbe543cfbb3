"""Which study a file is, and in which language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.locale.spec import KNOWN_TAGS, NO_REGIONS, LocaleSpec, Regions, locale_spec
from casedoc.source.values import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_SLUG = 80
"""Characters."""
RESERVED = frozenset({"portfolio", "cv", "projects"})
"""Names of casedoc's own documents."""
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A pattern of slugs."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Identity:
    """A study's name and language."""

    slug: str
    locale: LocaleSpec


def identify(
    path: str, fields: Mapping, languages: Sequence[str], regions: Regions = NO_REGIONS
) -> Outcome[Identity]:
    """Return who a file is.

    The language is what the file declares, else what its name's suffix or its folder says, else
    the workspace's first; it is never guessed from the words.

    Args:
        path: Path of the file.
        fields: Its front matter, under the fields' own names.
        languages: The workspace's languages.
        regions: Which locale a plain language means in it.

    Returns:
        The identity; or `SLUG_INVALID`, `SLUG_RESERVED`, `LANGUAGE_UNKNOWN`.
    """
    *folders, name = path.split("/")
    stem, suffix = _split_suffix(name.rsplit(".", 1)[0])
    tag = suffix or next((folder for folder in reversed(folders) if folder in KNOWN_TAGS), None)
    tag = tag or languages[0]
    span = Span.of_file(path)
    if (declared := _scalar(fields, "lang")) is not None:
        tag, span = declared.text.strip(), declared.span
    locale = locale_spec(tag, regions)
    found: list[Diagnostic] = []
    if locale is None:
        hint = f"known are {', '.join(f'`{known}`' for known in KNOWN_TAGS)}"
        found.append(Diagnostic(Code.LANGUAGE_UNKNOWN, f"unknown language `{tag}`", span, hint))
    slug = _slug(path, stem, _scalar(fields, "slug"), found)
    if locale is None or slug is None:
        return Outcome(None, tuple(found))
    return Outcome(Identity(slug, locale), tuple(found))


def slug_from(text: str) -> str:
    """Return a slug made of any text; empty where nothing of it can be used."""
    plain = unicodedata.normalize("NFKD", transliterated(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def transliterated(text: str) -> str:
    """Return a text in lower case with the German letters as addresses write them (`ue`)."""
    return unicodedata.normalize("NFC", text).lower().translate(_GERMAN)


def _split_suffix(stem: str) -> tuple[str, str | None]:
    head, dot, tail = stem.rpartition(".")
    return (head, tail) if dot and head and tail in KNOWN_TAGS else (stem, None)


def _scalar(fields: Mapping, key: str) -> Scalar | None:
    pair = fields.find(key)
    usable = pair is not None and isinstance(pair.value, Scalar) and pair.value.text.strip()
    return pair.value if usable and pair and isinstance(pair.value, Scalar) else None


def judge_slug(slug: str, span: Span | None, better: str) -> Diagnostic | None:
    """Return what is wrong with a slug: `SLUG_INVALID` or `SLUG_RESERVED`; none if nothing is.

    Args:
        slug: The slug as it was written.
        span: Where.
        better: One that could be written instead; may be empty.
    """
    if not re.fullmatch(SLUG, slug) or len(slug) > LONGEST_SLUG:
        message = f"slug `{slug}` may only have lower-case letters, digits and single hyphens"
        hint = f"write `{better}`" if better else "add `slug: …`"
        return Diagnostic(Code.SLUG_INVALID, message, span, hint)
    if slug in RESERVED:
        message = f"slug `{slug}` is the name of one of casedoc's own documents"
        return Diagnostic(Code.SLUG_RESERVED, message, span, "choose another one")
    return None


def _slug(path: str, stem: str, given: Scalar | None, found: list[Diagnostic]) -> str | None:
    slug = given.text.strip() if given else slug_from(stem)
    span = given.span if given else Span.of_file(path)
    fault = judge_slug(slug, span, slug_from(slug.rsplit("/", 1)[-1]) or slug_from(stem))
    if fault is not None:
        found.append(fault)
        return None
    return slug
