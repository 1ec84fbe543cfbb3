"""The fonts of inserts: named in their own files, and embedded once in the document.

*Why*: each would bring its own part of each font otherwise.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from casedoc.pdf.insert import FontUse, UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from casedoc.markup.page import HtmlPage
    from casedoc.pdf.insert import Insert, Placed

K = TypeVar("K", int, str)
V = TypeVar("V")


def uses_of(document: Any) -> tuple[FontUse, ...]:  # noqa: ANN401
    """Return what a document that was written shows of fonts."""
    return tuple(
        FontUse(font.hash, font.family, font.weight, bool(font.style), font.widths, font.to_unicode)
        for font in document.fonts.values()
    )


@contextmanager
def without_fonts() -> Iterator[None]:
    """Let WeasyPrint write names in place of fonts.

    Raises:
        UnfitError: This WeasyPrint embeds fonts in another way.
    """

    def named(pdf: Any, fonts: Any, *_more: Any) -> Any:  # noqa: ANN401
        from weasyprint.pdf import pydyf

        found = pydyf.Dictionary()
        for font in fonts.values():
            stub = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type0", "BaseFont": font.name})
            pdf.add_object(stub)
            found[font.hash] = stub.reference
        return found

    with _building_fonts(lambda _build: named):
        yield


@contextmanager
def with_fonts_of(placed: Sequence[Placed], page: HtmlPage) -> Iterator[None]:
    """Let WeasyPrint embed what inserts show of fonts, too, while a document is written.

    Args:
        placed: The inserts; where there are none, nothing is changed.
        page: The document.

    Raises:
        UnfitError: This WeasyPrint embeds fonts in another way, or lacks one of the fonts.
    """
    if not placed:
        yield
        return
    uses = joined_uses(one.insert for one in placed)

    def joining(build: Any) -> Any:  # noqa: ANN401
        def whole(pdf: Any, fonts: Any, *more: Any) -> Any:  # noqa: ANN401
            known = {font.hash: font for font in fonts.values()}
            missing = {name: use for name, use in uses.items() if name not in known}
            for key, font in _specimen(tuple(missing.values()), page).items():
                if font.hash in missing:
                    font.widths, font.to_unicode = {}, {}
                    known[font.hash] = fonts[key] = font
            for name, use in uses.items():
                if name not in known:
                    raise UnfitError
                font = known[name]
                # In an order that does not tell which page showed a glyph first.
                font.widths = _sorted({**use.widths, **font.widths})
                font.to_unicode = _sorted({**use.meanings, **font.to_unicode})
            return build(pdf, fonts, *more)

        return whole

    with _building_fonts(joining):
        yield


def joined_uses(inserts: Iterable[Insert]) -> dict[str, FontUse]:
    """Return what inserts show of each font, by its name, whatever the order of glyphs on them.

    Where a glyph means different things, the first one counts.
    """
    found: dict[str, FontUse] = {}
    for use in (use for insert in inserts for use in insert.fonts):
        known = found.get(use.name, use)
        widths = _sorted({**use.widths, **known.widths})
        meanings = _sorted({**use.meanings, **known.meanings})
        found[use.name] = replace(use, widths=widths, meanings=meanings)
    return _sorted(found)


def _sorted(table: Mapping[K, V]) -> dict[K, V]:
    return dict(sorted(table.items()))


def _specimen(uses: Sequence[FontUse], page: HtmlPage) -> Mapping[int, Any]:
    """Return fonts that a document does not show itself, as WeasyPrint has them."""
    if not uses:
        return {}
    from casedoc.pdf.engine import engine_for

    words = "".join(
        f'<p style="font: {"italic" if use.is_italic else "normal"} {use.weight} 10px'
        f" '{use.family}'\">x</p>"
        for use in uses
    )
    specimen = replace(page, html=f"<html><body>{words}</body></html>")
    document, _noticed = engine_for(specimen).render(specimen)
    with without_fonts():
        document.write_pdf()
    found: Mapping[int, Any] = document.fonts
    return found


@contextmanager
def _building_fonts(changed: Any) -> Iterator[None]:  # noqa: ANN401
    """Change how WeasyPrint embeds fonts."""
    from weasyprint import pdf

    build = getattr(pdf, "build_fonts_dictionary", None)
    if build is None:
        raise UnfitError
    pdf.build_fonts_dictionary = changed(build)
    try:
        yield
    finally:
        pdf.build_fonts_dictionary = build
