import pytest

from casedoc.locale.spec import KNOWN_TAGS, locale_spec


@pytest.mark.parametrize("tag", KNOWN_TAGS)
def test_every_known_tag_has_its_locale(tag: str) -> None:
    spec = locale_spec(tag)
    assert spec is not None
    assert spec.tag == tag


@pytest.mark.parametrize(
    ("written", "tag"), [("DE", "de"), ("en_us", "en-US"), (" de-at ", "de-AT")]
)
def test_case_and_separator_do_not_matter(written: str, tag: str) -> None:
    spec = locale_spec(written)
    assert spec is not None
    assert spec.tag == tag


@pytest.mark.parametrize("tag", ["fr", "", "de-XX", "deutsch"])
def test_unknown_tags_have_none(tag: str) -> None:
    assert locale_spec(tag) is None


def test_what_differs_between_german_and_english() -> None:
    german, english = locale_spec("de"), locale_spec("en")
    assert german is not None
    assert english is not None
    assert (german.percent_gap, german.hyphenate) == ("\u00a0", True)
    assert (english.percent_gap, english.hyphenate) == ("", False)


def test_a_plain_language_means_what_the_settings_say() -> None:
    british = locale_spec("en", {"en": "en-GB"})
    assert british is not None
    assert (british.tag, british.cldr, british.language) == ("en", "en_GB", "en")
    assert locale_spec("en-US", {"en": "en-GB"}) == locale_spec("en-US")
    assert locale_spec("de", {"en": "en-GB"}) == locale_spec("de")
    assert locale_spec("xx", {"en": "en-GB"}) is None
