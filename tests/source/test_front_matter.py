import resource
import subprocess
import sys
import textwrap

import pytest

from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.source.source import Source, read_source
from casedoc.source.values import Mapping, Scalar, Value, without_places


def read(text: str | bytes) -> Outcome[Source]:
    content = text.encode() if isinstance(text, str) else text
    return read_source(MemoryWorld({"a.md": content}), "a.md")


def fields(text: str) -> Mapping:
    source = read(text).value
    assert source is not None
    return source.fields


def places(text: str) -> list[tuple[str, str]]:
    """Return `line:column` of each key and scalar value, outermost first."""
    found: list[tuple[str, str]] = []

    def walk(value: Value) -> None:
        if isinstance(value, Mapping):
            for pair in value.pairs:
                end = f"={pair.value.text}" if isinstance(pair.value, Scalar) else ""
                found.append((f"{pair.key}{end}", f"{pair.key_span.line}:{pair.key_span.column}"))
                if end:
                    found.append(("", f"{pair.value.span.line}:{pair.value.span.column}"))
                walk(pair.value)

    walk(fields(text))
    return found


def test_yaml_places_and_digits() -> None:
    text = '\n---\ntitle: "A: b"\nn: 99.950\nd: 2023-08-15\nclient:\n  name: X\n---\nbody\n'
    assert places(text) == [
        ("title=A: b", "3:1"), ("", "3:8"),
        ("n=99.950", "4:1"), ("", "4:4"),
        ("d=2023-08-15", "5:1"), ("", "5:4"),
        ("client", "6:1"),
        ("name=X", "7:3"), ("", "7:9"),
    ]  # fmt: skip


def test_toml_places_and_digits() -> None:
    text = '+++\n# n = 1\ntitle = "A"\nn = 99.950\n[client]\nname = "X" # name\n+++\nbody\n'
    assert places(text) == [
        ("title=A", "3:1"), ("", "3:9"),
        ("n=99.950", "4:1"), ("", "4:5"),
        ("client", "5:2"),
        ("name=X", "6:1"), ("", "6:8"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("---\ntitle: x\n", "CD110", "1:1"),
        ("\n\n---\ntitle: x\n", "CD110", "3:1"),
        ("---\na: b: c\n---\n", "CD111", "2:5"),
        ('---\na: "x\nb: 1\n---\n', "CD111", "4:1"),
        ('+++\na = "x\n+++\n', "CD111", "2:7"),
        ("---\na: 1\nb: 2\na: 3\n---\n", "CD112", "4:1"),
        ("---\na: !!python/object/apply:os.system [x]\n---\n", "CD113", "2:4"),
        ("---\n- a\n- b\n---\n", "CD115", "2:1"),
        ("---\njust words\n---\n", "CD115", "2:1"),
        ("---\na: *b\n---\n", "CD111", "2:4"),
        (b"---\ntitle: x\n---\n\nGr\xfc\xdfe\n", "CD103", "5:3"),
        (b"\xef\xbb\xbf---\r\ntitle: x\0\r\n---\r\n", "CD104", "2:9"),
    ],
)
def test_what_is_broken_is_told_at_its_place(text: str | bytes, code: str, place: str) -> None:
    outcome = read(text)
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.span is not None
    assert (found.code.number, f"{found.span.line}:{found.span.column}") == (code, place)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: x\n---\nbody",
        "---\r\ntitle: x\r\n---\r\nbody",
        "\ufeff---\ntitle: x\n...\nbody",
        '+++\ntitle = "x"\n+++\nbody',
        "---\ntitle: &a x\n# of a file\n---\nbody",
    ],
)
def test_what_is_accepted(text: str) -> None:
    outcome = read(text)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert without_places(outcome.value.fields) == {"title": "x"}
    assert [block.children[0].text for block in outcome.value.blocks] == ["body"]


def test_nothing_between_the_fences_is_nothing() -> None:
    assert without_places(fields("---\n---\nbody")) == {}
    assert without_places(fields("---\ntitle: ~\n---\nbody")) == {"title": None}


def test_an_alias_bomb_is_refused_with_little_time_and_memory() -> None:
    script = """
        from casedoc.source.yaml_reader import read_yaml
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        for n in range(1, 30):
            lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]")
        print(read_yaml("\\n".join(lines), "a.md").diagnostics[0].code.number)
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
        resource.setrlimit(resource.RLIMIT_DATA, (300 * 2**20, 300 * 2**20))

    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "CD114")
