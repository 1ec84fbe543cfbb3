"""A divided word is painted as it would be without its meaning, and reads whole."""

import pypdfium2
import pytest
from weasyprint import HTML

from casedoc.pdf.divided import whole_words
from casedoc.pdf.line_ends import note_divisions

WORD = "Donaudampfschifffahrts-Elektrizitätenhauptbetriebswerk"
PAGE = """<style>@page {{ size: 200px 300px; margin: 10px }}
p {{ font: 20px/1.2 sans-serif; hyphens: auto; letter-spacing: {spacing} }}</style>
<p lang="de">Wir sind {word} und AVA {word}</p>"""


@pytest.mark.parametrize("spacing", ["0", "-0.02em", "0.1em"])
def test_not_a_pixel_changes(spacing: str) -> None:
    note_divisions()
    document = HTML(string=PAGE.format(word=WORD, spacing=spacing)).render()
    plain = document.write_pdf()
    with whole_words(document) as finisher:
        assert finisher is not None
        whole = document.write_pdf(finisher=finisher)
    before, after = (pypdfium2.PdfDocument(pdf)[0] for pdf in (plain, whole))
    assert before.render(scale=3).to_pil().tobytes() == after.render(scale=3).to_pil().tobytes()
    assert after.get_textpage().get_text_range().count(WORD) == 2
