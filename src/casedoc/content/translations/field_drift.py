"""Values of the front matter in which two versions of a study differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.content.translations.version import machine_number
from casedoc.locale.running_numbers import read_running_numbers
from casedoc.source.values import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from casedoc.base.span import Span
    from casedoc.content.case_study import CaseStudy, Period
    from casedoc.locale.dates import PartialDate

AMOUNTS: Final = ("team", "volume")
"""Fields that hold a number with words."""
SWITCHES: Final = ("featured", "draft")
"""Fields that are on or off."""


def find_changed_fields(first: CaseStudy, second: CaseStudy) -> Iterator[Diagnostic]:
    """Yield `TRANSLATION_FIELD` for each date, period, amount or switch that differs."""
    if not _same_date(first.date, second.date):
        yield _changed("date", first, second)
    if not _same_period(first.period, second.period):
        yield _changed("period", first, second)
    for name in ("date", "period", *AMOUNTS):
        yield from _missing(name, first, second)
    for name in AMOUNTS:
        if not _same_amount(name, first, second):
            yield _changed(name, first, second)
    yield from find_changed_switches(first, second, SWITCHES)


def find_changed_switches(
    first: CaseStudy, second: CaseStudy, names: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Yield `TRANSLATION_FIELD` for each of some switches that is on in one version only."""
    on = {
        "featured": (first.featured, second.featured), "draft": (first.draft, second.draft)
    }  # fmt: skip
    for name in names:
        if on[name][0] is not on[name][1]:
            yield _changed(name, first, second)


def _same_date(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether two dates agree, as far as both are known."""
    if one is None or other is None:
        return True
    known = min(len(one.iso), len(other.iso))
    return one.iso[:known] == other.iso[:known]


def _same_period(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None:
        return True
    lasting = (one.end is None, other.end is None)
    return (
        _same_date(one.start, other.start)
        and _same_date(one.end, other.end)
        and lasting[0] is lasting[1]
    )


def _same_amount(name: str, first: CaseStudy, second: CaseStudy) -> bool:
    """Tell whether two amounts have the same numbers; words can't be compared."""
    if _written(first, name) == _written(second, name):
        return True
    one, other = (_numbers(study, name) for study in (first, second))
    if one is None or other is None or not one or not other:
        return True
    return len(one) == len(other) and all(
        not here.isdisjoint(there) for here, there in zip(one, other, strict=True)
    )


def _numbers(study: CaseStudy, name: str) -> list[frozenset[Decimal]] | None:
    pair = study.fields.find(name)
    if pair is None or not isinstance(pair.value, Scalar):
        return None
    machine = machine_number(pair.value, study.locale)
    if machine is not None:
        return [machine.readings]
    return [one.readings for one in read_running_numbers(pair.value.text, study.locale)]


def _missing(name: str, first: CaseStudy, second: CaseStudy) -> Iterator[Diagnostic]:
    """Yield a complaint where only one version has a field."""
    for study, other in ((first, second), (second, first)):
        if study.fields.find(name) is not None and other.fields.find(name) is None:
            message = f"`{name}` is missing in `{other.path}`"
            related = (Related("it is missing here", other.span),)
            hint = "give it in both"
            yield Diagnostic(Code.TRANSLATION_FIELD, message, _place(study, name), hint, related)


def _changed(name: str, first: CaseStudy, second: CaseStudy) -> Diagnostic:
    there, here = (_written(study, name) for study in (first, second))
    message = f"`{name}` is {here} here, but {there} in `{first.path}`"
    related = (Related(f"`{name}` is {there}", _place(first, name)),)
    hint = "one of the two is wrong"
    return Diagnostic(Code.TRANSLATION_FIELD, message, _place(second, name), hint, related)


def _written(study: CaseStudy, name: str) -> str:
    """Return a field's value as it was written, for messages."""
    pair = study.fields.find(name)
    if pair is None:
        return "not given"
    if isinstance(pair.value, Scalar):
        return f"`{' '.join(pair.value.text.split())}`"
    if isinstance(pair.value, Mapping) and study.period is not None:
        end = study.period.end
        return f"`{study.period.start.iso}/{end.iso if end else 'present'}`"
    return "something else"


def _place(study: CaseStudy, name: str) -> Span:
    pair = study.fields.find(name)
    if pair is None:
        return study.span
    return pair.value.span if isinstance(pair.value, Scalar) else pair.key_span
