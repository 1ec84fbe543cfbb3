"""For whom documents are made: the recipient, and the letter to them in each language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.content.audience import Audience
from casedoc.content.confidences.files import without_names
from casedoc.content.confidences.terms import holds, holds_part
from casedoc.content.profile import text_in
from casedoc.content.study_validation import validate_study
from casedoc.source.source import read_source
from casedoc.view.tailoring import Tailoring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.world import World
    from casedoc.build.profiles import Tailored
    from casedoc.build.project import Project
    from casedoc.content.case_study import CaseStudy


@dataclass(frozen=True, slots=True)
class Tailor:
    """For whom documents are made."""

    recipient: str | dict[str, str] = ""
    """Their name, once or for each language."""
    letters: Mapping[str, CaseStudy] = field(default_factory=dict)
    """The letter to them, by the tag of its language."""

    def tailoring(self, tag: str) -> Tailoring:
        """Return what documents in a language have beyond their case studies."""
        recipient = text_in(self.recipient, tag)
        return Tailoring(recipient, self.letters.get(tag))


FOR_ALL: Final = Tailor()
"""Documents are for everyone."""


def read_tailor(tailored: Tailored, project: Project) -> Outcome[Tailor]:
    """Return for whom a profile's documents are made.

    Args:
        tailored: The profile.
        project: All content; clients that must not be named are not named in letters either.

    Returns:
        The recipient and the letters; none where a letter can't be used.
    """
    profile = tailored.profile
    if profile is None:
        return Outcome(FOR_ALL)
    given = profile.letter or {}
    paths = {"": given} if isinstance(given, str) else given
    letters: dict[str, CaseStudy] = {}
    found: list[Diagnostic] = []
    for tag in project.languages:
        path = paths.get(tag) or paths.get("")
        if path:
            letter = _read(tailored, project, path, tag)
            found.extend(letter.diagnostics)
            if letter.value is not None:
                letters[tag] = letter.value
    given = profile.recipient or ""
    recipients = given.values() if isinstance(given, dict) else (given,)
    discretion = project.discretion
    if any(
        holds(one, discretion.names) or holds_part(one, discretion.parts_elsewhere(None))
        for one in recipients
        if one
    ):
        message = f"the recipient of `{tailored.name}` would name a confidential client"
        hint = "call it otherwise, or let the client be named by `consent`"
        found.append(Diagnostic(Code.CLIENT_NAMED, message, None, hint))
    tailor = Tailor(given, letters)
    return Outcome(None if has_errors(found) else tailor, tuple(dict.fromkeys(found)))


def _read(tailored: Tailored, project: Project, path: str, tag: str) -> Outcome[CaseStudy]:
    world: World = tailored.workspace.world
    read = read_source(world, path)
    if read.value is None:
        hint = "a letter is a Markdown file; its path counts from the workspace"
        place = Span.of_file(path)
        missing = Diagnostic(Code.SETTING_INVALID, "the letter can't be read", place, hint)
        return Outcome(None, (*read.diagnostics, missing))
    audience = Audience(tailored.name, tailored.stance.profiles)
    source = audience.source(read.value)
    discreet = without_names(source, None, tag, project.discretion, is_hidden=False)
    regions = tailored.workspace.settings.locales
    checked = validate_study(discreet.source, world, (tag, *project.languages), None, regions)
    found = (*read.diagnostics, *audience.found, *discreet.diagnostics, *checked.diagnostics)
    return Outcome(None if has_errors(found) else checked.value, found)
