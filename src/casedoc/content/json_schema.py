"""The JSON Schemas of what users write, made from the models, for completion in editors."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from casedoc.content.fields import FrontMatter
from casedoc.content.keys import ALIASES
from casedoc.content.model import Fields
from casedoc.content.profile import Profile
from casedoc.content.settings import Settings
from casedoc.content.shapes import (
    DATE,
    END,
    NAME,
    NAMED,
    NULL,
    Shape,
    either,
)

if TYPE_CHECKING:
    from pydantic_core import core_schema


class SchemaName(StrEnum):
    """Which schema."""

    FRONT_MATTER = "front-matter"
    PROFILE = "profile"
    SETTINGS = "settings"


_MODELS: Final[dict[SchemaName, type[Fields]]] = {
    SchemaName.FRONT_MATTER: FrontMatter,
    SchemaName.PROFILE: Profile,
    SchemaName.SETTINGS: Settings,
}
_TITLES: Final = {
    SchemaName.FRONT_MATTER: "Front matter of a case study",
    SchemaName.PROFILE: "Profile of the author",
    SchemaName.SETTINGS: "Settings of casedoc",
}


_QUIET: Final = {"doNotSuggest": True}
_ANNOTATIONS: Final = ("description", "examples")
"""What is said about a value, beside its shape."""


class _Generator(GenerateJsonSchema):
    """Says what an editor has use for, and nothing else.

    Titles that repeat the names of keys are left out, and so are defaults that say that there is
    nothing.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        default = made.get("default")
        says_something = default is not None and default is not False
        return {key: value for key, value in made.items() if key != "default" or says_something}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        return {key: value for key, value in made.items() if key != "title"}


def json_schema(name: SchemaName) -> dict[str, Any]:
    """Return a schema.

    What a schema can't say is left to `casedoc check`: it accepts all that casedoc accepts, and
    refuses most of what is an error.

    *Source*: JSON Schema, draft 2020-12.
    """
    made = _MODELS[name].model_json_schema(schema_generator=_Generator)
    properties = {key: dict(shape) for key, shape in made["properties"].items()}
    if name is not SchemaName.SETTINGS:
        _allow_nothing(properties, made["required"])
        _allow_others(made)
    if name is SchemaName.FRONT_MATTER:
        properties |= _other_names(properties)
        made["propertyNames"] = {"not": {"const": "confidential"}}
        made["if"] = {"properties": {"start": {"not": NULL}}, "required": ["start"]}
        made["then"] = {"properties": {"end": END}}
    if name is SchemaName.PROFILE:
        properties |= _of_the_file_itself()
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": _TITLES[name]}
    return {**head, **_with_references({**made, "properties": properties})}


def _allow_nothing(properties: dict[str, Shape], required: list[str]) -> None:
    """Admit keys without a value, which count as absent."""
    for key, shape in properties.items():
        if key not in required and NULL not in shape.get("anyOf", ()):
            said = {part: value for part, value in shape.items() if part in _ANNOTATIONS}
            kept = {part: value for part, value in shape.items() if part not in _ANNOTATIONS}
            properties[key] = {**either(kept, NULL), **said}


def _allow_others(made: dict[str, Any]) -> None:
    """Admit unknown keys, which draw a warning, except where a model refuses them by itself."""
    for name, part in (("", made), *made["$defs"].items()):
        if name != "ClientFields":
            part.pop("additionalProperties", None)


def _other_names(properties: dict[str, Shape]) -> dict[str, Shape]:
    """Return the shapes of aliases, which editors understand, but do not propose.

    *Source*: VS Code's extension of JSON Schema for `doNotSuggest`.
    """
    found = {
        alias: {**properties[field], "description": f"Another name for `{field}`.", **_QUIET}
        for field, aliases in ALIASES.items()
        for alias in aliases
    }
    start = {
        **either(DATE, NULL),
        "description": "With `end`: another form of `period`.",
        "examples": ["2022-03"],
        **_QUIET,
    }
    # Without `start` it is an unknown key, which may have any value.
    end = {
        "description": "See `start`; `present`: it lasts.",
        "examples": ["2023-09", "present"],
        **_QUIET,
    }
    return {**found, "start": start, "end": end}


def _of_the_file_itself() -> dict[str, Shape]:
    """Return what JSON Resume says about the file; casedoc has no use for it."""
    return {
        "$schema": {"description": "The schema of the file.", "examples": ["profile.schema.json"]},
        "meta": {
            "description": "What JSON Resume says about the file; not printed.",
            "examples": [{"version": "v1.0.0", "lastModified": "2024-05-06"}],
        },
    }


def _with_references(schema: dict[str, Any]) -> dict[str, Any]:
    """Let the names of shapes refer to their definitions, and add those that are needed."""
    used: dict[str, Any] = {}

    def referring(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
        if isinstance(part, list):
            return [referring(one) for one in part]
        if not isinstance(part, dict):
            return part
        made = {key: referring(value) for key, value in part.items() if key != NAME}
        if NAME not in part:
            return made
        name = part[NAME]
        if name not in used:
            used[name] = None
            used[name] = referring(NAMED[name])
        return {"$ref": f"#/$defs/{name}", **made}

    whole: dict[str, Any] = referring(schema)
    return {**whole, "$defs": {**whole.get("$defs", {}), **dict(sorted(used.items()))}}


def schema_file(name: SchemaName) -> str:
    """Return the file name of a schema."""
    return f"casedoc-{name.value}.schema.json"


def schema_text(name: SchemaName) -> str:
    """Return a schema as it is written. *Why* ASCII: every terminal can pass it on unharmed."""
    return f"{json.dumps(json_schema(name), indent=2)}\n"
