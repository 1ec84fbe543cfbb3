"""The shape of front matter, checked by pydantic."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from casedoc.content.client_fields import ClientFields
from casedoc.content.field_types import (
    Address,
    Category,
    Duration,
    LanguageTag,
    Slug,
    Switch,
    Text,
    When,
    Whole,
    Words,
)
from casedoc.content.model import Fields


class MetricFields(Fields):
    """A declared metric."""

    value: Text = Field(
        description="The figure: a plain number with a point, or in quotes as the file's language"
        " writes it; words are fine, too.",
        examples=[99.95, "70 %", "{fact}`availability`", "every night"],
    )
    label: Text | None = Field(
        None, description="What the figure is of.", examples=["availability"]
    )
    before: Text | None = Field(
        None, description="The value before the work.", examples=["7 weeks"]
    )
    after: Text | None = Field(None, description="The value after it.", examples=["11 days"])
    context: Text | None = Field(
        None, description="A line below the label.", examples=["during the Christmas season"]
    )
    reference: Text | None = Field(
        None, description="What the figure compares with.", examples=["previous year: 98.2%"]
    )
    hero: Switch = Field(
        default=False,
        description="Whether this is the largest figure of the page.",
        examples=[True],
    )


class LinkFields(Fields):
    """A declared link."""

    url: Address = Field(description="The address.", examples=["https://example.com/report"])
    label: Text | None = Field(
        None, description="What is printed for the address.", examples=["The report"]
    )
    note: Text | None = Field(None, description="A remark behind it.", examples=["in German"])


class ImageFields(Fields):
    """A declared image."""

    src: Text = Field(
        description="Path from the file's folder, or with `/` in front from the workspace.",
        examples=["../images/path.png"],
    )
    alt: Text | None = Field(
        None,
        description="What the image shows, for those who can't see it.",
        examples=["The path of a report through the system"],
    )
    caption: Text | None = Field(
        None, description="The line below the image.", examples=["The path of a report"]
    )
    cleared: Switch = Field(
        default=False,
        description="Whether the image may be printed although the client is confidential.",
        examples=[True],
    )
    decoration: Switch = Field(
        default=False,
        description="Whether the image says nothing, and needs neither `alt` nor `caption`.",
        examples=[True],
    )


class CvFields(Fields):
    """What the CV shows instead of what it finds."""

    title: Text | None = Field(
        None, description="Instead of the title.", examples=["Search for a publisher"]
    )
    results: Words | None = Field(
        None, description="Instead of the results.", examples=[["62% fewer abandoned searches"]]
    )
    bullets: Words | None = Field(
        None,
        description="Instead of the items of the solution.",
        examples=[["Designed the index", "Led a team of four"]],
    )
    technologies: Words | None = Field(
        None, description="Instead of the technologies.", examples=[["Python", "PostgreSQL"]]
    )


class FrontMatter(Fields):
    """The fields of a case study."""

    title: Text = Field(
        description="The title; the only field that is required.",
        examples=["Moving a shop to Kubernetes"],
    )
    short_title: Text | None = Field(
        None,
        description="Stands for the title in the running head and on the cover of the booklet.",
        examples=["Kubernetes"],
    )
    subtitle: Text | None = Field(
        None, description="A line below the title.", examples=["Without a night of downtime"]
    )
    summary: Text | None = Field(
        None,
        description="The study in a sentence or two, below the title.",
        examples=["A shop with 2 million visits a day moves while it keeps selling."],
    )
    slug: Slug | None = Field(
        None,
        description="Name in commands and file names, the same in every language. Default: the"
        " file's name.",
        examples=["k8s-migration"],
    )
    lang: LanguageTag | None = Field(
        None,
        description="The language of the file. Default: what its name or its folder says.",
        examples=["en"],
    )
    category: Category = Field(
        None,
        description="The kind of project: first line of the page, and `--category`.",
        examples=["Infrastructure"],
    )
    industry: Text | None = Field(None, description="The client's industry.", examples=["Retail"])
    role: Text | None = Field(None, description="Your part in it.", examples=["Technical lead"])
    date: When = Field(
        None,
        description="When the work was done: a date, a year and month, or a year.",
        examples=["2023-08-15", "2023-08", 2023],
    )
    period: Duration = Field(
        None,
        description="From when to when; counts instead of `date`.",
        examples=["2022-03/2023-09", {"start": "2022-03", "end": "2023-09"}, "2022-03/present"],
    )
    technologies: Words | None = Field(
        None,
        description="What was used: a list, or a text with commas.",
        examples=[["Kubernetes", "Helm"], "Kubernetes, Helm"],
    )
    tags: Words | None = Field(
        None,
        description="Labels for `--tag`; not printed where there are technologies.",
        examples=[["cloud", "migration"]],
    )
    client: Text | ClientFields | None = Field(
        None,
        description="The client: a name, or keys and values, also to keep it confidential.",
        examples=[
            "Kistenring eG",
            {"name": "Example GmbH", "alias": "A manufacturer", "confidential": True},
        ],
    )
    featured: Switch = Field(
        default=False, description="Whether `--featured` takes the study.", examples=[True]
    )
    draft: Switch = Field(
        default=False, description="Whether the study is left out for now.", examples=[True]
    )
    weight: Whole | None = Field(
        None, description="Order of the studies, small first.", examples=[10]
    )
    team: Text | None = Field(None, description="Size of the team.", examples=[6, "4 to 11"])
    volume: Text | None = Field(
        None,
        description="Size of the project: text, or a number with its unit, which is printed in the"
        " language of the document.",
        examples=["450 PT", "1200000 EUR"],
    )
    metrics: list[MetricFields] | None = Field(
        None,
        description="The large figures, instead of those found in the text.",
        examples=[[{"value": "70%", "label": "less time to deploy", "hero": True}]],
    )
    links: list[Address | LinkFields] | None = Field(
        None,
        description="Links at the end, behind those of the text.",
        examples=[["https://example.com/report"]],
    )
    image: Text | ImageFields | list[Text | ImageFields] | None = Field(
        None,
        description="An image, or several, at the end of the text.",
        examples=["../images/path.png", {"src": "../images/path.png", "alt": "The path"}],
    )
    figures: list[Text | ImageFields] | None = Field(
        None,
        description="Images at the end of the text.",
        examples=[[{"src": "../images/path.png", "alt": "The path", "caption": "The path"}]],
    )
    facts: dict[str, Any] | None = Field(
        None,
        description="Numbers and dates that are written once and used in every language of the"
        " study, as {fact}`name`: a point, no groups, and a unit.",
        examples=[{"availability": "99.95 %", "lead-time": "20 minutes", "go-live": "2023-08-15"}],
    )
    cv: CvFields | None = Field(
        None,
        description="What the CV shows instead of what it finds.",
        examples=[{"results": ["62% fewer abandoned searches"]}],
    )
    translated_from: Text | None = Field(
        None,
        description="SHA-256 of the file that this was translated from, or its first digits.",
        examples=["9f86d081884c"],
    )
