import pytest

from casedoc.typeface.face import FontFace, FontStyle
from casedoc.typeface.family import Role, faces_for

BOTH = (FontStyle.NORMAL, FontStyle.ITALIC)
TEXT = Role("Text", (400, 600), BOTH)


def family(*faces: tuple[int, str]) -> tuple[FontFace, ...]:
    return tuple(
        FontFace("Any", weight, FontStyle(style), f"{weight}-{style}", "", b"")
        for weight, style in faces
    )


@pytest.mark.parametrize(
    ("faces", "files", "lacking"),
    [
        (
            ((400, "normal"), (600, "normal"), (400, "italic"), (600, "italic")),
            ["400-normal", "600-normal", "400-italic", "600-italic"],
            (),
        ),
        # A bold passes for a semi-bold, a light for a regular one.
        (
            ((300, "normal"), (700, "normal"), (300, "italic"), (700, "italic")),
            ["300-normal", "700-normal", "300-italic", "700-italic"],
            (),
        ),
        (
            ((400, "normal"), (400, "italic")),
            ["400-normal", "400-normal", "400-italic", "400-italic"],
            ("semi-bold or bold", "semi-bold or bold italic"),
        ),
        (
            ((400, "normal"), (600, "normal")),
            ["400-normal", "600-normal", "400-normal", "600-normal"],
            ("italic",),
        ),
    ],
)
def test_each_weight_and_style_of_a_role_has_the_file_that_comes_nearest(
    faces: tuple[tuple[int, str], ...], files: list[str], lacking: tuple[str, ...]
) -> None:
    found = faces_for(TEXT, family(*faces))
    assert [face.path for face in found.faces] == files
    assert found.lacking == lacking
    assert {face.family for face in found.faces} == {"Text"}
    assert [face.weight for face in found.faces] == [400, 600, 400, 600]
