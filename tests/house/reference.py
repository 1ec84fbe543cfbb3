"""The pages of `docs/reference/` that are made from the code; `scripts/reference` writes them."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, get_args

import typer

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.cli.exit_codes import exit_code
from casedoc.cli.main import app
from casedoc.cli.schema import schema_file, schema_text
from casedoc.content.json_schema import SchemaName

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
INTRODUCTION = """\
Everything that casedoc complains of has a code. An error keeps its document from being made. A
warning does not; where there are only warnings, `--strict` makes the exit code 3."""
NOTE = "<!-- Made from the code by scripts/reference: change the code, not this page. -->"
STAGES = (
    ("CD1", "Reading"),
    ("CD2", "Language and numbers"),
    ("CD3", "Front matter and profile"),
    ("CD4", "Body"),
    ("CD5", "Confidences"),
    ("CD6", "Pages and fonts"),
    ("CD7", "Settings, selection and publishing"),
)
"""First characters of the codes, and the stage they tell."""


def diagnostics_page() -> str:
    """Return the list of all diagnostics."""
    lines = [
        "# Diagnostics",
        NOTE,
        INTRODUCTION,
    ]
    for start, stage in STAGES:
        rows = [code for code in Code if code.number.startswith(start)]
        lines.append(f"## {stage}")
        lines.append(
            _table(
                ("code", "name", "severity", "exit", "meaning"),
                [
                    (
                        f"`{code.number}`",
                        code.name.lower().replace("_", " "),
                        code.severity.value,
                        str(int(exit_code((Diagnostic(code, ""),), strict=True))),
                        code.meaning,
                    )
                    for code in rows
                ],
            )
        )
    return _page(lines)


def commands_page() -> str:
    """Return the description of all commands."""
    program: Any = typer.main.get_command(app)
    lines = ["# Commands", NOTE, str(program.help)]
    for name, deferred in program.commands.items():
        command = deferred.load()
        lines.append(f"## casedoc {name}")
        lines.extend(" ".join(part.split()) for part in command.help.split("\n\n"))
        rows = [_cells(parameter) for parameter in command.params]
        lines.append(_table(("argument or option", "variable", "meaning"), rows))
    return _page(lines)


PAGES: dict[str, Callable[[], str]] = {
    "diagnostics.md": diagnostics_page,
    "cli.md": commands_page,
    **{f"schemas/{schema_file(name)}": partial(schema_text, name) for name in SchemaName},
}
"""What is made, by file name."""


def _cells(parameter: Any) -> tuple[str, ...]:  # noqa: ANN401 - the library has no public type
    """Return the row of one argument or option."""
    if parameter.param_type_name == "argument":
        more = "…" if parameter.nargs < 0 else ""
        return (f"`[{parameter.metavar.strip('[].')}]{more}`", "", parameter.help)
    annotation = parameter.type_descriptor.annotation
    kinds = (annotation, *get_args(annotation))
    enums = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum)]
    choices = [f"`{one.value}`" for enum in enums for one in enum]
    names = ", ".join(f"`{name}`" for name in parameter.opts)
    value = " ".join(choices) or parameter.metavar or ""
    variable = f"`{parameter.envvar}`" if parameter.envvar else ""
    return (f"{names} {value}".strip(), variable, parameter.help)


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in lines)


def _page(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
