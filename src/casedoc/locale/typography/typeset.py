"""The verb of typography: a paragraph as it was typed becomes one as it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Paragraph, run_ends
from casedoc.locale.typography.order import RULES
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
    texts = [run.text for run in runs]
    ends = run_ends(texts)
    text = "".join(texts)
    spans = zip(pairwise((0, *ends)), runs, strict=True)
    opaque = tuple(span for span, run in spans if run.protected)
    visible = hide(text, opaque)
    paragraph = Paragraph(text, hide(visible, protected_stretches(visible)), ends)
    for rule in (*RULES, bind_last_word) if paragraph_end else RULES:
        paragraph = paragraph.edited(rule(paragraph.visible, spec))
    return paragraph.runs()


def typeset_text(text: str, spec: LocaleSpec, *, paragraph_end: bool = False) -> str:
    """Correct the typography of a text that is set in one way throughout: a title, a label."""
    return "".join(typeset((Run(text),), spec, paragraph_end=paragraph_end))
