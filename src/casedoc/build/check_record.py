"""A check's report as plain data, and back.

What comes back is looked at in every part: a cache may have been cut off or tampered with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedoc.base.span_data import sound_path
from casedoc.build.bearing import Bearing
from casedoc.build.check_report import CheckReport
from casedoc.build.records import (
    diagnostic_of,
    diagnostic_record,
    origin_data,
    origin_of,
    readings_data,
    readings_of,
    secret_of,
    secret_record,
)

if TYPE_CHECKING:
    from pathlib import Path


def report_data(report: CheckReport) -> dict[str, Any]:
    """Return a report as plain data; the root is where the data lies."""
    return {
        **origin_data(report.origin),
        "readings": readings_data(report.readings),
        "files": [_bearing_data(one) for one in report.files],
        "diagnostics": [diagnostic_record(one) for one in report.diagnostics],
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
                diagnostics=tuple(diagnostic_of(one) for one in diagnostics),
                origin=origin_of(searched, variables),
                readings=readings_of(readings),
            )
    raise ValueError


def _bearing_data(bearing: Bearing) -> list[Any]:
    said = secret_record(bearing.secret)
    return [bearing.path, bearing.slug, bearing.language, bearing.date, said]


def _bearing(data: object) -> Bearing:
    match data:
        case [str(path), str(slug), str(language), str(date), secret]:
            said = None if secret is None else secret_of(secret)
            return Bearing(sound_path(path), slug, language, date, said)
    raise ValueError
