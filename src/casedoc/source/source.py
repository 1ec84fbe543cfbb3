"""One Markdown file, read: front matter with places, and the body as a tree of elements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.recording import digest_of
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure, ReadProblem, World
from casedoc.source.decode import decode
from casedoc.source.front_matter import split_front_matter
from casedoc.source.tree import read_body

if TYPE_CHECKING:
    from casedoc.source.element import Element
    from casedoc.source.values import Mapping

LARGEST_TEXT = 1024 * 1024
"""Bytes. A megabyte of text is a book of 180 pages; a case study is a hundredth of it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that could be read."""

    path: str
    """Path relative to the workspace root."""
    text: str
    """The whole text, with `\\n` as line end."""
    fields: Mapping
    """The front matter."""
    blocks: tuple[Element, ...]
    """The body."""
    digest: str
    """SHA-256 of the file's bytes."""


def read_text(world: World, path: str) -> Outcome[tuple[str, str]]:
    """Read a text file.

    Returns:
        Its text and the digest of its bytes; or `FILE_UNREADABLE`, `FILE_TOO_LARGE`, `NOT_UTF8`,
        `NUL_BYTE`.
    """
    content = world.read(path, LARGEST_TEXT)
    span = Span.of_file(path)
    if isinstance(content, ReadFailure):
        if content.problem is ReadProblem.TOO_LARGE:
            size = f"{(content.size or 0) / 1_000_000:.1f} MB"
            message = f"the file has {size}; a text may have {LARGEST_TEXT // 1_000_000} MB"
            hint = "is this a case study? a name that begins with `_` is not read"
            return Outcome(None, (Diagnostic(Code.FILE_TOO_LARGE, message, span, hint),))
        message = f"the file can't be used: {content.reason}"
        return Outcome(None, (Diagnostic(Code.FILE_UNREADABLE, message, span),))
    decoded = decode(path, content)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    return Outcome((decoded.value, digest_of(content)), decoded.diagnostics)


def read_source(world: World, path: str) -> Outcome[Source]:
    """Read one Markdown file.

    Args:
        world: The door to the disk.
        path: Path of the file, relative to the workspace root.

    Returns:
        The file's parts; none where it could not be read whole. Front matter and body are both
        looked at before giving up, so that one run names the problems of both.
    """
    read = read_text(world, path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    text, digest = read.value
    split = split_front_matter(text, path)
    if split.value is None:
        return Outcome(None, split.diagnostics)
    body = read_body(split.value.body, path, split.value.body_line)
    diagnostics = (*split.diagnostics, *body.diagnostics)
    if body.value is None:
        return Outcome(None, diagnostics)
    return Outcome(Source(path, text, split.value.fields, body.value, digest), diagnostics)
