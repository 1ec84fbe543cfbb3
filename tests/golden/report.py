"""The report of what differs: before, after and difference of each page, in one HTML file.

Each case that differs leaves a folder, and the page of all of them is put together anew; so test
processes need not wait for each other, and a case that is right again takes its folder away.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image
from tests.golden.picture import shown_difference

_FRAGMENT = "case.html"
_MOST_LINES = 200
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Golden pages that differ</title>
<style>
  body {{ margin: 2rem; font: 15px/1.5 sans-serif; color: #16181d; background: #eef0f2 }}
  figure {{ display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top }}
  img {{ display: block; border: 1px solid #c6ccd1; background: #fff }}
  section {{ margin: 0 0 3rem; border-top: 2px solid #16181d }}
  li {{ font-family: monospace; font-size: 13px }}
</style>
<h1>Golden pages that differ: {count}</h1>
<p>Meant to be so? <code>./scripts/test pytest tests/golden --update-goldens</code></p>
{body}
</html>
"""


@dataclass(frozen=True, slots=True)
class Compared:
    """One page, as it was and as it is; none where it did not or does not exist."""

    number: int
    before: Image.Image | None
    after: Image.Image | None


class Report:
    """The folder of the report."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def index(self) -> Path:
        return self.folder / "index.html"

    def tell(self, name: str, lines: Sequence[str], pages: Sequence[Compared]) -> None:
        """Add a case that differs."""
        with self._alone():
            own = self.folder / name
            shutil.rmtree(own, ignore_errors=True)
            own.mkdir(parents=True)
            fragment = "\n".join(_fragment(own, name, lines, pages))
            (own / _FRAGMENT).write_text(fragment, encoding="utf-8")
            self._put_together()

    def forget(self, name: str) -> None:
        """Take away a case that is right."""
        if (self.folder / name).exists():
            with self._alone():
                shutil.rmtree(self.folder / name, ignore_errors=True)
                self._put_together()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _put_together(self) -> None:
        parts = [file.read_text("utf-8") for file in sorted(self.folder.glob(f"*/{_FRAGMENT}"))]
        page = _PAGE.format(count=len(parts), body="\n".join(parts))
        self.index.write_text(page, encoding="utf-8")


def _fragment(
    folder: Path, name: str, lines: Sequence[str], pages: Sequence[Compared]
) -> Iterator[str]:
    yield f'<section id="{escape(name)}"><h2>{escape(name)}</h2><ul>'
    yield from (f"<li>{escape(line)}</li>" for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"<li>… and {len(lines) - _MOST_LINES} more</li>"
    yield "</ul>"
    for page in pages:
        pictures = {"before": page.before, "after": page.after}
        if page.before is not None and page.after is not None:
            pictures["difference"] = shown_difference(page.before, page.after)
        yield f"<h3>Page {page.number}</h3>"
        for what, picture in pictures.items():
            if picture is not None:
                file = f"{page.number}-{what}.png"
                picture.save(folder / file)
                source = f"{escape(name)}/{file}"
                yield f'<figure><img src="{source}" alt=""><figcaption>{what}</figcaption></figure>'
    yield "</section>"
