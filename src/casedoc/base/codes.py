"""The catalog of diagnostic codes, from which `docs/reference/diagnostics.md` is generated.

The hundreds tell the stage: 1 reading, 2 language and numbers, 3 front matter and profile, 4 body,
5 confidences, 6 pages and fonts, 7 settings, selection and publishing.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Severity(Enum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    """The document concerned is not made."""
    WARNING = "warning"
    """The document is made; `--strict` turns the exit code to 3."""


_ERROR: Final = Severity.ERROR
_WARNING: Final = Severity.WARNING


class Code(Enum):
    """One kind of complaint: its number, its usual severity, and what it means."""

    FILE_UNREADABLE = ("CD101", _ERROR, "A file can't be read.")
    FILE_TOO_LARGE = ("CD102", _ERROR, "A file is larger than any case study could be.")
    NOT_UTF8 = ("CD103", _ERROR, "A file is not valid UTF-8.")
    NUL_BYTE = ("CD104", _ERROR, "A text file contains a NUL byte.")
    FRONT_MATTER_OPEN = ("CD110", _ERROR, "Front matter begins but never ends.")
    FRONT_MATTER_SYNTAX = ("CD111", _ERROR, "Front matter, profile or settings break the syntax.")
    FRONT_MATTER_DUPLICATE = ("CD112", _ERROR, "A key is given twice.")
    FRONT_MATTER_TAG = ("CD113", _ERROR, "A YAML tag asks for something else than plain data.")
    FRONT_MATTER_EXPANDS = ("CD114", _ERROR, "YAML aliases unfold into too many values.")
    FRONT_MATTER_NO_MAPPING = ("CD115", _ERROR, "Front matter is not a list of keys and values.")
    NESTED_TOO_DEEP = ("CD120", _ERROR, "Quotes or lists are nested too deeply.")
    RAW_HTML = ("CD121", _ERROR, "The text contains HTML that can't be printed.")
    FOOTNOTE_UNUSED = ("CD122", _WARNING, "A footnote is never referred to and is not printed.")
    FOOTNOTE_TWICE = ("CD123", _ERROR, "Two footnotes have the same name.")
    TABLE_CELLS = ("CD124", _ERROR, "A table row has more cells than the table's head.")
    SHORTCODE = ("CD125", _WARNING, "A Hugo shortcode prints as typed.")
    TEMPLATE_MARKUP = ("CD126", _WARNING, "A tag of Liquid or Jinja prints as typed.")
    JSX_COMPONENT = ("CD127", _ERROR, "A JSX component can't be printed.")
    MDX_CODE = ("CD128", _WARNING, "Code of MDX, or a comment of its kind, prints as typed.")
    WIKILINK = ("CD129", _WARNING, "A wikilink or an embed prints as typed.")
    CONTAINER = ("CD130", _WARNING, "The mark of a fenced div or an admonition prints as typed.")
    KRAMDOWN_ATTRIBUTES = ("CD131", _WARNING, "An attribute list of Kramdown prints as typed.")
    CALLOUT = ("CD132", _WARNING, "The mark of a callout prints as typed.")
    OTHER_MARKDOWN = ("CD133", _WARNING, "Markup of another kind of Markdown prints as typed.")

    NUMBER_FORM = ("CD210", _WARNING, "A number is not written in the language of its file.")
    RANGE_AFTER_FROM = ("CD211", _WARNING, "A range begins with a word and goes on with a dash.")
    YEARS_SHORT = ("CD212", _WARNING, "A number may be two years, or a year and a month.")
    RANGE_SPACED = ("CD213", _WARNING, "A hyphen between numbers may be a range or a subtraction.")
    FACTOR_COMPARATIVE = ("CD214", _WARNING, "A factor with a comparative says one more.")
    NUMBER_UNGROUPED = ("CD215", _WARNING, "A long number is written without groups.")
    NUMBER_SPACED = ("CD216", _WARNING, "The groups of a number may come apart.")
    CURRENCY_FIRST = ("CD217", _WARNING, "A currency stands before its number.")
    UNIT_AMBIGUOUS = ("CD218", _WARNING, "A unit has several meanings.")
    QUOTE_UNPAIRED = ("CD219", _WARNING, "A straight quote opens or closes nothing.")
    DATE_FORM = ("CD220", _WARNING, "A date is not written as an ISO date.")
    DATE_IMPOSSIBLE = ("CD221", _ERROR, "A date does not exist.")
    DATE_UNREADABLE = (
        "CD222",
        _WARNING,
        "A date can't be read without guessing and prints as typed.",
    )
    PERIOD_REVERSED = ("CD223", _ERROR, "A period ends before it starts.")
    ELLIPSIS_LONG = ("CD224", _WARNING, "An ellipsis has more than three dots.")
    DASH_FOREIGN = ("CD225", _WARNING, "A dash is that of another language.")
    FILE_CHANGED = ("CD239", _ERROR, "A file changed while it was being corrected.")
    ROLE_UNKNOWN = ("CD240", _WARNING, "A role before a code span is unknown and prints as typed.")
    VALUE_UNREADABLE = ("CD241", _ERROR, "A typed value can't be read.")
    FACT_UNKNOWN = ("CD242", _ERROR, "A fact is used that is not defined, or can't be used.")
    FACT_DIFFERENT = ("CD243", _ERROR, "A fact is defined twice, and not alike.")
    FACT_UNUSED = ("CD244", _WARNING, "A fact is used in no language of its study.")
    NUMBER_AMBIGUOUS = (
        "CD245",
        _WARNING,
        "A number can be read in two ways and prints as typed.",
    )
    UNIT_UNKNOWN = ("CD246", _ERROR, "A typed value has a unit that is not known.")
    TRANSLATION_SECTION = ("CD250", _WARNING, "A section is missing in a study's other language.")
    TRANSLATION_NUMBER = ("CD251", _WARNING, "A number differs from that in the other language.")
    TRANSLATION_LINK = ("CD252", _WARNING, "A link differs from that in the other language.")
    TRANSLATION_TECHNOLOGY = (
        "CD253",
        _WARNING,
        "A technology is missing in a study's other language.",
    )
    TRANSLATION_IMAGES = ("CD254", _WARNING, "A study has more images in one language.")
    TRANSLATION_FIELD = ("CD255", _WARNING, "A field differs from that in the other language.")
    TRANSLATION_STALE = ("CD260", _WARNING, "The original has changed since it was translated.")
    ORIGIN_MALFORMED = ("CD261", _WARNING, "The digest of an original is none.")
    ORIGIN_MISSING = ("CD262", _WARNING, "A translation names an original that is not there.")
    CLAIM_PERCENT = ("CD270", _WARNING, "A percentage disagrees with the two values beside it.")
    CLAIM_POINTS = ("CD271", _WARNING, "A difference of two percentages is called percent.")

    FIELD_MISSING = ("CD301", _ERROR, "A required field is missing.")
    FIELD_EMPTY = ("CD302", _ERROR, "A field has no content.")
    FIELD_TYPE = ("CD303", _ERROR, "A field has a value of the wrong kind.")
    FIELD_UNKNOWN = ("CD304", _WARNING, "A key is unknown; it is kept but not printed.")
    FIELD_TWICE = ("CD305", _WARNING, "A field is given under two of its names.")
    FIELD_NOT_PRINTED = ("CD306", _WARNING, "A field of JSON Resume is not printed.")
    SLUG_INVALID = (
        "CD310",
        _ERROR,
        "A slug is not made of lower-case letters, digits and hyphens.",
    )
    SLUG_RESERVED = ("CD311", _ERROR, "A slug is reserved for a document of casedoc's own.")
    SLUG_TWICE = ("CD312", _ERROR, "Two files have the same slug and language.")
    LANGUAGE_UNKNOWN = ("CD313", _ERROR, "A file declares a language that is not known.")
    LANGUAGE_NOT_LISTED = ("CD314", _WARNING, "A file's language is not among the settings'.")
    AVAILABILITY_PAST = ("CD320", _WARNING, "A date of availability lies in the past.")

    LINK_ADDRESS = ("CD401", _ERROR, "A link's address has a scheme that must not be printed.")
    LINK_RELATIVE = ("CD402", _WARNING, "A link leads to a file the reader won't have.")
    LINK_TITLE = ("CD403", _WARNING, "A link's title is not seen on paper.")
    LINK_LONG = ("CD404", _WARNING, "A link's address is shortened on paper.")
    IMAGE_MISSING = ("CD410", _ERROR, "An image does not exist.")
    IMAGE_REMOTE = ("CD411", _ERROR, "An image would have to be fetched from the network.")
    IMAGE_OUTSIDE = ("CD412", _ERROR, "An image lies outside the workspace.")
    IMAGE_BROKEN = ("CD413", _ERROR, "An image can't be decoded, or holds what is never printed.")
    IMAGE_NO_ALT = (
        "CD414",
        _WARNING,
        "An image has no alternative text; an error where it has no caption either.",
    )
    IMAGE_COARSE = ("CD415", _WARNING, "An image has too few pixels for the size it is printed at.")
    IMAGE_PARTLY = ("CD416", _WARNING, "Something in an image is not printed, or looks different.")
    IMAGE_DECORATION = ("CD417", _WARNING, "An image with words is marked as decoration.")
    TITLE_UNSEEN = (
        "CD418",
        _WARNING,
        "The title of an image in a line, or of an abbreviation, is not seen on paper.",
    )

    CLIENT_NO_ALIAS = ("CD501", _ERROR, "A confidential client has no alias in this language.")
    CLIENT_NAMED = ("CD502", _ERROR, "A confidential client's name can't be replaced.")
    CLIENT_IMAGE = ("CD503", _ERROR, "An image of a confidential client is not cleared.")
    SOURCE_KEPT_BACK = (
        "CD504",
        _WARNING,
        "A source with names or parts that are not for all is not put into a PDF.",
    )

    CLIENT_LINK = ("CD505", _WARNING, "An address that names a confidential client is left out.")
    CLIENT_LEAKED = ("CD506", _ERROR, "A finished file holds the name of a confidential client.")
    CONSENT_ENDED = ("CD507", _ERROR, "A client's consent has ended.")
    CONSENT_ENDING = ("CD508", _WARNING, "A client's consent ends soon.")
    ALIAS_DOUBTFUL = ("CD509", _WARNING, "An alias may not fit the sentence it stands in.")
    CLIENT_UNKNOWN = (
        "CD510",
        _WARNING,
        "Nobody knows here what a confidential client is called, so it can't be looked for.",
    )
    CLIENT_UNREADABLE = (
        "CD511",
        _ERROR,
        "What may declare a confidential client can't be read, so nothing is published.",
    )

    GLYPH_MISSING = ("CD601", _ERROR, "A character is in none of the fonts.")
    TEXT_TOO_LONG = ("CD602", _WARNING, "A one-pager runs on to further pages.")
    PRINTING_FAILED = ("CD603", _ERROR, "A document could not be printed.")
    TEMPLATE_BROKEN = ("CD604", _ERROR, "A template or stylesheet can't be used.")
    STYLE_IGNORED = ("CD605", _WARNING, "A stylesheet says something that can't be printed.")
    ACCENT_DARKENED = ("CD606", _WARNING, "The accent colour is too light for text.")
    OUTSIDE_AREA = ("CD607", _WARNING, "Something stands outside the type area.")
    WORD_WITHOUT = ("CD610", _WARNING, "A drawing is not in a Word file; its words are.")
    TOKEN_INVALID = ("CD625", _ERROR, "A token of a theme has a value that can't be used.")
    TOKEN_UNKNOWN = ("CD626", _ERROR, "A theme has a token that is not known.")
    TOKEN_MISSING = ("CD627", _ERROR, "A theme lacks a token.")
    FONT_INCOMPLETE = (
        "CD628",
        _WARNING,
        "A font family lacks a weight or style; what comes nearest is printed.",
    )

    PROOF_UNREADABLE = ("CD650", _ERROR, "A file that is to be proven is no PDF.")
    PROOF_STRUCTURE = ("CD651", _ERROR, "What a PDF shows and what its structure tells differ.")
    PROOF_FONTS = ("CD652", _ERROR, "A font of a PDF is not embedded as it should be.")
    PROOF_LINKS = ("CD653", _ERROR, "A link of a PDF leads nowhere.")
    PROOF_METADATA = ("CD654", _ERROR, "A PDF does not say what it is.")
    PROOF_TEXT = ("CD655", _ERROR, "A PDF does not say what it should, word for word.")
    PROOF_GEOMETRY = ("CD656", _ERROR, "Text of a PDF stands where it can't be read.")
    PROOF_PAGES = ("CD657", _ERROR, "A PDF has not as many pages as it should.")
    PROOF_READING = ("CD658", _WARNING, "A parser of applications does not find what it looks for.")
    PROOF_STANDARD = ("CD659", _ERROR, "A PDF does not keep to its standard.")
    PROOF_IN_PART = ("CD660", _WARNING, "A proof could not be made in full.")
    NOT_REPRODUCIBLE = ("CD661", _ERROR, "A document came out otherwise when it was built again.")
    TRANSLATION_MISSING = ("CD701", _WARNING, "A case study is missing in a language.")
    NOTHING_SELECTED = ("CD702", _ERROR, "The selection makes no document.")
    NOT_PUBLISHED = (
        "CD703",
        _ERROR,
        "A finished document or a corrected file could not be written.",
    )
    TARGET_TWICE = ("CD704", _ERROR, "Two documents would have the same file name.")
    SETTING_INVALID = ("CD710", _ERROR, "A setting has a value that can't be used.")
    SETTING_UNKNOWN = ("CD711", _ERROR, "A setting is unknown.")
    USAGE = ("CD712", _ERROR, "A command was called in a way that makes no sense.")

    AUDIENCE_UNKNOWN = ("CD717", _WARNING, "A part is marked for a profile that does not exist.")

    def __init__(self, number: str, severity: Severity, meaning: str) -> None:
        """Keep the parts of the entry under their names."""
        self.number = number
        self.severity = severity
        self.meaning = meaning
