"""From a view to a page: the one verb of this floor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.outcome import Outcome
from casedoc.locale.division import Exceptions
from casedoc.markup.booklet import booklet_context
from casedoc.markup.booklet_form import INDEX
from casedoc.markup.collector import PageCollector
from casedoc.markup.context import PageContext
from casedoc.markup.cv import cv_context
from casedoc.markup.drawing import drawing_text
from casedoc.markup.environment import render_template
from casedoc.markup.kind import PageKind
from casedoc.markup.logo import set_logo
from casedoc.markup.metadata import keywords_of, subject_of
from casedoc.markup.one_pager import one_pager_context
from casedoc.markup.page import HtmlPage
from casedoc.markup.tokens import (
    CODE_FAMILY,
    COMPUTED_SHEET,
    VIRTUAL_ROOT,
    computed_tokens,
    font_sheet,
    paper_sheet,
    token_sheet,
)
from casedoc.typeface.face import FontStyle
from casedoc.view.booklet import BookletView
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedoc.base.world import World
    from casedoc.markup.setting import FitSetting
    from casedoc.markup.theme import Theme
    from casedoc.typeface.face import FontFace
    from casedoc.view.cv import CvView

_TALL_PAGE: Final = "@page { size: var(--paper-width) 100000mm }"
_FONT_SHEET: Final = "computed/{}.css"
_ITALIC: Final = re.compile(r"<(em|i|cite)\b|is-em|\bitalic\b")
_BOLD: Final = re.compile(r"<(strong|b)\b|is-strong")
_CODE: Final = re.compile(rf"<(code|pre|kbd)\b|is-code|is-kbd|{CODE_FAMILY}")


def render_page(
    view: OnePagerView | BookletView | CvView, theme: Theme, setting: FitSetting, world: World
) -> Outcome[HtmlPage]:
    """Turn a view into one HTML page.

    Args:
        view: What is printed.
        theme: How it looks.
        setting: How large and how close it is set.
        world: Answers for the images of the view.

    Returns:
        The page; none where a template is wrong (`TEMPLATE_BROKEN`). Images that can't be read
        are left out with an error (`IMAGE_MISSING` and its kin).
    """
    kind = kind_of(view)
    context = PageContext(kind, theme, setting, PageCollector(world, theme.fonts))
    rendered = render_template(theme, f"{kind.value}.html", _template_context(view, context))
    diagnostics = (*context.collector.diagnostics, *rendered.diagnostics)
    if rendered.value is None:
        return Outcome(None, diagnostics)
    tokens = computed_tokens(
        context.design, context.geometry, context.scale, theme.palette, theme.fonts
    )
    drawings = "".join(drawing_text(one) for one in context.collector.resources.values())
    faces = tuple(_faces_needed(theme, rendered.value + drawings))
    page = HtmlPage(
        kind=kind,
        html=rendered.value,
        stylesheets=(
            *((_FONT_SHEET.format(face.path), font_sheet((face,))) for face in faces),
            *theme.stylesheets,
            (COMPUTED_SHEET, token_sheet(tokens) + _paper(theme, setting)),
        ),
        resources={
            **{f"{VIRTUAL_ROOT}{face.path}": face.data for face in faces},
            **context.collector.resources,
        },
        spans=dict(context.collector.spans),
        exceptions=Exceptions(theme.choice.divisions, setting.whole.union(_names(view))),
        font_families=theme.fonts.family_names(),
    )
    return Outcome(page, diagnostics)


def _paper(theme: Theme, setting: FitSetting) -> str:
    """Return the stylesheet of the paper; what is measured has more of it than it needs."""
    sheet = paper_sheet(theme.palette, theme.press)
    return sheet + (_TALL_PAGE if setting.booklet.only == INDEX else "")


def kind_of(view: OnePagerView | BookletView | CvView) -> PageKind:
    """Return the kind of document a view is for."""
    if isinstance(view, OnePagerView):
        return PageKind.ONE_PAGER
    return PageKind.BOOKLET if isinstance(view, BookletView) else PageKind.CV


def _names(view: OnePagerView | BookletView | CvView) -> Iterator[str]:
    """Yield the names of people, clients and technologies in a document."""
    if isinstance(view, OnePagerView):
        yield view.author
        yield from view.study.names
    elif isinstance(view, BookletView):
        yield view.author
        for chapter in view.chapters:
            yield from chapter.study.names


def _template_context(
    view: OnePagerView | BookletView | CvView, context: PageContext
) -> Mapping[str, Any]:
    """Return what the template is given."""
    logo = set_logo(context, view.author)
    if isinstance(view, OnePagerView):
        own = one_pager_context(view, context)
    elif isinstance(view, BookletView):
        own = booklet_context(view, context)
    else:
        own = cv_context(view, context)
    return {
        "view": view,
        "page": context,
        "kind": context.kind.value,
        "logo": logo,
        "subject": subject_of(view),
        "keywords": keywords_of(view),
        **own,
    }


def _faces_needed(theme: Theme, html: str) -> Iterator[FontFace]:
    """Yield the font files that a page can need.

    *Why* not all: unpacking one takes up to half a second in each new process.
    """
    has_italics, has_code = bool(_ITALIC.search(html)), bool(_CODE.search(html))
    has_bold = bool(_BOLD.search(html))
    for face in theme.fonts.faces:
        is_italic = face.style is FontStyle.ITALIC
        is_bold = face.weight >= 600  # noqa: PLR2004 - semi-bold and above
        if is_italic and not (has_italics and (has_bold or not is_bold)):
            continue
        if face.family == CODE_FAMILY and not (has_code and (has_bold or not is_bold)):
            continue
        yield face
