"""Words of sources and of documents in one form, so that both can be compared.

Nothing of casedoc is used here: a test of its parser by its parser would prove little.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARTS = {
    **dict.fromkeys(("Ergebnisse", "Results"), "results"),
    **dict.fromkeys(("Externe Links", "External links"), "links"),
}
_SAME = str.maketrans({"…": "...", "×": "x", **dict.fromkeys("„“”‚‘’'«»‹›", '"')})
_ROLE = re.compile(r"\{fact\}`([a-z-]+)`")
_FACTS = {
    "de": {
        "articles": "214.000",
        "automatic": "99,1 %",
        "typesetting": "11 Tage",
        "typesetting-before": "7 Wochen",
    },
    "en": {
        "articles": "214,000",
        "automatic": "99.1%",
        "typesetting": "11 days",
        "typesetting-before": "7 weeks",
    },
}
"""What the samples' facts must print, by language; written down by hand."""
_LAYOUT = re.compile(r"[\s\u00ad\u200b\u2060\ufffe\ufeff()\[\]:·•\-‐‑–—−]")
_FOOTNOTE = re.compile(r"^\[\^(\w+)\]:[ \t]*(.*(?:\n(?![\[#\n]).+)*)", re.MULTILINE)
_MARK = re.compile(r"\[\^(\w+)\]")
_ATTRIBUTES = re.compile(r"\{[.#][^{}\n]*\}")


def squashed(text: str) -> str:
    """Letters, digits and signs alone: without spaces, dashes, brackets, colons; one quote."""
    return _LAYOUT.sub("", unicodedata.normalize("NFC", text).translate(_SAME))


@dataclass(frozen=True, slots=True)
class Original:
    """A case study as its file has it."""

    slug: str
    language: str
    fields: dict[str, Any]
    body: tuple[str, ...]
    """Words of each block in order, without results and links; footnotes last."""
    figures: tuple[str, ...]
    """Items of the results with bold words: what becomes figures."""
    results: tuple[str, ...]
    """The rest of the results."""
    links: tuple[str, ...]
    addresses: tuple[str, ...]
    """Addresses of the links without their scheme."""

    @property
    def blocks(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.body, *self.figures, *self.results, *self.links)


def read_original(path: Path) -> Original:
    """Read a Markdown file with YAML front matter by hand."""
    facts = _FACTS[path.parent.name]
    whole = _ROLE.sub(lambda match: facts[match[1]], path.read_text(encoding="utf-8"))
    _nothing, matter, text = whole.split("---\n", 2)
    notes = [match[2] for match in _FOOTNOTE.finditer(text)]
    text = _FOOTNOTE.sub("", text)
    numbers = {name: str(n) for n, name in enumerate(dict.fromkeys(_MARK.findall(text)), 1)}
    text = _ATTRIBUTES.sub("", _MARK.sub(lambda match: numbers[match[1]], text))
    parts: dict[str, list[str]] = {"body": [], "figures": [], "results": [], "links": []}
    addresses: list[str] = []
    part = "body"
    for block in _blocks(text):
        if block.is_heading:
            part = _PARTS.get(block.words, "body")
        if block.words:
            is_figure = part == "results" and block.is_bold_item
            parts["figures" if is_figure else part].append(block.words)
        addresses.extend(re.sub(r"^https?://", "", one).rstrip("/") for one in block.targets)
    return Original(
        slug=path.name.split(".")[0],
        language=path.parent.name,
        fields=yaml.safe_load(matter),
        body=(*parts["body"], *notes),
        figures=tuple(parts["figures"]),
        results=tuple(parts["results"]),
        links=tuple(parts["links"]),
        addresses=tuple(addresses),
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, paragraph, cell or piece of code."""

    words: str
    targets: tuple[str, ...] = ()
    is_heading: bool = False
    is_bold_item: bool = False


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the blocks of a body in order."""
    is_heading, depth = False, 0
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        depth += token.nesting if "list_item" in token.type else 0
        if token.type == "heading_open":
            is_heading = True
        elif token.type in {"fence", "code_block"}:
            yield _Block(token.content)
        elif token.type == "inline":
            children = token.children or []
            targets = [str(child.attrs["href"]) for child in children if child.type == "link_open"]
            is_bold = any(child.type == "strong_open" for child in children)
            words = "".join(_words(child) for child in children)
            yield _Block(words, tuple(targets), is_heading, is_bold and depth > 0)
            is_heading = False


def _words(token: Token) -> str:
    if token.type == "image":
        return str(token.attrs.get("title", ""))
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def text_by_pypdf(path: Path) -> str:
    """The words of a PDF in the order of its content stream."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def text_by_pdfium(path: Path) -> str:
    """The words of a PDF as a browser copies them."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


class _Visible(HTMLParser):
    """Gathers the words that a browser shows."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in {"style", "title", "script"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"style", "title", "script"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def text_of_html(path: Path) -> str:
    """The words that a browser shows."""
    parser = _Visible()
    parser.feed(path.read_text(encoding="utf-8"))
    return "".join(parser.words)
