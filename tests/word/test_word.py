"""Word files: opened by LibreOffice, they say what the PDFs say, in the same order."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from tests.conftest import REPOSITORY, made_once
from tests.end_to_end.command import run_casedoc

STUDIES = (
    "crate-pool", "dictionary-move", "k8s-migration", "museum-audioguide", "valve-configurator",
    "water-network",
)  # fmt: skip
NAMES = [f"{name}.{tag}" for name in ("cv", "projects", *STUDIES) for tag in ("de", "en")]
HOSTILE = """---
title: Ein Fall & mehr
lang: de
subtitle: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung
client: Werft <Eins>
---

## Lösung

Text mit **fett**, *kursiv*, `code`, H<sub>2</sub>O, x<sup>2</sup>,
[Link](https://a.example/x?y=1&z=2) und Note[^1].

1. Eins
   - tief
     - tiefer
2. Zwei

Dazwischen.

5. Fünf
6. Sechs

> Ein Zitat.

| a | b |
|---|--:|
| 1 | **2** |

Begriff
: Erklärung.

```
def f():
    return 1
```

[^1]: Die Note.
"""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples as PDF, as Word file, and as text of the Word file."""
    return made_once(tmp_path_factory, "word", _make)


def _make(root: Path) -> None:
    shutil.copytree(REPOSITORY / "content", root / "content")
    (root / "content/de/hostile.md").write_text(HOSTILE, "utf-8")
    (root / "casedoc.toml").write_text('languages = ["de", "en"]\n')
    kinds = [f"--kind={kind}" for kind in ("one-pager", "cv", "projects")]
    arguments = ("--lang", "all", "--format", "pdf", "--format", "docx", *kinds)
    done = run_casedoc("build", *arguments, cwd=root)
    assert done.code == 0, done.err
    files = [str(path) for path in sorted((root / "output").glob("*.docx"))]
    office = ["/usr/bin/soffice", "--headless", f"-env:UserInstallation=file://{root}/office"]
    wanted = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(root / "text")]
    subprocess.run([*office, *wanted, *files], check=True, capture_output=True)


def words_of_word(made: Path, name: str) -> list[str]:
    return _words((made / f"text/{name}.txt").read_text("utf-8-sig"))


def words_of_pdf(made: Path, name: str) -> list[str]:
    read = ["/usr/bin/pdftotext", "-raw", str(made / f"output/{name}.pdf"), "-"]
    return _words(subprocess.run(read, capture_output=True, check=True).stdout.decode())


def _words(text: str) -> list[str]:
    """Return the words of a text: letters and digits, without the signs between them."""
    return re.findall(r"\w+", text.replace("\u00ad", ""))


@pytest.mark.parametrize("name", ["hostile.de", *NAMES[4:]])
def test_the_words_are_those_of_the_pdf(made: Path, name: str) -> None:
    """Letter for letter; the columns of a page have no order that plain extraction could tell."""
    ours, theirs = words_of_word(made, name), words_of_pdf(made, name)
    assert sorted("".join(ours)) == sorted("".join(theirs))


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith(("cv", "projects"))])
def test_a_cv_reads_in_the_order_of_the_pdf(made: Path, name: str) -> None:
    """One column, so that plain extraction has one order: word for word, but for the footers."""
    footer = r"\n[^\n]* · [^\n]*\s(?:Seite|Page)\s\d+\s(?:von|of)\s\d+\s"
    read = ["/usr/bin/pdftotext", "-raw", str(made / f"output/{name}.pdf"), "-"]
    text = subprocess.run(read, capture_output=True, check=True).stdout.decode()
    pdf = "".join(_words(re.sub(footer, "\n", text.replace("\f", "\n"))))
    word = "".join(words_of_word(made, name))
    assert word == pdf


def opened(made: Path, name: str) -> Any:  # noqa: ANN401 - the library's document
    return docx.Document(str(made / f"output/{name}.docx"))


def test_headings_and_lists_have_real_styles(made: Path) -> None:
    document = opened(made, "valve-configurator.de")
    styles = {one.style.name: one.text for one in reversed(document.paragraphs)}
    assert styles["Title"].startswith("Verbindliche Angebote")
    assert styles["Heading 1"] == "Ergebnisse"
    assert "List Bullet" in styles
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 2"] == [
        "Technische Highlights"
    ]


def test_what_a_file_says_of_itself(made: Path) -> None:
    properties = opened(made, "cv.de").core_properties
    assert properties.title == "Lebenslauf mit Projekthistorie, Henrike Falkenau"
    assert (properties.author, properties.language) == ("Henrike Falkenau", "de-DE")
    assert "Kubernetes" in properties.keywords
    assert properties.created == properties.modified
    assert properties.comments == ""
    with zipfile.ZipFile(made / "output/cv.de.docx") as archive:
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_content(made: Path) -> None:
    document = opened(made, "hostile.de")
    body = document.element.body
    links = [
        document.part.rels[one.get(qn("r:id"))].target_ref for one in body.iter(qn("w:hyperlink"))
    ]
    assert "https://a.example/x?y=1&z=2" in links
    styles = [one.style.name for one in document.paragraphs]
    for name in ("List Number", "List Bullet 2", "List Bullet 3", "Quote", "Code"):
        assert name in styles
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["a", "b"], ["1", "2"]]
    assert len(list(table._tbl.iter(qn("w:tblHeader")))) == 1
    text = (made / "text/hostile.de.txt").read_text("utf-8-sig")
    numbers = [line.strip()[:2] for line in text.splitlines() if re.match(r"\s*\d\.\s", line)]
    assert numbers[:4] == ["1.", "2.", "5.", "6."]
    assert "Werft <Eins>" in text


def test_pictures_have_words(made: Path) -> None:
    document = opened(made, "water-network.de")
    descriptions = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert descriptions
    assert all(descriptions)


def test_the_language_of_an_original_is_told(tmp_path: Path) -> None:
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text("---\ntitle: Ein Fall\n---\n\nEin Text.\n", "utf-8")
    (tmp_path / "casedoc.toml").write_text('languages = ["en", "de"]\n')
    done = run_casedoc("build", "a", "--fallback", "--format", "docx", cwd=tmp_path)
    assert done.code == 0, done.err
    document: Any = docx.Document(str(tmp_path / "output/a.en.docx"))
    (title,) = [one for one in document.paragraphs if one.style.name == "Title"]
    assert [one.get(qn("w:val")) for one in title._p.iter(qn("w:lang"))] == ["de-DE"]
    normal: Any = document.styles["Normal"]
    assert normal.element.xpath(".//w:lang/@w:val") == ["en-US"]


def test_a_drawing_is_told_and_its_words_stand_for_it(tmp_path: Path) -> None:
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text("---\ntitle: A\n---\n\n![Der Weg](w.svg)\n", "utf-8")
    (tmp_path / "content/de/w.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    done = run_casedoc("build", "a", "--format", "docx", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "CD610" in done.err
    document = docx.Document(str(tmp_path / "output/a.de.docx"))
    assert "Der Weg" in [one.text for one in document.paragraphs]


def test_the_same_content_makes_the_same_bytes(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "content", tmp_path / "content")
    (tmp_path / "casedoc.toml").write_text('languages = ["de", "en"]\n')
    done = run_casedoc("build", "--kind", "cv", "--format", "docx", cwd=tmp_path)
    assert done.code == 0, done.err
    again = (tmp_path / "output/cv.de.docx").read_bytes()
    assert again == (made / "output/cv.de.docx").read_bytes()
    assert zipfile.ZipFile(BytesIO(again)).testzip() is None


def test_what_would_break_a_file_does_not(tmp_path: Path) -> None:
    (tmp_path / "content/de").mkdir(parents=True)
    names = ", ".join(f"Technologie-{number}" for number in range(60))
    (tmp_path / "content/de/a.md").write_text(
        f"---\ntitle: {'Sehr langer Titel ' * 20}\ntechnologies: [{names}]\n---\n\n"
        "[a](<https://a.example/x y|z>) und ein\x1b[0m Zeichen.\n",
        "utf-8",
    )
    done = run_casedoc("build", "a", "--format", "docx", cwd=tmp_path)
    assert done.code in {0, 1}, done.err
    assert "bug" not in done.err
    text = (tmp_path / "content/de/a.md").read_text("utf-8").replace("\x1b[0m", "")
    (tmp_path / "content/de/a.md").write_text(text, "utf-8")
    done = run_casedoc("build", "a", "--format", "docx", cwd=tmp_path)
    assert done.code == 0, done.err
    document = docx.Document(str(tmp_path / "output/a.de.docx"))
    assert len(document.core_properties.keywords) <= 255
    assert document.core_properties.keywords.startswith("Technologie-0, Technologie-1")
    targets = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert targets == ["https://a.example/x%20y%7Cz"]


def test_there_is_no_booklet_for_word(made: Path) -> None:
    done = run_casedoc("build", "--kind", "booklet", "--format", "docx", cwd=made)
    assert done.code == 2
    assert "a booklet is not made for Word" in done.err
