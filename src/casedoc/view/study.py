"""One case study, ready to print: every string final, every block typeset, no size decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from casedoc.source.element import plain_text

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.source.element import Element


@dataclass(frozen=True, slots=True)
class FigureView:
    """A measured result, set large."""

    number: str
    """The number as printed (`99,95`, `2–4`), or the words of a word figure."""
    unit: str = ""
    """What follows it in a smaller size (`%`, `Stunden`, `-fach`)."""
    gap: bool = False
    """Whether number and unit stand apart; in the text by U+00A0, in display by a token."""
    is_words: bool = False
    """Whether it is a word figure such as "tägliche Deployments"."""

    @property
    def text(self) -> str:
        """Return it as one string of running text."""
        return f"{self.number}\u00a0{self.unit}" if self.gap else f"{self.number}{self.unit}"


@dataclass(frozen=True, slots=True)
class MetricView:
    """A figure with what it means."""

    figure: FigureView
    """What is set large."""
    label: tuple[Element, ...]
    """Inline text in bold below the figure; may be empty."""
    context: tuple[Element, ...]
    """Inline text that follows; may be empty, or the whole sentence."""
    reference: tuple[Element, ...]
    """Inline text of the last line (`von 2–4 Stunden auf **20 Minuten**`); may be empty."""
    anchor: str
    """Element id that leads back to the source."""
    span: Span
    """Where it stands in the source."""

    @property
    def said(self) -> str:
        """Return it as the sentence that is read out: figure, label, context, reference."""
        label, context = plain_text(self.label), plain_text(self.context)
        words = [self.figure.text, label, context]
        if not label and self.figure.text in context:
            # The context is the whole sentence that the figure was taken from.
            words = [context]
        sentence = " ".join(word for word in words if word)
        reference = plain_text(self.reference)
        return f"{sentence}, {reference}" if reference else sentence


class PanelArrangement(Enum):
    """How the panel arranges its figures (DESIGN section 8)."""

    ONE = "one"
    """One figure in column A, its label as display text in B and C."""
    TWO = "two"
    """The heading in A, two figures in B and C."""
    ROWS = "rows"
    """Three or four: the first large in A, the others as rows of figure and text."""
    GRID = "grid"
    """Five: the first large in A, the others two by two in B and C."""
    EQUAL = "equal"
    """Six: three by two equal cells, no large one."""


@dataclass(frozen=True, slots=True)
class PanelView:
    """The panel of results."""

    heading: tuple[Element, ...]
    """The author's heading of the section, or the catalog's."""
    anchor: str
    """Element id of the heading."""
    arrangement: PanelArrangement
    """How the figures stand."""
    metrics: tuple[MetricView, ...]
    """One to six figures; the large one first, except where all are equal."""
    heading_is_ours: bool = False
    """Whether its heading is from the catalog, and so in the document's language."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One item of a list whose items all begin with a bold lead-in."""

    lead_in: tuple[Element, ...]
    """The bold words, without the colon after them."""
    blocks: tuple[Element, ...]
    """What follows, as blocks."""
    anchor: str
    """Element id that leads back to the source."""


@dataclass(frozen=True, slots=True)
class FlowPart:
    """Running blocks: paragraphs, lists, tables, code, quotes, images."""

    blocks: tuple[Element, ...]
    """The blocks, in order."""
    kind: str = "flow"
    """Tells templates which part this is."""


@dataclass(frozen=True, slots=True)
class StepsPart:
    """A list of steps."""

    steps: tuple[StepView, ...]
    """The steps, in order."""
    kind: str = "steps"
    """Tells templates which part this is."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link with its address in clear."""

    label: tuple[Element, ...]
    """Inline text of the link, without the link itself; may be empty."""
    address: tuple[str, ...]
    """The printed address in pieces, between which a line may break."""
    href: str
    """The whole address."""
    note: tuple[Element, ...]
    """Inline text of the note; may be empty."""
    anchor: str
    """Element id that leads back to the source."""


@dataclass(frozen=True, slots=True)
class LinksPart:
    """A list of links."""

    links: tuple[LinkView, ...]
    """The links, in order."""
    kind: str = "links"
    """Tells templates which part this is."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its heading and, inside, its parts and sub-sections in reading order."""

    role: str
    """`problem`, `solution`, `highlights`, `results`, `links`, `notes`, `lead` or `other`."""
    heading: tuple[Element, ...]
    """Inline text of the heading; empty for text before the first heading."""
    anchor: str
    """Element id that leads back to the source."""
    parts: tuple[FlowPart | StepsPart | LinksPart | SectionView, ...]
    """What it contains, in reading order."""
    length: int
    """Characters of all its text, for estimates."""
    kind: str = "section"
    """Tells templates which part this is."""
    heading_is_ours: bool = False
    """Whether its heading is from the catalog, and so in the document's language."""


@dataclass(frozen=True, slots=True)
class Original:
    """What tells that a study stands in another language than the rest of its document."""

    language: str
    """Language tag of its words, for `lang`."""
    labels: str
    """Language tag of the document, for the labels among its words."""
    notice: str
    """What says so on paper, such as "Original in German"."""
    hyphenate: bool
    """Whether its lines may end inside words."""


@dataclass(frozen=True, slots=True)
class MetaView:
    """A label over a value, such as the client."""

    label: str
    """From the catalog."""
    value: str
    """Typeset."""


class Arrangement(Enum):
    """How the text of a one-pager stands below the panel."""

    SPLIT = "split"
    """Problem and technologies in column A beside the solution in B and C."""
    RAIL = "rail"
    """One section below the other: heading in A, text in B and C."""


@dataclass(frozen=True, slots=True)
class StudyView:
    """Everything of one case study that a layout prints.

    Paper order: kicker, title, meta, panel, `before`, problem, technologies, solution, `after`,
    links, notes. With `Arrangement.RAIL` problem and solution are none: all sections stand in
    `before` (up to the technologies) and `after`.
    """

    slug: str
    """Names its anchors; unique in a document."""
    category: str
    """Printed in the kicker; may be empty."""
    title: str
    """Typeset, in one line."""
    short_title: str
    """For running heads, captions and bookmarks."""
    subtitle: str
    """Typeset; may be empty."""
    summary: str
    """Typeset; may be empty."""
    date: str
    """Date or period in words (`August 2023`); may be empty."""
    meta: tuple[MetaView, ...]
    """Client, role, date and the like; empty where client and role are missing."""
    panel: PanelView | None
    """The results as figures; none where there are none."""
    arrangement: Arrangement
    """How the text stands on a one-pager."""
    before: tuple[SectionView, ...]
    """Sections that come before the problem; in a rail, before the technologies."""
    problem: SectionView | None
    """The problem, for column A."""
    solution: SectionView | None
    """The solution, for columns B and C."""
    after: tuple[SectionView, ...]
    """Sections that follow, further results included."""
    technologies_heading: str
    """From the catalog."""
    technologies: tuple[str, ...]
    """In the order of the source."""
    links: SectionView | None
    """The links, with their heading."""
    notes: SectionView | None
    """Footnotes, set as notes at the end."""
    length: int
    """Characters of all sections together, for estimates."""
    original: Original | None = None
    """Its own language, where that is not the document's."""
    names: tuple[str, ...] = ()
    """Names in its text that are never divided: its client, its technologies."""


@dataclass(frozen=True, slots=True)
class ContactView:
    """The author's contact data; any of it may be empty."""

    name: str
    """Full name."""
    role: str
    """What the author is."""
    email: str
    """Mail address, printed and linked."""
    phone: str
    """Telephone number as the author writes it."""
    phone_href: str
    """The same as a `tel:` address."""
    url: str
    """Web address without scheme and without slash at the end."""
    url_href: str
    """The whole web address."""
    city: str
    """Where the author lives."""
    code_words: str = ""
    """What a QR code of the web address is called where it can't be seen."""
