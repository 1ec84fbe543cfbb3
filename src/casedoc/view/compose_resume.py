"""What a document shows, as data in the terms of JSON Resume.

*Source*: JSON Resume schema 1.0.0 for the names; `freelance` is casedoc's own, beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from casedoc.content.field_types import WrittenDate
from casedoc.content.profile import text_in
from casedoc.source.element import plain_text
from casedoc.view.cv import CvView
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedoc.content.case_study import CaseStudy
    from casedoc.content.profile import Profile
    from casedoc.view.booklet import BookletView

    View = OnePagerView | CvView | BookletView

SCHEMA: Final = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
"""What the data keep to."""
_OF_CV: Final = ("work", "education", "certificates", "skills", "languages", "freelance")
_OF_BOOKLET: Final = ("skills", "languages")


def compose_resume(
    view: View, studies: Sequence[CaseStudy], profile: Profile | None, tag: str
) -> dict[str, Any]:
    """Return the data of a document.

    A confidential client is called by its alias, as it is on paper.

    Args:
        view: The document.
        studies: Its case studies.
        profile: Its author, if known.
        tag: Tag of its language.
    """
    shown = _highlights(view)
    data = {
        "$schema": SCHEMA,
        "basics": _basics(view, profile, tag) if profile else {},
        **(_sections(view, profile, tag) if profile else {}),
        "projects": [project_data(study, shown.get(study.slug, ()), view) for study in studies],
    }
    known: dict[str, Any] = filled(data)
    return known


def _basics(view: View, profile: Profile, tag: str) -> dict[str, Any]:
    basics = profile.basics
    if isinstance(view, CvView) and view.contact is None:
        # The list of projects names its author, and no more.
        return {"name": basics.name}
    city = text_in(basics.location.city, tag)
    return {
        "name": basics.name,
        "label": text_in(basics.label, tag),
        "email": basics.email,
        "phone": basics.phone,
        "url": basics.url,
        "summary": "" if isinstance(view, OnePagerView) else text_in(basics.summary, tag),
        "location": {"city": city} if city else {},
    }


def _sections(view: View, profile: Profile, tag: str) -> dict[str, Any]:
    """Return the sections of the profile that a document prints."""
    if isinstance(view, OnePagerView) or (isinstance(view, CvView) and view.contact is None):
        return {}
    names = _OF_CV if isinstance(view, CvView) else _OF_BOOKLET
    return {name: _plain(getattr(profile, name), tag) for name in names}


def _plain(value: Any, tag: str) -> Any:  # noqa: ANN401 - whatever the profile holds
    """Return plain data with each text in one language and each date as ISO 8601 has it."""
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name), tag) for name in type(value).model_fields}
    if isinstance(value, list):
        return [_plain(one, tag) for one in value]
    if isinstance(value, dict):
        return text_in(value, tag)
    if isinstance(value, WrittenDate):
        return value.date.iso if value.date else ""
    return value


def _highlights(view: View) -> Mapping[str, tuple[str, ...]]:
    """Return the results that are shown of each case study, and in a CV what was done."""
    if isinstance(view, CvView):
        return {
            one.slug: (
                *(f"{it.figure.text} {plain_text(it.words)}" for it in one.results),
                *(plain_text(bullet) for bullet in one.bullets),
            )
            for one in view.projects
        }
    shown = [view.study] if isinstance(view, OnePagerView) else [one.study for one in view.chapters]
    return {
        one.slug: tuple(metric.said for metric in one.panel.metrics) if one.panel else ()
        for one in shown
    }


def project_data(study: CaseStudy, highlights: Sequence[str], view: View | None) -> dict[str, Any]:
    """Return a case study as a project.

    Args:
        study: The case study.
        highlights: What is told of it.
        view: What shows it: a CV has titles and technologies of its own; none where nothing does.
    """
    period, override = study.period, study.cv if isinstance(view, CvView) else None
    chosen = override.technologies if override is not None else None
    start = period.start if period else None
    end = period.end if period else study.date
    return {
        "name": (override.title if override is not None else None) or study.title,
        "description": study.summary,
        "highlights": [" ".join(one.split()) for one in highlights],
        "keywords": list(study.technologies if chosen is None else chosen),
        "startDate": start.iso if start else "",
        "endDate": end.iso if end else "",
        "roles": [study.role] if study.role else [],
        "entity": study.client.printed if study.client else "",
        "type": study.category,
    }


def filled(value: Any) -> Any:  # noqa: ANN401
    """Return data without what is empty."""
    if isinstance(value, list):
        return [filled(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {name: filled(one) for name, one in value.items()}
    return {name: one for name, one in inner.items() if one not in ("", [], {}, None)}
