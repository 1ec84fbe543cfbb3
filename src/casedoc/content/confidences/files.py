"""A whole file without the names that must not be printed, and what of them is left in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.content.confidences.matter import (
    matter_without_names,
    slug_without_names,
    value_without_names,
    with_slug,
)
from casedoc.content.confidences.mentions import Discretion, Terms, is_inside
from casedoc.content.confidences.replacement import Replacing
from casedoc.content.confidences.terms import holds_part, may_hold, squeezed
from casedoc.content.confidences.texts import flat
from casedoc.content.keys import ALIASES
from casedoc.source.element import Element, Kind
from casedoc.source.values import Mapping, Scalar, Sequence, Value, scalars_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.source.source import Source

Test: TypeAlias = Callable[[str], bool]
"""Tells whether a text is meant."""
_NO_TEXT: Final = frozenset({"src", "href", "class", "id"})
_IMAGES: Final = frozenset({"image", "figures", *ALIASES["image"]})
_HINT: Final = "write the alias, or leave it out"


@dataclass(frozen=True, slots=True)
class Discreet:
    """A file that names nobody."""

    source: Source
    """The file, with aliases in the place of names."""
    diagnostics: tuple[Diagnostic, ...]
    """Where an address was left out, a case is doubtful, or a name could not be replaced."""
    is_changed: bool
    """Whether it names somebody as it is written."""
    slug: str | None
    """The study it holds, under a name that names nobody."""


def without_names(
    source: Source, slug: str | None, language: str, discretion: Discretion, *, is_hidden: bool
) -> Discreet:
    """Return a file as it reads without the names that must not be printed.

    Args:
        source: The file.
        slug: The study it holds; none for the profile.
        language: Its language.
        discretion: Who must not be named.
        is_hidden: Whether its own client is among them.
    """
    terms = discretion.terms(slug)
    own = next((one for one in discretion.secrets if one.slug == slug), None)
    near = _near(source, terms) if terms else ()
    elsewhere = discretion.parts_elsewhere(slug)
    if not near and not is_hidden:
        parts = tuple(_parts_in(source, elsewhere))
        return Discreet(source, parts, is_changed=False, slug=slug)
    languages = tuple(dict.fromkeys((language, *discretion.languages)))
    replacing = Replacing(near, languages, [])
    blocks = tuple(map(replacing.block, source.blocks)) if near else source.blocks
    if slug is None:
        fields = value_without_names(source.fields, "", replacing)
        if not isinstance(fields, Mapping):
            raise AssertionError(source.path)
    else:
        fields = matter_without_names(source.fields, replacing, own, is_hidden=is_hidden)
        # One slug for all languages, so the workspace's order decides on the alias.
        shared = Replacing(near, discretion.languages or languages, [])
        named = slug_without_names(slug, source.path, shared)
        if shared.count:
            fields, slug = with_slug(fields, named), named
            replacing.count += shared.count
    discreet = replace(source, blocks=blocks, fields=fields)
    left = _left(discreet, tuple(name for _secret, names, _are_people in near for name in names))
    found = (*dict.fromkeys(replacing.found), *left, *_parts_in(discreet, elsewhere))
    is_changed = bool(replacing.count) or is_hidden
    return Discreet(discreet, found, is_changed, slug)


def _near(source: Source, terms: Terms) -> Terms:
    """Return the names that a file can hold at all."""
    letters = _letters_of(source)
    found = []
    for secret, names, are_people in terms:
        near = tuple(name for name in names if may_hold(letters, name))
        if near:
            found.append((secret, near, are_people))
    return tuple(found)


def _letters_of(source: Source) -> str:
    """Return all letters that a file has or will be read with."""
    read = [words for block in source.blocks for one in block.walk() for words in _words(one)]
    read += [unquote(scalar.text) for scalar in scalars_in(source.fields)]
    return squeezed("\n".join((source.text, source.path, *read)))


def _words(element: Element) -> Iterator[str]:
    """Yield the texts of an element as they will be read."""
    if any(not child.children for child in element.children):
        yield flat(element.children)
    yield element.text
    yield from (unquote(value) for name, value in element.attributes.items() if name != "src")


def _left(source: Source, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield an error for each line in which a name is left.

    The complaint does not repeat the name, since complaints end up in logs that others read.
    """
    if not names:
        return
    message = "the name of a confidential client stands here, and can't be replaced"
    yield from _told(source, lambda text: is_inside(text, names) is not None, message, _HINT)


def _parts_in(source: Source, parts: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield an error for each line in which a word of another study's client stands alone.

    Nobody knows whether it stands for the client there; its author does.
    """
    letters = _letters_of(source) if parts else ""
    near = tuple(part for part in parts if may_hold(letters, part))
    if not near:
        return
    message = "a word of a confidential client's name stands here"
    hint = "leave it out; or, where it means something else, name it in that client's `ordinary`"
    yield from _told(source, lambda text: holds_part(text, near), message, hint)


def _told(source: Source, is_meant: Test, message: str, hint: str) -> Iterator[Diagnostic]:
    """Yield an error for each line in which a text is meant."""
    told: set[int] = set()
    for span in sorted(_spans(source, is_meant)):
        if span.line not in told:
            told.add(span.line)
            yield Diagnostic(Code.CLIENT_NAMED, message, span, hint)


def _spans(source: Source, is_meant: Test) -> Iterator[Span]:
    for pair in source.fields.pairs:
        yield from _in_value(pair.value, is_meant, is_path=pair.key in _IMAGES)
    for block in source.blocks:
        yield from _in_element(block, is_meant)


def _in_value(value: Value, is_meant: Test, *, is_path: bool) -> Iterator[Span]:
    """Yield the values in which a name is left; the path of an image is not printed."""
    if isinstance(value, Scalar):
        if not is_path and is_meant(value.text):
            yield value.span
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _in_value(item, is_meant, is_path=is_path)
    else:
        for pair in value.pairs:
            yield from _in_value(pair.value, is_meant, is_path=pair.key == "src")


def _in_element(element: Element, is_meant: Test) -> Iterator[Span]:
    """Yield the innermost elements in which a name is left."""
    inner = [span for child in element.children for span in _in_element(child, is_meant)]
    # What stands in a role, such as the name of a fact, is not printed.
    own = [element.text if element.kind is not Kind.VALUE else "", flat(element.children)]
    own += [value for name, value in element.attributes.items() if name not in _NO_TEXT]
    own += [unquote(element.get("href"))] if element.kind is Kind.LINK else []
    if inner:
        yield from inner
    elif any(is_meant(text) for text in own if text):
        yield element.span
