"""Other tools that make PDFs of the same studies.

Each makes a file of its own for each study, and a booklet of all. None gets our design but
Chromium, which prints our finished HTML.

*Why an environment for each:* they pin other versions of what casedoc stands on. None of them
is a dependency.
"""

from __future__ import annotations

import re
import shlex
import shutil
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measuring import FailedError, run
from benchmarks.studies import Study, curriculum, typst_booklet, typst_page

ENVIRONMENTS = Path(__file__).parents[1] / ".venv-peers"
A_PROCESS_EACH = "a process each"
COMPILE = """\
import sys, typst
root, *paths = sys.argv[1:]
for path in paths:
    output = path.removesuffix(".typ") + ".pdf"
    typst.compile(path, output=output, root=root, pdf_standards="a-2a")
"""
PACKAGE = '[package]\nname = "fontawesome"\nversion = "{}"\nentrypoint = "lib.typ"\n'


@dataclass(frozen=True, slots=True)
class Stage:
    """What a peer may use, and where it works."""

    folder: Path
    """Its own, empty; beside it are the `images`."""
    studies: Sequence[Study]
    html: Path
    """Folder of the finished pages, or of the one booklet."""
    profile: dict[str, Any]
    weasyprint: str

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder."""
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name


@dataclass(frozen=True, slots=True)
class Job:
    """One command, and the files it makes."""

    command: Sequence[str]
    made: Sequence[Path]
    how: str = ""
    """Where there is more than one file: by how many processes."""


def in_a_row(commands: Sequence[Sequence[str]], made: Sequence[Path]) -> Job:
    """Return a job of a process for each file."""
    if len(commands) == 1:
        return Job(commands[0], made)
    lines = "\n".join(shlex.join(command) for command in commands)
    return Job(("sh", "-ec", lines), made, A_PROCESS_EACH)


class Peer(ABC):
    """A tool."""

    name: str
    package: str = ""
    """What PyPI calls it, with extras; else Debian has it."""
    debian: str = ""
    least_python: tuple[int, int] = (3, 11)

    @property
    def python(self) -> Path:
        """The interpreter of its own environment."""
        return ENVIRONMENTS / self.package.partition("[")[0] / "bin" / "python"

    def version(self) -> str:
        """Return what it says of itself; nothing where it is not there."""
        if not self.package:
            program = shutil.which(self.debian)
            lines = run((program, "--version"), Path.cwd()).splitlines() if program else []
            found = re.search(r"\d[\d.]*", lines[0]) if lines else None
            return found[0] if found else ""
        if not self.python.exists():
            return ""
        name = self.package.partition("[")[0]
        ask = f"from importlib.metadata import version; print(version({name!r}))"
        try:
            return run((str(self.python), "-c", ask), Path.cwd()).strip()
        except FailedError:
            return ""

    @abstractmethod
    def pages(self, stage: Stage) -> Job:
        """Make a file of each study."""

    @abstractmethod
    def booklet(self, stage: Stage) -> Job:
        """Make one file of all studies."""


class Chromium(Peer):
    """The browser, printing the HTML that casedoc has finished."""

    name, debian = "Chromium", "chromium"
    FLAGS = (
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-pdf-header-footer",
    )  # fmt: skip

    def _print(self, stage: Stage, study: Study | None) -> tuple[Sequence[str], Path]:
        page = next(stage.html.glob(f"{study.slug if study else '*'}.de.html"))
        made = stage.folder / f"{study.slug if study else 'booklet'}.pdf"
        profile = stage.folder / "profile"
        output = (f"--user-data-dir={profile}", f"--print-to-pdf={made}", page.as_uri())
        return (self.debian, *self.FLAGS, *output), made

    def pages(self, stage: Stage) -> Job:
        """Print each page."""
        commands, made = zip(*(self._print(stage, study) for study in stage.studies), strict=True)
        return in_a_row(commands, made)

    def booklet(self, stage: Stage) -> Job:
        """Print the booklet."""
        command, made = self._print(stage, None)
        return Job(command, [made])


class Pandoc(Peer):
    """From Markdown, with the project's WeasyPrint as its PDF engine and pandoc's own style."""

    name = "pandoc with WeasyPrint"
    debian = "pandoc"

    def _convert(self, stage: Stage, name: str, sources: Sequence[Path], *more: str) -> list[str]:
        title = ("--metadata", "lang=de", "--metadata", f"pagetitle={name}")
        output = ("--output", f"{name}.pdf", f"--pdf-engine={stage.weasyprint}")
        return [self.debian, *(path.name for path in sources), *output, *title, *more]

    def pages(self, stage: Stage) -> Job:
        """Convert each study."""
        texts = [stage.write(f"{study.slug}.md", study.markdown) for study in stage.studies]
        commands = [self._convert(stage, path.stem, [path]) for path in texts]
        return in_a_row(commands, [path.with_suffix(".pdf") for path in texts])

    def booklet(self, stage: Stage) -> Job:
        """Convert all at once, with a table of contents."""
        texts = [stage.write(f"{study.slug}.md", study.markdown) for study in stage.studies]
        contents = ("--file-scope", "--toc", "--toc-depth=1")
        command = self._convert(stage, "booklet", texts, *contents)
        return Job(command, [stage.folder / "booklet.pdf"])


class Md2WeasyPdf(Peer):
    """From Markdown, with its own layout, which is told that the text is German."""

    name = package = "md2weasypdf"

    def _print(self, stage: Stage, source: Path, *more: str) -> Sequence[str]:
        ask = "import md2weasypdf; print(md2weasypdf.__path__[0])"
        basic = Path(run((str(self.python), "-c", ask), stage.folder).strip()) / "layouts" / "basic"
        layout = stage.folder / "layouts" / "basic"
        shutil.copytree(basic, layout)
        page = (layout / "index.html.j2").read_text("utf-8")
        page = page.replace('lang="en"', 'lang="de" style="hyphens: auto"')
        (layout / "index.html.j2").write_text(page, encoding="utf-8")
        options = ("--layouts-dir", str(layout.parent), "--layout", "basic", *more)
        return (str(self.python), "-m", self.name, str(source), str(stage.folder), *options)

    def _texts(self, stage: Stage) -> list[Path]:
        (stage.folder / "texts").mkdir()
        # Its pictures are found beside its layout.
        shutil.copytree(stage.folder.parent / "images", stage.folder / "layouts" / "images")
        return [stage.write(f"texts/{one.slug}.md", one.markdown) for one in stage.studies]

    def pages(self, stage: Stage) -> Job:
        """Print a folder of studies, in one process."""
        texts = self._texts(stage)
        source = texts[0] if len(texts) == 1 else texts[0].parent
        made = [stage.folder / f"{path.stem}.pdf" for path in texts]
        return Job(self._print(stage, source), made, "in one process")

    def booklet(self, stage: Stage) -> Job:
        """Print them as one."""
        source = self._texts(stage)[0].parent
        command = self._print(stage, source, "--bundle", "--title", "booklet")
        return Job(command, [stage.folder / "booklet.pdf"])


class RenderCv(Peer):
    """A CV of the sample's author with the studies as projects."""

    name, package = "RenderCV", "rendercv[full]"
    least_python = (3, 12)

    def _render(self, stage: Stage, name: str, studies: Sequence[Study]) -> Sequence[str]:
        stage.write(f"{name}.yaml", curriculum(stage.profile, studies))
        output = ("--pdf-path", f"{name}.pdf", "--typst-path", f"{name}.typ")
        nothing_else = ("-nomd", "-nohtml", "-nopng", "--quiet")
        program = (str(self.python), "-m", "rendercv", "render", f"{name}.yaml")
        cache = f"XDG_CACHE_HOME={stage.folder / 'cache'}"
        return ("env", cache, *program, *output, *nothing_else)

    def _draw_no_icons(self, stage: Stage) -> None:
        """Put an empty package where Typst would fetch the one with icons from the network."""
        ask = "import rendercv; print(rendercv.__path__[0])"
        package = Path(run((str(self.python), "-c", ask), stage.folder).strip())
        for path in package.rglob("*.typ"):
            for version in re.findall(r"@preview/fontawesome:([\d.]+)", path.read_text("utf-8")):
                folder = f"cache/typst/packages/preview/fontawesome/{version}"
                (stage.folder / folder).mkdir(parents=True, exist_ok=True)
                stage.write(f"{folder}/typst.toml", PACKAGE.format(version))
                stage.write(f"{folder}/lib.typ", "#let fa-icon(..given) = []\n")

    def pages(self, stage: Stage) -> Job:
        """Render a CV for each study."""
        self._draw_no_icons(stage)
        commands = [self._render(stage, study.slug, [study]) for study in stage.studies]
        return in_a_row(commands, [stage.folder / f"{study.slug}.pdf" for study in stage.studies])

    def booklet(self, stage: Stage) -> Job:
        """Render one CV with all studies."""
        self._draw_no_icons(stage)
        return Job(self._render(stage, "booklet", stage.studies), [stage.folder / "booklet.pdf"])


class Typst(Peer):
    """From its own language, as PDF/A-2a, without a design; Markdown is converted beforehand."""

    name, package = "Typst", "typst"

    def _compile(self, stage: Stage, texts: Sequence[Path]) -> Job:
        command = (str(self.python), "-c", COMPILE, str(stage.folder.parent), *map(str, texts))
        return Job(command, [path.with_suffix(".pdf") for path in texts], "in one process")

    def pages(self, stage: Stage) -> Job:
        """Compile each study, in one process."""
        texts = [stage.write(f"{study.slug}.typ", typst_page(study)) for study in stage.studies]
        return self._compile(stage, texts)

    def booklet(self, stage: Stage) -> Job:
        """Compile all as one, with a table of contents."""
        return self._compile(stage, [stage.write("booklet.typ", typst_booklet(stage.studies))])


PEERS: tuple[Peer, ...] = (Chromium(), Pandoc(), Md2WeasyPdf(), RenderCv(), Typst())
