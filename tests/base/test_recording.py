import datetime

from casedoc.base.memory import MemoryWorld
from casedoc.base.recording import UNSTEADY, Reading, RecordingWorld, ask_again, digest_of


def test_every_question_is_noted_with_its_answer() -> None:
    world = RecordingWorld(MemoryWorld({"content/a.md": b"words"}, datetime.date(2024, 5, 6)))
    world.read("content/./a.md")
    world.read("content/gone.md")
    world.read("../outside")
    world.list("content")
    world.today()
    assert world.readings() == (
        Reading("../outside", "file", "OUTSIDE"),
        Reading("@today", "clock", "2024-05-06"),
        Reading("content", "folder", digest_of(b"a.md\0False\n")),
        Reading("content/a.md", "file", digest_of(b"words")),
        Reading("content/gone.md", "file", "MISSING"),
    )


def test_another_listing_has_another_digest() -> None:
    def noted(*names: str) -> tuple[Reading, ...]:
        world = RecordingWorld(MemoryWorld({f"content/{name}": b"" for name in names}))
        world.list("content")
        return world.readings()

    assert noted("a.md") == noted("a.md")
    assert noted("a.md") != noted("a.md", "b.md")
    assert noted("a.md") != noted("a.md/inside")


def test_a_refusal_is_noted_with_all_that_is_said_of_it() -> None:
    world = RecordingWorld(MemoryWorld({"a.md": b"words"}))
    world.read("a.md", limit=3)
    assert world.readings() == (Reading("a.md", "file", "TOO_LARGE 5"),)


def test_the_same_questions_get_the_same_readings_as_long_as_nothing_changes() -> None:
    files = {"content/a.md": b"words", "content/b.md": b"more"}
    day = datetime.date(2024, 5, 6)
    world = RecordingWorld(MemoryWorld(files, day))
    world.read("content/a.md")
    world.read("content/gone.md")
    world.list("content")
    world.today()
    before = world.readings()
    others = (
        MemoryWorld({**files, "content/a.md": b"other words"}, day),
        MemoryWorld({**files, "content/gone.md": b""}, day),
        MemoryWorld({**files, "content/c.md": b""}, day),
        MemoryWorld(files, datetime.date(2024, 5, 7)),
    )
    assert ask_again(before, MemoryWorld({**files, "content/b.md": b"unasked"}, day)) == before
    assert [ask_again(before, other) == before for other in others] == [False] * len(others)


def test_answers_that_differ_can_not_be_met_again() -> None:
    files = {"a.md": b"half", "b/c.md": b""}
    world = MemoryWorld(files)
    recording = RecordingWorld(world)
    recording.read("a.md")
    recording.list("b")
    files["a.md"], files["b/d.md"] = b"whole", b""
    recording.read("a.md")
    recording.list("b")
    noted = recording.readings()
    assert [one.digest for one in noted] == [UNSTEADY, UNSTEADY]
    assert set(ask_again(noted, world)).isdisjoint(noted)
