"""What this machine has of what casedoc needs, and the command that mends what it lacks."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casedoc.base.disk import DiskWorld
from casedoc.base.libraries import library_versions
from casedoc.base.world import ReadFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from casedoc.build.workspace import Workspace

LEAST_PYTHON: Final = (3, 11)
LEAST_PANGO: Final = (1, 44)
_LEAST_FREE: Final = 100 * 1024 * 1024
"""Bytes that a folder should have left."""
_OS_RELEASE: Final = Path("/etc/os-release")
_SYSTEMS: Final = {
    "debian": "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0"
    " libharfbuzz0b libharfbuzz-subset0 libfontconfig1",
    "fedora": "dnf install pango harfbuzz fontconfig",
    "alpine": "apk add pango harfbuzz harfbuzz-subset fontconfig",
    "arch": "pacman -S pango harfbuzz fontconfig",
    "suse": "zypper install libpango-1_0-0 libharfbuzz0 libharfbuzz-subset0 fontconfig",
    "darwin": "brew install pango",
}
"""What installs the libraries, by the family of the system."""
_KIN: Final = {"ubuntu": "debian", "rhel": "fedora", "centos": "fedora", "opensuse": "suse"}
_LANGUAGES: Final = ("de", "en")


class State(StrEnum):
    """How something is."""

    FINE = "fine"
    WORSE = "worse"
    """It works, but slower or with less."""
    LACKING = "lacking"
    """A build would fail."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """What it is."""
    state: State
    """How it is."""
    told: str
    """What was found."""
    mend: str = ""
    """The command that mends it; empty where nothing has to be done."""


def examine(workspace: Workspace | None) -> Iterator[Finding]:
    """Look at all that a build needs, and yield what is found as soon as it is known.

    Args:
        workspace: The workspace; none where its settings can't be used.
    """
    yield _python()
    yield from _libraries()
    yield _attempt("WeasyPrint", _weasyprint, install_libraries())
    yield _attempt("languages", _languages, "pip install --force-reinstall babel pyphen")
    yield _attempt("fonts", _fonts, "pip install --force-reinstall casedoc")
    yield _proof()
    if workspace is not None:
        yield from _folders(workspace)
    yield _terminal()
    yield _attempt("a page", _page, "casedoc build, whose message says more")


def install_libraries(release: Path = _OS_RELEASE) -> str:
    """Return the command that installs the libraries on this system.

    Args:
        release: The file by which a Linux tells what it is.
    """
    families = [platform.system().lower()]
    # It is a link to elsewhere mostly.
    root = Path(release.anchor)
    content = DiskWorld(root).read(release.relative_to(root).as_posix())
    if not isinstance(content, ReadFailure):
        lines = content.decode("utf-8", "replace").splitlines()
        told = dict(line.split("=", 1) for line in lines if "=" in line)
        families += [
            name.split("-")[0]
            for key in ("ID", "ID_LIKE")
            for name in told.get(key, "").strip('"').lower().split()
        ]
    known = [_SYSTEMS[_KIN.get(one, one)] for one in families if _KIN.get(one, one) in _SYSTEMS]
    return known[0] if known else "install Pango, HarfBuzz and Fontconfig"


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info < LEAST_PYTHON:
        least = ".".join(map(str, LEAST_PYTHON))
        return Finding("Python", State.LACKING, version, f"install Python {least} or newer")
    return Finding("Python", State.FINE, version)


def _libraries() -> Iterator[Finding]:
    pango, harfbuzz, subset, fontconfig = library_versions()
    command = install_libraries()
    yield _library("Pango", pango, State.LACKING, command, LEAST_PANGO)
    yield _library("HarfBuzz", harfbuzz, State.LACKING, command)
    # Without it fonts are cut by Python, which takes many times as long.
    yield _library("HarfBuzz subset", subset, State.WORSE, command)
    yield _library("Fontconfig", _parted(fontconfig), State.LACKING, command)


def _parted(number: str) -> str:
    """Return a version that is told as one number, as people write it: `2.14.1` for 21401."""
    if not number.isdigit():
        return number
    return f"{int(number) // 10_000}.{int(number) // 100 % 100}.{int(number) % 100}"


def _library(
    name: str, version: str, state: State, command: str, least: tuple[int, ...] = ()
) -> Finding:
    if not version:
        what = "is not there" if state is State.LACKING else "is not there: PDFs take much longer"
        return Finding(name, state, what, command)
    if least and tuple(int(part) for part in version.split(".")[:2]) < least:
        wanted = ".".join(map(str, least))
        return Finding(name, State.LACKING, f"{version}, older than {wanted}", command)
    return Finding(name, State.FINE, version)


def _attempt(name: str, look: Callable[[], Finding | str], command: str) -> Finding:
    """Return what a look finds, or what kept it from looking."""
    try:
        found = look()
    except Exception as error:  # noqa: BLE001 - whatever a broken installation may raise
        words = " ".join(str(error).split()) or type(error).__name__
        return Finding(name, State.LACKING, words[:200], command)
    return found if isinstance(found, Finding) else Finding(name, State.FINE, found)


def _weasyprint() -> str:
    from casedoc.pdf.weasyprint_import import import_weasyprint

    import_weasyprint()
    return str(sys.modules["weasyprint"].__version__)


def _languages() -> Finding | str:
    import pyphen
    from babel import Locale

    names = [str(Locale.parse(one).get_display_name(one)) for one in _LANGUAGES]
    lacking = [one for one in _LANGUAGES if one not in pyphen.LANGUAGES]
    if lacking:
        told = f"no patterns of hyphenation for {', '.join(lacking)}"
        return Finding("languages", State.LACKING, told, "pip install --force-reinstall pyphen")
    return ", ".join(names)


def _fonts() -> str:
    from casedoc.base.program import builtin_root
    from casedoc.markup.theme import ThemeChoice, load_theme

    theme = load_theme(DiskWorld(builtin_root(), builtin_root()), ThemeChoice())
    if theme.value is None:
        raise LookupError(theme.diagnostics[0].message)
    return f"{len(theme.value.fonts.faces)} faces of the theme `{ThemeChoice().name}`"


def _proof() -> Finding:
    from casedoc.proof.second_opinion import is_there

    if is_there():
        return Finding("full proof", State.FINE, "a validator and another reader")
    told = "no validator and no other reader: `--proof full` fails"
    return Finding("full proof", State.WORSE, told, "pip install 'casedoc[proof]'")


def _folders(workspace: Workspace) -> Iterator[Finding]:
    from casedoc.build.cache import cache_folder

    yield Finding("workspace", State.FINE, str(workspace.root))
    output = workspace.root / workspace.settings.output
    yield _writable("output", output)
    cache = cache_folder(workspace.root)
    if cache is None:
        told = "nothing can be remembered: each build begins anew"
        yield Finding("cache", State.WORSE, told, f"chmod -R u+w {workspace.root / '.casedoc'}")
    else:
        yield _writable("cache", cache, State.WORSE)


def _writable(name: str, folder: Path, state: State = State.LACKING) -> Finding:
    """Try to write into a folder, or into the one that it would be made in."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            free = shutil.disk_usage(there).free
    except OSError as error:
        told = f"nothing can be written to `{folder}`: {error.strerror}"
        return Finding(name, state, told, f"chmod u+w {there}")
    if free < _LEAST_FREE:
        told = f"only {free // 1_000_000} MB are left in `{folder}`"
        return Finding(name, State.WORSE, told, "casedoc clean --cache")
    return Finding(name, State.FINE, f"{folder}")


def _terminal(environment: Mapping[str, str] = os.environ) -> Finding:
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower()
    if encoding.replace("-", "") != "utf8":
        told = f"shows {encoding or 'no'} characters: others appear as escapes"
        return Finding("terminal", State.WORSE, told, "export PYTHONUTF8=1")
    colours = "without colours" if environment.get("NO_COLOR") else "with colours"
    if not sys.stdout.isatty():
        return Finding("terminal", State.FINE, "none: results go to a file or a program")
    columns = shutil.get_terminal_size().columns
    return Finding("terminal", State.FINE, f"{columns} columns, {colours}")


def _page() -> str:
    from casedoc.build.preparation import make_sample

    return f"{make_sample()} pages of a sample were printed and proven"
