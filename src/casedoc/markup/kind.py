"""The kinds of document, as templates and stylesheets name them."""

from __future__ import annotations

from enum import Enum


class PageKind(Enum):
    """A kind of document; its value is the stem of its template."""

    ONE_PAGER = "one-pager"
    BOOKLET = "booklet"
    CV = "cv"


class Paper(Enum):
    """A size of paper; its value is what the settings call it."""

    A4 = "A4"
    LETTER = "letter"
