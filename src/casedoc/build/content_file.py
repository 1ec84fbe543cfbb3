"""One file of the content folder, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.secret import Secret
    from casedoc.content.case_study import CaseStudy
    from casedoc.source.source import Source


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file of the content folder."""

    path: str
    """Path relative to the workspace root."""
    slug: str
    """Slug of its study, or what its name suggests where the file is broken."""
    study: CaseStudy | None
    """The study; none where it has errors."""
    source: Source | None
    """The file's parts; none where it could not be read."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""
    secret: Secret | None = None
    """A client that it declares and that must not be named, even if it has errors."""
    is_confidential: bool = False
    """Whether it declares a client as confidential that has not agreed to be named."""
    written_slug: str = ""
    """Its slug as its author wrote it; it may name somebody."""
    made_of: str = ""
    """Digest of all that this comes from; empty where nothing is remembered."""
