"""A CV with project sections, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.source.element import Element
    from casedoc.view.study import ContactView, FigureView, Original


@dataclass(frozen=True, slots=True)
class ResultView:
    """One figure of a project's result band."""

    figure: FigureView
    """Set in bold and accent."""
    words: tuple[Element, ...]
    """Inline text that says what it measures."""


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A case study as an entry of the CV."""

    slug: str
    """Names its anchor."""
    period: str
    """Such as `02/2022 – 08/2023`, or the date alone; may be empty."""
    meta: tuple[str, ...]
    """Role, client, industry; those that exist."""
    title: str
    """Typeset."""
    results: tuple[ResultView, ...]
    """All that have words, the most important first."""
    bullets: tuple[tuple[Element, ...], ...]
    """At most three, each inline text."""
    technologies: tuple[str, ...]
    """In the order of the source."""
    original: Original | None = None
    """Its own language, where that is not the document's."""
    results_are_chosen: bool = False
    """Whether the author gives the results for the CV: then all of them are printed."""


@dataclass(frozen=True, slots=True)
class FactView:
    """A label and its value on one line."""

    label: str
    """Label or period, without colon."""
    value: str
    """Typeset."""
    details: tuple[str, ...] = ()
    """Further lines below the value, such as highlights of a position."""


@dataclass(frozen=True, slots=True)
class FactsView:
    """A section of label and value lines."""

    name: str
    """`facts`, `skills`, `work`, `education`, `certificates` or `languages`."""
    heading: str
    """From the catalog."""
    facts: tuple[FactView, ...]
    """The lines."""


@dataclass(frozen=True, slots=True)
class CvView:
    """A CV, or with no profile its project sections alone."""

    language: str
    """Language tag of the document, for `lang`."""
    title: str
    """Document title for the metadata."""
    author: str
    """Author for the metadata; may be empty."""
    heading: str
    """The author's name, or what the document is where there is no profile."""
    role: str
    """What the author is; may be empty."""
    contact: ContactView | None
    """Contact line: city, mail, phone, web."""
    summary_heading: str
    """From the catalog."""
    summary: str
    """The author's summary; may be empty."""
    before: tuple[FactsView, ...]
    """Key facts and skills."""
    projects_heading: str
    """From the catalog."""
    projects: tuple[ProjectView, ...]
    """Newest first."""
    after: tuple[FactsView, ...]
    """Employment, education, certificates, languages."""
    result_label: str
    """From the catalog, without colon."""
    technologies_label: str
    """From the catalog, without colon."""
    footer: str
    """Left side of the page footer."""
    page_words: tuple[str, str]
    """What stands before the page number and between it and the count (`Seite `, ` von `)."""
    recipient: str = ""
    """Whom it is for; empty where it is for everyone."""
