"""Markdown made by chance: nasty text, and words in every kind of markup."""

from hypothesis import strategies as st

NASTY = st.lists(
    st.one_of(
        st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=20),
        st.sampled_from(
            [
                "---\n",
                "+++\n",
                "title: T\n",
                "title: [",
                "title = 'x'\n",
                "\n\n",
                "\n",
                "\r",
                "\r\n",
                "# ",
                "## Ergebnisse\n",
                "## Links\n",
                "- ",
                "  - ",
                "1. ",
                "> ",
                "\t",
                "    x\n",
                "**",
                "*",
                "_",
                "`",
                "```\n",
                "{.x}",
                "{#i}",
                "{% x %}",
                "{{< x >}}",
                "{{",
                "}}",
                "[[x]]",
                "![[",
                "<Aa b={c}>",
                ":::x\n",
                "{/*",
                "*/}",
                "{a.b()}",
                "~~x~~",
                "==",
                "%%",
                "import a from 'b'\n",
                "| a | b |\n|---|---|\n| c |\n",
                "[^1]",
                "[^1]: n\n",
                "^[n]",
                "[a](https://x.example)",
                "[a](javascript:x)",
                "![a](b.png)",
                "[a]: https://x.example\n",
                "T\n: d\n",
                "<br>",
                "<sub>",
                "</sub>",
                "<!--",
                "-->",
                "<div>",
                "<abbr title='x'>",
                "&amp;",
                "&#0;",
                "\\*",
                "**70% weniger** Zeit (von 2 auf 1)\n",
                "**Wort:** wert\n",
                "**täglich**",
                "(",
                ")",
                "\ufeff",
                "\u00ad",
                "\x0b",
                "\x0c",
                "\x85",
                "\u2028",
                "date: 2023-13\n",
                "client: {name: X, confidential: true}\n",
                "tags: a, b\n",
                "metrics: [{value: 3}]\n",
                "a: &a [*a]\n",
                "period: {start: 2022, end: 2021}\n",
            ]
        ),
    ),
    max_size=25,
).map("".join)
"""Text that looks for trouble."""

WORD = st.integers(100, 999).map(lambda number: f"w{number}")
"""A word that can be told from all markup."""


def _each(parts: st.SearchStrategy[str], *shapes: str) -> st.SearchStrategy[str]:
    """Put a part into one of the shapes, in place of the question mark."""
    return st.tuples(parts, st.sampled_from(shapes)).map(lambda pair: pair[1].replace("?", pair[0]))


def _several(parts: st.SearchStrategy[str], between: str) -> st.SearchStrategy[str]:
    return st.lists(parts, min_size=1, max_size=3).map(between.join)


def _indented(parts: st.SearchStrategy[str], first: str, further: str) -> st.SearchStrategy[str]:
    return parts.map(lambda part: first + part.replace("\n", f"\n{further}"))


def _table(cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    row = st.lists(cells, min_size=2, max_size=3).map(
        lambda all_cells: f"| {' | '.join(all_cells)} |"
    )
    return st.tuples(row, row).map(lambda rows: f"{rows[0]}\n|---|---|\n{rows[1]}")


INLINE = st.recursive(
    WORD,
    lambda parts: st.one_of(
        _several(parts, " "),
        _each(
            parts,
            "**?**",
            "*?*",
            "`?`",
            "[?](https://e.example)",
            "![?](a.png)",
            "<mark>?</mark>",
            "<sub>?",
            "?[^1]",
            "?{.x}",
            "^[?]",
            "[?]{.x}",
            "?<br>",
            "?  \n",
            "\\?",
            "{% ? %}",
            "{{ ? }}",
            "{x}`?`",
            "{{< ? >}}",
            "{{% ?\n? %}}",
            "[[?]]",
            "![[?|?]]",
            "{a.b(?)}",
            "{/* ? */}",
            "{: ?}",
            "~~?~~",
            "==?==",
            "%%?%%",
            "<Aa b={?}>",
            "&?;",
            "<http://?>",
            "[?]",
            "<b>?</b>",
        ),
    ),
    max_leaves=5,
)
BODY = st.recursive(
    INLINE,
    lambda parts: st.one_of(
        _several(parts, "\n\n"),
        _several(parts, "\n"),
        _indented(parts, "> ", "> "),
        _indented(parts, "- ", "  "),
        _indented(parts, "1. ", "   "),
        _indented(parts, "    ", "    "),
        _table(INLINE),
        _each(
            parts,
            "## ?",
            "```?\n?\n```",
            "?\n: ?",
            "[^1]: ?",
            "[^2]: ?",
            "<mark>\n?\n</mark>",
            "<div>\n?\n</div>",
            "{.x}\n?",
            "{% ? %}\n",
            ":::?",
            "> [!?] ?",
            "import ? from '?'",
            "?\n---",
            "<!-- --> ?",
            "{#i .x} ?",
        ),
    ),
    max_leaves=6,
)
"""A body that consists of words in markup, nested by chance."""
