"""Whether each expected word is on paper, in order, as often as expected, and nothing else.

What is compared are the characters that the glyphs mean, in the order of the structure tree and
without spaces. Between the expected stretches may stand what stylesheets make: markers, numbers of
pages, leaders, middle dots.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TypeAlias

from casedoc.base.codes import Code
from casedoc.proof.findings import Box, Finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedoc.base.span import Span
    from casedoc.proof.expectation import Expected
    from casedoc.proof.reading import Sheet

Content: TypeAlias = tuple[int, int]
"""Marked content: page, from 0, and MCID."""

_NOT_COMPARED: Final = re.compile(r"[\s\u00ad\u200b\u2060]+")
_ONE_GLYPH: Final = str.maketrans(
    "\u2206\u2126\u2215\u2044\u2219\u2022\u02bc\u02bb\u0269\u25b6\u25b7\u25c0\u25c1"
    "\u2780\u2781\u2782\u2783\u2784\u2785\u2786\u2787\u2788",
    "ΔΩ//··\u2019\u2018ι\u25ba\u25bb\u25c4\u25c5123456789",
)
"""Beside those that are compatible: increment, ohm, slashes, bullets, apostrophes, pointers, …"""
_GENERATED: Final = re.compile(r"[\d.,·:-]*")
_SHOWN: Final = 40
_AHEAD: Final = 4
"""How many stretches are looked at after one that does not follow directly."""
_A_SENTENCE: Final = 20
"""Letters that don't come twice by chance."""
_HIDDEN: Final = "where a stylesheet of yours hides it, leave it out of the template instead"
_MADE: Final = "a stylesheet may have made it"
_TWICE: Final = "a template of your own may print it twice"


class Comparison:
    """What was expected, laid beside what is on paper."""

    def __init__(
        self, sheets: Sequence[Sheet], order: Sequence[Content], expected: Sequence[Expected]
    ) -> None:
        """Compare.

        Args:
            sheets: All pages.
            order: All content in the order of the structure tree.
            expected: What must be on paper, in order.
        """
        self.findings: list[Finding] = []
        """What is missing, out of order, or there without being expected."""
        self.spans: dict[Content, Span] = {}
        """Where content comes from, as far as it is known."""
        self._boxes = _boxes(sheets)
        parts = _texts(sheets)
        self._order = [content for content in order if content in parts]
        self._starts = [0]
        for content in self._order:
            self._starts.append(self._starts[-1] + len(parts[content]))
        self._shown = "".join(parts[content] for content in self._order)
        self._compare(expected)

    def _compare(self, expected: Sequence[Expected]) -> None:
        wanted = [squeezed(one.text) for one in expected]
        everything = "".join(wanted)
        at = 0
        for index, one in enumerate(expected):
            start = self._shown.find(wanted[index], at)
            following = wanted[index + 1 : index + 1 + _AHEAD]
            if start < 0 or _is_skipping(self._shown, at, start, following):
                words = " ".join(one.text.split())[:_SHOWN]
                message = f"`{words}` is not on paper where it should be"
                self.findings.append(Finding(Code.PROOF_TEXT, message, _HIDDEN, span=one.span))
                continue
            self._tell(at, start, everything)
            at = start + len(wanted[index])
            if one.span is not None:
                for content in self._contents(start, at):
                    self.spans.setdefault(content, one.span)
        self._tell(at, len(self._shown), everything)

    def _contents(self, start: int, end: int) -> Sequence[Content]:
        """Return the contents that a stretch of what is shown stands in."""
        if start == end:
            return ()
        first = bisect_right(self._starts, start) - 1
        return self._order[first : bisect_right(self._starts, end - 1)]

    def _tell(self, start: int, end: int, everything: str) -> None:
        """Tell of what stands between two expected stretches, if that is more than marks."""
        text = self._shown[start:end]
        if _GENERATED.fullmatch(text):
            return
        page, mcid = self._contents(start, end)[0]
        box = self._boxes.get((page, mcid))
        is_repeated = len(text) >= _A_SENTENCE and text in everything
        message, hint = f"`{text[:_SHOWN]}` is on paper without being expected", _MADE
        if is_repeated:
            message, hint = f"`{text[:_SHOWN]}` is on paper more often than it should be", _TWICE
        self.findings.append(
            Finding(Code.PROOF_TEXT, message, hint, page + 1, is_error=is_repeated, box=box)
        )


def _texts(sheets: Sequence[Sheet]) -> Mapping[Content, str]:
    """Return what is compared of each content."""
    parts: dict[Content, list[str]] = {}
    for sheet in sheets:
        for run in sheet.runs:
            if run.mark is not None:
                parts.setdefault((sheet.number - 1, run.mark), []).append(run.text)
    return {content: squeezed("".join(texts)) for content, texts in parts.items()}


def _boxes(sheets: Sequence[Sheet]) -> Mapping[Content, Box]:
    """Return where each content is."""
    boxes: dict[Content, list[Box]] = {}
    for sheet in sheets:
        for run in sheet.runs:
            if run.mark is not None and run.text.strip():
                boxes.setdefault((sheet.number - 1, run.mark), []).append(run.box)
    return {content: Box.over(own) for content, own in boxes.items()}


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
