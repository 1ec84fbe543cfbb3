"""What one file says that the files of other case studies are judged by.

*Why*: whoever changes a file wants to know at once whether it is right now. Files of one slug are
judged by each other; files of other slugs by nothing but this. As long as it stays as it was, only
the files of the changed slug need to be read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.base.secret import Secret


@dataclass(frozen=True, slots=True)
class Bearing:
    """What one file says that the files of other case studies are judged by."""

    path: str
    """Path relative to the workspace root."""
    slug: str
    """Slug of its study, or what its name suggests where the file is broken."""
    language: str
    """Language of its study, which a workspace that names none then has; empty where broken."""
    date: str
    """Newest date of its study as ISO 8601 writes it; empty where it has none."""
    secret: Secret | None
    """A client that must be named in no file; none where there is none."""
