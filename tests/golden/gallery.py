"""Pictures of all page kinds, in both languages and themes, on one page to be looked at.

Usage: python -m tests.golden.gallery FOLDER

They are the golden cases, and a longer booklet. Below each picture stands what was measured; beside
them what is to be asked of a page.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from pathlib import Path

from tests.golden.cases import Case, all_cases, print_case, read_print
from tests.pages.printed import PrintedPage, pictures_of, read_printed

from casedoc.build.kinds import DocumentKind

DPI = 100
_FOOTER_PT = 66
"""What stands lower than this above the edge is no text of the page."""
_ORDER = ("pages", "panel", "samples", "text", "cv", "projects", "booklet", "tailored")
_QUESTIONS = (
    (
        "At a glance, eight centimetres high",
        "Is the largest figure seen first, the title second?",
        "Are results, problem and solution found without reading?",
        "Are category, role, date and technologies found within ten seconds?",
    ),
    (
        "Layout",
        "One-pager: one page, 0.90 to 1.00 of it filled; a poster 0.75 to 0.95?",
        "Does each left edge stand on a column, figures by their ink?",
        "Do body lines of neighbouring columns agree, or lie half a line apart? *",
        "Do heads and figures of a row share a baseline? *",
        "Does the panel reach out of the columns, and its text not?",
        "Is spare room in one piece, and nothing within 3 mm of the footer?",
        "Are there only the two rules and the bar, the bar once? *",
    ),
    (
        "Type",
        "Only the families of the theme? *",
        "Titles of two lines, none ending in an article or a number?",
        "No label with one short word on its last line?",
        "Two divided lines in a row at most? *",
        "None divided in heads, labels, CVs, English? *",
        "Gaps before %, dashes of ranges, quotes as the language has them? *",
        "No line that is too short without need?",
        "No text below 7.8 pt, no body below 8.7 pt? *",
        "Booklet: one size of running text? *",
    ),
    (
        "Colour and print",
        "Contrast of at least 7 on paper and tint, 4.5 on the accent? *",
        "In grey: is the panel seen, are figures dark?",
        "One-pager and CV: nothing within 9 mm of the edge? *",
    ),
    (
        "Content and file",
        "Is each word of the source there, figures word for word? *",
        "Are addresses whole, and divided behind a slash only?",
        "No empty labels and no separators without neighbours?",
        "Does extracted text read as the page does, and as the tags do? *",
        "One h1, no level skipped, title, language, alternative texts? *",
        "CV: period, role, client, title, result, items, technologies? *",
        "Booklet: openers on the left, right page numbers, folios outside? *",
    ),
)
_STYLE = """
  body { margin: 0; font: 15px/1.5 sans-serif; color: #16181d; background: #e4e6e9 }
  main { margin-left: 25rem; padding: 1rem 2rem }
  aside { position: fixed; top: 0; bottom: 0; width: 23rem; padding: 1rem; overflow: auto;
    background: #fff; font-size: 13px }
  aside ol { padding-left: 1.4rem }
  figure { display: inline-block; margin: 0 1rem 1.5rem 0; vertical-align: top }
  figcaption { max-width: 300px; font-size: 12px }
  img { display: block; width: 300px; border: 1px solid #c6ccd1; background: #fff }
  h2 { border-top: 2px solid #16181d; padding-top: .5rem }
  h3 { margin: 1rem 0 .5rem; font-size: 14px }
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document of the gallery."""

    case: Case
    pictures: tuple[str, ...]
    """File names, by page."""
    said: str
    """What was measured."""


def cases() -> list[Case]:
    """All golden cases, and a longer booklet of them."""
    found = list(all_cases())
    one = next(case for case in found if case.folder == "panel")
    found += [
        replace(case, folder="booklet-long", name="booklet-long", content=one.content, slugs=())
        for case in found
        if case.folder == "booklet-spread"
    ]
    return sorted(found, key=_place)


def _place(case: Case) -> tuple[int, str, str, str, str]:
    kind = next(at for at, name in enumerate(_ORDER) if case.folder.startswith(name))
    return kind, case.folder, case.name, case.theme, case.language


def show(case: Case, folder: Path) -> Shown:
    """Print a case, and draw its pages into a folder."""
    with tempfile.TemporaryDirectory() as place:
        print_case(case, Path(place))
        done = read_print(Path(place))
    pages = read_printed(done.pdf)
    (folder / f"{case.id}.pdf").write_bytes(done.pdf)
    names = tuple(f"{case.id}.{page.number}.png" for page in pages)
    for name, picture in zip(names, pictures_of(done.pdf, DPI), strict=True):
        picture.quantize(64).save(folder / name, optimize=True)
    count = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
    said = [f"setting {done.fit}", count]
    if case.kind is not DocumentKind.BOOKLET:
        said.append(f"last page filled {fill(pages[-1]):.2f}")
    said += done.codes
    return Shown(case, names, " · ".join(said))


def fill(page: PrintedPage) -> float:
    """Return the share of a page between its margins that is used, by the ink of its words."""
    top, bottom = min(word.ink.top for word in page.words), page.height - _FOOTER_PT
    lowest = max(word.ink.bottom for word in page.words if word.ink.bottom < bottom)
    return (lowest - top) / (bottom - top)


def page_of(documents: Iterable[Shown]) -> str:
    """Return the page that shows all of them."""
    body = "\n".join(_sections(documents))
    asked = "\n".join(_asked())
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Gallery</title>\n'
        f"<style>{_STYLE}</style>\n<aside>\n<h2>To be asked of each page</h2>\n{asked}\n"
        f"<p>* is tested.</p>\n</aside>\n<main>\n<h1>Gallery</h1>\n{body}\n</main>\n</html>\n"
    )


def _asked() -> Iterator[str]:
    number = 1
    for title, *questions in _QUESTIONS:
        items = "".join(f"<li>{escape(question)}</li>" for question in questions)
        yield f'<h3>{escape(title)}</h3>\n<ol start="{number}">{items}</ol>'
        number += len(questions)


def _sections(documents: Iterable[Shown]) -> Iterator[str]:
    for folder, group in groupby(documents, key=lambda shown: shown.case.folder):
        yield f"<h2>{escape(folder)}</h2>"
        for name, same in groupby(group, key=lambda shown: shown.case.name):
            yield f"<h3>{escape(name)}</h3>"
            for shown in same:
                yield "".join(_figures(shown))


def _figures(shown: Shown) -> Iterator[str]:
    title = f"{shown.case.theme}, {shown.case.language}"
    for number, name in enumerate(shown.pictures, 1):
        words = f"{title} · {shown.said}" if number == 1 else f"page {number}"
        yield (
            f'<figure><a href="{name}"><img src="{name}" loading="lazy" alt="{escape(title)}, '
            f'page {number}"></a><figcaption>{escape(words)}</figcaption></figure>'
        )


def main() -> None:
    """Make the gallery anew."""
    folder = Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # The booklets take longest, and so begin.
    order = sorted(cases(), key=lambda case: case.kind is not DocumentKind.BOOKLET)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        shown = list(pool.map(show, order, [folder] * len(order)))
    shown.sort(key=lambda one: _place(one.case))
    (folder / "index.html").write_text(page_of(shown), encoding="utf-8")
    print(f"{folder / 'index.html'}  ({len(shown)} documents)")  # noqa: T201 - what was made


if __name__ == "__main__":
    main()
