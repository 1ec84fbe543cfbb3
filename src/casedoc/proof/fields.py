"""What a parser of applications looks for: name, contact, projects, periods, technologies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.view.cv import CvView
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from casedoc.view.booklet import BookletView
    from casedoc.view.study import ContactView


@dataclass(frozen=True, slots=True)
class Field:
    """One piece of data that must be found."""

    name: str
    """What it is, such as `period of Kubernetes Migration`."""
    text: str
    """What must be read."""


def fields_of(view: OnePagerView | CvView | BookletView) -> tuple[tuple[Field, ...], ...]:
    """Return the fields of a document in groups.

    The groups follow one another on paper; within one the order is the theme's.
    """
    if isinstance(view, CvView):
        head = (Field("name", view.heading), *_contact(view.contact))
        projects = (
            (
                Field("title", one.title),
                Field(f"period of `{one.title}`", one.period),
                *(Field(f"technology of `{one.title}`", name) for name in one.technologies),
            )
            for one in view.projects
        )
        groups = (head, *projects)
    elif isinstance(view, OnePagerView):
        study = view.study
        technologies = (Field("technology", name) for name in study.technologies)
        groups = (
            (Field("title", study.title), *technologies),
            (Field("name", view.author), *_contact(view.contact)) if view.contact else (),
        )
    else:
        groups = tuple((Field("title", one.study.title),) for one in view.chapters)
    filled = (tuple(one for one in group if one.text.strip()) for group in groups)
    return tuple(group for group in filled if group)


def _contact(contact: ContactView | None) -> tuple[Field, ...]:
    if contact is None:
        return ()
    return (Field("mail address", contact.email), Field("telephone number", contact.phone))
