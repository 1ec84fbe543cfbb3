"""Every character of the content has a glyph in one of our fonts, or is an error at its place."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Position, Span
from casedoc.build.content_memory import FORGETFUL, ContentMemory
from casedoc.content.keys import known_fields
from casedoc.source.values import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.base.world import World
    from casedoc.build.content_file import ContentFile
    from casedoc.build.project import Project
    from casedoc.source.source import Source
    from casedoc.typeface.font_set import FontSet

_CODES = frozenset({"slug", "lang", "translated-from", "tags", "facts"})
"""Fields that are never printed."""
NOWHERE = MemoryWorld({})
"""Nothing is asked of the disk."""


def with_coverage(project: Project, fonts: FontSet, memory: ContentMemory = FORGETFUL) -> Project:
    """Return the content with an error for each character that can't be printed.

    Args:
        project: All content.
        fonts: The fonts of the theme.
        memory: What is known of the files from the last time.
    """
    known = tuple((face.family, face.digest) for face in fonts.faces)
    files = tuple(_checked(file, fonts, known, memory) for file in project.files)
    if project.profile_source is None:
        return replace(project, files=files)
    texts = _scalars(project.profile_source.fields)
    found = (*project.profile_diagnostics, *_missing(texts, fonts))
    return replace(project, files=files, profile_diagnostics=found)


def _checked(
    file: ContentFile, fonts: FontSet, known: tuple[object, ...], memory: ContentMemory
) -> ContentFile:
    source = file.source
    if source is None:
        return file

    def make(_world: World) -> tuple[Diagnostic, ...]:
        if not fonts.missing(unicodedata.normalize("NFC", source.text)):
            return ()
        return tuple(_missing(_texts(source), fonts))

    grounds = (file.made_of, known)
    found, _made_of = memory.once("covered", file.path, grounds, NOWHERE, make)
    if not found:
        return file
    return replace(file, study=None, diagnostics=(*file.diagnostics, *found))


def _missing(texts: Iterable[tuple[str, Span]], fonts: FontSet) -> Iterator[Diagnostic]:
    """Yield an error for each missing character once, at its first place."""
    told: set[str] = set()
    for text, span in texts:
        for character in fonts.missing(unicodedata.normalize("NFC", text)):
            if character not in told:
                told.add(character)
                name = unicodedata.name(character, "unnamed").lower()
                yield Diagnostic(
                    Code.GLYPH_MISSING,
                    f"none of the fonts has the character `{character}`"
                    f" (U+{ord(character):04X}, {name})",
                    _place(text, character, span),
                    "leave it out or write it in another way",
                )


def _place(text: str, character: str, span: Span) -> Span:
    offset = max(text.find(character), 0)
    before = text[:offset]
    if span.start.line != span.end.line or "\n" in before:
        line = span.line + before.count("\n") + (1 if before else 0)
        return Span.within(span.path, min(line, span.end.line), 1)
    start = Position(span.line, span.column + offset)
    return Span(span.path, start, Position(start.line, start.column + 1))


def _texts(source: Source) -> Iterator[tuple[str, Span]]:
    fields, _diagnostics = known_fields(source.fields)
    for pair in fields.pairs:
        if pair.key not in _CODES:
            yield from _scalars(pair.value)
    for block in source.blocks:
        for element in block.walk():
            if element.text:
                yield element.text, element.span


def _scalars(value: Value) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Scalar):
        yield value.text, value.span
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _scalars(item)
    elif isinstance(value, Mapping):
        for pair in value.pairs:
            yield from _scalars(pair.value)
