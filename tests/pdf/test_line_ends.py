"""Three lines in a row that end in a hyphen are found, and the word that mends them."""

import pytest
from tests.conftest import REPOSITORY
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from casedoc.locale.division import NO_EXCEPTIONS
from casedoc.pdf.dictionaries import divide_by
from casedoc.pdf.line_ends import ladders, note_divisions

FONT = REPOSITORY / "fonts/ibm-plex-sans/IBMPlexSans-Regular.woff"
PAGE = """<style>@page {{ size: 140px 300px; margin: 10px }}
@font-face {{ font-family: "Own"; src: url({font}) }}
p {{ font: 14px/1.2 "Own"; hyphens: auto }} i {{ hyphens: manual }}</style>
<p lang="de">{text}</p>"""
WORD = "Wiederanlaufplanungsgruppe"


def found(text: str) -> frozenset[str]:
    note_divisions()
    divide_by(NO_EXCEPTIONS)
    page = PAGE.format(text=text, font=FONT.as_uri())
    return ladders(HTML(string=page).render(font_config=FontConfiguration()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{WORD} {WORD} {WORD}, {WORD} und", {WORD}),
        # Two are allowed.
        (f"{WORD} <br>und {WORD} <br>und", set()),
        # A hyphen of the author's own stays; a word before it is kept whole instead.
        (f"{WORD} <i>Vorbereitung-Treffen</i> <br>und", set()),
    ],
)
def test_ladders(text: str, words: set[str]) -> None:
    assert found(text) == words


def test_nothing_is_found_where_the_words_are_kept_whole() -> None:
    text = f"{WORD} {WORD} {WORD}, {WORD} und"
    assert found(text.replace(WORD, f"<i>{WORD}</i>")) == frozenset()
