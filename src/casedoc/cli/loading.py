"""Modules that are imported only when they are needed.

*Why*: a command that has little to do must not wait for what others need. This is the one place
where modules are imported by name; docs/architecture.md has the rule.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(module: str, name: str) -> Any:  # noqa: ANN401 - whatever the module defines
    """Import a module of this package and return what it calls `name`."""
    return getattr(import_module(f"casedoc.cli.{module}"), name)
