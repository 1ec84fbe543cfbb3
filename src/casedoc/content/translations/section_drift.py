"""Sections and images that one version of a study lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedoc.base.span import Span
    from casedoc.content.translations.alignment import Aligned
    from casedoc.content.translations.version import Part, Version


def find_lost_sections(
    pairs: Sequence[Aligned], first: Version, second: Version
) -> Iterator[Diagnostic]:
    """Yield `SECTION_LOST` at the heading of each section that only one version has.

    What lies inside a lost section is not told again.
    """
    last = {first.path: first.study.span, second.path: second.study.span}
    depth_of_lost: dict[str, int] = {}
    for pair in pairs:
        for part, other, version in (
            (pair.first, pair.second, second), (pair.second, pair.first, first)
        ):  # fmt: skip
            if part is None or part.name:
                continue
            path = part.span.path
            outer = depth_of_lost.get(path)
            if outer is not None and part.depth <= outer:
                del depth_of_lost[path]
            if other is None and part.heading and path not in depth_of_lost:
                depth_of_lost[path] = part.depth
                yield _lost(part, version, last[version.path])
        for part in (pair.first, pair.second):
            if part is not None and not part.name and pair.first and pair.second:
                last[part.span.path] = part.span


def find_lost_images(
    pairs: Sequence[Aligned], first: Version, second: Version
) -> Iterator[Diagnostic]:
    """Yield `IMAGE_LOST` where the versions have different numbers of images."""
    counts = [sum(part.images for part in version.sections) for version in (first, second)]
    if counts[0] == counts[1]:
        return
    places = [version.study.span for version in (second, first)]
    for pair in pairs:
        if pair.first and pair.second and pair.first.images != pair.second.images:
            places = [pair.second.span, pair.first.span]
            break
    message = f"{_images(counts[1])} here, but {counts[0]} in `{first.path}`"
    hint = "show the same images in both"
    related = (Related(f"{_images(counts[0])} in this version", places[1]),)
    yield Diagnostic(Code.TRANSLATION_IMAGES, message, places[0], hint, related)


def _images(count: int) -> str:
    return f"{count} image{'' if count == 1 else 's'}"


def _lost(part: Part, version: Version, behind: Span) -> Diagnostic:
    message = f"the section `{part.heading}` is missing in `{version.path}`"
    hint = "write it there, or remove it here"
    related = (Related("it would stand behind this", behind),)
    return Diagnostic(Code.TRANSLATION_SECTION, message, part.span, hint, related)
