"""Other names of fields, and names that are none."""

import pytest
from tests.content.reading import checked, study_of, told, warned

from casedoc.content.case_study import CaseStudy, Period
from casedoc.locale.dates import PartialDate

ALIASES = {
    "summary": "description excerpt lead abstract",
    "technologies": "stack tech techStack techstack technologie",
    "client": "company customer kunde",
    "date": "pubDate publishDate publishedAt",
    "period": "daterange timeline zeitraum",
    "category": "categories type kategorie",
    "industry": "branche sektor",
    "role": "rolle",
}
"""PRODUCT.md, "Front matter"; those of `image` are below."""
IMAGES = ("heroImage", "coverImage", "thumbnail", "featuredImage", "images")
PAIRS = [(field, alias) for field, aliases in ALIASES.items() for alias in aliases.split()]
VALUES = {"date": "2023-08", "period": "2022/2023"}
READ = {
    "technologies": ("Wert",),
    "date": PartialDate(2023, 8),
    "period": Period(PartialDate(2022), PartialDate(2023)),
}


def value_of(study: CaseStudy, field: str) -> object:
    if field == "client":
        return study.client.name if study.client else None
    return getattr(study, field)


@pytest.mark.parametrize(("field", "alias"), PAIRS)
def test_alias(field: str, alias: str) -> None:
    study = study_of(f"title: A\n{alias}: {VALUES.get(field, 'Wert')}")
    assert value_of(study, field) == READ.get(field, "Wert")


@pytest.mark.parametrize(("field", "alias"), PAIRS)
def test_alias_beside_its_field_is_not_used(field: str, alias: str) -> None:
    other = "2019" if field in VALUES else "Anderes"
    outcome = checked(f"title: A\n{alias}: {other}\n{field}: {VALUES.get(field, 'Wert')}")
    assert told(outcome) == ["CD305 3:1"]
    assert outcome.value is not None
    assert value_of(outcome.value, field) == READ.get(field, "Wert")
    [one] = outcome.diagnostics
    assert one.related[0].span.line == 4


@pytest.mark.parametrize("alias", IMAGES)
def test_alias_of_image(alias: str) -> None:
    svg = {"content/de/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    outcome = checked(f"title: A\n{alias}: {{src: a.svg, alt: Ein Bild}}", files=svg)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    image = outcome.value.sections[0].blocks[0].children[0]
    assert (image.text, image.get("src")) == ("Ein Bild", "content/de/a.svg")
    twice = checked(f"title: A\n{alias}: b.svg\nimage: {{src: a.svg, alt: Ein Bild}}", files=svg)
    assert told(twice) == ["CD305 3:1"]


def test_the_first_alias_of_the_list_wins() -> None:
    outcome = checked("title: A\nabstract: Vierter\nexcerpt: Zweiter\nlead: Dritter")
    assert outcome.value is not None
    assert outcome.value.summary == "Zweiter"
    assert told(outcome) == ["CD305 3:1", "CD305 5:1"]


def test_an_empty_field_gives_way_to_its_alias() -> None:
    assert study_of("title: A\nsummary:\ndescription: Wert").summary == "Wert"


@pytest.mark.parametrize("field", ["subtitle", "tags", "category", "short-title"])
def test_a_known_field_is_never_an_alias(field: str) -> None:
    study = study_of(f"title: A\n{field}: Wert")
    assert (study.summary, study.role, study.industry) == ("", "", "")


def test_start_without_a_value_is_absent() -> None:
    assert study_of("title: A\nstart:\nend:").period is None
    assert told(checked("title: A\nstart:\nend: 2023")) == ["CD304 4:1"]


def test_start_and_end_are_a_period() -> None:
    whole = study_of("title: A\nstart: 2022-03\nend: 2023-09")
    assert whole.period == Period(PartialDate(2022, 3), PartialDate(2023, 9))
    assert study_of("title: A\nstart: 2022\nend: present").period == Period(PartialDate(2022), None)
    assert study_of("title: A\nstart: 2022").period == Period(PartialDate(2022), None)


def test_an_end_without_a_start_is_unknown() -> None:
    assert told(checked("title: A\nend: 2023")) == ["CD304 3:1"]


def test_start_and_end_beside_a_period_are_told() -> None:
    study, codes = warned("title: A\nperiod: 2020/2021\nstart: 2022\nend: 2023")
    assert study.period == Period(PartialDate(2020), PartialDate(2021))
    assert set(codes) == {"CD305"}


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("catgory", "category"),
        ("technolgies", "technologies"),
        ("sumary", "summary"),
        ("descripton", "summary"),
        ("Titel", "title"),
        ("shortTitle", "short-title"),
        ("translated_from", "translated-from"),
        ("imgae", "image"),
        ("Kategorien", "category"),
        ("langauge", "lang"),
        ("sprache", "lang"),
        ("Datum", "date"),
        ("keywords", "tags"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_name(key: str, near: str) -> None:
    outcome = checked(f"title: A\n{key}: Wert")
    assert outcome.value is not None
    assert told(outcome) == ["CD304 3:1"]
    assert outcome.diagnostics[0].hint == f"did you mean `{near}`?"
    assert not outcome.diagnostics[0].is_error


def test_an_unknown_key_like_no_other() -> None:
    outcome = checked("title: A\nlayout: post")
    assert told(outcome) == ["CD304 3:1"]
    assert "did you mean" not in (outcome.diagnostics[0].hint or "")


@pytest.mark.parametrize("key", ["confidential", "confidental", "Confidential", "confidentiel"])
def test_confidential_outside_its_client_is_an_error(key: str) -> None:
    outcome = checked(f"title: A\nclient: Nordlicht AG\n{key}: true")
    assert outcome.value is None
    assert told(outcome) == ["CD304 4:1"]
    assert outcome.diagnostics[0].is_error


@pytest.mark.parametrize("key", ["confidental", "Confidential", "vertraulich", "secret"])
def test_a_misspelt_confidential_is_an_error(key: str) -> None:
    outcome = checked(f"title: A\nclient:\n  name: Nordlicht AG\n  {key}: true")
    assert outcome.value is None
    assert told(outcome) == ["CD304 5:3"]
