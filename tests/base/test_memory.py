import datetime

from casedoc.base.memory import MemoryWorld
from casedoc.base.world import Entry, ReadFailure, ReadProblem

WORLD = MemoryWorld({"content/de/a.md": b"abc", "content/b.md": b""}, datetime.date(2024, 5, 6))


def problem_of(path: str, limit: int = 10) -> ReadProblem | None:
    answer = WORLD.read(path, limit)
    return answer.problem if isinstance(answer, ReadFailure) else None


def test_it_answers_as_the_disk_does() -> None:
    assert WORLD.read("content/x/../de/a.md", 3) == b"abc"
    assert WORLD.read("content/de/a.md", 2) == ReadFailure(ReadProblem.TOO_LARGE, size=3)
    expected = {
        "content/c.md": ReadProblem.MISSING,
        "content": ReadProblem.MISSING,
        "../a": ReadProblem.OUTSIDE,
        "https://a": ReadProblem.REMOTE,
    }
    assert expected == {path: problem_of(path) for path in expected}


def test_it_lists_as_the_disk_does() -> None:
    assert WORLD.list("content") == (Entry("b.md", is_folder=False), Entry("de", is_folder=True))
    assert WORLD.list("") == (Entry("content", is_folder=True),)
    assert WORLD.list("nowhere") == ()
    assert WORLD.list("..") == ReadFailure(ReadProblem.OUTSIDE)


def test_the_day_is_what_it_is_said_to_be() -> None:
    assert WORLD.today() == datetime.date(2024, 5, 6)


def test_a_reason_has_the_systems_own_words() -> None:
    assert ReadFailure(ReadProblem.MISSING).reason == "there is no such file"
    told = ReadFailure(ReadProblem.UNREADABLE, "permission denied").reason
    assert told == "it can't be read (permission denied)"
