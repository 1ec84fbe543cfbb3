"""What documents show, in the terms of JSON Resume."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.content.reading import study_of
from tests.view.views import profile_of, spec

from casedoc.content.case_study import CaseStudy
from casedoc.content.profile import Profile
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_cv, compose_projects
from casedoc.view.compose_one_pager import compose_one_pager
from casedoc.view.compose_resume import compose_resume

SCHEMA = json.loads((Path(__file__).parent / "json_resume" / "schema.json").read_text())
PROFILE = """\
  label: {de: Architektin, en: Architect}
  email: anna@example.com
  phone: "+49 30 1234"
  url: https://anna.example
  summary: {de: Ich baue um., en: I rebuild.}
  location: {city: Köln}
work:
  - {name: Beispiel GmbH, position: Leitung, startDate: 2014-02, endDate: present,
     highlights: [{de: Elf Leute, en: Eleven people}]}
education: [{institution: Uni, studyType: M. Sc., startDate: "2008", endDate: "2010"}]
certificates: [{name: CKA, issuer: LF, date: 2025-03}]
skills: [{name: Platform, keywords: [Helm, Kafka]}]
languages: [{language: Deutsch, fluency: Muttersprache}]
freelance: {available: 2027-04, workload: vier Tage}
"""
FIELDS = """title: Ein Umzug
summary: Wie es ging.
period: 2022-03/2023-09
role: Leitung
category: Betrieb
technologies: [Helm, Kafka]
client: {name: Geheim AG, alias: ein Händler, confidential: true}
metrics: [{value: 70 %, label: weniger Wartezeit}]
"""


def study() -> CaseStudy:
    return study_of(FIELDS, "## Lösung\n\n- **Erst:** das eine\n- **Dann:** das andere\n")


def profile() -> Profile:
    return profile_of(PROFILE)


def data_of(kind: str, tag: str = "de") -> dict[str, Any]:
    target = spec(tag)
    view: Any = compose_cv([study()], profile(), target)
    if kind == "projects":
        view = compose_projects([study()], profile(), target)
    elif kind == "booklet":
        view = compose_booklet([study()], profile(), target).value
    elif kind == "one-pager":
        view = compose_one_pager(study(), profile(), target).value
    data = compose_resume(view, [study()], profile(), tag)
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft7Validator)
    return data


PROJECT = {
    "name": "Ein Umzug",
    "description": "Wie es ging.",
    "highlights": ["70 % weniger Wartezeit", "Erst: das eine", "Dann: das andere"],
    "keywords": ["Helm", "Kafka"],
    "startDate": "2022-03",
    "endDate": "2023-09",
    "roles": ["Leitung"],
    "entity": "ein Händler",
    "type": "Betrieb",
}


def test_of_a_cv() -> None:
    data = data_of("cv")
    assert data == {
        "$schema": data["$schema"],
        "basics": {
            "name": "Jana Brandt",
            "label": "Architektin",
            "email": "anna@example.com",
            "phone": "+49 30 1234",
            "url": "https://anna.example",
            "summary": "Ich baue um.",
            "location": {"city": "Köln"},
        },
        "work": [
            {
                "name": "Beispiel GmbH",
                "position": "Leitung",
                "startDate": "2014-02",
                "highlights": ["Elf Leute"],
            }
        ],
        "education": [
            {
                "institution": "Uni",
                "studyType": "M. Sc.",
                "startDate": "2008",
                "endDate": "2010",
            }
        ],
        "certificates": [{"name": "CKA", "issuer": "LF", "date": "2025-03"}],
        "skills": [{"name": "Platform", "keywords": ["Helm", "Kafka"]}],
        "languages": [{"language": "Deutsch", "fluency": "Muttersprache"}],
        "freelance": {"available": "2027-04", "workload": "vier Tage"},
        "projects": [PROJECT],
    }


def test_texts_are_those_of_the_language() -> None:
    data = data_of("cv", "en")
    assert data["basics"]["label"] == "Architect"
    assert data["work"][0]["highlights"] == ["Eleven people"]


@pytest.mark.parametrize(
    ("kind", "sections"),
    [
        ("one-pager", {"basics", "projects"}),
        ("projects", {"basics", "projects"}),
        ("booklet", {"basics", "skills", "languages", "projects"}),
    ],
)
def test_nothing_is_told_that_is_not_shown(kind: str, sections: set[str]) -> None:
    data = data_of(kind)
    assert data.keys() - {"$schema"} == sections
    assert ("email" in data["basics"]) == (kind != "projects")
    assert ("summary" in data["basics"]) == (kind == "booklet")


@pytest.mark.parametrize("kind", ["cv", "projects", "booklet", "one-pager"])
def test_a_confidential_client_is_called_by_its_alias(kind: str) -> None:
    assert "Geheim" not in json.dumps(data_of(kind), ensure_ascii=False)


def test_without_a_profile_there_are_only_projects() -> None:
    view = compose_projects([study()], None, spec())
    data = compose_resume(view, [study()], None, "de")
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft7Validator)
    assert data.keys() == {"$schema", "projects"}


def test_what_the_cv_is_to_show_instead_is_told() -> None:
    given = (
        "title: Ein Umzug\ntechnologies: [A]\ncv: {title: Kurz, technologies: [B], bullets: [C]}"
    )
    own = study_of(given)
    view = compose_cv([own], profile(), spec())
    (project,) = compose_resume(view, [own], profile(), "de")["projects"]
    assert (project["name"], project["keywords"], project["highlights"]) == ("Kurz", ["B"], ["C"])
