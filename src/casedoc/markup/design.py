"""The design tokens of a theme: what may stand in its `theme.toml`, and what each token means.

All lengths, sizes and colours of a theme stand there and nowhere else; those that are for CSS alone
become custom properties of their own names.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from pydantic import Field, create_model

from casedoc.content.field_types import Text
from casedoc.content.model import Fields
from casedoc.markup.geometry import PageTokens
from casedoc.markup.measures import (
    Ems,
    Factor,
    Hue,
    Lines,
    Millimetres,
    Own,
    OwnName,
    Points,
    Rule,
    Share,
    TypeSize,
    TypeSizes,
    Weight,
)
from casedoc.markup.scale import Scale


class FontTokens(Fields):
    """`[fonts]`: folders of font families below `fonts/`."""

    text: Text = Field(description="Running text; the settings' `fonts.text` wins.")
    display: Text = Field(description="Titles, heads, figures; the settings' `fonts.display` wins.")
    code: Text = Field(description="Code; the settings' `fonts.code` wins.")


class Colours(Fields):
    """`[colours]`."""

    accent: Hue = Field(description="Figures, bar, category; the settings' `accent` wins.")
    paper: Hue = Field(description="The paper, and what lies behind the text.")
    ink: Hue = Field(description="Text, titles, the strong rule.")
    ink_2: Hue = Field(description="Labels, context, addresses; the lightest colour of text.")
    hair: Hue = Field(description="Thin rules on paper.")
    on_accent: Hue = Field(description="Text on the accent.")
    surround: Hue = Field(description="Around the sheet in a browser.")
    tint: Share = Field(description="How much accent there is in the tint of panels.")
    tint_hair: Share = Field(description="How much accent there is in rules on tint.")
    on_accent_2: Share = Field(description="How much of `on-accent` there is in small text on it.")


class LineTokens(Fields):
    """`[lines]`."""

    rule: Rule = Field(description="The strong rule.")
    thin_rule: Rule = Field(description="The thin rule.")
    bar_height: Points = Field(description="The bar at the top of a page.")


class LetterTokens(Fields):
    """`[letters]`."""

    title_weight: Weight = Field(description="Weight of titles.")
    lead_weight: Weight = Field(description="Weight of leads, subtitles and roles.")
    heading_weight: Weight = Field(description="Weight of section heads.")
    hero_weight: Weight = Field(description="Weight of the large figure.")
    figure_weight: Weight = Field(description="Weight of the other figures.")
    title_spacing: Ems = Field(description="Letter-spacing of titles.")
    hero_spacing: Ems = Field(description="Letter-spacing of the large figure.")
    figure_spacing: Ems = Field(description="Letter-spacing of the other figures.")
    name_spacing: Ems = Field(description="Letter-spacing of the name on the cover.")
    cv_name_spacing: Ems = Field(description="Letter-spacing of the name in a CV.")
    unit_size: Ems = Field(description="Size of a figure's unit, in sizes of the figure.")
    unit_pull: Ems = Field(description="What is added to the space before a unit.")


class ChipTokens(Fields):
    """`[chips]`."""

    chip_radius: Points = Field(description="Radius of the corners.")
    chip_padding: Points = Field(description="Left and right of the word.")
    chip_gap: Points = Field(description="Between two chips, beside a space.")
    chip_inset: Points = Field(description="What a chip is lower than a line.")


class CommonTokens(Fields):
    """`[common]`."""

    outdent: Millimetres = Field(description="How far the panel reaches beyond its text.")
    title_measure: Millimetres = Field(description="Width that titles and summaries keep to.")
    figure_height: Millimetres = Field(description="Greatest height of an image.")
    hyphen_zone: Millimetres = Field(description="What may stay empty rather than divide a word.")
    screen_margin: Millimetres = Field(description="Around the sheet in a browser.")


def _optional(name: str, model: type[Fields]) -> type[Fields]:
    """Return a model of the same fields, none of which has to be there."""
    fields: dict[str, Any] = {}
    for key, field in model.model_fields.items():
        loose = copy(field)
        loose.default = None
        fields[key] = (field.annotation, loose)
    return create_model(name, __base__=Fields, **fields)


if TYPE_CHECKING:
    SomeSizes = Fields
else:
    SomeSizes = _optional("SomeSizes", Scale)


class ScaleTable(Fields):
    """`scales.NAME`: the sizes of one arrangement; what it does not say, `ordinary` says."""

    every: SomeSizes = Field(
        default_factory=SomeSizes, description="What is the same at every level."
    )
    shares: dict[str, Factor] = Field(
        default_factory=dict, description="What sizes are multiplied by, such as `hero = 0.7`."
    )
    levels: dict[int, SomeSizes] = Field(
        default_factory=dict, description="What differs from level to level; 0 is the usual one."
    )


class OneScale(Fields):
    """`scales` where there is but one arrangement."""

    ordinary: ScaleTable = Field(description="All sizes at all levels.")


class OnePagerScales(OneScale):
    """`[one-pager.scales]`."""

    dense: ScaleTable = Field(default_factory=ScaleTable, description="Closer, for long texts.")
    poster: ScaleTable = Field(default_factory=ScaleTable, description="For very short texts.")
    columns: ScaleTable = Field(
        default_factory=ScaleTable, description="For long prose: two even columns."
    )


class OnePagerDesign(Fields):
    """`[one-pager]`."""

    page: PageTokens = Field(description="The sheet.")
    scales: OnePagerScales = Field(description="The sizes of each arrangement.")
    kicker_logo: Lines = Field(description="Height of the logo in the kicker.")
    footer_drop: Millimetres = Field(description="From the type area to the contact footer.")
    footer_line: Millimetres = Field(description="Line height of the contact footer.")
    footer_size: TypeSize = Field(description="Size of the contact footer.")


class BookletDesign(Fields):
    """`[booklet]`."""

    page: PageTokens = Field(description="The sheet.")
    scales: OneScale = Field(description="The sizes.")
    cover_logo: Lines = Field(description="Height of the logo on the cover.")
    opener_top: Millimetres = Field(description="Above the type area of cover and openers.")
    running_drop: Millimetres = Field(description="From the edge to the running head.")
    folio_drop: Millimetres = Field(description="From the type area to the page number.")
    display_line: Factor = Field(description="Line height of the largest figures, in sizes.")
    display_depth: Ems = Field(description="Room for the tail of a comma below them.")
    page_title_line: Factor = Field(description="Line height of a page title, in L.")
    page_title_size: TypeSize = Field(description="Size of a page title.")
    page_lead_size: TypeSize = Field(description="Size of a lead.")
    name_sizes: TypeSizes = Field(description="Sizes of the name that are tried on the cover.")
    cover_figure: TypeSize = Field(description="Largest size of a figure on the cover.")
    cover_title: TypeSize = Field(description="Largest size of titles on a cover without figures.")
    role_size: TypeSize = Field(description="Size of the role on the cover.")
    opener_titles: TypeSizes = Field(description="Sizes of titles that are tried for two lines.")
    opener_long_titles: TypeSizes = Field(description="The same for three lines.")
    opener_figures: TypeSizes = Field(
        description="Sizes of the large figure where there are one, two, three … of them."
    )
    opener_measure: Millimetres = Field(description="Greatest width of the large figure.")
    opener_label: TypeSize = Field(description="Size of the label of an opener's figure.")
    opener_words: TypeSize = Field(description="Size of the other words below it.")
    entry_page_size: TypeSize = Field(description="Size of page numbers in the contents.")
    entry_figure_size: TypeSize = Field(description="Size of figures in the contents.")
    index_letter_size: TypeSize = Field(description="Size of letters in the index.")
    closing_height: Millimetres = Field(description="Room for the closing block.")
    qr_size: Millimetres = Field(description="Side of the QR code on the profile page.")


class CvDesign(Fields):
    """`[cv]`."""

    page: PageTokens = Field(description="The sheet.")
    scales: OneScale = Field(description="The sizes.")
    cv_logo: Lines = Field(description="Height of the logo beside the name.")
    label_indent: Millimetres = Field(description="Width of labels.")
    period_indent: Millimetres = Field(description="Width of periods.")
    band_outdent: Millimetres = Field(description="How far the results reach beyond their text.")
    cv_first_top: Millimetres = Field(description="Above the type area of the first page.")
    cv_bar: Millimetres = Field(description="Width of the bar.")
    cv_role_size: TypeSize = Field(description="Size of the role.")
    cv_lead_size: TypeSize = Field(description="Size of the profile's lead.")
    cv_entry_size: TypeSize = Field(description="Size of titles of projects.")
    page_footer_size: TypeSize = Field(description="Size of the page footer.")
    page_footer_drop: Millimetres = Field(description="From the type area to the page footer.")


class PressTokens(Fields):
    """`[press]`: what the print edition is made for."""

    profile: Text = Field(description="ICC profile of the press: a file in `profiles/`.")
    condition: Text = Field(description="Name of the printing condition in the ICC's registry.")
    bleed: Millimetres = Field(description="How far pages go on beyond their edge.")


class Design(Fields):
    """`theme.toml`."""

    fonts: FontTokens = Field(description="The font families.")
    colours: Colours = Field(description="Colours, and what is mixed of the accent.")
    lines: LineTokens = Field(description="The only lines there are.")
    letters: LetterTokens = Field(description="How large type is set.")
    chips: ChipTokens = Field(description="Technologies in outline.")
    common: CommonTokens = Field(description="Measures of all kinds of documents.")
    press: PressTokens = Field(description="What the print edition is made for.")
    own: dict[OwnName, Own] = Field(
        default_factory=dict,
        description="Tokens of the theme's own, for its own stylesheets, as CSS writes them.",
    )
    one_pager: OnePagerDesign = Field(description="The one-pager.")
    booklet: BookletDesign = Field(description="The booklet.")
    cv: CvDesign = Field(description="The CV.")
