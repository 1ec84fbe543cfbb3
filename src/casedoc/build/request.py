"""What a build was asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from casedoc.build.edition import USUAL, Edition
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.selection import Selection

if TYPE_CHECKING:
    from casedoc.locale.dates import PartialDate

ALL_LANGUAGES = "all"
"""Stands for every language of the workspace."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What was asked for."""

    selection: Selection = field(default_factory=Selection)
    """The case studies."""
    languages: tuple[str, ...] = ()
    """Language tags, or `all`; none for the workspace's first."""
    kinds: tuple[DocumentKind, ...] = ()
    """What to make; none for the usual ones."""
    formats: tuple[Format, ...] = (Format.PDF,)
    """In which forms."""
    output: Path | None = None
    """Folder to publish in; none for the settings'."""
    jobs: int | None = None
    """Documents made at once; none for one a processor."""
    fallback: bool = False
    """Whether the original is printed where a translation is missing."""
    full_proof: bool | None = False
    """Whether all checks are made, and not only the quick ones; none: where they can be."""
    edition: Edition = USUAL
    """What kind of file each becomes."""
    profiles: tuple[str, ...] = ()
    """Names of profiles; without any, documents are for everyone."""
    profile: str | None = None
    """The one of them that this request is for."""
    as_of: PartialDate | None = None
    """What "today" means; none for the newest date in the content."""
    timeout: float | None = None
    """Seconds that one document may take; none without an end."""
    scheduler: str | None = None
    """Address of a Dask scheduler whose workers print; none where this machine does."""
    remembers: bool = False
    """Whether what is read and made is kept for the next build."""
    recalls: bool = False
    """Whether what earlier builds have read and made is used."""


USUAL_KINDS = (DocumentKind.ONE_PAGER, DocumentKind.BOOKLET, DocumentKind.CV)
"""What is made unless it is said otherwise."""
KINDS_OF_NAMED = (DocumentKind.ONE_PAGER,)
"""What is made of studies that were named."""
