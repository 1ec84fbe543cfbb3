"""A document that fails its proof is not published, and costs no older file."""

from pathlib import Path

from tests.build.studies import BODY, codes_of, study, workspace_at

from casedoc.build.build import build
from casedoc.build.build_report import BuildReport
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest

HIDING = "@layer theme { .section__heading { display: none } }\n"


def made(root: Path, theme: str) -> BuildReport:
    files = {
        "content/one.md": study("Eins", body=BODY),
        "casedoc.toml": f'theme = "{theme}"\n',
        "templates/themes/own/theme.toml": 'extends = "beleg"\n',
        "templates/themes/own/css/own.css": HIDING,
    }
    request = BuildRequest(kinds=(DocumentKind.ONE_PAGER,), jobs=1)
    return build(workspace_at(root, files), request)


def test_what_a_stylesheet_hides_is_told_and_not_published(tmp_path: Path) -> None:
    assert codes_of(made(tmp_path, "beleg").diagnostics) == []
    before = (tmp_path / "output" / "one.de.pdf").read_bytes()
    report = made(tmp_path, "own")
    found = [one for one in report.diagnostics if one.code.number == "CD655"]
    assert found
    assert all(one.is_error for one in found)
    assert {one.span.path for one in found if one.span} == {"content/one.md"}
    assert report.documents == ()
    assert (tmp_path / "output" / "one.de.pdf").read_bytes() == before
