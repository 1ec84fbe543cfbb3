"""Views, worlds and themes that the tests of markup and pdf share."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from casedoc.base.disk import DiskWorld
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Span
from casedoc.base.world import BUILT_IN
from casedoc.markup.collector import PageCollector
from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.markup.theme import Theme, ThemeChoice, load_theme
from casedoc.source.element import Element, Kind
from casedoc.view.one_pager import OnePagerView
from casedoc.view.study import (
    Arrangement,
    ContactView,
    FigureView,
    FlowPart,
    LinksPart,
    LinkView,
    MetaView,
    MetricView,
    PanelArrangement,
    PanelView,
    SectionView,
    StepsPart,
    StepView,
    StudyView,
)

REPOSITORY = Path(__file__).resolve().parents[2]
PATH = "content/de/sample.md"


def world() -> DiskWorld:
    """Return a world with nothing but the built-in theme."""
    return DiskWorld(REPOSITORY / "tests" / "markup", REPOSITORY)


@cache
def theme(paper: str = "A4", accent: str | None = None) -> Theme:
    """Return the built-in theme."""
    value = load_theme(world(), ThemeChoice(paper=paper, accent=accent)).value
    assert value is not None
    return value


def theme_world(**changed: str) -> MemoryWorld:
    """Return the built-in theme in memory, and a workspace with some files."""
    files = {
        f"{prefix}{path.relative_to(REPOSITORY).as_posix()}": path.read_bytes()
        for folder, prefix in (("templates", f"{BUILT_IN}/"), ("fonts", ""))
        for path in sorted((REPOSITORY / folder).rglob("*"))
        if path.is_file()
    }
    return MemoryWorld(files | {path: text.encode() for path, text in changed.items()})


def collector(**files: bytes) -> PageCollector:
    """Return an empty collector over some files."""
    return PageCollector(MemoryWorld(files), theme().fonts)


def element(kind: Kind, text: str = "", *children: Element, **attributes: str) -> Element:
    """Return an element that stands at line 10, column 3."""
    return Element(kind, Span.within(PATH, 10, 3), text, children, attributes)


def text(words: str) -> tuple[Element, ...]:
    """Return plain inline text."""
    return (element(Kind.TEXT, words),)


def paragraph(words: str) -> Element:
    """Return a paragraph of plain text."""
    return element(Kind.PARAGRAPH, "", *text(words))


def metric(number: str, unit: str = "", label: str = "", *, is_words: bool = False) -> MetricView:
    """Return a figure with a label, a context and a reference."""
    return MetricView(
        figure=FigureView(number, unit, gap=bool(unit), is_words=is_words),
        label=text(label) if label else (),
        context=text("durch effiziente Nutzung"),
        reference=text("Vorjahr: 98,2\u00a0%"),
        anchor=f"sample-{number[:1]}",
        span=Span.within(PATH, 20, 3),
    )


METRICS = (
    metric("70", "%", "Reduzierung der Deployment-Zeit"),
    metric("45", "%", "Kosteneinsparungen"),
    metric("99,95", "%", "Verfügbarkeit"),
    metric("tägliche Deployments", is_words=True),
    metric("3-fach"),
    metric("12", "Mio. €", "Geringere Betriebskosten"),
)
ARRANGEMENTS = {
    1: PanelArrangement.ONE,
    2: PanelArrangement.TWO,
    3: PanelArrangement.ROWS,
    4: PanelArrangement.ROWS,
    5: PanelArrangement.GRID,
    6: PanelArrangement.EQUAL,
}

CONTACT = ContactView(
    name="Jana Brandt",
    role="Plattform-Engineering",
    email="post@jana-brandt.example",
    phone="+49 40 66969 117",
    phone_href="tel:+494066969117",
    url="jana-brandt.example",
    url_href="https://jana-brandt.example",
    city="Hamburg",
)


def section(role: str, heading: str, *parts: FlowPart | StepsPart | LinksPart) -> SectionView:
    """Return a section."""
    return SectionView(role, text(heading), f"sample-{role}", parts, length=100)


def study(figures: int = 5, solution: str = "Leitung der Migration auf Kubernetes.") -> StudyView:
    """Return a case study with so many figures."""
    step = StepView(text("Service Mesh"), (paragraph("Einführung von Istio"),), "sample-step")
    link = LinkView(
        text("Repository"),
        ("example.com/", "assets/", "architecture.pdf"),
        "https://example.com/assets/architecture.pdf",
        text("auf Anfrage"),
        "sample-link",
    )
    panel = PanelView(
        text("Ergebnisse"), "sample-panel", ARRANGEMENTS[figures or 1], METRICS[:figures]
    )
    return StudyView(
        slug="sample",
        category="Infrastruktur",
        title="Kubernetes Migration für E-Commerce Plattform",
        short_title="Kubernetes Migration",
        subtitle="",
        summary="",
        date="August 2023",
        meta=(MetaView("Kunde", "Händler"), MetaView("Rolle", "Technische Leitung")),
        panel=panel if figures else None,
        arrangement=Arrangement.SPLIT,
        before=(),
        problem=section("problem", "Problemstellung", FlowPart((paragraph("Die Plattform."),))),
        solution=section(
            "solution", "Lösung", FlowPart((paragraph(solution),)), StepsPart((step, step, step))
        ),
        after=(),
        technologies_heading="Technologien",
        technologies=("Kubernetes", "AWS EKS"),
        links=section("links", "Externe Links", LinksPart((link,))),
        notes=None,
        length=600,
    )


def one_pager(shown: StudyView | None = None, **changed: object) -> OnePagerView:
    """Return a one-pager."""
    view = OnePagerView(
        language="de",
        hyphenate=True,
        title="Kubernetes Migration",
        author="Jana Brandt",
        kicker=("Infrastruktur", "Fallstudie", "Jana Brandt"),
        study=shown or study(),
        contact=CONTACT,
    )
    return replace(view, **changed)  # type: ignore[arg-type]


def page(
    view: OnePagerView | None = None,
    level: int = 0,
    arrangement: PageArrangement = PageArrangement.ORDINARY,
) -> HtmlPage:
    """Return a one-pager as HTML."""
    outcome = render_page(view or one_pager(), theme(), FitSetting(level, arrangement), world())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value
