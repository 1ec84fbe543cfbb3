"""Parameters that need no pydantic to be read.

*Why*: typer has pydantic read every parameter, given or not, and importing pydantic takes longer
than all of a check that finds nothing changed.
"""

from __future__ import annotations

from enum import Enum
from typing import Any


class PlainReading:
    """Reads what is not given, and one word out of a few; more than that is read as usual."""

    def __init__(self, parameter: Any) -> None:  # noqa: ANN401 - the library has no public type
        """Prepare for one parameter, which looks for its way of reading under this name."""
        kind = parameter.type_descriptor.annotation
        words = kind if isinstance(kind, type) and issubclass(kind, Enum) else ()
        self._members = {member.value: member for member in words}
        self._is_many = parameter.multiple or parameter.nargs == -1
        self._usual_reading = parameter.get_runtime_param

    def __call__(self) -> PlainReading:
        """Return what reads the parameter."""
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Return the value that is meant; a wrong one ends the command."""
        if value is None:
            return () if self._is_many else None
        if isinstance(value, str) and value in self._members:
            return self._members[value]
        return self._usual_reading().coerce(value, param=param, ctx=ctx)


def read_plainly(parameters: list[Any]) -> list[Any]:
    """Let parameters be read plainly, and return them."""
    for parameter in parameters:
        # Another version of typer may not have it; options are then read as it reads them.
        usual = getattr(parameter, "get_runtime_param", None)
        if usual is not None and not isinstance(usual, PlainReading):
            parameter.get_runtime_param = PlainReading(parameter)
    return parameters
