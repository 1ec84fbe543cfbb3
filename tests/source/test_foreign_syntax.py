"""What other tools would make something of is told by its name, and printed as typed."""

import time

import pytest

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.foreign_shapes import SHAPES
from casedoc.source.foreign_syntax import module_lines
from casedoc.source.tree import read_body

IN_CODE = "to print it on purpose, put it into `…`"


def read(body: str) -> Outcome[tuple[Element, ...]]:
    return read_body(body, "a.md", 1)


def told(body: str) -> list[str]:
    return [_brief(one) for one in read(body).diagnostics]


def _brief(one: Diagnostic) -> str:
    assert one.span is not None
    start, end = one.span.start, one.span.end
    return f"{one.code.number} {start.line}:{start.column}-{end.line}:{end.column}"


def words(body: str) -> list[str]:
    blocks = read(body).value
    assert blocks is not None
    return [plain_text(block.children) for block in blocks]


TEXT_LIKE = {
    '{{< figure src="x" >}}': "CD125",
    '{{<figure src="a_b_c">}}': "CD125",
    "{{</* escaped */>}}": "CD125",
    "{{% notice *tip* %}}": "CD125",
    "{{< /highlight >}}": "CD125",
    "{% include x.html %}": "CD126",
    "{%- endif -%}": "CD126",
    "{{ page.title | upcase }}": "CD126",
    "{{{ raw }}}": "CD126",
    "{# a note #}": "CD126",
    "{/* a comment */}": "CD128",
    "{/* never closed": "CD128",
    "{props.x}": "CD128",
    "{new Date().getFullYear()}": "CD128",
    "{items.map(item => item.name)}": "CD128",
    '{" "}': "CD128",
    "[[page]]": "CD129",
    "[[page#part|text]]": "CD129",
    "![[x.png]]": "CD129",
    "![[x.png|300]]": "CD129",
    ":::": "CD130",
    ":::note Title": "CD130",
    "::: {.callout-tip}": "CD130",
    '!!! note "Title"': "CD130",
    "{: .no_toc }": "CD131",
    "{:toc}": "CD131",
    "{::comment}": "CD131",
    "[!NOTE]": "CD132",
    "[!warning]-": "CD132",
    "~~gone~~": "CD133",
    "==marked==": "CD133",
    "%%not for you%%": "CD133",
}
"""What is typed, and the code of the warning."""


@pytest.mark.parametrize("typed", TEXT_LIKE)
def test_what_reads_like_text_prints_as_typed_with_a_warning(typed: str) -> None:
    length = len("{/*") if typed == "{/* never closed" else len(typed)
    assert told(typed) == [f"{TEXT_LIKE[typed]} 1:1-1:{length + 1}"]
    assert words(typed) == [typed]
    [found] = read(typed).diagnostics
    assert not found.is_error
    assert found.hint


@pytest.mark.parametrize("typed", TEXT_LIKE)
def test_code_is_no_foreign_markup(typed: str) -> None:
    assert told(f"So `{typed}` steht es da.\n\n```\n{typed}\n```\n\n    {typed}\n") == []


@pytest.mark.parametrize("typed", [one for one in TEXT_LIKE if "{<" not in one])
def test_behind_a_backslash_it_is_text(typed: str) -> None:
    if typed.startswith("!["):
        assert told(f"\\!\\{typed[1:]}") == []
    else:
        assert told(f"\\{typed[0]}\\{typed[1:]}") == []


@pytest.mark.parametrize(
    "text",
    [
        "{a, b} {x} {name} {Kunde} {z.B.} {} {{}} { a.b } {1.5} {#anker} {.klasse",
        "a == b == c, 50 %%, a ~~ b ~~ c, x=={y}",
        "a::: b, ein !!! Ausruf, !!!wichtig",
        "Text ::: mitten, [!Rest] mitten",
        "[x] [a][b] [[1] und 2] [^1] [[^1]] ![a] !",
        "[[1]](https://example.org) und ![[1]](b.png)",
        "3 < 4, x<y, List<T>, <Max@example.org>, <Https://example.org>",
        "importieren, import duties, export ist wichtig",
        "import taxes from China rose",
        "{% nie zu Ende und {{ auch nicht",
    ],
)
def test_plain_text_stays_plain_text(text: str) -> None:
    assert [one for one in read(text).diagnostics if one.code is not Code.RAW_HTML] == []


def test_words_in_brackets_that_are_defined_are_a_link() -> None:
    assert told("Siehe [[Norm]] und ![[norm]].\n\n[norm]: https://example.org\n") == []


def test_it_is_found_wherever_text_can_stand() -> None:
    body = (
        "# T {{ a }}\n\n- x {{ b }}\n\n> {{ c }}\n\n| {{ d }} |\n|---|\n| **{{ e }}** |\n\n"
        "[w {{ f }}](https://example.org) ^[n {{ g }}] <mark>{{ h }}</mark>\n\n"
        "Begriff\n: {{ i }}\n\nX[^1]\n\n[^1]: {{ j }}\n"
    )
    assert sorted(told(body)) == sorted(
        [
            "CD126 1:5-1:12",
            "CD126 3:5-3:12",
            "CD126 5:3-5:10",
            "CD126 7:3-7:10",
            "CD126 9:5-9:12",
            "CD126 11:4-11:11",
            "CD126 11:38-11:45",
            "CD126 11:53-11:60",
            "CD126 14:3-14:10",
            "CD126 18:7-18:14",
        ]
    )


def test_markup_over_several_lines_keeps_its_lines_and_its_letters() -> None:
    body = 'Vor {{< figure\n  src="a*b*c"\n  title="[x](y)" >}} nach\n'
    [paragraph] = read(body).value or ()
    assert [part.kind for part in paragraph.children] == [
        Kind.TEXT,
        Kind.TEXT,
        Kind.SOFT_BREAK,
        Kind.TEXT,
        Kind.SOFT_BREAK,
        Kind.TEXT,
        Kind.TEXT,
    ]
    assert words(body) == ['Vor {{< figure src="a*b*c" title="[x](y)" >}} nach']
    assert told(body) == ["CD125 1:5-3:21"]


COMPONENTS = {
    '<Callout type="info">': "Callout",
    "</Callout>": "Callout",
    "<Image src={x} />": "Image",
    '<Image src={x} alt={"a b"}/>': "Image",
    "<Chart data={[{ year: 2023 }]} onClick={() => show()} />": "Chart",
    "<Tabs.Item>": "Tabs.Item",
    "<Details>": "Details",
    '<div className="x" style={{ color: "red" }}>': "div",
    "<img src={logo} />": "img",
}


@pytest.mark.parametrize("typed", COMPONENTS)
def test_a_component_is_an_error_that_names_it(typed: str) -> None:
    for body in (typed, f"Ein {typed} im Satz", f"{typed}\n\nText."):
        [found] = read(body).diagnostics
        assert found.code is Code.JSX_COMPONENT
        assert found.is_error
        assert f"`{COMPONENTS[typed]}`" in found.message
        assert "JSX" in found.message


def test_a_component_over_several_lines() -> None:
    assert told('<Image\n  src={x}\n  alt={"a b"}\n/>\n') == ["CD127 1:1-4:3"]


@pytest.mark.parametrize("html", ["<B>", "<TABLE>", "<b>", "<my-part>", "<details>"])
def test_html_stays_html(html: str) -> None:
    assert [one.code for one in read(f"Ein {html} im Satz").diagnostics] == [Code.RAW_HTML]


def test_understood_tags_are_understood_in_any_case() -> None:
    assert told("H<Sub>2</Sub>O<BR/>und<Br>") == []


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("<Image src={x} />", f"write `![what it shows](path)`; {IN_CODE}"),
        ("{{< figure >}}", f"write `![what it shows](path)`; {IN_CODE}"),
        ("{{% /notice %}}", f"write a quote (`> …`) or a heading; {IN_CODE}"),
        ("<Gallery>", f"write in Markdown what it shows; {IN_CODE}"),
        ("<b>", f"write `**…**`; {IN_CODE}"),
        ("{{ image }}", f"write its value; {IN_CODE}"),
        (
            "<blink>",
            f"only `br`, `sub`, `sup`, `kbd`, `mark` and `abbr` are understood; {IN_CODE}",
        ),
    ],
)
def test_the_hint_says_what_to_write_instead(typed: str, hint: str) -> None:
    assert [one.hint for one in read(f"Ein {typed}").diagnostics] == [hint]


def test_lines_of_code_at_the_start_of_the_body() -> None:
    body = (
        "\nimport X from './x'\nimport './y.css';\nimport D, { E } from \"e\"\n\n"
        "import {\n  a,\n} from 'b'\n\nexport const meta = {\n  title: 'T'\n}\n\n"
        "Text.\n\nimport Y from './y'\n"
    )
    assert told(body) == [
        "CD128 2:1-2:20",
        "CD128 3:1-3:18",
        "CD128 4:1-4:25",
        "CD128 6:1-6:9",
        "CD128 10:1-10:22",
    ]
    assert words(body)[0] == "import X from './x' import './y.css'; import D, { E } from \"e\""


MODULE_LINES = {
    "import {a}from 'b';": True,
    "import A, { b,": True,
    "import * as x from 'y'": True,
    "export { a }": True,
    "export default Layout": True,
    "import duties from China": False,
    "import it's from there": False,
    "import 'a' and 'b'": False,
    "export figures rose": False,
    "Import X from 'y'": False,
    "  import X from 'y'": False,
}


@pytest.mark.parametrize("line", MODULE_LINES)
def test_what_is_a_line_of_code(line: str) -> None:
    assert len(told(line)) == MODULE_LINES[line]


def test_a_long_complaint_is_cut() -> None:
    [found] = read(f"{{{{ {'x' * 60} }}}}").diagnostics
    assert f"`{{{{ {'x' * 37}…`" in found.message


HOSTILE = (
    *(one * 4000 for one in ("{{<", "{{", "{%", "{/*", "{a.b(", "{(", '{"', "{#", "{:", "{new ")),
    *(one * 4000 for one in ("<Aa {", '<Aa "', "<Aa '", "<a x={", "<Aa.", ":::", "~~a", "==a")),
    *(one * 1000 for one in ("[[", "[[a ", "![[a", "%%a ")),
    *("{a" + one * 8000 for one in (".a", "(a)", ".a(a)")),
    *("<Aa " + one * 8000 for one in ("{", "{}", "x", "{{}")),
    "{{<" + "a" * 20_000,
    "{" + "new " * 8000,
)


@pytest.mark.parametrize(
    "line",
    ["import" + " " * 50_000, "import " + "from " * 20_000, "import {" + " " * 50_000 + "x}"],
)
def test_a_long_line_is_looked_at_once(line: str) -> None:
    start = time.process_time()
    assert list(module_lines(line, "a.md", 1)) == []
    assert time.process_time() - start < 5


@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: body[:10])
def test_no_shape_looks_at_a_text_twice(body: str) -> None:
    start = time.process_time()
    for at, first in enumerate(body):
        for shape in SHAPES.get(first, ()):
            if not shape.starts_line or at == 0:
                shape.pattern.match(body, at)
    assert time.process_time() - start < 5
