"""What the exit codes mean, and which one wins."""

import pytest

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.cli.exit_codes import ExitCode, exit_code

CONTENT = Diagnostic(Code.FIELD_MISSING, "x")
WARNING = Diagnostic(Code.TEXT_TOO_LONG, "x")
STRICT_OVERFLOW = Diagnostic(Code.TEXT_TOO_LONG, "x", severity_override=Severity.ERROR)
USAGE = Diagnostic(Code.USAGE, "x")
SETTINGS_SYNTAX = Diagnostic(Code.FRONT_MATTER_SYNTAX, "x", Span.of_file("casedoc.toml"))
PRINTING = Diagnostic(Code.PRINTING_FAILED, "x")


def test_the_numbers_are_a_promise() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "FINE": 0,
        "CONTENT": 1,
        "USAGE": 2,
        "WARNINGS": 3,
        "ENVIRONMENT": 4,
        "BUG": 70,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("found", "strict", "expected"),
    [
        ((), False, 0),
        ((), True, 0),
        ((WARNING,), False, 0),
        ((WARNING,), True, 3),
        ((STRICT_OVERFLOW,), False, 1),
        ((CONTENT,), False, 1),
        ((CONTENT, WARNING), True, 1),
        ((USAGE, CONTENT), False, 2),
        ((SETTINGS_SYNTAX,), False, 2),
        ((PRINTING, USAGE, CONTENT, WARNING), True, 4),
    ],
)
def test_the_weightiest_wins(found: tuple[Diagnostic, ...], expected: int, *, strict: bool) -> None:
    assert exit_code(found, strict=strict) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (Code.NOTHING_SELECTED, 1),
        (Code.NOT_PUBLISHED, 1),
        (Code.GLYPH_MISSING, 1),
        (Code.SLUG_TWICE, 1),
        (Code.TARGET_TWICE, 2),
        (Code.SETTING_INVALID, 2),
        (Code.SETTING_UNKNOWN, 2),
        (Code.TEMPLATE_BROKEN, 2),
        (Code.USAGE, 2),
        (Code.PRINTING_FAILED, 4),
    ],
)
def test_each_kind_of_error_has_its_code(code: Code, expected: int) -> None:
    assert exit_code((Diagnostic(code, "x"),), strict=False) == expected
