"""What an installation has once and for all: patterns, templates, fonts, and a page of each."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.base.world import BUILT_IN, ReadFailure
from casedoc.build.check import read_content, read_theme
from casedoc.build.document import make
from casedoc.build.kinds import DocumentKind
from casedoc.build.letters import FOR_ALL
from casedoc.build.plan import make_plan
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import open_workspace
from casedoc.markup.environment import environment_of
from casedoc.markup.theme import ThemeChoice, load_theme
from casedoc.markup.theme_folder import THEMES
from casedoc.pdf.dictionaries import read_patterns
from casedoc.pdf.printing import lay_out
from casedoc.pdf.rehearsal import keep_rehearsal

if TYPE_CHECKING:
    from casedoc.base.outcome import Outcome
    from casedoc.markup.page import HtmlPage
    from casedoc.pdf.printing import Layout

LANGUAGES: Final = ("de", "en")
"""Languages whose patterns of hyphenation are parsed."""
_SAMPLE: Final = Path(__file__).parent / "sample"
"""A workspace with one case study."""


_ASKED: Final = BuildRequest(languages=("all",), kinds=(DocumentKind.ONE_PAGER,))
"""What is made of it."""


def prepare() -> None:
    """Parse patterns, compile templates, read fonts; make a page, which needs all the rest."""
    world = DiskWorld(builtin_root(), builtin_root())
    read_patterns(LANGUAGES)
    themes = world.list(f"{BUILT_IN}/{THEMES}")
    for entry in () if isinstance(themes, ReadFailure) else themes:
        theme = load_theme(world, ThemeChoice(entry.name)).value
        if theme is not None:
            environment = environment_of(theme)
            for template in theme.templates:
                environment.get_template(template)
    make_sample()


def make_sample() -> int:
    """Make the pages of the sample, and keep one to rehearse with; return how many they are."""
    workspace = open_workspace(_SAMPLE, {}).value
    theme = read_theme(workspace).value if workspace else None
    if workspace is None or theme is None:
        raise AssertionError(_SAMPLE)
    project = read_content(workspace, theme)
    plan = make_plan(project, workspace.settings, _ASKED, FOR_ALL)
    pages: list[HtmlPage] = []

    def noted(page: HtmlPage) -> Outcome[Layout]:
        pages.append(page)
        return lay_out(page)

    for job in plan.jobs:
        make(job, theme, workspace.world, lay_out=noted)
    with suppress(OSError):
        keep_rehearsal(pages[0])
    return len(pages)
