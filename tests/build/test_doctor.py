"""What a machine lacks is told with the command that mends it."""

from pathlib import Path

import pytest
from tests.build.studies import workspace_at
from tests.end_to_end.command import run_casedoc

from casedoc.build import doctor
from casedoc.build.doctor import Finding, State, examine, install_libraries


def test_here_nothing_is_lacking(tmp_path: Path) -> None:
    done = run_casedoc("doctor", "--output-format", "json", cwd=tmp_path)
    checks = {one["name"]: one for one in done.data["checks"]}
    assert done.code == 0
    assert {one["state"] for one in checks.values()} <= {"fine", "worse"}
    assert checks["WeasyPrint"]["told"].startswith("70")
    assert checks["a page"]["told"] == "3 pages of a sample were printed and proven"
    assert all((one["mend"] is None) == (one["state"] == "fine") for one in checks.values())


def test_it_is_told_as_text_too(tmp_path: Path) -> None:
    done = run_casedoc("doctor", cwd=tmp_path)
    assert done.code == 0
    assert "fine     Python: 3." in done.out


@pytest.mark.parametrize(
    ("told", "command"),
    [
        ('ID=debian\nVERSION_ID="12"\n', "apt-get install"),
        ("ID=linuxmint\nID_LIKE=ubuntu\n", "apt-get install"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf install"),
        ("ID=alpine\n", "apk add"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "zypper install"),
        ("ID=something\n", "install Pango, HarfBuzz and Fontconfig"),
    ],
)
def test_the_command_is_that_of_the_system(tmp_path: Path, told: str, command: str) -> None:
    release = tmp_path / "os-release"
    release.write_text(told)
    assert install_libraries(release).startswith(command)


@pytest.mark.parametrize(
    ("versions", "name", "state"),
    [
        (("", "8.0", "there", "2"), "Pango", State.LACKING),
        (("1.40.1", "8.0", "there", "2"), "Pango", State.LACKING),
        (("1.50.12", "8.0", "", "2"), "HarfBuzz subset", State.WORSE),
        (("1.50.12", "8.0", "there", ""), "Fontconfig", State.LACKING),
    ],
)
def test_a_library_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, versions: tuple[str, ...], name: str, state: State
) -> None:
    monkeypatch.setattr(doctor, "library_versions", lambda: versions)
    found = [one for one in doctor._libraries() if one.state is not State.FINE]
    assert [(one.name, one.state) for one in found] == [(name, state)]
    assert found[0].mend


def test_a_folder_that_can_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = workspace_at(tmp_path)

    def refuse(**_where: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("casedoc.build.doctor.tempfile.TemporaryFile", refuse)
    found = {one.name: one for one in doctor._folders(workspace)}
    assert found["output"].state is State.LACKING
    assert found["cache"].state is State.WORSE
    assert found["output"].mend.startswith("chmod")


def test_what_breaks_is_told_and_the_rest_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_() -> str:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(doctor, "_weasyprint", break_)
    monkeypatch.setattr(doctor, "_page", break_)
    monkeypatch.setattr(doctor, "_terminal", lambda: Finding("terminal", State.FINE, ""))
    found = {one.name: one for one in examine(None)}
    assert found["WeasyPrint"].state is State.LACKING
    assert "libpango" in found["WeasyPrint"].told
    assert found["fonts"].state is State.FINE
