"""Workspaces made out of the sample content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "content"
STUDY = "k8s-migration"
"""What a workspace of one has."""


def make_workspace(root: Path, count: int) -> Path:
    """Write a workspace of so many case studies, each a little different."""
    shutil.copytree(SAMPLES / "images", root / "content" / "images")
    shutil.copy(SAMPLES / "profile.yaml", root / "content")
    (root / "casedoc.toml").write_text('languages = ["de"]\n', encoding="utf-8")
    (root / "content" / "de").mkdir()
    texts = {path.stem: path.read_text("utf-8") for path in sorted((SAMPLES / "de").glob("*.md"))}
    names = [STUDY] if count == 1 else sorted(texts)
    for number in range(count):
        name = names[number % len(names)]
        slug = name if count == 1 else f"{name}-{number}"
        text = re.sub(r"^slug: .*$", f"slug: {slug}", texts[name], flags=re.MULTILINE)
        if count > 1:
            text = re.sub(r"^(title: .*?)(\"?)$", rf"\1 {number}\2", text, flags=re.MULTILINE)
        (root / "content" / "de" / f"{slug}.md").write_text(text, encoding="utf-8")
    return root


def forget(root: Path) -> None:
    """Remove all that a build leaves."""
    for name in (".casedoc", "output"):
        shutil.rmtree(root / name, ignore_errors=True)


def edited_in(root: Path) -> Path:
    """Return the study of a workspace that is changed."""
    return min((root / "content" / "de").iterdir())


def edit(root: Path) -> None:
    """Change one study."""
    path = edited_in(root)
    path.write_bytes(path.read_bytes() + b"\nNoch ein Satz.\n")
