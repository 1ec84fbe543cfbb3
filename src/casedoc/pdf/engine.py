"""WeasyPrint, made ready once a process: fonts, limits, parsed stylesheets."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.locale.division import NO_EXCEPTIONS
from casedoc.pdf.dictionaries import divide_by
from casedoc.pdf.fetcher import resource_fetcher
from casedoc.pdf.line_ends import note_divisions
from casedoc.pdf.messages import gathered_messages
from casedoc.pdf.weasyprint_import import import_weasyprint
from casedoc.typeface.face import unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.markup.page import HtmlPage

_RECURSION_LIMIT: Final = 20_000
"""*Why*: lists and quotes nested 500 deep still print; Python's own limit ends at 68."""
_KEPT_SHEETS: Final = 16
_FACE: Final = "@font-face"
_ADDRESS: Final = re.compile(r'url\("([^"]*)"\)')
_FONT_SIGNATURES: Final = (b"wOF2", b"wOFF", b"\x00\x01\x00\x00", b"OTTO", b"true")
_FONT_CONFIGURATION: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


Sheet: TypeAlias = "tuple[str, str]"
"""Path and text of a stylesheet."""
Face: TypeAlias = "tuple[str, bytes | None]"
"""What a stylesheet says of a font file, and the file."""


@dataclass(frozen=True, slots=True)
class ParsedSheets:
    """The stylesheets that do not change with the level."""

    sheets: tuple[Any, ...]
    """WeasyPrint's objects, in order."""
    layers: list[str]
    """Cascade layers in order. All sheets share them, or each would order them anew."""
    counter_style: Any
    """The list markers that the sheets define."""
    noticed: tuple[Diagnostic, ...]
    """What was noticed while they were read."""


@dataclass(slots=True)
class Engine:
    """What is made once a process and used for every layout."""

    fonts: Any
    """WeasyPrint's font configuration, which keeps each font file it has been given."""
    sheets: dict[tuple[Sheet, ...], ParsedSheets] = field(default_factory=dict)
    """Parsed stylesheets by their paths and texts."""
    face_sheets: dict[Sheet, tuple[Any, list[Diagnostic]]] = field(default_factory=dict)
    """Those of single font files, with what was noticed: which ones, depends on the page."""
    faces: dict[str, Face] = field(default_factory=dict)
    """The file of each face that the font configuration was given."""
    is_rehearsed: bool = False
    """Whether it has set nothing yet but a rehearsal."""
    process: int = field(default_factory=os.getpid)
    """The process in which font files were added last."""

    def takes(self, page: HtmlPage) -> bool:
        """Tell whether a page has no other file for a face than those before it.

        *Why*: the font configuration keeps what it was given, and would set the page of a theme in
        the fonts of another one, since the roles are called the same in all themes.
        """
        wanted = _faces_of(page)
        if any(self.faces.get(face, file) != file for face, file in wanted.items()):
            return False
        self.faces |= wanted
        self.is_rehearsed = False
        return True

    def render(self, page: HtmlPage) -> tuple[Any, tuple[Diagnostic, ...]]:
        """Lay a page out; return WeasyPrint's document and what was noticed."""
        from weasyprint import HTML

        divide_by(page.exceptions)
        refused: list[str] = []
        fetcher = resource_fetcher(page.resources, refused)
        fonts = list(takewhile(_is_face, page.stylesheets[:-1]))
        faces = [self._face(one, fetcher) for one in fonts]
        parsed = self._parsed(page.stylesheets[len(fonts) : -1], fetcher)
        last, own = self._parse(page.stylesheets[-1], fetcher, parsed.layers, parsed.counter_style)
        with gathered_messages() as messages:
            document = HTML(string=page.html, url_fetcher=fetcher).render(
                font_config=self.fonts,
                stylesheets=[*(sheet for sheet, _noticed in faces), *parsed.sheets, last],
                counter_style=parsed.counter_style,
            )
        noticed = (one for _sheet, found in faces for one in found)
        return document, (*noticed, *parsed.noticed, *own, *messages, *_refusals(refused))

    def _face(self, sheet: Sheet, fetcher: Any) -> tuple[Any, list[Diagnostic]]:  # noqa: ANN401
        """Return the stylesheet of a font file, which is unpacked at most once."""
        if sheet not in self.face_sheets:
            self._part_from_others()
            self.face_sheets[sheet] = self._parse(sheet, fetcher)
        return self.face_sheets[sheet]

    def _part_from_others(self) -> None:
        """Let a forked process put font files into a folder of its own.

        *Why*: WeasyPrint takes a file that lies there already for a font that it knows. Were it
        that of another process, text would be set in another font.
        """
        if self.process != os.getpid():
            self.process = os.getpid()
            self.fonts._folder = None

    def _parsed(self, key: tuple[Sheet, ...], fetcher: Any) -> ParsedSheets:  # noqa: ANN401
        """Return the stylesheets that do not change with the level, parsed at most once."""
        from weasyprint.css.counters import CounterStyle

        if key not in self.sheets:
            if len(self.sheets) >= _KEPT_SHEETS:
                self.sheets.pop(next(iter(self.sheets)))
            layers: list[str] = []
            markers = CounterStyle()
            read = [self._parse(one, fetcher, layers, markers) for one in key]
            sheets = tuple(sheet for sheet, _noticed in read)
            noticed = tuple(one for _sheet, found in read for one in found)
            self.sheets[key] = ParsedSheets(sheets, layers, markers, noticed)
        return self.sheets[key]

    def _parse(
        self,
        sheet: Sheet,
        fetcher: Any,  # noqa: ANN401 - untyped
        layers: list[str] | None = None,
        markers: Any = None,  # noqa: ANN401 - untyped
    ) -> tuple[Any, list[Diagnostic]]:
        """Parse one stylesheet, with the layers and markers that it shares with others."""
        from weasyprint import CSS

        path, text = sheet
        with gathered_messages(path) as noticed:
            parsed = CSS(
                string=text,
                url_fetcher=fetcher,
                font_config=self.fonts,
                layers=layers,
                counter_style=markers,
            )
        return parsed, noticed


_ENGINES: Final[list[Engine]] = []


def prepare_engine() -> None:
    """Import WeasyPrint and what divides words, before there is a page."""
    import_weasyprint()
    divide_by(NO_EXCEPTIONS)


def forget_rehearsal() -> None:
    """Let the next page be the first one: what was made before it is kept if it can be used."""
    for engine in _ENGINES:
        engine.is_rehearsed = True


def engine_for(page: HtmlPage) -> Engine:
    """Return the engine of this process for the fonts of a page."""
    for engine in _ENGINES:
        if engine.takes(page):
            return engine
    # The font that stands where the machine's would must be one of the first real page.
    _ENGINES[:] = [engine for engine in _ENGINES if not engine.is_rehearsed]
    if not _ENGINES:
        _prepare_process(page.resources)
        # WeasyPrint removes its font files with the configuration, but not at the very end.
        atexit.register(_ENGINES.clear)
    from weasyprint.text.fonts import FontConfiguration

    note_divisions()
    engine = Engine(FontConfiguration(), faces=_faces_of(page))
    _ENGINES.append(engine)
    return engine


def _is_face(sheet: Sheet) -> bool:
    """Tell whether a stylesheet names a font file and says nothing else."""
    return sheet[1].startswith(_FACE) and sheet[1].count("}") == 1


def _faces_of(page: HtmlPage) -> dict[str, Face]:
    """Return the file of each face that a page names, by family, weight and style."""
    found: dict[str, Face] = {}
    for _path, text in page.stylesheets:
        if _FACE in text:
            face, _, file = text.partition("src:")
            address = _ADDRESS.search(file)
            found[face] = (file, page.resources.get(address[1]) if address else None)
    return found


def _prepare_process(resources: Mapping[str, bytes]) -> None:
    """Set what has to be set before WeasyPrint is imported."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _RECURSION_LIMIT))
    folder = Path(tempfile.mkdtemp(prefix="casedoc-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # No font of the machine may step in. With no font at all Pango crashes, so one of ours stands
    # where the machine's would; the stylesheets name the others.
    for content in resources.values():
        if content.startswith(_FONT_SIGNATURES):
            (folder / "fallback.ttf").write_bytes(unpacked(content))
            break
    configuration = folder / "fonts.conf"
    configuration.write_text(_FONT_CONFIGURATION.format(folder=folder.as_posix()), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    import_weasyprint()


def _refusals(addresses: list[str]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            Code.STYLE_IGNORED,
            f"`{address}` is not part of the page, and nothing is fetched from elsewhere",
            hint="put images into the workspace and name them in the text",
        )
        for address in dict.fromkeys(addresses)
    )
