"""`python -m casedoc`, and what the console script calls."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module


def main() -> None:
    """Run the command line; an interrupt during the start is as quiet as one later.

    *Why* here: until all commands are imported, nothing could catch it.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    import_module("casedoc.base.compiled").use_compiled()
    if _is_cold_build(sys.argv[1:]):
        import_module("casedoc.build.warm_process").start_early()
    command_line = import_module("casedoc.cli.main")
    signal.signal(signal.SIGINT, handler)
    try:
        command_line.main()
    finally:
        # All is said: an interrupt now would only spoil how the program ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _is_cold_build(arguments: list[str]) -> bool:
    """Tell whether a build is asked for that no earlier one can have made already.

    *Why* here: what prints takes as long to import as all the rest.
    """
    if (
        arguments[:1] != ["build"]
        or {"-h", "--help"} & {*arguments}
        or "_CASEDOC_COMPLETE" in os.environ
    ):
        return False
    folder = os.getcwd()  # noqa: PTH109 - pathlib is not imported yet
    while True:
        if os.path.exists(f"{folder}/.casedoc/cache"):  # noqa: PTH110 - as above
            return False
        folder, before = os.path.dirname(folder), folder  # noqa: PTH120 - as above
        if folder == before:
            return True


if __name__ == "__main__":
    main()
