"""JSON Resume both ways, without loss of what both know."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.content.reading import source_of
from tests.end_to_end.command import run_casedoc

from casedoc.build.check import read_content
from casedoc.build.resume import import_into, resume_of
from casedoc.build.selection import Selection
from casedoc.build.workspace import open_workspace
from casedoc.content.resume_import import markdown_of
from casedoc.locale.spec import locale_spec
from casedoc.source.element import plain_text

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "view" / "json_resume" / "schema.json").read_text()
)
RESUME: dict[str, Any] = {
    "basics": {
        "name": "Jörg Müller-Lüdenscheidt",
        "label": "Berater: *Daten* & mehr",
        "email": "j@example.org",
        "phone": "+49 30 1",
        "url": "https://example.org",
        "summary": "Ich baue um. – 50 %",
        "location": {"city": "Köln", "countryCode": "DE", "postalCode": "01234"},
        "profiles": [{"network": "X", "username": "no"}],
    },
    "work": [
        {
            "name": "Firma #1", "position": "yes", "startDate": "2019-01", "endDate": "2020-02-03",
            "highlights": ["a: b", "- x", "2020"], "url": "https://f.example",
        }
    ],
    "volunteer": [{"organization": "Verein", "position": "Kasse"}],
    "education": [{"institution": "Uni", "studyType": "Diplom", "endDate": "2001"}],
    "awards": [{"title": "Preis", "date": "2020", "awarder": "Stadt"}],
    "certificates": [{"name": "CKA", "date": "2020-05", "issuer": "LF"}],
    "publications": [{"name": "Buch", "releaseDate": "2010-10-01"}],
    "skills": [{"name": "Web", "level": "Master", "keywords": ["HTML", "no", "1.0"]}],
    "languages": [{"language": "Deutsch", "fluency": "Muttersprache"}],
    "interests": [{"name": "Garten", "keywords": ["Rosen"]}],
    "references": [{"name": "Ida", "reference": "Gut."}],
    "projects": [
        {
            "name": "Ein *großes* Projekt: {x}", "description": "Alles 50 % besser",
            "highlights": ["*Eins* & [zwei](x)", "1. drei `code`", "{num}`3`", "<b>", "- x"],
            "keywords": ["Python", "C++"], "startDate": "2020-01", "endDate": "2021",
            "url": "https://p.example", "roles": ["Lead", "Dev"], "entity": "Kunde AG",
            "type": "application",
        },
        {"name": "cv", "startDate": "2024"},
        {"name": "Ein Ende", "endDate": "2019-05-01"},
    ],
}  # fmt: skip


def round_trip(root: Path, resume: dict[str, Any], tag: str = "de") -> dict[str, Any]:
    root.mkdir(parents=True, exist_ok=True)
    (root / "resume.json").write_text(json.dumps(resume), "utf-8")
    spec = locale_spec(tag)
    assert spec is not None
    done = import_into(root, root / "resume.json", spec, replaces=True)
    assert done.value is not None, done.diagnostics
    workspace = open_workspace(root, {}).value
    assert workspace is not None
    project = read_content(workspace, None)
    errors = [one for file in project.files for one in file.diagnostics if one.is_error]
    assert errors == []
    exported = resume_of(project, Selection(), tag, None)
    assert exported.value is not None
    data: dict[str, Any] = json.loads(exported.value)
    jsonschema.validate(data, SCHEMA)
    return data


def plain(resume: dict[str, Any]) -> dict[str, Any]:
    """Return a resume without what tells of the file."""
    return {name: value for name, value in resume.items() if name != "$schema"}


def test_there_and_back(tmp_path: Path) -> None:
    exported = round_trip(tmp_path / "a", RESUME)
    assert plain(exported) == plain(RESUME)
    assert round_trip(tmp_path / "b", exported, "en") == exported


LINES = (
    st.text(
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
DATES = (
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: day.isoformat())
    | st.just("2020-05")
    | st.just("1999")
)


@st.composite
def projects(draw: st.DrawFn) -> list[dict[str, Any]]:
    names = draw(st.lists(LINES, max_size=3, unique=True))
    found = []
    for name in names:
        start, end = sorted((draw(DATES), draw(DATES)))
        project = {
            "name": name,
            "description": draw(LINES),
            "highlights": draw(st.lists(LINES, max_size=4)),
            "keywords": draw(st.lists(LINES, max_size=3)),
            "startDate": start,
            "endDate": end,
            "entity": draw(LINES),
        }
        found.append({key: value for key, value in project.items() if value})
    return found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(projects(), LINES)
def test_any_resume_comes_back(tmp_path: Path, found: list[dict[str, Any]], label: str) -> None:
    root = tmp_path / str(len(list(tmp_path.iterdir())))
    resume = {"basics": {"name": "Anna", "label": label}, "projects": found}
    known = {key: value for key, value in resume.items() if value}
    assert plain(round_trip(root, resume)) == plain(known)


@given(LINES)
def test_a_line_reads_as_it_was_written(text: str) -> None:
    source, _world = source_of("title: A", f"- {markdown_of(text)}")
    (block,) = source.blocks
    (item,) = block.children
    assert plain_text(item.children[0].children) == text


def test_both_languages_of_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text(
        "---\ntitle: Ein Fall\nclient: {name: Nord AG, alias: ein Werk, confidential: true}\n---\n"
        "\n## Lösung\n\n- Für die Nord AG gebaut\n\n## Ergebnisse\n\n- **40 %** weniger Ausfälle\n",
        "utf-8",
    )
    (tmp_path / "content/profile.yaml").write_text(
        "basics: {name: Anna, label: {de: Ingenieurin, en: Engineer}}\n"
        "work: [{name: A, endDate: present}]\n"
    )
    done = run_casedoc("export", "--json-resume", "-o", "out/r.json", cwd=tmp_path)
    assert done.code == 0, done.err
    data = json.loads((tmp_path / "out/r.json").read_text())
    assert data["basics"]["label"] == "Ingenieurin"
    assert data["work"] == [{"name": "A"}]
    assert data["projects"] == [
        {
            "name": "Ein Fall", "entity": "ein Werk",
            "highlights": ["40 % weniger Ausfälle", "Für das Werk gebaut"],
        }
    ]  # fmt: skip
    english = run_casedoc("export", "--json-resume", "--lang", "en", cwd=tmp_path)
    assert json.loads(english.out)["basics"]["label"] == "Engineer"
    assert "Nord" not in english.out + english.err


def test_the_stubs_build_at_once(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(
        b"\xef\xbb\xbf" + json.dumps(RESUME).replace("\n", "\r\n").encode()
    )
    assert run_casedoc("import", "r.json", "--lang", "en", cwd=tmp_path).code == 0
    done = run_casedoc("build", "--lang", "en", cwd=tmp_path)
    assert done.code == 0, done.err
    assert len(list((tmp_path / "output").glob("*.pdf"))) == 5


def test_what_a_profile_can_not_take_is_told_at_its_place(tmp_path: Path) -> None:
    resume = {"basics": {"name": "A"}, "work": [{"position": "Lead", "startDate": "2020-02-31"}]}
    (tmp_path / "r.json").write_text(json.dumps(resume))
    done = run_casedoc("import", "r.json", cwd=tmp_path)
    assert done.code == 1
    assert "content/profile.yaml:4:" in done.err
    assert (tmp_path / "content/profile.yaml").exists()


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"basics": ', "r.json:1:12: error[CD111]"),
        ('{"basics": NaN}', "this is no JSON"),
        ('{"basics": ' + "1" * 5000 + "}", "thousands of digits"),
        ("[1]", "a resume must be an object"),
        ('{"basics": {"name": "A"}, "projects": {}}', "`projects` must be a list"),
        ('{"basics": {"name": "A"}, "projects": [1]}', "`projects[1]` must be an object"),
        ('{"basics": {"name": "A"}, "work": [{"highlights": "x"}]}', "`work[1].highlights`"),
        ('{"projects": []}', "`basics.name` is missing"),
    ],
)
def test_wrong_files_are_told(tmp_path: Path, content: str, place: str) -> None:
    (tmp_path / "r.json").write_text(content)
    done = run_casedoc("import", "r.json", cwd=tmp_path)
    assert done.code == 1
    assert place in done.err
    assert not (tmp_path / "content").exists()


def test_nothing_is_replaced_and_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(RESUME))
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/ein-ende.md").write_text("mine")
    done = run_casedoc("import", "r.json", cwd=tmp_path)
    assert done.code == 1
    assert "content/de/ein-ende.md" in done.err
    assert not (tmp_path / "content/profile.yaml").exists()
    assert run_casedoc("import", "r.json", "--force", cwd=tmp_path).code == 0
    assert (tmp_path / "content/de/ein-ende.md").read_text() != "mine"


def test_export_wants_a_form(tmp_path: Path) -> None:
    assert run_casedoc("export", cwd=tmp_path).code == 2


def test_what_was_there_comes_back_where_not_all_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps(RESUME))
    (tmp_path / "content/de/ein-ende.md").mkdir(parents=True)
    (tmp_path / "content/profile.yaml").write_text("mine")
    done = run_casedoc("import", "r.json", "--force", cwd=tmp_path)
    assert done.code == 1
    assert (tmp_path / "content/profile.yaml").read_text() == "mine"
    assert [path.name for path in (tmp_path / "content/de").iterdir()] == ["ein-ende.md"]


def test_a_resume_without_a_broken_study_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text("---\ntitle: A\n---\n\nText.\n")
    (tmp_path / "content/de/b.md").write_text("---\ndate: 2023-02-31\n---\n\nText.\n")
    done = run_casedoc("export", "--json-resume", "-o", "r.json", cwd=tmp_path)
    assert done.code == 1
    assert not (tmp_path / "r.json").exists()


def test_no_such_language_is_a_mistake_of_usage(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = run_casedoc("export", "--json-resume", "--lang", "xx", cwd=tmp_path)
    assert done.code == 2
    assert "unknown language `xx`" in done.err
