"""A hyphen with spaces around it is a dash."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import EN_DASH, NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit

_DASH: Final = re.compile(
    r"(?<=[^\s|\-\u2013\u2014])(?P<gap>[ \u00a0])"
    r"(?P<dash>--?|[\u2013\u2014])(?= [^\s|\-\u2013\u2014])"
)
_QUANTITY_BEFORE: Final = re.compile(r"[0-9%\u20ac$\u00b0]")
_NUMBER_AFTER: Final = re.compile(r" [\u20ac$]?[0-9]")


def set_dashes(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set ` - ` as no-break space, en dash, space; a dash never begins a line.

    Between two numbers it may be a range or a subtraction and stays (`2 - 4`); a long dash keeps
    its length.

    *Source:* Duden, Gedankenstrich; DESIGN.md, section 6, for both languages.
    """
    del spec
    for match in _DASH.finditer(text):
        hyphen = match["dash"].startswith("-")
        before = _QUANTITY_BEFORE.match(text, match.start() - 1)
        if hyphen and before and _NUMBER_AFTER.match(text, match.end()):
            continue
        if match["gap"] != NO_BREAK_SPACE:
            yield Edit(*match.span("gap"), NO_BREAK_SPACE)
        if hyphen:
            yield Edit(*match.span("dash"), EN_DASH)
