"""Profiles: what they select and set, and two of them side by side."""

import json
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from tests.build.studies import project_of, study
from tests.conftest import REPOSITORY
from tests.end_to_end.command import run_casedoc, write_files

from casedoc.build.profiles import selection_of, tailored, unknown_profiles
from casedoc.build.request import BuildRequest
from casedoc.build.selection import Selection
from casedoc.build.workspace import Workspace, open_workspace
from casedoc.content.profile_settings import ProfileSettings

SETTINGS = """languages = ["de", "en"]
[technologies]
matrix = true
[profiles.agency]
tags = ["data"]
technologies = ["PostgreSQL"]
since = "2022"
at-most = 2
order = "date"
kinds = ["booklet", "cv"]
clients = "anonymous"
recipient = {de = "Agentur Nordstern", en = "Northstar Agency"}
letter = {de = "content/_letters/agency.de.md"}
matrix = false
[profiles.tender]
slugs = ["valve-configurator", "water-network"]
kinds = ["cv", "one-pager"]
languages = ["en"]
file-name = "{profile}-{name}.{lang}"
"""
LETTER = "---\ntitle: Guten Tag,\n---\n\nwie bei der Quastenberg Armaturenwerke GmbH.\n"


def workspace(root: Path, settings: str = SETTINGS) -> Workspace:
    (root / "casedoc.toml").write_text(settings)
    opened = open_workspace(root, {})
    assert opened.value is not None, opened.diagnostics
    return opened.value


def test_a_profile_narrows_and_its_settings_take_the_place_of_the_usual_ones(
    tmp_path: Path,
) -> None:
    request = BuildRequest(Selection(featured=True), profiles=("agency", "tender"))
    agency, tender = tailored(workspace(tmp_path), request)
    assert agency.workspace.settings.file_name == "{name}-{profile}.{lang}"
    assert tender.workspace.settings.file_name == "{profile}-{name}.{lang}"
    assert agency.workspace.settings.technologies.matrix is False
    assert tender.workspace.settings.technologies.matrix is True
    assert (agency.stance.audience, agency.stance.names_nobody) == ("agency", True)
    assert (tender.stance.audience, tender.stance.names_nobody) == ("tender", False)
    assert tender.request.languages == ("en",)
    assert [kind.value for kind in agency.request.kinds] == ["booklet", "cv"]
    assert agency.request.selection.featured
    assert agency.request.selection.within is not None


def test_options_win_over_a_profile(tmp_path: Path) -> None:
    request = BuildRequest(languages=("de",), profiles=("tender",))
    (tender,) = tailored(workspace(tmp_path), request)
    assert tender.request.languages == ("de",)


def test_an_unknown_profile_is_told_with_the_nearest(tmp_path: Path) -> None:
    (found,) = unknown_profiles(workspace(tmp_path).settings, ("agncy",))
    assert (found.code.number, found.hint) == ("CD712", "did you mean `agency`?")


@pytest.mark.parametrize(
    "setting",
    [
        'since = "soon"',
        "at-most = 0",
        'clients = "all"',
        'kinds = ["poster"]',
        'colour = "red"',
        'languages = ["xx"]',
    ],
)
def test_a_mistake_in_a_profile_has_its_place(tmp_path: Path, setting: str) -> None:
    (tmp_path / "casedoc.toml").write_text(f"[profiles.agency]\n{setting}\n")
    opened = open_workspace(tmp_path, {})
    assert opened.value is None
    assert {one.span.line for one in opened.diagnostics if one.span} == {2}


def test_a_name_that_could_not_be_in_a_file_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "casedoc.toml").write_text('[profiles."A B"]\nfeatured = true\n')
    assert open_workspace(tmp_path, {}).value is None


def test_selection_says_why_not() -> None:
    project = project_of(
        {
            "a.md": study("A", "date: 2021", "technologies: [Go]", "featured: true"),
            "b.md": study("B", "date: 2023", "technologies: [Go]", "featured: true"),
            "c.md": study("C", "date: 2024", "technologies: [Go]", "featured: true"),
            "d.md": study("D", "date: 2024", "technologies: [Java]", "featured: true"),
            "e.md": study("E", "date: 2024", "technologies: [Go]", "draft: true"),
        }
    )
    profile = ProfileSettings.model_validate(
        {"technologies": ["go"], "since": "2022", "at-most": "1", "order": "date"}, by_alias=True
    )
    selection = Selection(within=selection_of(profile))
    reasons = {one.slug: selection.objection(one, None) for one in project.studies}
    assert reasons == {
        "a": "ended before", "b": None, "c": None, "d": "other technologies", "e": "draft",
    }  # fmt: skip
    meant = [one for one in project.studies if selection.takes(one, None)]
    assert [one.slug for one in selection.choose(meant, None)] == ["c"]
    named = Selection(slugs=("a",), within=selection_of(profile))
    assert [one.slug for one in project.studies if named.takes(one, None)] == ["a"]


def test_named_studies_of_a_profile_stand_in_its_order() -> None:
    project = project_of({f"{name}.md": study(name.upper()) for name in "abc"})
    profile = ProfileSettings.model_validate({"slugs": ["c", "a"]}, by_alias=True)
    selection = Selection(within=selection_of(profile))
    meant = [one for one in project.studies if selection.takes(one, None)]
    assert [one.slug for one in selection.choose(meant, None)] == ["c", "a"]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two profiles of the samples, built in one run."""
    root = tmp_path_factory.mktemp("profiles")
    shutil.copytree(REPOSITORY / "content", root / "content")
    (root / "content/_letters").mkdir()
    (root / "content/_letters/agency.de.md").write_text(LETTER, "utf-8")
    settings = SETTINGS.replace('tags = ["data"]\n', "").replace('"anonymous"', '"agreed"')
    (root / "casedoc.toml").write_text(settings)
    done = run_casedoc("build", "--profile", "agency", "--profile", "tender", cwd=root)
    assert done.code == 0, done.err
    return root


def test_two_profiles_side_by_side(both: Path) -> None:
    made = sorted(path.name for path in (both / "output").glob("*.pdf"))
    assert made == [
        "cv-agency.de.pdf", "portfolio-agency.de.pdf", "tender-cv.en.pdf",
        "tender-valve-configurator.en.pdf", "tender-water-network.en.pdf",
    ]  # fmt: skip


def test_the_manifest_tells_which_sources_went_into_which(both: Path) -> None:
    manifest = json.loads((both / "output/manifest.json").read_text())
    entries = {entry["file"]: entry for entry in manifest["files"]}
    assert {entry["profile"] for entry in entries.values()} == {"agency", "tender"}
    booklet, cv = entries["portfolio-agency.de.pdf"], entries["tender-cv.en.pdf"]
    assert booklet["case_studies"] == ["water-network", "valve-configurator"]
    paths = {one["path"] for one in booklet["sources"]}
    assert paths >= {
        "content/_letters/agency.de.md",
        "content/de/valve-configurator.md",
        "content/de/water-network.md",
        "content/profile.yaml",
    }
    assert cv["case_studies"] == ["valve-configurator", "water-network"]
    assert "content/en/water-network.md" in {one["path"] for one in cv["sources"]}
    assert not any("k8s" in path for path in paths)


def test_the_recipient_and_the_letter_are_on_paper(both: Path) -> None:
    text = words_of(both / "output/portfolio-agency.de.pdf")
    assert "für Agentur Nordstern" in text
    assert "Guten Tag," in text
    assert "wie bei dem Hersteller von Industriearmaturen." in text
    for name, subject in (("cv-agency.de", "Nordstern"), ("tender-cv.en", "")):
        said = information_of(both / f"output/{name}.pdf")
        assert subject in said["/Subject"]
    assert "für Agentur Nordstern" not in words_of(both / "output/tender-cv.en.pdf")


def test_list_says_what_each_takes_and_why(both: Path) -> None:
    done = run_casedoc(
        "list", "--profile", "agency", "--profile", "tender", "--output-format", "json", cwd=both
    )
    rows = {row["slug"]: row["profiles"] for row in json.loads(done.out)["case_studies"]}
    assert rows["water-network"] == {"agency": {"de": "taken"}, "tender": {"en": "taken"}}
    assert rows["crate-pool"]["agency"] == {"de": "beyond the first"}
    assert rows["museum-audioguide"]["tender"] == {"en": "not among the profile's"}


def test_without_an_alias_for_all_an_anonymous_profile_makes_nothing_of_it(tmp_path: Path) -> None:
    text = "---\ntitle: A\nclient: %s\n---\n\nFür die Werft Eins gebaut.\n"
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text(text % "Werft Eins")
    client = "{name: Werft Zwei, alias: eine Werft}"
    (tmp_path / "content/de/b.md").write_text((text % client).replace("Eins", "Zwei"))
    (tmp_path / "casedoc.toml").write_text('[profiles.agency]\nclients = "anonymous"\n')
    done = run_casedoc("build", "--profile", "agency", "--kind", "one-pager", cwd=tmp_path)
    assert done.code == 1
    assert "CD501" in done.err
    assert [path.name for path in (tmp_path / "output").glob("*.pdf")] == ["b-agency.de.pdf"]
    text = words_of(tmp_path / "output/b-agency.de.pdf")
    assert "Für die Werft gebaut." in text
    assert "Zwei" not in text


def test_an_unknown_profile_is_told_as_data_too(tmp_path: Path) -> None:
    done = run_casedoc(
        "list", "--profile", "agency", "--output-format", "json", cwd=_with_masked_study(tmp_path)
    )
    assert done.code == 2
    assert [one["code"] for one in json.loads(done.out)["diagnostics"]] == ["CD712"]


def test_a_booklet_is_kept_where_a_study_under_another_name_is_broken(tmp_path: Path) -> None:
    root = _with_masked_study(tmp_path)
    assert run_casedoc("build", "--kind", "booklet", cwd=root).code == 0
    before = (root / "output/portfolio.de.pdf").read_bytes()
    manifest = (root / "output/manifest.json").read_text()
    assert "werft-zwei" not in manifest
    # Two files of one slug are both refused, the one that is in the booklet unchanged.
    twin = (root / "content/de/werft-zwei.md").read_text()
    (root / "content/de/twin.md").write_text(twin.replace("title: A", "title: A\nslug: werft-zwei"))
    done = run_casedoc("build", "--kind", "booklet", cwd=root)
    assert done.code == 1
    assert "is left as it is" in done.err
    assert (root / "output/portfolio.de.pdf").read_bytes() == before


def test_a_study_is_meant_by_the_slug_that_its_author_wrote(tmp_path: Path) -> None:
    root = _with_masked_study(tmp_path)
    done = run_casedoc("build", "werft-zwei", cwd=root)
    assert (done.code, done.err) == (0, "")
    assert [path.name for path in (root / "output").glob("*.pdf")] == ["eine-werft.de.pdf"]
    rows = run_casedoc("list", "werft-zwei", "--output-format", "json", cwd=root).data
    selected = {row["slug"]: row["selected"] for row in rows["case_studies"]}
    assert selected == {"eine-werft": ["de"], "other": []}


def test_a_build_for_everybody_keeps_what_is_anonymous(tmp_path: Path) -> None:
    client = "{name: Andere AG, alias: eine große Bank}"
    write_files(
        tmp_path,
        {
            "casedoc.toml": '[profiles.anon]\nclients = "anonymous"\n',
            "content/de/andere-umzug.md": f"---\ntitle: A\nclient: {client}\n---\n\nText.\n",
            "content/de/b.md": "---\ntitle: B\n---\n\nText.\n",
        },
    )
    kind = ("--kind", "one-pager")
    assert run_casedoc("build", "--profile", "anon", *kind, cwd=tmp_path).code == 0
    made = {path.name for path in (tmp_path / "output").glob("*.pdf")}
    assert run_casedoc("build", "b", cwd=tmp_path).code == 0
    assert {path.name for path in (tmp_path / "output").glob("*.pdf")} == made | {"b.de.pdf"}
    (tmp_path / "content/de/andere-umzug.md").unlink()
    assert run_casedoc("build", "--profile", "anon", *kind, cwd=tmp_path).code == 0
    names = {path.name for path in (tmp_path / "output").glob("*.pdf")}
    assert names == {"b-anon.de.pdf", "b.de.pdf"}


def test_a_changed_study_costs_no_file_of_another(tmp_path: Path) -> None:
    client = "{name: Werft Zwei, alias: eine Werft, confidential: true}"
    text = f"---\ntitle: A\nslug: %s\nclient: {client}\n---\n\nText.\n"
    paths = {name: f"content/de/{name}.md" for name in ("werft-zwei", "werft.zwei")}
    write_files(tmp_path, {path: text % name[-4:] + name for name, path in paths.items()})
    for number, path in enumerate(paths.values()):
        (tmp_path / path).write_text(text % f"s{number}")
    assert run_casedoc("build", "--kind", "one-pager", cwd=tmp_path).code == 0
    (tmp_path / "content/de/werft-zwei.md").write_text(text % "s0" + "\nMehr.\n")
    assert run_casedoc("build", "s1", cwd=tmp_path).code == 0
    names = {path.name for path in (tmp_path / "output").glob("*.pdf")}
    assert names == {"s0.de.pdf", "s1.de.pdf"}


def _with_masked_study(root: Path) -> Path:
    """A workspace with a file that is called after a confidential client."""
    (root / "content/de").mkdir(parents=True)
    client = "{name: Werft Zwei, alias: eine Werft, confidential: true}"
    text = f"---\ntitle: A\nclient: {client}\n---\n\nFür die Werft Zwei gebaut.\n"
    (root / "content/de/werft-zwei.md").write_text(text)
    (root / "content/de/other.md").write_text("---\ntitle: B\n---\n\nEin Text.\n")
    return root


def words_of(path: Path) -> str:
    read = ["/usr/bin/pdftotext", "-raw", str(path), "-"]
    text = subprocess.run(read, capture_output=True, check=True).stdout.decode()
    return " ".join(text.split())


def information_of(path: Path) -> dict[str, str]:
    return {key: str(value) for key, value in (pypdf.PdfReader(path).metadata or {}).items()}
