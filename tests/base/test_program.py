"""What the program itself is."""

from pathlib import Path

import pytest

import casedoc
from casedoc.base import program
from casedoc.base.program import builtin_root, program_digest


def test_the_built_in_theme_is_found() -> None:
    assert (builtin_root() / "templates" / "one-pager.html").is_file()
    assert (builtin_root() / "fonts").is_dir()


def test_the_digest_is_that_of_version_code_data_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, libraries = tmp_path / "casedoc", tmp_path / "libraries"
    for name in ("content/rule.py", "locale/de.po", "fonts/a/FONT.toml", "py.typed"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("one")
    (libraries / "babel-2.18.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(program, "_package", lambda: package)
    monkeypatch.setattr("sys.path", [str(libraries), str(tmp_path / "nowhere")])

    seen = [program_digest()]
    assert program_digest() == seen[0]
    for name in ("fonts/a/FONT.toml", "py.typed"):
        (package / name).write_text("read through the door, or not at all")
    assert program_digest() == seen[0]

    for name in ("content/rule.py", "locale/de.po"):
        (package / name).write_text("two")
        seen.append(program_digest())
    (package / "content" / "rule.py").rename(package / "content" / "role.py")
    seen.append(program_digest())
    (libraries / "babel-2.18.0.dist-info").rename(libraries / "babel-2.19.0.dist-info")
    seen.append(program_digest())
    monkeypatch.setattr(casedoc, "__version__", "99.0")
    seen.append(program_digest())
    monkeypatch.setattr("sys.version", "4.0")
    seen.append(program_digest())
    assert len(set(seen)) == len(seen)
