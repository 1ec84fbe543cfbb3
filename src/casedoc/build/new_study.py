"""A new case study: empty with comments that guide, or the skeleton of a translation."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.build.new_files import in_the_way, write_all
from casedoc.build.project import CONTENT
from casedoc.build.starter_text import filled, names_in, quoted
from casedoc.content.case_study import Role
from casedoc.content.headings import role_of
from casedoc.content.identity import judge_slug, slug_from
from casedoc.content.translations.origin import WRITTEN_DIGITS
from casedoc.source.element import Kind, plain_text
from casedoc.source.source import read_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedoc.build.content_file import ContentFile
    from casedoc.build.project import Project
    from casedoc.build.workspace import Workspace
    from casedoc.locale.spec import LocaleSpec
    from casedoc.source.source import Source

_USUAL: Final = "en"
_HEADINGS: Final = {
    "de": {
        Role.PROBLEM: "Problemstellung",
        Role.SOLUTION: "Lösung",
        Role.HIGHLIGHTS: "Technische Highlights",
        Role.RESULTS: "Ergebnisse",
        Role.LINKS: "Links",
    },
    "en": {
        Role.PROBLEM: "Problem",
        Role.SOLUTION: "Solution",
        Role.HIGHLIGHTS: "Technical highlights",
        Role.RESULTS: "Results",
        Role.LINKS: "Links",
    },
}
"""What the parts of a study are called, by language."""
_FENCES: Final = {"---": ": ", "+++": " = "}
"""What front matter stands between, and what stands between a key and its value."""
_OWN_KEYS: Final = re.compile(r"(?:lang|draft|translated[-_]from)\s*[:=]")
"""What a translation says of itself."""


def write_study(
    workspace: Workspace, project: Project, slug: str, spec: LocaleSpec, title: str
) -> Outcome[str]:
    """Write a study that is still to be filled in.

    Args:
        workspace: Where.
        project: All that it holds.
        slug: The study's name.
        spec: Its language.
        title: Its title.

    Returns:
        The path of the file; nothing is written where the study is there already.
    """
    name = f"study.{spec.language}.md"
    if name not in names_in("."):
        name = f"study.{_USUAL}.md"
    text = filled(name, {"title": quoted(title)})
    return _write(workspace, project, slug, spec, lambda _path: text)


def write_translation(
    workspace: Workspace, project: Project, slug: str, spec: LocaleSpec, original: LocaleSpec
) -> Outcome[str]:
    """Write the skeleton of a translation: the original under the headings of its language.

    Args:
        workspace: Where.
        project: All that it holds.
        slug: The study's name.
        spec: The language that it is translated to.
        original: The language that it is translated from.

    Returns:
        The path of the file; or `USAGE` where there is no such original, and why it can't be read.
    """
    file = _file(project, slug, original)
    if file is None:
        message = f"there is no case study `{slug}` in `{original.tag}` to translate"
        hint = "`casedoc list` shows all"
        return Outcome(None, (Diagnostic(Code.USAGE, message, None, hint),))
    # As it was written: names that must not be told are in the translation, too.
    read = read_source(workspace.world, file.path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    skeleton = partial(_skeleton, read.value, spec, original)
    return _write(workspace, project, slug, spec, skeleton)


def _write(
    workspace: Workspace,
    project: Project,
    slug: str,
    spec: LocaleSpec,
    text_at: Callable[[str], str],
) -> Outcome[str]:
    fault = judge_slug(slug, None, slug_from(slug))
    known = _file(project, slug, spec)
    if fault is None and known is not None:
        message = f"there is a case study `{slug}` in `{spec.tag}` already"
        span = Span.of_file(known.path)
        fault = Diagnostic(Code.NOT_PUBLISHED, message, span, "choose another name")
    if fault is not None:
        return Outcome(None, (fault,))
    path = _path(project, slug, spec)
    files = {path: text_at(path)}
    found = in_the_way(workspace.root, files, "move it away, or choose another name")
    failed = None if found else write_all(workspace.root, files)
    if failed is not None:
        found = (failed,)
    return Outcome(None, found) if found else Outcome(path)


def _file(project: Project, slug: str, spec: LocaleSpec) -> ContentFile | None:
    """Return the file of a study in a language, whatever country's customs it keeps."""
    tags = {one.path: one.language for one in project.bearings}
    for file in project.files:
        if (
            slug in {file.slug, file.written_slug}
            and tags.get(file.path, "").split("-")[0] == spec.language
        ):
            return file
    return None


def _path(project: Project, slug: str, spec: LocaleSpec) -> str:
    """Return where a study belongs: with others of its language, else in a folder of its own."""
    tags = {one.path: one.language for one in project.bearings}
    beside = [path.rsplit("/", 1)[0] for path, tag in tags.items() if tag == spec.tag]
    folder = max(sorted(beside), key=beside.count) if beside else f"{CONTENT}/{spec.tag}"
    is_mixed = folder == CONTENT and len({*tags.values(), spec.tag}) > 1
    return f"{folder}/{slug}.{spec.tag}.md" if is_mixed else f"{folder}/{slug}.md"


def _skeleton(source: Source, spec: LocaleSpec, original: LocaleSpec, path: str) -> str:
    """Return an original with the headings of another language, and what a translation says."""
    lines = source.text.split("\n")
    known = _HEADINGS.get(spec.language, _HEADINGS[_USUAL])
    for block in source.blocks:
        role = role_of(plain_text(block.children), original) if block.kind is Kind.HEADING else None
        if role in known:
            # A heading that is underlined has no signs before it.
            at = block.span.line - 1
            signs = "#" * (len(lines[at]) - len(lines[at].lstrip("#")))
            lines[at] = f"{signs} {known[role]}".lstrip()
    fence = lines[0].strip()
    if fence not in _FENCES:
        fence, lines = "---", ["---", "---", "", *lines]
    end = next(at for at, line in enumerate(lines[1:], 1) if line.strip() == fence)
    joint = _FENCES[fence]
    matter = [line for line in lines[1:end] if not _OWN_KEYS.match(line)]
    value = quoted if joint == " = " else str
    own = [
        "# Translate this file, then delete the line `draft`: it is not printed until then.",
        f"draft{joint}true",
        f"translated-from{joint}{value(source.digest[:WRITTEN_DIGITS])}",
    ]
    if f"/{spec.tag}/" not in path and not path.endswith(f".{spec.tag}.md"):
        own.append(f"lang{joint}{value(spec.tag)}")
    return "\n".join([fence, *matter, *own, *lines[end:]])
