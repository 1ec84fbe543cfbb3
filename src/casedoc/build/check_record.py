"""A check's report as plain data, and back.

What comes back is looked at in every part: a cache may have been cut off or tampered with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.recording import Reading
from casedoc.base.secret import Secret
from casedoc.base.span_data import sound_path, span_data, span_of
from casedoc.build.bearing import Bearing
from casedoc.build.check_report import CheckReport
from casedoc.build.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_CODES = {code.number: code for code in Code}


def report_data(report: CheckReport) -> dict[str, Any]:
    """Return a report as plain data; the root is where the data lies."""
    return {
        "searched": [_readings_data(one) for one in report.origin.searched],
        "variables": [list(pair) for pair in report.origin.variables],
        "readings": _readings_data(report.readings),
        "files": [_bearing_data(one) for one in report.files],
        "diagnostics": [_diagnostic_data(one) for one in report.diagnostics],
    }


def report_of(data: object, root: Path) -> CheckReport | None:
    """Return the report that is told by plain data, or none where the data tells none."""
    try:
        return _report(data, root)
    except ValueError:
        return None


def _report(data: object, root: Path) -> CheckReport:
    match data:
        case {
            "searched": list(searched),
            "variables": list(variables),
            "readings": list(readings),
            "files": list(files),
            "diagnostics": list(diagnostics),
        }:
            return CheckReport(
                root=root,
                files=tuple(_bearing(one) for one in files),
                diagnostics=tuple(_diagnostic(one) for one in diagnostics),
                origin=Origin(
                    tuple(_readings(one) for one in searched),
                    tuple(_pair(one) for one in variables),
                ),
                readings=_readings(readings),
            )
    raise ValueError


def _readings_data(readings: Iterable[Reading]) -> list[list[str]]:
    return [[one.path, one.kind, one.digest] for one in readings]


def _readings(data: object) -> tuple[Reading, ...]:
    if not isinstance(data, list):
        raise ValueError  # noqa: TRY004 - one exception for all that is unsound
    return tuple(_reading(one) for one in data)


def _reading(data: object) -> Reading:
    match data:
        case [str(path), str(kind), str(digest)]:
            return Reading(path, kind, digest)
    raise ValueError


def _pair(data: object) -> tuple[str, str]:
    match data:
        case [str(name), str(value)]:
            return name, value
    raise ValueError


def _diagnostic_data(diagnostic: Diagnostic) -> list[Any]:
    override = diagnostic.severity_override
    return [
        diagnostic.code.number,
        diagnostic.message,
        span_data(diagnostic.span) if diagnostic.span else None,
        diagnostic.hint,
        [[one.message, span_data(one.span)] for one in diagnostic.related],
        override.value if override else None,
    ]


def _diagnostic(data: object) -> Diagnostic:
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


def _bearing_data(bearing: Bearing) -> list[Any]:
    secret = bearing.secret
    said = None
    if secret is not None:
        pairs = [list(pair) for pair in secret.aliases]
        names = (secret.names, secret.shortened, secret.first, secret.people)
        said = [secret.slug, *(list(one) for one in names), pairs]
    return [bearing.path, bearing.slug, bearing.language, bearing.date, said]


def _bearing(data: object) -> Bearing:
    match data:
        case [str(path), str(slug), str(language), str(date), secret]:
            said = None if secret is None else _secret(secret)
            return Bearing(sound_path(path), slug, language, date, said)
    raise ValueError


def _secret(data: object) -> Secret:
    match data:
        case [str(slug), list(names), list(shortened), list(first), list(people), list(pairs)] if (
            all(isinstance(name, str) for name in (*names, *shortened, *first, *people))
        ):
            known = (tuple(names), tuple(shortened), tuple(first), tuple(people))
            return Secret(slug, *known, tuple(_pair(one) for one in pairs))
    raise ValueError
