"""The commands by name, each imported only when it runs or its own help is shown."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from casedoc.cli.loading import load
from casedoc.cli.parameters import read_plainly

COMMANDS = {
    "build": "Make the documents of the selected case studies.",
    "check": "Say everything that is wrong with the content, and print nothing to paper.",
    "clean": "Remove the cache, and the files that were made.",
    "doctor": "Say what this machine lacks, and the command that mends it.",
    "export": "Write profile and case studies as data for other programs.",
    "import": "Make a profile and stubs of case studies of a JSON Resume.",
    "init": "Write a new workspace that builds at once.",
    "list": "List the case studies, their languages, and which of them the selection takes.",
    "new": "Write a new case study with comments that guide, or the skeleton of a translation.",
    "proof": "Judge finished PDFs: words, structure, places, fonts, links, standards.",
    "schema": "Print the JSON Schema of front matter, profile or settings, for completion in"
    " editors.",
}
"""What `casedoc --help` says of each, which is the first paragraph of its own help. The command
NAME is the function `NAME_command` of the module `casedoc.cli.NAME`, or of that in `MODULES`."""
MODULES = {"import": "import_resume"}
"""Modules that can't be called as their commands are."""
MARKUP: Any = "markdown"
"""How helps are written."""


class _Command(TyperCommand):
    """A command whose usual parameters are read without pydantic."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - the library has no public type
        """Return all parameters, that for help included."""
        return read_plainly(super().get_params(ctx))


class DeferredCommand(TyperCommand):
    """A command that is known by its name and first paragraph until more is needed."""

    def load(self) -> Any:  # noqa: ANN401 - as `get_params`
        """Return the command itself."""
        alone = typer.Typer(
            add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=MARKUP
        )
        alone.command(self.name, cls=_Command)(
            load(MODULES.get(str(self.name), str(self.name)), f"{self.name}_command")
        )
        return typer.main.get_command(alone)

    def make_context(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as `get_params`
        """Begin the command itself, to run it, for its help, or to complete a line."""
        return self.load().make_context(*given, **more)


class Commands(TyperGroup):
    """The program's commands."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 - as the library calls it
        """Take all commands in."""
        super().__init__(**more)
        for name, said in COMMANDS.items():
            deferred = DeferredCommand(name, callback=None, help=said, rich_markup_mode=MARKUP)
            self.add_command(deferred)

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Return all parameters of the program itself."""
        return read_plainly(super().get_params(ctx))
