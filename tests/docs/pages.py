"""The written pages of the repository, and the pieces that tests look at."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (
    *(ROOT / name for name in ("README.md", "README.de.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
)

_FLAGS = re.MULTILINE | re.DOTALL
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(r"^#+ +(?P<text>.+)$", re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\]\((?P<target>[^)\s]+)\)")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a language."""
    return [match["text"] for match in _BLOCK.finditer(text) if match["language"] == language]


def without_blocks(text: str) -> str:
    return _BLOCK.sub("", text)


def literals(text: str) -> list[str]:
    """What stands in backticks outside code blocks."""
    return re.findall(r"`([^`\n]+)`", without_blocks(text))


def links(text: str) -> list[str]:
    """The targets of links and images."""
    return [match["target"] for match in _LINK.finditer(without_blocks(text))]


def anchors(name: str) -> set[str]:
    """The fragments by which a page's headings are reached, as GitHub makes them."""
    found = set()
    for match in _HEADING.finditer(without_blocks(read(name))):
        words = unicodedata.normalize("NFC", match["text"].strip().lower())
        found.add(re.sub(r"[^\w\- ]", "", words).replace(" ", "-"))
    return found


def table_rows(text: str, first_heading: str) -> Iterator[list[str]]:
    """The rows of the table whose first column has this heading."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith(f"| {first_heading} |"):
            break
    next(lines)
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]
