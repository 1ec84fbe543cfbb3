"""What of a file is for whom."""

import pytest
from tests.content.reading import brief, source_of

from casedoc.content.audience import Audience
from casedoc.source.element import plain_text

BODY = """\
## Allen

Ein Absatz. {.only-agency}

- für alle
- für die Agentur {.only-agency}
- nicht für alle
  {.not-public}

| a | b |
|---|---|
| 1 | 2 {.not-public} |
| 3 | 4 |

## Nur hier {.only-agency .only-tender}

Text.

### Darunter

Mehr.

## Wieder allen
"""


def texts(name: str | None) -> list[str]:
    source, _world = source_of("title: A", BODY)
    audience = Audience(name, ("agency", "tender"))
    blocks = audience.source(source).blocks
    assert audience.found == []
    return [
        plain_text(one.children)
        for block in blocks
        for one in block.walk()
        if one.kind.value in {"heading", "paragraph", "cell", "header-cell"}
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("public", ["Allen", "für alle", "a", "b", "3", "4", "Wieder allen"]),
        (
            "tender",
            [
                "Allen",
                "für alle",
                "nicht für alle",
                "a",
                "b",
                "1",
                "2",
                "3",
                "4",
                "Nur hier",
                "Text.",
                "Darunter",
                "Mehr.",
                "Wieder allen",
            ],
        ),
    ],
)
def test_each_sees_what_is_meant_for_it(name: str, expected: list[str]) -> None:
    assert texts(name) == expected


def test_a_check_sees_everything_without_the_marks() -> None:
    assert len(texts(None)) == 16
    assert texts(None) == texts("agency")
    assert not any("{" in text for text in texts(None))


def test_an_unknown_profile_is_a_warning_and_a_vain_mark_an_error() -> None:
    source, _world = source_of("title: A", "A {.only-agancy}\n\nB {.not-agency} mitten im Satz")
    audience = Audience("public", ("agency",))
    audience.source(source)
    assert [(brief(one), one.is_error) for one in audience.found] == [
        ("CD717 5:1", False),
        ("CD717 7:1", True),
    ]
    assert audience.found[0].hint == "did you mean `agency`?"


NOTES = """\
## Allen

Eins[^a] und drei[^c].

## Nur hier {.only-agency}

Zwei[^b].

[^a]: Note A.
[^b]: Note B.
[^c]: Note C, mit einer eigenen[^d].
[^d]: Note D.
"""


def notes(name: str, body: str) -> list[tuple[str, str]]:
    source, _world = source_of("title: A", body)
    blocks = Audience(name, ("agency",)).source(source).blocks
    found = [one for block in blocks for one in block.walk()]
    references = [one.get("number") for one in found if one.kind.value == "footnote-reference"]
    kept = [one for one in found if one.kind.value == "footnote"]
    assert sorted({*references}) == sorted(one.get("number") for one in kept)
    words = (plain_text(one.children[0].children) for one in kept)
    return [(one.get("number"), text) for one, text in zip(kept, words, strict=True)]


def test_notes_go_with_what_refers_to_them() -> None:
    assert [text[:6] for _number, text in notes("agency", NOTES)] == [
        "Note A",
        "Note C",
        "Note B",
        "Note D",
    ]
    assert [(number, text[:6]) for number, text in notes("public", NOTES)] == [
        ("1", "Note A"),
        ("2", "Note C"),
        ("3", "Note D"),
    ]
