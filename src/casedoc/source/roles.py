"""Inline roles: a name in braces directly before a code span, such as `{date}` for a typed value.

Which names are roles, and what may stand in them, is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

INLINE_ROLE: Final = "inline_role"
"""The type of the parser's tokens for roles."""

_OPENING: Final = re.compile(r"\{(?P<name>[A-Za-z][A-Za-z0-9-]*)\}(?P<ticks>`+)")
_TICKS: Final = re.compile(r"`+")
_EMPTY: Final = "``"


@dataclass(frozen=True, slots=True)
class WrittenRole:
    """A role as it stands in a text."""

    name: str
    """The word in the braces."""
    written: str
    """What stands between the backticks, without space around it."""
    start: int
    """Where its brace stands, counted from 0."""
    end: int
    """The place behind its last backtick."""


def role_at(text: str, start: int) -> WrittenRole | None:
    """Return the role that begins at a place of a text, or none.

    As in a code span, it ends at the next run of as many backticks as it began with.
    """
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    for closing in _TICKS.finditer(text, opening.end()):
        if closing.group() == opening["ticks"]:
            written = text[opening.end() : closing.start()].strip()
            return WrittenRole(opening["name"], written, start, closing.end())
    if opening["ticks"] == _EMPTY:
        return WrittenRole(opening["name"], "", start, opening.end())
    return None


def roles_in(text: str) -> tuple[WrittenRole, ...]:
    """Return the roles in a text that is no Markdown, such as a title, in order.

    A backslash before the brace makes it text, as in Markdown.
    """
    found: list[WrittenRole] = []
    at = text.find("{")
    while at >= 0:
        role = None if text[:at].endswith("\\") else role_at(text, at)
        if role is not None:
            found.append(role)
        at = text.find("{", at + 1 if role is None else role.end)
    return tuple(found)


def read_roles(parser: MarkdownIt) -> None:
    """Let a parser read roles, behind escapes and before code spans."""
    parser.inline.ruler.before("backticks", INLINE_ROLE, _read_role)


def _read_role(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's signature
    role = role_at(state.src[: state.posMax], state.pos)
    if role is None:
        return False
    if not silent:
        token = state.push(INLINE_ROLE, "", 0)
        # An image's alternative text is made of its tokens' contents.
        token.content = state.src[role.start : role.end]
        token.meta = {"name": role.name, "written": role.written}
    state.pos = role.end
    return True
