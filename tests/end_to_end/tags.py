"""The words of a PDF in the order of its tags, and the words that its lines divide.

Read from the finished file alone: the structure tree, the content streams that it points to, and
what each font says its glyphs mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

TWIN = re.compile(r"-(?:\d+|blank)$")
"""Ending of the names of fonts that tell what a divided word goes on with."""

_INLINE = frozenset({"Span", "Strong", "Em", "Link", "Code", "Lbl", "Reference", "Quote"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    text: str
    """What its glyphs mean."""
    is_end_of_line: bool
    """Whether it is the last glyph of a line that goes on inside a word."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The text of one tag, and what it is in."""

    roles: tuple[str, ...]
    """Names of the tags around it, the outermost first."""
    block: int
    """Tells which block it is in: all text of one has the same number."""
    runs: tuple[Run, ...]
    """Its text in order."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(run.text for run in self.runs)


def tagged_text(path: Path) -> list[Tagged]:
    """The text of a PDF in the order of its tags; one entry for each tag that holds text itself."""
    with pikepdf.open(path) as pdf:
        marked: dict[tuple[int, int], list[Run]] = {}
        numbers: dict[tuple[int, int], int] = {
            page.obj.objgen: number for number, page in enumerate(pdf.pages)
        }
        for number, page in enumerate(pdf.pages):
            for mcid, run in _runs(page):
                marked.setdefault((number, mcid), []).append(run)
        walk = _walk(pdf.Root.StructTreeRoot, (), None, 0, numbers)
        return [Tagged(roles, block, tuple(marked.get(key, ()))) for roles, block, key in walk]


def text_by_tags(path: Path) -> str:
    """The words of a PDF in the order of its tags."""
    return "\n".join(tagged.text for tagged in tagged_text(path))


def inserted_divisions(path: Path) -> list[tuple[tuple[str, ...], str, str]]:
    """Divisions that were put in: roles, rest of the word, what its block goes on with."""
    found = []
    entries = tagged_text(path)
    for at, entry in enumerate(entries):
        for number, run in enumerate(entry.runs):
            if run.is_end_of_line and run.text[0].isalpha():
                rest = "".join(one.text for one in entry.runs[number + 1 :])
                block = (one.text for one in entries[at + 1 :] if one.block == entry.block)
                found.append((entry.roles, run.text, "".join((rest, *block)).strip()))
    return found


def divided_words(path: Path) -> list[str]:
    """What words go on with on another line, the author's hyphen in front where there is one."""
    return [run.text for entry in tagged_text(path) for run in entry.runs if run.is_end_of_line]


def _walk(
    node: Any,  # noqa: ANN401 - pikepdf has one type for all objects
    roles: tuple[str, ...],
    page: Any,  # noqa: ANN401
    block: int,
    numbers: dict[tuple[int, int], int],
) -> Iterator[tuple[tuple[str, ...], int, tuple[int, int]]]:
    """Yield page and number of all marked content below a node, with the tags around it."""
    if isinstance(node, pikepdf.Dictionary):
        page = node.get("/Pg", page)
        if node.get("/Type") == "/MCR":
            yield roles, block, (numbers[page.objgen], int(node.MCID))
            return
        if "/S" in node:
            roles = (*roles, str(node.S).removeprefix("/"))
            block = block if roles[-1] in _INLINE else node.objgen[0]
    kids = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else node
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield roles, block, (numbers[page.objgen], kid)
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/OBJR":
            yield from _walk(kid, roles, page, block, numbers)


def _runs(page: pikepdf.Page) -> Iterator[tuple[int, Run]]:
    """Yield the text of a page with the number of its marked content; -1 for what has none."""
    tables: dict[str, dict[int, str]] = {}
    for name, font in page.resources.get("/Font", {}).items():
        tables[name] = _meanings(font.ToUnicode.read_bytes().decode("latin-1"))
    mcids: list[int] = []
    current = ""
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, instruction.operator
        if str(operator) in {"BDC", "BMC"}:
            own = operands[1].get("/MCID", -1) if len(operands) > 1 else -1
            mcids.append(int(own))
        elif str(operator) == "EMC":
            mcids.pop()
        elif str(operator) == "Tf":
            current = str(operands[0])
        elif str(operator) == "TJ":
            strings = [bytes(one) for one in operands[0] if isinstance(one, pikepdf.String)]
            codes = [
                int.from_bytes(one[at : at + 2]) for one in strings for at in range(0, len(one), 2)
            ]
            text = "".join(tables[current][code] for code in codes)
            is_end = TWIN.search(current) is not None and not current.endswith("-blank")
            yield (mcids[-1] if mcids else -1), Run(text, is_end)


def _meanings(table: str) -> dict[int, str]:
    """What the glyphs of a font mean."""
    return {
        int(glyph, 16): bytes.fromhex(text).decode("utf-16-be")
        for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL)
        for glyph, text in re.findall(r"<([0-9a-f]+)>\s*<([0-9a-f]+)>", part)
    }
