import re

import pytest
from pydantic import BaseModel
from tests.markup.samples import REPOSITORY, theme

from casedoc.markup.design import Design
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting
from casedoc.markup.tokens import computed_tokens

CODE = "".join(
    path.read_text("utf-8")
    for folder, pattern in (("src/casedoc/markup", "*.py"), ("templates", "*.html"))
    for path in sorted((REPOSITORY / folder).rglob(pattern))
)
# Only for those who measure: how high a logo is, and what figures begin with. And for themes whose
# heads stand in a column of another width.
MEASURED = {
    "--kicker-logo",
    "--cover-logo",
    "--cv-logo",
    "--bleed",
    "--cover-figure",
    "--cover-title",
    "--opener-measure",
    "--hero-size",
    "--word-size",
}
COLUMNS = {"--rail", "--step-column"}


def tokens_of(kind: PageKind) -> dict[str, str]:
    look = theme()
    scale = look.scale(kind, FitSetting())
    return dict(
        computed_tokens(look.tokens.design, look.geometry(kind), scale, look.palette, look.fonts)
    )


def sheets() -> str:
    return "".join(text for _path, text in theme().stylesheets)


@pytest.mark.parametrize("kind", PageKind)
def test_every_custom_property_that_is_used_is_set(kind: PageKind) -> None:
    used = set(re.findall(r"var\((--[\w-]+)", sheets()))
    own = set(re.findall(r"(--[\w-]+):", sheets() + CODE))
    computed = set(re.findall(r'"(--[\w-]+)"', CODE))
    assert used - own - computed - tokens_of(kind).keys() == set()


def test_every_token_is_used() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", sheets()))
    assert tokens_of(PageKind.BOOKLET).keys() - used - COLUMNS == MEASURED


def test_no_two_tokens_share_a_name() -> None:
    names = list(_names(Design))
    assert len(names) > 50
    assert len(names) == len(set(names))


def _names(model: type[BaseModel]) -> list[str]:
    names: list[str] = []
    for field in model.model_fields.values():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            names += [] if field.alias in {"page", "scales", "fonts"} else _names(inner)
        else:
            names.append(str(field.alias))
    return names


def test_what_follows_from_the_fonts_is_measured() -> None:
    tokens = tokens_of(PageKind.ONE_PAGER)
    assert (tokens["--display-baseline"], tokens["--text-baseline"]) == ("0.3505", "0.375")
    assert (tokens["--space"], tokens["--dash-indent"]) == ("0.236em", "1.088em")
    assert (tokens["--number-indent"], tokens["--wide-indent"]) == ("1.372em", "1.972em")
