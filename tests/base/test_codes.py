import re
from pathlib import Path

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic, has_errors

SOURCE = Path(__file__).parents[2] / "src" / "casedoc"


def test_numbers_are_unique_and_in_order() -> None:
    numbers = [code.number for code in Code]
    assert numbers == sorted(set(numbers))
    assert all(re.fullmatch(r"CD\d{3}", number) for number in numbers)


def test_meanings_are_sentences() -> None:
    assert [code.name for code in Code if not re.fullmatch(r"[A-Z].*\.", code.meaning)] == []


def test_every_code_is_used() -> None:
    text = "".join(
        path.read_text("utf-8") for path in SOURCE.rglob("*.py") if path.name != "codes.py"
    )
    assert [code.name for code in Code if f"Code.{code.name}" not in text] == []


def test_a_severity_can_be_overridden() -> None:
    usual = Diagnostic(Code.TEXT_TOO_LONG, "too long")
    strict = Diagnostic(Code.TEXT_TOO_LONG, "too long", severity_override=Severity.ERROR)
    assert usual.severity is Severity.WARNING
    assert not has_errors((usual,))
    assert has_errors((usual, strict))
