"""Modules that are imported only when they are needed.

*Why*: a command that has little to do must not wait for what others need. This is the one place
where modules are imported by name; docs/architecture.md has the rule.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any


def load(module: str, name: str) -> Any:  # noqa: ANN401 - whatever the module defines
    """Import a module of this package and return what it calls `name`.

    *Why* without the garbage collector: what is imported stays, and looking through it again and
    again while it grows takes a fifth of the time.
    """
    path = f"casedoc.cli.{module}"
    if path not in sys.modules and gc.isenabled():
        gc.disable()
        try:
            import_module(path)
        finally:
            gc.enable()
        gc.freeze()
    return getattr(import_module(path), name)
