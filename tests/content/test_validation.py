"""Each error has its code and its exact place."""

import pytest
from tests.content.reading import checked, study_of, told, warned


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("slug: a", "CD301 2:1"),
        ("title: ''", "CD302 2:8"),
        ('title: "  "', "CD302 2:8"),
        ("title: [A]", "CD303 2:1"),
        ("title: A\nrole: {a: b}", "CD303 3:1"),
        ("title: A\ntechnologies: {a: b}", "CD303 3:1"),
        ("title: A\nmetrics:\n  - {label: Zeit}", "CD301 4:5"),
        ("title: A\nmetrics:\n  - value: 1\n    hero: vielleicht", "CD303 5:11"),
        ("title: A\nmetrics: 70%", "CD303 3:10"),
        ("title: A\nclient:\n  alias: Händler", "CD301 3:1"),
        ("title: A\nclient:\n  name: N\n  confidential: bald", "CD303 5:17"),
        ("title: A\nclient:\n  name: N\n  confidential: true", "CD501 3:1"),
        ("title: A\nimage: {alt: x}", "CD301 3:1"),
        ("title: A\nlinks:\n  - {label: x}", "CD301 4:5"),
        ("title: A\ncv: {title: [x]}", "CD303 3:6"),
    ],
)
def test_place_of_an_error(matter: str, expected: str) -> None:
    outcome = checked(matter)
    assert outcome.value is None
    assert told(outcome) == [expected]


def test_all_errors_come_in_one_run() -> None:
    outcome = checked(
        "title: ''\nslug: A B\ndate: 2023-02-30\nweight: schwer\ndraft: kaum\nfoo: bar\nlang: xx",
        "[böse](javascript:alert)\n\n![Bild](fehlt.png)\n",
    )
    assert told(outcome) == [
        "CD302 2:8",
        "CD310 3:7",
        "CD221 4:7",
        "CD303 5:9",
        "CD303 6:8",
        "CD304 7:1",
        "CD313 8:7",
        "CD401 11:1",
        "CD410 13:1",
    ]


@pytest.mark.parametrize(
    "matter",
    [
        "client: [a]",
        "client: {name: [a]}",
        "client: {name: A, alias: [x]}",
        "image: [[x]]",
        "image: {src: [x]}",
        "links: [[x]]",
        "client: {name: A, alias: {de: [x]}}",
    ],
)
def test_a_value_of_several_shapes_draws_one_complaint(matter: str) -> None:
    outcome = checked(f"title: A\n{matter}")
    assert [one.code.number for one in outcome.diagnostics] == ["CD303"]


def test_the_complaint_names_the_field() -> None:
    [one] = checked("title: A\nmetrics:\n  - value: 1\n    hero: vielleicht").diagnostics
    assert one.message == "`metrics.0.hero` must be `true` or `false`"
    [one] = checked("slug: a").diagnostics
    assert (one.message, one.hint) == ("`title` is missing", "add `title: …`")


def test_an_unknown_key_inside_is_a_warning_and_the_rest_counts() -> None:
    matter = "title: A\nmetrics:\n  - {value: 70%, colour: red}\nlinks: [{url: example.com, x: y}]"
    study, codes = warned(matter)
    assert codes == ["CD304", "CD304"]
    assert (study.metrics[0].figure is not None, len(study.links)) == (True, 1)


@pytest.mark.parametrize(
    ("matter", "place", "near"),
    [
        ("metrics: [{value: 3, lable: x}]", "3:22", "label"),
        ("links: [{url: example.org, notes: x}]", "3:28", "note"),
        ("image: {src: a.svg, alt: x, captoin: y}", "3:29", "caption"),
        ("image: [{src: a.svg, alt: x, Cleared: true}]", "3:30", "cleared"),
        ("figures: [{src: a.svg, alt: x, scr: y}]", "3:32", "src"),
        ("cv: {bulets: [x]}", "3:6", "bullets"),
    ],
)
def test_an_unknown_key_inside_is_told_with_the_nearest_name(
    matter: str, place: str, near: str
) -> None:
    outcome = checked(
        f"title: A\n{matter}",
        files={"content/de/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'},
    )
    assert told(outcome) == [f"CD304 {place}"]
    assert outcome.diagnostics[0].hint == f"did you mean `{near}`?"
    assert outcome.value is not None
    has_image = bool(outcome.value.sections)
    assert has_image == matter.startswith(("image", "figures"))


def test_two_unknown_keys_of_one_value_are_both_told() -> None:
    matter = "image: {src: a.svg, alt: x, captoin: y, foo: z}"
    outcome = checked(
        f"title: A\n{matter}",
        files={"content/de/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'},
    )
    assert told(outcome) == ["CD304 3:29", "CD304 3:41"]
    assert outcome.value is not None
    assert len(outcome.value.sections) == 1


def test_a_misspelt_key_of_a_client_is_an_error_with_the_nearest_name() -> None:
    [one] = checked("title: A\nclient: {name: N, alias: x, confidental: true}").diagnostics
    assert one.is_error
    assert one.hint == "did you mean `confidential`?"


def test_an_alias_must_be_there_in_the_files_language() -> None:
    matter = "title: A\nclient: {name: Nord AG, alias: {de: Händler}, confidential: ja}"
    german = study_of(matter)
    assert german.client is not None
    assert german.client.printed == "Händler"
    english = checked(matter, path="content/en/a.md")
    assert english.value is None
    assert told(english) == ["CD501 3:1"]
    assert "in `en`" in english.diagnostics[0].message


def test_a_client_that_is_not_confidential_is_printed_by_its_name() -> None:
    plain = study_of("title: A\nclient: Nord AG").client
    assert plain is not None
    assert plain.printed == "Nord AG"
    named = study_of("title: A\nclient: {name: Nord AG, alias: Händler}").client
    assert named is not None
    assert (named.printed, named.confidential) == ("Nord AG", False)
