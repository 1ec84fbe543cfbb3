"""Metrics become figures with labels, and the panel that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.content.extraction import METRICS_OF_MANY, MOST_METRICS
from casedoc.locale.catalog import message
from casedoc.locale.figures import format_figure
from casedoc.locale.typed_dates import DateValue
from casedoc.locale.typed_quantities import format_quantity
from casedoc.locale.typed_values import format_value
from casedoc.source.element import Element, Kind
from casedoc.view.study import FigureView, MetricView, PanelArrangement, PanelView

if TYPE_CHECKING:
    from casedoc.content.case_study import CaseStudy, Metric
    from casedoc.locale.spec import LocaleSpec
    from casedoc.locale.typed_values import Value
    from casedoc.view.compose_sections import SectionComposer

_ARRANGEMENTS = {
    1: PanelArrangement.ONE,
    2: PanelArrangement.TWO,
    3: PanelArrangement.ROWS,
    4: PanelArrangement.ROWS,
    5: PanelArrangement.GRID,
    6: PanelArrangement.EQUAL,
}
_WITHOUT_HERO = frozenset({PanelArrangement.TWO, PanelArrangement.EQUAL})


@dataclass(frozen=True, slots=True)
class MetricComposer:
    """Makes the metrics of one study ready to print."""

    source: LocaleSpec
    """The language the study is written in."""
    target: LocaleSpec
    """The language of the document."""
    composer: SectionComposer
    """Sets text and makes anchors."""

    def panel(self, study: CaseStudy) -> PanelView | None:
        """Return the panel, the author's favourite first; none without figures."""
        metrics, _rest = _divided(study.metrics)
        if not metrics:
            return None
        arrangement = _ARRANGEMENTS[len(metrics)]
        own = self.composer.typesetter.inline(study.results_heading)
        span = own[0].span if own else study.span
        heading = own or (Element(Kind.TEXT, span, message("Results", self.target)),)
        anchor = f"{study.slug}-results"
        figures = tuple(self.metric(one) for one in metrics)
        return PanelView(heading, anchor, arrangement, figures, heading_is_ours=not own)

    def rest(self, study: CaseStudy) -> Element | None:
        """Return declared metrics that the panel can't hold, as a list."""
        _panel, rest = _divided(study.metrics)
        if not rest:
            return None
        items = tuple(self._item(self.metric(metric)) for metric in rest)
        return Element(Kind.BULLET_LIST, rest[0].span, "", items, {"tight": "yes"})

    def figure(self, metric: Metric) -> FigureView:
        """Return what is set large."""
        if metric.value is not None and not self.is_own_language:
            return self._typed(metric.value)
        if metric.figure is None:
            return FigureView(self.composer.typesetter.text(metric.words), is_words=True)
        figure = format_figure(metric.figure, self.source, self.target)
        return FigureView(figure.number, figure.unit, figure.gap)

    @property
    def is_own_language(self) -> bool:
        """Whether the document is in the language of the study."""
        return self.source.cldr == self.target.cldr

    def amount(self, text: str, value: Value | None) -> str:
        """Return a short text of the front matter, a typed one in the document's language."""
        if value is not None and not self.is_own_language:
            return format_value(value, self.target)
        return self.composer.typesetter.text(text)

    def _typed(self, value: Value) -> FigureView:
        if isinstance(value, DateValue):
            return FigureView(format_value(value, self.target), is_words=True)
        figure = format_quantity(value, self.target)
        return FigureView(figure.number, figure.unit, figure.gap)

    def metric(self, metric: Metric) -> MetricView:
        """Return one metric."""
        inline = self.composer.typesetter.inline
        return MetricView(
            self.figure(metric),
            inline(metric.label),
            inline(metric.context),
            self._reference(metric),
            self.composer.anchor(metric.span),
            metric.span,
        )

    def _reference(self, metric: Metric) -> tuple[Element, ...]:
        """Return the last line: the change and what the author says about it."""
        change, said = self._change(metric), self.composer.typesetter.inline(metric.reference)
        if change and said:
            return (*change, Element(Kind.TEXT, metric.span, ", "), *said)
        return change or said

    def _change(self, metric: Metric) -> tuple[Element, ...]:
        """Return the line "before → after", or the one of both that is given."""
        before = self.amount(metric.before, metric.value_before)
        after = self.amount(metric.after, metric.value_after)
        span = metric.span
        if before and after:
            bold = Element(Kind.STRONG, span, children=(Element(Kind.TEXT, span, after),))
            return (Element(Kind.TEXT, span, f"{before} → "), bold)
        if before:
            text = message("before {value}", self.target, value=before)
            return (Element(Kind.TEXT, span, text),)
        if after:
            text = message("after {value}", self.target, value=after)
            return (Element(Kind.TEXT, span, text),)
        return ()

    def _item(self, metric: MetricView) -> Element:
        span = metric.span
        figure = Element(Kind.TEXT, span, metric.figure.text)
        parts: list[Element] = [Element(Kind.STRONG, span, children=(figure,))]
        for inline in (metric.label, metric.context):
            if inline:
                parts.extend((Element(Kind.TEXT, span, " "), *inline))
        if metric.reference:
            opening, closing = (Element(Kind.TEXT, span, mark) for mark in (" (", ")"))
            parts.extend((opening, *metric.reference, closing))
        paragraph = Element(Kind.PARAGRAPH, span, children=tuple(parts))
        return Element(Kind.ITEM, span, children=(paragraph,))


def _divided(metrics: tuple[Metric, ...]) -> tuple[tuple[Metric, ...], tuple[Metric, ...]]:
    """Return what the panel holds, the hero first where there is one, and what it can't hold."""
    count = len(metrics) if len(metrics) <= MOST_METRICS else METRICS_OF_MANY
    if count and _ARRANGEMENTS[count] not in _WITHOUT_HERO:
        metrics = tuple(sorted(metrics, key=lambda metric: not metric.hero))
    return metrics[:count], metrics[count:]
