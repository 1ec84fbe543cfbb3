"""Values and bodies as the readers see them, with their places in short."""

from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.source.values import Mapping, Scalar, Sequence, Value


def place(span: Span | None) -> str:
    """Return `2:5` for where a span begins."""
    assert span is not None
    return f"{span.line}:{span.column}"


def stretch(span: Span) -> str:
    """Return `2:5-2:9` for a whole span."""
    return f"{place(span)}-{span.end.line}:{span.end.column}"


def told(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Return `CD111 2:5` for each complaint."""
    return [f"{one.code.number} {place(one.span)}" for one in diagnostics]


def keys_of(outcome: Outcome[Value]) -> dict[str, str]:
    """Return the place of each key, by its dotted path; indices count as keys."""
    assert outcome.value is not None, outcome.diagnostics
    return dict(_keys(outcome.value, ""))


def scalars_of(outcome: Outcome[Value]) -> dict[str, tuple[str, str]]:
    """Return text and stretch of each scalar, by its dotted path; indices count as keys."""
    assert outcome.value is not None, outcome.diagnostics
    return dict(_scalars(outcome.value, ""))


def _keys(value: Value, path: str) -> list[tuple[str, str]]:
    found = []
    if isinstance(value, Mapping):
        for pair in value.pairs:
            found.append((f"{path}{pair.key}", place(pair.key_span)))
            found.extend(_keys(pair.value, f"{path}{pair.key}."))
    elif isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            found.extend(_keys(item, f"{path}{index}."))
    return found


def _scalars(value: Value, path: str) -> list[tuple[str, tuple[str, str]]]:
    if isinstance(value, Scalar):
        return [(path.rstrip("."), (value.text, stretch(value.span)))]
    found = []
    if isinstance(value, Mapping):
        for pair in value.pairs:
            found.extend(_scalars(pair.value, f"{path}{pair.key}."))
    else:
        for index, item in enumerate(value.items):
            found.extend(_scalars(item, f"{path}{index}."))
    return found
