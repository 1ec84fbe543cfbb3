"""What a profile makes of a workspace and of what was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.build.kinds import DocumentKind
from casedoc.build.selection import Selection
from casedoc.build.sources import Stance
from casedoc.content.audience import PUBLIC
from casedoc.locale.date_reading import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.build.request import BuildRequest
    from casedoc.build.workspace import Workspace
    from casedoc.content.profile_settings import ProfileSettings
    from casedoc.content.settings import Settings


@dataclass(frozen=True, slots=True)
class Tailored:
    """A workspace and a request, as a profile has them."""

    name: str | None
    """Name of the profile; none without one."""
    workspace: Workspace
    """The workspace, with the profile's settings in the place of the usual ones."""
    request: BuildRequest
    """What was asked for, narrowed by the profile."""
    stance: Stance
    """For whom content is read."""
    profile: ProfileSettings | None = None
    """The profile; none without one."""


def unknown_profiles(settings: Settings, names: Sequence[str]) -> list[Diagnostic]:
    """Return an error for each name that no profile has."""
    found = []
    for name in names:
        if name not in settings.profiles:
            near = get_close_matches(name, settings.profiles, 1)
            hint = f"did you mean `{near[0]}`?" if near else "profiles stand below `[profiles]`"
            message = f"there is no profile `{name}`"
            found.append(Diagnostic(Code.USAGE, message, None, hint))
    return found


def tailored(workspace: Workspace, request: BuildRequest) -> list[Tailored]:
    """Return what is to be made for each profile that was asked for; without one, for everyone.

    Args:
        workspace: The workspace; it has all the profiles.
        request: What was asked for.
    """
    if not request.profiles:
        return [Tailored(None, workspace, request, Stance(PUBLIC))]
    return [_for_profile(workspace, request, name) for name in dict.fromkeys(request.profiles)]


def selection_of(profile: ProfileSettings) -> Selection:
    """Return the case studies that a profile is about."""
    return Selection(
        featured=profile.featured,
        categories=tuple(profile.categories),
        technologies=tuple(profile.technologies),
        tags=tuple(profile.tags),
        since=read_date(profile.since).date if profile.since else None,
        until=read_date(profile.until).date if profile.until else None,
        only=tuple(profile.slugs),
        at_most=profile.at_most,
        order=profile.order or "weight",
    )


def _for_profile(workspace: Workspace, request: BuildRequest, name: str) -> Tailored:
    profile = workspace.settings.profiles[name]
    kinds = tuple(DocumentKind(kind) for kind in profile.kinds)
    narrowed = replace(
        request,
        selection=replace(request.selection, within=selection_of(profile)),
        languages=request.languages or tuple(profile.languages),
        kinds=request.kinds or kinds,
        profile=name,
    )
    own = replace(workspace, settings=_settings(workspace.settings, profile))
    stance = Stance(name, names_nobody=profile.clients == "anonymous")
    return Tailored(name, own, narrowed, stance, profile)


def _settings(settings: Settings, profile: ProfileSettings) -> Settings:
    """Return the settings with those of a profile in their place."""
    pattern = settings.file_name
    if "{profile}" not in pattern:
        pattern = pattern.replace("{name}", "{name}-{profile}")
    changed: dict[str, object] = {"file_name": profile.file_name or pattern}
    if profile.theme is not None:
        changed["theme"] = profile.theme
    if profile.accent is not None:
        changed["accent"] = profile.accent
    order = profile.order
    if order is not None:
        changed["booklet"] = settings.booklet.model_copy(update={"order": order})
    if profile.matrix is not None:
        matrix = {"matrix": profile.matrix}
        changed["technologies"] = settings.technologies.model_copy(update=matrix)
    return settings.model_copy(update=changed)
