"""A whole file against all rules of a case study."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content.reading import PATH, checked, study_of, told, warned
from tests.source.markdown import NASTY

from casedoc.base.memory import MemoryWorld
from casedoc.content.confidences.declaration import secret_of
from casedoc.content.confidences.files import without_names
from casedoc.content.confidences.mentions import Discretion
from casedoc.content.keys import ALIASES, FIELDS
from casedoc.content.study_validation import validate_study
from casedoc.locale.spec import locale_spec
from casedoc.source.source import read_source
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_projects


def test_plain_numbers_are_in_machine_notation() -> None:
    study = study_of(
        "title: A\nteam: 4.5\nvolume: 1200000\nmetrics:\n"
        "  - {value: 99.50, before: 98.2, after: 1.2e3}\n"
        "  - {value: '99.95', before: '98.2', after: ungefähr 3}"
    )
    assert (study.team, study.volume) == ("4,5", "1.200.000")
    [plain, quoted] = study.metrics
    assert plain.figure is not None
    assert (plain.figure.number, plain.figure.value) == ("99,50", Decimal("99.50"))
    assert (plain.before, plain.after) == ("98,2", "1.200")
    assert (quoted.before, quoted.after) == ("98.2", "ungefähr 3")


def test_declared_metrics_replace_those_of_the_text() -> None:
    body = "## Ergebnisse\n\n- **70% weniger** Zeit\n"
    study = study_of("title: A\nmetrics: [{value: 3-fach, label: Tempo, hero: ja}]", body)
    [metric] = study.metrics
    assert metric.figure is not None
    assert (metric.figure.text, metric.hero, study.metrics_declared) == ("3-fach", True, True)
    assert len(study.sections) == 1
    assert study_of("title: A\nmetrics: []", body).metrics == ()


def test_tags_stand_in_for_technologies_only_where_the_key_is_absent() -> None:
    assert study_of("title: A\ntags: [a, b]").technologies == ("a", "b")
    assert study_of("title: A\ntags: [a, b]\ntechnologies: []").technologies == ()
    assert study_of("title: A\ntags: [a]\nstack: c, d").technologies == ("c", "d")


@pytest.mark.parametrize("other", ["links: [{url: https://a.example, foo: 1}]", "cv: {foo: 1}"])
def test_a_warning_is_given_once_where_the_data_is_read_twice(other: str) -> None:
    _study, codes = warned(f"title: A\n{other}\ndate: März 2022\nmetrics: [{{value: 3, foo: 4}}]")
    assert codes.count("CD220") == 1


def test_all_problems_are_told_at_once() -> None:
    outcome = checked("slug: A b\nlang: xx\ndate: 2023-02-30", "![](weg.png)\n\n[a](javascript:x)")
    assert outcome.value is None
    assert told(outcome) == [
        "CD301 2:1", "CD310 2:7", "CD313 3:7", "CD221 4:7", "CD410 7:1", "CD414 7:1", "CD401 9:1",
    ]  # fmt: skip


def test_a_confidential_client_prints_its_alias_alone() -> None:
    client = "{name: Nord AG, alias: {de: ein Händler, en: a retailer}, confidential: true}"
    study = study_of(f"title: A\nclient: {client}")
    assert study.client is not None
    assert study.client.printed == "ein Händler"
    english = study_of(f"title: A\nclient: {client}", path="content/en/a.md")
    assert english.client is not None
    assert english.client.printed == "a retailer"


@pytest.mark.parametrize("alias", ["", "alias: ~, ", "alias: {en: a retailer}, "])
def test_a_confidential_client_needs_an_alias_in_the_studys_language(alias: str) -> None:
    outcome = checked(f"title: A\nclient: {{name: Nord AG, {alias}confidential: true}}")
    assert outcome.value is None
    assert told(outcome) == ["CD501 3:1"]


def test_a_text_as_client_is_no_secret() -> None:
    study = study_of("title: A\nclient: Nord AG")
    assert study.client is not None
    assert (study.client.printed, study.client.confidential) == ("Nord AG", False)


@given(NASTY, st.booleans())
def test_no_text_raises(text: str, with_title: bool) -> None:  # noqa: FBT001
    head = "---\ntitle: Ein Fall\n---\n" if with_title else ""
    world = MemoryWorld({PATH: (head + text).encode()})
    source = read_source(world, PATH).value
    if source is None:
        return
    secret = secret_of("sample", source.fields)
    discretion = Discretion((secret,) if secret else (), ("de", "en"))
    source = without_names(source, "sample", "de", discretion, is_hidden=bool(secret)).source
    outcome = validate_study(source, world, ["de", "en"])
    assert outcome.value is not None or outcome.diagnostics
    if outcome.value is not None:
        german = locale_spec("de")
        assert german is not None
        assert compose_booklet([outcome.value], None, german).value is not None
        assert len(compose_projects([outcome.value], None, german).projects) == 1


INNER = (
    "name", "alias", "confidential", "also", "consent", "de", "en", "value", "label", "before",
    "after", "context", "reference", "hero", "url", "note", "src", "alt", "caption", "cleared",
    "title", "results", "bullets", "technologies", "start", "end", "x",
)  # fmt: skip
KEYS = st.sampled_from(
    (*FIELDS, *(alias for aliases in ALIASES.values() for alias in aliases), *INNER)
)
WORDS = st.one_of(
    st.sampled_from(
        [
            "",
            "~",
            "ja",
            "false",
            "2023",
            "2023-02-30",
            "03/2022",
            "März 2022",
            "1.5",
            "70% mehr",
            "de",
            "fr",
            "a, b (c, d)",
            "https://x.example",
            "javascript:x",
            "a.png",
            "present",
            "2023/2022",
            "portfolio",
            "Große Dinge",
            "-",
            "\u00a0",
            "Nord AG",
        ]
    ),
    st.text(max_size=8),
)
SOURCE = read_source(MemoryWorld({PATH: b"Nord AG **70% mehr**"}), PATH).value


def _mapping(pairs: list[tuple[str, Value]]) -> Mapping:
    assert SOURCE is not None
    span = SOURCE.fields.span
    return Mapping(tuple(Pair(key, span, value) for key, value in dict(pairs).items()), span)


def _values() -> st.SearchStrategy[Value]:
    assert SOURCE is not None
    span = SOURCE.fields.span
    scalars = st.builds(lambda text, quoted: Scalar(text, quoted, span), WORDS, st.booleans())
    return st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items), span)),
            st.lists(st.tuples(KEYS, inner), max_size=4).map(_mapping),
        ),
        max_leaves=6,
    )


@given(st.lists(st.tuples(KEYS, _values()), max_size=8).map(_mapping))
def test_no_front_matter_raises(fields: Mapping) -> None:
    assert SOURCE is not None
    source = type(SOURCE)(PATH, SOURCE.text, fields, SOURCE.blocks, SOURCE.digest)
    secret = secret_of("sample", fields)
    discretion = Discretion((secret,) if secret else (), ("de", "en"))
    source = without_names(source, "sample", "de", discretion, is_hidden=bool(secret)).source
    outcome = validate_study(source, MemoryWorld({}), ["de", "en"])
    assert outcome.value is not None or outcome.diagnostics
    if outcome.value is not None:
        compose_booklet([outcome.value], None, outcome.value.locale)
        compose_projects([outcome.value], None, outcome.value.locale)
