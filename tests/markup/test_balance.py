import pytest
from tests.markup.samples import theme

from casedoc.markup.balance import TextStyle, balanced_breaks, balanced_lines
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting
from casedoc.markup.title import set_title

TITLE = TextStyle("CD Display", 600, 30, -0.008)


def lines(text: str, measure_mm: float = 152) -> list[str]:
    words = text.split(" ")
    breaks = balanced_breaks(words, theme().fonts, TITLE, measure_mm)
    return [
        " ".join(words[start:end])
        for start, end in zip((0, *breaks), (*breaks, len(words)), strict=True)
    ]


def test_a_short_text_stays_on_one_line() -> None:
    assert lines("Audioguide ohne Funkloch") == ["Audioguide ohne Funkloch"]


def test_no_line_ends_in_a_preposition_where_another_break_fits() -> None:
    expected = ["Kubernetes Migration", "für E-Commerce Plattform"]
    assert expected == lines("Kubernetes Migration für E-Commerce Plattform")


def test_a_number_stays_with_its_noun() -> None:
    for line in lines("Verbindliche Angebote für 1,2 Millionen Ventilvarianten")[:-1]:
        assert not line.endswith("1,2")


def test_the_smallest_number_of_lines_is_taken() -> None:
    text = "Rechnungseingang ohne Papier für einen Klinikverbund"
    assert (len(lines(text)), len(lines(text, 80))) == (2, 4)


def test_a_word_wider_than_the_column_gets_a_line_of_its_own() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    assert ["Das", word, "steht"] == lines(f"Das {word} steht", 60)


def test_many_words_are_broken_without_trying_everything() -> None:
    assert "".join(["wort"] * 300) == "".join(lines(" ".join(["wort"] * 300), 60)).replace(" ", "")


def test_no_words_make_no_lines() -> None:
    assert balanced_breaks((), theme().fonts, TITLE, 100) == ()
    assert len(balanced_lines("", theme().fonts, TITLE, 100)) <= 1


@pytest.mark.parametrize(
    ("title", "count", "share"),
    [
        ("Audioguide ohne Funkloch", 1, 1.0),
        ("Kubernetes Migration für E-Commerce Plattform", 2, 1.0),
        (
            "Ablösung der Stapelverarbeitung einer Bank durch eine ereignisgesteuerte Plattform",
            2,
            0.87,
        ),
        ("Ablösung der Kernbank-Stapelverarbeitung " * 4, 4, 0.6),
    ],
)
def test_titles_step_down_until_two_lines_are_enough(title: str, count: int, share: float) -> None:
    scale = theme().scale(PageKind.ONE_PAGER, FitSetting())
    setting = set_title(title.strip(), theme().fonts, scale, 177, 152)
    assert count == len(setting.lines)
    assert setting.size == pytest.approx(30 * share)
    assert title.split() == " ".join(setting.lines).split()
    # The next quarter of a line above 1.06 times the size.
    assert setting.leading_mm / (scale.line_mm / 4) == pytest.approx(
        round(setting.leading_mm / (scale.line_mm / 4))
    )
