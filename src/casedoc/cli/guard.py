"""Around every command: an interrupt is quiet, a bug leaves a log and no traceback on screen."""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import typer

import casedoc
from casedoc.build.publish import publish
from casedoc.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
LOG_FOLDER = ".casedoc"
"""Folder for logs below the current one; the system's temporary folder where it can't be made."""


def guarded(command: Callable[P, ExitCode]) -> Callable[P, None]:
    """Wrap a command: its result becomes the exit code, and no exception gets through."""

    @functools.wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except KeyboardInterrupt:
            typer.echo("interrupted", err=True)
            code = ExitCode.INTERRUPTED
        except BrokenPipeError:
            # The reader has seen enough; what is left unsaid must not raise at exit.
            sys.stdout = sys.__stderr__
            code = ExitCode.FINE
        except Exception:  # noqa: BLE001 - the last net
            log = _write_log(traceback.format_exc())
            typer.echo(
                f"casedoc has a bug, for which we are sorry; its traceback is in {log}", err=True
            )
            code = ExitCode.BUG
        raise typer.Exit(int(code))

    return wrapper


def _write_log(trace: str) -> str:
    """Write a traceback to a file and return its path, or the trace itself as a last resort."""
    content = f"casedoc {casedoc.__version__}, Python {sys.version}\n\n{trace}".encode()
    name = f"crash-{os.getpid()}.log"
    for folder in (Path.cwd() / LOG_FOLDER, Path(tempfile.gettempdir())):
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            continue
        if publish(folder, name, content) is None:
            return str(folder / name)
    return f"none, for want of a writable folder:\n{trace}"
