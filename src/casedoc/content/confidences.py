"""A confidential client's name must not be printed: where it stands is found here.

The name is looked for in the files themselves, in front matter, text, addresses and comments alike,
in any case, through emphasis marks and soft hyphens, with endings and compounds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Position, Span
from casedoc.content.fields import NO
from casedoc.content.keys import ALIASES
from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.values import Mapping, Pair, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Sequence as AnySequence

    from casedoc.source.source import Source

SHORT_TERM = 5
"""Characters below which a term must stand as a word of its own."""

_LEGAL_FORM = re.compile(
    r"[\s,&+]+(?:co\.?\s+kg|gmbh|mbh|ag|se|kg|kgaa|ohg|gbr|ug|e\.?\s?v\.?|eg|inc\.?|ltd\.?|llc|plc"
    r"|corp\.?|b\.?v\.?|n\.?v\.?|s\.?a\.?|sarl|s\.?r\.?l\.?|oy|ab|as)\Z",
    re.IGNORECASE,
)
_WITH_WORDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.CELL, Kind.HEADER_CELL, Kind.TERM})
_CLIENT_KEYS = ("client", *ALIASES["client"])
_INVISIBLE = frozenset("*_`~\u00ad\u200b\u200c\u200d\u2060\ufeff\\")


@dataclass(frozen=True, slots=True)
class Secret:
    """The names of one confidential client."""

    slug: str
    """The study that declares it."""
    names: tuple[str, ...]
    """Its full name and all that would give it away."""
    shortened: tuple[str, ...]
    """Its name without its legal form; counts only in its own studies."""


def secret_of(slug: str, fields: Mapping) -> Secret | None:
    """Return the names under which a file's client must not appear; none where they may.

    It goes by what the file says, not by a checked study: a file with other mistakes keeps its
    secrets, too.

    Args:
        slug: The study.
        fields: The file's front matter.
    """
    client = _confidential_client(fields)
    if client is None:
        return None
    name = _words(client.find("name"))
    shortened = name[0] if name else ""
    while (match := _LEGAL_FORM.search(shortened)) is not None:
        shortened = shortened[: match.start()]
    return Secret(slug, (*name, *_words(client.find("also"))), (shortened,) if name else ())


def find_names(source: Source, slug: str | None, secrets: AnySequence[Secret]) -> list[Diagnostic]:
    """Return an error for each place of a file where a secret stands.

    The complaint does not repeat the name, since complaints end up in logs that others read.

    Args:
        source: The file.
        slug: The study it holds; none for the profile.
        secrets: All secrets of the workspace.
    """
    terms = {
        term
        for secret in secrets
        for name in (*secret.names, *(secret.shortened if secret.slug == slug else ()))
        if (term := _fold(name))
    }
    if not terms:
        return []
    pattern = _pattern(terms)
    spans = _in_text(source, pattern)
    lines = {span.line for span in spans}
    # A block says less of the place, so it counts only where the file's own text shows nothing.
    spans += [
        span
        for span in _in_blocks(source.blocks, pattern)
        if lines.isdisjoint(range(span.start.line, span.end.line + 1))
    ]
    if slug is not None and pattern.search(_fold(source.path.replace("-", " "))):
        spans.append(Span.of_file(source.path))
    allowed = _declarations(source.fields)
    message = "the name of a confidential client stands here"
    hint = "write the alias, or leave it out"
    told: set[int] = set()
    found = []
    for span in sorted(spans):
        if span.line not in told and not any(_holds(place, span.start) for place in allowed):
            told.add(span.line)
            found.append(Diagnostic(Code.CLIENT_NAMED, message, span, hint))
    return found


def _pattern(terms: set[str]) -> re.Pattern[str]:
    parts = []
    for term in sorted(terms, key=lambda one: (-len(one), one)):
        words = r"[\s\-]*".join(re.escape(word) for word in re.split(r"[\s\-]+", term))
        parts.append(rf"{words}(?!\w)" if len(term) < SHORT_TERM else words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


def _fold(text: str) -> str:
    visible = "".join(character for character in text if character not in _INVISIBLE)
    return unicodedata.normalize("NFKC", visible).casefold().strip()


def _in_text(source: Source, pattern: re.Pattern[str]) -> list[Span]:
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(source.text):
        if character not in _INVISIBLE:
            plain = unicodedata.normalize("NFKC", character).casefold()
            folded.append(plain)
            offsets.extend([offset] * len(plain))
    spans = []
    for match in pattern.finditer("".join(folded)):
        start, end = offsets[match.start()], offsets[match.end() - 1] + 1
        spans.append(Span(source.path, _position(source, start), _position(source, end)))
    return spans


def _in_blocks(blocks: tuple[Element, ...], pattern: re.Pattern[str]) -> list[Span]:
    """Look at the words as they will be read, for entities and split emphasis."""
    return [
        element.span
        for block in blocks
        for element in block.walk()
        if element.kind in _WITH_WORDS and pattern.search(_fold(plain_text(element.children)))
    ]


def _position(source: Source, offset: int) -> Position:
    line = source.text.count("\n", 0, offset)
    return Position(line + 1, offset - (source.text.rfind("\n", 0, offset) + 1) + 1)


def _confidential_client(fields: Mapping) -> Mapping | None:
    """Return a client that is said to be confidential; in doubt it is."""
    pair = next((found for key in _CLIENT_KEYS if (found := fields.find(key))), None)
    if pair is None or not isinstance(pair.value, Mapping):
        return None
    said = _words(pair.value.find("confidential"))
    return pair.value if said and said[0].strip().lower() not in NO else None


def _words(pair: Pair | None) -> tuple[str, ...]:
    """Return the texts of a value: one, or those of a list."""
    value = pair.value if pair else None
    if isinstance(value, Sequence):
        return tuple(item.text for item in value.items if isinstance(item, Scalar))
    return (value.text,) if isinstance(value, Scalar) and not value.is_null else ()


def _declarations(fields: Mapping) -> list[Span]:
    """Return the places where the name has to stand: the confidential client's declaration."""
    client = _confidential_client(fields)
    if client is None:
        return []
    inner = (client.find(key) for key in ("name", "also", "consent"))
    return [part.value.span for part in inner if part is not None]


def _holds(place: Span, position: Position) -> bool:
    return place.start <= position <= place.end
