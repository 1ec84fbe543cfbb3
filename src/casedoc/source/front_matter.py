"""Front matter in YAML or TOML, split off by python-frontmatter through handlers of ours.

*Why* handlers: the library's own forget the places and turn digits into floats, and without a
handler for it, TOML front matter would be read as no front matter at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import frontmatter
from frontmatter.default_handlers import BaseHandler

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Position, Span
from casedoc.source.toml_reader import read_toml
from casedoc.source.values import Mapping, Value
from casedoc.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Split:
    """A text in its two parts."""

    fields: Mapping
    """The front matter; empty where there is none."""
    body: str
    """What follows it, to the last character."""
    body_line: int
    """Line of the file on which the body begins, counted from 1."""


def split_front_matter(text: str, path: str) -> Outcome[Split]:
    """Split a text into front matter and body.

    Args:
        text: The file's text.
        path: Path of the file, for the places.

    Returns:
        Both parts; or `FRONT_MATTER_OPEN`, `FRONT_MATTER_NO_MAPPING` and what the readers of YAML
        and TOML have to say.
    """
    # The library strips the text before a handler sees it.
    skipped = text[: len(text) - len(text.lstrip())].count("\n")
    for fence, ends, reader in (("---", r"---|\.\.\.", read_yaml), ("+++", r"\+\+\+", read_toml)):
        handler = _PlacedHandler(path, skipped + 1, fence, ends, reader)
        if handler.detect(text.lstrip()):
            frontmatter.parse(text, handler=handler)
            return handler.outcome
    start = Position(1, 1)
    return Outcome(Split(Mapping((), Span(path, start, start)), text, 1))


class _PlacedHandler(BaseHandler):
    """Reads one kind of front matter and remembers where everything stands."""

    def __init__(
        self,
        path: str,
        first_line: int,
        fence: str,
        ends: str,
        reader: Callable[[str, str, int], Outcome[Value]],
    ) -> None:
        """Prepare for one file whose fence is on `first_line`."""
        opening = re.compile(rf"\A{re.escape(fence)}[ \t]*(?:\n|\Z)")
        super().__init__(opening, fence, fence)
        self._opening = opening
        self._closing = re.compile(rf"^(?:{ends})[ \t]*(?:\n|\Z)", re.MULTILINE)
        self._path = path
        self._first_line = first_line
        self._reader = reader
        self._fence = fence
        self._body = ""
        self._body_line = first_line
        self.outcome: Outcome[Split] = Outcome(None)

    def detect(self, text: str) -> bool:
        """Tell whether the text begins with the fence."""
        return self._opening.match(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter and body; raise ValueError where the front matter never ends."""
        opening = self._opening.match(text)
        closing = self._closing.search(text, opening.end()) if opening else None
        if opening is None or closing is None:
            message = f"the front matter that begins here is never closed by `{self._fence}`"
            span = Span.within(self._path, self._first_line, 1, len(self._fence))
            hint = f"add a line `{self._fence}` after the last key"
            self.outcome = Outcome(None, (Diagnostic(Code.FRONT_MATTER_OPEN, message, span, hint),))
            raise ValueError(message)
        self._body = text[closing.end() :]
        self._body_line = self._first_line + text.count("\n", 0, closing.end())
        return text[opening.end() : closing.start()], self._body

    def load(self, fm: str, **_options: object) -> dict[str, Value]:
        """Read the front matter and keep it with its places."""
        read = self._reader(fm, self._path, self._first_line + 1)
        if read.value is None:
            self.outcome = Outcome(None, read.diagnostics)
            return {}
        if not isinstance(read.value, Mapping):
            message = "front matter must consist of keys and values"
            hint = "write `title: …`, one key a line"
            found = Diagnostic(Code.FRONT_MATTER_NO_MAPPING, message, read.value.span, hint)
            self.outcome = Outcome(None, (*read.diagnostics, found))
            return {}
        split = Split(read.value, self._body, self._body_line)
        self.outcome = Outcome(split, read.diagnostics)
        return {pair.key: pair.value for pair in read.value.pairs}
