"""The Markdown parser, set up once: CommonMark with tables, footnotes, definitions, attributes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from casedoc.source.foreign_syntax import notice_foreign
from casedoc.source.roles import read_roles
from casedoc.source.tables import watch_rows

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

DEEPEST = 40
"""Block levels inside one another; a list and its item are two."""
ATTRIBUTES = ("class", "id", "lang", "width")
"""What an author may set in braces."""

_PARSER_LIMIT = DEEPEST + 8
# Above its own limit the parser drops text in silence; so it gets more room than we allow.
_ONE_ATTRIBUTE = r"""(?:[.#][\w:-]+|[A-Za-z_][\w:-]*=(?:"[^"\n]*"|[\w:-]+))"""
_LIST = re.compile(rf"\{{\s*{_ONE_ATTRIBUTE}(?:\s+{_ONE_ATTRIBUTE})*\s*\}}")


def parse(text: str, environment: MutableMapping[str, object]) -> list[Token]:
    """Return the parser's tokens; footnotes and references are left in `environment`."""
    return _parser().parse(text, environment)


def parse_inline(text: str, environment: MutableMapping[str, object]) -> list[Token]:
    """Return the inline tokens of a text without blocks, which shares footnotes and references."""
    tokens = _parser().parseInline(text, environment)
    return [child for token in tokens for child in token.children or ()]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _PARSER_LIMIT})
    parser.enable("table")
    parser.use(footnote_plugin, move_to_end=False).use(deflist_plugin)
    parser.use(attrs_plugin, allowed=ATTRIBUTES).use(attrs_block_plugin, allowed=ATTRIBUTES)
    _only_whole_attribute_lists(parser)
    read_roles(parser)
    watch_rows(parser)
    notice_foreign(parser)
    # The parser's own check turns a refused link into text; ours complains instead.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def _only_whole_attribute_lists(parser: MarkdownIt) -> None:
    """Let the attribute rules see nothing but complete attribute lists.

    *Why*: the plugin takes `{% … %}` for a comment and drops what follows a list on its line. Both
    are the author's words.
    """
    block = parser.block.ruler.getRules("")[parser.block.ruler.get_active_rules().index("attr")]
    inline = parser.inline.ruler.getRules("")[parser.inline.ruler.get_active_rules().index("attr")]

    def whole_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        return _LIST.fullmatch(line.rstrip()) is not None and block(state, start, end, silent)

    def whole_list(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        return _LIST.match(state.src, state.pos) is not None and inline(state, silent)

    parser.block.ruler.at("attr", whole_line)
    parser.inline.ruler.at("attr", whole_list)
