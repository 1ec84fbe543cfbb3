"""Works out what an installation has once and for all, so that the first document need not wait.

Usage: python -m casedoc.build.prepare
"""

from __future__ import annotations

from typing import Final

from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.base.world import BUILT_IN, ReadFailure
from casedoc.markup.environment import environment_of
from casedoc.markup.theme import ThemeChoice, load_theme
from casedoc.markup.theme_folder import THEMES
from casedoc.pdf.dictionaries import read_patterns

LANGUAGES: Final = ("de", "en")
"""Languages whose patterns of hyphenation are parsed."""


def prepare() -> None:
    """Parse patterns, compile templates, read fonts."""
    world = DiskWorld(builtin_root(), builtin_root())
    read_patterns(LANGUAGES)
    themes = world.list(f"{BUILT_IN}/{THEMES}")
    for entry in () if isinstance(themes, ReadFailure) else themes:
        theme = load_theme(world, ThemeChoice(entry.name)).value
        if theme is not None:
            environment = environment_of(theme)
            for template in theme.templates:
                environment.get_template(template)


if __name__ == "__main__":
    prepare()
