"""A study and its author become a one-pager."""

import pytest
from tests.content.reading import study_of
from tests.view.views import profile_of, spec

from casedoc.content.profile import Profile
from casedoc.view.compose_one_pager import compose_contact, compose_one_pager
from casedoc.view.one_pager import OnePagerView


def page_of(matter: str, profile: Profile | None = None, language: str = "de") -> OnePagerView:
    study = study_of(matter, path=f"content/{language}/a.md")
    view = compose_one_pager(study, profile, spec(language)).value
    assert view is not None
    return view


def test_the_date_is_in_the_kicker_where_there_is_no_meta() -> None:
    matter = "title: A\ncategory: Web\ndate: 2023-08"
    assert page_of(matter, profile_of()).kicker == ("Web", "Fallstudie, August 2023", "Jana Brandt")
    assert page_of(f"{matter}\nrole: X").kicker == ("Web", "Fallstudie", "")
    assert page_of("title: A").kicker == ("", "Fallstudie", "")


def test_without_a_profile_there_is_no_footer() -> None:
    page = page_of("title: A")
    assert (page.contact, page.author, page.title) == (None, "", "A")


@pytest.mark.parametrize(("language", "hyphenate"), [("de", True), ("en", False), ("de-AT", True)])
def test_language(language: str, hyphenate: bool) -> None:  # noqa: FBT001
    page = page_of("title: A", language=language)
    assert (page.language, page.hyphenate) == (language, hyphenate)


def test_contact() -> None:
    profile = profile_of(
        "  label: {de: Architektin, en: Architect}\n  email: a@b.de\n  phone: +49 (0)30 / 123-45\n"
        "  url: https://a.de/\n  location: {city: {de: Köln, en: Cologne}}\n"
    )
    contact = compose_contact(profile, spec("en"))
    assert (contact.name, contact.role, contact.city) == ("Jana Brandt", "Architect", "Cologne")
    assert (contact.phone, contact.phone_href) == ("+49 (0)30 / 123-45", "tel:+493012345")
    assert (contact.url, contact.url_href, contact.email) == ("a.de", "https://a.de/", "a@b.de")
    empty = compose_contact(profile_of(), spec())
    assert (empty.phone_href, empty.url, empty.city, empty.role) == ("", "", "", "")
