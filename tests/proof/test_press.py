"""Each way of spoiling a print edition is found."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.build.generated_studies import generated_study
from tests.build.test_generated_studies import fitted
from tests.conftest import REPOSITORY

from casedoc.markup.theme_press import Press
from casedoc.pdf.press import print_edition
from casedoc.pdf.standards import Standard
from casedoc.proof.expectation import Expectation, expectation_of
from casedoc.proof.proof import prove

PROFILE = (REPOSITORY / "templates" / "profiles" / "FOGRA39.icc").read_bytes()
PRESS = Press(PROFILE, "FOGRA39", 3)
DAY = datetime.date(2024, 3, 1)


@cache
def sample() -> tuple[bytes, Expectation]:
    outcome, _asked = fitted(generated_study(300, "de", 310, everything=True))
    assert outcome.value is not None
    layout = outcome.value.layout
    plain = layout.write(Standard.PLAIN).value
    assert plain is not None
    return print_edition(plain.data, PRESS, DAY), expectation_of(layout, (), Standard.PRINT)


def test_nothing_is_said_of_a_good_one() -> None:
    data, expected = sample()
    assert prove(data, expected).findings == ()
    assert prove(data).findings == ()


def test_the_same_file_gives_the_same_print_edition() -> None:
    data, _expected = sample()
    outcome, _asked = fitted(generated_study(300, "de", 310, everything=True))
    assert outcome.value is not None
    plain = outcome.value.layout.write(Standard.PLAIN).value
    assert plain is not None
    assert print_edition(plain.data, PRESS, DAY) == data
    other = print_edition(plain.data, PRESS, DAY + datetime.timedelta(days=1))
    assert other != data


def no_bleed(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.BleedBox = pdf.pages[0].obj.TrimBox


def no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


def marks_inside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.TrimBox


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def profile_of_a_screen(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def unnamed_condition(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


def painted(pdf: pikepdf.Pdf, operators: bytes) -> None:
    pdf.pages[0].contents_add(b"/Artifact BMC q " + operators + b" Q EMC", prepend=False)


def screen_colour(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"1 0 0 rg 0 0 9 9 re f")


def too_much_ink(pdf: pikepdf.Pdf) -> None:
    painted(pdf, b"0.9 0.9 0.9 0.9 k 0 0 9 9 re f")


def knocked_out(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_coalesce()
    contents = pdf.pages[0].Contents.read_bytes()
    pdf.pages[0].Contents = pdf.make_stream(contents.replace(b"/PrintOver gs", b""))


def light_over(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_coalesce()
    contents = pdf.pages[0].Contents.read_bytes()
    pdf.pages[0].Contents = pdf.make_stream(contents.replace(b"/PrintOnly gs", b""))


def screen_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_stream(b"\0\0\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    pdf.pages[0].resources.XObject["/x"] = picture


def link(pdf: pikepdf.Pdf) -> None:
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])


def action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Named, N=Name.Print)


def not_trapped(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Trapped"]


def no_date(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/ModDate"]


FAULTS = (
    no_bleed,
    no_trim,
    marks_inside,
    no_intent,
    profile_of_a_screen,
    unnamed_condition,
    screen_colour,
    too_much_ink,
    knocked_out,
    light_over,
    screen_picture,
    link,
    action,
    not_trapped,
    no_date,
)


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda one: one.__name__)
def test_a_spoilt_one_is_found(spoil: Callable[[pikepdf.Pdf], None]) -> None:
    data, _expected = sample()
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        spoil(pdf)
        pdf.save(file)
    found = prove(file.getvalue(), sample()[1]).findings
    assert [one for one in found if one.code.number == "CD659" and one.is_error]


def test_a_file_for_the_screen_is_no_print_edition() -> None:
    outcome, _asked = fitted(generated_study(300, "de", 310, everything=True))
    assert outcome.value is not None
    archive = outcome.value.layout.write().value
    assert archive is not None
    expected = replace(sample()[1], standard=Standard.PRINT)
    codes = {one.code.number for one in prove(archive.data, expected).findings}
    assert {"CD654", "CD659"} <= codes
