"""The schemas say yes and no where casedoc does, as far as a schema can."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import tomlkit
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from tests.content.reading import mapping_of
from tests.corpus.test_corpus import FILES
from tests.corpus.test_corpus import read as read_from_corpus

from casedoc.base.diagnostic import has_errors
from casedoc.base.memory import MemoryWorld
from casedoc.content.json_schema import _MODELS, SchemaName, json_schema
from casedoc.content.keys import ALIASES, FIELDS
from casedoc.content.model import Fields
from casedoc.content.profile import validate_profile
from casedoc.content.settings import validate_settings
from casedoc.content.study_validation import validate_study
from casedoc.source.source import read_source
from casedoc.source.toml_reader import read_toml
from casedoc.source.values import Mapping

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "content").glob("*/*.md"))
FENCED = re.compile(
    r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
VALIDATORS = {name: Draft202012Validator(json_schema(name)) for name in SchemaName}
OLDER = {name: Draft7Validator(json_schema(name)) for name in SchemaName}
FIELD_OF = {alias: field for field, several in ALIASES.items() for alias in several} | {
    "start": "period"
}
every_schema = pytest.mark.parametrize("name", SchemaName)


class _Loader(yaml.SafeLoader):
    """Reads YAML as editors do: dates are texts."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:  # noqa: ANN401 - whatever is written
    return yaml.load(text, _Loader)  # noqa: S506 - it is safe


def front_matter_of(path: Path) -> Any:  # noqa: ANN401
    text = path.read_text(encoding="utf-8-sig")
    found = FENCED.match(text)
    if found is None:
        return {}
    return loaded(found[2]) if found[1] == "---" else tomlkit.parse(found[2]).unwrap()


def refused(name: SchemaName, data: Any) -> list[str]:  # noqa: ANN401
    """Return the complaints. Editors that know draft 7 only must come to the same end."""
    found = [error.message for error in VALIDATORS[name].iter_errors(data)]
    assert OLDER[name].is_valid(data) == (not found)
    return found


def study_is_refused(matter: str) -> bool:
    path = "content/en/a.md"
    world = MemoryWorld(
        {
            path: f"---\n{matter}\n---\n".encode(),
            "content/en/i.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
        }
    )
    source = read_source(world, path)
    assert source.value is not None, source.diagnostics
    return has_errors(validate_study(source.value, world, ("en", "de")).diagnostics)


def parts(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return all properties, by where they are defined."""
    whole = {"": schema, **schema.get("$defs", {})}
    found = {}
    for place, part in whole.items():
        for shape in (part, *part.get("anyOf", ())):
            for key, property_ in shape.get("properties", {}).items():
                found[f"{place}.{key}"] = property_
    return found


def models(model: type[Fields]) -> set[type[Fields]]:
    """Return a model and all below it."""
    found = {model}
    for info in model.model_fields.values():
        waiting = [info.annotation]
        while waiting:
            kind = waiting.pop()
            waiting.extend(getattr(kind, "__args__", ()))
            if isinstance(kind, type) and issubclass(kind, Fields) and kind not in found:
                found |= models(kind)
    return found


@every_schema
def test_it_is_a_schema(name: SchemaName) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    assert "x-shape" not in str(schema)


@every_schema
def test_every_field_is_described_with_an_example(name: SchemaName) -> None:
    found = models(_MODELS[name])
    assert len(found) > 3
    silent = [
        f"{model.__name__}.{key}"
        for model in found
        for key, info in model.model_fields.items()
        if not info.description or not info.examples
    ]
    assert silent == []


@every_schema
def test_every_property_is_described(name: SchemaName) -> None:
    found = parts(json_schema(name))
    assert len(found) >= 15
    assert [place for place, shape in found.items() if "description" not in shape] == []


@every_schema
def test_examples_are_valid(name: SchemaName) -> None:
    schema = json_schema(name)
    examples = [
        (place, example, {**shape, "$defs": schema["$defs"]})
        for place, shape in parts(schema).items()
        for example in shape.get("examples", ())
    ]
    assert len(examples) > 10
    wrong = [
        (place, example)
        for place, example, shape in examples
        if not Draft202012Validator(shape).is_valid(example)
    ]
    assert wrong == []


def test_every_field_and_every_alias_is_there() -> None:
    properties = json_schema(SchemaName.FRONT_MATTER)["properties"]
    aliases = [alias for several in ALIASES.values() for alias in several]
    assert set(properties) == {*FIELDS, *aliases, "start", "end"}
    for field, several in ALIASES.items():
        for alias in several:
            assert properties[alias] == {
                **properties[field],
                "description": f"Another name for `{field}`.",
                "doNotSuggest": True,
            }


@pytest.mark.parametrize("path", SAMPLES, ids=[f"{one.parent.name}-{one.stem}" for one in SAMPLES])
def test_the_samples_are_accepted(path: Path) -> None:
    assert refused(SchemaName.FRONT_MATTER, front_matter_of(path)) == []


def test_the_samples_profile_and_settings_are_accepted() -> None:
    assert len(SAMPLES) > 10
    profile = (ROOT / "content" / "profile.yaml").read_text(encoding="utf-8")
    settings = tomlkit.parse((ROOT / "pyproject.toml").read_text(encoding="utf-8")).unwrap()
    assert refused(SchemaName.PROFILE, loaded(profile)) == []
    assert refused(SchemaName.SETTINGS, settings["tool"]["casedoc"]) == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_what_casedoc_accepts_in_the_corpus_is_accepted(path: Path) -> None:
    if read_from_corpus(path).study is not None:
        assert refused(SchemaName.FRONT_MATTER, front_matter_of(path)) == []


FINE = (
    "title: 2024",
    "title: true",
    "title: a\nsubtitle:\ntechnologies:\nfeatured:\nclient:\nmetrics:\nimage:\nslug:\nlang:",
    "title: a\nslug: 2023",
    "title: a\nlang: de_at",
    "title: a\ncategory: [Web, ~, '']",
    "title: a\ndate: 2023",
    "title: a\ndate: 2023-08",
    "title: a\ndate: 2023-08-15",
    "title: a\ndate: '2023-08-15'",
    "title: a\ndate: 2023-08-15T10:30:00Z",
    "title: a\ndate: 2023-08-15 10:30:00 +02:00",
    "title: a\ndate: March 2022",
    "title: a\ndate: 13 Mar 2024",
    "title: a\ndate: 6 months",
    "title: a\ndate: 03/04/2024",
    "title: a\ndate: 08.2023",
    "title: a\npubDate: 2024-02-29",
    "title: a\nperiod: 2022",
    "title: a\nperiod: 2022-03/2023-09",
    "title: a\nperiod: 2022-03 / 2023-09",
    "title: a\nperiod: 2022-03-01/present",
    "title: a\nperiod: 2022-03/1",
    "title: a\nperiod: {start: 2022-03, end: 2023-09}",
    "title: a\nperiod: {start: 2022, end: present}",
    "title: a\nperiod: {start: March 2022, end: heute}",
    "title: a\nperiod: {start: 2022-03, end: }",
    "title: a\nperiod: March 2022 — September 2023",
    "title: a\ndaterange: 6 months",
    "title: a\nstart: Sep. 2025\nend: Present",
    "title: a\nstart: 2022",
    "title: a\nperiod: {start: bald}",
    "title: a\nstart: soon\nend: Q3 2023",
    "title: a\nstart:\nend:",
    "title: a\nstart:\nend: [1]",
    "title: a\nend: [1]",
    "title: a\ntechStack: Docker, Helm (v3), 'x'",
    "title: a\nstack: [Docker, 2024, ~, '', on]",
    "title: a\ntechnologies: ''",
    "title: a\ntechnologies: 5",
    "title: a\nfeatured: 'true'\ndraft: Nein",
    "title: a\nfeatured: 1\ndraft: yes",
    "title: a\nweight: -3",
    "title: a\nweight: '+4'",
    "title: a\nteam: 6\nvolume: 1200000 EUR",
    "title: a\nmetrics:\n- {value: 99.95, hero: ja}\n- {value: '70 %', before: 7, label: ~, x: 1}",
    "title: a\nmetrics: []",
    "title: a\nlinks: [example.com/a, 'mailto:a@b.example', {url: HTTPS://example.com, note: x}]",
    "title: a\nlinks: [münchen.example/x]",
    "title: a\nimage: {src: i.svg, alt: An image}",
    "title: a\nthumbnail: {src: i.svg, alt: An image, cleared: true}",
    "title: a\nimages: [{src: i.svg, decoration: true}, {src: i.svg, caption: b}]",
    "title: a\nfigures: [{src: i.svg, caption: An image}]",
    "title: a\ncompany: Example GmbH",
    "title: a\nclient: {name: Example GmbH, alias: {de: Wer, en: Who}, confidential: ja, also: A}",
    "title: a\nclient: {name: Example GmbH, alias: Who, confidential: true, consent: {by: you}}",
    "title: a\nclient: {name: Example GmbH, confidential: 'no', consent: ~}",
    "title: a\ncv: {title: b, results: [x, y], bullets: 'a, b', technologies: ~}",
    "title: a\nlayout: post\nparams: {a: [b]}",
)
"""Front matter that draws at most a warning."""


@pytest.mark.parametrize("matter", FINE)
def test_both_accept_the_front_matter(matter: str) -> None:
    assert not study_is_refused(matter)
    assert refused(SchemaName.FRONT_MATTER, loaded(matter)) == []


WRONG = (
    "subtitle: a",
    "title:",
    "title: ''",
    "title: '  '",
    "title: [a]",
    "title: {de: a}",
    "title: a\nsubtitle: ''",
    "title: a\nslug: Große Dinge",
    "title: a\nslug: cv",
    "title: a\nslug: a--b",
    f"title: a\nslug: {'a' * 81}",
    "title: a\nlang: fr",
    "title: a\nlang: {a: b}",
    "title: a\ncategory: {a: b}",
    "title: a\ncategory: []",
    "title: a\ncategory: [~]",
    "title: a\ndate: 2023-13",
    "title: a\ndate: 2023-04-31",
    "title: a\npublishedAt: '2023-02-30'",
    "title: a\ndate: [2023]",
    "title: a\ndate: {start: 2023}",
    "title: a\nperiod: 2023-13/2024",
    "title: a\nperiod: 2023-02-30/present",
    "title: a\nperiod: 2023-02/2023-04-31",
    "title: a\nperiod: {start: [bald]}",
    "title: a\nperiod: {end: 2023-09}",
    "title: a\nperiod: {start: 2022, ende: 2023}",
    "title: a\nperiod: {start: 2022, end: 2023-13}",
    "title: a\nperiod: [2022, 2023]",
    "title: a\nstart: [soon]",
    "title: a\nstart: 2023-02-30",
    "title: a\nstart: 2022\nend: 2023-13",
    "title: a\nstart: {a: b}",
    "title: a\ntechnologies: {a: b}",
    "title: a\ntags: [[a]]",
    "title: a\nfeatured: vielleicht",
    "title: a\nfeatured: 2",
    "title: a\ndraft: ''",
    "title: a\nweight: 1.5",
    "title: a\nweight: heavy",
    "title: a\nteam: [1]",
    "title: a\nvolume: {a: b}",
    "title: a\nmetrics: 5",
    "title: a\nmetrics: [5]",
    "title: a\nmetrics: [{label: a}]",
    "title: a\nmetrics: [{value: ''}]",
    "title: a\nmetrics: [{value: 1, hero: ~}]",
    "title: a\nlinks: ['javascript:alert(1)']",
    "title: a\nlinks: [word]",
    "title: a\nlinks: [{label: a}]",
    "title: a\nimage: [{alt: a}]",
    "title: a\nfigures: i.svg",
    "title: a\nclient: [a]",
    "title: a\nclient: {alias: a}",
    "title: a\nclient: {name: Example GmbH, confidental: true}",
    "title: a\nclient: {name: Example GmbH, confidential: true}",
    "title: a\nclient: {name: Example GmbH, confidential: Ja, alias: ~}",
    "title: a\nclient: {name: Example GmbH, alias: {de: [a]}}",
    "title: a\nclient: Example GmbH\nconfidential: true",
    "title: a\nfacts: 5",
    "title: a\ncv: a",
)
"""Front matter with an error."""


@pytest.mark.parametrize("matter", WRONG)
def test_both_refuse_the_front_matter(matter: str) -> None:
    assert study_is_refused(matter)
    assert refused(SchemaName.FRONT_MATTER, loaded(matter)) != []


WRITTEN = (
    "", " ", "a", "a, b", "2023", "2023-08", "2023-13", "2023-02-30", "2022/2023", "present",
    "2022-03/2021", "March 2022", "8/2023", "03.04.2024", "ja", "NEIN", "+4", "de-at", "cv",
    "https://example.com", "javascript:x", "i.svg", "A GmbH",
)  # fmt: skip
KEYS = (
    "name", "alias", "confidential", "also", "consent", "value", "label", "hero", "before",
    "url", "note", "src", "alt", "cleared", "title", "results", "start", "end", "de", "en",
    "x",
)  # fmt: skip
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3000, 3000),
    st.sampled_from(WRITTEN),
    st.text("aZ09-./: ,(", max_size=12),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=5,
)
MATTERS = st.dictionaries(
    st.sampled_from((*FIELDS, *(one for some in ALIASES.values() for one in some), "start", "end")),
    VALUES,
    max_size=2,
).filter(lambda matter: len({FIELD_OF.get(key, key) for key in matter}) == len(matter))
"""Front matter that gives nothing under two names: the second is never looked at."""


@given(MATTERS)
def test_what_casedoc_accepts_is_accepted(matter: dict[str, Any]) -> None:
    matter = {"title": "a", **matter}
    if not study_is_refused(json.dumps(matter)):
        assert refused(SchemaName.FRONT_MATTER, matter) == []


NAME = "basics: {name: A}\n"


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        f"{NAME}$schema: profile.schema.json\nmeta: {{version: 1}}\nvolunteer: []\nwork:",
        "basics: {name: A, label: {de: a, en: b}, url: alex.example, phone: 49, x: y}",
        f"{NAME}work: [{{name: B, startDate: 2014-02, endDate: Present}}]",
        f"{NAME}work: [{{name: B, highlights: [a, {{de: b}}]}}]",
        f"{NAME}work: [{{name: {{de: B}}, startDate: März 2014, endDate: }}]",
        f"{NAME}education: [{{institution: B, endDate: 2010}}]",
        f"{NAME}certificates: [{{name: B, date: 2010-02}}]",
        f"{NAME}skills: [{{name: B, keywords: 'a, b'}}]\nlanguages: [{{language: B}}]",
        f"{NAME}freelance: {{available: 2027-01}}",
    ],
)
def test_both_accept_the_profile(text: str) -> None:
    assert not has_errors(validate_profile(mapping_of(text), ("de", "en"), None).diagnostics)
    assert refused(SchemaName.PROFILE, loaded(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "work: []",
        "basics: {label: a}",
        "basics: {name: }",
        "basics: {name: A, url: 'javascript:x'}",
        "basics: {name: A, location: Berlin}",
        f"{NAME}work: {{name: B}}",
        f"{NAME}work: [{{position: B}}]",
        f"{NAME}work: [{{name: B, startDate: }}]",
        f"{NAME}work: [{{name: B, highlights: a}}]",
        f"{NAME}work: [{{name: B, endDate: 2023-02-30}}]",
        f"{NAME}skills: [{{name: B, keywords: {{a: b}}}}]",
        f"{NAME}languages: [de]",
        f"{NAME}freelance: now",
    ],
)
def test_both_refuse_the_profile(text: str) -> None:
    assert has_errors(validate_profile(mapping_of(text), ("de", "en"), None).diagnostics)
    assert refused(SchemaName.PROFILE, loaded(text)) != []


def settings_are_refused(text: str) -> bool:
    given = read_toml(text, "casedoc.toml").value
    assert isinstance(given, Mapping)
    return has_errors(validate_settings(given).diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'languages = ["de", "en-GB"]\npaper = "letter"\noutput = "./out/a"\naccent = "#ABCDEF"',
        'file-name = "{author}-{name}.{lang}{profile}"\ntheme = "beleg"',
        'output = "../contents"\n[one-pager]\noverflow = "error"',
        '[booklet]\nlayout = "spread"\ncover = "solid"\nlevel = -3',
        '[booklet]\nlevel = "-1"',
        '[locales]\nde = "de-AT"\nen = "en-GB"',
        '[check]\nignore = ["CD210", "CD403"]',
        "[check]\nignore = []\n[locales]",
    ],
)
def test_both_accept_the_settings(text: str) -> None:
    assert not settings_are_refused(text)
    assert refused(SchemaName.SETTINGS, tomlkit.parse(text).unwrap()) == []


@pytest.mark.parametrize(
    "text",
    [
        "languages = []",
        'languages = ["xx"]',
        'languages = "de"',
        'paper = "A5"',
        'output = ""',
        'output = "./content/x"',
        'output = "/srv"',
        'output = "."',
        "theme = []",
        'accent = "#0b556"',
        'file-name = "{lang}"',
        'file-name = "{name}-{foo}"',
        'file-name = "a/{name}"',
        'file-name = "{name} {"',
        'file-name = "{name}}"',
        'file_name = "{name}"',
        'colour = "red"',
        '[one-pager]\noverflow = "drop"',
        '[booklet]\ncover = "dark"',
        "[booklet]\nlevel = 1",
        "[booklet]\npages = 4",
        '[locales]\nen = "de-AT"',
        '[locales]\nfr = "fr"',
        '[locales]\nen-GB = "en-GB"',
        "[locales]\nen = 5",
        '[check]\nignore = ["CD999"]',
        '[check]\nignore = ["CD301"]',
        '[check]\nignore = "CD210"',
    ],
)
def test_both_refuse_the_settings(text: str) -> None:
    assert settings_are_refused(text)
    assert refused(SchemaName.SETTINGS, tomlkit.parse(text).unwrap()) != []
