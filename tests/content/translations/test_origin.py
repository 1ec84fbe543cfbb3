"""The digest of an original tells whether its translation is up to date."""

import pytest
from tests.content.reading import brief, checked

from casedoc.base.diagnostic import Diagnostic
from casedoc.content.translations import check_origin

DIGEST = "76f49399b71d" + "0" * 52
OTHERS = {"content/de/x.md": DIGEST, "content/de-AT/x.md": "ab" * 32}


def origin(written: str, versions: dict[str, str]) -> Diagnostic | None:
    outcome = checked(f"title: X\ntranslated-from: {written}", path="content/en/x.md")
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return check_origin(outcome.value, versions)


@pytest.mark.parametrize(
    "written", [DIGEST, DIGEST[:8], f'"{DIGEST[:12]}"', DIGEST[:12].upper(), "abababab", ""]
)
def test_any_other_version_may_be_the_original(written: str) -> None:
    assert origin(written, OTHERS) is None


def test_a_translation_of_an_older_original_is_stale() -> None:
    found = origin("deadbeef99", OTHERS)
    assert found is not None
    assert brief(found) == "CD260 3:18"
    assert found.message == "`content/de/x.md` has changed since this was translated from it"
    assert found.hint == "compare the two, then write `76f49399b71d`"
    assert [one.span.path for one in found.related] == ["content/de/x.md"]
    assert not found.is_error


@pytest.mark.parametrize("written", ["76f4939", "not-a-digest", "76f49399b71g", "0" * 65])
def test_what_is_no_digest_gets_a_hint(written: str) -> None:
    found = origin(written, OTHERS)
    assert found is not None
    assert (brief(found), found.hint) == ("CD261 3:18", "write `76f49399b71d`")
    alone = origin(written, {})
    assert alone is not None
    assert alone.hint == "write at least 8 digits of what `sha256sum` says of the original"


def test_an_original_that_is_not_there_is_told() -> None:
    found = origin("deadbeef99", {})
    assert found is not None
    assert (brief(found), found.hint) == ("CD262 3:18", "remove `translated-from`")
