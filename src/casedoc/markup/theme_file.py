"""Reading `theme.toml`: tokens of a theme over those of the one it extends, checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.content.validation import validate
from casedoc.markup.design import Design, OnePagerScales, OneScale, ScaleTable
from casedoc.markup.geometry import geometry_of
from casedoc.markup.kind import PageKind, Paper
from casedoc.markup.scale import Scale
from casedoc.source.source import read_text
from casedoc.source.toml_reader import read_toml
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as AnyMapping

    from pydantic import BaseModel

    from casedoc.base.world import World

_ROUNDING_MM: Final = 0.05
ORDINARY: Final = "ordinary"
"""The arrangement that the others complete themselves from."""
LEVELS: Final = {
    (PageKind.ONE_PAGER, "ordinary"): range(-3, 4),
    (PageKind.ONE_PAGER, "dense"): range(-3, -1),
    (PageKind.ONE_PAGER, "poster"): range(-2, 5),
    (PageKind.ONE_PAGER, "columns"): range(-7, 3),
    (PageKind.BOOKLET, "ordinary"): range(-3, 1),
    (PageKind.CV, "ordinary"): range(-2, 2),
}
"""The levels that every theme has: those that a fit tries, and that settings name."""
_CODES: Final = {"*": Code.TOKEN_INVALID, "extra_forbidden": Code.TOKEN_UNKNOWN} | dict.fromkeys(
    ("missing", "empty"), Code.TOKEN_MISSING
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a theme."""

    design: Design
    """The tokens."""
    scales: AnyMapping[tuple[PageKind, str, int], Scale]
    """The type scales by kind, arrangement and level."""
    given: Mapping
    """The tokens as they are written, with their places."""


def read_tokens(world: World, path: str, *, with_places: bool) -> Outcome[Mapping]:
    """Read a `theme.toml` as plain data; what is no TOML is told.

    Args:
        world: The door to the disk.
        path: Path of the file.
        with_places: Whether each value has its place. *Why* not always: finding them takes some
            20 times as long as reading, and they are wanted only where something is wrong.
    """
    text = read_text(world, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    if not with_places:
        try:
            data = tomllib.loads(text.value[0], parse_float=str)
        except tomllib.TOMLDecodeError:
            return read_tokens(world, path, with_places=True)
        return Outcome(_placed(data, Span.of_file(path)))
    read = read_toml(text.value[0], path)
    value = read.value if isinstance(read.value, Mapping) else None
    return Outcome(value, read.diagnostics)


def _placed(data: AnyMapping[str, Any], span: Span) -> Mapping:
    """Return plain data as if all of it stood in one place."""
    pairs = tuple(Pair(key, span, _placed_value(value, span)) for key, value in data.items())
    return Mapping(pairs, span)


def _placed_value(value: Any, span: Span) -> Value:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, dict):
        return _placed(value, span)
    if isinstance(value, list):
        return Sequence(tuple(_placed_value(one, span) for one in value), span)
    return Scalar(str(value), quoted=True, span=span)


def over(own: Mapping, base: Mapping) -> Mapping:
    """Return the tokens of a theme over those of the theme that it extends, table by table."""
    pairs: dict[str, Pair] = {pair.key: pair for pair in base.pairs}
    for pair in own.pairs:
        below = pairs.get(pair.key)
        if below and isinstance(below.value, Mapping) and isinstance(pair.value, Mapping):
            pairs[pair.key] = replace(pair, value=over(pair.value, below.value))
        else:
            pairs[pair.key] = pair
    return Mapping(tuple(pairs.values()), own.span)


def check_tokens(given: Mapping) -> Outcome[Tokens]:
    """Check all tokens of a theme.

    Returns:
        The tokens; none where some can't be used (`TOKEN_INVALID`), are unknown (`TOKEN_UNKNOWN`)
        or missing (`TOKEN_MISSING`), each told at its place.
    """
    read = validate(Design, given, None, _CODES)
    if read.value is None:
        return Outcome(None, tuple(_in_toml(one) for one in read.diagnostics))
    scales: dict[tuple[PageKind, str, int], Scale] = {}
    found: list[Diagnostic] = []
    for kind, name, tables in _tables(read.value):
        for level, values in _levels(tables, name):
            location = (kind.value, "scales", name, "levels", str(level))
            outcome = _scale(values, given, location)
            found.extend(outcome.diagnostics)
            if outcome.value is not None:
                scales[kind, name, level] = outcome.value
        found.extend(_lacking(kind, name, tables, given))
    found.extend(_pages(read.value, given))
    if found:
        return Outcome(None, tuple(found))
    return Outcome(Tokens(read.value, scales, given))


def _tables(design: Design) -> Iterator[tuple[PageKind, str, OneScale | OnePagerScales]]:
    """Yield each arrangement of each kind with all arrangements of that kind."""
    for kind, scales in (
        (PageKind.ONE_PAGER, design.one_pager.scales),
        (PageKind.BOOKLET, design.booklet.scales),
        (PageKind.CV, design.cv.scales),
    ):
        for name in type(scales).model_fields:
            yield kind, name, scales


def _lacking(kind: PageKind, name: str, tables: OneScale, given: Mapping) -> Iterator[Diagnostic]:
    """Yield the levels that a fit may ask for and a theme does not have."""
    own: ScaleTable = getattr(tables, name)
    there = own.levels or tables.ordinary.levels
    lacking = [level for level in LEVELS[kind, name] if level not in there]
    if lacking:
        place = place_of(given, (kind.value, "scales", name, "levels"))
        listed = ", ".join(f"`{level}`" for level in lacking)
        message = f"`{kind.value}.scales.{name}` lacks the levels {listed}"
        yield Diagnostic(Code.TOKEN_MISSING, message, place, f"add `{lacking[0]} = {{ … }}`")


def _pages(design: Design, given: Mapping) -> Iterator[Diagnostic]:
    """Yield the pages whose margins and columns do not make up the width of A4."""
    for kind, page in (
        (PageKind.ONE_PAGER, design.one_pager.page),
        (PageKind.BOOKLET, design.booklet.page),
        (PageKind.CV, design.cv.page),
    ):
        geometry = geometry_of(page, Paper.A4)
        width = geometry.margin_inner + geometry.measure + geometry.margin_outer
        place = place_of(given, (kind.value, "page"))
        where = f"`{kind.value}.page`"
        if abs(width - geometry.paper_width) > _ROUNDING_MM:
            message = f"margins and columns of {where} are {width:g} mm wide together"
            hint = f"A4 is {geometry.paper_width:g} mm wide; letter follows from it"
            yield Diagnostic(Code.TOKEN_INVALID, message, place, hint)
        elif geometry.columns > 1 and geometry.wide_column < geometry.rail:
            message = f"the rail of {where} is wider than the text beside it"
            hint = "make `rail` narrower than half the page"
            yield Diagnostic(Code.TOKEN_INVALID, message, place, hint)


def _levels(scales: OneScale, name: str) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield the sizes of each level of an arrangement, completed from `ordinary`."""
    usual: ScaleTable = scales.ordinary
    own: ScaleTable = getattr(scales, name)
    levels = own.levels or usual.levels
    row: dict[str, float] = {}
    for level in sorted(levels, reverse=True):
        # What a level does not say, the next larger one says.
        row |= _said(levels[level])
        above = {} if own.levels else row
        below = row if own.levels else {}
        values = _said(usual.every) | above | _said(own.every) | below
        for size, share in own.shares.items():
            if size in values:
                values[size] = round(values[size] * share, 1)
        yield level, values


def _said(sizes: BaseModel) -> dict[str, float]:
    """Return what a table says, by the names in the file."""
    return sizes.model_dump(by_alias=True, exclude_none=True)


def _scale(values: dict[str, float], given: Mapping, location: tuple[str, ...]) -> Outcome[Scale]:
    """Return a complete scale, or what it lacks."""
    names = [field.alias or name for name, field in Scale.model_fields.items()]
    place = place_of(given, location)
    lacking = [name for name in names if name not in values]
    if lacking:
        where = ".".join(location)
        listed = ", ".join(f"`{name}`" for name in lacking)
        hint = "add it there, or to `every` of the arrangement"
        return Outcome(
            None, (Diagnostic(Code.TOKEN_MISSING, f"`{where}` lacks {listed}", place, hint),)
        )
    try:
        return Outcome(Scale.model_validate(values))
    except ValidationError as error:
        # What a share makes of a size must keep to the floors, too.
        said = "; ".join(
            f"`{one['loc'][-1]}` becomes {one['input']}: {one['msg'].lower()}"
            for one in error.errors()
        )
        hint = "multiply by a larger share"
        return Outcome(None, (Diagnostic(Code.TOKEN_INVALID, said, place, hint),))


def _in_toml(found: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose hint is written as TOML is."""
    hint = found.hint
    if found.code is Code.TOKEN_MISSING and hint is not None:
        hint = hint.replace(": …`", " = …`")
    return replace(found, hint=hint)
