"""Markup that Markdown does not have: shortcodes, template tags, JSX, wikilinks and their like.

*Why*: files come from Hugo, Jekyll, Docusaurus or Obsidian. What stands there for something else
would be printed as it was typed, or be taken for HTML; so the author is told what it is, and what
to write instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import normalizeReference

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.source.foreign_shapes import IN_CODE, INSTEAD, SHAPES, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

FOREIGN: Final = "foreign"
"""Type of the inline tokens that stand for foreign markup; their content is what was typed."""
LONGEST_SHOWN: Final = 40
"""Characters of foreign markup, or of a refused tag, that a complaint repeats."""
UNDERSTOOD: Final = "`br`, `sub`, `sup`, `kbd`, `mark` and `abbr`"
"""The tags that are understood, for hints."""

_MODULE_LINE: Final = re.compile(
    r"import\s++(?:[^'\"]++(?:(?<=[\s}]from)|(?<=[\s}]from\s)))?(?:'[^']*'|\"[^\"]*\")\s*+;?\s*+"
    r"|import\s++(?:[\w$*]++\s*+,\s*+)?\{[^{}'\"]*+"
    r"|export\s++(?:default\s|const\s|let\s|var\s|function\b|async\s|class\s|\{|\*).*"
)
_SHAPE: Final = "shape"


def notice_foreign(parser: MarkdownIt) -> None:
    """Let the parser make tokens of foreign markup, outside code and behind no backslash."""
    parser.inline.ruler.before("text", FOREIGN, _foreign)


def complaint(token: Token, span: Span) -> Diagnostic:
    """Return what is to be said of a token of foreign markup.

    Args:
        token: The token.
        span: Where it stands.
    """
    shape: Shape = token.meta[_SHAPE]
    match = shape.pattern.match(token.content)
    name = (match.groupdict().get("name") or "") if match else ""
    message = shape.message.format(shown=shown(token.content), name=name)
    has_instead = shape.code in {Code.SHORTCODE, Code.TEMPLATE_MARKUP, Code.JSX_COMPONENT}
    instead = INSTEAD.get(name.strip("/").lower()) if has_instead else None
    hint = f"{instead}; {IN_CODE}" if instead else shape.hint
    return Diagnostic(shape.code, message, span, hint)


def html_hint(name: str) -> str:
    """Return what to write instead of an HTML tag."""
    instead = INSTEAD.get(name.lower())
    if instead is None:
        return f"only {UNDERSTOOD} are understood; {IN_CODE}"
    return f"{instead}; {IN_CODE}"


def shown(text: str) -> str:
    """Return as much of a text as a complaint repeats, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def module_lines(body: str, path: str, first_line: int) -> Iterator[Diagnostic]:
    """Complain of the `import` and `export` lines with which an MDX file begins.

    Args:
        body: The text below the front matter.
        path: Path of its file.
        first_line: Line of the file on which it begins, counted from 1.
    """
    inside = False
    for number, line in enumerate(body.split("\n"), first_line):
        if not line.strip():
            inside = False
        elif _MODULE_LINE.fullmatch(line):
            inside = True
            message = f"`{shown(line)}` is code of MDX; it is not run and prints as typed"
            hint = "remove it: nothing can be imported or computed here"
            place = Span.within(path, number, 1, len(line.rstrip()))
            yield Diagnostic(Code.MDX_CODE, message, place, hint)
        elif not inside:
            return


def _foreign(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    """Take foreign markup at the parser's place."""
    starts_line = state.pos == 0 or state.src[state.pos - 1] == "\n"
    for shape in SHAPES.get(state.src[state.pos], ()):
        if shape.starts_line and not starts_line:
            continue
        match = shape.pattern.match(state.src, state.pos, state.posMax)
        if match is None or _is_reference(match, state):
            continue
        if not silent:
            token = state.push(FOREIGN, "", 0)
            token.content = match.group()
            token.meta = {_SHAPE: shape}
        state.pos = match.end()
        return True
    return False


def _is_reference(match: re.Match[str], state: StateInline) -> bool:
    """Tell whether `[[words]]` is a link in brackets: Markdown has its words defined."""
    if "[[" not in match.group()[: len("![[")]:
        return False
    return normalizeReference(match["name"]) in state.env.get("references", {})
