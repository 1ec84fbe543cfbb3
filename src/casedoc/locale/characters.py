"""The characters that typography is made of, by their names.

*Why* names: a no-break space, a minus and an en dash can't be told from their neighbours in an
editor, and a rule that confuses them is wrong without anybody seeing it.
"""

from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"
"""The gap inside a figure. CLDR prints it before % and units; most fonts have it (not U+202F)."""
NARROW_NO_BREAK_SPACE: Final = "\u202f"
"""Missing in most fonts, where it corrupts the text layer; never printed."""
THIN_SPACE: Final = "\u2009"
"""Lines may break at it; never printed."""
EN_DASH: Final = "\u2013"
"""Between the ends of a range, and as the dash of a sentence."""
EM_DASH: Final = "\u2014"
"""The unspaced dash of American English."""
MINUS: Final = "\u2212"
"""The sign of a negative number; Babel prints the ASCII hyphen."""
TIMES: Final = "\u00d7"
"""The multiplication sign, of factors and of measures."""
ELLIPSIS: Final = "\u2026"
"""The three dots as one character."""
APOSTROPHE: Final = "\u2019"
"""The typographic apostrophe, in both languages."""
OBJECT: Final = "\ufffc"
"""The object replacement character: stands for every character that no rule may see or change."""
