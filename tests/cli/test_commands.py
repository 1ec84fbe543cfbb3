"""`build`, `check` and `list` as PRODUCT describes them."""

import json
from pathlib import Path

import pytest
from tests.build.studies import study
from tests.cli.conftest import Run
from tests.end_to_end.command import run_casedoc, write_files

BROKEN = study("Kaputt", "date: 2023-02-30")
WARNED = study("Gewarnt", "colour: blue")


def with_content(root: Path) -> None:
    """One good study in two languages, and one draft."""
    write_files(
        root,
        {
            "content/de/good.md": study("Gut", "date: 2022-03", "category: Web", "featured: true"),
            "content/en/good.md": study("Good", "date: 2022-03", "category: Web", "featured: true"),
            "content/de/later.md": study("Später", "draft: true"),
        },
    )


def test_build_says_what_it_made(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    finished = run("build", "--kind", "one-pager", "--format", "html", "--format", "pdf", "-j1")
    assert (finished.code, finished.err) == (0, "")
    output = tmp_path / "output"
    assert finished.out == (f"{output}/good.de.html  (1 page)\n{output}/good.de.pdf  (1 page)\n")


def test_build_in_json_repeats_the_manifest(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    finished = run("build", "good", "--output-format", "json", "-j1")
    assert finished.code == 0
    assert set(finished.data) == {"diagnostics", "documents", "up_to_date", "folder"}
    assert finished.data["folder"] == str(tmp_path / "output")
    manifest = json.loads((tmp_path / "output" / "manifest.json").read_text())
    assert finished.data["documents"] == manifest["files"]


def test_verbose_tells_more_and_quiet_nothing(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    assert "level 4 poster" in run("build", "good", "-v", "-j1").out
    assert run("build", "good", "-q", "-j1").out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("build", "god"), 1, "hint: did you mean `good`?"),
        (("build", "later"), 1, "is a draft"),
        (("build", "--category", "nothing"), 1, "error[CD702]"),
        (("build", "--lang", "tlh"), 2, "error[CD712]"),
        (("build", "--kind", "poster"), 2, "poster"),
        (("build", "--format", "doc"), 2, "doc"),
        (("build", "--jobs", "0"), 2, "--jobs"),
        (("build", "--since", "soon"), 2, "--since"),
        (("build", "--until", "2023-02-30"), 2, "--until"),
        (("build", "--as-of", "someday"), 2, "--as-of"),
        (("build", "--nonsense"), 2, "--nonsense"),
        (("check", "nowhere"), 2, "nowhere"),
        (("list", "--output-format", "xml"), 2, "xml"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_wrong_usage_is_told(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    with_content(tmp_path)
    finished = run(*arguments)
    assert finished.code == code
    assert said in finished.err
    assert finished.out == ""
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_broken_settings_exit_with_2(run: Run, tmp_path: Path, command: str, form: str) -> None:
    with_content(tmp_path)
    (tmp_path / "casedoc.toml").write_text('paper = "A5"\n')
    finished = run(command, "--output-format", form)
    assert finished.code == 2
    assert "CD710" in finished.out + finished.err
    if form == "json":
        assert finished.data_complaints == [("CD710", "casedoc.toml", 1)]


def test_two_documents_of_one_name_end_a_build_before_it_begins(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    (tmp_path / "casedoc.toml").write_text('languages = ["de", "en"]\nfile-name = "{name}"\n')
    finished = run("build", "good", "--lang", "all")
    assert (finished.code, finished.complaints) == (2, [("CD704", "", 0)])
    assert not (tmp_path / "output").exists()


def test_strict_makes_warnings_count(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": WARNED, "casedoc.toml": 'languages = ["de"]\n'})
    warned = [("CD304", "content/a.md", 3)]
    for arguments in (("check",), ("build", "a", "-j1")):
        relaxed, strict = run(*arguments), run(*arguments, "--strict")
        assert (relaxed.code, strict.code) == (0, 3)
        assert relaxed.complaints == strict.complaints == warned
        assert "warning[CD304]" in strict.out + strict.err
    assert run("check", "--strict", "--output-format", "json").data["diagnostics"][0][
        "severity"
    ] == "warning"  # fmt: skip


def test_flag_before_variable_before_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_content(tmp_path)
    text = 'languages = ["de", "en"]\noutput = "from-file"\n'
    (tmp_path / "casedoc.toml").write_text(text)
    run("build", "good", "-j1")
    monkeypatch.setenv("CASEDOC_OUTPUT", "from-variable")
    monkeypatch.setenv("CASEDOC_LANG", "en")
    run("build", "good", "-j1")
    run("build", "good", "-j1", "-o", "from-flag", "--lang", "de")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf")) == [
        "from-file/good.de.pdf", "from-flag/good.de.pdf", "from-variable/good.en.pdf"
    ]  # fmt: skip


def test_today_is_what_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lasting = study("Noch", "period: {start: 2020-01, end: present}")
    write_files(tmp_path, {"content/lasting.md": lasting, "content/a.md": study("A", "date: 2022")})

    def selected(*arguments: str) -> list[str]:
        rows = run("list", "--output-format", "json", *arguments).data["case_studies"]
        return [row["slug"] for row in rows if row["selected"]]

    assert selected("--since", "2023") == []
    assert selected("--since", "2023", "--as-of", "2023-06") == ["lasting"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert selected("--since", "2023-11-14") == ["lasting"]
    assert selected("--since", "2023-11-15") == []
    for wrong in ("soon", "²", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        finished = run("list")
        assert finished.code == 2
        assert "SOURCE_DATE_EPOCH" in finished.err


def test_check_prints_to_standard_output_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    assert run("check").out == "3 case studies, nothing to complain of\n"
    write_files(tmp_path, {"content/de/bad.md": BROKEN})
    finished = run("check")
    assert (finished.code, finished.err) == (1, "")
    assert finished.complaints == [("CD221", "content/de/bad.md", 3)]
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((), ["content/de/bad.md", "content/en/bad.md"]),
        (("content/de",), ["content/de/bad.md"]),
        (("content/en/bad.md",), ["content/en/bad.md"]),
        (("content/de/good.md",), []),
        (("content/de/good.md", "content/en"), ["content/en/bad.md"]),
        ((".",), ["content/de/bad.md", "content/en/bad.md"]),
    ],
)
def test_check_of_paths_tells_of_them_alone(
    run: Run, tmp_path: Path, paths: tuple[str, ...], expected: list[str]
) -> None:
    with_content(tmp_path)
    write_files(tmp_path, {"content/de/bad.md": BROKEN, "content/en/bad.md": BROKEN})
    finished = run("check", *paths)
    assert [path for _code, path, _line in finished.complaints] == expected
    assert finished.code == (1 if expected else 0)


def test_check_of_one_path_counts_it_alone(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    finished = run("check", "content/de/good.md")
    assert finished.out == "1 case study, nothing to complain of\n"


def test_list_in_text(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    finished = run("list", "--featured")
    assert (finished.code, finished.err) == (0, "")
    assert [line.rstrip() for line in finished.out.splitlines()] == [
        "   slug   languages  date     category  title",
        "*  good   de, en     2022-03  Web       Gut (featured)",
        "   later  de                            Später (draft)",
    ]


def test_list_in_json(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    finished = run("list", "--lang", "all", "--featured", "--output-format", "json")
    assert finished.data == {
        "diagnostics": [],
        "case_studies": [
            {
                "slug": "good",
                "title": "Gut",
                "date": "2022-03",
                "category": "Web",
                "featured": True,
                "draft": False,
                "languages": {"de": "content/de/good.md", "en": "content/en/good.md"},
                "missing": [],
                "stale": [],
                "selected": ["de", "en"],
                "profiles": {},
            },
            {
                "slug": "later",
                "title": "Später",
                "date": None,
                "category": None,
                "featured": False,
                "draft": True,
                "languages": {"de": "content/de/later.md"},
                "missing": [],
                "stale": [],
                "selected": [],
                "profiles": {},
            },
        ],
    }


def test_list_says_which_languages_are_missing_and_stale(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    stale = study("Good", "date: 2022-03", "featured: true", "translated-from: deadbeef")
    write_files(tmp_path, {"content/en/good.md": stale, "content/de/only.md": study("Nur")})
    lines = {line.split()[1]: line for line in run("list").out.splitlines()[1:]}
    assert "de, en (stale)" in lines["good"]
    assert "de, no en" in lines["only"]
    rows = run("list", "--output-format", "json").data["case_studies"]
    assert {row["slug"]: (row["missing"], row["stale"]) for row in rows} == {
        "good": ([], ["en"]), "only": (["en"], []), "later": ([], [])
    }  # fmt: skip


def test_a_missing_translation_is_left_out_or_printed_in_its_original(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_content(tmp_path)
    write_files(tmp_path, {"content/de/only.md": study("Nur", "date: 2020")})
    asked = ("build", "only", "good", "--lang", "en", "--format", "html", "-j1")
    told = [("CD701", "content/de/only.md", 1)]
    left_out = run(*asked)
    assert (left_out.code, left_out.complaints) == (0, told)
    assert not (tmp_path / "output" / "only.en.html").exists()
    printed = run(*asked, "--fallback", "--strict")
    assert (printed.code, printed.complaints) == (3, told)
    assert "Original in German" in (tmp_path / "output" / "only.en.html").read_text()
    assert "Original in" not in (tmp_path / "output" / "good.en.html").read_text()
    manifest = json.loads((tmp_path / "output" / "manifest.json").read_text())
    said = {one["file"]: [d["code"] for d in one["diagnostics"]] for one in manifest["files"]}
    assert said == {"good.en.html": [], "only.en.html": ["CD701"]}
    monkeypatch.setenv("CASEDOC_FALLBACK", "1")
    assert "only.en.html" in run(*asked, "-v").out


def test_a_build_tells_of_drift_in_what_it_makes(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    other = study("Good", "date: 2022-04", "category: Web", "featured: true")
    write_files(tmp_path, {"content/en/good.md": other, "content/de/a.md": study("A")})
    drifted = [("CD255", "content/en/good.md", 3)]
    assert run("build", "good", "-j1").complaints == drifted
    assert run("build", "a", "-j1").complaints == []
    assert run("check", "content/en").complaints == drifted
    assert run("check", "content/de/good.md").complaints == drifted
    assert run("check", "content/de/a.md").complaints == [("CD701", "content/de/a.md", 1)]


def test_drift_comes_and_goes_with_either_version(run: Run, tmp_path: Path) -> None:
    def write(language: str, count: int) -> None:
        text = study("Good", body=f"## Problem\n\n{count} %\n")
        write_files(tmp_path, {f"content/{language}/good.md": text})

    drifted = [("CD251", "content/en/good.md", 7)]
    for german, english, expected in ((45, 45, []), (45, 54, drifted), (54, 54, [])):
        write("de", german)
        write("en", english)
        assert run("check").complaints == expected
        assert run("check").complaints == expected


def test_list_goes_on_where_a_file_is_broken(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    write_files(tmp_path, {"content/de/bad.md": BROKEN})
    finished = run("list")
    assert finished.code == 1
    assert "good" in finished.out
    assert finished.complaints == [("CD221", "content/de/bad.md", 3)]


def test_a_broken_profile_stops_a_build(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    write_files(tmp_path, {"content/profile.yaml": "basics: {name: [1]}\n"})
    finished = run("build", "-j1")
    assert (finished.code, finished.complaints) == (1, [("CD303", "content/profile.yaml", 1)])


def test_named_studies_are_not_held_up_by_others(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    write_files(tmp_path, {"content/de/bad.md": BROKEN})
    assert run("build", "good", "-j1").code == 0
    finished = run("build", "bad", "-j1")
    assert (finished.code, finished.complaints) == (1, [("CD221", "content/de/bad.md", 3)])


def test_ignored_warnings_do_not_count_for_strict(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": WARNED})
    assert run("check", "--strict").code == 3
    (tmp_path / "casedoc.toml").write_text('[check]\nignore = ["CD304"]\n')
    for arguments in (("check",), ("build", "a", "-j1"), ("list",)):
        finished = run(*arguments, *(() if arguments == ("list",) else ("--strict",)))
        assert (finished.code, finished.complaints) == (0, [])
        assert "CD304" not in finished.out + finished.err
    assert run("list", "--output-format", "json").data["diagnostics"] == []


def test_a_path_of_no_workspace_is_refused(run: Run, tmp_path: Path) -> None:
    with_content(tmp_path)
    write_files(tmp_path, {"other/content/a.md": study("A")})
    for command in (("check",), ("check", "--fix")):
        finished = run(*command, "other/content/a.md")
        assert (finished.code, "is no part of the workspace" in finished.err) == (2, True)
    assert run("check", ".").code == 0
    assert run("check", "casedoc.toml").code == 0


def test_annotations_name_files_from_the_repository(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": WARNED, "casedoc.toml": 'languages = ["de"]\n'})
    del run
    more = {"GITHUB_WORKSPACE": str(tmp_path.parent)}
    finished = run_casedoc("check", "--output-format", "github", cwd=tmp_path, more=more)
    assert f"file={tmp_path.name}/content/a.md,line=3" in finished.out


def test_locales_say_what_a_plain_language_means(run: Run, tmp_path: Path) -> None:
    text = study("A", "lang: en", body="On {date}`2023-08-15` for {usd}`5`.\n")
    for locale, printed in (("en-GB", "15 August 2023"), ("en-US", "August 15, 2023")):
        settings = f'languages = ["en"]\n[locales]\nen = "{locale}"\n'
        write_files(tmp_path, {"content/a.md": text, "casedoc.toml": settings})
        assert run("build", "a", "--format", "html", "-j1").complaints == []
        page = (tmp_path / "output" / "a.en.html").read_text(encoding="utf-8")
        assert printed in page.replace("\u00a0", " ")
