"""Settings of a workspace: `casedoc.toml`, or `[tool.casedoc]` of `pyproject.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from casedoc.base.codes import Code
from casedoc.base.outcome import Outcome
from casedoc.content.field_types import Switch, Text
from casedoc.content.hyphenation import Hyphenation
from casedoc.content.model import Fields
from casedoc.content.profile_settings import Profiles
from casedoc.content.setting_types import (
    Colour,
    FileName,
    Level,
    Locales,
    Output,
    Tag,
    WarningCode,
)
from casedoc.content.technology_settings import TechnologySettings
from casedoc.content.validation import validate
from casedoc.source.values import Mapping


class FontSettings(Fields):
    """`[fonts]`."""

    text: Text | None = Field(
        None, description="Folder of the family of running text.", examples=["my-sans"]
    )
    display: Text | None = Field(
        None, description="Folder of the family of titles and figures.", examples=["my-serif"]
    )
    code: Text | None = Field(
        None, description="Folder of the family of code.", examples=["my-mono"]
    )


class OnePagerSettings(Fields):
    """`[one-pager]`."""

    overflow: Literal["flow", "error"] = Field(
        "flow",
        description="What becomes of a text that is too long for one page: it runs on to a second"
        " one with a warning, or is not printed.",
        examples=["error"],
    )
    qr: Switch = Field(
        default=False,
        description="Whether the QR code of the profile's web address stands beside the links.",
        examples=[True],
    )


class BookletSettings(Fields):
    """`[booklet]`."""

    layout: Literal["spread", "page"] = Field(
        "spread",
        description="How a study stands: results on a left page and the text beside them, or all of"
        " it on one page where it fits.",
        examples=["page"],
    )
    cover: Literal["light", "solid"] = Field(
        "light",
        description="White paper, or the accent over the whole page.",
        examples=["solid"],
    )
    level: Level = Field(0, description="Type size of the whole booklet, 0 to -3.", examples=[-1])
    order: Literal["weight", "date", "category"] = Field(
        "weight",
        description="What the studies are in the order of: their weight, then newest first; newest"
        " first; or their category by the alphabet.",
        examples=["date"],
    )
    group_by: Literal["none", "category", "year"] = Field(
        "none",
        description="What the studies are put together by; each group has a heading in the"
        " contents.",
        examples=["category"],
    )


class CheckSettings(Fields):
    """`[check]`."""

    ignore: list[WarningCode] = Field(
        default_factory=list,
        description="Codes of warnings that are left out everywhere, also of `--strict`.",
        examples=[["CD403"]],
    )


class Settings(Fields):
    """All settings; each has a default."""

    languages: Annotated[list[Tag], Field(min_length=1)] | None = Field(
        None,
        description="Languages of the workspace; the first is built by default.",
        examples=[["de", "en"]],
    )
    paper: Literal["A4", "letter"] = Field("A4", description="The paper.", examples=["letter"])
    output: Output = Field(
        "output", description="Where to publish, from the workspace.", examples=["output"]
    )
    file_name: FileName = Field(
        "{name}.{lang}",
        description="Names of the documents, without their ending.",
        examples=["{author}-{name}.{lang}"],
    )
    theme: Text = Field(
        "beleg",
        description="The theme: a built-in one, or a folder in `templates/themes`.",
        examples=["beleg"],
    )
    accent: Colour | None = Field(
        None,
        description="The colour of which the others are mixed; without it, that of the theme.",
        examples=["#7a1f3d"],
    )
    fonts: FontSettings = Field(
        default_factory=FontSettings,
        description="Folders of font families below `fonts/`; those not named are the theme's.",
        examples=[{"text": "my-sans"}],
    )
    logo: Text | None = Field(
        None,
        description="Your own logo, SVG or PNG, from the workspace.",
        examples=["images/logo.svg"],
    )
    logo_alt: Text | None = Field(
        None,
        description="What is read out in place of the logo; your name, unless you say otherwise.",
        examples=["Example & Partners"],
    )
    one_pager: OnePagerSettings = Field(
        default_factory=OnePagerSettings,
        description="The one-pagers.",
        examples=[{"overflow": "error"}],
    )
    booklet: BookletSettings = Field(
        default_factory=BookletSettings, description="The booklet.", examples=[{"cover": "solid"}]
    )
    locales: Locales = Field(
        default_factory=dict,
        description="Which locale a plain language means.",
        examples=[{"en": "en-GB"}],
    )
    hyphenation: Hyphenation = Field(
        default_factory=dict,
        description="Where words are divided, by language.",
        examples=[{"de": ["Infra|struktur", "Kubernetes"]}],
    )
    technologies: TechnologySettings = Field(
        default_factory=TechnologySettings,
        description="How technologies are called and counted.",
        examples=[{"matrix": True, "aliases": {"k8s": "Kubernetes"}}],
    )
    profiles: Profiles = Field(
        default_factory=dict,
        description="What kinds of recipients get, by name.",
        examples=[{"agency": {"tags": ["cloud"], "at-most": 3, "clients": "anonymous"}}],
    )
    check: CheckSettings = Field(
        default_factory=CheckSettings,
        description="What is told.",
        examples=[{"ignore": ["CD403"]}],
    )


def validate_settings(given: Mapping) -> Outcome[Settings]:
    """Check the settings; `SETTING_INVALID` and `SETTING_UNKNOWN` tell where they can't be used."""
    codes = {"*": Code.SETTING_INVALID, "extra_forbidden": Code.SETTING_UNKNOWN}
    usual = ("missing", "empty", "string_type", "list_type", "dict_type", "model_type")
    codes.update(dict.fromkeys(usual, Code.SETTING_INVALID))
    return validate(Settings, given, None, codes)
