"""What is built from the repository: the wheel people install and the sdist it comes from."""

import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling import build

import casedoc

ROOT = Path(__file__).parents[2]


def files_below(folder: str) -> set[str]:
    """The files of a top-level folder, relative to the repository."""
    found = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()
    }
    found = {name for name in found if "__pycache__" not in name}
    assert found, f"nothing in {folder}/"
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built in this process and without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return zipfile.ZipFile(folder / build.build_wheel(str(folder)))


@pytest.fixture(scope="module")
def sdist_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("sdist")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        name = build.build_sdist(str(folder))
    with tarfile.open(folder / name) as archive:
        return {member.name.partition("/")[2] for member in archive.getmembers()}


def metadata(wheel: zipfile.ZipFile, name: str) -> str:
    return wheel.read(f"casedoc-{casedoc.__version__}.dist-info/{name}").decode()


@pytest.mark.parametrize("folder", ["templates", "fonts"])
def test_wheel_carries_theme_and_fonts_whole(wheel: zipfile.ZipFile, folder: str) -> None:
    carried = {name for name in wheel.namelist() if name.startswith(f"casedoc/{folder}/")}
    assert carried == {f"casedoc/{name}" for name in files_below(folder)}
    for name in carried:
        assert wheel.read(name) == (ROOT / name.removeprefix("casedoc/")).read_bytes()


def test_wheel_carries_the_whole_package(wheel: zipfile.ZipFile) -> None:
    package = {name.removeprefix("src/") for name in files_below("src")}
    assert package - set(wheel.namelist()) == set()


def test_wheel_carries_the_licences(wheel: zipfile.ZipFile) -> None:
    folder = f"casedoc-{casedoc.__version__}.dist-info/licenses/"
    carried = {name.removeprefix(folder) for name in wheel.namelist() if name.startswith(folder)}
    fonts = {name for name in files_below("fonts") if name.endswith("OFL.txt")}
    assert carried == {"LICENSE", "templates/profiles/LICENSE.txt", *fonts}


def test_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    lines = metadata(wheel, "METADATA").splitlines()
    assert f"Version: {casedoc.__version__}" in lines
    assert "License-Expression: MIT" in lines
    assert "Requires-Python: >=3.11" in lines
    assert "casedoc = casedoc.__main__:main" in metadata(wheel, "entry_points.txt")


@pytest.mark.parametrize(
    "folder", ["src", "templates", "fonts", "content", "scripts", "requirements"]
)
def test_sdist_carries_the_sources(sdist_names: set[str], folder: str) -> None:
    assert files_below(folder) - sdist_names == set()


def test_sdist_carries_nothing_made_here(sdist_names: set[str]) -> None:
    made = (".venv", "output", ".casedoc", ".git")
    assert {name for name in sdist_names if name.partition("/")[0] in made} == set()
