"""Typography by language: spaces, dashes, quotes; never words.

One rule, one module, each with its authority. `order` has the order they are applied in.
"""

from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.keep import keep_together
from casedoc.locale.typography.lint import lint
from casedoc.locale.typography.typeset import Run, corrections, typeset, typeset_text

__all__ = [
    "Edit",
    "Finding",
    "FindingCode",
    "Run",
    "corrections",
    "keep_together",
    "lint",
    "typeset",
    "typeset_text",
]
