"""`[check] ignore`: warnings that nobody wants to hear of."""

from pathlib import Path

from tests.build.studies import study
from tests.end_to_end.command import write_files

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.build.build import build
from casedoc.build.check import check, in_order
from casedoc.build.kinds import DocumentKind
from casedoc.build.manifest import read_manifest
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import Workspace, open_workspace

IGNORING = '[check]\nignore = ["CD304", "CD404"]\n'
LONG = f"See [there](https://example.com/{'a' * 90})."
FILES = {
    "content/a.md": study("Eins", "colour: blue", "date: März 2022") + LONG,
    "casedoc.toml": "",
}


def opened(root: Path, **environment: str) -> Workspace:
    workspace = open_workspace(root, environment).value
    assert workspace is not None
    return workspace


def told(found: tuple[Diagnostic, ...]) -> set[str]:
    return {one.code.number for one in found}


def built(root: Path) -> tuple[set[str], set[str]]:
    """Return the codes that a build tells, and those in the manifest."""
    report = build(opened(root), BuildRequest(kinds=(DocumentKind.ONE_PAGER,), jobs=1))
    [entry] = read_manifest(root / "output").values()
    return told(report.diagnostics), {one["code"] for one in entry["diagnostics"]}


def test_check_leaves_them_out(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert told(check(opened(tmp_path)).diagnostics) == {"CD220", "CD304"}
    (tmp_path / "casedoc.toml").write_text(IGNORING)
    assert told(check(opened(tmp_path)).diagnostics) == {"CD220"}


def test_build_leaves_them_out_also_of_what_is_printed(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    usual, of_document = built(tmp_path)
    assert "CD404" in usual
    assert "CD404" in of_document
    (tmp_path / "casedoc.toml").write_text(IGNORING)
    assert built(tmp_path) == (usual - {"CD304", "CD404"}, of_document - {"CD404"})


def test_the_variable_wins_over_the_file(tmp_path: Path) -> None:
    write_files(tmp_path, FILES | {"casedoc.toml": IGNORING})
    workspace = opened(tmp_path, CASEDOC_CHECK_IGNORE="CD220, CD701", CASEDOC_LOCALES_EN="en-GB")
    assert workspace.settings.check.ignore == ["CD220", "CD701"]
    assert workspace.settings.locales == {"en": "en-GB"}
    assert told(check(workspace).diagnostics) == {"CD304"}


def test_what_has_become_an_error_is_told_all_the_same() -> None:
    span = Span.within("a.md", 1, 1)
    warning = Diagnostic(Code.FIELD_UNKNOWN, "a", span)
    error = Diagnostic(Code.FIELD_UNKNOWN, "b", span, severity_override=Severity.ERROR)
    assert in_order([warning, error], ["CD304"]) == (error,)
    assert in_order([warning, error]) == (warning, error)
