"""Which case studies a command is about, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.content.identity import slug_from
from casedoc.locale.alphabet import alphabetical
from casedoc.locale.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casedoc.build.project import Project
    from casedoc.content.case_study import CaseStudy

LAST_DAY = (9999, 12, 31)
"""Later than any date of a study."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; values of one field widen, different fields narrow."""

    slugs: tuple[str, ...] = ()
    """Studies by name; they alone count where there are any."""
    featured: bool = False
    """Only featured studies."""
    categories: tuple[str, ...] = ()
    """Only these categories, in any case."""
    technologies: tuple[str, ...] = ()
    """Only studies that use one of these, in any case."""
    tags: tuple[str, ...] = ()
    """Only studies with one of these tags, in any case."""
    since: PartialDate | None = None
    """Only studies that ended then or later."""
    until: PartialDate | None = None
    """Only studies that ended then or earlier."""
    drafts: bool = False
    """Whether drafts are meant, too."""
    only: tuple[str, ...] = ()
    """Only these studies, and in this order; the other fields narrow them."""
    at_most: int | None = None
    """How many studies at most: the first ones in order."""
    order: str = "weight"
    """What they are in the order of, as `in_order` has it."""
    within: Selection | None = None
    """A profile's selection, which this one narrows; named studies ignore it."""

    def takes(self, study: CaseStudy, as_of: PartialDate | None) -> bool:
        """Tell whether a study is meant; drafts only where they are asked for.

        Args:
            study: The study.
            as_of: The day on which work that still lasts is taken to end.
        """
        return self.objection(study, as_of) is None

    def objection(self, study: CaseStudy, as_of: PartialDate | None) -> str | None:
        """Return why a study is not meant; none where it is.

        Args:
            study: The study.
            as_of: The day on which work that still lasts is taken to end.
        """
        if study.draft and not self.drafts:
            return "draft"
        if self.slugs:
            return None if study.slug in self.slugs else "not named"
        date = last_day(study, as_of)
        since, until = self.since, self.until
        reasons = (
            ("not featured", study.featured or not self.featured),
            ("not among the profile's", not self.only or study.slug in self.only),
            ("other category", _meets(self.categories, (study.category,))),
            ("other technologies", _meets(self.technologies, study.technologies)),
            ("other tags", _meets(self.tags, study.tags)),
            ("ended before", since is None or (date is not None and date >= since.sort_key)),
            ("ended later", until is None or (date is not None and date <= _end(until))),
        )
        mine = next((reason for reason, is_met in reasons if not is_met), None)
        if mine is not None or self.within is None:
            return mine
        return replace(self.within, drafts=self.drafts).objection(study, as_of)

    def choose(
        self, studies: Iterable[CaseStudy], as_of: PartialDate | None
    ) -> tuple[CaseStudy, ...]:
        """Return the first ones of studies that are all meant, in order.

        Args:
            studies: The studies of one language.
            as_of: The day on which work that still lasts is taken to end.
        """
        if self.slugs or self.within is None:
            return in_order(studies, as_of, self.order)[: self.at_most]
        chosen = in_order(studies, as_of, self.within.order)
        rank = {slug: number for number, slug in enumerate(self.within.only)}
        in_rank = sorted(chosen, key=lambda study: rank.get(study.slug, len(rank)))
        return tuple(in_rank)[: self.within.at_most]


def last_day(study: CaseStudy, as_of: PartialDate | None) -> tuple[int, int, int] | None:
    """Return when a study ended, for comparisons; none where it has no date."""
    if study.period is not None and study.period.end is None:
        return as_of.sort_key if as_of else LAST_DAY
    return study.last_date.sort_key if study.last_date else None


def in_order(
    studies: Iterable[CaseStudy], as_of: PartialDate | None, order: str = "weight"
) -> tuple[CaseStudy, ...]:
    """Return studies in order.

    Args:
        studies: The studies.
        as_of: The day on which work that still lasts is taken to end.
        order: `weight`: small first and those without last, then newest first; `date`: newest
            first, those without last, then by weight; `category`: by the alphabet, those without
            last, then by weight.
    """

    def key(study: CaseStudy) -> tuple[object, ...]:
        year, month, day = last_day(study, as_of) or (0, 0, 0)
        newest_first = (-year, -month, -day)
        weight = (study.weight is None, study.weight or 0)
        if order == "date":
            return (newest_first, weight, study.slug)
        category = (not study.category, alphabetical(study.category)) if order == "category" else ()
        return (category, weight, newest_first, study.slug)

    return tuple(sorted(studies, key=key))


def select(
    project: Project,
    selection: Selection,
    tag: str,
    as_of: PartialDate | None,
    *,
    fallback: bool = False,
) -> tuple[tuple[CaseStudy, ...], tuple[Diagnostic, ...]]:
    """Return the studies that are meant, in one language.

    Args:
        project: All content.
        selection: What was asked for.
        tag: The language.
        as_of: The day on which work that still lasts is taken to end.
        fallback: Whether the original takes the place of a missing translation.

    Returns:
        The studies in order, and `TRANSLATION_MISSING` for each that is meant, but exists only in
        another language. A translation that is still a draft is known to be missing: that is told
        only where the original takes its place.
    """
    meant = [study for study in project.studies if selection.takes(study, as_of)]
    chosen = {study.slug: study for study in meant if study.locale.tag == tag}
    own = [study for study in project.studies if study.locale.tag == tag]
    drafts = {study.slug for study in own if study.draft and not selection.drafts}
    known = {study.slug for study in own} - drafts
    known |= {file.slug for file in project.files if file.study is None}
    found = []
    for study in _originals_first(meant, project.languages):
        if study.slug in chosen or study.slug in known:
            continue
        known.add(study.slug)
        if fallback:
            chosen[study.slug] = study
        elif study.slug in drafts:
            continue
        found.append(_missing(project, study, tag, is_draft=study.slug in drafts, used=fallback))
    return selection.choose(chosen.values(), as_of), tuple(found)


def _originals_first(studies: Iterable[CaseStudy], languages: Sequence[str]) -> list[CaseStudy]:
    """Return studies in the order of the workspace's languages."""
    rank = {tag: number for number, tag in enumerate(languages)}
    return sorted(studies, key=lambda study: rank.get(study.locale.tag, len(rank)))


def _missing(
    project: Project, study: CaseStudy, tag: str, *, is_draft: bool, used: bool
) -> Diagnostic:
    """Return the warning that a study does not exist in a language, and what becomes of it."""
    state = f"a draft in `{tag}`" if is_draft else f"missing in `{tag}`"
    message = f"`{study.slug}` is {state} and is left out"
    if used:
        message = f"`{study.slug}` is {state}; the original in `{study.locale.tag}` is printed"
    hint = "finish the translation" if is_draft else _what_to_write(project, study, tag)
    place = Span.of_file(study.path)
    return Diagnostic(Code.TRANSLATION_MISSING, message, place, hint)


def _what_to_write(project: Project, study: CaseStudy, tag: str) -> str:
    """Return a hint that names the file of a translation, and the slug where its name won't do."""
    path = _translation_path(study.path, study.locale.tag, tag)
    if path in project.paths:
        return f"give `{path}` the slug `{study.slug}`, or write another file in `{tag}`"
    name = path.rsplit("/", 1)[-1].split(".", 1)[0]
    named = "" if slug_from(name) == study.slug else f" with `slug: {study.slug}`"
    return f"write `{path}`{named}"


def meant(selection: Selection, project: Project) -> Selection:
    """Return a selection by the slugs that studies have where names were taken out of them."""
    within = meant(selection.within, project) if selection.within is not None else None
    slugs, only = project.meant(selection.slugs), project.meant(selection.only)
    return replace(selection, slugs=slugs, only=only, within=within)


def unknown_slugs(
    project: Project, slugs: Sequence[str], *, drafts: bool = False
) -> tuple[Diagnostic, ...]:
    """Return an error for each name that no study has, or only a draft that is not meant."""
    known = sorted({file.slug for file in project.files})
    unmeant = {study.slug for study in project.studies if study.draft and not drafts}
    found = []
    for slug in slugs:
        if slug in unmeant:
            message = f"`{slug}` is a draft and is left out"
            hint = "add `--drafts` to build it"
        elif slug not in known:
            near = get_close_matches(slug, known, 1)
            message = f"there is no case study `{slug}`"
            hint = f"did you mean `{near[0]}`?" if near else "`casedoc list` shows all"
        else:
            continue
        found.append(Diagnostic(Code.NOTHING_SELECTED, message, None, hint))
    return tuple(found)


def _meets(wanted: Sequence[str], given: Iterable[str]) -> bool:
    folded = {value.casefold() for value in given}
    return not wanted or any(value.casefold() in folded for value in wanted)


def _end(date: PartialDate) -> tuple[int, int, int]:
    return (date.year, date.month or 12, date.day or 31)


def _translation_path(path: str, tag: str, other: str) -> str:
    """Return where the translation of a file would be expected."""
    *folders, file = path.split("/")
    name, ending = file.rsplit(".", 1)
    if name.endswith(f".{tag}") or tag not in folders:
        bare = name.removesuffix(f".{tag}")
        return "/".join((*folders, f"{bare}.{other}.{ending}"))
    # The nearest folder of a language counts.
    at = len(folders) - 1 - folders[::-1].index(tag)
    return "/".join((*folders[:at], other, *folders[at + 1 :], file))
