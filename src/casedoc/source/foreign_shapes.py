"""The shapes of foreign markup, by the character they begin with, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from casedoc.base.codes import Code


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of markup that Markdown does not have."""

    pattern: re.Pattern[str]
    """All of it; the group `name`, where there is one, is what it is called."""
    code: Code
    """How it is complained of."""
    message: str
    """What it is, with `{shown}` and `{name}` to be filled in."""
    hint: str
    """What to write instead."""
    starts_line: bool = False
    """Whether it counts at the start of a line only."""


def _shape(
    code: Code, pattern: str, message: str, hint: str, *, starts_line: bool = False
) -> Shape:
    return Shape(re.compile(pattern, re.DOTALL), code, message, hint, starts_line)


IN_CODE: Final = "to print it on purpose, put it into `…`"
"""The way out, for hints."""

_COMMENT: Final = "write `<!-- … -->`, which is not printed"
_VALUE: Final = f"write its value; {IN_CODE}"
_IN_BRACES: Final = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ATTRIBUTES: Final = rf"""(?:\s(?:[^<>{{}}"']|"[^"]*"|'[^']*'|{_IN_BRACES})*)?"""
_CALLED: Final = r"\((?:[^{}()]|\([^{}()]*\))*\)"
_COMPUTED: Final = rf"(?:await |new )*+[A-Za-z_$][\w$]*+(?:\.[A-Za-z_$][\w$]*+|{_CALLED})+"
# Possessive and tempered, so that a text of nothing but openings costs no more than its length.
SHAPES: Final = {
    "{": (
        *(
            _shape(
                Code.SHORTCODE,
                rf"\{{\{{{mark}[\s/*]*+(?P<name>[\w./-]*+)(?:(?!\}}\}}|\{{\{{[<%]).)*{end}\}}\}}",
                "the Hugo shortcode `{name}` means nothing here and prints as typed",
                f"write in Markdown what it shows; {IN_CODE}",
            )
            for mark, end in (("<", ">"), ("%", "%"))
        ),
        _shape(
            Code.TEMPLATE_MARKUP,
            r"\{%[\s-]*+(?P<name>\w*+)(?:(?!%\}|\{%).)*%\}",
            "the Liquid or Jinja tag `{name}` does nothing here and prints as typed",
            f"write in Markdown what it shows; {IN_CODE}",
        ),
        _shape(
            Code.TEMPLATE_MARKUP,
            r"\{\{\{?[^{}]+\}\}\}?",
            "the template expression `{shown}` is not filled in and prints as typed",
            _VALUE,
        ),
        _shape(
            Code.TEMPLATE_MARKUP,
            r"\{#\s(?:(?!#\}|\{#).)*#\}",
            "the Jinja comment `{shown}` is no comment here and prints as typed",
            _COMMENT,
        ),
        _shape(
            Code.MDX_CODE,
            r"\{/\*(?:(?:(?!\*/\}|\{/\*).)*\*/\})?",
            "the MDX comment `{shown}` is no comment here and prints as typed",
            _COMMENT,
        ),
        _shape(
            Code.MDX_CODE,
            rf"""\{{(?:{_COMPUTED}|"[^"\n{{]*"|'[^'\n{{]*')\}}""",
            "the JSX expression `{shown}` is not computed and prints as typed",
            _VALUE,
        ),
        _shape(
            Code.KRAMDOWN_ATTRIBUTES,
            r"\{:[^{}\n]*\}",
            "the Kramdown attribute list `{shown}` means nothing here and prints as typed",
            "remove it, or write `{.class}` on a line of its own above the block",
        ),
    ),
    "<": (
        _shape(
            Code.JSX_COMPONENT,
            r"</?(?P<name>(?!(?:Br|Sub|Sup|Kbd|Mark|Abbr)\b)[A-Z](?=[\w.]*[a-z])[\w.]*)"
            rf"{_ATTRIBUTES}/?>",
            "`{shown}` is the JSX component `{name}`, which can't be printed",
            f"write in Markdown what it shows; {IN_CODE}",
        ),
        _shape(
            Code.JSX_COMPONENT,
            rf"<(?P<name>[a-z][\w.-]*)(?=\s[^<>]*=\{{){_ATTRIBUTES}/?>",
            "`{shown}` is the JSX element `{name}`, which can't be printed",
            f"write in Markdown what it shows; {IN_CODE}",
        ),
    ),
    "!": (
        _shape(
            Code.WIKILINK,
            r"!\[\[(?P<name>[^\[\]\n\s^][^\[\]\n]*)\]\](?![(\[])",
            "the embed `{shown}` shows nothing here and prints as typed",
            "write `![what it shows](path)` for an image, else the text itself",
        ),
        _shape(
            Code.CONTAINER,
            r"!!!\+?[ \t]+(?P<name>[\w-]+)(?:[ \t]+\"[^\"\n]*\")?[ \t]*(?=\n|\Z)",
            "the MkDocs admonition `{shown}` means nothing here and prints as typed",
            "write a heading or a quote (`> …`), and don't indent its text",
            starts_line=True,
        ),
    ),
    "[": (
        _shape(
            Code.WIKILINK,
            r"\[\[(?P<name>[^\[\]\n\s^][^\[\]\n]*)\]\](?![(\[])",
            "the wikilink `{shown}` leads nowhere on paper and prints as typed",
            "write its words alone, or `[words](https://…)`",
        ),
        _shape(
            Code.CALLOUT,
            r"\[!(?P<name>[A-Za-z][\w-]*)\][+-]?(?![(\[])",
            "the mark `{shown}` of a callout (Obsidian, GitHub) does nothing and prints as typed",
            "remove it, or write its name in bold; the quote itself is printed as a quote",
            starts_line=True,
        ),
    ),
    ":": (
        _shape(
            Code.CONTAINER,
            r":::++[ \t]*+(?P<name>[^\n]*)",
            "the fence `{shown}` (Pandoc, Docusaurus) means nothing here and prints as typed",
            "remove it; a heading or a quote (`> …`) sets text apart",
            starts_line=True,
        ),
    ),
    "~": (
        _shape(
            Code.OTHER_MARKDOWN,
            r"~~(?=[^\s~])[^~\n]*[^\s~]~~(?!~)",
            "`{shown}` is not struck out here and prints as typed",
            "write only what still holds",
        ),
    ),
    "=": (
        _shape(
            Code.OTHER_MARKDOWN,
            r"==(?=[^\s=])[^=\n]*[^\s=]==(?!=)",
            "`{shown}` is not highlighted here and prints as typed",
            "write `<mark>…</mark>`",
        ),
    ),
    "%": (
        _shape(
            Code.OTHER_MARKDOWN,
            r"%%(?=[^%])(?:(?!%%).)+%%",
            "the Obsidian comment `{shown}` is no comment here and prints as typed",
            _COMMENT,
        ),
    ),
}
"""All shapes; of those that begin alike the first that fits counts."""

_IMAGE: Final = "write `![what it shows](path)`"
_LINK: Final = "write `[words](https://…)`"
_QUOTE: Final = "write a quote (`> …`) or a heading"
_HEADING: Final = "write a heading and the text below it"
_NOTHING: Final = "remove the tag and leave its text"
_CODE: Final = "write `…`, or a code block between two lines of three backticks"
INSTEAD: Final = {
    name: hint
    for names, hint in (
        ("img image figure picture", _IMAGE),
        ("a link navlink relref ref", _LINK),
        ("video iframe youtube vimeo audio embed gist tweet object", _LINK),
        ("callout note notice warning tip info admonition aside alert hint blockquote", _QUOTE),
        ("tabs tab tabitem details summary accordion accordionitem steps step", _HEADING),
        ("h1 h2 h3 h4 h5 h6", "write `## …`, with as many signs as the level says"),
        ("b strong", "write `**…**`"),
        ("i em u ins cite", "write `*…*`"),
        ("s del strike", "write only what still holds"),
        ("code pre highlight codeblock tt samp", _CODE),
        ("ul ol li", "write a list: `- …` or `1. …` on lines of their own"),
        ("table thead tbody tr td th", "write a table with bars: `| … | … |`"),
        ("hr", "write `---` between two empty lines"),
        ("p div span section article center font small big", _NOTHING),
        ("script style", "remove it with all that is inside"),
    )
    for name in names.split()
}
"""What to write instead of a tag, a component or a shortcode, by its name in lower case."""
