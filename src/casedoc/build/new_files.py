"""Files that are written into a workspace together: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.build.publish import prepare_folder, publish, published, remove

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def in_the_way(root: Path, files: Mapping[str, str], hint: str) -> tuple[Diagnostic, ...]:
    """Return an error for each file that is there already.

    Args:
        root: The workspace.
        files: Texts by their paths in it.
        hint: What to do about it.
    """
    return tuple(
        Diagnostic(Code.NOT_PUBLISHED, "there is such a file already", Span.of_file(path), hint)
        for path in files
        if (root / path).exists() or (root / path).is_symlink()
    )


def write_all(root: Path, files: Mapping[str, str]) -> Diagnostic | None:
    """Write files; where one can't be written, all is as it was.

    Args:
        root: The workspace.
        files: Texts by their paths in it.

    Returns:
        What is in the way, if anything.
    """
    before: list[tuple[Path, bytes | None]] = []
    for path, text in files.items():
        target = root / path
        was = published(target.parent, target.name)
        failed = prepare_folder(target.parent)
        failed = failed or publish(target.parent, target.name, text.encode())
        if failed is not None:
            for written, content in before:
                if content is None:
                    remove(written.parent, written.name)
                else:
                    publish(written.parent, written.name, content)
            return failed
        before.append((target, was))
    return None
