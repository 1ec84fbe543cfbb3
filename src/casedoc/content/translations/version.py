"""What is compared of one version of a study: its parts in reading order, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from casedoc.content.case_study import CaseStudy, Role, Section
from casedoc.content.running_text import (
    RunningText,
    running_text_in,
    running_text_of,
    running_texts_of,
)
from casedoc.locale.moments import months_in_words
from casedoc.locale.running_numbers import RunningNumber, numbers_in_words, read_running_numbers
from casedoc.locale.typed_quantities import (
    Quantity,
    format_quantity,
    looks_grouped,
    read_quantity,
)
from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.values import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.base.span import Span
    from casedoc.locale.spec import LocaleSpec

EXTRACTS: Final = frozenset({"title", "short-title", "subtitle", "summary", "cv"})
"""Fields that repeat what the body says."""
PRINTED: Final = (
    *("title", "short-title", "subtitle", "summary", "category", "industry", "role"),
    *("metrics", "links", "image", "figures", "cv"),
)
"""Fields whose texts are printed; `client` is a name, and the others are compared as values."""
NOTES: Final = "notes"
"""Name of the part that holds the footnotes."""

_DECIMALS: Final = 3
"""Digits behind the point of a number that could be a group of thousands."""
_NOT_TEXT: Final = frozenset({"url", "src", "hero", "cleared"})
_WORD: Final = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands."""

    quantity: RunningNumber
    """What was read."""
    span: Span
    """Its place."""


@dataclass(frozen=True, slots=True)
class Text:
    """What texts say that can be compared across languages."""

    numbers: tuple[Number, ...]
    """Their numbers in order."""
    spoken: frozenset[Decimal]
    """The numbers that they have as words."""
    months: frozenset[int]
    """The months that they name."""
    words: frozenset[str]
    """Their words in lower case; names are the same in all languages."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section without its sub-sections, a field of the front matter, or the footnotes."""

    name: str
    """The field, or `notes`; empty for a section."""
    span: Span
    """Where its heading or its value stands."""
    text: Text
    """What it says."""
    heading: str = ""
    """The words of its heading; empty where it has none."""
    role: Role = Role.OTHER
    """What it is for."""
    depth: int = 0
    """How many sections it lies in."""
    images: int = 0
    """How many images it has."""


@dataclass(frozen=True, slots=True)
class Version:
    """A study in one language."""

    study: CaseStudy
    """The study."""
    fields: tuple[Part, ...]
    """Printed texts of the front matter, and the footnotes."""
    sections: tuple[Part, ...]
    """The body, each section before those inside it."""

    @property
    def path(self) -> str:
        """Return its file."""
        return self.study.path

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return all parts."""
        return (*self.fields, *self.sections)


def read_version(study: CaseStudy) -> Version:
    """Return what is compared of a study."""
    spec = study.locale
    found = ((name, study.fields.find(name)) for name in PRINTED)
    fields = [_field(name, pair.value, spec) for name, pair in found if pair is not None]
    if study.footnotes is not None:
        notes = study.footnotes
        fields.append(Part(NOTES, notes.span, _text(running_texts_of(notes.children), spec)))
    sections = (part for top in study.body for part in _sections(top, 0, spec))
    return Version(study, tuple(fields), tuple(sections))


def printed_blocks(study: CaseStudy) -> Iterator[Element]:
    """Yield all headings, blocks and footnotes of a study's text."""
    for section in (part for top in study.body for part in top.walk()):
        yield from section.heading
        yield from section.blocks
    if study.footnotes is not None:
        yield study.footnotes


def _sections(section: Section, depth: int, spec: LocaleSpec) -> Iterator[Part]:
    passages = (*running_text_of(section.heading), *running_texts_of(section.blocks))
    inside = (element for block in section.blocks for element in block.walk())
    yield Part(
        name="",
        span=section.span,
        text=_text(passages, spec),
        heading=plain_text(section.heading),
        role=section.role,
        depth=depth,
        images=sum(element.kind is Kind.IMAGE for element in inside),
    )
    for child in section.children:
        yield from _sections(child, depth + 1, spec)


def _field(name: str, value: Value, spec: LocaleSpec) -> Part:
    """Return a field; the plain numbers of metrics are in machine notation."""
    scalars = tuple(_scalars(value))
    machine = {
        scalar.span: Number(quantity, scalar.span)
        for scalar in scalars
        if name == "metrics" and (quantity := machine_number(scalar, spec)) is not None
    }
    passages = (running_text_in(scalar) for scalar in scalars if scalar.span not in machine)
    return Part(name, value.span, _text(passages, spec, tuple(machine.values())))


def machine_number(scalar: Scalar, spec: LocaleSpec) -> RunningNumber | None:
    """Return a number in machine notation, as front matter has it without quotes; else none."""
    text = scalar.text.strip()
    if scalar.quoted:
        return None
    if looks_grouped(text):
        digits = re.sub(r"\D", "", text)
        readings = frozenset({Decimal(digits), Decimal(digits).scaleb(-_DECIMALS)})
        return RunningNumber(0, len(text), text, readings)
    machine = read_quantity(text)
    if not isinstance(machine, Quantity):
        return None
    printed = read_running_numbers(format_quantity(machine, spec).text, spec)
    return replace(printed[0], start=0, end=len(text), written=text) if printed else None


def _scalars(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _scalars(item)
    elif isinstance(value, Mapping):
        for pair in value.pairs:
            if pair.key not in _NOT_TEXT:
                yield from _scalars(pair.value)


def _text(passages: Iterable[RunningText], spec: LocaleSpec, more: tuple[Number, ...] = ()) -> Text:
    read = tuple(passages)
    numbers = (
        Number(quantity, passage.place(quantity.start, quantity.end))
        for passage in read
        for quantity in read_running_numbers(passage.text, spec)
    )
    whole = "\n".join(passage.text for passage in read)
    months = (month for _start, _end, month, _beside in months_in_words(whole))
    words = frozenset(_WORD.findall(whole.casefold()))
    return Text((*more, *numbers), numbers_in_words(whole, spec), frozenset(months), words)
