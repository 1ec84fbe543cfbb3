"""Files that are right in themselves, but not beside the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related, has_errors
from casedoc.base.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.build.content_file import ContentFile


def _with_error(file: ContentFile, *found: Diagnostic) -> ContentFile:
    study = None if has_errors(found) else file.study
    return replace(file, study=study, diagnostics=(*file.diagnostics, *found))


def without_twins(files: tuple[ContentFile, ...]) -> tuple[ContentFile, ...]:
    """Refuse all files that share slug and language with another."""
    places: dict[tuple[str, str], list[ContentFile]] = {}
    for file in files:
        if file.study is not None:
            places.setdefault((file.study.slug, file.study.locale.tag), []).append(file)
    checked = []
    for file in files:
        key = (file.study.slug, file.study.locale.tag) if file.study else None
        others = [one for one in places.get(key, []) if one is not file] if key else []
        if not others or key is None:
            checked.append(file)
            continue
        message = f"slug `{key[0]}` in `{key[1]}` is also that of `{others[0].path}`"
        related = tuple(Related("the other file", Span.of_file(one.path)) for one in others)
        hint = "give one of them another `slug:` or `lang:`"
        place = Span.of_file(file.path)
        checked.append(
            _with_error(file, Diagnostic(Code.SLUG_TWICE, message, place, hint, related))
        )
    return tuple(checked)


def with_language_check(file: ContentFile, languages: Sequence[str]) -> ContentFile:
    """Refuse a file in a language that the workspace does not have."""
    if file.study is None or file.study.locale.tag in languages:
        return file
    tag = file.study.locale.tag
    message = f"the file is in `{tag}`, which is not among the workspace's languages"
    hint = f"add `{tag}` to `languages` in the settings"
    found = Diagnostic(Code.LANGUAGE_NOT_LISTED, message, Span.of_file(file.path), hint)
    return _with_error(file, found)
