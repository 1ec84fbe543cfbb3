"""A validated case study: facts and text, with places, before any of it is formatted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.base.span import Span
    from casedoc.locale.dates import PartialDate
    from casedoc.locale.figures import Figure
    from casedoc.locale.spec import LocaleSpec
    from casedoc.locale.typed_values import Value
    from casedoc.source.element import Element
    from casedoc.source.values import Mapping


class Role(Enum):
    """What a section is for."""

    PROBLEM = "problem"
    SOLUTION = "solution"
    HIGHLIGHTS = "highlights"
    RESULTS = "results"
    LINKS = "links"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    role: Role
    """What it is for, as its heading says."""
    level: int
    """Level of its heading, 1 to 6; 0 for the text before the first heading."""
    heading: tuple[Element, ...]
    """Inline elements of the heading; none for the text before the first heading."""
    blocks: tuple[Element, ...]
    """What stands below it, up to the first sub-section."""
    children: tuple[Section, ...]
    """Its sub-sections."""
    span: Span
    """Where its heading stands."""

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class UsedValue:
    """A typed value where a text uses it."""

    role: str
    """Its role: `percent`, `eur`, `fact`, …; empty where a field consists of the value."""
    written: str
    """The value with its unit as it was written: in machine notation, except in quoted fields."""
    fact: str
    """Name of the fact that it comes from; else empty."""
    value: Value | None
    """What it means; none where it prints as typed."""
    printed: str
    """How it is printed in the language of its file."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A short text of the front matter that may be a typed value: a volume, a value before."""

    text: str = ""
    """How it is printed in the language of its file; empty where there is none."""
    value: Value | None = None
    """What it means; none where it is words, or can be read in two ways."""
    is_ambiguous: bool = False
    """Whether it can be read in two ways, so that it must never change with the language."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A measured result."""

    figure: Figure | None
    """The number with its unit; none where words take its place."""
    words: str
    """The words of a word figure ("tägliche Deployments"); else empty."""
    label: tuple[Element, ...]
    """What was measured."""
    context: tuple[Element, ...]
    """What the author says about it."""
    reference: tuple[Element, ...]
    """What stood in brackets, such as where it came from."""
    before: str
    """Value before, where the front matter gives one."""
    after: str
    """Value after, where the front matter gives one."""
    hero: bool
    """Whether the author wants it largest."""
    span: Span
    """Where it stands."""
    value: Value | None = None
    """The typed value that the figure, or the words, consist of; none where there is none."""
    value_before: Value | None = None
    """The same of the value before."""
    value_after: Value | None = None
    """The same of the value after."""


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when."""

    start: PartialDate
    """When it began."""
    end: PartialDate | None
    """When it ended; none while it lasts."""


@dataclass(frozen=True, slots=True)
class Client:
    """For whom the work was done."""

    name: str
    """The real name."""
    alias: str | None
    """What stands in for it in this study's language."""
    confidential: bool
    """Whether the name must never be printed."""
    also: tuple[str, ...]
    """Brands, products, domains and people that would give the name away."""
    span: Span
    """Where it stands."""

    @property
    def printed(self) -> str:
        """Return what may be printed."""
        return (self.alias or "") if self.confidential else self.name


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the front matter or of a links section."""

    label: tuple[Element, ...]
    """What it is called; may be empty."""
    href: str
    """Whole address."""
    note: tuple[Element, ...]
    """What is said about it; may be empty."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class CvOverride:
    """What the CV shows instead of what it finds."""

    title: str | None
    results: tuple[str, ...] | None
    bullets: tuple[str, ...] | None
    technologies: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """One case study in one language."""

    path: str
    """Its file, relative to the workspace root."""
    digest: str
    """SHA-256 of the file's bytes."""
    slug: str
    """Its name in addresses and file names."""
    locale: LocaleSpec
    """Its language."""
    title: str
    short_title: str
    subtitle: str
    summary: str
    date: PartialDate | None
    date_written: str
    """A date that could not be read, as it was written; else empty."""
    period: Period | None
    client: Client | None
    role: str
    industry: str
    category: str
    team: str
    volume: str
    technologies: tuple[str, ...]
    tags: tuple[str, ...]
    featured: bool
    draft: bool
    weight: int | None
    metrics: tuple[Metric, ...]
    """All figures in order."""
    metrics_declared: bool
    """Whether they come from the front matter; then the results section prints in full."""
    sections: tuple[Section, ...]
    """The body; of results and links sections only what is not in `metrics` and `links`."""
    links: tuple[Link, ...]
    """Links of the front matter and of the links sections."""
    links_heading: tuple[Element, ...]
    """The author's heading of the links, where there is one."""
    results_heading: tuple[Element, ...]
    """The author's heading of the results, where there is one."""
    footnotes: Element | None
    """The footnotes that the text refers to."""
    cv: CvOverride | None
    translated_from: str
    """Digest of the original, as it was written; may be empty."""
    body: tuple[Section, ...]
    """All sections as they were written, with what is in `metrics` and `links`."""
    fields: Mapping
    """The front matter under the fields' own names, each value with its place."""
    span: Span
    """Where its title stands."""
    team_value: Value | None = None
    """What the team's size means, where it is typed."""
    volume_value: Value | None = None
    """What the volume means, where it is typed."""
    values: tuple[UsedValue, ...] = ()
    """The typed values that its texts and fields use, in the order of their places."""
    is_discreet: bool = False
    """Whether its file says more than it, names or parts for others, and is not passed on."""

    @property
    def last_date(self) -> PartialDate | None:
        """Return the end of its period, else its date: what selection and order go by."""
        if self.period is not None:
            return self.period.end or self.period.start
        return self.date


def newest_date(studies: Iterable[CaseStudy]) -> PartialDate | None:
    """Return the newest date in the content: what "today" means unless it is said otherwise."""
    dates = [study.last_date for study in studies if study.last_date is not None]
    return max(dates, key=lambda date: date.sort_key, default=None)
