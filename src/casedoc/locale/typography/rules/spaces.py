"""Narrow spaces become the no-break space that every font has."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, THIN_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import replaced

_NARROW: Final = re.compile(f"[{NARROW_NO_BREAK_SPACE}{THIN_SPACE}]")


def set_spaces(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Replace U+202F and U+2009 by U+00A0, in every language.

    *Source:* LANGUAGE.md: of 37 common font families 29 lack U+202F, and in some it corrupts the
    text layer; WeasyPrint breaks lines at U+2009.
    """
    del spec
    return replaced(_NARROW, text, NO_BREAK_SPACE)
