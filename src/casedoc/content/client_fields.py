"""The shape of a client in front matter: its names, what stands for them, and what it agreed to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from casedoc.content.field_types import Localised, Switch, Text, When, Words
from casedoc.content.model import Fields
from casedoc.content.shapes import NULL, YES_SHAPE


class ConsentFields(Fields):
    """What a client has agreed to."""

    scope: list[Literal["name", "logo", "contact"]] = Field(
        default_factory=list,
        description="What may be shown: its name, its pictures, the names of its people.",
        examples=[["name", "logo"]],
    )
    until: When = Field(
        None,
        description="The last day: sixty days before it there is a warning, after it an error.",
        examples=["2027-12-31"],
    )
    given: When = Field(None, description="When it was given.", examples=["2024-05-01"])
    by: Text | None = Field(None, description="Who gave it.", examples=["A. Example"])
    note: Text | None = Field(None, description="What else was said.", examples=["by mail"])


class ClientFields(Fields):
    """A client with more than a name."""

    model_config = Fields.model_config | {
        "json_schema_extra": {
            "additionalProperties": False,
            "anyOf": [{"required": ["name"]}, {"required": ["key"]}],
            "if": {"properties": {"confidential": YES_SHAPE}, "required": ["confidential"]},
            "then": {"properties": {"alias": {"not": NULL}}, "required": ["alias"]},
        }
    }

    name: Text | None = Field(
        None,
        description="The client's name; never printed where `confidential` is true.",
        examples=["Quastenberg Armaturenwerke GmbH"],
    )
    key: Text | None = Field(
        None,
        description="Instead of the name: under which it is known in `content/private.yaml`.",
        examples=["valves"],
    )
    alias: Localised | None = Field(
        None,
        description="What is printed instead of the name, once or for each language.",
        examples=[{"de": "Armaturenhersteller", "en": "Manufacturer of valves"}],
    )
    confidential: Switch = Field(
        default=False, description="Whether the name must not be printed.", examples=[True]
    )
    also: Words = Field(
        default_factory=list,
        description="Brands, products, domains that would give the client away.",
        examples=[["Quastenberg", "Ventilwelt", "quastenberg.example"]],
    )
    people: Words = Field(
        default_factory=list,
        description="People who would give the client away.",
        examples=[["Erika Quast"]],
    )
    ordinary: Words = Field(
        default_factory=list,
        description="Words of its name that give nothing away when they stand alone.",
        examples=[["Deutsche"]],
    )
    consent: ConsentFields | None = Field(
        None,
        description="What the client has agreed to.",
        examples=[{"scope": ["name"], "until": "2027-12-31"}],
    )

    @model_validator(mode="before")
    @classmethod
    def _is_named(cls, given: object) -> object:
        """See that a client has a name, or a key under which it is known elsewhere."""
        if isinstance(given, dict) and not {"name", "key"} & {*given}:
            missing: InitErrorDetails = {"type": "missing", "loc": ("name",), "input": given}
            raise ValidationError.from_exception_data("client", [missing])
        return given
