"""Links and technologies that one version of a study has and the other has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.span import Span
from casedoc.content.translations.addresses import neutral_address
from casedoc.content.translations.version import Version, printed_blocks
from casedoc.source.element import Kind
from casedoc.source.values import Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.content.case_study import CaseStudy
    from casedoc.content.translations.alignment import Aligned


@dataclass(frozen=True, slots=True)
class _Named:
    """An address or a technology and where it stands first."""

    written: str
    span: Span


def find_lost_links(
    pairs: tuple[Aligned, ...], first: Version, second: Version
) -> Iterator[Diagnostic]:
    """Yield `TRANSLATION_LINK` for each address that only one version has.

    Two that lead to one host, one in each version, are told once. Two pages of one host, each
    marked with its language, may have names of their own.
    """
    links = _links(first.study), _links(second.study)
    lost = [links[0][key] for key in links[0] if key not in links[1]]
    more = [links[1][key] for key in links[1] if key not in links[0]]
    for link in tuple(lost):
        other = next((one for one in more if _host(one.written) == _host(link.written)), None)
        if other is None:
            continue
        lost.remove(link)
        more.remove(other)
        if not (neutral_address(link.written)[1] and neutral_address(other.written)[1]):
            there = f"`{link.written}` in `{first.path}`"
            message = f"the link leads to `{other.written}`, but to {there}"
            related = (Related(f"`{link.written}` stands here", link.span),)
            hint = "one of the two is wrong"
            yield Diagnostic(Code.TRANSLATION_LINK, message, other.span, hint, related)
    for links_left, version, own in ((lost, second, first), (more, first, second)):
        for link in links_left:
            message = f"the link to `{link.written}` is missing in `{version.path}`"
            place = _counterpart(link.span, pairs, own, version)
            related = (Related("it is missing here", place),)
            hint = "give both versions the same links"
            yield Diagnostic(Code.TRANSLATION_LINK, message, link.span, hint, related)


def find_lost_technologies(first: Version, second: Version) -> Iterator[Diagnostic]:
    """Yield `TRANSLATION_TECHNOLOGY` for each technology that only one version names.

    Labels (`tags`) that stand in for technologies may be in any language and are not compared.
    """
    names = _technologies(first.study), _technologies(second.study)
    if names[0] is None or names[1] is None:
        yield from _one_sided(names, first, second)
        return
    lost = [names[0][key] for key in names[0] if key not in names[1]]
    more = [names[1][key] for key in names[1] if key not in names[0]]
    for name, other in zip(lost, more, strict=False):
        message = f"`{other.written}` here, but `{name.written}` in `{first.path}`"
        related = (Related(f"`{name.written}` stands here", name.span),)
        yield Diagnostic(Code.TRANSLATION_TECHNOLOGY, message, other.span, _ALIKE, related)
    both = min(len(lost), len(more))
    for left, version in ((lost[both:], second), (more[both:], first)):
        for name in left:
            message = f"technology `{name.written}` is missing in `{version.path}`"
            related = (Related("it is missing here", _field(version.study, "technologies")),)
            yield Diagnostic(Code.TRANSLATION_TECHNOLOGY, message, name.span, _ALIKE, related)


_ALIKE = "name the same technologies in both"


def _one_sided(
    names: tuple[dict[str, _Named] | None, dict[str, _Named] | None],
    first: Version,
    second: Version,
) -> Iterator[Diagnostic]:
    for own, other, mine in ((first, second, names[0]), (second, first, names[1])):
        if mine and not other.study.technologies:
            place = _field(own.study, "technologies")
            message = f"`technologies` is missing in `{other.path}`"
            related = (Related("it is missing here", other.study.span),)
            yield Diagnostic(Code.TRANSLATION_TECHNOLOGY, message, place, _ALIKE, related)


def _links(study: CaseStudy) -> dict[str, _Named]:
    """Return the addresses of a study, each at its first place."""
    found: dict[str, _Named] = {}
    for element in (part for block in printed_blocks(study) for part in block.walk()):
        if element.kind is Kind.LINK:
            href = element.get("href")
            found.setdefault(neutral_address(href)[0], _Named(href, element.span))
    for link in study.links:
        found.setdefault(neutral_address(link.href)[0], _Named(link.href, link.span))
    return found


def _host(href: str) -> str:
    return neutral_address(href)[0].split("/", 1)[0]


def _counterpart(span: Span, pairs: tuple[Aligned, ...], own: Version, other: Version) -> Span:
    """Return the heading, in the other version, of the section that a place lies in."""
    place = other.study.span
    for pair in pairs:
        part, answer = (pair.first, pair.second) if own.path == span.path else (None, None)
        if pair.second is not None and pair.second.span.path == span.path:
            part, answer = pair.second, pair.first
        if part is not None and answer is not None and not part.name and part.span <= span:
            place = answer.span
    return place


def _technologies(study: CaseStudy) -> dict[str, _Named] | None:
    """Return the technologies by their folded names; none where the field is not given."""
    pair = study.fields.find("technologies")
    if pair is None:
        return None
    places = _places(pair.value)
    return {
        " ".join(name.casefold().split()): _Named(name, _within(places, number, name))
        for number, name in enumerate(study.technologies)
    }


def _places(value: Value) -> tuple[Scalar, ...]:
    if isinstance(value, Scalar):
        return (value,)
    items = value.items if isinstance(value, Sequence) else ()
    return tuple(item for item in items if isinstance(item, Scalar))


def _within(scalars: tuple[Scalar, ...], number: int, name: str) -> Span:
    """Return where a name stands: in its own value, or in the one text that holds them all."""
    same = next((one for one in scalars if one.text.strip() == name), None)
    if same is not None:
        return same.span
    scalar = scalars[min(number, len(scalars) - 1)]
    offset = scalar.text.find(name)
    if offset < 0 or scalar.span.start.line != scalar.span.end.line:
        return scalar.span
    column = scalar.span.column + scalar.quoted + offset
    return Span.within(scalar.span.path, scalar.span.line, column, len(name))


def _field(study: CaseStudy, name: str) -> Span:
    pair = study.fields.find(name)
    return pair.key_span if pair else study.span
