import datetime

from casedoc.base.memory import MemoryWorld
from casedoc.base.narrow import NarrowWorld
from casedoc.base.world import Entry, ReadFailure, ReadProblem

DAY = datetime.date(2024, 5, 6)
WHOLE = MemoryWorld({"content/a.md": b"a", "content/b.md": b"b", "content/c/a.md": b"c"}, DAY)
NARROW = NarrowWorld(WHOLE, frozenset({"content/a.md"}))


def test_what_is_hidden_is_not_listed() -> None:
    assert NARROW.list("content") == (Entry("b.md", False), Entry("c", True))  # noqa: FBT003
    assert NARROW.list("content/c") == WHOLE.list("content/c")
    assert NARROW.list("../c") == ReadFailure(ReadProblem.OUTSIDE)


def test_what_is_asked_for_is_answered() -> None:
    assert NARROW.read("content/a.md") == b"a"
    assert NARROW.read("content/b.md", 0) == WHOLE.read("content/b.md", 0)
    assert NARROW.today() == DAY
