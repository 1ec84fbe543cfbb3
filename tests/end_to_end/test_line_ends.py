"""No line ends inside a number with its unit, a range, a day and its month, or `z. B.`."""

from pathlib import Path

import pypdfium2
import pytest
from tests.end_to_end.command import run_casedoc, write_files

WHOLE = {
    "de": {
        "60%": "60\u00a0%",
        "500GB": "500\u00a0GB",
        "5 km/h": "5\u00a0km/h",
        "2-4 Stunden": "2–4 Stunden",
        "2,5 Mio. €": "2,5\u00a0Mio.\u00a0€",
        "7-9": "7–9",
        "z.B.": "z.\u00a0B.",
        "15. August": "15.\u00a0August",
        "30 x 60 m": "30 × 60\u00a0m",
        "§ 5": "§\u00a05",
        "(20-200 Nodes)": "(20–200 Nodes)",
    },
    "en": {
        "$10K-$25K": "$10K–$25K",
        "500GB": "500\u00a0GB",
        "3-4.5x": "3–4.5×",
        "2-4 hours": "2–4 hours",
        "August 15": "August\u00a015",
        "99.95% uptime": "99.95% uptime",
        "EUR 1,200": "EUR\u00a01,200",
    },
}
"""What is typed, and what has to stand on one line for it."""
FILLERS = range(2, 100, 3)
"""Letters before it, so that it meets the end of a line at every place."""


def body(tokens: dict[str, str]) -> str:
    paragraphs = [
        f"{'ab ' * (count // 3)}{'c' * (count % 3)} {token} und so weiter bis zum Ende der Zeile"
        for token in tokens
        for count in FILLERS
    ]
    return "## Text\n\n" + "\n\n".join(paragraphs)


def lines_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [
        line
        for page in document
        for line in page.get_textpage().get_text_range().replace("\r", "").split("\n")
    ]


@pytest.mark.parametrize("language", WHOLE)
def test_what_belongs_together_stays_on_one_line(language: str, tmp_path: Path) -> None:
    tokens = WHOLE[language]
    text = f"---\ntitle: Zeilen\nlang: {language}\n---\n\n{body(tokens)}\n"
    write_files(tmp_path, {"content/lines.md": text})
    assert run_casedoc("build", "lines", "--lang", language, cwd=tmp_path).code == 0
    lines = lines_of(tmp_path / "output" / f"lines.{language}.pdf")
    ends = sum(not any(token in line for token in tokens.values()) for line in lines)
    assert ends > len(tokens)
    counts = {token: sum(line.count(token) for line in lines) for token in tokens.values()}
    assert counts == dict.fromkeys(tokens.values(), len(FILLERS))
