"""Day and month stay on one line."""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel.dates import get_month_names

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import BEFORE_NUMBER, GAP, replaced
from casedoc.locale.units import alternatives


@lru_cache
def _day(cldr: str, *, has_point: bool) -> re.Pattern[str]:
    """Return the pattern of a day with the name of its month in a locale."""
    wide = get_month_names("wide", locale=cldr)
    abbreviated = get_month_names("abbreviated", locale=cldr)
    months = alternatives(tuple(sorted({*wide.values(), *abbreviated.values()})))
    day = rf"{BEFORE_NUMBER}[0-9]{{1,2}}"
    if has_point:
        return re.compile(rf"{day}\.(?P<gap>{GAP}?)(?:{months})(?!\w)")
    month_first = rf"(?<!\w)(?:{months})\.?(?P<other>{GAP})(?=[0-9]{{1,2}}(?!\w|[.,:]\d|-))"
    return re.compile(rf"{day}(?P<gap>{GAP})(?:{months})(?!\w)|{month_first}")


def set_days(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space between the day and the month: `15. August`, `August 15`.

    *Source:* Duden, Richtlinien für den Schriftsatz; DIN 5008.
    """
    pattern = _day(spec.cldr, has_point=spec.conventions.has_day_point)
    if "other" not in pattern.groupindex:
        yield from replaced(pattern, text, NO_BREAK_SPACE, "gap")
        return
    for match in pattern.finditer(text):
        group = "gap" if match["gap"] else "other"
        if match[group] != NO_BREAK_SPACE:
            yield Edit(*match.span(group), NO_BREAK_SPACE)
