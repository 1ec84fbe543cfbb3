"""A third language needs a catalog and a locale file, and no line of code."""

import io
import shutil
from pathlib import Path

import pypdf
import pytest
from tests.end_to_end.command import Finished, run_casedoc

import casedoc

PACKAGE = Path(casedoc.__file__).parent
FRENCH = Path(__file__).parents[1] / "locale" / "french"
STUDY = """\
---
title: "La recherche qui trouve"
date: 2023-08-15
period: {start: 2022-03, end: en cours}
client: Bibliothèque
featured: oui
---

## Le problème

Le "vieux" moteur mettait 2-4 secondes.

## La solution

- **Index**: 12 millions de pages en 500GB
- **Classement**: tout est trié

## Résultats

- **45,5% de coûts** en moins, soit 1 234 567 euros
- **99,95% de disponibilité** (de 98 % à 99,95 %)

## Liens

- [Le site](https://example.org/fr)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finished, Path]:
    """A casedoc that has been given French, and what it makes of a study."""
    root = tmp_path_factory.mktemp("french")
    package = root / "src" / "casedoc"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(FRENCH / "fr.toml", package / "locale" / "languages")
    shutil.copy(FRENCH / "fr.po", package / "locale" / "messages")
    for name in ("templates", "fonts"):
        shutil.copytree(PACKAGE.parents[1] / name, root / name)
    workspace = root / "workspace"
    (workspace / "content").mkdir(parents=True)
    (workspace / "content" / "recherche.fr.md").write_text(STUDY, encoding="utf-8")
    more = {"PYTHONPATH": str(root / "src")}
    return run_casedoc("build", "--lang", "fr", cwd=workspace, more=more), workspace / "output"


def words(path: Path) -> str:
    reader = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
    return " ".join(page.extract_text() for page in reader.pages)


def test_all_documents_are_made(built: tuple[Finished, Path]) -> None:
    finished, output = built
    assert (finished.code, finished.complaints) == (0, [])
    made = sorted(path.name for path in output.glob("*.pdf"))
    assert made == ["cv.fr.pdf", "portfolio.fr.pdf", "recherche.fr.pdf"]


def test_our_words_are_french(built: tuple[Finished, Path]) -> None:
    text = words(built[1] / "recherche.fr.pdf")
    for word in ("Étude de cas", "Période", "mars 2022\u00a0– aujourd’hui", "Résultats"):
        assert word in text
    assert "Sommaire" in words(built[1] / "portfolio.fr.pdf")
    assert "Liste des projets" in words(built[1] / "cv.fr.pdf")


def test_typography_is_french(built: tuple[Finished, Path]) -> None:
    text = words(built[1] / "recherche.fr.pdf")
    for word in ("«\u00a0vieux\u00a0»", "2–4", "500\u00a0GB", "45,5\u00a0%"):
        assert word in text


def test_results_are_found_and_read_in_french(built: tuple[Finished, Path]) -> None:
    text = words(built[1] / "cv.fr.pdf")
    assert "45,5\u00a0%" in text
    assert "99,95\u00a0%" in text


def test_without_the_two_files_french_is_unknown(built: tuple[Finished, Path]) -> None:
    finished = run_casedoc("build", "--lang", "fr", cwd=built[1].parent)
    assert finished.code == 2
    assert "unknown language `fr`" in finished.err
