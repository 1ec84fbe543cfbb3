"""The fonts that travel with casedoc: whole, licensed, described, and able to set what it emits."""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "fonts"
FONT_SUFFIXES = {".otf", ".ttf", ".woff", ".woff2"}

# What typography and layout put on paper beside the letters of the text.
PUNCTUATION = "„“”‚‘’»«›‹–—…•·"
SIGNS = "→€%×±≥≤≈−§°✓"
SPACES_AND_HYPHENS = "\u00a0\u2002\u2009\u202f\u2010\u2011"
GERMAN = "ÄÖÜäöüßẞ"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
LATIN_1 = "".join(map(chr, range(0xA0, 0x100)))
EMITTED = PUNCTUATION + SIGNS + SPACES_AND_HYPHENS + GERMAN + ASCII + LATIN_1

FAMILIES = {
    "CD Display": {(400, "normal"), (600, "normal")},
    "CD Grotesk": {(300, "normal"), (600, "normal")},
    "CD Mono": {(400, "normal"), (600, "normal")},
    "CD Sans": {(400, "normal"), (400, "italic"), (600, "normal"), (600, "italic")},
}

Face = tuple[Path, dict[str, Any], dict[str, Any]]


def folders() -> list[Path]:
    return sorted(path for path in FONTS.iterdir() if path.is_dir())


def described(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "FONT.toml").read_text(encoding="utf-8"))


def faces() -> Iterator[Face]:
    """Each face with its file, its own entry and the entry of its family."""
    for folder in folders():
        family = described(folder)
        for face in family["face"]:
            yield folder / face["file"], face, family


every_face = pytest.mark.parametrize(
    ("path", "face", "family"), list(faces()), ids=lambda value: getattr(value, "stem", "")
)
every_folder = pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)


def test_families_are_those_of_the_design() -> None:
    found: dict[str, set[tuple[int, str]]] = {}
    for _, face, family in faces():
        found.setdefault(family["family"], set()).add((face["weight"], face["style"]))
    assert found == FAMILIES


def test_every_font_file_is_described_once() -> None:
    files = sorted(path for path in FONTS.rglob("*") if path.suffix in FONT_SUFFIXES)
    assert files
    assert sorted(path for path, _, _ in faces()) == files


@every_folder
def test_folder_holds_fonts_licence_and_description_only(folder: Path) -> None:
    family = described(folder)
    expected = {"FONT.toml", family["licence-file"], *(face["file"] for face in family["face"])}
    assert {path.name for path in folder.iterdir()} == expected


@every_folder
def test_licence_is_the_one_described(folder: Path) -> None:
    family = described(folder)
    text = (folder / family["licence-file"]).read_text(encoding="utf-8")
    assert family["licence"] == "OFL-1.1"
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    copyright_line = text.splitlines()[0]
    assert copyright_line.startswith("Copyright")
    for name in family["reserved-names"]:
        assert name in copyright_line
        # A reserved name may be kept because the files are the vendor's own.
        assert family["subset"] == "not subset"


@every_folder
def test_origin_leads_to_one_package(folder: Path) -> None:
    assert {"registry", "package", "version", "folder", "licence-file"} == set(
        described(folder)["origin"]
    )


@every_face
def test_file_is_the_one_described(
    path: Path, face: dict[str, Any], family: dict[str, Any]
) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == face["sha256"]
    with TTFont(path) as font:
        assert font["name"].getBestFamilyName() == family["vendor-family"]
        assert font["name"].getDebugName(5).startswith(f"Version {family['version']}")
        assert ("glyf" in font) == (family["glyphs"] == "TrueType")
        assert "fvar" not in font  # Static: variable fonts cost time at each write.
        assert font["OS/2"].usWeightClass == face["weight"]
        assert (font["post"].italicAngle != 0) == (face["style"] == "italic")
        assert font["OS/2"].fsType == 0  # May be embedded without limits.


@every_face
def test_face_covers_what_casedoc_emits(
    path: Path, face: dict[str, Any], family: dict[str, Any]
) -> None:
    del face, family
    with TTFont(path) as font:
        covered = font.getBestCmap()
    assert [f"U+{ord(sign):04X}" for sign in EMITTED if ord(sign) not in covered] == []


@every_face
def test_figures_are_tabular_or_can_be(
    path: Path, face: dict[str, Any], family: dict[str, Any]
) -> None:
    del face, family
    with TTFont(path) as font:
        glyphs = font.getBestCmap()
        advances = {font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert len(advances) == 1 or "tnum" in features
