import re
from dataclasses import replace

from tests.markup.samples import page

from casedoc.markup.standalone import media_type, standalone_html


def test_nothing_is_asked_of_anyone() -> None:
    html = standalone_html(page())
    references = re.findall(r'(?:src|url)\s*[=(]\s*"?([^")\s>]+)', html)
    assert references
    assert [reference for reference in references if not reference.startswith("data:")] == []
    assert "_project_" not in html
    assert "<script" not in html
    assert "<link" not in html


def test_images_travel_inside() -> None:
    address = "file:///_project_/a%20b.png"
    plain = page()
    with_image = replace(
        plain,
        html=plain.html.replace("<main>", f'<main><img src="{address}" alt="x">'),
        resources={**plain.resources, address: b"\x89PNG"},
    )
    assert '<img src="data:image/png;base64,iVBORw==" alt="x">' in standalone_html(with_image)


def test_a_stylesheet_cannot_end_its_element() -> None:
    plain = page()
    sheets = (*plain.stylesheets, ("x.css", "a::before { content: '</style><b>' }"))
    assert "</style><b>" not in standalone_html(replace(plain, stylesheets=sheets))


def test_media_types_are_told_by_the_first_bytes() -> None:
    assert media_type(b"<?xml version='1.0'?><svg>") == "image/svg+xml"
    assert media_type(b"?") == "application/octet-stream"
