"""The rules of the house, held by looking at the code itself."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "casedoc"
MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
FLOORS = {
    "base", "source", "locale", "typeface", "picture",
    "content", "view", "markup", "pdf", "word", "proof", "build", "cli",
}  # fmt: skip
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 60
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared", "stuff"}

DOORS = {
    "base/disk.py": {"open", "fdopen", "scandir", "today"},
    "base/prepared.py": {"read_bytes", "write_bytes"},
    "base/program.py": {"open", "scandir"},
    "build/publish.py": {"open", "read_bytes", "scandir"},
    "build/sealed_cache.py": {"scandir"},
    "locale/catalog.py": {"read_bytes"},
    "locale/conventions.py": {"iterdir", "read_text"},
    "locale/division.py": {"iterdir", "read_text"},
    "pdf/engine.py": {"write_bytes", "write_text"},
    "pdf/pattern_tables.py": {"read_bytes"},
    "pdf/standards.py": {"read_bytes"},
}
"""Who deals with disk and clock: the one door; who looks at the program's own code; the one place
that writes; what the package says of languages; what the printer must show fontconfig; and the
colour profile that WeasyPrint carries."""
DEALINGS = {
    "open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "scandir", "listdir",
    "iterdir", "glob", "rglob", "now", "today", "utcnow", "localtime", "gmtime", "strftime",
    "setlocale", "getlocale", "urlopen",
}  # fmt: skip
OTHERS = {
    "Image.open", "pikepdf.open", "font.ToUnicode.read_bytes",
    "self.world.today", "world.today", "recording.today", "stream.read_bytes",
}  # fmt: skip
"""Calls that only sound like it: decoding what was read, and asking the door."""
CHANCE = {"random", "secrets", "uuid", "locale", "socket", "requests", "urllib.request"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def definitions(node: ast.AST, path: str) -> Iterator[tuple[str, Function | ast.ClassDef]]:
    """Yield what a module or class defines; what a function defines is its own business."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.ClassDef):
            yield f"{path}:{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from definitions(child, f"{path}:{child.name}")


def functions() -> Iterator[tuple[str, Function]]:
    """Yield all functions, however deep."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{name}:{node.name}", node


def dealings_of(name: str) -> set[str]:
    """What a module does with disk and clock."""
    found = set()
    for node in ast.walk(TREES[name]):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        owner, _dot, last = called.rpartition(".")
        # A function of our own may be called `read_text`; the builtin `open` is nobody's.
        is_ours = not owner and last != "open"
        if called == "time.time" or (last in DEALINGS and called not in OTHERS and not is_ours):
            found.add(last)
    return found


def files_of_the_repository() -> list[Path]:
    """All files in the folders that are committed; the tests need no git."""
    parts = ("src", "tests", "benchmarks", "templates", "docs", "scripts", "content", ".ci")
    found = [path for part in parts for path in (ROOT / part).rglob("*")]
    found += [path for path in ROOT.iterdir() if path.suffix in {".md", ".toml"}]
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def test_the_modules_are_found() -> None:
    assert len(MODULES) > 100
    assert {name.split("/")[0] for name in MODULES if "/" in name} == FLOORS
    assert {name for name in MODULES if "/" not in name} == {"__init__.py", "__main__.py"}
    assert len(list(functions())) > 500


def test_modules_are_short() -> None:
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_functions_are_short() -> None:
    lines = {name: (node.end_lineno or 0) - node.lineno + 1 for name, node in functions()}
    assert {name: n for name, n in lines.items() if n > MOST_LINES_OF_A_FUNCTION} == {}


def test_everything_public_is_documented() -> None:
    assert [name for name, tree in TREES.items() if not ast.get_docstring(tree)] == []
    public = [
        (path, node)
        for name, tree in TREES.items()
        for path, node in definitions(tree, name)
        if not any(part.startswith("_") for part in path.split(":")[1:])
    ]
    assert len(public) > 300
    assert [path for path, node in public if not ast.get_docstring(node)] == []


def test_everything_is_annotated() -> None:
    bare = [
        name
        for name, node in functions()
        if (node.returns is None and node.name != "__init__")
        or any(
            argument.annotation is None and argument.arg not in {"self", "cls"}
            for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        )
    ]
    assert bare == []


def test_names_say_something() -> None:
    names = {part for name in MODULES for part in name.removesuffix(".py").split("/")}
    names |= {path.stem for path in (ROOT / "tests").rglob("*.py")}
    names |= {node.name for _path, node in functions()}
    assert {"codes", "test_house", "dealings_of", "main"} & names == {"codes", "test_house", "main"}
    assert {name for name in names if VAGUE & set(re.split(r"[_-]", name.lower()))} == set()


def test_nothing_is_left_to_do() -> None:
    mark = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    endings = {"", ".py", ".html", ".css", ".toml", ".yaml", ".po"}
    read = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in files_of_the_repository()
        if path.suffix in endings and path != Path(__file__)
    }
    assert len(read) > 150
    assert [name for name, text in read.items() if mark.search(text)] == []


def test_only_the_doors_deal_with_disk_and_clock() -> None:
    dealings = {name: dealings_of(name) for name in MODULES}
    assert {name: found for name, found in dealings.items() if found} == DOORS


def test_nothing_of_chance_or_of_the_machine_is_imported() -> None:
    imported: dict[str, set[str]] = {}
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported.setdefault(name, set()).update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                imported.setdefault(name, set()).add(node.module or "")
    assert len(imported) > 100
    assert {name: found & CHANCE for name, found in imported.items() if found & CHANCE} == {}


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in Path(__file__).parents[1].rglob("test_*.py")}
    assert "build" in folders
    assert [name for name in folders if any(fnmatch(name, one) for one in left_out)] == []
