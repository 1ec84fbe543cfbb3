"""Parameters that need no pydantic to be read.

*Why*: typer has pydantic read every parameter, given or not, and importing pydantic takes longer
than all of a command that finds nothing changed.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, Final, get_args

_NOT_PLAIN: Final = object()
"""Stands for what is read as usual."""


class PlainReading:
    """Reads what is not given, words, names, whole numbers and paths; more is read as usual."""

    def __init__(self, parameter: Any) -> None:  # noqa: ANN401 - the library has no public type
        """Prepare for one parameter, which looks for its way of reading under this name."""
        kind = parameter.type_descriptor.annotation
        self._is_many = parameter.multiple or parameter.nargs == -1
        self._kind = (get_args(kind) or (kind,))[0] if self._is_many else kind
        is_words = isinstance(self._kind, type) and issubclass(self._kind, Enum)
        self._members = {member.value: member for member in self._kind} if is_words else {}
        self._info = parameter.type_descriptor.parameter_info
        self._usual_reading = parameter.get_runtime_param

    def __call__(self) -> PlainReading:
        """Return what reads the parameter."""
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Return the value that is meant; a wrong one ends the command."""
        if value is None:
            return () if self._is_many else None
        if not self._is_many:
            read = self._plain(value)
        elif isinstance(value, (list, tuple)):
            items = [self._plain(one) for one in value]
            read = _NOT_PLAIN if _NOT_PLAIN in items else items
        else:
            read = _NOT_PLAIN
        if read is not _NOT_PLAIN:
            return read
        return self._usual_reading().coerce(value, param=param, ctx=ctx)

    def _plain(self, value: Any) -> Any:  # noqa: ANN401 - whatever may be given
        """Return what a value means where that is plain."""
        kind = self._kind
        if self._members:
            is_one = isinstance(value, kind)
            return value if is_one else self._members.get(value, _NOT_PLAIN)
        if kind in {str, bool} and isinstance(value, kind):
            return value
        if kind is int:
            number = int(value) if isinstance(value, str) and _is_digits(value) else value
            least, most = self._info.min, self._info.max
            is_plain = isinstance(number, int) and (least is None or number >= least)
            return number if is_plain and (most is None or number <= most) else _NOT_PLAIN
        if (
            kind is Path
            and isinstance(value, str)
            and not (self._info.exists or self._info.resolve_path)
        ):
            return Path(value)
        return _NOT_PLAIN


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def read_plainly(parameters: list[Any]) -> list[Any]:
    """Let parameters be read plainly, and return them."""
    for parameter in parameters:
        # Another version of typer may not have it; options are then read as it reads them.
        usual = getattr(parameter, "get_runtime_param", None)
        if usual is not None and not isinstance(usual, PlainReading):
            parameter.get_runtime_param = PlainReading(parameter)
    return parameters
