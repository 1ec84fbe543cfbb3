"""The rules that only warn: one rule, one module, each with its authority."""

from collections.abc import Callable, Iterable

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding

Lint = Callable[[str, LocaleSpec], Iterable[Finding]]
"""A warning rule: from the visible text of a paragraph to its doubtful places."""
