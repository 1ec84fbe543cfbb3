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
    PNG = "png"
    MD = "md"


def file_of_page(name: str, page: int) -> str:
    """Return the name of the file that shows one page.

    Args:
        name: The name that a file of all pages would have.
        page: Number of the page, from 1.
    """
    stem, _dot, ending = name.rpartition(".")
    return f"{stem}-{page}.{ending}"


def first_file(form: Format, name: str) -> str:
    """Return the name of the first file of a document in a form.

    Args:
        form: The form.
        name: The name that a file of all pages has, or would have.
    """
    return file_of_page(name, 1) if form is Format.PNG else name
