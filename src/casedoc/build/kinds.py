"""What can be made, and in which forms.

*Why* apart: the command line names them before anything else is known.
"""

from __future__ import annotations

from enum import Enum


class DocumentKind(Enum):
    """What can be made."""

    ONE_PAGER = "one-pager"
    BOOKLET = "booklet"
    CV = "cv"
    PROJECTS = "projects"


class Format(Enum):
    """In which form."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
