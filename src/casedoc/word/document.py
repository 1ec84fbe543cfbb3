"""A view becomes a Word file: the one verb of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.view.one_pager import OnePagerView
from casedoc.word.cv import write_cv
from casedoc.word.file import FileFacts, finished, new_file
from casedoc.word.one_pager import write_one_pager

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.world import World
    from casedoc.view.cv import CvView, ResultView


def word_document(
    view: OnePagerView | CvView,
    facts: FileFacts,
    world: World,
    results: Mapping[str, tuple[ResultView, ...]],
) -> Outcome[bytes]:
    """Turn a view into a Word file.

    Args:
        view: What is printed.
        facts: What the file says of itself.
        world: Answers for images.
        results: The results that the printed CV shows of each project, by its slug.

    Returns:
        The file, with `WORD_WITHOUT` for drawings, whose words stand for them.
    """
    document = new_file(facts)
    if isinstance(view, OnePagerView):
        found = tuple(write_one_pager(document, view, world))
        return Outcome(finished(document), found)
    write_cv(document, view, world, results)
    return Outcome(finished(document))
