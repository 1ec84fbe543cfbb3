"""Words that end on another line come out of the PDF whole.

What reads the text of a PDF sees glyphs and where they stand. Of a divided word it makes two, or
drops a hyphen that is the author's own. So the last glyph of the line says that it is the rest of
the word as well (a font may give any text for a glyph, as it does for ligatures), and the glyphs
with which the next line begins say that they are spaces. For that, fonts get twins: the same glyphs
from the same file with another table of what they mean. Nothing on paper changes.

*Source:* ISO 32000-1, 9.10.3 (ToUnicode); which ways were tried is in docs/decisions.md.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from casedoc.pdf.line_ends import blocks_of, goes_on, rest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TOKEN: Final = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+)")
_GLYPH: Final = 4
"""Hexadecimal digits of a glyph; those of bitmap fonts have two."""
_BLANK: Final = "blank"


@dataclass(slots=True)
class _Twins:
    """The divided words of a document while it is written."""

    document: Any
    """WeasyPrint's document."""
    rests: dict[Any, str]
    """By the text box that ends a line: what else its last glyph means."""
    blanks: dict[Any, int]
    """By text box: how many of its first characters were told on the line before."""
    meanings: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """By font and twin: what its glyphs mean."""

    def change(self, operators: list[bytes], first: int, box: Any) -> None:  # noqa: ANN401
        """Let the glyphs of a text box mean what they should, from an operator on."""
        shown = [at for at in range(first, len(operators)) if operators[at].endswith(b" TJ")]
        if not shown:
            return
        if box in self.rests:
            at = shown[-1]
            operators[at : at + 1] = self._with_rest(operators, at, self.rests[box])
        if box in self.blanks:
            at = shown[0]
            operators[at : at + 1] = self._with_blanks(operators, at, self.blanks[box])

    def _with_rest(self, operators: list[bytes], at: int, rest: str) -> list[bytes]:
        font, size = _font_of(operators, at)
        tokens = _tokens(operators[at])
        last = max(index for index, token in enumerate(tokens) if isinstance(token, str))
        glyph = str(tokens[last])
        if len(glyph) != _GLYPH:
            return [operators[at]]
        twin = str(len(self.meanings))
        self.meanings[font, twin] = {glyph: rest}
        return [
            *_show(tokens[:last]),
            f"/{font}-{twin} {size} Tf".encode(),
            *_show(tokens[last:]),
            f"/{font} {size} Tf".encode(),
        ]

    def _with_blanks(self, operators: list[bytes], at: int, count: int) -> list[bytes]:
        font, size = _font_of(operators, at)
        tokens = _tokens(operators[at])
        blank = self.meanings.setdefault((font, _BLANK), {})
        end = 0
        while count > 0 and end < len(tokens):
            glyph = tokens[end]
            if isinstance(glyph, str):
                count -= len(self.meaning(font, glyph))
                blank[glyph] = " "
            end += 1
        return [
            f"/{font}-{_BLANK} {size} Tf".encode(),
            *_show(tokens[:end]),
            f"/{font} {size} Tf".encode(),
            *_show(tokens[end:]),
        ]

    def meaning(self, font: str, glyph: str) -> str:
        """Return what a glyph of a font means."""
        number = int(glyph, 16)
        tables = (one.to_unicode for one in self.document.fonts.values() if one.hash == font)
        return next((table[number] for table in tables if number in table), " ")

    def finish(self, document: Any, pdf: Any) -> None:  # noqa: ANN401
        """Write the twins; WeasyPrint's finisher."""
        from weasyprint.pdf.fonts import pydyf

        hashes = {one.hash for one in document.fonts.values()}
        dictionaries = (one for one in pdf.objects if isinstance(one, pydyf.Dictionary))
        fonts: Any = next((one for one in dictionaries if hashes & {*one}), {})
        for (font, twin), meanings in self.meanings.items():
            table = pydyf.Stream(_table(meanings), compress=True)
            pdf.add_object(table)
            original = pdf.objects[int(fonts[font].split()[0])]
            copy = pydyf.Dictionary({**original, "ToUnicode": table.reference})
            pdf.add_object(copy)
            fonts[f"{font}-{twin}"] = copy.reference


@contextmanager
def whole_words(document: Any) -> Iterator[Callable[[Any, Any], None] | None]:  # noqa: ANN401
    """Let divided words of a document come out whole; yield the finisher, if one is needed."""
    from weasyprint import draw

    draw_text = getattr(draw, "draw_text", None)
    # Were the private names gone, words would come out as every other PDF has them.
    rests, blanks = _divided(document) if draw_text is not None else ({}, {})
    twins = _Twins(document, rests, blanks)
    if draw_text is None or not rests:
        yield None
        return

    def changing(stream: Any, box: Any, *more: Any) -> None:  # noqa: ANN401
        first = max(0, len(stream.stream) - 1)
        draw_text(stream, box, *more)
        if box in rests or box in blanks:
            twins.change(stream.stream, first, box)

    draw.draw_text = changing
    try:
        yield twins.finish
    finally:
        draw.draw_text = draw_text


def _divided(document: Any) -> tuple[dict[Any, str], dict[Any, int]]:  # noqa: ANN401
    """Return what the last glyphs of lines mean, and what begins the lines after them."""
    rests: dict[Any, str] = {}
    blanks: dict[Any, int] = {}
    for lines in blocks_of(document):
        told = 0
        for at, line in enumerate(lines):
            is_inserted = goes_on(line)
            if is_inserted is None or at < told:
                continue
            rest, count, parts = rest_of(lines[at + 1 :])
            blanks |= parts
            told = at + count
            if rest:
                rests[line[-1]] = rest if is_inserted else line[-1].text[-1] + rest
    return rests, blanks


def _font_of(operators: list[bytes], at: int) -> tuple[str, str]:
    """Return name and size of the font that an operator shows text in."""
    chosen = next(one for one in operators[at::-1] if one.endswith(b" Tf"))
    name, size, _ = chosen.decode().split(" ")
    return name.removeprefix("/"), size


def _tokens(operator: bytes) -> list[str | float]:
    """Return the glyphs and shifts that an operator shows."""
    tokens: list[str | float] = []
    for match in _TOKEN.finditer(operator):
        if match[1] is None:
            tokens.append(float(match[2]))
        else:
            digits = match[1].decode()
            tokens.extend(digits[at : at + _GLYPH] for at in range(0, len(digits), _GLYPH))
    return tokens


def _show(tokens: list[str | float]) -> list[bytes]:
    """Return the operator that shows glyphs and shifts; none for none."""
    # The space keeps two shifts apart: of kerning, and of letter-spacing.
    shown = "".join(f"<{one}>" if isinstance(one, str) else f"{one:g} " for one in tokens)
    return [f"[{shown.replace('><', '')}] TJ".encode()] if tokens else []


def _table(meanings: dict[str, str]) -> list[bytes]:
    """Return a table from glyphs to text."""
    lines = [f"<{glyph}> <{text.encode('utf-16-be').hex()}>" for glyph, text in meanings.items()]
    parts = [lines[at : at + _MOST] for at in range(0, len(lines), _MOST)]
    return [
        *_HEAD,
        *(
            line.encode()
            for part in parts
            for line in (f"{len(part)} beginbfchar", *part, "endbfchar")
        ),
        *_FOOT,
    ]


_MOST: Final = 100
"""Entries of one part of a table. *Source:* Adobe Technical Note 5014."""
_HEAD: Final = (
    b"/CIDInit /ProcSet findresource begin",
    b"12 dict begin",
    b"begincmap",
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    b"/CMapName /Adobe-Identity-UCS def",
    b"/CMapType 2 def",
    b"1 begincodespacerange",
    b"<0000> <ffff>",
    b"endcodespacerange",
)
_FOOT: Final = (
    b"endcmap",
    b"CMapName currentdict /CMap defineresource pop",
    b"end",
    b"end",
)
