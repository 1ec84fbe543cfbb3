"""Metrics and amounts of the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.content.case_study import Metric
from casedoc.locale.figures import Figure, read_figure
from casedoc.locale.numbers import format_number, read_machine_number
from casedoc.source.element import text_elements
from casedoc.source.values import Scalar, place_of, value_at

if TYPE_CHECKING:
    from decimal import Decimal

    from casedoc.content.fields import FrontMatter, MetricFields
    from casedoc.locale.spec import LocaleSpec
    from casedoc.source.values import Mapping


def declared_metrics(matter: FrontMatter, fields: Mapping, spec: LocaleSpec) -> tuple[Metric, ...]:
    """Return the metrics of the front matter, in order.

    Args:
        matter: The checked front matter.
        fields: The same with places.
        spec: The language of the file.
    """
    return tuple(
        _metric(given, fields, ("metrics", number), spec)
        for number, given in enumerate(matter.metrics or ())
    )


def declared_amount(
    text: str | None, fields: Mapping, place: tuple[str | int, ...], spec: LocaleSpec
) -> str:
    """Return a text as it is, a plain number as the study's language writes it."""
    machine = _machine_number(fields, place) if text else None
    return text or "" if machine is None else format_number(machine, spec)


def _metric(
    given: MetricFields, fields: Mapping, place: tuple[str | int, ...], spec: LocaleSpec
) -> Metric:
    span = place_of(fields, (*place, "value"))
    machine = _machine_number(fields, (*place, "value"))
    if machine is not None:
        figure: Figure | None = Figure(format_number(machine, spec), value=machine)
    else:
        figure = _figure(given.value, spec)
    return Metric(
        figure=figure,
        words="" if figure else given.value,
        label=text_elements(given.label, span),
        context=text_elements(given.context, span),
        reference=text_elements(given.reference, span),
        before=declared_amount(given.before, fields, (*place, "before"), spec),
        after=declared_amount(given.after, fields, (*place, "after"), spec),
        hero=given.hero,
        span=span,
    )


def _machine_number(fields: Mapping, place: tuple[str | int, ...]) -> Decimal | None:
    """Return the value of a plain number, which is in machine notation in every language."""
    written = value_at(fields, place)
    if not isinstance(written, Scalar) or written.quoted:
        return None
    return read_machine_number(written.text)


def _figure(text: str, spec: LocaleSpec) -> Figure | None:
    """Read a whole value as a figure; what follows the unit belongs to it."""
    read = read_figure(text, spec)
    if read is None:
        return None
    figure, consumed = read
    rest = text[consumed:].strip()
    if not rest:
        return figure
    return Figure(figure.number, f"{figure.unit} {rest}".strip(), gap=True, value=figure.value)
