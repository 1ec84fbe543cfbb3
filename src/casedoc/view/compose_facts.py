"""The author's history and skills become lines of label and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.content.profile import Profile, text_in
from casedoc.locale.catalog import message
from casedoc.locale.dates import SHORT_DASH, format_short_period
from casedoc.view.cv import FactsView, FactView
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from casedoc.content.field_types import WrittenDate
    from casedoc.content.profile import Education, Work
    from casedoc.locale.spec import LocaleSpec


def cv_facts_before(profile: Profile, target: LocaleSpec) -> tuple[FactsView, ...]:
    """Return key facts and skills, which stand before the projects."""
    typesetter = Typesetter(target)
    freelance = profile.freelance
    facts = []
    if freelance is not None:
        given = (
            ("Available", freelance.available),
            ("Location", freelance.location),
            ("Workload", freelance.workload),
            ("Rate", freelance.rate),
        )
        for label, value in given:
            if text := text_in(value, target.tag):
                facts.append(FactView(message(label, target), typesetter.text(text)))
    skills = [
        FactView(typesetter.text(text_in(skill.name, target.tag)), ", ".join(skill.keywords))
        for skill in profile.skills
    ]
    return _sections(target, ("facts", "Key facts", facts), ("skills", "Skills", skills))


def cv_facts_after(profile: Profile, target: LocaleSpec) -> tuple[FactsView, ...]:
    """Return employment, education, certificates and languages, which follow the projects."""
    typesetter = Typesetter(target)
    certificates = []
    for one in profile.certificates:
        name = text_in(one.name, target.tag)
        issuer = text_in(one.issuer, target.tag)
        # "iSAQB CPSA Advanced Level, iSAQB" says nothing twice.
        value = name if issuer.casefold() in name.casefold() else f"{name}, {issuer}"
        certificates.append(FactView(_when(one.date, one.date, target), typesetter.text(value)))
    languages = [
        FactView(text_in(one.language, target.tag), text_in(one.fluency, target.tag))
        for one in profile.languages
    ]
    return _sections(
        target,
        ("work", "Employment", [_work(one, target) for one in profile.work]),
        ("education", "Education", [_education(one, target) for one in profile.education]),
        ("certificates", "Certificates", certificates),
        ("languages", "Languages", languages),
    )


def _sections(target: LocaleSpec, *given: tuple[str, str, list[FactView]]) -> tuple[FactsView, ...]:
    return tuple(
        FactsView(name, message(heading, target), tuple(facts))
        for name, heading, facts in given
        if facts
    )


def _work(work: Work, target: LocaleSpec) -> FactView:
    typesetter = Typesetter(target)
    parts = (text_in(part, target.tag) for part in (work.position, work.name, work.location))
    value = ", ".join(part for part in parts if part)
    texts = [work.summary, *work.highlights]
    details = tuple(typesetter.text(text_in(text, target.tag)) for text in texts if text)
    return FactView(_when(work.startDate, work.endDate, target), typesetter.text(value), details)


def _education(education: Education, target: LocaleSpec) -> FactView:
    what = (text_in(part, target.tag) for part in (education.studyType, education.area))
    parts = (" ".join(part for part in what if part), text_in(education.institution, target.tag))
    value = ", ".join(part for part in parts if part)
    when = _when(education.startDate, education.endDate, target)
    return FactView(when, Typesetter(target).text(value))


def _when(start: WrittenDate | None, end: WrittenDate | None, target: LocaleSpec) -> str:
    """Return a period in digits; "since" where only its start is known."""
    if start is None:
        return _when(end, end, target) if end else ""
    if start.date is None:
        last = _when(end, end, target) if end and end != start else ""
        return f"{start.written}{SHORT_DASH}{last}" if last else start.written
    if end is not None and end.date is not None:
        return format_short_period(start.date, end.date, target, "")
    if end is not None:
        return f"{format_short_period(start.date, start.date, target, '')}{SHORT_DASH}{end.written}"
    alone = format_short_period(start.date, start.date, target, "")
    return message("since {date}", target, date=alone)
