"""The painting operators of a page with inks in the place of screen colours.

Black text prints over what is below it: where plates don't meet exactly, no white edge shows.

*Source:* ISO 32000-1, 8.6.8 (colour operators), 8.6.7 (overprint control).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.pdf.inks import Inks

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedoc.pdf.inks import InkTable

OVER: Final = "/PrintOver"
"""Name of the state in which an ink prints over what is below it."""
UNDER: Final = "/PrintOnly"
"""Name of the state in which it takes the place of what is below it."""
_FILL: Final = {"g": "k", "rg": "k", "k": "k"}
_STROKE: Final = {"G": "K", "RG": "K", "K": "K"}
_SPACES: Final = frozenset({"cs", "CS", "sc", "SC", "scn", "SCN", "sh"})
_OF_THE_START: Final = Inks(0, 0, 0, 1)
"""What is painted with before a colour is set."""


def in_inks(holder: Any, inks: InkTable) -> bytes:  # noqa: ANN401 - a page or a drawing of pikepdf
    """Return the operators of a page, or of a drawing on it, in inks.

    Raises:
        ValueError: There is a colour that is none of red, green and blue, or a gradient.
    """
    import pikepdf

    writer = _Writer(inks)
    for instruction in pikepdf.parse_content_stream(holder):
        writer.take(instruction)
    return pikepdf.unparse_content_stream(writer.found)


class _Writer:
    """Follows the operators, and writes them anew."""

    def __init__(self, inks: InkTable) -> None:
        self.found: list[Any] = []
        self._table = inks
        self._fill = _OF_THE_START
        self._kept: list[Inks] = []
        self._in_text = False
        self._is_over = False

    def take(self, instruction: Any) -> None:  # noqa: ANN401
        """Take one operator."""
        name = str(instruction.operator)
        if name in _SPACES:
            message = f"a colour set by `{name}` can't be printed with four inks"
            raise ValueError(message)
        if name in _FILL:
            self._fill = self._inks(name, instruction.operands)
            self._write(_FILL[name], *self._fill)
            self._see_over()
        elif name in _STROKE:
            inks = self._inks(name.lower(), instruction.operands)
            self._write(_STROKE[name], *inks)
        else:
            before = _BEFORE.get(name)
            if before is not None:
                before(self)
            self.found.append(instruction)
            if name == "BT":
                self._in_text = True
                self._see_over()

    def _inks(self, name: str, operands: Any) -> Inks:  # noqa: ANN401
        numbers = [float(number) for number in operands]
        if name == "k":
            return Inks(*numbers)
        return self._table.grey(*numbers) if name == "g" else self._table.inks(*numbers)

    def _write(self, name: str, *operands: Any) -> None:  # noqa: ANN401
        import pikepdf

        made = pikepdf.ContentStreamInstruction(list(operands), pikepdf.Operator(name))
        self.found.append(made)

    def _see_over(self) -> None:
        """Let black text print over what is below it, and nothing else."""
        import pikepdf

        wanted = self._in_text and self._fill.is_black
        if wanted != self._is_over:
            self._write("gs", pikepdf.Name(OVER if wanted else UNDER))
            self._is_over = wanted

    def save(self) -> None:
        """Keep what a later operator returns to."""
        self._kept.append(self._fill)

    def restore(self) -> None:
        """Return to what was kept."""
        self._fill = self._kept.pop() if self._kept else _OF_THE_START

    def end_text(self) -> None:
        """Go back to what is no text."""
        import pikepdf

        self._in_text = False
        if self._is_over:
            self._write("gs", pikepdf.Name(UNDER))
            self._is_over = False


_BEFORE: Final[dict[str, Callable[[_Writer], None]]] = {
    "q": _Writer.save,
    "Q": _Writer.restore,
    "ET": _Writer.end_text,
}
