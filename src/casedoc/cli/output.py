"""Diagnostics as people, programs and CI read them."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from casedoc.base.codes import Code, Severity
from casedoc.base.world import ReadFailure
from casedoc.build.diagnostic_data import diagnostic_data
from casedoc.cli.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.secret import Secret
    from casedoc.base.span import Span
    from casedoc.base.world import World

LONGEST_EXCERPT = 100
"""Characters of a source line that are shown."""
_SILENT = frozenset({Code.CLIENT_NAMED, Code.CLIENT_NO_ALIAS})
"""Codes whose excerpt would tell what must not be told."""


class OutputFormat(StrEnum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class _PatientConsole(Console):
    """A console whose reader may leave early, as `head` does: the command goes on in silence."""

    def on_broken_pipe(self) -> None:
        """Say nothing more."""
        self.quiet = True
        if not self.stderr:
            # What is still to be said must not raise when the program ends.
            sys.stdout = sys.__stderr__


class Reporter:
    """Writes results in one format."""

    def __init__(self, form: OutputFormat, *, quiet: bool = False, to_stdout: bool = False) -> None:
        """Prepare for one command.

        Args:
            form: The format.
            quiet: Whether only errors are told.
            to_stdout: Whether diagnostics are the command's result rather than asides.
        """
        self.form = form
        self.folder = ""
        self.secrets: tuple[Secret, ...] = ()
        self._quiet = quiet
        self.errors = _PatientConsole(stderr=True, highlight=False, soft_wrap=True)
        self.results = _PatientConsole(highlight=False, soft_wrap=True)
        self._asides = self.results if to_stdout else self.errors

    def diagnostics(self, found: Sequence[Diagnostic], world: World | None) -> None:
        """Write diagnostics; JSON is written by `data` instead."""
        if self.form is OutputFormat.JSON:
            return
        shown = self._discreet([one for one in found if one.is_error or not self._quiet])
        if self.form is OutputFormat.GITHUB:
            _print_all(self.results, [Text(_annotation(one, self.folder)) for one in shown])
            return
        # The diagnostics are sorted by place, so one file at a time is enough.
        lines_of: Callable[[str], list[str]] = lru_cache(maxsize=1)(partial(_lines, world))
        if self.secrets and not self._asides.is_terminal:
            lines_of = load("discreet_output", "lines_without_names")(lines_of, self.secrets)
        _print_all(self._asides, [_text(one, lines_of) for one in shown])

    def _discreet(self, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """Return diagnostics as they may go where others read them: to all but a terminal."""
        is_private = self.form is OutputFormat.TEXT and self._asides.is_terminal
        if is_private or not self.secrets or not found:
            return found
        told: list[Diagnostic] = load("discreet_output", "discreet_all")(found, self.secrets)
        return told

    def summary(self, found: Sequence[Diagnostic]) -> None:
        """Write how many errors and warnings there were, if any."""
        errors = sum(one.is_error for one in found)
        if self.form is not OutputFormat.TEXT or not found or (self._quiet and not errors):
            return
        counts = (count_of(errors, "error"), count_of(len(found) - errors, "warning"))
        said = ", ".join(count for count in counts if count)
        self._asides.print(Text(f"found {said}", style="bold"))

    def line(self, text: str, style: str = "", *, even_quiet: bool = False) -> None:
        """Write one line of a result, in text only; what was asked for even where all is quiet."""
        if self.form is OutputFormat.TEXT and (even_quiet or not self._quiet):
            self.results.print(Text(text, style=style))

    def data(self, found: Sequence[Diagnostic], **more: Any) -> None:  # noqa: ANN401
        """Write the one JSON object of a command."""
        if self.form is OutputFormat.JSON:
            data = {"diagnostics": [diagnostic_data(one) for one in self._discreet(found)], **more}
            self.results.out(json.dumps(data, ensure_ascii=False, indent=2), highlight=False)


def count_of(number: int, what: str) -> str:
    """Return `3 files`; nothing for none."""
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""


def _print_all(console: Console, texts: list[Text]) -> None:
    """Print texts one below the other, at once, which takes half the time."""
    if texts:
        console.print(Text("\n").join(texts))


def _text(diagnostic: Diagnostic, lines_of: Callable[[str], list[str]]) -> Text:
    colour = "red" if diagnostic.severity is Severity.ERROR else "yellow"
    text = Text()
    if diagnostic.span is not None:
        text.append(f"{_place(diagnostic.span)}: ", style="bold")
    text.append(f"{diagnostic.severity.value}[{diagnostic.code.number}]", style=f"bold {colour}")
    text.append(f": {visible(diagnostic.message)}\n")
    if diagnostic.span is not None and diagnostic.code not in _SILENT:
        text.append(_excerpt(diagnostic.span, lines_of))
    for related in diagnostic.related:
        text.append(f"  {_place(related.span)}: {visible(related.message)}\n")
    if diagnostic.hint:
        text.append("  hint", style="bold cyan")
        text.append(f": {visible(diagnostic.hint)}\n")
    return text


def visible(text: str) -> str:
    """Return a text without what a terminal would obey instead of showing it."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)


def _place(span: Span) -> str:
    return f"{visible(span.path)}:{span.line}:{span.column}"


def _lines(world: World | None, path: str) -> list[str]:
    """Return the lines of a file; none where it can't be read."""
    content = world.read(path) if world is not None else None
    if content is None or isinstance(content, ReadFailure):
        return []
    return content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


def _excerpt(span: Span, lines_of: Callable[[str], list[str]]) -> str:
    """Return the source line with a mark under the place; nothing for whole files."""
    lines = lines_of(span.path) if span.start != span.end else []
    if span.line > len(lines):
        return ""
    line = lines[span.line - 1].removeprefix("\ufeff")
    if not line:
        return ""
    first = max(0, span.column - 1 - LONGEST_EXCERPT // 2) if len(line) > LONGEST_EXCERPT else 0
    shown = visible(line[first : first + LONGEST_EXCERPT])
    column = span.column - 1 - first
    end = span.end.column - 1 - first if span.end.line == span.line else len(shown)
    marks = "^" * max(1, min(end, len(shown)) - column)
    margin = " " * len(str(span.line))
    return f"\n  {span.line} | {shown}\n  {margin} | {' ' * column}{marks}\n"


def folder_in_repository(root: Path, environment: Mapping[str, str]) -> str:
    """Return where a workspace lies in the repository that GitHub Actions has checked out.

    *Why*: it looks for annotated files from there. `GITHUB_WORKSPACE` names it.
    """
    repository = environment.get("GITHUB_WORKSPACE")
    if not repository or not root.resolve().is_relative_to(Path(repository).resolve()):
        return ""
    folder = root.resolve().relative_to(Path(repository).resolve()).as_posix()
    return "" if folder == "." else f"{folder}/"


def _annotation(diagnostic: Diagnostic, folder: str) -> str:
    """Return a workflow command of GitHub Actions; `folder` is that of the workspace."""

    def escaped(text: str, *, in_property: bool = False) -> str:
        text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return text.replace(":", "%3A").replace(",", "%2C") if in_property else text

    properties = {"title": f"casedoc {diagnostic.code.number}"}
    if diagnostic.span is not None:
        place = {"file": f"{folder}{diagnostic.span.path}", "line": str(diagnostic.span.line)}
        properties = {**place, "col": str(diagnostic.span.column), **properties}
    said = ",".join(
        f"{key}={escaped(value, in_property=True)}" for key, value in properties.items()
    )
    hint = f"\nhint: {diagnostic.hint}" if diagnostic.hint else ""
    return f"::{diagnostic.severity.value} {said}::{escaped(diagnostic.message + hint)}"
