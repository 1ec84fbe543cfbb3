import datetime

from casedoc.base.memory import MemoryWorld
from casedoc.base.recording import Reading, RecordingWorld, digest_of


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
