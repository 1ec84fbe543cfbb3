"""Editions of the samples, in both languages and all kinds, read back by other programs."""

import hashlib
import json
import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import ImageCms
from tests.conftest import REPOSITORY, made_once
from tests.end_to_end.command import run_casedoc

from casedoc.proof.second_opinion import failures_of

MM = 72 / 25.4
FALSE_ALARM = "STREAM-LENGTH-001"
NAMES = ("cv", "k8s-migration", "portfolio", "projects", "valve-configurator", "water-network")
FILES = [f"{name}.{tag}" for name in NAMES for tag in ("de", "en")]
CALLS = {
    "archive": (),
    "attached": ("--attach-source",),
    "plain-attached": ("--attach-source", "--standard", "plain"),
    "print": ("--standard", "print"),
    "plain": ("--standard", "plain"),
    "saddle": ("--standard", "print", "--impose", "saddle"),
    "sheets": ("--impose", "saddle"),
}
KINDS = ("booklet", "cv", "one-pager", "projects")


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of all editions, each below the name of its call."""
    return made_once(tmp_path_factory, "editions", _make)


def _make(folder: Path) -> None:
    shutil.copytree(REPOSITORY / "content", folder / "content")
    settings = 'languages = ["de", "en"]\n[booklet]\ncover = "solid"\n'
    (folder / "casedoc.toml").write_text(settings)
    for name, options in CALLS.items():
        kinds = ("booklet",) if "--impose" in options else KINDS
        chosen = [part for kind in kinds for part in ("--kind", kind)]
        arguments = ("--featured", "--lang", "all", *chosen, *options, "-o", name)
        done = run_casedoc("build", *arguments, cwd=folder)
        assert done.code == 0, done.err


def opened(folder: Path, name: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO((folder / f"{name}.pdf").read_bytes()))


def failures(file: Path, profile: str) -> list[str]:
    rules = [rule for rule, _told in failures_of(file.read_bytes(), profile)]
    return [rule for rule in rules if not rule.endswith(FALSE_ALARM)]


def words(file: Path, *options: str) -> list[str]:
    command = ["pdftotext", "-raw", *options, str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


@pytest.mark.parametrize("name", FILES)
def test_with_its_source_inside_it_is_archivable_and_accessible(editions: Path, name: str) -> None:
    file = editions / "attached" / f"{name}.pdf"
    assert failures(file, "3a") == []
    assert failures(file, "ua1") == []
    with opened(editions / "attached", name) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("edition", ["attached", "plain-attached"])
@pytest.mark.parametrize("name", FILES)
def test_what_is_inside_is_the_source(editions: Path, name: str, edition: str) -> None:
    with opened(editions / edition, name) as pdf:
        files = {one: pdf.attachments[one].get_file() for one in pdf.attachments}
        contents = {one: file.read_bytes() for one, file in files.items()}
        dates = {file.creation_date for file in files.values()}
        listed = Counter(str(one.UF) for one in pdf.Root.AF)
        relations = {str(one.UF): str(one.AFRelationship) for one in pdf.Root.AF}
    assert listed == Counter(contents.keys())
    assert len(dates) == 1
    resume = json.loads(contents.pop("resume.json"))
    assert resume["basics"]["name"] == "Henrike Falkenau"
    assert relations.pop("resume.json") == "/Data"
    assert set(relations.values()) <= {"/Source"}
    for file, content in contents.items():
        slug, tag, _ending = file.split(".")
        assert content == (editions / "content" / tag / f"{slug}.md").read_bytes()


def test_the_source_of_a_confidential_client_stays_at_home(editions: Path) -> None:
    source = (editions / "content" / "de" / "valve-configurator.md").read_text()
    name = re.search(r"name: (.+)", source)
    assert name is not None
    for file in FILES:
        with opened(editions / "attached", file) as pdf:
            contents = [pdf.attachments[one].get_file().read_bytes() for one in pdf.attachments]
            assert not any(one.startswith("valve-configurator") for one in pdf.attachments)
        assert contents
        assert not any(name[1].strip().encode() in one for one in contents)
    manifest = json.loads((editions / "attached" / "manifest.json").read_text())
    told = {
        one["file"]: [it["code"] for it in one["diagnostics"] if it["code"] == "CD504"]
        for one in manifest["files"]
    }
    assert told["valve-configurator.de.pdf"] == ["CD504"]
    assert told["k8s-migration.de.pdf"] == []


@pytest.mark.parametrize("name", FILES)
def test_print_boxes_and_intent(editions: Path, name: str) -> None:
    profile = (REPOSITORY / "templates" / "profiles" / "FOGRA39.icc").read_bytes()
    with opened(editions / "print", f"{name}-print") as pdf:
        for one in pdf.pages:
            media, bleed, trim = (
                [float(edge) for edge in one.obj[box]]
                for box in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            size = (round((trim[2] - trim[0]) / MM), round((trim[3] - trim[1]) / MM))
            assert size == (210, 297)
            assert [round(abs(a - b) / MM, 2) for a, b in zip(bleed, trim, strict=True)] == [3] * 4
            assert [round(abs(a - b) / MM, 2) for a, b in zip(media, trim, strict=True)] == [9] * 4
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert intent.DestOutputProfile.read_bytes() == profile
        assert str(pdf.docinfo["/Trapped"]) == "/False"
        with pdf.open_metadata() as xmp:
            assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert xmp["xmpMM:RenditionClass"] == "default"
        assert pdf.pdf_version == "1.6"
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("name", FILES)
def test_print_inks(editions: Path, name: str) -> None:
    """All that is painted is painted in inks; text in black alone prints over what is below."""
    shown: Counter[tuple[tuple[float, ...], bool]] = Counter()
    with opened(editions / "print", f"{name}-print") as pdf:
        for one in pdf.pages:
            assert "/Annots" not in one.obj
            states = one.resources.ExtGState
            over = False
            ink: tuple[float, ...] = (0.0, 0.0, 0.0, 1.0)
            kept = []
            for operands, operator in pikepdf.parse_content_stream(one):  # type: ignore[misc]
                operator_name = str(operator)
                assert operator_name not in {"rg", "RG", "g", "G", "sh", "sc", "SC", "scn", "cs"}
                if operator_name == "CS":
                    space = one.resources.ColorSpace[str(operands[0])]
                    assert [str(space[0]), str(space[1])] == ["/Separation", "/All"]
                elif operator_name == "k":
                    ink = tuple(float(number) for number in operands)
                elif operator_name == "gs" and "/op" in states[str(operands[0])]:
                    state = states[str(operands[0])]
                    over = bool(state.op)
                    assert int(over) == state.OPM
                elif operator_name == "q":
                    kept.append((ink, over))
                elif operator_name == "Q":
                    ink, over = kept.pop()
                elif operator_name == "TJ":
                    shown[ink, over] += 1
        images = [one for one in pdf.objects if _is_image(one)]
        assert {str(one.ColorSpace) for one in images} <= {"/DeviceCMYK", "/DeviceGray"}
        if name.startswith(("portfolio", "water-network")):
            assert images
    black = (0.0, 0.0, 0.0, 1.0)
    assert shown[black, True] > 10
    assert [ink for ink, over in shown if over != (ink == black)] == []
    # Greys are black ink alone; the accent is made of all four.
    assert any(ink[:3] == (0, 0, 0) and 0.5 < ink[3] < 1 for ink, _over in shown)
    assert any(min(ink[0], ink[3]) > 0.3 for ink, _over in shown)


def _is_image(thing: Any) -> bool:  # noqa: ANN401 - pikepdf has one type for all objects
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"


@pytest.mark.parametrize("edition", ["print", "plain", "attached"])
@pytest.mark.parametrize("name", FILES)
def test_each_edition_has_the_same_words(editions: Path, edition: str, name: str) -> None:
    ending = "-print" if edition == "print" else ""
    archive = words(editions / "archive" / f"{name}.pdf")
    assert len(archive) > 100
    assert words(editions / edition / f"{name}{ending}.pdf") == archive


@pytest.mark.parametrize("name", FILES)
def test_a_plain_edition_names_no_standard(editions: Path, name: str) -> None:
    with opened(editions / "plain", name) as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert "/Metadata" not in pdf.Root
        assert "/StructTreeRoot" in pdf.Root


@pytest.mark.parametrize("folder", ["saddle", "sheets"])
@pytest.mark.parametrize("tag", ["de", "en"])
def test_sheets_fold_to_the_booklet(editions: Path, folder: str, tag: str) -> None:
    """Cut at the fold, each half of a side is the page that stands there in the booklet."""
    ending = "-print-saddle" if folder == "saddle" else "-saddle"
    file = editions / folder / f"portfolio.{tag}{ending}.pdf"
    single = editions / "archive" / f"portfolio.{tag}.pdf"
    with pikepdf.open(single) as pdf:
        count = len(pdf.pages)
    with pikepdf.open(file) as pdf:
        sides = len(pdf.pages)
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].trimbox)
        offset = left - float(pdf.pages[0].mediabox[0])
    assert sides * 2 == -(-count // 4) * 4
    assert (round((right - left) / MM), round((top - bottom) / MM)) == (420, 297)
    for side in range(sides):
        padded = 2 * sides
        outer, inner = padded - 1 - side, side
        pages = (outer, inner) if side % 2 == 0 else (inner, outer)
        for half, number in enumerate(pages):
            box = _half(half, right - left, top - bottom, offset)
            on_sheet = words(file, "-f", str(side + 1), "-l", str(side + 1), *box)
            wanted = str(number + 1)
            alone = words(single, "-f", wanted, "-l", wanted) if number < count else []
            assert on_sheet == alone


def _half(half: int, width: float, height: float, offset: float) -> list[str]:
    """The part of a sheet that pdftotext is to read, in points from the upper left corner."""
    edges = (offset + half * width / 2, offset, width / 2, height)
    return [
        part
        for name, edge in zip("xyWH", edges, strict=True)
        for part in (f"-{name}", str(round(edge)))
    ]


def test_the_manifest_tells_the_standards(editions: Path) -> None:
    told = {}
    for name in CALLS:
        manifest = json.loads((editions / name / "manifest.json").read_text())
        told[name] = {one["standard"] for one in manifest["files"]}
        for one in manifest["files"]:
            content = (editions / name / one["file"]).read_bytes()
            assert hashlib.sha256(content).hexdigest() == one["sha256"]
    assert told == {
        "archive": {"PDF/A-2a, PDF/UA-1"},
        "attached": {"PDF/A-3a, PDF/UA-1"},
        "print": {"PDF/X-4"},
        "plain": {None},
        "plain-attached": {None},
        "saddle": {"PDF/X-4"},
        "sheets": {None},
    }


def test_the_profile_is_that_of_a_press() -> None:
    file = REPOSITORY / "templates" / "profiles" / "FOGRA39.icc"
    profile = ImageCms.ImageCmsProfile(str(file)).profile
    assert (profile.xcolor_space.strip(), profile.device_class.strip()) == ("CMYK", "prtr")
    assert "zlib" in (file.parent / "LICENSE.txt").read_text()


def test_what_can_not_be_had_together_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "one.md").write_text("---\ntitle: Eins\n---\n\nText.\n")
    for options in (
        ("--standard", "print", "--attach-source"),
        ("--kind", "booklet", "--impose", "saddle", "--attach-source"),
        ("--kind", "one-pager", "--impose", "saddle"),
    ):
        done = run_casedoc("build", *options, cwd=tmp_path)
        assert done.code == 2
        assert [code for code, _path, _line in done.complaints] == ["CD712"]
        assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("name", CALLS)
def test_each_edition_can_be_proven_by_hand(editions: Path, name: str) -> None:
    files = sorted((editions / name).glob("*.pdf"))
    done = run_casedoc("proof", *files, cwd=editions)
    assert done.code == 0, done.err
    # What sheets must say is not kept; the single pages were proven.
    is_sheets = name in {"saddle", "sheets"}
    assert {code for code, _path, _line in done.complaints} == ({"CD660"} if is_sheets else set())
