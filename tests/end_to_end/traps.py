"""Case studies full of names that must not be told, one trap each, in German and in English."""

from __future__ import annotations

from typing import Final

NAMES: Final = (
    "Beryllwerk",
    "Hydrova",
    "Flowmaster",
    "Brandauer",
    "Kestermann",
    "Größenkampf",
    "Groessenkampf",
    "Quietschfidel",
)
"""Parts of names that must be found nowhere, in any case, spaced, divided or encoded."""
CLIENT: Final = """client:
  name: Beryllwerk Pumpen & Söhne AG
  alias: {de: ein Pumpenhersteller, en: a maker of pumps}
  confidential: true
  also: [Hydrova, hydrova.example, QP Flowmaster, Größenkampf, Quietschfidel]
  people: [Ottilie Brandauer, Brandauer, Kestermann]
"""

TRAPS: Final[dict[str, str]] = {
    "title": "title: Beryllwerk Pumpen & Söhne AG zieht um",
    "short-title": "short-title: Beryllwerk",
    "subtitle": "subtitle: 'Hydrova: schneller geliefert'",
    "summary": "summary: Die Beryllwerk Pumpen & Söhne AG liefert schneller. Hydrova auch.",
    "role": "role: Leitung bei Beryllwerk",
    "industry": "industry: Pumpen wie die von Hydrova",
    "category": "category: Projekte für Beryllwerk Pumpen",
    "technologies": "technologies: [Python, QP Flowmaster, Hydrova-SDK]",
    "tags": "tags: [hydrova, quietschfidel]",
    "team": "team: 4 von Hydrova",
    "volume": "volume: 300 PT für Hydrova",
    "metric": "metrics: [{value: '40 %', label: weniger Ausfälle bei Beryllwerk, hero: true}]",
    "metric-context": "metrics: [{value: '7', label: Tage, context: im Hydrova-Shop}]",
    "metric-words": "metrics: [{value: Hydrova täglich, label: neu}]",
    "links": "links: ['https://hydrova.example/a', {url: 'https://a.example', label: Hydrova}]",
    "links-path": "links: ['https://a.example/beryllwerk-pumpen-soehne']",
    "caption": "image: {src: ../a.png, alt: Hydrova-Werk, caption: Beryllwerk, cleared: true}",
    "cv": "cv: {title: Hydrova, bullets: ['Für Beryllwerk gebaut'], results: ['3 Tage Hydrova']}",
    "escape": 'subtitle: "H\\u0079drova"',
    "genitive": "Beryllwerks Kunden und die Server der Beryllwerk Pumpen & Söhne AG.",
    "compound": "Der Beryllwerk-Konzern, das Hydrovalager und die Ex-Hydrova-Leute.",
    "and": "Für Beryllwerk Pumpen und Söhne, auch Beryllwerk Pumpen and Soehne.",
    "case": "BERYLLWERK PUMPEN und hYDROVA und Groessenkampf.",
    "spaced": "Bei B e r y l l w e r k und H.y.d.r.o.v.a wurde gebaut.",
    "split": "Das **Beryll**werk und Hyd*rova* und ~~Hyd~~rova.",
    "soft-hyphen": "Das Beryll\u00adwerk und Hy&shy;dro\u200bva.",
    "entity": "Bei H&#121;drova und Gr&ouml;&szlig;enkampf.",
    "decomposed": "Bei Gro\u0308ßenkampf und Gro\u0308ssenkampf.",
    "line-end": "Wir bauten für Beryll-\nwerk und für Beryllwerk\nPumpen & Söhne.",
    "ligature": "Mit Quietsch\ufb01del gebaut.",
    "heading": "## Bei Hydrova {#hydrova}\n\nText.\n\n### Beryllwerk Pumpen\n\nText.",
    "list": "- Hydrova\n- **Beryllwerk**: Text\n\n1. bei der Hydrova",
    "table": "| Hydrova | b |\n|---|---|\n| Beryllwerk | 2 |",
    "quote": "> Frau Brandauer sagte: Hydrova ist gut.\n\nHerr Kestermann auch.",
    "footnote": "Text[^1].\n\n[^1]: Quelle ist Hydrova.",
    "code": "Mit `hydrova_client` und `HYDROVA_URL`.\n\n```\nclient = Hydrova('beryllwerk')\n```",
    "link": "[Seite](https://www.hydrova.example) und [a](https://a.example/?q=Beryllwerk%20Pumpen)",
    "link-title": '[Seite](https://a.example "Hydrova") und <https://hydrova.example/x>',
    "mail": "An info@hydrova.example oder hydrova.example schreiben.",
    "alt": '![Werk von Hydrova](../a.png "Hydrova"){.cleared}',
    "abbreviation": '<abbr title="Hydrova">Hy</abbr> und <mark>Hydrova</mark>.',
    "definition": "Hydrova\n: Eine Marke von Beryllwerk.",
    "people": "Ottilie Brandauer und Frau Dr. Brandauer leiteten das Projekt.",
    "results": "## Ergebnisse\n\n- **40 %** weniger Ausfälle bei Hydrova (Beryllwerk: 60 %)",
}
"""The traps: a line of front matter, or a body."""


def study_of(trap: str) -> tuple[str, str]:
    """Return the slug and the text of the study with one trap."""
    text = TRAPS[trap]
    key = text.split(":", 1)[0]
    is_field = key in trap or key in {"subtitle", "metrics", "links", "image"}
    title = "" if text.startswith("title:") else f"title: Ein Fall {trap}\n"
    field, body = (f"{text}\n", "Ein Text.\n") if is_field else ("", f"{text}\n")
    return f"trap-{trap}", f"---\n{title}date: 2024-03\n{CLIENT}{field}---\n\n{body}"


SLUG: Final = ("hydrova-lager", f"---\ntitle: Ein Lager\ndate: 2024-03\n{CLIENT}---\n\nEin Text.\n")
"""A trap in the file's own name."""
OTHER: Final = (
    "ein-anderer",
    "---\ntitle: Ein anderer\ndate: 2024-03\nclient: Werft Eins\n---\n\n"  # noqa: ISC004 - one text
    "Wie bei Hydrova, mit Frau Brandauer und der Beryllwerk Pumpen & Söhne AG.\n",
)
"""A trap in a study of somebody else."""
PROFILE: Final = (
    "basics:\n  name: Anna Beispielhaft\n  email: anna@a.example\n"
    "  summary: {de: Beraterin von Beryllwerk Pumpen und Söhne, en: Consultant to Hydrova}\n"
    "  label: {de: Ingenieurin, en: Engineer}\n"
    "work:\n- {name: Hydrova, position: {de: Leitung, en: Lead}, startDate: 2019, endDate: 2020}\n"
)
"""Traps in the profile."""
