"""What is doubtful in printed texts: told to the author, and not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.passages import passages_of
from casedoc.locale.typography import FindingCode, lint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.content.passages import Passage
    from casedoc.locale.spec import LocaleSpec
    from casedoc.locale.typography import Finding
    from casedoc.source.source import Source

_WORDING: Final = {
    FindingCode.FOREIGN_DECIMAL: (
        Code.NUMBER_FORM,
        "`{words}` has the decimal separator of another language",
        "write `{better}`",
    ),
    FindingCode.RANGE_AFTER_FROM: (
        Code.RANGE_AFTER_FROM,
        "`{words}` begins with a word and goes on with a dash",
        "write `{better}`, or the dash without the word",
    ),
    FindingCode.SHORT_YEAR_RANGE: (
        Code.YEARS_SHORT,
        "`{words}` may be two years, or a year and a month",
        "write `{better}` if these are years, or the name of the month",
    ),
    FindingCode.SPACED_RANGE: (
        Code.RANGE_SPACED,
        "`{words}` may be a range or a subtraction",
        "write `{better}` if it is a range, or a minus `\u2212` if it is none",
    ),
    FindingCode.FACTOR_WITH_COMPARATIVE: (
        Code.FACTOR_COMPARATIVE,
        "`{words}` says one more than it seems to mean",
        "write how many times as much it is: `{better}`",
    ),
    FindingCode.UNGROUPED_NUMBER: (
        Code.NUMBER_UNGROUPED,
        "`{words}` is hard to read without groups",
        "write `{better}`",
    ),
    FindingCode.SPACED_GROUPS: (
        Code.NUMBER_SPACED,
        "`{words}` may come apart at the end of a line",
        "write `{better}` if it is one number",
    ),
    FindingCode.CURRENCY_FIRST: (
        Code.CURRENCY_FIRST,
        "`{words}` has its currency before the number",
        "write `{better}`",
    ),
    FindingCode.AMBIGUOUS_METRE: (
        Code.UNIT_AMBIGUOUS,
        "`{words}` may mean metres, minutes or millions",
        "write the word, or `m` behind a space for metres",
    ),
    FindingCode.UNPAIRED_QUOTE: (
        Code.QUOTE_UNPAIRED,
        "`{words}` opens or closes nothing and is printed as it stands",
        "add the other one; an apostrophe is `\u2019`, feet and inches are `\u2032` and `\u2033`",
    ),
    FindingCode.DOTS_AND_ELLIPSIS: (
        Code.ELLIPSIS_LONG,
        "`{words}` has more dots than an ellipsis",
        "write `{better}`, in which the full stop is contained",
    ),
    FindingCode.EM_DASH: (
        Code.DASH_FOREIGN,
        "`{words}` is the dash of another language",
        "write `{better}` with a space on both sides",
    ),
}
"""Code, message and hint of each finding; `words` are those of the text, `better` what could stand
there instead."""

TEXT_CODES: Final = frozenset(code for code, _message, _hint in _WORDING.values())
"""The codes of all warnings about texts."""


def text_warnings(source: Source, spec: LocaleSpec) -> Iterator[Diagnostic]:
    """Yield a warning for each doubtful place of the printed texts, which print as typed.

    Args:
        source: The file.
        spec: Its language.
    """
    for passage in dict.fromkeys(passages_of(source)):
        text = passage.visible
        for finding in lint(text, spec):
            yield _warning(passage, text[finding.start : finding.end], finding)


def told_once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics without warnings about texts where another one says what is wrong.

    A number that can't be read is not also ungrouped, and code of another tool is no text.
    """
    given = tuple(diagnostics)
    others = [one.span for one in given if one.code not in TEXT_CODES and one.span]
    return tuple(
        one
        for one in given
        if one.code not in TEXT_CODES
        or not any(one.span and span.contains(one.span) for span in others)
    )


def _warning(passage: Passage, words: str, finding: Finding) -> Diagnostic:
    code, message, hint = _WORDING[finding.code]
    said = {"words": words.strip(), "better": finding.suggestion.strip()}
    place = passage.place(finding.start, finding.end)
    return Diagnostic(code, message.format(**said), place, hint.format(**said))
