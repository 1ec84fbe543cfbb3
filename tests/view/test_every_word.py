"""No word of a body is lost between the file and what is ready to print."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given
from hypothesis import strategies as st
from tests.source.markdown import BODY, INLINE

from casedoc.base.memory import MemoryWorld
from casedoc.content.study_validation import validate_study
from casedoc.source.element import Element
from casedoc.source.source import read_source
from casedoc.view.compose_study import compose_study

PATH = "content/de/a.md"
IMAGE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
HEADINGS = (
    "## Problem", "## Lösung", "## Ergebnisse", "## Externe Links", "## Wirkung", "### Highlights",
    "## w100", "### Nutzen", "# w101", "## Ausblick", "#### Links", "## Links",
)  # fmt: skip
ITEMS = (
    "- **70% ?** ?", "- ? **3-fach** ?", "- **?** ?", "- **5% ?** (von ? auf ?)", "- **?**: ?",
    "- [?](https://e.example/) (?)", "- [?](https://e.example/): ?", "- [?](https://e.example/)?",
    "1. **4 ?**, ?", "- **9%**", "- ?", "- [**?**](https://e.example/) – ?",
    "- ![?](a.svg) **7%** ?",
)  # fmt: skip


@st.composite
def sections(draw: st.DrawFn) -> str:
    lines = []
    for _section in range(draw(st.integers(1, 4))):
        lines.append(draw(st.sampled_from(HEADINGS)))
        for _item in range(draw(st.integers(0, 7))):
            item = draw(st.sampled_from(ITEMS))
            while "?" in item:
                item = item.replace("?", draw(INLINE).replace("?", "").replace("\n", " "), 1)
            lines.append(item)
        lines.append("")
        lines.append(draw(BODY))
        lines.append("")
    return "\n".join(lines).replace("a.png", "a.svg")


def texts_in(value: object) -> Iterator[str]:
    """Yield all text that a view holds, wherever it is."""
    if isinstance(value, Element):
        yield value.text
        yield from value.attributes.values()
        for child in value.children:
            yield from texts_in(child)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))


@given(sections())
def test_every_word_is_ready_to_print_as_often_as_it_was_written(body: str) -> None:
    text = f"---\ntitle: Ein Fall\n---\n\n{body}"
    world = MemoryWorld({PATH: text.encode(), "content/de/a.svg": IMAGE})
    source = read_source(world, PATH)
    if source.value is None or source.diagnostics:
        return
    study = validate_study(source.value, world, ["de"]).value
    if study is None:
        return
    view = compose_study(study, study.locale).value
    assert view is not None
    written = Counter(re.findall(r"w\d{3}", body))
    printed = Counter(re.findall(r"w\d{3}", "".join(texts_in(view))))
    assert {word: count for word, count in written.items() if printed[word] < count} == {}
