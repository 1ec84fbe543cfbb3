"""Names that must not be told are told nowhere, and the proof alone would refuse each of them."""

from __future__ import annotations

import re
import subprocess
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pikepdf
import pypdf
import pytest
from tests.end_to_end.traps import NAMES, OTHER, PROFILE, SLUG, TRAPS, study_of
from typer.testing import CliRunner

from casedoc.base.codes import Code
from casedoc.build.check import read_content, read_theme
from casedoc.build.document import make
from casedoc.build.kinds import DocumentKind
from casedoc.build.plan import make_plan
from casedoc.build.request import BuildRequest
from casedoc.build.selection import Selection
from casedoc.build.sources import Stance
from casedoc.build.workspace import open_workspace
from casedoc.cli.main import app
from casedoc.content.audience import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.build.project import Project
    from casedoc.build.workspace import Workspace
    from casedoc.markup.theme import Theme

REPOSITORY = Path(__file__).resolve().parents[2]
ELSEWHERE = {"trap-short-title": DocumentKind.BOOKLET, "trap-cv": DocumentKind.CV}
IN_BOOKLET = ("title", "short-title", "summary", "heading", "technologies", "footnote")
PICTURE = REPOSITORY / "content/images/water-network-path-de.png"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("traps")
    studies = [SLUG, OTHER, *(study_of(trap) for trap in TRAPS)]
    for language in ("de", "en"):
        folder = root / "content" / language
        folder.mkdir(parents=True)
        for slug, text in studies:
            (folder / f"{slug}.md").write_text(text, "utf-8")
    (root / "content/a.png").write_bytes(PICTURE.read_bytes())
    (root / "content/profile.yaml").write_text(PROFILE, "utf-8")
    (root / "casedoc.toml").write_text('languages = ["de", "en"]\n')
    return root


@pytest.fixture(scope="module")
def output(workspace: Path) -> Path:
    """Everything of everything, as it would be published, and what was said about it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(workspace)
        options = ["--lang=all", "--attach-source", "--output-format=github", "--proof=quick"]
        forms = ["--format", "pdf", "--format", "html", "--format", "docx"]
        kinds = ["--kind=one-pager", "--kind=cv"]
        result = CliRunner().invoke(app, ["build", *options, *forms, *kinds])
        # A booklet of some: one of all would take as long as everything else.
        some = [f"trap-{trap}" for trap in IN_BOOKLET]
        booklet = CliRunner().invoke(app, ["build", *some, *options, *forms, "--kind=booklet"])
        check = CliRunner().invoke(app, ["check", "--output-format", "json"])
        listed = CliRunner().invoke(app, ["list", "--output-format", "json"])
    every = (result, booklet, check, listed)
    said = "".join(f"{one.output}{one.stderr}" for one in every)
    (workspace / "output" / "said.txt").write_text(said, "utf-8")
    assert (result.exit_code, booklet.exit_code) == (0, 0), said
    return workspace / "output"


def test_everything_is_made(output: Path) -> None:
    made = [path for path in output.iterdir() if path.suffix in {".pdf", ".html"}]
    assert len(made) == 2 * 2 * (len(TRAPS) + 2 + 2)
    assert len(list(output.glob("*.docx"))) == 2 * (len(TRAPS) + 2 + 1)
    assert len(TRAPS) > 30


def test_no_name_is_in_any_byte_of_it(output: Path) -> None:
    found = [
        f"{path.name}: {place}"
        for path in sorted(output.iterdir())
        for place, text in (("name", path.name), *_texts(path))
        if _names_somebody(text)
    ]
    assert found == []


def test_the_search_itself_finds_names(tmp_path: Path, workspace: Path) -> None:
    """Each way of looking, on a file that does hold a name."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "Über Hydrova"})
    writer.add_attachment("a.txt", b"Beryllwerk")
    with (tmp_path / "a.pdf").open("wb") as file:
        writer.write(file)
    found = {place for place, text in _texts(tmp_path / "a.pdf") if _names_somebody(text)}
    assert found >= {"pikepdf strings", "pikepdf streams", "pypdf strings"}
    source = workspace / "content/de/trap-entity.md"
    assert any(_names_somebody(text) for _place, text in _texts(source))
    assert all(_names_somebody(one) for one in ("H y d r o v a", "Hy\u00addro-\nva", "hYDROVA"))


@pytest.fixture(scope="module")
def unreplaced(workspace: Path) -> tuple[Workspace, Theme, Project]:
    """The content with all names in their places."""
    opened = open_workspace(workspace, {}).value
    assert opened is not None
    theme = read_theme(opened).value
    assert theme is not None
    return opened, theme, read_content(opened, theme, stance=Stance(PUBLIC, replaces=False))


@pytest.mark.parametrize("slug", [SLUG[0], OTHER[0], *(f"trap-{trap}" for trap in TRAPS)])
def test_without_replacement_the_proof_refuses_each(
    unreplaced: tuple[Workspace, Theme, Project], slug: str
) -> None:
    opened, theme, project = unreplaced
    kind = ELSEWHERE.get(slug, DocumentKind.ONE_PAGER)
    request = BuildRequest(Selection((slug,)), ("de",), (kind,))
    plan = make_plan(project, opened.settings, request)
    made = [make(job, theme, opened.world) for job in plan.jobs]
    assert len(made) == 1
    codes = {one.code for one in made[0].diagnostics if one.is_error}
    assert Code.CLIENT_LEAKED in codes, made[0].diagnostics
    assert made[0].files == ()
    assert not any(_names_somebody(one.message) for one in made[0].diagnostics if one.is_error)


def _names_somebody(text: str) -> bool:
    """Tell whether a text holds a part of a name, by means of its own."""
    plain = unicodedata.normalize("NFKD", unquote(text)).casefold()
    letters = re.sub(r"[^a-z0-9]", "", plain)
    wanted = (unicodedata.normalize("NFKD", name).casefold() for name in NAMES)
    return any(re.sub(r"[^a-z0-9]", "", name) in letters for name in wanted)


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield all that can be read in a file."""
    data = path.read_bytes()
    strings = subprocess.run(
        ["/usr/bin/strings", "-n", "4", str(path)], capture_output=True, check=True
    )
    yield "strings", strings.stdout.decode("utf-8", "replace")
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                part = archive.read(name).decode("utf-8", "ignore")
                yield name, f"{name}\n{part}\n{re.sub('<[^>]*>', '', part)}"
        return
    if path.suffix != ".pdf":
        yield "text", data.decode("utf-8")
        return
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, one in enumerate(pdf.objects):
            if isinstance(one, pikepdf.Stream):
                yield "pikepdf streams", _inflated(one)
            del number
            yield "pikepdf strings", "\n".join(_strings(one))
        yield "pikepdf strings", "\n".join(_strings(pdf.trailer))
    reader = pypdf.PdfReader(BytesIO(data))
    yield "pypdf text", "\n".join(page.extract_text() for page in reader.pages)
    yield "pypdf strings", "\n".join(map(str, (reader.metadata or {}).values()))
    yield "pypdf outline", str(reader.outline)
    text = subprocess.run(["/usr/bin/pdftotext", str(path), "-"], capture_output=True, check=True)
    yield "pdftotext", text.stdout.decode()


def _inflated(stream: pikepdf.Stream) -> str:
    try:
        return stream.read_bytes().decode("utf-8", "ignore")
    except pikepdf.PdfError:
        return stream.read_raw_bytes().decode("latin-1")


def _strings(one: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in one.items():
            yield key
            if depth < 20:
                yield from (
                    () if getattr(value, "is_indirect", False) else _strings(value, depth + 1)
                )
    elif isinstance(one, pikepdf.Array):
        for value in one:
            yield from () if getattr(value, "is_indirect", False) else _strings(value, depth + 1)
    elif isinstance(one, (pikepdf.String, pikepdf.Name)):
        yield str(one)
