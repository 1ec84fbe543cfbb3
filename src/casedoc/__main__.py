"""`python -m casedoc`, and what the console script calls."""

from __future__ import annotations

import signal
from importlib import import_module


def main() -> None:
    """Run the command line; an interrupt during the start is as quiet as one later.

    *Why* here: until all commands are imported, nothing could catch it.
    """
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    command_line = import_module("casedoc.cli.main")
    signal.signal(signal.SIGINT, handler)
    command_line.main()


if __name__ == "__main__":
    main()
