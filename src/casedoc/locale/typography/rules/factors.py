"""The letter x after or between numbers is a multiplication sign."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from casedoc.locale.characters import TIMES
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import BEFORE_NUMBER, NUMBER, replaced

_FACTOR: Final = re.compile(rf"{BEFORE_NUMBER}(?!0x){NUMBER}(?P<x>x)(?![\w\-])")
_PRODUCT: Final = re.compile(r"(?<=[0-9]) (?P<x>x) (?=[0-9])")


def set_factors(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set `3x` as `3` and U+00D7, and the x of `30 x 60 m` alike; not `4x4`, `x86`, `0x1F`.

    *Source:* Microsoft Style Guide, numbers; Chicago Manual of Style, Q&A.
    """
    del spec
    edits = chain(replaced(_FACTOR, text, TIMES, "x"), replaced(_PRODUCT, text, TIMES, "x"))
    return iter(sorted(edits, key=lambda edit: edit.start))
