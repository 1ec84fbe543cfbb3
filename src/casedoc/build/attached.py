"""The sources of a document, as the files that are put into it."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.recording import digest_of
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure
from casedoc.content.case_study import newest_date
from casedoc.pdf.attachments import Attachment
from casedoc.view.compose_resume import compose_resume

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.base.world import World
    from casedoc.content.case_study import CaseStudy
    from casedoc.content.profile import Profile

RESUME: Final = "resume.json"
"""Name of the data in the terms of JSON Resume."""
_UNDATED: Final = datetime.date(1970, 1, 1)


def attached_source(
    view: Any,  # noqa: ANN401 - of any kind
    studies: Sequence[CaseStudy],
    profile: Profile | None,
    tag: str,
    world: World,
) -> Outcome[tuple[Attachment, ...]]:
    """Return the data of a document, and the Markdown of its case studies.

    Files are dated by the newest of the case studies. What names a confidential client is left
    out. `SOURCE_KEPT_BACK` tells so.

    Args:
        view: The document.
        studies: Its case studies.
        profile: Its author, if known.
        tag: Tag of its language.
        world: The door to the disk.
    """
    day = day_of(studies)
    data = compose_resume(view, studies, profile, tag)
    content = json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"
    files = [Attachment(RESUME, content, "JSON Resume", "Data", day)]
    found: list[Diagnostic] = []
    for study in studies:
        place = Span.of_file(study.path)
        if study.is_discreet:
            message = "it has names or parts that are not for all, so its Markdown stays at home"
            found.append(Diagnostic(Code.SOURCE_KEPT_BACK, message, place))
            continue
        read = world.read(study.path)
        if isinstance(read, ReadFailure) or digest_of(read) != study.digest:
            message = "the file has changed since it was read"
            found.append(Diagnostic(Code.FILE_UNREADABLE, message, place, "build again"))
            continue
        name = f"{study.slug}.{study.locale.tag}.md"
        files.append(Attachment(name, read, study.title, "Source", day))
    return Outcome(tuple(files), tuple(found))


def day_of(studies: Sequence[CaseStudy]) -> datetime.date:
    """Return the day that what is made of case studies is dated: that of the newest."""
    newest = newest_date(studies)
    return newest.first_day if newest else _UNDATED
