"""The verb of typography: a paragraph as it was typed becomes one as it is printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casedoc.locale.characters import OBJECT
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit, Paragraph, Rule
from casedoc.locale.typography.order import CORRECTIONS, RULES
from casedoc.locale.typography.protection import hide, protected_stretches
from casedoc.locale.typography.rules.last_word import bind_last_word


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph that is set in one way.

    Attributes:
        text: Its text; a soft line break is a space.
        protected: Whether it must be printed as it stands: code, addresses.
    """

    text: str
    protected: bool = False


def typeset(
    runs: Sequence[Run], spec: LocaleSpec, *, paragraph_end: bool = False
) -> tuple[str, ...]:
    """Correct spaces, dashes, quotes and the other typography of a paragraph, never its words.

    The rules see the paragraph as a whole, so that `**3**x` and a quotation that begins in bold
    come out right; a run that is protected is one opaque object to them. Doing it again changes
    nothing.

    Args:
        runs: The pieces of the paragraph, in order.
        spec: The language the text is written in.
        paragraph_end: Whether the text is the end of a paragraph in running text, whose last line
            must not be one short word.

    Returns:
        The text of each run, in the same order and number.
    """
    rules = (*RULES, bind_last_word) if paragraph_end else RULES
    return _edited(runs, spec, rules).runs()


def corrections(runs: Sequence[Run], spec: LocaleSpec) -> tuple[tuple[Edit, ...], ...]:
    """Return what `typeset` would change in each run, as far as the author could have typed it so.

    What only keeps lines from breaking is left out. Typesetting the corrected text gives what
    typesetting the text as it was typed gives.

    Returns:
        The changes of each run, in order, counted from its beginning; none in protected runs.
    """
    return _edited(runs, spec, CORRECTIONS).changes()


def _edited(runs: Sequence[Run], spec: LocaleSpec, rules: Iterable[Rule]) -> Paragraph:
    """Return the paragraph of the runs with all rules applied in their order."""
    texts = [run.text for run in runs]
    hidden = "".join(OBJECT * len(run.text) if run.protected else run.text for run in runs)
    paragraph = Paragraph.of_runs(texts, hide(hidden, protected_stretches(hidden)))
    for rule in rules:
        paragraph = paragraph.edited(rule(paragraph.visible, spec))
    return paragraph


def typeset_text(text: str, spec: LocaleSpec, *, paragraph_end: bool = False) -> str:
    """Correct the typography of a text that is set in one way throughout: a title, a label."""
    return "".join(typeset((Run(text),), spec, paragraph_end=paragraph_end))
