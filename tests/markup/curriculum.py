"""Invented CVs: a long one, a bare one with projects alone, and an English one."""

from __future__ import annotations

from tests.markup.portfolio import CONTACT, inline, number, words

from casedoc.view.cv import CvView, FactsView, FactView, ProjectView, ResultView

PROJECTS = (
    ProjectView(
        slug="kommissionierung",
        period="01/2023\u00a0–\u00a002/2024",
        meta=("Gesamtarchitektur", "Großhändler für Sanitärbedarf (unter\u00a0NDA)", "Logistik"),
        title="Kommissionierung im Zentrallager ohne Papierlisten",
        results=(
            ResultView(number("62", "%"), inline("weniger Fehlgriffe")),
            ResultView(number("41", "%"), inline("kürzere Laufwege")),
            ResultView(number("99,98", "%"), inline("Verfügbarkeit")),
        ),
        bullets=(
            inline("Umbau auf mobile Geräte bei laufendem Betrieb geleitet, 38.000 Artikel"),
            inline("Änderungen am Auftrag erreichen das Gerät in unter **zwei Sekunden**"),
            inline("Gangweise Umstellung mit Rückweg auf Papier innerhalb einer Stunde"),
        ),
        technologies=("Kotlin", "Apache Kafka", "PostgreSQL", "Debezium", "Kubernetes", "Grafana"),
    ),
    ProjectView(
        slug="waermenetz",
        period="11/2022",
        meta=("Datenmodell, Betrieb", "Stadtwerke in Westfalen"),
        title="Leckagen im Wärmenetz am selben Tag finden",
        results=(
            ResultView(number("19", "h"), inline("vom Leck bis zur Meldung statt neun Tagen")),
            ResultView(number("4,1", "%"), inline("weniger Verluste")),
        ),
        bullets=(
            inline("Bilanz von Druck und Temperatur je Abschnitt, im Minutentakt"),
            inline("Vergleich jedes Abschnitts mit seinem Vorjahr bei gleichem Wetter"),
        ),
        technologies=("TimescaleDB", "Python", "Apache Kafka", "Grafana"),
    ),
    ProjectView(
        slug="klinik-anmeldung",
        period="",
        meta=("Entwicklung",),
        title="Anmeldung in der Klinik vor dem ersten Termin",
        results=(),
        bullets=(inline("Formular für zu Hause, das am Empfang nur noch bestätigt wird"),),
        technologies=("TypeScript", "React", "PostgreSQL"),
    ),
    ProjectView(
        slug="schadenakte",
        period="03/2019\u00a0–\u00a012/2021",
        meta=("Technische Leitung", "Versicherungsverein auf Gegenseitigkeit"),
        title=(
            "Schadenakten aus vier Altsystemen in einer Anwendung, ohne Unterbrechung der "
            "Regulierung"
        ),
        results=(
            ResultView(number("12", "Min."), inline("Anlage einer Akte statt 47 Minuten")),
            ResultView(number("2,6", "Mio."), inline("übernommene Akten mit allen Anlagen")),
            ResultView(words("keine Unterbrechung"), inline("der laufenden Regulierung")),
        ),
        bullets=(
            inline("Vier Etappen, jede mit einer Sparte im neuen System und Parallelbetrieb"),
            inline("Abgleich in beide Richtungen, bis die letzte Akte umgezogen war"),
            inline("Anlagen von Mikrofilm, Band und drei Dateiservern eingelesen"),
        ),
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
    ),
    ProjectView(
        slug="strassenbahn",
        period="2020",
        meta=(),
        title="Vorrang für die Straßenbahn an 118 Ampeln",
        results=(ResultView(number("7", "Min."), inline("kürzere Fahrt durch die Innenstadt")),),
        bullets=(
            inline("Anmeldung über Funk statt über Kontakte im Gleis"),
            inline("Planung der Grünzeiten aus der Ankunft, nicht aus der Lage"),
        ),
        technologies=(),
    ),
)

GERMAN_CV = CvView(
    language="de",
    title="Tomke Harmsen: Lebenslauf mit Projekthistorie",
    author="Tomke Harmsen",
    heading="Tomke Harmsen",
    role="Daten- und Plattformarchitektur",
    contact=CONTACT,
    summary_heading="Profil",
    summary=(
        "Ich löse gewachsene Systeme ab, während sie weiterlaufen: in kleinen Schritten, mit "
        "Messwerten davor und danach. Seit 2012 in Logistik, Energie und Versicherung."
    ),
    before=(
        FactsView(
            "facts",
            "Eckdaten",
            (
                FactView("Verfügbar", "ab Oktober 2025, bis zu vier Tage je Woche"),
                FactView("Einsatzort", "Köln und remote, bundesweit nach Absprache"),
            ),
        ),
        FactsView(
            "skills",
            "Schwerpunkte",
            (
                FactView("Daten", "Apache Kafka, PostgreSQL, TimescaleDB, Debezium, Grafana"),
                FactView(
                    "Anwendung",
                    "Kotlin, Java, Spring Boot, TypeScript, React, Barrierefreiheit nach BITV, "
                    "Prüfung mit Tastatur und Vorleseprogramm, Schulung der Redaktion",
                ),
                FactView("Programmiersprachen", "Kotlin, Java, Rust, Python"),
            ),
        ),
    ),
    projects_heading="Projekte",
    projects=PROJECTS,
    after=(
        FactsView(
            "work",
            "Stationen",
            (
                FactView("seit 04/2019", "Freiberufliche Architektin, Köln"),
                FactView(
                    "08/2014\u00a0–\u00a003/2019",
                    "Senior-Entwicklerin, Rheinkontor Software GmbH, Köln",
                    ("Leitung eines Teams von sechs Personen", "Ablösung der Lagerverwaltung"),
                ),
                FactView("10/2011\u00a0–\u00a007/2014", "Entwicklerin, Werft-IT Nord GmbH, Kiel"),
            ),
        ),
        FactsView(
            "education",
            "Ausbildung",
            (
                FactView(
                    "2006\u00a0–\u00a02011",
                    "Diplom-Informatik, Christian-Albrechts-Universität zu Kiel",
                ),
            ),
        ),
        FactsView(
            "certificates",
            "Zertifikate",
            (
                FactView("2024", "Certified Kubernetes Security Specialist (CKS)"),
                FactView("2021", "iSAQB CPSA Advanced Level"),
            ),
        ),
        FactsView(
            "languages",
            "Sprachen",
            (
                FactView("Deutsch", "Muttersprache"),
                FactView("Englisch", "verhandlungssicher"),
                FactView("Niederländisch", "Grundkenntnisse"),
            ),
        ),
    ),
    result_label="Ergebnis",
    technologies_label="Technologien",
    footer="Tomke Harmsen · Lebenslauf mit Projekthistorie",
    page_words=("Seite ", " von "),
)

BARE_CV = CvView(
    language="de",
    title="Projekte",
    author="",
    heading="Projekte",
    role="",
    contact=None,
    summary_heading="Profil",
    summary="",
    before=(),
    projects_heading="Projekte",
    projects=PROJECTS[:2],
    after=(),
    result_label="Ergebnis",
    technologies_label="Technologien",
    footer="Projekte",
    page_words=("Seite ", " von "),
)

ENGLISH_CV = CvView(
    language="en",
    title="Tomke Harmsen: CV with project history",
    author="Tomke Harmsen",
    heading="Tomke Harmsen",
    role="Data and platform architecture",
    contact=CONTACT,
    summary_heading="Profile",
    summary="I replace grown systems while they keep running, with measurements before and after.",
    before=(FactsView("skills", "Skills", (FactView("Data", "Apache Kafka, PostgreSQL"),)),),
    projects_heading="Projects",
    projects=(
        ProjectView(
            slug="picking",
            period="01/2023\u00a0–\u00a002/2024",
            meta=("Architecture", "Wholesaler (under NDA)"),
            title="Picking without paper lists",
            results=(
                ResultView(number("62", "%", gap=False), inline("fewer picking errors")),
                ResultView(number("3", "×", gap=False), inline("peak load without extra staff")),
            ),
            bullets=(inline("Led the move to handheld devices while the warehouse kept running"),),
            technologies=("Kotlin", "Apache Kafka", "PostgreSQL"),
        ),
    ),
    after=(
        FactsView("work", "Employment", (FactView("since 04/2019", "Freelance architect"),)),
        FactsView("languages", "Languages", (FactView("English", "fluent"),)),
    ),
    result_label="Result",
    technologies_label="Technologies",
    footer="Tomke Harmsen · CV with project history",
    page_words=("Page ", " of "),
)
