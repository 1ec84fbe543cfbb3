"""Invented case studies of different shapes, and the booklets and CVs made of them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from casedoc.base.span import Span
from casedoc.source.element import Element, Kind
from casedoc.view.booklet import (
    BookletView,
    ChapterView,
    CoverView,
    IndexEntry,
    IndexGroup,
    ProfilePageView,
    WallFigure,
)
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

SPAN = Span.of_file("content/de/made-up.md")
Part = FlowPart | StepsPart | LinksPart | SectionView


def inline(text: str) -> tuple[Element, ...]:
    """Return inline elements of a text with `**bold**` stretches."""
    pieces = re.split(r"(\*\*.+?\*\*)", text)
    return tuple(
        Element(Kind.STRONG, SPAN, children=(Element(Kind.TEXT, SPAN, piece[2:-2]),))
        if piece.startswith("**")
        else Element(Kind.TEXT, SPAN, piece)
        for piece in pieces
        if piece
    )


def paragraph(text: str) -> Element:
    return Element(Kind.PARAGRAPH, SPAN, children=inline(text))


def bullets(*texts: str) -> Element:
    items = tuple(Element(Kind.ITEM, SPAN, children=(paragraph(text),)) for text in texts)
    return Element(Kind.BULLET_LIST, SPAN, children=items, attributes={"tight": "true"})


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> Element:
    def row(kind: Kind, cells: tuple[str, ...]) -> Element:
        return Element(
            Kind.ROW,
            SPAN,
            children=tuple(Element(kind, SPAN, children=inline(cell)) for cell in cells),
        )

    return Element(
        Kind.TABLE,
        SPAN,
        children=(
            Element(Kind.TABLE_HEAD, SPAN, children=(row(Kind.HEADER_CELL, head),)),
            Element(Kind.TABLE_BODY, SPAN, children=tuple(row(Kind.CELL, cells) for cells in rows)),
        ),
    )


def code_block(text: str) -> Element:
    return Element(Kind.CODE_BLOCK, SPAN, text)


def quote(text: str) -> Element:
    return Element(Kind.QUOTE, SPAN, children=(paragraph(text),))


def flow(*blocks: Element | str) -> FlowPart:
    return FlowPart(
        tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    )


def steps(slug: str, *pairs: tuple[str, str]) -> StepsPart:
    return StepsPart(
        tuple(
            StepView(inline(lead_in), (paragraph(text),), f"{slug}-step-{number}")
            for number, (lead_in, text) in enumerate(pairs, start=1)
        )
    )


def length_of(part: Part) -> int:
    match part:
        case FlowPart():
            elements = [element for block in part.blocks for element in block.walk()]
            return sum(len(element.text) for element in elements)
        case StepsPart():
            return sum(length_of(FlowPart(step.blocks)) + 15 for step in part.steps)
        case LinksPart():
            return 0
        case SectionView():
            return part.length


def section(slug: str, role: str, heading: str, *parts: Part) -> SectionView:
    name = re.sub(r"[^a-z]+", "-", heading.lower())
    length = sum(length_of(part) for part in parts)
    return SectionView(role, inline(heading), f"{slug}-{name}", parts, length)


def links(slug: str, heading: str, *entries: tuple[str, str, str]) -> SectionView:
    views = tuple(
        LinkView(
            inline(label),
            tuple(piece for piece in re.split(r"(?<=/)", address) if piece),
            f"https://{address}",
            inline(note),
            f"{slug}-link-{number}",
        )
        for number, (label, address, note) in enumerate(entries, start=1)
    )
    return SectionView("links", inline(heading), f"{slug}-links", (LinksPart(views),), 0)


def number(text: str, unit: str = "", *, gap: bool = True) -> FigureView:
    return FigureView(text, unit, gap=gap and bool(unit))


def words(text: str) -> FigureView:
    return FigureView(text, is_words=True)


def panel(slug: str, heading: str, *rows: tuple[FigureView, str, str, str]) -> PanelView:
    """Return a panel of rows of figure, label, context and reference."""
    metrics = tuple(
        MetricView(
            figure, inline(label), inline(context), inline(reference), f"{slug}-metric-{at}", SPAN
        )
        for at, (figure, label, context, reference) in enumerate(rows, start=1)
    )
    arrangement = {
        1: PanelArrangement.ONE,
        2: PanelArrangement.TWO,
        3: PanelArrangement.ROWS,
        4: PanelArrangement.ROWS,
        5: PanelArrangement.GRID,
        6: PanelArrangement.EQUAL,
    }[len(metrics)]
    return PanelView(inline(heading), f"{slug}-results", arrangement, metrics)


WAREHOUSE = StudyView(
    slug="kommissionierung",
    category="Logistik",
    title="Kommissionierung im Zentrallager ohne Papierlisten",
    short_title="Kommissionierung",
    subtitle="",
    summary="",
    date="Januar 2023 – Februar 2024",
    meta=(
        MetaView("Kunde", "Großhändler für Sanitärbedarf (unter NDA)"),
        MetaView("Rolle", "Gesamtarchitektur"),
    ),
    panel=panel(
        "kommissionierung",
        "Ergebnisse",
        (number("62", "%"), "Weniger Fehlgriffe", "", "von 1,3 % auf **0,5 %** der Positionen"),
        (number("41", "%"), "Kürzere Laufwege", "durch Wegeplanung je Auftragsgruppe", ""),
        (number("99,98", "%"), "Verfügbarkeit", "über zwei Inventuren", "Vorjahr: 97,4 %"),
        (words("tägliche Auslieferung"), "", "neuer Stände, vorher einmal im Quartal", ""),
        (
            number("3", "-fach", gap=False),
            "",
            "Bewältigung einer **3-fachen Auftragsspitze** im November ohne Leihkräfte",
            "",
        ),
    ),
    arrangement=Arrangement.SPLIT,
    before=(),
    problem=section(
        "kommissionierung",
        "problem",
        "Problemstellung",
        flow(
            "Im Zentrallager liefen 38.000 Artikel über gedruckte Listen, die zweimal am Tag neu "
            "erzeugt wurden. Änderungen am Auftrag erreichten die Halle erst mit dem nächsten "
            "Druck; Nachlieferungen dauerten 2–4 Tage und banden eine eigene Schicht. Die "
            "Lagerverwaltung war seit Jahren nicht mehr erweiterbar, weil Schnittstellen fehlten."
        ),
    ),
    solution=section(
        "kommissionierung",
        "solution",
        "Lösung",
        flow("Leitung des Umbaus auf mobile Geräte bei laufendem Betrieb:"),
        steps(
            "kommissionierung",
            (
                "Ereignisse statt Drucklauf",
                "Jede Änderung am Auftrag erreicht das Gerät in unter zwei Sekunden",
            ),
            ("Wegeplanung", "Gruppierung der Aufträge nach Gängen, Neuberechnung bei jedem Abruf"),
            (
                "Funklöcher",
                "Geräte arbeiten ohne Netz weiter und gleichen beim nächsten Kontakt ab",
            ),
            (
                "Altsystem",
                "Lesende Anbindung über Änderungsprotokolle, kein Eingriff in den Kern",
            ),
            ("Einführung", "Gangweise Umstellung mit Rückweg auf Papier innerhalb einer Stunde"),
            ("Betrieb", "Bereitschaft und Auswertung liegen beim Team des Kunden"),
        ),
        section(
            "kommissionierung",
            "highlights",
            "Technische Highlights",
            flow(
                bullets(
                    "Abgleich ohne Konflikte durch unveränderliche Ereignisse je Lagerplatz",
                    "Lastprobe mit aufgezeichneten Tagen bei dreifacher Geschwindigkeit",
                    "Anzeige für Handschuhe: höchstens vier Flächen je Bildschirm",
                    "Auswertung der Laufwege ohne Bezug zu einzelnen Personen",
                )
            ),
        ),
    ),
    after=(),
    technologies_heading="Technologien",
    technologies=("Kotlin", "Apache Kafka", "PostgreSQL", "Debezium", "Kubernetes", "Grafana"),
    links=links(
        "kommissionierung",
        "Externe Links",
        ("Quelltext des Abgleichs", "code.example/lager/abgleich", "Privat – Zugang auf Anfrage"),
        ("Vortrag", "vortraege.example/2024/lager-ohne-papier", ""),
        ("Architekturbild", "example.org/unterlagen/lager-architektur.pdf", ""),
    ),
    notes=None,
    length=1650,
)

HEATING = StudyView(
    slug="waermenetz",
    category="Energie",
    title="Leckagen im Wärmenetz am selben Tag finden",
    short_title="Wärmenetz",
    subtitle="",
    summary="",
    date="November 2022",
    meta=(MetaView("Kunde", "Stadtwerke in Westfalen"), MetaView("Rolle", "Datenmodell, Betrieb")),
    panel=panel(
        "waermenetz",
        "Ergebnisse",
        (number("19", "h"), "Vom Leck bis zur Meldung", "", "von neun Tagen auf **19 Stunden**"),
        (number("4,1", "%"), "Weniger Verluste", "im Primärnetz über eine Heizperiode", ""),
    ),
    arrangement=Arrangement.SPLIT,
    before=(),
    problem=section(
        "waermenetz",
        "problem",
        "Ausgangslage",
        flow(
            "Das Netz mit 212 km Trasse meldete seinen Zustand einmal im Monat. Leckagen fielen "
            "erst auf, wenn die Nachspeisung stieg; dann begann die Suche mit dem Bagger."
        ),
    ),
    solution=section(
        "waermenetz",
        "solution",
        "Lösung",
        flow("Aufbau einer Auswertung, die Druck und Temperatur je Abschnitt bilanziert:"),
        steps(
            "waermenetz",
            ("Messwerte", "Abruf im Minutentakt über vorhandene Fernwirktechnik"),
            ("Bilanz", "Vergleich jedes Abschnitts mit seinem Vorjahr bei gleichem Wetter"),
            ("Meldung", "Eine Nachricht je Verdacht, mit Karte und Wahrscheinlichkeit"),
        ),
    ),
    after=(),
    technologies_heading="Technologien",
    technologies=("TimescaleDB", "Python", "Apache Kafka", "Grafana"),
    links=links("waermenetz", "Links", ("Fachbeitrag", "example.org/waermenetz", "")),
    notes=None,
    length=520,
)

LIBRARY = StudyView(
    slug="bibliotheken",
    category="Barrierefreiheit",
    title="Ein Katalog für 61\u00a0Bibliotheken",
    short_title="Bibliothekskatalog",
    subtitle="",
    summary="",
    date="2021",
    meta=(),
    panel=panel(
        "bibliotheken",
        "Ergebnisse",
        (
            number("61", "von 61"),
            "Häuser im gemeinsamen Katalog",
            "ohne einen Tag Schließung",
            "",
        ),
    ),
    arrangement=Arrangement.SPLIT,
    before=(),
    problem=section(
        "bibliotheken",
        "problem",
        "Problemstellung",
        flow("Jedes Haus führte seinen eigenen Katalog. Fernleihen liefen über Telefon und Fax."),
    ),
    solution=section(
        "bibliotheken",
        "solution",
        "Lösung",
        flow(
            "Ein gemeinsamer Index, gespeist aus den bestehenden Systemen, und eine Oberfläche, "
            "die mit Tastatur und Vorleseprogramm genauso schnell ist wie mit der Maus."
        ),
    ),
    after=(),
    technologies_heading="Technologien",
    technologies=(),
    links=None,
    notes=None,
    length=240,
)

CLAIMS = StudyView(
    slug="schadenakte",
    category="Versicherung",
    title=(
        "Schadenakten aus vier Altsystemen in einer Anwendung, ohne Unterbrechung der Regulierung"
    ),
    short_title="Schadenakte",
    subtitle="",
    summary="",
    date="März 2019 – Dezember 2021",
    meta=(
        MetaView("Kunde", "Versicherungsverein auf Gegenseitigkeit"),
        MetaView("Rolle", "Technische Leitung"),
        MetaView("Team", "14 Personen"),
    ),
    panel=panel(
        "schadenakte",
        "Ergebnisse",
        (number("12", "Min."), "Anlage einer Akte", "", "von 47 Minuten auf **12 Minuten**"),
        (number("4", "→ 1"), "Systeme", "für alle Sparten", ""),
        (number("2,6", "Mio."), "Übernommene Akten", "mit allen Anlagen", ""),
        (number("0", "Tage"), "Unterbrechung", "der laufenden Regulierung", ""),
    ),
    arrangement=Arrangement.RAIL,
    before=(
        section(
            "schadenakte",
            "problem",
            "Ausgangslage",
            flow(
                "Die Regulierung arbeitete mit vier Systemen aus drei Jahrzehnten. Eine Akte, die "
                "zwei Sparten betraf, wurde zweimal angelegt, zweimal gelesen und zweimal bezahlt, "
                "wenn niemand den Abgleich von Hand machte.",
                "Drei Versuche, alles auf einmal abzulösen, waren am Umfang gescheitert. Die "
                "Fachbereiche verlangten deshalb einen Weg in kleinen Schritten, bei dem jeder "
                "Schritt für sich nützt und zurückgenommen werden kann.",
                bullets(
                    "Vier Datenmodelle, davon zwei ohne Beschreibung",
                    "Tägliche Stapelläufe, deren Reihenfolge nur zwei Personen kannten",
                    "Anlagen auf Mikrofilm, Band und drei Dateiservern",
                ),
            ),
        ),
    ),
    problem=None,
    solution=None,
    after=(
        section(
            "schadenakte",
            "solution",
            "Vorgehen in vier Etappen",
            flow(
                "Jede Etappe endete mit einer Sparte im neuen System und einer Probewoche.",
                table(
                    ("Etappe", "Sparte", "Akten", "Dauer"),
                    ("1", "Glas und Hausrat", "310.000", "5 Monate"),
                    ("2", "Kraftfahrt", "1.420.000", "11 Monate"),
                    ("3", "Haftpflicht", "640.000", "8 Monate"),
                    ("4", "Unfall", "230.000", "6 Monate"),
                ),
                "Der Abgleich lief in beide Richtungen, bis die letzte Akte einer Sparte umgezogen "
                "war. Abweichungen landeten in einer Liste, die jeden Morgen leer sein musste.",
            ),
            section(
                "schadenakte",
                "other",
                "Abgleich",
                flow(
                    "Jede Akte trägt eine Prüfsumme über ihre fachlichen Felder; Form und "
                    "Reihenfolge der Felder bleiben außen vor.",
                    code_block(
                        "akte 4711\n  sparte    kraftfahrt\n  betrag    1.284,50\n"
                        "  anlagen   7\n  summe     9f3c…e1"
                    ),
                    quote(
                        "Am dritten Tag hat niemand mehr gefragt, in welchem System die Akte liegt."
                    ),
                ),
            ),
        ),
        section(
            "schadenakte",
            "solution",
            "Umsetzung",
            steps(
                "schadenakte",
                *(
                    (
                        f"Baustein {at}",
                        f"Übernahme der fachlichen Regeln von Baustein {at}, Gegenprobe in allen",
                    )
                    for at in range(1, 10)
                ),
            ),
        ),
        section(
            "schadenakte",
            "other",
            "Was wir anders machen würden",
            flow(
                *(
                    "Die Anlagen kamen zuletzt, obwohl sie am längsten dauerten: Das Einlesen der "
                    "Filme band über ein Jahr lang zwei Geräte, und jede Verzögerung verschob die "
                    "Etappe, die gerade auf sie wartete."
                    for _ in range(6)
                )
            ),
        ),
    ),
    technologies_heading="Technologien",
    technologies=(
        "Java",
        "Spring Boot",
        "PostgreSQL",
        "Apache Kafka",
        "COBOL",
        "Db2",
        "OpenShift",
        "Keycloak",
        "React",
        "TypeScript",
        "Playwright",
        "GitLab CI",
    ),
    links=links(
        "schadenakte",
        "Externe Links",
        (
            "Erfahrungsbericht in drei Teilen",
            "example.org/berichte/versicherung/schadenakte/teil-1",
            "",
        ),
        ("", "example.org/berichte/versicherung/schadenakte/teil-2", "mit Zahlen aus dem Betrieb"),
    ),
    notes=None,
    length=4200,
)

CLINIC = StudyView(
    slug="klinik-anmeldung",
    category="Gesundheit",
    title="Anmeldung in der Klinik vor dem ersten Termin",
    short_title="Klinikanmeldung",
    subtitle="",
    summary="",
    date="Juni 2024",
    meta=(MetaView("Rolle", "Entwicklung"),),
    panel=None,
    arrangement=Arrangement.SPLIT,
    before=(),
    problem=section(
        "klinik-anmeldung",
        "problem",
        "Problemstellung",
        flow(
            "Wer in der Klinik ankam, füllte dieselben Angaben auf drei Bögen aus, während die "
            "Sprechstunde schon wartete."
        ),
    ),
    solution=section(
        "klinik-anmeldung",
        "solution",
        "Lösung",
        flow("Ein Formular, das zu Hause ausgefüllt wird und am Empfang nur noch bestätigt."),
    ),
    after=(
        section(
            "klinik-anmeldung",
            "results",
            "Ergebnisse",
            flow(bullets("Die Bögen sind abgeschafft.", "Der Empfang hat Zeit für Fragen.")),
        ),
    ),
    technologies_heading="Technologien",
    technologies=("TypeScript", "React", "PostgreSQL"),
    links=None,
    notes=None,
    length=260,
)

TRAMS = StudyView(
    slug="strassenbahn",
    category="Nahverkehr",
    title="Vorrang für die Straßenbahn an 118\u00a0Ampeln",
    short_title="Ampelvorrang",
    subtitle="",
    summary="",
    date="September 2020",
    meta=(MetaView("Kunde", "Verkehrsbetriebe"), MetaView("Datum", "September 2020")),
    panel=panel(
        "strassenbahn",
        "Ergebnisse",
        (number("7", "Min."), "Kürzere Fahrt", "auf der Linie durch die Innenstadt", ""),
        (number("118", "von 118"), "Anlagen umgestellt", "", ""),
        (number("≥ 96", "%"), "Pünktlichkeit", "gemessen über ein Jahr", "Vorjahr: 88 %"),
        (number("14.000", "l"), "Weniger Diesel", "bei den Bussen des Ersatzverkehrs", ""),
        (words("keine Nachtarbeit"), "", "an den Anlagen während der Umstellung", ""),
        (number("2", "Tage"), "Einbau je Kreuzung", "", "von elf auf **zwei Tage**"),
    ),
    arrangement=Arrangement.SPLIT,
    before=(),
    problem=section(
        "strassenbahn",
        "problem",
        "Problemstellung",
        flow("Bahnen standen im Mittel an jeder dritten Ampel, auch ohne kreuzenden Verkehr."),
    ),
    solution=section(
        "strassenbahn",
        "solution",
        "Lösung",
        flow(
            bullets(
                "Anmeldung über Funk statt über Kontakte im Gleis",
                "Planung der Grünzeiten aus der Ankunft, nicht aus der Lage",
                "Gegenprobe an sechs Kreuzungen über zwei Monate",
            )
        ),
    ),
    after=(),
    technologies_heading="Technologien",
    technologies=("Rust", "MQTT", "PostgreSQL", "axe-core", "100 % Open Source"),
    links=None,
    notes=None,
    length=330,
)

GERMAN = (WAREHOUSE, HEATING, LIBRARY, CLAIMS, CLINIC, TRAMS)

CONTACT = ContactView(
    name="Tomke Harmsen",
    role="Daten- und Plattformarchitektur",
    email="post@tomke-harmsen.example",
    phone="+49 221 4710 138",
    phone_href="tel:+492214710138",
    url="tomke-harmsen.example",
    url_href="https://tomke-harmsen.example",
    city="Köln",
)

PROFILE = ProfilePageView(
    heading="Profil",
    lead=(
        "Ich löse gewachsene Systeme ab, während sie weiterlaufen: in kleinen Schritten, mit "
        "Messwerten davor und danach."
    ),
    sections=(
        (
            "Schwerpunkte",
            (
                "Ablösung von Altsystemen, Ereignisverarbeitung, Datenmodelle, Barrierefreiheit.",
                "Branchen: Logistik, Energie, Versicherung.",
                "Sprachen: Deutsch, Englisch, Niederländisch.",
            ),
        ),
    ),
    contact_heading="Kontakt",
    contact=CONTACT,
)


def index_of(studies: tuple[StudyView, ...]) -> tuple[IndexGroup, ...]:
    """Return the technology index of some studies."""
    uses: dict[str, list[str]] = {}
    for study in studies:
        for technology in study.technologies:
            uses.setdefault(technology, []).append(study.slug)
    groups: dict[str, list[IndexEntry]] = {}
    for name in sorted(uses, key=str.casefold):
        letter = name[0].upper() if name[0].isalpha() else "#"
        groups.setdefault(letter, []).append(IndexEntry(name, tuple(uses[name])))
    return tuple(IndexGroup(letter, tuple(entries)) for letter, entries in groups.items())


def wall_of(studies: tuple[StudyView, ...]) -> tuple[WallFigure, ...]:
    """Return first figures, then second ones, and so on; ten at most."""
    rows = [
        [metric.figure for metric in study.panel.metrics if not metric.figure.is_words]
        if study.panel
        else []
        for study in studies
    ]
    wall = [
        WallFigure(row[place], study.short_title)
        for place in range(6)
        for row, study in zip(rows, studies, strict=True)
        if place < len(row)
    ]
    return tuple(wall[:10])


def booklet(*studies: StudyView, profile: ProfilePageView | None = PROFILE) -> BookletView:
    """Return a German booklet of some studies."""
    author = profile.contact.name if profile else ""
    wall = wall_of(studies)
    return BookletView(
        language="de",
        hyphenate=True,
        title=f"{author}: Fallstudien" if author else "Fallstudien",
        author=author,
        cover=CoverView(
            kicker=("Fallstudien", "2019–2024", "Köln" if profile else ""),
            title=author or "Fallstudien",
            subtitle=CONTACT.role if profile else "",
            wall=wall,
            titles=() if wall else tuple(study.title for study in studies),
        ),
        profile=profile,
        contents_heading="Inhalt",
        chapters=tuple(
            ChapterView(
                f"Fallstudie {at} von {len(studies)}",
                study,
                tuple(word for word in (study.category, study.date) if word)
                + tuple(meta.value for meta in study.meta if meta.label == "Rolle"),
            )
            for at, study in enumerate(studies, start=1)
        ),
        index_heading="Technologie-Index",
        index=index_of(studies),
        contact=CONTACT if profile else None,
    )


def renamed(study: StudyView, slug: str, short_title: str) -> StudyView:
    """Return a copy with a slug of its own, in all its anchors."""
    copy: StudyView = _renamed(study, study.slug, slug)
    return replace(copy, short_title=short_title)


def _renamed(value: Any, old: str, new: str) -> Any:  # noqa: ANN401 - any part of a view
    if isinstance(value, str):
        return new + value[len(old) :] if value.startswith(old) else value
    if isinstance(value, tuple):
        return tuple(_renamed(item, old, new) for item in value)
    if is_dataclass(value) and not isinstance(value, (type, Element)):
        return replace(
            value,
            **{one.name: _renamed(getattr(value, one.name), old, new) for one in fields(value)},
        )
    return value


def many(count: int) -> tuple[StudyView, ...]:
    """Return `count` studies with slugs of their own."""
    studies = [GERMAN[at % len(GERMAN)] for at in range(count)]
    return tuple(
        renamed(study, f"{study.slug}-{at}", f"{study.short_title} {at}")
        for at, study in enumerate(studies, start=1)
    )


PARCELS = StudyView(
    slug="parcels",
    category="Logistics",
    title="Parcel tracking for sixty depots without nightly batches",
    short_title="Parcel tracking",
    subtitle="",
    summary="",
    date="March 2018",
    meta=(MetaView("Client", "Freight forwarder (under NDA)"), MetaView("Role", "Development")),
    panel=panel(
        "parcels",
        "Results",
        (number("35", "%", gap=False), "Fewer enquiries", "at the dispatch desk", ""),
        (number("3", "×", gap=False), "Throughput", "on the same machines", "from 40 to **120**"),
        (words("daily releases"), "", "instead of one each quarter", ""),
    ),
    arrangement=Arrangement.SPLIT,
    before=(),
    problem=section(
        "parcels", "problem", "Problem", flow("Status messages arrived once a night, as files.")
    ),
    solution=section(
        "parcels",
        "solution",
        "Solution",
        flow(bullets("Events from the scanners", "One model for all depots")),
    ),
    after=(),
    technologies_heading="Technologies",
    technologies=("Java", "RabbitMQ", "Angular"),
    links=links("parcels", "External links", ("Talk", "example.org/talks/parcels", "")),
    notes=None,
    length=300,
)


def english_booklet() -> BookletView:
    """Return an English booklet of one study."""
    german = booklet(PARCELS)
    return replace(
        german,
        language="en",
        hyphenate=False,
        title="Tomke Harmsen: case studies",
        cover=replace(german.cover, kicker=("Case studies", "2018", "Cologne")),
        profile=replace(PROFILE, heading="Profile", contact_heading="Contact"),
        contents_heading="Contents",
        chapters=(replace(german.chapters[0], ordinal="Case study 1 of 1"),),
        index_heading="Technology index",
    )
