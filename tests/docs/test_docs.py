"""What the written pages say is so."""

import re
import shlex
import struct
import tomllib
from pathlib import Path

import pytest
from tests.docs.pages import (
    PAGES,
    ROOT,
    anchors,
    blocks,
    links,
    literals,
    named,
    read,
    table_rows,
)
from typer.testing import CliRunner

from casedoc.build.workspace import _VARIABLES
from casedoc.cli.main import app
from casedoc.content.fields import FrontMatter
from casedoc.content.keys import ALIASES, FIELDS
from casedoc.content.model import Fields
from casedoc.content.profile import (
    Basics,
    Certificate,
    Education,
    Freelance,
    Language,
    Profile,
    Skill,
    Work,
)
from casedoc.content.settings import Settings, validate_settings
from casedoc.source.toml_reader import read_toml
from casedoc.source.values import Mapping

PACKAGE = ROOT / "src" / "casedoc"
PICTURES = sorted((ROOT / "docs" / "images").glob("*.png"))
LARGEST_PICTURE = 120_000
ARCHITECTURE = read("docs/architecture.md")
COMMANDS = sorted(
    {
        line.split("#")[0].strip()
        for page in PAGES
        for block in blocks(page.read_text(encoding="utf-8"), "sh")
        for line in block.splitlines()
        if line.strip() and not line.startswith("#")
    }
)
PARTS: dict[str, type[Fields]] = {
    "basics": Basics,
    "work": Work,
    "education": Education,
    "certificates": Certificate,
    "skills": Skill,
    "languages": Language,
    "freelance": Freelance,
}
every_page = pytest.mark.parametrize("page", PAGES, ids=named)


def module_exists(name: str) -> bool:
    place = PACKAGE.joinpath(*name.split(".")[1:])
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def packages() -> set[str]:
    found = {
        ".".join(("casedoc", *place.parent.relative_to(PACKAGE).parts))
        for place in PACKAGE.rglob("__init__.py")
    } - {"casedoc"}
    assert len(found) > 8
    return found


def test_architecture_names_only_modules_that_exist() -> None:
    modules = {one for one in literals(ARCHITECTURE) if re.fullmatch(r"casedoc(\.\w+)+", one)}
    assert len(modules) > 80
    assert sorted(one for one in modules if not module_exists(one)) == []


def test_architecture_names_every_package() -> None:
    assert set() == packages() - set(literals(ARCHITECTURE))


def test_architecture_names_the_floors_as_they_are_held() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    held = next(one["layers"] for one in contracts if one["id"] == "floors")
    built = [room for layer in held if not layer.startswith("(") for room in layer.split(" | ")]
    told = [row[1].strip("`") for row in table_rows(ARCHITECTURE, "floor")]
    assert [f"casedoc.{room}" for room in built] == told


def test_architecture_names_verbs_that_their_room_has() -> None:
    missing = []
    for row in table_rows(ARCHITECTURE, "floor"):
        room = PACKAGE.joinpath(*row[1].strip("`").split(".")[1:])
        code = "".join(one.read_text(encoding="utf-8") for one in sorted(room.rglob("*.py")))
        names = re.findall(r"(\w+)\(", " ".join(literals(row[3])))
        missing += [f"{row[1]}: {name}" for name in names if f"def {name}(" not in code]
    assert missing == []


def test_architecture_names_types_that_exist() -> None:
    code = "".join(one.read_text(encoding="utf-8") for one in sorted(PACKAGE.rglob("*.py")))
    named_types = [name for row in table_rows(ARCHITECTURE, "type") for name in literals(row[0])]
    assert len(named_types) > 15
    defined = set(re.findall(r"^class (\w+)", code, re.MULTILINE))
    assert sorted(set(named_types) - defined) == []


@every_page
def test_paths_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    rooms = "src|tests|benchmarks|docs|scripts|templates|fonts|requirements"
    paths = [one for one in literals(text) if re.fullmatch(rf"(?:\./)?(?:{rooms})/[\w./-]*", one)]
    missing = [one for one in paths if "NAME" not in one and not (ROOT / one).exists()]
    assert missing == []


@every_page
def test_relative_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in links(page.read_text(encoding="utf-8")):
        if re.match(r"\w+:", target):
            continue
        path, _, fragment = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if not place.exists() or (fragment and fragment not in anchors(named(place))):
            broken.append(target)
    assert broken == []


def test_readme_leads_to_every_page() -> None:
    reached = {(ROOT / target).resolve() for target in links(read("README.md"))}
    assert [named(page) for page in PAGES[1:] if page.resolve() not in reached] == []


def test_there_are_commands_to_look_at() -> None:
    ours = [line for line in COMMANDS if "casedoc build" in line]
    assert "./scripts/casedoc build --featured --lang de" in ours
    assert "casedoc build --lang all" in ours


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_understood(command: str) -> None:
    program, *arguments = shlex.split(command)
    if program.startswith("./"):
        assert (ROOT / program).stat().st_mode & 0o100
    if program.endswith("casedoc"):
        result = CliRunner().invoke(app, [*arguments, "--help"])
        assert (result.exit_code, "Usage" in result.output) == (0, True), result.output


def test_a_command_that_does_not_exist_is_noticed() -> None:
    for arguments in (["polish"], ["build", "--polish"]):
        assert CliRunner().invoke(app, [*arguments, "--help"]).exit_code == 2


def test_the_first_steps_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Study, profile and settings of the README, and a translation, are all there has to be."""
    readme = read("README.md")
    (study,) = blocks(readme, "markdown")
    (profile,) = blocks(readme, "yaml")
    (settings,) = blocks(readme, "toml")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "my-project.md").write_text(study, encoding="utf-8")
    for words in (("lang: en", "lang: de"), ("38,000", "38.000"), ("Solution", "Lösung"),
                  ("Results", "Ergebnisse")):  # fmt: skip
        study = study.replace(*words)
    (tmp_path / "content" / "my-project.de.md").write_text(study, encoding="utf-8")
    (tmp_path / "content" / "profile.yaml").write_text(profile, encoding="utf-8")
    (tmp_path / "casedoc.toml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["check", "--strict"])
    assert result.output == "2 case studies, nothing to complain of\n"
    assert result.exit_code == 0


def test_settings_page_shows_the_defaults() -> None:
    (text,) = blocks(read("docs/settings.md"), "toml")
    given = read_toml(text, "casedoc.toml").value
    assert isinstance(given, Mapping)
    shown = validate_settings(given).value
    assert shown is not None
    usual = Settings(languages=shown.languages)
    assert usual == shown


def test_settings_page_has_every_variable() -> None:
    text = read("docs/settings.md")
    rows = [*table_rows(text, "setting")]
    told = {literals(row[3])[0]: tuple(literals(row[0])[0].split(".")) for row in rows}
    assert told == _VARIABLES
    options = "".join(one.read_text("utf-8") for one in sorted((PACKAGE / "cli").glob("*.py")))
    variables = set(re.findall(r'envvar="(\w+)"', options))
    assert variables == {literals(row[0])[0] for row in table_rows(text, "variable")}


def test_content_page_has_every_field() -> None:
    text = read("docs/content.md")
    told = [name for row in table_rows(text, "field") for name in literals(row[0])]
    assert sorted(FIELDS) == sorted(told)
    assert sorted(FIELDS) == sorted(
        info.alias or name for name, info in FrontMatter.model_fields.items()
    )


def test_content_page_has_every_alias() -> None:
    text = read("docs/content.md").split("Other names are understood")[1]
    told = {literals(row[0])[0]: tuple(literals(row[1])) for row in table_rows(text, "field")}
    assert {**ALIASES, "period": ("start", "end", *ALIASES["period"])} == told


def test_content_page_has_every_part_of_the_profile() -> None:
    rows = list(table_rows(read("docs/content.md").split("## The profile")[1], "part"))
    assert [literals(row[0])[0] for row in rows] == list(Profile.model_fields)
    for name, fields in rows:
        model = PARTS[name.strip("`")]
        told = {one.split(":")[0].strip("*") for one in literals(fields)}
        assert told == set(model.model_fields), name


def test_exit_codes_are_those_of_the_code() -> None:
    code = read("src/casedoc/cli/exit_codes.py")
    numbers = re.findall(r"^    [A-Z]+ = (\d+)$", code, re.MULTILINE)
    assert numbers == [row[0] for row in table_rows(read("README.md"), "code")]


def test_dependencies_page_explains_every_dependency() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    groups = project["dependency-groups"]
    wanted = [*project["project"]["dependencies"], *groups["build"], *groups["develop"]]
    names = {re.split(r"[\[<>= ]", one)[0] for one in wanted if isinstance(one, str)}
    bold = set(re.findall(r"\*\*([\w-]+)\*\*", read("docs/dependencies.md")))
    assert names == bold


def test_pictures_are_small_and_shown() -> None:
    assert PICTURES
    shown = {
        named((page.parent / target).resolve())
        for page in PAGES
        for target in links(page.read_text(encoding="utf-8"))
        if target.endswith(".png")
    }
    assert {named(one) for one in PICTURES} == shown
    assert [named(one) for one in PICTURES if one.stat().st_size > LARGEST_PICTURE] == []


@pytest.mark.parametrize("picture", PICTURES, ids=named)
def test_pictures_have_a_palette(picture: Path) -> None:
    """*Source:* PNG, 11.2.2 (IHDR): bit depth, and colour type 3 for a palette."""
    assert struct.unpack(">BB", picture.read_bytes()[24:26]) == (8, 3)
