"""The sample content as other tools read it: plain Markdown, Typst's language, RenderCV's YAML.

*Why:* they know neither our front matter nor our facts. What they get has the same words: title,
technologies and the whole body of each study. None of them gets our design.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import frontmatter
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from markdown_it.token import Token

PREAMBLE = """\
#set document(title: {title})
#set page(paper: "a4", margin: 20mm, numbering: "1")
#set text(lang: "de", size: 9.5pt)
#set par(justify: true)
"""
OPENED = {
    "strong_open": "#strong[",
    "em_open": "#emph[",
    "blockquote_open": "#quote(block: true)[",
    "th_open": "strong[",
    "td_open": "[",
}
CLOSED = {
    "paragraph_close": "\n\n",
    "heading_close": "];\n\n",
    "strong_close": "];",
    "em_close": "];",
    "link_close": "];",
    "blockquote_close": "];\n\n",
    "list_item_close": "];\n",
    "th_close": "],",
    "td_close": "],",
    "table_close": ");\n\n",
    "softbreak": "\n",
    "hardbreak": "#linebreak();",
}
"""The semicolon ends a call: a bracket that follows it would belong to it."""


@dataclass(frozen=True, slots=True)
class Study:
    """One case study without what only casedoc knows."""

    slug: str
    title: str
    month: str
    """Year and month."""
    technologies: str
    body: str
    """Markdown below the front matter."""

    @property
    def markdown(self) -> str:
        """The study as a plain text with a heading."""
        return f"# {self.title}\n\n{self.technologies}\n\n{self.body}\n"

    @property
    def typst(self) -> str:
        """The study in Typst's language, without the settings of the page."""
        texts = dict(re.findall(r"^\[\^(\w+)\]:\s*(.+)$", self.markdown, re.MULTILINE))
        body = re.sub(r"^\[\^\w+\]:.+$", "", self.markdown, flags=re.MULTILINE)
        made = _typst(MarkdownIt("commonmark").enable("table").parse(body))
        for name, text in texts.items():
            made = made.replace(rf"\[^{name}\]", f"#footnote[{_escaped(text)}];")
        return made

    @property
    def entry(self) -> dict[str, Any]:
        """The study as a project of a CV: paragraphs and list items are its highlights."""
        lines = re.sub(r"^(#|\||>$|```|!\[).*$", "", self.body, flags=re.MULTILINE).splitlines()
        marks = re.compile(r"^([-*>]|\d+\.|\[\^\w+\]:)\s+")
        said = [marks.sub("", line.strip()) for line in lines if line.strip()]
        return {
            "name": self.title,
            "date": self.month,
            "summary": self.technologies,
            "highlights": said,
        }


def read_study(path: Path) -> Study:
    """Return the study in a file; facts are put in."""
    fields, body = frontmatter.parse(path.read_text("utf-8"))
    facts, used = fields.get("facts"), fields["technologies"]
    named = facts if isinstance(facts, dict) else {}
    body = re.sub(r"\{fact\}`([\w-]+)`", lambda found: str(named[found[1]]), body)
    return Study(
        slug=path.stem,
        title=str(fields["title"]),
        month=str(fields["date"])[:7],
        technologies=", ".join(used) if isinstance(used, list) else str(used),
        body=body,
    )


def typst_page(study: Study) -> str:
    """Return one study as a document of Typst."""
    return PREAMBLE.format(title=json.dumps(study.title, ensure_ascii=False)) + study.typst


def typst_booklet(studies: Sequence[Study]) -> str:
    """Return all studies with a table of contents."""
    parts = [PREAMBLE.format(title='"Fallstudien"'), "#outline(depth: 1)"]
    return "\n#pagebreak()\n".join([parts[0] + parts[1], *(study.typst for study in studies)])


def _escaped(text: str) -> str:
    return re.sub(r"([\\#$*_`<>@\[\]~=+/-])", r"\\\1", text)


def _typst(tokens: Sequence[Token]) -> str:
    """Return tokens of Markdown in Typst's language."""
    return "".join(_one(token, tokens) for token in tokens)


def _one(token: Token, among: Sequence[Token]) -> str:
    name = token.type
    if name == "inline":
        return _typst(token.children or [])
    if name == "text":
        return _escaped(token.content)
    if name == "heading_open":
        return f"#heading(level: {token.tag[1:]})["
    if name == "list_item_open":
        return "#enum.item[" if token.info else "#list.item["
    if name == "link_open":
        return f"#link({json.dumps(token.attrs['href'])})["
    if name == "code_inline":
        return f"#raw({json.dumps(token.content, ensure_ascii=False)});"
    if name in {"fence", "code_block"}:
        text = json.dumps(token.content, ensure_ascii=False)
        return f"#raw(block: true, {text});\n\n"
    return _special(token, among)


def _special(token: Token, among: Sequence[Token]) -> str:
    if token.type == "image":
        picture = json.dumps(token.attrs["src"])
        alternative = json.dumps(token.content, ensure_ascii=False)
        caption = _escaped(str(token.attrs.get("title", "")))
        return f"#figure(image({picture}, alt: {alternative}), caption: [{caption}]);"
    if token.type == "table_open":
        begun = list(among).index(token)
        ended = next(at for at in range(begun, len(among)) if among[at].type == "thead_close")
        columns = sum(one.type == "th_open" for one in among[begun:ended])
        return f"#table(columns: {columns}, "
    return OPENED.get(token.type, "") + CLOSED.get(token.type, "")


def curriculum(profile: dict[str, Any], studies: Sequence[Study]) -> str:
    """Return the YAML of a CV that has the studies as its projects; JSON is YAML, too."""
    basics = profile["basics"]
    sections = {
        "Profil": [basics["summary"]["de"]],
        "Projekte": [study.entry for study in studies],
        "Berufserfahrung": [
            {
                "company": work["name"],
                "position": work["position"]["de"],
                "start_date": work["startDate"],
                "end_date": work.get("endDate", "present"),
                "location": work["location"],
                "highlights": [one["de"] for one in work.get("highlights", [])],
            }
            for work in profile["work"]
        ],
        "Kenntnisse": [
            {"label": skill["name"]["de"], "details": ", ".join(skill["keywords"])}
            for skill in profile["skills"]
        ],
    }
    person = {
        "name": basics["name"],
        "headline": basics["label"]["de"],
        "location": basics["location"]["city"],
        "email": "post@example.com",  # Its own check refuses the domain of the sample.
        "website": basics["url"],
        "sections": sections,
    }
    said = {
        "cv": person,
        "design": {
            "theme": "classic",
            "page": {"size": "a4"},
            "entries": {"allow_page_break": True},
        },
        "locale": {"language": "german"},
    }
    return json.dumps(said, ensure_ascii=False, indent=1)
