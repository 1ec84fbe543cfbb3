"""The press of a theme: which profile is taken, and what is told where it can't be."""

from pathlib import Path

import pikepdf
import pytest
from tests.build.studies import BODY, study
from tests.conftest import REPOSITORY
from tests.end_to_end.command import run_casedoc, write_files

PROFILE = (REPOSITORY / "templates" / "profiles" / "FOGRA39.icc").read_bytes()


def files(tokens: str) -> dict[str, str | bytes]:
    return {
        "casedoc.toml": "",
        "content/one.md": study("Eins", body=BODY),
        "templates/themes/beleg/theme.toml": f"[press]\n{tokens}\n",
    }


def test_another_profile_is_taken(tmp_path: Path) -> None:
    tokens = 'profile = "own.icc"\ncondition = "OWN"\nbleed = 5'
    write_files(tmp_path, files(tokens) | {"templates/profiles/own.icc": PROFILE})
    done = run_casedoc("build", "one", "--standard", "print", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    with pikepdf.open(tmp_path / "output" / "one.de-print.pdf") as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "OWN"
        assert float(pdf.pages[0].bleedbox[0]) == pytest.approx(-5 * 72 / 25.4, abs=0.01)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "there is no profile `own.icc`"),
        ({"templates/profiles/own.icc": b"no profile"}, "it is no ICC profile"),
        ({"templates/profiles/own.icc": b""}, "it is no ICC profile"),
    ],
)
def test_what_is_wrong_with_it_is_told_at_its_place(
    tmp_path: Path, more: dict[str, bytes], words: str
) -> None:
    write_files(tmp_path, files('profile = "own.icc"') | more)
    done = run_casedoc("build", "one", "--standard", "print", cwd=tmp_path)
    assert done.code == 2
    assert done.complaints == [("CD625", "templates/themes/beleg/theme.toml", 2)]
    assert words in done.err
    # Who prints nothing needs no press.
    assert run_casedoc("build", "one", cwd=tmp_path).code == 0


def test_the_profile_of_a_screen_is_none_of_a_press(tmp_path: Path) -> None:
    from PIL import ImageCms  # noqa: PLC0415 - only here

    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    write_files(tmp_path, files('profile = "own.icc"') | {"templates/profiles/own.icc": screen})
    done = run_casedoc("build", "one", "--standard", "print", cwd=tmp_path)
    assert done.code == 2
    assert "it is not the profile of a press with four inks" in done.err


def test_a_gradient_can_not_be_made_of_inks(tmp_path: Path) -> None:
    css = "@layer theme { .bar { background: linear-gradient(red, blue) } }\n"
    given = files("bleed = 3") | {"templates/themes/beleg/css/own.css": css}
    write_files(tmp_path, given)
    done = run_casedoc("build", "one", "--standard", "print", cwd=tmp_path)
    assert done.code == 4
    assert "can't be printed with four inks" in done.err
    assert "use even colours" in done.err
    assert not (tmp_path / "output" / "one.de-print.pdf").exists()
