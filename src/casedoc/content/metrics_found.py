"""Metrics in the bold figures of a results list (DESIGN section 8).

Nothing is computed, rounded or reordered; an item either becomes a metric with every word it has,
or stays an item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from casedoc.content.case_study import Metric
from casedoc.content.typed_values import as_text, value_of
from casedoc.content.value_faults import ambiguous
from casedoc.locale.figures import read_figure
from casedoc.locale.numbers import read_amount
from casedoc.locale.typed_quantities import Quantity, format_quantity
from casedoc.locale.typed_values import format_value
from casedoc.source.element import Element, Kind, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.locale.conventions import Conventions
    from casedoc.locale.figures import Figure
    from casedoc.locale.spec import LocaleSpec
    from casedoc.locale.typed_values import Value

LONGEST_WORDS = 24
"""Characters of a word figure."""
LONGEST_FIGURE = 24
"""Characters of a number with its unit; a longer one can't be set large."""
LONGEST_ITEM = 400
"""Characters of an item that the panel can hold; a longer one is text."""
LONGEST_LABEL = 40
"""Characters up to which a label takes in what follows the bold words."""

_BRACKETS = re.compile(r"\s*\(([^()]*)\)([.;]?)\s*\Z")


# Not inside a number, a time, a range, a date, a name or an address (`1,5`, `14:05`, `2–4`,
# `15. August`, `15, 2023`, `Node.js`), and not behind what may be an abbreviation. A full stop
# belongs to what it ends.
_CLAUSE_END = re.compile(
    r"[;(]|,(?!\d)(?!\s\d{4}(?!\d))|:(?=\s|\Z)"
    r"|(?:(?<=[^\W\d]{5}\.)|(?<=\d{4}\.))(?=\s|\Z)"
    r"|(?<!\d)–|–(?!\d)|\s-\s|\Z"
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """An item around its first bold run."""

    before: tuple[Element, ...]
    bold: Element
    after: tuple[Element, ...]


def metric_of(item: Element, spec: LocaleSpec) -> Metric | None:
    """Return the metric in an item of the results list, or none.

    Args:
        item: The list item.
        spec: The language it is written in.
    """
    if [child.kind for child in item.children] != [Kind.PARAGRAPH]:
        return None
    inline = as_text(item.children[0].children)
    parts = _parts(inline)
    if parts is None or len(plain_text(inline)) > LONGEST_ITEM:
        return None
    bold = plain_text(parts.bold.children).strip()
    value = _typed_start(item.children[0].children)
    read = _read(bold, value, spec)
    if read is None and (len(bold) > LONGEST_WORDS or _is_lead_in(parts, bold)):
        return None
    if read is not None and len(read[0].text) > LONGEST_FIGURE:
        return None
    figure, consumed = read or (None, len(bold))
    words = "" if figure else bold
    if value is not None and bold[:consumed] != format_value(value, spec):
        # Words around it make it another figure, such as `{num}` before `Mio. €`.
        value = None
    if not is_blank(parts.before):
        span = parts.bold.span
        return Metric(figure, words, (), inline, (), "", "", hero=False, span=span, value=value)
    after, reference = _take_brackets(parts.after, spec)
    label_start = bold[consumed:].strip()
    label, context = _label(label_start, parts.bold, after, spec)
    if not figure and not label and context:
        # A word figure at the start of its item: what follows is its context.
        context = _strip_start(context)
    span = parts.bold.span
    return Metric(
        figure, words, label, context, reference, "", "", hero=False, span=span, value=value
    )


def ambiguous_metrics(metrics: tuple[Metric, ...], spec: LocaleSpec) -> Iterator[Diagnostic]:
    """Yield a warning for each figure found in a text that can be read in two ways.

    Args:
        metrics: What was found in the results.
        spec: The language they are written in.
    """
    for metric in metrics:
        if metric.figure is None or metric.figure.value is not None or metric.value is not None:
            continue
        amount = read_amount(metric.figure.number.lstrip("<>~±+-−≤≥≈ \u00a0"), spec)
        if amount is not None and amount.value is None:
            yield ambiguous(amount.written, metric.span)


def _typed_start(inline: tuple[Element, ...]) -> Value | None:
    """Return the typed value that the first bold words begin with, or none."""
    bold = next((one for one in inline if one.kind is Kind.STRONG and one.children), None)
    return value_of(bold.children[0]) if bold else None


def _read(bold: str, value: Value | None, spec: LocaleSpec) -> tuple[Figure, int] | None:
    """Return the figure that bold words begin with, and its length; a typed one is known."""
    read = read_figure(bold, spec)
    if not isinstance(value, Quantity):
        return None if value is not None else read
    figure = format_quantity(value, spec)
    if read is None or read[1] <= len(figure.text):
        return (figure, len(figure.text)) if bold.startswith(figure.text) else read
    return replace(read[0], value=value.value), read[1]


def is_blank(inline: tuple[Element, ...]) -> bool:
    """Tell whether inline elements show nothing: neither words nor images nor references."""
    shown = {Kind.IMAGE, Kind.FOOTNOTE_REFERENCE}
    return not plain_text(inline).strip() and not any(
        part.kind in shown for element in inline for part in element.walk()
    )


def _parts(inline: tuple[Element, ...]) -> _Parts | None:
    for index, element in enumerate(inline):
        if element.kind is Kind.STRONG and plain_text(element.children).strip():
            simple = all(child.kind is Kind.TEXT for child in element.children)
            after = inline[index + 1 :]
            return _Parts(inline[:index], element, after) if simple else None
    return None


def _is_lead_in(parts: _Parts, bold: str) -> bool:
    """Tell whether the bold words announce what follows ("**Kosten**: …")."""
    return bold.endswith(":") or plain_text(parts.after).lstrip().startswith((":", "–", "-"))


def _take_brackets(
    inline: tuple[Element, ...], spec: LocaleSpec
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """Split a last bracket off: what stands before it, and what stands in it."""
    if not inline or inline[-1].kind is not Kind.TEXT:
        return inline, ()
    last = inline[-1]
    match = _BRACKETS.search(last.text)
    if match is None or not match[1].strip():
        return inline, ()
    rest = last.text[: match.start()]
    kept = (*inline[:-1], replace(last, text=rest)) if rest else inline[:-1]
    return kept, _emphasise_change(match[1].strip(), last, spec)


def _emphasise_change(text: str, place: Element, spec: LocaleSpec) -> tuple[Element, ...]:
    """Set the second value of "von A auf B" in bold."""
    match = _change(spec.conventions).match(text)
    if match is None:
        return (replace(place, text=text),)
    bold = Element(Kind.STRONG, place.span, children=(replace(place, text=match[2]),))
    return (replace(place, text=match[1]), bold)


@lru_cache
def _change(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of "von A auf B" in a language: up to B, and B."""
    pairs = (rf"{re.escape(a)}\s.+\s{re.escape(b)}\s+" for a, b in conventions.changes)
    return re.compile(rf"\A({'|'.join(pairs)})(\S.*)\Z", re.DOTALL)


def _label(
    start: str, bold: Element, after: tuple[Element, ...], spec: LocaleSpec
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """Return the label and the context that follows it."""
    label, rest = start, after
    if after and after[0].kind is Kind.TEXT:
        first = after[0]
        taken = _phrase(label, first.text, spec)
        label = f"{label}{first.text[:taken]}".strip()
        left = first.text[taken:]
        rest = (replace(first, text=left), *after[1:]) if left.strip() else after[1:]
    made = (Element(Kind.TEXT, bold.span, label),) if label else ()
    return made, _strip_start(rest)


def _phrase(label: str, text: str, spec: LocaleSpec) -> int:
    """Return how many characters of the text behind the bold words belong to the label.

    Behind a label that has words already, only phrases that begin with a joining word are taken;
    behind a bare figure, everything up to the first break, as long as it stays short.
    """
    joiners = spec.conventions.joiners
    stop = _CLAUSE_END.search(text)
    clause = text[: stop.start()] if stop else text
    if not label:
        return len(clause) if len(clause.strip()) <= LONGEST_LABEL else 0
    taken = 0
    words = [(match.group(), match.end()) for match in re.finditer(r"\s+\S+", clause)]
    starts = [at for at, (word, _end) in enumerate(words) if word.strip().lower() in joiners]
    if not starts or starts[0] != 0:
        return 0
    for number, at in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(words)
        if last == at + 1 and last < len(words):
            continue
        if words[last - 1][0].strip().lower() in spec.conventions.stop_words:
            # "vom Auftrag bis" goes on with "zur Freigabe".
            continue
        end = words[last - 1][1]
        if len(label) + end > LONGEST_LABEL:
            break
        taken = end
    return taken


def _strip_start(inline: tuple[Element, ...]) -> tuple[Element, ...]:
    """Drop leading space and the comma, semicolon or colon that becomes layout."""
    if not inline or inline[0].kind is not Kind.TEXT:
        return inline
    text = inline[0].text.lstrip()
    if text[:1] in {":", ",", ";"}:
        text = text[1:].lstrip()
    return (replace(inline[0], text=text), *inline[1:]) if text else _strip_start(inline[1:])
