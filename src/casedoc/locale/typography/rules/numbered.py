"""What a number numbers stays on its line: `§ 5`, `Nr. 7`, `Fig. 3`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.conventions import Conventions
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import GAP, replaced
from casedoc.locale.units import alternatives


@lru_cache
def _numbered(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of a sign or abbreviation of a language before a number."""
    before = alternatives(conventions.before_numbers)
    return re.compile(rf"(?<![\w.])(?:{before})(?P<gap>{GAP})(?=[0-9])")


def set_numbered(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space between a sign or abbreviation and the number behind it.

    *Source:* DIN 5008 and Duden, Richtlinien für den Schriftsatz; Chicago 6.121.
    """
    return replaced(_numbered(spec.conventions), text, NO_BREAK_SPACE, "gap")
