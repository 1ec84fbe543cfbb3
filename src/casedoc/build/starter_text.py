"""The texts that new workspaces and studies begin with, filled in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined

from casedoc.base.disk import DiskWorld
from casedoc.base.world import ReadFailure

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORLD: Final = DiskWorld(Path(__file__).parent / "starter")
"""Where they lie."""


def written(name: str) -> str:
    """Return a text as it lies there.

    Args:
        name: Its file, from the folder.
    """
    content = _WORLD.read(name)
    if isinstance(content, ReadFailure):
        raise FileNotFoundError(name)
    return content.decode("utf-8")


def names_in(folder: str) -> tuple[str, ...]:
    """Return the names of the files in a folder of it; none where there is no such folder."""
    listed = _WORLD.list(folder)
    return () if isinstance(listed, ReadFailure) else tuple(sorted(one.name for one in listed))


def filled(name: str, values: Mapping[str, str]) -> str:
    """Return a text with values in the place of `<< name >>`.

    Args:
        name: Its file, from the folder.
        values: What is filled in; quoted as the file wants it.
    """
    environment = Environment(
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - no HTML is made
    )
    return environment.from_string(written(name)).render(values)


def quoted(text: str) -> str:
    """Return a text as YAML and TOML have it in quotes."""
    return json.dumps(text, ensure_ascii=False)
