"""What of a file reaches the paper, so that two versions of it can be compared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from casedoc.content.keys import known_fields
from casedoc.content.passages import printed_scalars
from casedoc.content.study_validation import validate_study
from casedoc.locale.spec import NO_REGIONS
from casedoc.source.values import Scalar, Sequence, Value
from casedoc.view.compose_cv import compose_projects
from casedoc.view.compose_study import compose_study
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as AnySequence

    from casedoc.base.world import World
    from casedoc.locale.spec import LocaleSpec, Regions
    from casedoc.source.element import Element
    from casedoc.source.source import Source

_PLACES = frozenset({"anchor"})
"""What is made of places."""


def likeness_of(
    source: Source,
    spec: LocaleSpec,
    world: World,
    languages: AnySequence[str],
    regions: Regions = NO_REGIONS,
) -> tuple[object, ...]:
    """Return all that a file prints, without any places; two of them can be compared.

    Args:
        source: The file.
        spec: Its language.
        world: The door to the disk, for images.
        languages: The workspace's languages.
        regions: Which locale a plain language means in it.

    Returns:
        Its front matter and its body, typeset; what a page and a CV would show of it, as long as
        it has no errors; and what errors it has.
    """
    checked = validate_study(source, world, languages, regions=regions)
    typesetter = Typesetter(spec)
    printed = {id(scalar) for scalar in printed_scalars(known_fields(source.fields)[0])}
    study = checked.value
    views = (
        (compose_study(study, spec).value, compose_projects([study], None, spec)) if study else ()
    )
    return (
        _values(source.fields, printed, typesetter),
        tuple(_shape(block) for block in typesetter.blocks(source.blocks)),
        tuple(_words(views)),
        tuple(sorted(one.code.number for one in checked.diagnostics if one.is_error)),
    )


def _values(value: Value, printed: set[int], typesetter: Typesetter) -> object:
    """Return front matter with its printed texts typeset and all else as it is."""
    if isinstance(value, Scalar):
        text = " ".join(value.text.split())
        return (typesetter.text(text) if id(value) in printed else value.text, value.quoted)
    if isinstance(value, Sequence):
        return tuple(_values(item, printed, typesetter) for item in value.items)
    return tuple((pair.key, _values(pair.value, printed, typesetter)) for pair in value.pairs)


def _shape(element: Element) -> object:
    """Return an element and all below it without its place."""
    children = tuple(_shape(child) for child in element.children)
    return (element.kind, element.text, tuple(sorted(element.attributes.items())), children)


def _words(value: object) -> Iterator[str]:
    """Yield all texts that a view holds, in order.

    *Why* no more: how it is laid out hangs on how long its texts are, by a character.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _PLACES:
                yield from _words(getattr(value, field.name))
