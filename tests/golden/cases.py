"""The golden cases: what is printed, and printing it as a build does.

A folder here with a `case.toml` holds cases:

    shows = "what they are there for"
    kind = "one-pager"             # or booklet, cv, projects
    languages = ["de", "en"]       # both unless said otherwise
    themes = ["beleg"]             # all built-in ones unless said otherwise
    input = "pages"                # the folder whose content is printed, if not its own
    slugs = ["ordinary", "dense"]  # of which studies; of all unless said otherwise
    profile = "agency"             # for which profile of the settings; for everyone otherwise
    pages = [1, 4]                 # which pages are compared; all unless said otherwise
    [settings]                     # what stands in casedoc.toml, theme and languages aside

beside `content/` as in any workspace. Of one-pagers each study is a case; of the other kinds the
folder is one. A content without a `profile.yaml` gets the shared one.
"""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomlkit

from casedoc.base.world import World
from casedoc.build.check import read_content, read_theme
from casedoc.build.document import make
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.letters import read_tailor
from casedoc.build.plan import make_plan
from casedoc.build.profiles import tailored
from casedoc.build.request import BuildRequest
from casedoc.build.selection import Selection
from casedoc.build.workspace import Workspace, open_workspace

FOLDER = Path(__file__).parent
PROFILE = FOLDER / "profile.yaml"
THEMES = ("beleg", "kontor")
LANGUAGES = ("de", "en")
_CLASSES = re.compile(r'class="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Case:
    """One document that is compared."""

    folder: str
    """Name of its folder."""
    name: str
    """The study of a one-pager; else the name of its folder."""
    language: str
    theme: str
    kind: DocumentKind
    content: Path
    """The folder of its content."""
    slugs: tuple[str, ...]
    """Its studies; all of them if none is named."""
    pages: tuple[int, ...]
    """Its pages; all of them if none is named."""
    settings: dict[str, Any]
    profile: str
    """The profile that it is made for; empty where it is for everyone."""

    @property
    def id(self) -> str:
        """Its name among all cases."""
        return f"{self.folder}.{self.stem}"

    @property
    def stem(self) -> str:
        """What the names of its files begin with."""
        return f"{self.name}.{self.language}.{self.theme}"

    @property
    def record(self) -> Path:
        """Where the words are that it must have."""
        return FOLDER / self.folder / f"{self.stem}.tsv"

    def picture(self, page: int) -> Path:
        """Where the picture is that a page must look like."""
        return FOLDER / self.folder / f"{self.stem}.{page}.png"


@dataclass(frozen=True, slots=True)
class Print:
    """A printed case."""

    pdf: bytes
    fit: str
    """The setting that it was fitted to."""
    codes: tuple[str, ...]
    """What was noticed while it was made."""
    parts: tuple[str, ...]
    """The blocks of the stylesheets that stand on it."""


@cache
def all_cases() -> tuple[Case, ...]:
    """All cases, in each language and theme."""
    return tuple(case for file in sorted(FOLDER.glob("*/case.toml")) for case in _cases(file))


def _cases(file: Path) -> Iterator[Case]:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    folder, kind = file.parent.name, DocumentKind(told["kind"])
    content = FOLDER / told.get("input", folder) / "content"
    slugs = tuple(told.get("slugs", ()))
    for theme in told.get("themes", THEMES):
        for language in told.get("languages", LANGUAGES):
            groups = [(folder, slugs)]
            if kind is DocumentKind.ONE_PAGER:
                names = slugs or sorted(path.stem for path in (content / language).glob("*.md"))
                groups = [(name, (name,)) for name in names]
            for name, group in groups:
                yield Case(
                    folder=folder,
                    name=name,
                    language=language,
                    theme=theme,
                    kind=kind,
                    content=content,
                    slugs=group,
                    pages=tuple(told.get("pages", ())),
                    settings=told.get("settings", {}),
                    profile=told.get("profile", ""),
                )


def print_case(case: Case, folder: Path) -> None:
    """Print a case into a folder, as `casedoc build` does."""
    shutil.copytree(case.content, folder / "content")
    if not (folder / "content" / "profile.yaml").exists():
        shutil.copy(PROFILE, folder / "content")
    settings = {"languages": [*LANGUAGES], "theme": case.theme, **case.settings}
    (folder / "casedoc.toml").write_text(tomlkit.dumps(settings), encoding="utf-8")
    workspace = open_workspace(folder, {})
    assert workspace.value is not None, workspace.diagnostics
    made = _make(workspace.value, case)
    files = {form: content for _name, form, content in made.files}
    assert files, made.diagnostics
    (folder / "case.pdf").write_bytes(files[Format.PDF])
    told = {
        "fit": made.fit,
        "codes": sorted({one.code.number for one in made.diagnostics}),
        "parts": _parts(files[Format.HTML].decode()),
    }
    (folder / "case.json").write_text(json.dumps(told), encoding="utf-8")


def _make(workspace: Workspace, case: Case) -> Any:  # noqa: ANN401 - `Made`
    request = BuildRequest(
        selection=Selection(slugs=case.slugs),
        languages=(case.language,),
        kinds=(case.kind,),
        formats=(Format.PDF, Format.HTML),
        profiles=(case.profile,) if case.profile else (),
    )
    (tailor,) = tailored(workspace, request)
    theme = read_theme(tailor.workspace)
    assert theme.value is not None, theme.diagnostics
    project = read_content(tailor.workspace, theme.value, stance=tailor.stance)
    wrong = [one for file in project.files for one in file.diagnostics if one.is_error]
    wrong += [one for one in project.profile_diagnostics if one.is_error]
    assert wrong == []
    told = read_tailor(tailor, project)
    assert told.value is not None, told.diagnostics
    settings = tailor.workspace.settings
    (job,) = make_plan(project, settings, tailor.request, told.value).jobs
    world: World = workspace.world
    return make(job, theme.value, world)


def read_print(folder: Path) -> Print:
    """Read what `print_case` left in a folder."""
    told = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    pdf = (folder / "case.pdf").read_bytes()
    return Print(pdf, told["fit"], tuple(told["codes"]), tuple(told["parts"]))


def _parts(html: str) -> list[str]:
    """Return the blocks among the classes of a page."""
    body = html[html.index("<body") :]
    classes = {name for match in _CLASSES.finditer(body) for name in match[1].split()}
    return sorted({re.split(r"__|--", name)[0] for name in classes})
