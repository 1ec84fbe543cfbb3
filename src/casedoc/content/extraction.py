"""Metrics and links leave their sections; what can't leave stays, so that no word is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from casedoc.content.case_study import Link, Metric, Role, Section
from casedoc.content.metrics_found import is_blank, metric_of
from casedoc.content.typed_values import as_text
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedoc.locale.spec import LocaleSpec

MOST_METRICS = 6
"""Figures the panel can hold."""
METRICS_OF_MANY = 5
"""Figures that the panel shows where there are more than it can hold."""

Found = TypeVar("Found")

_LISTS = frozenset({Kind.BULLET_LIST, Kind.ORDERED_LIST})


@dataclass(frozen=True, slots=True)
class Taken:
    """What was found in the sections, and what is left of them."""

    sections: tuple[Section, ...]
    metrics: tuple[Metric, ...]
    links: tuple[Link, ...]
    results_heading: tuple[Element, ...]
    links_heading: tuple[Element, ...]


def take_out(sections: tuple[Section, ...], spec: LocaleSpec, *, metrics: bool) -> Taken:
    """Find metrics and links.

    They come from the first section that has any. What a further one has stays where it is: its
    heading would be lost if all that it announces left it.

    Args:
        sections: The body.
        spec: Its language.
        metrics: Whether metrics are looked for; not where the front matter declares them.
    """
    results_heading, found = (
        _first(sections, Role.RESULTS, lambda item: metric_of(item, spec)) if metrics else ((), {})
    )
    most = MOST_METRICS if len(found) <= MOST_METRICS else METRICS_OF_MANY
    chosen = dict(list(found.items())[:most])
    links_heading, links = _first(sections, Role.LINKS, _link)
    taken = {*chosen, *links}
    return Taken(
        _without(sections, lambda item: id(item) in taken),
        tuple(chosen.values()),
        tuple(links.values()),
        results_heading,
        links_heading,
    )


def _first(
    sections: tuple[Section, ...], role: Role, read: Callable[[Element], Found | None]
) -> tuple[tuple[Element, ...], dict[int, Found]]:
    """Return heading and findings, by the item's identity, of the first section that has any."""
    for section in (part for top in sections for part in top.walk() if part.role is role):
        read_items = {id(item): one for item in _items(section) if (one := read(item)) is not None}
        found = _all_or_none(section, read_items)
        if found:
            return section.heading, found
    return (), {}


def _items(section: Section) -> list[Element]:
    return [item for block in section.blocks if block.kind in _LISTS for item in block.children]


def _all_or_none(section: Section, found: dict[int, Found]) -> dict[int, Found]:
    """Leave a numbered list whole unless all of it goes: its items may refer to their numbers."""
    for block in section.blocks:
        ids = {id(item) for item in block.children}
        if block.kind is Kind.ORDERED_LIST and not ids <= set(found):
            found = {key: one for key, one in found.items() if key not in ids}
    return found


def _link(item: Element) -> Link | None:
    """Return the link that an item consists of, with the words behind it as its note."""
    if [child.kind for child in item.children] != [Kind.PARAGRAPH] or not item.children[0].children:
        return None
    first, *rest = item.children[0].children
    if first.kind is not Kind.LINK or any(child.kind is Kind.IMAGE for child in first.walk()):
        return None
    return Link(first.children, first.get("href"), _note(as_text(rest)), first.span)


def _note(inline: tuple[Element, ...]) -> tuple[Element, ...]:
    """Drop the bracket, dash or colon that becomes layout."""
    if len(inline) != 1 or inline[0].kind is not Kind.TEXT:
        return () if is_blank(inline) else inline
    text = inline[0].text.strip()
    if text.startswith("(") and text.rstrip(".").endswith(")") and text.count("(") == 1:
        text = text.rstrip(".")[1:-1].strip()
    text = text.removeprefix(":").removeprefix("–").removeprefix("- ").strip()
    return (replace(inline[0], text=text),) if text else ()


def _without(sections: tuple[Section, ...], gone: Callable[[Element], bool]) -> tuple[Section, ...]:
    """Return the sections without the items that are gone, and without what is then empty."""
    left: list[Section] = []
    for section in sections:
        blocks = []
        for block in section.blocks:
            if block.kind in _LISTS and any(gone(item) for item in block.children):
                items = tuple(item for item in block.children if not gone(item))
                if items:
                    blocks.append(block.with_children(items))
            else:
                blocks.append(block)
        children = _without(section.children, gone)
        emptied = bool(section.blocks) and not blocks and not children
        if not emptied:
            left.append(replace(section, blocks=tuple(blocks), children=children))
    return tuple(left)
