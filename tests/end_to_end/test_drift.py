"""`casedoc check` catches what no longer agrees in two languages, each at its line."""

import shutil
from pathlib import Path

from tests.end_to_end.command import run_casedoc

CONTENT = Path(__file__).parents[2] / "content"


def line_of(path: Path, words: str) -> int:
    (number,) = [
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if words in line
    ]
    return number


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_number_a_lost_section_and_a_lost_link_are_told_at_their_lines(
    tmp_path: Path,
) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "casedoc.toml").write_text('languages = ["de", "en"]\n')
    german, english = (tmp_path / "content" / one / "crate-pool.md" for one in ("de", "en"))
    before = run_casedoc("check", "content/en/crate-pool.md", cwd=tmp_path)
    assert (before.code, before.complaints) == (0, [])

    change(english, "answered 1,150 queries", "answered 1,510 queries")
    text = english.read_text(encoding="utf-8")
    start, end = text.index("### Four waves"), text.index("### Operations and handover")
    english.write_text(text[:start] + text[end:], encoding="utf-8")
    change(
        english,
        "- [Interface for movements](https://example.com/crate-pool/openapi.yaml)",
        "- Interface",
    )

    found = run_casedoc("check", "--strict", "--output-format", "json", cwd=tmp_path)
    assert found.code == 3
    told = {
        one["code"]: (one["path"], one["line"], one["message"], one["related"][0])
        for one in found.data["diagnostics"]
        if one["path"].endswith("crate-pool.md")
    }
    assert sorted(told) == ["CD250", "CD251", "CD252"]
    path, line, message, related = told["CD251"]
    assert (path, line) == ("content/en/crate-pool.md", line_of(english, "answered 1,510"))
    assert message == "`1,510` here, but `1.150` in `content/de/crate-pool.md`"
    assert (related["path"], related["line"]) == (
        "content/de/crate-pool.md", line_of(german, "beantwortete 1.150")
    )  # fmt: skip
    path, line, message, related = told["CD250"]
    assert (path, line) == ("content/de/crate-pool.md", line_of(german, "### Umstellung in vier"))
    assert "`Umstellung in vier Wellen` is missing in `content/en/crate-pool.md`" in message
    assert related["line"] == line_of(english, "### Connecting the sites")
    path, line, message, related = told["CD252"]
    assert (path, line) == ("content/de/crate-pool.md", line_of(german, "openapi.yaml"))
    assert (related["path"], related["line"]) == (
        "content/en/crate-pool.md", line_of(english, "## External links")
    )  # fmt: skip


def test_our_own_samples_have_no_more_than_the_claim_of_the_first_study(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    assert run_casedoc("check", cwd=tmp_path).complaints == [
        ("CD270", "content/de/k8s-migration.md", 35),
        ("CD270", "content/en/k8s-migration.md", 35),
    ]
