"""`[hyphenation]` of the settings: words, by language, with a mark wherever they may be divided."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError

from casedoc.content.field_types import Text
from casedoc.content.shapes import SAID, Shape
from casedoc.locale.division import MARK
from casedoc.locale.spec import KNOWN_TAGS

LANGUAGES = tuple(tag for tag in KNOWN_TAGS if "-" not in tag)
"""The languages, without their regions."""
_WORD = re.compile(rf"[^\W\d_]+(?:\{MARK}[^\W\d_]+)*")


def _word(written: str) -> str:
    """Let a word pass that has nothing but letters, and marks between them."""
    if _WORD.fullmatch(written) is None:
        hint = "write one word, such as `Infra|struktur`; without a mark it is not divided at all"
        said = "must be letters with `|` between them"
        raise PydanticCustomError("word", "{said}", {"said": said, "hint": hint})
    return written


def _known(given: object) -> object:
    """Let a mapping pass whose keys are languages.

    *Why* an error of errors: each has its place, and pydantic's own keys know nothing of values.
    """
    unknown = [key for key in given if key not in LANGUAGES] if isinstance(given, dict) else []
    if unknown:
        hint = f"known are {', '.join(f'`{one}`' for one in LANGUAGES)}"
        said = "is for no known language"
        fault = PydanticCustomError("locale", "{said}", {"said": said, "hint": hint})
        wrong: list[InitErrorDetails] = [
            {"type": fault, "loc": (key,), "input": key} for key in unknown
        ]
        raise ValidationError.from_exception_data("hyphenation", wrong)
    return given


_SHAPE: Shape = {
    "type": "object",
    "properties": {
        language: {
            "type": "array",
            "items": {
                "type": "string",
                "pattern": r"^\s*[^\W\d_]+(?:\|[^\W\d_]+)*\s*$",
                SAID: "Write one word with `|` wherever it may be divided.",
            },
            "description": f"Words of `{language}`, with `|` wherever they may be divided.",
            "examples": [["Infra|struktur", "Kubernetes"]],
        }
        for language in LANGUAGES
    },
    "additionalProperties": False,
}

Hyphenation = Annotated[
    dict[str, list[Annotated[Text, AfterValidator(_word)]]],
    BeforeValidator(_known),
    WithJsonSchema(_SHAPE),
]
"""Words by language."""
