"""Consent: what it allows, and until when."""

import datetime

import pytest
from tests.content.reading import source_of

from casedoc.base.memory import MemoryWorld
from casedoc.build.project import Project, read_project
from casedoc.build.sources import Stance, read_files
from casedoc.content.confidences.consent import consent_of, judge_consent

CLIENT = (
    "title: A\nclient: {name: Nord AG, alias: ein Betreiber, confidential: true,"
    " people: [Ida Wolf], consent: {scope: [name], until: %s}}"
)


class _On(MemoryWorld):
    """A world on a certain day."""

    def today(self) -> datetime.date:
        return datetime.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("2026-02-28", "CD507"),
        ("2026-02", "CD507"),
        ("2025", "CD507"),
        ("2026-03-01", "CD508"),
        ("2026-04-29", "CD508"),
        ("2026-04", None),
        ("2026-04-30", None),
        ("2026", None),
        ("9999", None),
        ("9999-12", None),
    ],
)
def test_an_end_is_told_before_and_refuses_after(until: str, code: str | None) -> None:
    source, _world = source_of(CLIENT % until)
    consent = consent_of(source.fields)
    assert consent is not None
    found = judge_consent(consent, _On({}))
    assert (found.code.number if found else None) == code
    assert found is None or found.is_error is (code == "CD507")


def project(consent: str, stance: Stance = Stance()) -> Project:  # noqa: B008 - frozen
    client = (
        f"{{name: Nord AG, alias: ein Betreiber, confidential: true, people: [Ida Wolf]{consent}}}"
    )
    text = f"---\ntitle: A\nclient: {client}\n---\n\nFür die Nord AG, mit Ida Wolf.\n"
    world = _On({"content/de/a.md": text.encode()})
    return read_project(world, ("de",), stance=stance)


def text_of(found: Project) -> tuple[str, str]:
    (study,) = found.studies
    assert study.client is not None
    (paragraph,) = study.sections[0].blocks
    return study.client.printed, "".join(one.text for one in paragraph.children)


def test_with_consent_the_name_is_printed_but_not_its_people() -> None:
    named = project(", consent: {scope: [name], until: 2027}")
    assert text_of(named) == ("Nord AG", "Für die Nord AG, mit der Ansprechperson.")
    both = project(", consent: {scope: [name, contact]}")
    assert text_of(both) == ("Nord AG", "Für die Nord AG, mit Ida Wolf.")


def test_without_it_or_where_nobody_is_named_the_alias_is() -> None:
    hidden = ("ein Betreiber", "Für den Betreiber, mit der Ansprechperson.")
    assert text_of(project("")) == hidden
    assert text_of(project(", consent: {scope: [logo]}")) == hidden
    nobody = Stance(names_nobody=True)
    assert text_of(project(", consent: {scope: [name, contact]}", nobody)) == hidden


def test_an_ended_consent_makes_no_study() -> None:
    found = project(", consent: {scope: [name], until: 2025}")
    assert found.studies == ()
    assert [one.code.number for one in found.files[0].diagnostics] == ["CD507"]
    assert found.files[0].is_confidential


def test_an_end_that_can_not_be_read_allows_nothing() -> None:
    found = project(", consent: {scope: [name], until: bald}")
    assert found.files[0].secret is not None
    assert "Nord AG" in found.files[0].secret.names


def test_where_nobody_is_named_no_picture_of_the_client_is_shown() -> None:
    given = {"content/de/a.md": FOR_PICTURES.encode()}
    shown = read_files(_On(given), tuple(given), ("de",))
    hidden = read_files(_On(given), tuple(given), ("de",), stance=Stance(names_nobody=True))
    assert shown.files[0].allowed == {"logo"}
    assert hidden.files[0].allowed == frozenset()


FOR_PICTURES = """---
title: A
client: {name: Nord AG, alias: ein Betreiber, confidential: true, consent: {scope: [logo]}}
---

Text.
"""
