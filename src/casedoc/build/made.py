"""What comes of making a document, as plain as a worker hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.recording import Reading
    from casedoc.build.kinds import Format


@dataclass(frozen=True, slots=True)
class Written:
    """A finished PDF."""

    data: bytes
    """What is in it."""
    standards: tuple[str, ...]
    """The standards it keeps to."""
    attached: tuple[str, ...]
    """Names of the files inside it."""
    identifier: str = ""
    """Its own identifier, in hexadecimal; nothing where it is not known."""
    expectation: dict[str, Any] | None = None
    """What it was proven by, as plain data; none where its pages were put on sheets afterwards, or
    it was proven before."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document."""

    files: tuple[tuple[str, Format, bytes], ...]
    """File name, form and content of each; none where errors forbade it."""
    pages: int
    """Number of pages."""
    fit: str
    """The setting it was fitted to, such as `-1` or `-3 dense`."""
    readings: tuple[Reading, ...]
    """What was read while it was made: its images."""
    diagnostics: tuple[Diagnostic, ...]
    """What was noticed."""
    written: Written | None = None
    """Its PDF, and what it was proven by; none where there is none."""
