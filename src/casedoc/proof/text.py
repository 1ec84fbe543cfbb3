"""Whether each expected word is on paper, in order, and nothing else.

What is compared are the characters that the glyphs mean, in the order of the structure tree and
without spaces. Between the expected stretches may stand what stylesheets make: markers, numbers of
pages, leaders, middle dots.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.proof.findings import Finding, entry
from casedoc.proof.structure import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pikepdf

    from casedoc.proof.expectation import Expected

_NOT_COMPARED: Final = re.compile(r"[\s\u00ad\u200b\u2060]+")
_ONE_GLYPH: Final = str.maketrans(
    "\u2206\u2126\u2215\u2044\u2219\u2022\u02bc\u02bb\u0269\u25b6\u25b7\u25c0\u25c1"
    "\u2780\u2781\u2782\u2783\u2784\u2785\u2786\u2787\u2788",
    "ΔΩ//··\u2019\u2018ι\u25ba\u25bb\u25c4\u25c5123456789",
)
"""Beside those that are compatible: increment, ohm, slashes, bullets, apostrophes, pointers, …"""
_GENERATED: Final = re.compile(r"[\d.,·:-]*")
_BLOCK: Final = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR: Final = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE: Final = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_SHOWN: Final = 40
_AHEAD: Final = 4
"""How many stretches are looked at after one that does not follow directly."""
_HIDDEN: Final = "where a stylesheet of yours hides it, leave it out of the template instead"
_MADE: Final = "a stylesheet may have made it"


def text_faults(pdf: pikepdf.Pdf, expected: Sequence[Expected]) -> Iterator[Finding]:
    """Yield what is missing, out of order, or on paper without being expected."""
    marks = {
        (number, mcid): text
        for number, page in enumerate(pdf.pages)
        for mcid, text in _marked_text(page).items()
    }
    shown = squeezed("".join(marks.get(content, "") for content in reading_order(pdf)))
    wanted = [squeezed(one.text) for one in expected]
    at = 0
    for index, one in enumerate(expected):
        start = shown.find(wanted[index], at)
        if start < 0 or _is_skipping(shown, at, start, wanted[index + 1 : index + 1 + _AHEAD]):
            words = " ".join(one.text.split())[:_SHOWN]
            message = f"`{words}` is not on paper where it should be"
            yield Finding(Code.PROOF_TEXT, message, _HIDDEN, span=one.span)
            continue
        yield from _unexpected(shown[at:start])
        at = start + len(wanted[index])
    yield from _unexpected(shown[at:])


def _is_skipping(shown: str, at: int, start: int, following: Sequence[str]) -> bool:
    """Tell whether what comes next stands here, so that the words found are others like them."""
    if _GENERATED.fullmatch(shown[at:start]):
        return False
    places = (shown.find(words, at, start) for words in following)
    return any(place >= 0 and _GENERATED.fullmatch(shown[at:place]) for place in places)


def squeezed(text: str) -> str:
    """Return what of a text is compared.

    Characters that a font may draw by one glyph are one: the glyph can mean but one of them.
    """
    folded = unicodedata.normalize("NFKC", _NOT_COMPARED.sub("", text)).translate(_ONE_GLYPH)
    return "".join("-" if unicodedata.category(one) == "Pd" else one for one in folded)


def _unexpected(text: str) -> Iterator[Finding]:
    if not _GENERATED.fullmatch(text):
        message = f"`{text[:_SHOWN]}` is on paper without being expected"
        yield Finding(Code.PROOF_TEXT, message, _MADE, is_error=False)


def _marked_text(page: pikepdf.Page) -> Mapping[int, str]:
    """Return the text of each marked content of a page."""
    import pikepdf

    tables = {
        name: _meanings(font.ToUnicode.read_bytes().decode("latin-1"))
        for name, font in (entry(page.resources, "/Font") or {}).items()
        if "/ToUnicode" in font
    }
    found: dict[int, list[str]] = {}
    open_marks: list[int | None] = []
    table: Mapping[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf TJ Tj"):
        operands, name = instruction.operands, str(instruction.operator)
        if name in {"BDC", "BMC"}:
            own = entry(operands[1], "/MCID") if name == "BDC" else None
            open_marks.append(None if own is None else int(own))
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            table = tables.get(str(operands[0]), {})
        elif open_marks and open_marks[-1] is not None:
            found.setdefault(open_marks[-1], []).append(_read(operands[0], table))
    return {mcid: "".join(parts) for mcid, parts in found.items()}


def _read(shown: Any, table: Mapping[int, str]) -> str:  # noqa: ANN401 - pikepdf's one type
    import pikepdf

    strings = [shown] if isinstance(shown, pikepdf.String) else shown
    codes = (
        int.from_bytes(data[at : at + 2])
        for data in (bytes(one) for one in strings if isinstance(one, pikepdf.String))
        for at in range(0, len(data), 2)
    )
    return "".join(table.get(code, "\ufffd") for code in codes)


def _meanings(table: str) -> dict[int, str]:
    """Return what the glyphs of a font mean."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table):
        if kind == "char":
            for glyph, text in _CHAR.findall(block):
                found[int(glyph, 16)] = _text(text)
            continue
        for first, last, text in _RANGE.findall(block):
            start = int(first, 16)
            for glyph in range(start, int(last, 16) + 1):
                found[glyph] = chr(ord(_text(text)) + glyph - start)
    return found


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
