"""Whether the versions of a study in two languages say the same.

Facts are compared, never words: sections, numbers, addresses, technologies, typed fields.
"""

from casedoc.content.translations.drift import find_drift
from casedoc.content.translations.origin import check_origin

__all__ = ["check_origin", "find_drift"]
