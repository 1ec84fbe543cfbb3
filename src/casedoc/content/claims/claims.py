"""Percentages that disagree with their own "from … to …", and points that are called percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.claims.change import Claim, claims_in
from casedoc.content.claims.verdict import Verdict, drop_or_rise, judge, percent_text
from casedoc.content.running_text import RunningText, running_text_in, running_texts_of
from casedoc.locale.numbers import format_number
from casedoc.locale.typed_quantities import (
    Quantity,
    format_quantity,
    looks_grouped,
    read_quantity,
)
from casedoc.source.values import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.span import Span
    from casedoc.content.case_study import CaseStudy
    from casedoc.locale.spec import LocaleSpec


def find_claims(study: CaseStudy) -> Iterator[Diagnostic]:
    """Yield `CLAIM_PERCENT` and `CLAIM_POINTS` for what a study says of its own numbers.

    Args:
        study: The study; its text, its summary and its declared metrics are looked at.
    """
    spec = study.locale
    blocks = (block for top in study.body for part in top.walk() for block in part.blocks)
    for passage in (*running_texts_of(blocks), *_of_fields(study)):
        for claim in claims_in(passage.text, spec):
            found = _told(claim, passage, spec)
            if found is not None:
                yield found


def _told(claim: Claim, passage: RunningText, spec: LocaleSpec) -> Diagnostic | None:
    verdict = judge(claim)
    if verdict is Verdict.FITS:
        return None
    written = claim.percent.quantity.written
    said = claim.said
    direction, change = drop_or_rise(claim)
    place = passage.place(claim.start, claim.end)
    if verdict is Verdict.POINTS:
        message = f"`{said}` is a difference in percentage points, not in percent"
        one, many = spec.conventions.percentage_points[:2]
        number = format_number(claim.percent.least, spec)
        hint = f"write `{number} {one if number == '1' else many}`"
        return Diagnostic(Code.CLAIM_POINTS, message, place, hint)
    amount = percent_text(change, claim.percent.least)
    message = f"`{written}` does not fit: `{said}` is a {direction} of {amount}"
    return Diagnostic(Code.CLAIM_PERCENT, message, place, "correct the number that is wrong")


def _of_fields(study: CaseStudy) -> Iterator[RunningText]:
    """Yield the summary, and each declared metric as a sentence of the language."""
    summary = study.fields.find("summary")
    if summary is not None and isinstance(summary.value, Scalar):
        yield running_text_in(summary.value)
    metrics = study.fields.find("metrics")
    if metrics is not None and isinstance(metrics.value, Sequence):
        for item in metrics.value.items:
            if isinstance(item, Mapping):
                yield _sentence(item, study.locale)


def _sentence(metric: Mapping, spec: LocaleSpec) -> RunningText:
    """Return a metric as one would say it: `62 % fewer searches (from 58 % to 22 %)`."""
    first, second = next(iter(spec.conventions.changes), ("", ""))
    words = {
        "value": "", "label": " ", "context": " ", "reference": " (",
        "before": f" ({first} ", "after": f" {second} ",
    }  # fmt: skip
    has_change = all(metric.find(name) for name in ("before", "after"))
    texts: list[str] = []
    pieces: list[tuple[int, Span]] = []
    for name, lead in words.items():
        pair = metric.find(name)
        in_change = name in {"before", "after"}
        if pair is None or not isinstance(pair.value, Scalar) or (in_change and not has_change):
            continue
        if name == "reference" and has_change:
            continue
        texts.append(lead)
        pieces.append((sum(map(len, texts)), running_text_in(pair.value).pieces[0][1]))
        texts.append(_printed(pair.value, spec))
    return RunningText("".join((*texts, ")")), tuple(pieces))


def _printed(scalar: Scalar, spec: LocaleSpec) -> str:
    """Return a value in its language; what has no quotes is in machine notation, if it can be."""
    machine = None if scalar.quoted or looks_grouped(scalar.text) else read_quantity(scalar.text)
    return format_quantity(machine, spec).text if isinstance(machine, Quantity) else scalar.text
