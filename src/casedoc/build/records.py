"""Parts of what is remembered as plain data, and back.

What comes back is looked at in every part: a cache may have been cut off or tampered with. All that
is unsound raises `ValueError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.recording import Reading
from casedoc.base.secret import Secret
from casedoc.base.span_data import span_data, span_of
from casedoc.build.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODES = {code.number: code for code in Code}


def readings_data(readings: Iterable[Reading]) -> list[list[str]]:
    """Return readings as plain data."""
    return [[one.path, one.kind, one.digest] for one in readings]


def readings_of(data: object) -> tuple[Reading, ...]:
    """Return the readings that plain data tells."""
    if not isinstance(data, list):
        raise ValueError  # noqa: TRY004 - one exception for all that is unsound
    return tuple(_reading(one) for one in data)


def _reading(data: object) -> Reading:
    match data:
        case [str(path), str(kind), str(digest)]:
            return Reading(path, kind, digest)
    raise ValueError


def pair_of(data: object) -> tuple[str, str]:
    """Return a pair of texts."""
    match data:
        case [str(name), str(value)]:
            return name, value
    raise ValueError


def origin_data(origin: Origin) -> dict[str, Any]:
    """Return how a workspace was found as plain data."""
    return {
        "searched": [readings_data(one) for one in origin.searched],
        "variables": [list(pair) for pair in origin.variables],
    }


def origin_of(searched: list[Any], variables: list[Any]) -> Origin:
    """Return how a workspace was found, as plain data tells it."""
    return Origin(
        tuple(readings_of(one) for one in searched), tuple(pair_of(one) for one in variables)
    )


def diagnostic_record(diagnostic: Diagnostic) -> list[Any]:
    """Return a diagnostic as plain data, with all that it says."""
    override = diagnostic.severity_override
    return [
        diagnostic.code.number,
        diagnostic.message,
        span_data(diagnostic.span) if diagnostic.span else None,
        diagnostic.hint,
        [[one.message, span_data(one.span)] for one in diagnostic.related],
        override.value if override else None,
    ]


def diagnostic_of(data: object) -> Diagnostic:
    """Return the diagnostic that plain data tells."""
    match data:
        case [str(code), str(message), span, str() | None as hint, list(related), severity] if (
            code in _CODES
        ):
            return Diagnostic(
                _CODES[code],
                message,
                None if span is None else span_of(span),
                hint,
                tuple(_related(one) for one in related),
                None if severity is None else Severity(severity),
            )
    raise ValueError


def _related(data: object) -> Related:
    match data:
        case [str(message), span]:
            return Related(message, span_of(span))
    raise ValueError


def secret_record(secret: Secret | None) -> list[Any] | None:
    """Return a client that must not be named as plain data; none where there is none."""
    if secret is None:
        return None
    pairs = [list(pair) for pair in secret.aliases]
    names = (secret.names, secret.shortened, secret.first, secret.people)
    return [secret.slug, *(list(one) for one in names), pairs]


def secret_of(data: object) -> Secret:
    """Return the client that plain data tells."""
    match data:
        case [str(slug), list(names), list(shortened), list(first), list(people), list(pairs)] if (
            all(isinstance(name, str) for name in (*names, *shortened, *first, *people))
        ):
            known = (tuple(names), tuple(shortened), tuple(first), tuple(people))
            return Secret(slug, *known, tuple(pair_of(one) for one in pairs))
    raise ValueError
