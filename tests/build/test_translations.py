"""The versions of a study: each is compared with the first, in the order of the languages."""

import hashlib

from tests.build.studies import project_of, study
from tests.view.views import SAMPLES, sample

from casedoc.base.diagnostic import Diagnostic
from casedoc.build.translations import compare_versions, versions_of
from casedoc.content.translations import find_drift

GERMAN = study("Eins", body="## Problem\n\nEs waren 45 Fälle.\n")
ENGLISH = study("One", body="## Problem\n\nThere were 54 cases.\n")


def places(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.code.number} {one.span.path if one.span else ''}" for one in found]


def test_each_version_is_compared_with_the_first_language() -> None:
    files = {"de/one.md": GERMAN, "en/one.md": ENGLISH, "de-AT/one.md": GERMAN}
    first_german = project_of(files, "de", "en", "de-AT")
    assert places(compare_versions(first_german)) == ["CD251 content/en/one.md"]
    first_english = project_of(files, "en", "de", "de-AT")
    assert places(compare_versions(first_english)) == [
        "CD251 content/de/one.md", "CD251 content/de-AT/one.md"
    ]  # fmt: skip


def test_all_layouts_make_pairs() -> None:
    for names in (("one.md", "one.en.md"), ("one.de.md", "en/one.md")):
        project = project_of(dict(zip(names, (GERMAN, ENGLISH), strict=True)), "de", "en")
        assert places(compare_versions(project)) == [f"CD251 content/{names[1]}"]
    declared = {"a.md": study("Eins", "slug: one"), "b.md": study("One", "slug: one", "lang: en")}
    (versions,) = versions_of(project_of(declared, "de", "en"))
    assert [file.path for file in versions.files] == ["content/a.md", "content/b.md"]


def test_a_version_with_errors_is_not_compared() -> None:
    files = {"de/one.md": GERMAN, "en/one.md": ENGLISH.replace("title: One", "title: ''")}
    assert compare_versions(project_of(files, "de", "en")) == ()


def test_only_the_studies_of_interest_are_compared() -> None:
    project = project_of({"de/one.md": GERMAN, "en/one.md": ENGLISH}, "de", "en")
    assert compare_versions(project, {"two"}) == ()
    assert len(compare_versions(project, {"one"})) == 1


def test_the_digest_of_the_original_is_that_of_its_bytes() -> None:
    original = GERMAN.replace("\n", "\r\n").encode()
    digest = hashlib.sha256(original).hexdigest()
    fresh = study("One", f"translated-from: {digest[:12]}", body="## Problem\n\n45 cases.\n")
    files: dict[str, str | bytes] = {"de/one.md": original, "en/one.md": fresh}
    assert compare_versions(project_of(files, "de", "en")) == ()
    changed = {**files, "de/one.md": original + b"\r\n"}
    project = project_of(changed, "de", "en")
    assert places(compare_versions(project)) == ["CD260 content/en/one.md"]
    assert [versions.stale() for versions in versions_of(project)] == [["en"]]


def test_other_line_ends_make_no_translation_stale() -> None:
    unix, windows = GERMAN.encode(), GERMAN.replace("\n", "\r\n").encode()
    english = ENGLISH.replace("54 cases", "45 cases")
    for original, checked_out in ((unix, windows), (windows, unix)):
        digest = hashlib.sha256(original).hexdigest()[:12]
        matter = english.replace("title: One", f"title: One\ntranslated-from: {digest}")
        project = project_of({"de/one.md": checked_out, "en/one.md": matter}, "de", "en")
        assert compare_versions(project) == ()


def test_an_original_with_errors_is_an_original_all_the_same() -> None:
    broken = GERMAN.replace("title: Eins", "title: ''").encode()
    digest = hashlib.sha256(broken).hexdigest()
    fresh = study("One", f"translated-from: {digest}")
    project = project_of({"de/one.md": broken, "en/one.md": fresh}, "de", "en")
    assert compare_versions(project) == ()


def test_missing_languages_are_those_nobody_has_begun() -> None:
    files = {
        "de/one.md": GERMAN,
        "de/two.md": GERMAN,
        "en/two.md": ENGLISH,
        "de/draft.md": study("Entwurf", "draft: true"),
        "de/bad.md": study("Schlecht", "date: 2023-02-30"),
    }
    project = project_of(files, "de", "en")
    missing = {one.slug: one.missing(project.languages) for one in versions_of(project)}
    assert missing == {"one": ["en"], "two": [], "draft": [], "bad": []}


def test_our_own_samples_agree() -> None:
    pairs = [(path, path.replace("/de/", "/en/")) for path in SAMPLES if "/de/" in path]
    assert len(pairs) == 6
    for german, english in pairs:
        assert list(find_drift(sample(german), sample(english))) == []
