"""What the CV's template is given beside the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.markup.context import PageContext
    from casedoc.view.cv import CvView


def cv_context(view: CvView, page: PageContext) -> Mapping[str, Any]:
    """Return the values that the template `cv.html` is given."""
    return {"writers": {project.slug: page.writer(project.slug) for project in view.projects}}
