"""What modules compile from text while they are imported is compiled once an installation.

*Why*: Python keeps the code of modules, but not what they make of texts as they are imported: some
400 regular expressions, and 1,200 methods that dataclasses write for themselves. That takes more
than a third of all importing. Each answer is found by the whole text that it was compiled from; a
text that is not known is compiled as ever.
"""

from __future__ import annotations

import dataclasses
import marshal
import re
import sys
from contextlib import contextmanager, suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.prepared import FOLDER, keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_NAME: Final = "compiled"
_MADE_OF: Final = f"{sys.version}\0{sys.byteorder}".encode()
"""What a compiled text depends on beside itself."""

_expressions: Final[dict[tuple[bool, str | bytes, int], tuple[Any, ...]]] = {}
"""What regular expressions become, by whether they are text, pattern and flags: flags, code, number
of groups, and their names."""
_methods: Final[dict[str, bytes]] = {}
"""What methods of dataclasses become, by their texts."""


def use_compiled(folder: Path = FOLDER) -> None:
    """Let `re` and `dataclasses` find what was compiled before; without it, nothing changes.

    Args:
        folder: Where it is kept.
    """
    known = recall(_NAME, _MADE_OF, folder)
    if known is None:
        return
    expressions, methods = known
    _expressions.update(expressions)
    _methods.update(methods)
    # Names of Python's own inside: where there are none such, it compiles as ever.
    compiler = getattr(re, "_compiler", None)
    native = getattr(compiler, "_sre", None)
    if hasattr(compiler, "compile") and hasattr(native, "compile"):
        compiler.compile = _finding(compiler.compile, native.compile)  # type: ignore[union-attr]
    vars(dataclasses)["exec"] = _execute


def _finding(usual: Callable[..., Any], build: Callable[..., Any]) -> Callable[..., Any]:
    """Return a compiler of regular expressions that builds those it knows.

    Args:
        usual: Compiles any.
        build: Makes one of what it became.
    """

    def compile_expression(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - as `re` has it
        if isinstance(pattern, str | bytes):
            known = _expressions.get((isinstance(pattern, str), pattern, int(flags)))
            if known is not None:
                said, code, *groups = known
                return build(pattern, said, memoryview(code).cast("I").tolist(), *groups)
        return usual(pattern, flags)

    return compile_expression


def _execute(text: str, *names: dict[str, Any]) -> None:
    """Do what `exec` does, for the texts of dataclasses."""
    known = _methods.get(text)
    code = _code(text) if known is None else marshal.loads(known)  # noqa: S302 - written by ourselves
    exec(code, *names)  # noqa: S102 - what dataclasses wrote


def _code(text: str) -> Any:  # noqa: ANN401 - code
    return compile(text, "<string>", "exec", dont_inherit=True)


@contextmanager
def noted_compiling(folder: Path = FOLDER) -> Iterator[None]:
    """Keep all that is compiled meanwhile, for the processes to come.

    *Why* only where one asks for it: what a workspace says, such as the names of its clients, must
    not be written beside the program.

    Args:
        folder: Where it is kept.
    """
    expressions: dict[Any, Any] = {}
    methods: dict[str, bytes] = {}
    compiler: Any = getattr(re, "_compiler", SimpleNamespace())
    native, usual = getattr(compiler, "_sre", None), getattr(compiler, "compile", None)
    built: list[tuple[Any, ...]] = []

    def build(pattern: Any, flags: int, code: list[int], *groups: Any) -> Any:  # noqa: ANN401
        packed = b"".join(int(one).to_bytes(4, sys.byteorder) for one in code)
        built.append((int(flags), packed, *(_plain(one) for one in groups)))
        return native.compile(pattern, flags, code, *groups)  # type: ignore[union-attr]

    def compile_expression(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - as `re` has it
        made = usual(pattern, flags)  # type: ignore[misc]
        if isinstance(pattern, str | bytes):
            expressions[isinstance(pattern, str), pattern, int(flags)] = built[-1]
        return made

    def execute(text: str, *names: dict[str, Any]) -> None:
        methods[text] = marshal.dumps(_code(text))
        exec(text, *names)  # noqa: S102 - what dataclasses wrote

    places: list[tuple[Any, dict[str, Any]]] = [(dataclasses, {"exec": execute})]
    if native is not None and usual is not None:
        watched = SimpleNamespace(**{**vars(native), "compile": build})
        places.append((compiler, {"_sre": watched, "compile": compile_expression}))
    before = [(module, vars(module).copy()) for module, _names in places]
    for module, names in places:
        vars(module).update(names)
    try:
        yield
        with suppress(OSError, ValueError):
            keep(_NAME, _MADE_OF, (expressions, methods), folder)
    finally:
        for module, names in before:
            vars(module).clear()
            vars(module).update(names)


def _plain(value: Any) -> Any:  # noqa: ANN401 - numbers and names of groups
    """Return what `marshal` can write."""
    return dict(value) if hasattr(value, "keys") else value
