"""The HTML files: each is exactly what is printed, in one file that asks for nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.end_to_end.words import squashed, text_by_pypdf, text_of_html

NAMES = ("portfolio", "cv", "k8s-migration", "crate-pool", "water-network", "museum-audioguide")
_FETCHED = re.compile(r"url\(\s*[\"']?([^\"')]{0,40})|@import[^;]*|image-set\([^)]*")


class _References(HTMLParser):
    """Gathers what a browser would fetch, and what it would run."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.run: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"src", "srcset", "poster", "data"} or (tag == "link" and name == "href"):
                self.fetched.append(value or "")
            if name.startswith("on") or (value or "").lstrip().lower().startswith("javascript:"):
                self.run.append(f"{name}={value}")
        if tag in {"script", "iframe", "object", "embed", "base"}:
            self.run.append(tag)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_fetched_and_nothing_is_run(samples: Path, name: str, language: str) -> None:
    html = (samples / "output" / f"{name}.{language}.html").read_text(encoding="utf-8")
    parser = _References()
    parser.feed(html)
    assert parser.run == []
    assert [one[:40] for one in parser.fetched if not one.startswith("data:image/")] == []
    fetched = [match[1] for match in _FETCHED.finditer(html)]
    assert len(fetched) >= 4
    assert [
        one for one in fetched if not (one or "").startswith(("data:font/", "data:image/"))
    ] == []
    assert html.count("@font-face") >= 4
    assert html.count("data:font/") == html.count("@font-face")


def test_pictures_are_inside(samples: Path) -> None:
    html = (samples / "output" / "water-network.de.html").read_text(encoding="utf-8")
    assert html.count('src="data:image/png;base64,') == 2


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_the_pdf_says(samples: Path, name: str) -> None:
    html = squashed(text_of_html(samples / "output" / f"{name}.de.html"))
    pdf = squashed(text_by_pypdf(samples / "output" / f"{name}.de.pdf"))
    # Running heads, folios, markers and numbers of pages are drawn by the printer alone.
    words = {squashed(word) for word in re.findall(r"[^\W\d]{4,}", text_of_html(
        samples / "output" / f"{name}.de.html"))}  # fmt: skip
    assert len(words) > 40
    assert [word for word in words if html.count(word) > pdf.count(word)] == []
