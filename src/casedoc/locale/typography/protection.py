"""Stretches of running text that look like numbers or words, and are names.

Addresses, versions, IP addresses, dates in digits, standards, identifiers, telephone numbers and
roles of typed values are printed as they stand. *Source:* LANGUAGE.md's vectors N091 to N136, from
real case studies.
"""

import re
from typing import Final

from casedoc.locale.characters import OBJECT

_ADDRESS_END: Final = r"[^\s\u00a0\u2009\u202f\"'<>()\u2018-\u201f\u00ab\u00bb\u2026]"
# An ellipsis counts as the dots that it was typed with.
_PATTERNS: Final = (
    # addresses on the web, by mail, and of hosts with a path
    rf"(?:(?<![a-z+])[a-z][a-z+]*+://|www\.|mailto:){_ADDRESS_END}+",
    r"(?<![\w.\u2026+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+",
    r"(?<![\w.\u2026-])(?:[a-z0-9-]++\.)+[a-z]{2,}+/[\w./%#?=&+-]*",
    # days and moments in digits
    r"(?<![\w.\u2026-])\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?(?![\w-])",
    # versions, IP addresses and days with points, but not a number with groups
    r"(?<![\w.,\u2026])(?!\d{1,3}(?:\.\d{3})+(?![.\d]))\d+(?:\.\d+){2,}(?:/\d+)?",
    r"(?<!\w)v\d+(?:\.\d+)*(?:-[\w.]+)?(?!\w)",
    r"(?<!\w)0x[0-9A-Fa-f]+(?!\w)",
    # standards and numbers that name something
    r"(?<!\w)(?:(?:ISO|IEC|DIN|EN|IEEE|VDI|VDE)[ /]?){1,4}\d[\w.:/-]*",
    r"(?<!\w)(?:RFC|CVE|ERC|EAN|ISBN|ISSN|SKU|PLZ|HTTP|BSI|NIST)[ -]\d[\w-]*",
    r"(?<!\w)#\d+(?!\w)",
    # roles of typed values, as front matter has them before they are read
    r"\{[a-z][a-z0-9-]*\}(?P<ticks>`+)[^`]*(?P=ticks)",
    # what a template language would take for its own
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}",
    # telephone numbers
    r"(?<![\w.,%\u2026])(?:\+\d{2}(?:[ ]?\(0\))?|0\d{2,4})[ /-]?\d[\d /-]{3,}\d",
)
_PROTECTED: Final = re.compile("|".join(_PATTERNS), re.ASCII)


def protected_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each stretch of a text that must be printed as it stands."""
    return tuple(match.span() for match in _PROTECTED.finditer(text))


def hide(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    """Return a text of the same length with object characters in place of stretches of it."""
    characters = list(text)
    for start, end in stretches:
        characters[start:end] = OBJECT * (end - start)
    return "".join(characters)
