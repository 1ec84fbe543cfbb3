"""Files inside a PDF: what it was made of, for those who are asked to keep that, too.

*Source:* ISO 19005-3, 6.8 (associated files); ISO 32000-1, 7.11.4 (embedded files).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that is put into a PDF."""

    name: str
    """Its file name; `.md` and `.json` tell their kind."""
    content: bytes
    """What it holds."""
    description: str
    """What it is, in a few words."""
    relation: str
    """What it is to the document: `Source` or `Data`."""
    day: datetime.date
    """The day it is dated; never today's."""


def weasyprint_attachments(attachments: Sequence[Attachment]) -> list[Any]:
    """Return files as WeasyPrint takes them."""
    from weasyprint import Attachment as WeasyPrintAttachment

    found = []
    # The file's list of them has to be sorted.
    for one in sorted(attachments, key=lambda one: one.name):
        time = datetime.datetime.combine(one.day, datetime.time(), datetime.UTC)
        file = WeasyPrintAttachment(
            string=one.content,
            name=one.name,
            description=one.description,
            created=time,
            modified=time,
            relationship=one.relation,
        )
        found.append(file)
    return found


def associate(pdf: Any, attachments: Sequence[Attachment]) -> None:  # noqa: ANN401
    """Let files be what they are to the document, and be listed so once; part of a finisher.

    *Why*: WeasyPrint lists each of them twice in PDF/A-3, and nowhere else at all.
    """
    from weasyprint.pdf.tags import pydyf

    relations = {one.name: one.relation for one in attachments}
    listed = pydyf.Array()
    for one in pdf.objects:
        if isinstance(one, pydyf.Dictionary) and one.get("Type") == "/Filespec":
            one["AFRelationship"] = f"/{relations[one['UF'].string]}"
            listed.append(one.reference)
    if listed:
        pdf.catalog["AF"] = listed
