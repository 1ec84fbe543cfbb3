"""The gap before the percent sign is the language's."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import GAP, LETTER, replaced

_PERCENT: Final = re.compile(rf"(?<=[0-9])(?P<gap>{GAP}*)[%\u2030](?![\w%\u2030])(?!-{LETTER})")


def set_percent(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space before `%` in German, nothing in English; `100%ig` stays.

    The sign for thousandths (`‰`) is set alike.

    *Source:* DIN 5008 and CLDR 47 (de); CLDR 47 and Google's developer style guide (en).
    """
    return replaced(_PERCENT, text, spec.percent_gap, "gap")
