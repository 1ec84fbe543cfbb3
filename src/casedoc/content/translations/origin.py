"""Whether a translation was made from what its original is now (`translated-from`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from casedoc.content.case_study import CaseStudy

WRITTEN_DIGITS: Final = 12
"""Digits of a digest that a hint gives."""
_DIGEST: Final = re.compile(r"[0-9a-f]{8,64}")


def check_origin(
    study: CaseStudy, versions: Mapping[str, str], alike: Collection[str] = ()
) -> Diagnostic | None:
    """Return a warning where a study is not translated from any version that there is now.

    Args:
        study: A study that may name the digest of its original.
        versions: The SHA-256 of the other versions' files by their paths, the original first.
        alike: The same of these files with other line ends, as another system checks them out.

    Returns:
        None, or `ORIGIN_MALFORMED`, `ORIGIN_MISSING` or `TRANSLATION_STALE`.
    """
    written = study.translated_from.strip().lower()
    if not written:
        return None
    pair = study.fields.find("translated-from")
    place = pair.value.span if pair else study.span
    path, digest = next(iter(versions.items()), ("", ""))
    better = f"write `{digest[:WRITTEN_DIGITS]}`" if digest else None
    if not _DIGEST.fullmatch(written):
        message = f"`{study.translated_from}` is no digest of a file"
        hint = better or "write at least 8 digits of what `sha256sum` says of the original"
        return Diagnostic(Code.ORIGIN_MALFORMED, message, place, hint)
    if not path:
        message = f"there is no other version of `{study.slug}` that this could be translated from"
        return Diagnostic(Code.ORIGIN_MISSING, message, place, "remove `translated-from`")
    if any(one.startswith(written) for one in (*versions.values(), *alike)):
        return None
    message = f"`{path}` has changed since this was translated from it"
    hint = f"compare the two, then {better}"
    related = (Related("the original", Span.of_file(path)),)
    return Diagnostic(Code.TRANSLATION_STALE, message, place, hint, related)
