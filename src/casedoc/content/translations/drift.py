"""Where the versions of a study in two languages don't say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.content.translations.alignment import align
from casedoc.content.translations.field_drift import find_changed_fields, find_changed_switches
from casedoc.content.translations.number_drift import find_changed_numbers
from casedoc.content.translations.reference_drift import find_lost_links, find_lost_technologies
from casedoc.content.translations.section_drift import find_lost_images, find_lost_sections
from casedoc.content.translations.version import read_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.content.case_study import CaseStudy


def find_drift(original: CaseStudy, translation: CaseStudy) -> Iterator[Diagnostic]:
    """Yield a warning for each fact in which two versions of a study differ.

    A draft beside a finished version is not compared further: nobody reads it yet.

    Args:
        original: The version in the earlier of the workspace's languages.
        translation: The version in another language.

    Returns:
        `TRANSLATION_SECTION`, `TRANSLATION_IMAGES`, `TRANSLATION_NUMBER`, `TRANSLATION_LINK`,
        `TRANSLATION_TECHNOLOGY` and `TRANSLATION_FIELD`, each at its place in the translation, or
        in the original where only that has it, with the other place as related.
    """
    if original.draft is not translation.draft:
        yield from find_changed_switches(original, translation, ("draft",))
        return
    first, second = read_version(original), read_version(translation)
    pairs = align(first, second)
    yield from find_changed_fields(original, translation)
    yield from find_lost_technologies(first, second)
    yield from find_lost_sections(pairs, first, second)
    yield from find_changed_numbers(pairs, first, second)
    yield from find_lost_links(pairs, first, second)
    yield from find_lost_images(pairs, first, second)
