"""The pages of `docs/reference/` that are made from the code; `scripts/reference` writes them."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, get_args

import typer
from pydantic import BaseModel

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.cli.exit_codes import exit_code
from casedoc.cli.main import app
from casedoc.content.json_schema import SchemaName, schema_file, schema_text
from casedoc.markup.design import Design, OneScale
from casedoc.markup.measures import Unit
from casedoc.markup.scale import Scale
from casedoc.markup.theme import ThemeChoice, load_theme

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
INTRODUCTION = """\
Everything that casedoc complains of has a code. An error keeps its document from being made. A
warning does not; where there are only warnings, `--strict` makes the exit code 3."""
NOTE = "<!-- Made from the code by scripts/reference: change the code, not this page. -->"
TOKENS = """\
What may stand in a `theme.toml`; [themes.md](../themes.md) says how it is used. Numbers are
written without their units. `L` is the line height of running text, `em` the size of the type that
is spaced. Each token with a unit is a custom property of its name in the stylesheets (`rule` is
`--rule`)."""
SCALES = """\
The sizes of each level, in `[one-pager.scales.NAME]` (`ordinary`, `dense`, `poster`, `columns`),
`[booklet.scales.ordinary]` and `[cv.scales.ordinary]`. Each has `levels` (0 is the usual one),
`every` for what is the same at all of them, and `shares`, which sizes are multiplied by. What an
arrangement does not say, `ordinary` says; what a level does not say, the next larger one says.
Sizes in `pt` are custom properties with `-size` after their names (`body` is `--body-size`)."""
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


def tokens_page() -> str:
    """Return the list of all tokens of a theme, with the values of the built-in one."""
    design = _built_in()
    lines = ["# Tokens of a theme", NOTE, TOKENS]
    lines += _tables(type(design), design, "")
    lines.append("## Scales")
    lines.append(SCALES)
    rows = [
        (
            f"`{field.alias}`",
            _unit(field.metadata),
            field.description or "",
            _limits(field.metadata),
        )
        for field in Scale.model_fields.values()
    ]
    lines.append(_table(("size", "in", "what it is", "limits"), rows))
    return _page(lines)


def _built_in() -> Design:
    world = DiskWorld(FOLDER, builtin_root())
    theme = load_theme(world, ThemeChoice()).value
    assert theme is not None
    return theme.tokens.design


def _tables(model: type[BaseModel], values: BaseModel, above: str) -> Iterator[str]:
    """Yield a heading and a table for each table of tokens."""
    for name, field in model.model_fields.items():
        value = getattr(values, name)
        if not isinstance(value, BaseModel) or isinstance(value, OneScale):
            continue
        where = f"{above}{field.alias}"
        yield f"## `[{where}]`"
        yield field.description or ""
        rows = [
            (
                f"`{inner.alias}`",
                _unit(inner.metadata),
                inner.description or "",
                _limits(inner.metadata),
                _value(getattr(value, key)),
            )
            for key, inner in type(value).model_fields.items()
            if not isinstance(getattr(value, key), BaseModel)
        ]
        yield _table(("token", "in", "what it is", "limits", "in `beleg`"), rows)
        yield from _tables(type(value), value, f"{where}.")


def _unit(metadata: list[Any]) -> str:
    return next((one.words for one in metadata if isinstance(one, Unit)), "")


def _limits(metadata: list[Any]) -> str:
    """Return between which values a number must be."""
    low = next((one.ge for one in metadata if hasattr(one, "ge")), None)
    high = next((one.le for one in metadata if hasattr(one, "le")), None)
    return "" if low is None else f"{low:g} to {high:g}"


def _value(value: object) -> str:
    if value is None:
        return ""
    return f"`{value:g}`" if isinstance(value, float | int) else f"`{value}`"


PAGES: dict[str, Callable[[], str]] = {
    "diagnostics.md": diagnostics_page,
    "cli.md": commands_page,
    "tokens.md": tokens_page,
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


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
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
