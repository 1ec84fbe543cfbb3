"""All that is known of an author and of case studies, in the terms of JSON Resume.

*Source*: JSON Resume schema 1.0.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.content.case_study import CaseStudy, Role
from casedoc.content.profile import text_in
from casedoc.locale.date_reading import read_date
from casedoc.locale.figures import format_figure
from casedoc.locale.spec import KNOWN_TAGS
from casedoc.source.element import Kind, plain_text
from casedoc.source.values import Plain, without_places
from casedoc.view.compose_resume import SCHEMA, filled, project_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedoc.source.values import Value

_DATES: Final = frozenset({"startDate", "endDate", "date", "releaseDate"})
_LISTS: Final = frozenset({Kind.BULLET_LIST, Kind.ORDERED_LIST})


def export_resume(profile: Value | None, studies: Sequence[CaseStudy], tag: str) -> dict[str, Any]:
    """Return a resume.

    Args:
        profile: The author's profile as it is written, none without one; what is not printed is
            told all the same.
        studies: The case studies.
        tag: The language of the resume.
    """
    plain = _in_language(without_places(profile), tag) if profile is not None else {}
    own = plain if isinstance(plain, dict) else {}
    projects = [project_data(study, tuple(_highlights(study)), None) for study in studies]
    for study, project in zip(studies, projects, strict=True):
        project["url"] = study.links[0].href if study.links else ""
        project["roles"] = [one for one in study.role.split(", ") if one]
    kept = {name: value for name, value in own.items() if name not in {"$schema", "meta"}}
    data: dict[str, Any] = filled({"$schema": SCHEMA, **kept, "projects": projects})
    return data


def _in_language(value: Plain, tag: str) -> Any:  # noqa: ANN401 - plain data
    """Return plain data with each text in one language and each date as ISO 8601 has it."""
    if isinstance(value, list):
        return [_in_language(one, tag) for one in value]
    if not isinstance(value, dict):
        return value
    if value and set(value) <= set(KNOWN_TAGS):
        return text_in({name: str(text) for name, text in value.items()}, tag)
    return {
        name: _date(one) if name in _DATES else _in_language(one, tag)
        for name, one in value.items()
    }


def _date(value: Plain) -> str:
    """Return a date that the schema takes; work that lasts has no end."""
    read = read_date(value) if isinstance(value, str) else None
    return read.date.iso if read is not None and read.date is not None else ""


def _highlights(study: CaseStudy) -> Iterator[str]:
    """Yield results, and all that was done."""
    override = study.cv
    if override is not None and override.results is not None:
        yield from override.results
    else:
        for metric in study.metrics:
            figure = metric.words
            if metric.figure is not None:
                figure = format_figure(metric.figure, study.locale, study.locale).text
            yield " ".join((figure, plain_text(metric.label))).strip()
    if override is not None and override.bullets is not None:
        yield from override.bullets
        return
    for top in study.sections:
        for section in top.walk():
            if section.role in {Role.SOLUTION, Role.HIGHLIGHTS}:
                for block in section.blocks:
                    if block.kind in _LISTS:
                        yield from (_item(item.children) for item in block.children)


def _item(blocks: Any) -> str:  # noqa: ANN401 - elements
    """Return the first paragraph of an item."""
    return plain_text(blocks[0].children) if blocks and blocks[0].kind is Kind.PARAGRAPH else ""
