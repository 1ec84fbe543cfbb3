"""A study and its author become a one-pager."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.content.profile import Profile, text_in
from casedoc.locale.catalog import message
from casedoc.view.addresses import printed_address
from casedoc.view.compose_study import compose_study
from casedoc.view.one_pager import OnePagerView
from casedoc.view.study import ContactView
from casedoc.view.tailoring import FOR_EVERYONE, Tailoring
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from casedoc.content.case_study import CaseStudy
    from casedoc.locale.spec import LocaleSpec


def compose_one_pager(
    study: CaseStudy,
    profile: Profile | None,
    target: LocaleSpec,
    tailoring: Tailoring = FOR_EVERYONE,
) -> Outcome[OnePagerView]:
    """Make a one-pager ready to print.

    Args:
        study: The case study.
        profile: Its author, if known.
        target: The language of the document.
        tailoring: For whom it is.
    """
    composed = compose_study(study, target)
    view = composed.value
    if view is None:
        return Outcome(None, composed.diagnostics)
    kind = message("Case study", target)
    if view.date and not view.meta:
        kind = f"{kind}, {view.date}"
    author = profile.basics.name if profile else ""
    page = OnePagerView(
        language=target.tag,
        hyphenate=study.locale.hyphenate,
        title=view.title,
        author=author,
        kicker=(view.category, kind, author),
        study=view,
        contact=compose_contact(profile, target) if profile else None,
        recipient=for_recipient(tailoring.recipient, target),
    )
    return Outcome(page, composed.diagnostics)


def for_recipient(recipient: str, target: LocaleSpec) -> str:
    """Return the words for whom a document is; nothing where it is for everyone."""
    name = Typesetter(target).text(recipient)
    return message("for {recipient}", target, recipient=name) if recipient else ""


def compose_contact(profile: Profile, target: LocaleSpec) -> ContactView:
    """Return the author's contact data in a language."""
    basics = profile.basics
    typesetter = Typesetter(target)
    phone = basics.phone or ""
    digits = re.sub(r"[^\d+]", "", phone.replace("(0)", ""))
    return ContactView(
        name=basics.name,
        role=typesetter.text(text_in(basics.label, target.tag)),
        email=basics.email or "",
        phone=phone,
        phone_href=f"tel:{digits}" if digits else "",
        url=printed_address(basics.url or ""),
        url_href=basics.url or "",
        city=text_in(basics.location.city, target.tag),
        code_words=message("QR code: {address}", target, address=printed_address(basics.url or "")),
    )
