"""How technologies are called, and whether their use is counted: `[technologies]`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from casedoc.content.field_types import Switch, Text
from casedoc.content.model import Fields


def _names(given: object) -> object:
    """Refuse an alias that leads to another one."""
    if not isinstance(given, dict):
        return given
    known = {str(name).casefold() for name in given}
    for name, meant in given.items():
        said = meant.casefold() if isinstance(meant, str) else ""
        if said in known and said != str(name).casefold():
            message = "leads from one alias to another: `{name}`"
            raise PydanticCustomError("alias", message, {"name": name})
    return given


Aliases = Annotated[dict[str, Text], BeforeValidator(_names)]
"""What technologies are called, by how they are written."""


class TechnologySettings(Fields):
    """`[technologies]`."""

    matrix: Switch = Field(
        default=False,
        description="Whether CV and booklet tell how long each technology was used.",
        examples=[True],
    )
    aliases: Aliases = Field(
        default_factory=dict,
        description="What technologies are called in the skill matrix, in any case.",
        examples=[{"k8s": "Kubernetes"}],
    )
