"""Works out what an installation has once and for all, so that the first document need not wait.

Usage: python -m casedoc.build.prepare
"""

from __future__ import annotations

from importlib import import_module

from casedoc.base.compiled import noted_compiling

if __name__ == "__main__":
    # Imported in here: what is compiled meanwhile is noted.
    with noted_compiling():
        import_module("casedoc.cli.main")
        import_module("casedoc.cli.fresh_build")
        import_module("casedoc.build.preparation").prepare()
