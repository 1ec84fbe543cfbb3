"""Installs the tools that casedoc is measured beside.

Those of PyPI get an environment each, apart from the project's own, which is never touched; those
of Debian come by apt-get where that is there and may be used. What can't be installed is named, and
the benchmark goes on without it. To renew one, remove its folder in `.venv-peers`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import FailedError, run
from benchmarks.peers import PEERS, Peer

PYTHONS = ("python3.14", "python3.13", "python3.12", sys.executable)
"""The newest that starts is taken: some tools give older ones an older version."""


def install_peers() -> None:
    """Install what is not there yet."""
    absent = [peer for peer in PEERS if not peer.version()]
    packages = [peer.debian for peer in absent if peer.debian]
    try:
        if packages:
            _install_debian(packages)
    except FailedError as error:
        print(f"  {', '.join(packages)} could not be installed: {error}", flush=True)
    for peer in absent:
        try:
            if peer.package:
                _install_python(peer)
        except FailedError as error:
            print(f"  {peer.name} could not be installed: {error}", flush=True)


def _install_debian(packages: Sequence[str]) -> None:
    command = ("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *packages)
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise FailedError(f"run as root: `{' '.join(command)}`")
    print(f"installing {', '.join(packages)}", flush=True)
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive")
    run((*quiet, "apt-get", "update", "--quiet"), Path.cwd())
    run((*quiet, *command), Path.cwd())


def _install_python(peer: Peer) -> None:
    print(f"installing {peer.name}", flush=True)
    environment = peer.python.parents[1]
    shutil.rmtree(environment, ignore_errors=True)
    run((_newest_python(peer.least_python), "-m", "venv", str(environment)), Path.cwd())
    pip = (str(peer.python), "-m", "pip", "install", "--quiet", "--no-input")
    run((*pip, "--disable-pip-version-check", peer.package), Path.cwd())


def _newest_python(least: tuple[int, int]) -> str:
    ask = f"import ensurepip, sys; sys.exit(sys.version_info < {least})"
    for python in PYTHONS:
        try:
            run((python, "-c", ask), Path.cwd())
        except FailedError:
            continue
        return python
    raise FailedError(f"it needs Python {least[0]}.{least[1]}, and none is on the path")
