"""Pydantic's errors become diagnostics with places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.content.likeness import nearest
from casedoc.source.values import (
    Mapping,
    Scalar,
    Sequence,
    Value,
    pairs_in,
    place_of,
    without_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as AnyMapping

    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

_CODES: Final = {
    "missing": Code.FIELD_MISSING,
    "empty": Code.FIELD_EMPTY,
    "extra_forbidden": Code.FIELD_UNKNOWN,
    "date_impossible": Code.DATE_IMPOSSIBLE,
    "period_reversed": Code.PERIOD_REVERSED,
}
_KINDS: Final = {
    "string_type": "must be a text",
    "list_type": "must be a list",
    "dict_type": "must have keys and values",
    "model_type": "must have keys and values",
    "bool_type": "must be `true` or `false`",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "too_short": "must not be empty",
}


def validate(
    model: type[Model], given: Mapping, context: object, codes: AnyMapping[str, Code] | None = None
) -> Outcome[Model]:
    """Check data against a model.

    Args:
        model: The model.
        given: The data, with places.
        context: What the model's validators need to know.
        codes: Codes to use instead of the usual ones, by pydantic's error type; `*` for all.

    Returns:
        The validated model; or none, with one diagnostic for each error. Errors are told apart by
        pydantic's `type` and `loc` alone. Where an unknown key is only a warning, the rest counts.
    """
    chosen = {**_CODES, **(codes or {})}
    data: dict[str, object] = {name: value for name, value in _items(given) if value is not None}
    try:
        return Outcome(_model(model, data, context))
    except ValidationError as error:
        details = [(detail, _real(detail, given)) for detail in error.errors(include_url=False)]
    found = _diagnostics(details, given, chosen, model)
    diagnostics = tuple(found.values())
    if has_errors(diagnostics):
        return Outcome(None, diagnostics)
    for location in found:
        _forget(data, location)
    return Outcome(_model(model, data, context), diagnostics)


def _model(model: type[Model], data: dict[str, object], context: object) -> Model:
    """Return the validated data; only the keys that users know count, not the names in the code."""
    return model.model_validate(data, context=context, by_alias=True, by_name=False)


@dataclass(frozen=True, slots=True)
class Note:
    """What a validator noticed about a value that it let pass."""

    field: str
    """The model's field."""
    written: str
    """The text that it is about, somewhere in the field's value."""
    code: Code
    """What kind of warning it is."""
    message: str
    """What is odd about it."""
    hint: str
    """What to do about it."""


def noted(notes: list[Note], given: Mapping) -> Iterator[Diagnostic]:
    """Yield the diagnostics of what validators noticed.

    *Why* look for the places: pydantic does not tell its validators where they are.

    Args:
        notes: What was noticed; the same more than once where the data was read twice.
        given: The data, with places.
    """
    for note in dict.fromkeys(notes):
        for pair in pairs_in(given):
            if pair.key == note.field:
                for value in (pair.value, *(inner.value for inner in pairs_in(pair.value))):
                    if isinstance(value, Scalar) and value.text == note.written:
                        yield Diagnostic(note.code, note.message, value.span, note.hint)


def _diagnostics(
    details: list[tuple[ErrorDetails, tuple[int | str, ...]]],
    given: Mapping,
    codes: AnyMapping[str, Code],
    model: type[BaseModel],
) -> dict[tuple[int | str, ...], Diagnostic]:
    """Return one diagnostic for each place, by its location.

    Where a value may have several shapes, pydantic complains once for each; the complaint that
    goes deepest is about the shape the author meant.
    """
    places = {location for _detail, location in details}
    found: dict[tuple[int | str, ...], Diagnostic] = {}
    for detail, location in details:
        if not any(
            len(other) > len(location) and other[: len(location)] == location for other in places
        ):
            found.setdefault(location, _diagnostic(detail, location, given, codes, model))
    return found


def _forget(data: object, location: tuple[int | str, ...]) -> None:
    """Remove what stands at a location."""
    for step in location[:-1]:
        data = data[step]  # type: ignore[index]
    if isinstance(data, dict):
        data.pop(location[-1], None)


def _items(given: Mapping) -> list[tuple[str, object]]:
    return [(pair.key, without_places(pair.value)) for pair in given.pairs]


def _real(detail: ErrorDetails, given: Mapping) -> tuple[int | str, ...]:
    """Return an error's location without the names of shapes that pydantic puts in between."""
    real: list[int | str] = []
    value: Value = given
    steps = detail["loc"]
    for number, step in enumerate(steps):
        if isinstance(value, Mapping):
            pair = value.find(str(step))
            if pair is not None:
                value = pair.value
                real.append(step)
            elif number == len(steps) - 1 and detail["type"] in {"missing", "extra_forbidden"}:
                real.append(step)
        elif isinstance(value, Sequence) and isinstance(step, int):
            value = value.items[step]
            real.append(step)
    return tuple(real)


def _diagnostic(
    detail: ErrorDetails,
    location: tuple[int | str, ...],
    given: Mapping,
    codes: AnyMapping[str, Code],
    model: type[BaseModel],
) -> Diagnostic:
    kind = detail["type"]
    code = codes.get(kind, codes.get("*", Code.FIELD_TYPE))
    name = ".".join(str(step) for step in location) or "it"
    span = place_of(given, location)
    if kind == "missing":
        hint = f"add `{location[-1]}: …`"
        if not given.pairs and location == ("title",):
            hint = f"begin the file with a line `---`, `{location[-1]}: …`, and `---` again"
        return Diagnostic(code, f"`{name}` is missing", span, hint)
    if kind == "extra_forbidden":
        # A misspelt `confidential` must not print a name.
        severity = Severity.ERROR if location[0] == "client" else None
        near = nearest(str(location[-1]), _names_at(model, location[:-1]))
        hint = f"did you mean `{near}`?" if near else "remove it or correct its name"
        key = _key_span(given, location) or span
        return Diagnostic(code, f"unknown key `{name}`", key, hint, severity_override=severity)
    expected = {name: str(value).replace("'", "`") for name, value in detail.get("ctx", {}).items()}
    said = _KINDS[kind].format(**expected) if kind in _KINDS else detail["msg"]
    return Diagnostic(code, f"`{name}` {said}", span, expected.get("hint"))


def _names_at(model: type[BaseModel], location: tuple[int | str, ...]) -> set[str]:
    """Return the names that a mapping at a location may have as keys."""
    models = {model}
    for step in location:
        if isinstance(step, str):
            fields = [field for one in models for field in _fields(one).items()]
            models = {inner for name, kind in fields if name == step for inner in _models_in(kind)}
    return {name for one in models for name in _fields(one)}


def _fields(model: type[BaseModel]) -> dict[str, object]:
    """Return the types of a model's fields by the names that authors write."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _models_in(kind: object) -> Iterator[type[BaseModel]]:
    """Yield all models among the shapes that a value may have."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in get_args(kind):
        yield from _models_in(part)


def _key_span(given: Mapping, location: tuple[int | str, ...]) -> Span | None:
    """Return where the last key of a location stands."""
    value: Value = given
    key_span = None
    for step in location:
        if isinstance(value, Mapping):
            pair = value.find(str(step))
            key_span = pair.key_span if pair else None
            value = pair.value if pair else value
        elif isinstance(value, Sequence) and isinstance(step, int):
            value = value.items[step]
    return key_span
