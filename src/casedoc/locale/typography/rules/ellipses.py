"""Three dots are one character."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import ELLIPSIS
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import replaced

_DOTS: Final = re.compile(r"(?<![./\\\u2026])\.\.\.(?![./\\\u2026])")


def set_ellipses(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set exactly three dots as U+2026, in every language; not beside a slash, which is a path.

    *Source:* Duden; Chicago Manual of Style 13.50 (either form).
    """
    del spec
    return replaced(_DOTS, text, ELLIPSIS)
