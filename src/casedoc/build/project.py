"""All content of a workspace, read and checked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure, ReadProblem, World
from casedoc.build.bearing import Bearing
from casedoc.build.bearings import languages_of, newest_date_of, secrets_of
from casedoc.build.content_file import ContentFile
from casedoc.build.content_memory import FORGETFUL, ContentMemory
from casedoc.build.refusals import with_language_check, without_twins
from casedoc.build.sources import EVERYTHING, ReadFile, Stance, read_files
from casedoc.content.case_study import CaseStudy, newest_date
from casedoc.content.claims import find_claims
from casedoc.content.confidences.files import without_names
from casedoc.content.confidences.mentions import Discretion
from casedoc.content.confidences.private import with_private
from casedoc.content.facts import facts_of_slug
from casedoc.content.profile import Profile, validate_profile
from casedoc.content.study_validation import validate_study
from casedoc.content.text_warnings import told_once
from casedoc.locale.spec import KNOWN_TAGS, NO_REGIONS, Regions
from casedoc.source.source import Source, read_text
from casedoc.source.values import Mapping, Value
from casedoc.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.content.facts import Facts
    from casedoc.locale.dates import PartialDate

CONTENT = "content"
"""The folder of case studies."""
PROFILE = f"{CONTENT}/profile.yaml"
"""The author's profile."""
DEFAULT_LANGUAGES = ("de",)
"""The languages of a workspace that names none."""
DEEPEST_FOLDER = 12
"""Folders inside one another; also the end of a ring of symbolic links."""

ENDINGS = (".md", ".markdown")
"""How the names of case studies end, in any case."""


@dataclass(frozen=True, slots=True)
class Project:
    """A workspace's content."""

    files: tuple[ContentFile, ...]
    """All files that are case studies or should be."""
    profile: Profile | None
    """The author; none without a profile, or with a broken one."""
    profile_source: Source | None
    """The profile's file; none without one."""
    profile_diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the profile."""
    languages: tuple[str, ...]
    """The workspace's languages, the first being the default."""
    diagnostics: tuple[Diagnostic, ...]
    """What belongs to no single file."""
    bearings: tuple[Bearing, ...]
    """What each file says that those of other slugs are judged by."""
    paths: frozenset[str]
    """All files of the content folder, those that were not looked at included."""
    discretion: Discretion = field(default_factory=Discretion)
    """Who must not be named."""

    def meant(self, slugs: Sequence[str]) -> tuple[str, ...]:
        """Return the slugs that are meant by those that authors wrote."""
        renamed = {file.written_slug: file.slug for file in self.files if file.written_slug}
        return tuple(dict.fromkeys(renamed.get(slug, slug) for slug in slugs))

    def hidden_in(self, slugs: Sequence[str]) -> tuple[str, ...]:
        """Return all names that must not stand in what is made of some studies."""
        own = {one.secret.slug for one in self.files if one.secret and one.slug in slugs}
        return self.discretion.hidden_in(sorted(own))

    @property
    def studies(self) -> tuple[CaseStudy, ...]:
        """Return all studies without errors."""
        return tuple(file.study for file in self.files if file.study is not None)


def read_project(
    world: World,
    languages: Sequence[str] | None,
    others: Sequence[Bearing] = (),
    regions: Regions = NO_REGIONS,
    stance: Stance = EVERYTHING,
    memory: ContentMemory = FORGETFUL,
) -> Project:
    """Read and check all content.

    Args:
        world: The door to the workspace.
        languages: The workspace's languages, or none where the settings name none.
        others: What files say that the world does not show; they are of other slugs.
        regions: Which locale a plain language means.
        stance: For whom it is read, and what is known of clients.
        memory: What is known of the files from the last time.
    """
    paths, diagnostics = content_paths(world)
    first = tuple(languages or DEFAULT_LANGUAGES)
    read = read_files(world, paths, first, secrets_of(others), stance, memory)
    facts = _facts(read.files)
    files = tuple(
        _remembered_check(world, one, first, facts.get(one.path), regions, memory)
        for one in read.files
    )
    files = without_twins(files)
    bearings = tuple(_bearing(file) for file in files)
    known = first if languages else _languages_of((*bearings, *others))
    files = tuple(with_language_check(file, known) for file in files)
    bearings = tuple(map(_with_date, bearings, files))
    today = newest_date_of((*bearings, *others))
    profile, source, found = _read_profile(world, known, read.discretion, stance, today)
    every = frozenset((*paths, *(one.path for one in others)))
    return Project(
        files, profile, source, found, known, diagnostics, bearings, every, read.discretion
    )


def content_paths(world: World) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the paths of all case studies, sorted, and folders that can't be listed."""
    paths: list[str] = []
    found: list[Diagnostic] = []
    waiting = [CONTENT]
    while waiting:
        folder = waiting.pop()
        entries = world.list(folder)
        if isinstance(entries, ReadFailure):
            message = f"the folder can't be used: {entries.reason}"
            found.append(Diagnostic(Code.FILE_UNREADABLE, message, Span.of_file(folder)))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith(("_", ".")):
                continue
            if entry.is_folder and path.count("/") < DEEPEST_FOLDER:
                waiting.append(path)
            elif not entry.is_folder and entry.name.lower().endswith(ENDINGS):
                paths.append(path)
    return tuple(sorted(paths)), tuple(found)


def _facts(files: Sequence[ReadFile]) -> dict[str, Facts]:
    """Return what each file may use of the facts that the files of its slug define."""
    slugs: dict[str, list[Source]] = {}
    for file in files:
        if file.source is not None:
            slugs.setdefault(file.slug, []).append(file.source)
    return {path: facts for same in slugs.values() for path, facts in facts_of_slug(same).items()}


def _remembered_check(
    world: World,
    read: ReadFile,
    languages: Sequence[str],
    facts: Facts | None,
    regions: Regions,
    memory: ContentMemory,
) -> ContentFile:
    def make(world: World) -> ContentFile:
        return _checked_file(world, read, languages, facts, regions)

    grounds = (read.made_of, tuple(languages), facts, regions)
    file, made_of = memory.once("checked", read.path, grounds, world, make)
    return replace(file, made_of=made_of)


def _checked_file(
    world: World,
    read: ReadFile,
    languages: Sequence[str],
    facts: Facts | None,
    regions: Regions,
) -> ContentFile:
    if read.source is None:
        return ContentFile(read.path, read.slug, None, None, read.diagnostics)
    checked = validate_study(read.source, world, languages, facts, regions, read.allowed)
    diagnostics = told_once((*read.diagnostics, *checked.diagnostics))
    study = None if has_errors(diagnostics) else checked.value
    if study is not None:
        diagnostics = (*diagnostics, *find_claims(study))
        study = replace(study, is_discreet=read.is_discreet)
    secrecy = (read.secret, read.is_confidential, read.written_slug)
    return ContentFile(read.path, read.slug, study, read.source, diagnostics, *secrecy)


def _bearing(file: ContentFile) -> Bearing:
    """Return what a file says that others are judged by, its date left out."""
    language = file.study.locale.tag if file.study is not None else ""
    return Bearing(file.path, file.slug, language, "", file.secret)


def _with_date(bearing: Bearing, file: ContentFile) -> Bearing:
    """Add the newest date of the study; one that names a confidential client has none."""
    date = newest_date((file.study,)) if file.study is not None else None
    return replace(bearing, date=date.iso) if date is not None else bearing


def _languages_of(bearings: Sequence[Bearing]) -> tuple[str, ...]:
    """Return the languages of a workspace that names none: those it uses, the default first."""
    used = languages_of(bearings)
    return tuple(tag for tag in KNOWN_TAGS if tag in used) or DEFAULT_LANGUAGES


def _read_profile(
    world: World,
    languages: Sequence[str],
    discretion: Discretion,
    stance: Stance,
    today: PartialDate | None,
) -> tuple[Profile | None, Source | None, tuple[Diagnostic, ...]]:
    there = world.read(PROFILE)
    if isinstance(there, ReadFailure) and there.problem is ReadProblem.MISSING:
        return None, None, ()
    read = read_text(world, PROFILE)
    if read.value is None:
        return None, None, read.diagnostics
    text, digest = read.value
    data = read_yaml(text, PROFILE)
    if not isinstance(data.value, Mapping):
        return None, None, _no_mapping(data)
    source = Source(PROFILE, text, data.value, (), digest)
    discreet = without_names(source, None, languages[0], discretion, is_hidden=False)
    source = discreet.source
    checked = validate_profile(with_private(source.fields, stance.private), languages, today)
    diagnostics = (*data.diagnostics, *checked.diagnostics, *discreet.diagnostics)
    return None if has_errors(diagnostics) else checked.value, source, diagnostics


def _no_mapping(data: Outcome[Value]) -> tuple[Diagnostic, ...]:
    if data.value is None:
        return data.diagnostics
    message = "a profile must consist of keys and values"
    place = Span.of_file(PROFILE)
    return (Diagnostic(Code.FRONT_MATTER_NO_MAPPING, message, place, "begin with `basics:`"),)
