"""`--check-reproducible` builds twice, and tells what comes out otherwise."""

from pathlib import Path

from tests.build.studies import BODY, study
from tests.end_to_end.command import run_casedoc, write_files

BY_CHANCE = """
{% macro kicker(cells, original=none, logo=none) %}
<p class="kicker">{{ range(1000000) | random }}</p>
{% endmacro %}
"""


def test_the_same_twice_is_fine(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/one.md": study("Eins", body=BODY)})
    done = run_casedoc("build", "one", "--check-reproducible", cwd=tmp_path)
    assert (done.code, done.complaints) == (0, [])
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == [
        "SHA256SUMS",
        "manifest.json",
        "one.de.pdf",
    ]


def test_what_changes_is_told(tmp_path: Path) -> None:
    files = {
        "content/one.md": study("Eins", body=BODY),
        "templates/partials/kicker.html": BY_CHANCE,
    }
    write_files(tmp_path, files)
    done = run_casedoc("build", "one", "--check-reproducible", cwd=tmp_path)
    assert done.code == 1
    assert "`one.de.pdf` came out otherwise" in done.err
    assert [code for code, _path, _line in done.complaints if code == "CD661"] == ["CD661"]
