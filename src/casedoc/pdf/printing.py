"""From a page to a PDF: lay out, measure, write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.recording import digest_of
from casedoc.pdf.attachments import Attachment, associate, weasyprint_attachments
from casedoc.pdf.boxes import fill_of, strays, type_area
from casedoc.pdf.divided import whole_words
from casedoc.pdf.draft_mark import DraftMark, draw_mark
from casedoc.pdf.engine import engine_for
from casedoc.pdf.frame import Frame, shifts_of
from casedoc.pdf.insert import (
    Insert,
    UnfitError,
    insert_pages,
    shifted,
    strip_pages,
    tell_apart,
)
from casedoc.pdf.insert_fonts import uses_of, with_fonts_of, without_fonts
from casedoc.pdf.joining import put_in
from casedoc.pdf.line_ends import ladders
from casedoc.pdf.links import keep_own_links
from casedoc.pdf.messages import gathered_messages
from casedoc.pdf.pdf_file import Measure, PdfFile
from casedoc.pdf.pictures import scale_pictures
from casedoc.pdf.standards import Standard, declare, with_profile
from casedoc.pdf.structure import mend_structure, noted_elements

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.markup.page import HtmlPage
    from casedoc.pdf.boxes import Edges
    from casedoc.pdf.insert import Placed


@dataclass(frozen=True, slots=True)
class Layout:
    """A page laid out: measured, not yet written."""

    page: HtmlPage
    """What was laid out."""
    measure: Measure
    """How it came out."""
    diagnostics: tuple[Diagnostic, ...]
    """What was noticed, text outside the type area included."""
    document: Any
    """WeasyPrint's document; none where a frame stands in its place."""
    inserts: tuple[Placed, ...] = ()
    """Pages that were set by themselves, for which the document has empty ones."""
    frame: Frame | None = None
    """The document, where it was written already."""

    @property
    def areas(self) -> tuple[Edges, ...]:
        """Return the type area of each page."""
        if self.frame is not None:
            areas = list(self.frame.areas)
        else:
            areas = [type_area(page) for page in self.document.pages]
        for one in self.inserts:
            for at, (page, shift) in enumerate(zip(one.insert.pages, one.shifts, strict=True)):
                areas[one.first + at] = shifted(page.edges, shift)
        return tuple(areas)

    @property
    def ladders(self) -> frozenset[str]:
        """Return the words to keep whole so that no three lines in a row end in a hyphen."""
        return ladders(self.document)

    def write(
        self,
        standard: Standard = Standard.ARCHIVE,
        attachments: Sequence[Attachment] = (),
        mark: DraftMark | None = None,
    ) -> Outcome[PdfFile]:
        """Write the PDF.

        Args:
            standard: What it is made for.
            attachments: The files that are put into it.
            mark: What is drawn across pages of drafts.

        Returns:
            The file with all that was noticed; an error `GLYPH_MISSING` where a character or a
            font is not ours, `PRINTING_FAILED` where WeasyPrint gives up. `IMAGE_COARSE` warns of
            images with too few pixels.

        Raises:
            UnfitError: Inserts can't be put into it.
        """
        written = self._frame(standard, attachments, mark)
        if written.value is None:
            return Outcome(None, written.diagnostics)
        data = put_in(written.value, self.inserts) if self.inserts else written.value
        file = PdfFile(
            data=data,
            digest=digest_of(data),
            pages=self.measure.pages,
            fill=self.measure.fill,
            standards=standard.names(with_files=bool(attachments)),
        )
        return Outcome(file, written.diagnostics)

    def _frame(
        self, standard: Standard, attachments: Sequence[Attachment], mark: DraftMark | None
    ) -> Outcome[bytes]:
        """Write the document without its inserts, if that was not done yet."""
        if self.frame is not None:
            if attachments or mark is not None or standard is not self.frame.standard:
                raise AssertionError(self.frame.standard)
            return Outcome(self.frame.data or None, self.frame.diagnostics)

        def finish(pdf: Any) -> None:  # noqa: ANN401
            if mark is not None:
                draw_mark(pdf, mark)
            associate(pdf, attachments)
            declare(pdf)

        with with_fonts_of(self.inserts, self.page):
            return _written(self, self.document, standard, attachments, finish)

    def as_frame(self, standard: Standard) -> Frame:
        """Write the document without its inserts.

        Raises:
            UnfitError: This WeasyPrint can't write such a document.
        """
        written = self._frame(standard, (), None)
        areas = tuple(type_area(page) for page in self.document.pages)
        places = shifts_of(self.inserts)
        data, found = written.value or b"", written.diagnostics
        return Frame(data, standard, self.measure, areas, places, found)

    def as_insert(
        self, name: str, first: int, standard: Standard, *, with_files: bool
    ) -> Outcome[Insert]:
        """Write pages that are put into a document later.

        Args:
            name: What no other insert of the document is called.
            first: Number of the first page that is one of them, from 0.
            standard: What the document is made for.
            with_files: Whether files are put into it.

        Raises:
            UnfitError: This WeasyPrint can't write such pages.
        """
        document = self.document.copy(self.document.pages[first:])
        strip_pages(document)

        def finish(pdf: Any) -> None:  # noqa: ANN401
            tell_apart(pdf, name)

        with without_fonts():
            written = _written(self, document, standard, (), finish, with_files=with_files)
        if written.value is None:
            return Outcome(None, written.diagnostics)
        pages = insert_pages(document)
        return Outcome(Insert(written.value, pages, uses_of(document)), written.diagnostics)


def _written(
    layout: Layout,
    document: Any,  # noqa: ANN401
    standard: Standard,
    attachments: Sequence[Attachment],
    finish_further: Callable[[Any], None],
    *,
    with_files: bool = False,
) -> Outcome[bytes]:
    """Write a document of a layout, with all that was noticed."""
    variant = standard.variant(with_files=with_files or bool(attachments))
    with gathered_messages() as messages:
        try:
            coarse = scale_pictures(document, layout.page)
            language = document.metadata.lang or ""
            with noted_elements(language), whole_words(document) as name_words:

                def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401
                    if name_words is not None:
                        name_words(document, pdf)
                    mend_structure(pdf)
                    finish_further(pdf)

                data = document.write_pdf(
                    pdf_variant=variant,
                    pdf_tags=True,
                    pdf_identifier=True,
                    attachments=weasyprint_attachments(attachments),
                    finisher=finish,
                    **(with_profile(document) if variant else {}),
                )
        except UnfitError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever goes wrong inside WeasyPrint
            return Outcome(None, (*layout.diagnostics, _failed(error)))
    fallbacks = _fallbacks(document, layout.page)
    return Outcome(data, (*layout.diagnostics, *coarse, *messages, *fallbacks))


def lay_out(page: HtmlPage) -> Outcome[Layout]:
    """Lay a page out without writing it.

    Returns:
        The layout; none, and `PRINTING_FAILED`, where WeasyPrint gives up. Stylesheets that say
        something it can't do are `STYLE_IGNORED`, images it can't decode `IMAGE_BROKEN`.
    """
    try:
        document, noticed = engine_for(page).render(page)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong inside WeasyPrint
        return Outcome(None, (_failed(error),))
    keep_own_links(document)
    measure = Measure(pages=len(document.pages), fill=fill_of(document))
    diagnostics = (*noticed, *strays(document, page.spans))
    return Outcome(Layout(page, measure, diagnostics, document), diagnostics)


def measure(page: HtmlPage) -> Outcome[Measure]:
    """Lay a page out and say how many pages it takes and how full the last one is."""
    layout = lay_out(page)
    return Outcome(layout.value.measure if layout.value else None, layout.diagnostics)


def print_pdf(page: HtmlPage) -> Outcome[PdfFile]:
    """Lay a page out and write it."""
    layout = lay_out(page)
    return layout.value.write() if layout.value else Outcome(None, layout.diagnostics)


def _fallbacks(document: Any, page: HtmlPage) -> tuple[Diagnostic, ...]:  # noqa: ANN401
    """Return an error for each character without a glyph and each font that is not ours."""
    characters: dict[int, None] = {}
    families: dict[str, None] = {}
    for font in document.fonts.values():
        characters.update(dict.fromkeys(font.missing))
        if font.family not in page.font_families:
            families[font.family] = None
    return (
        *(
            Diagnostic(
                Code.GLYPH_MISSING,
                f"none of the fonts has the character `{chr(code)}` (U+{code:04X})",
            )
            for code in characters
        ),
        *(
            Diagnostic(Code.GLYPH_MISSING, f"the font `{name}` is not one of the theme's")
            for name in families
        ),
    )


def _failed(error: Exception) -> Diagnostic:
    words = " ".join(str(error).split()) or "no reason given"
    return Diagnostic(
        Code.PRINTING_FAILED, f"the document could not be printed: {type(error).__name__}: {words}"
    )
