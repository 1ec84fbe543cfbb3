"""A confidential client's name must not be printed: where it stands is found here.

The name is looked for in the files themselves, in front matter, text, addresses and comments alike,
in any case, through emphasis marks and soft hyphens, with endings and compounds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Lines, Span
from casedoc.content.identity import transliterated
from casedoc.content.keys import ALIASES
from casedoc.content.shapes import NO
from casedoc.locale.spec import known_locales
from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as AnySequence

    from casedoc.base.span import Position
    from casedoc.source.source import Source

SHORT_TERM = 5
"""Characters below which a term must stand as a word of its own."""

_LEGAL_FORM = re.compile(
    r"[\s,&+]+(?:co\.?|gmbh|mbh|e\.?\s?k\.?|limited|ag|se|kg|kgaa|ohg|gbr|ug|e\.?\s?v\.?|eg|inc\.?|ltd\.?|llc|plc"
    r"|corp\.?|b\.?v\.?|n\.?v\.?|s\.?a\.?|sarl|s\.?r\.?l\.?|oy|ab|as)\Z",
    re.IGNORECASE,
)
_WITH_WORDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.CELL, Kind.HEADER_CELL, Kind.TERM})
_CLIENT_KEYS = ("client", *ALIASES["client"])
_DECLARING = ("name", "also", "consent")
_INVISIBLE = frozenset("*_`~\u00ad\u200b\u200c\u200d\u2060\ufeff\\")
_VISIBLE = dict.fromkeys(map(ord, _INVISIBLE))
_AND_WORDS = ("&", "+", *sorted({spec.conventions.and_word for spec in known_locales()}))
_AND = re.compile(rf"\s*[&+]\s*|\s+(?:{'|'.join(_AND_WORDS[2:])})\s+", re.IGNORECASE)
_WORDS = re.compile(r"[\s\-]+")


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
        for term in _terms(name)
    }
    words = _all_words(source) if terms else ""
    near = frozenset(term for term in terms if _WORDS.split(term, 1)[0] in words)
    if not near:
        return []
    pattern = _pattern(near)
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
    shown = [span for span in spans if not any(_holds(place, span.start) for place in allowed)]
    spans += _in_fields(source.fields, pattern, shown)
    message = "the name of a confidential client stands here"
    hint = "write the alias, or leave it out"
    told: set[int] = set()
    found = []
    for span in sorted(spans):
        if span.line not in told and not any(_holds(place, span.start) for place in allowed):
            told.add(span.line)
            found.append(Diagnostic(Code.CLIENT_NAMED, message, span, hint))
    return found


@lru_cache(maxsize=4096)
def _terms(name: str) -> tuple[str, ...]:
    """Return what a name is looked for as.

    Addresses and file names write `ue` for `ü`; a sign for "and" is spelled out, and a word for it
    is written as the sign.
    """
    named = [name, *(_AND.sub(f" {word} ", name) for word in _AND_WORDS if _AND.search(name))]
    spelled = (one for form in named for one in (form, transliterated(form)))
    return tuple(dict.fromkeys(term for one in spelled if (term := _fold(one))))


def _all_words(source: Source) -> str:
    """Return all that is looked at in a file.

    *Why*: hardly any file holds even the first word of a name, and a word is found at once, while
    a pattern of many names takes its time at every character.
    """
    read = [words for block in source.blocks for one in block.walk() for words in _read_words(one)]
    read += [unquote(scalar.text) for scalar, _declared in _scalars(source.fields, None)]
    read += [source.path.replace("-", " ")]
    return source.text.translate(_FOLDED) + _fold("\n".join(filter(None, read)))


@lru_cache(maxsize=256)
def _pattern(terms: frozenset[str]) -> re.Pattern[str]:
    parts = []
    for term in sorted(terms, key=lambda one: (-len(one), one)):
        words = r"[\s\-]*".join(re.escape(word) for word in _WORDS.split(term))
        parts.append(rf"{words}(?!\w)" if len(term) < SHORT_TERM else words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})")


def _fold(text: str) -> str:
    visible = text.translate(_VISIBLE)
    return unicodedata.normalize("NFKD", visible).casefold().strip()


class _Folded(dict[int, str]):
    """What each character is folded to, for `str.translate`; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        plain = chr(code)
        folded = "" if plain in _INVISIBLE else unicodedata.normalize("NFKD", plain).casefold()
        self[code] = folded
        return folded


_FOLDED = _Folded()


def _in_text(source: Source, pattern: re.Pattern[str]) -> list[Span]:
    """Look at the file's own text, character by character, so that places can be told."""
    matches = list(pattern.finditer(source.text.translate(_FOLDED)))
    if not matches:
        return []
    offsets = [
        offset
        for offset, character in enumerate(source.text)
        for _folded in _FOLDED[ord(character)]
    ]
    position = Lines(source.text).position
    return [
        Span(source.path, position(offsets[match.start()]), position(offsets[match.end() - 1] + 1))
        for match in matches
    ]


def _in_blocks(blocks: tuple[Element, ...], pattern: re.Pattern[str]) -> list[Span]:
    """Look at the words and addresses as they will be read, for entities and split emphasis."""
    return [
        element.span
        for block in blocks
        for element in block.walk()
        if any(pattern.search(_fold(words)) for words in _read_words(element))
    ]


def _read_words(element: Element) -> Iterator[str]:
    if element.kind in _WITH_WORDS:
        yield plain_text(element.children)
    elif element.kind is Kind.IMAGE:
        yield element.text
    for name in ("href", "src", "title"):
        yield unquote(element.get(name))


def _in_fields(fields: Mapping, pattern: re.Pattern[str], shown: list[Span]) -> list[Span]:
    """Look at the values as they will be read, for escapes and for YAML aliases of the name.

    An alias stands where its anchor does, and that may be the declaration: so the key is shown,
    but only of fields in which the file's own text shows nothing.
    """
    client = _confidential_client(fields)
    return [
        pair.key_span
        for pair in fields.pairs
        if not any(pair.key_span.start <= span.start < _end(pair.value) for span in shown)
        for value, declared in _scalars(pair.value, client)
        if not declared and pattern.search(_fold(unquote(value.text)))
    ]


def _end(value: Value) -> Position:
    """Return where a value ends, wherever the reader ends what is inside it."""
    inner = [value.span.end]
    if isinstance(value, Mapping):
        inner += [_end(pair.value) for pair in value.pairs]
    elif isinstance(value, Sequence):
        inner += [_end(item) for item in value.items]
    return max(inner)


def _scalars(value: Value, client: Mapping | None) -> Iterator[tuple[Scalar, bool]]:
    """Yield all texts in a value, and whether they belong to the declaration of the name."""
    if isinstance(value, Scalar):
        yield value, False
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _scalars(item, client)
    else:
        for pair in value.pairs:
            declares = value is client and pair.key in _DECLARING
            for scalar, declared in _scalars(pair.value, client):
                yield scalar, declared or declares


def _confidential_client(fields: Mapping) -> Mapping | None:
    """Return a client that is said to be confidential; in doubt it is."""
    for key in _CLIENT_KEYS:
        pair = fields.find(key)
        client = pair.value if pair else None
        said = client.find("confidential") if isinstance(client, Mapping) else None
        if isinstance(client, Mapping) and said is not None:
            words = _words(said)
            if not words or words[0].strip().lower() not in NO:
                return client
    return None


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
    inner = (client.find(key) for key in _DECLARING)
    return [part.value.span for part in inner if part is not None]


def _holds(place: Span, position: Position) -> bool:
    return place.start <= position <= place.end
