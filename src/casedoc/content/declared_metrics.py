"""Metrics of the front matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedoc.content.amounts import read_amount_field
from casedoc.content.case_study import Amount, Metric
from casedoc.locale.figures import Figure, read_figure
from casedoc.locale.typed_dates import DateValue
from casedoc.locale.typed_quantities import Quantity, format_quantity
from casedoc.source.element import text_elements
from casedoc.source.values import Scalar, place_of, value_at

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.content.fields import FrontMatter, MetricFields
    from casedoc.content.typed_values import ValueReader
    from casedoc.locale.spec import LocaleSpec
    from casedoc.source.values import Mapping


@dataclass(frozen=True, slots=True)
class DeclaredValues:
    """Reads the metrics and amounts of one front matter."""

    fields: Mapping
    """The front matter with places, the values of roles printed."""
    spec: LocaleSpec
    """The language of the file."""
    values: ValueReader
    """Knows which fields consist of a role."""
    found: list[Diagnostic]
    """Takes `NUMBER_AMBIGUOUS` and `UNIT_UNKNOWN`."""

    def metrics(self, matter: FrontMatter) -> tuple[Metric, ...]:
        """Return the metrics of a checked front matter, in order."""
        return tuple(
            self._metric(given, ("metrics", number))
            for number, given in enumerate(matter.metrics or ())
        )

    def amount(self, *place: str | int) -> Amount:
        """Return what stands in a field, printed in the language of the file."""
        scalar = value_at(self.fields, place)
        if not isinstance(scalar, Scalar) or scalar.is_null:
            return Amount()
        return read_amount_field(scalar, self.spec, self.values, self.found)

    def _metric(self, given: MetricFields, place: tuple[str | int, ...]) -> Metric:
        span = place_of(self.fields, (*place, "value"))
        amount = self.amount(*place, "value")
        figure = self._figure(amount)
        if figure is not None and amount.is_ambiguous:
            figure = replace(figure, as_typed=True)
        before, after = self.amount(*place, "before"), self.amount(*place, "after")
        return Metric(
            figure=figure,
            words="" if figure else amount.text,
            label=text_elements(given.label, span),
            context=text_elements(given.context, span),
            reference=text_elements(given.reference, span),
            before=before.text,
            after=after.text,
            hero=given.hero,
            span=span,
            value=amount.value,
            value_before=before.value,
            value_after=after.value,
        )

    def _figure(self, amount: Amount) -> Figure | None:
        """Read a whole value as a figure; what follows the unit belongs to it."""
        if isinstance(amount.value, DateValue):
            return None
        read = read_figure(amount.text, self.spec)
        if isinstance(amount.value, Quantity):
            printed = format_quantity(amount.value, self.spec)
            # Digits of a quoted value stay as they were typed, such as `8000 Stunden`.
            is_whole = read is not None and read[1] == len(amount.text)
            return read[0] if read is not None and is_whole else printed
        if read is None:
            return None
        figure, consumed = read
        rest = amount.text[consumed:].strip()
        if not rest:
            return figure
        unit = f"{figure.unit} {rest}".strip()
        return Figure(figure.number, unit, gap=True, value=figure.value)
