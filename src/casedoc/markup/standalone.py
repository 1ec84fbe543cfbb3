"""One HTML file with everything inside, which opens in a browser and asks for nothing."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

from markupsafe import escape

if TYPE_CHECKING:
    from casedoc.markup.page import HtmlPage

_SIGNATURES: Final = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"wOF2", "font/woff2"),
    (b"wOFF", "font/woff"),
    (b"\x00\x01\x00\x00", "font/ttf"),
    (b"OTTO", "font/otf"),
)
_MARKED: Final = """<style>
main {{ background: url("{}") center / 80vmin no-repeat fixed }}
</style>
"""


def standalone_html(page: HtmlPage, mark: str = "") -> str:
    """Return a page as one file, with stylesheets, fonts and images inside it.

    Args:
        page: The page.
        mark: A drawing as SVG that lies behind the text of a draft; none without one.
    """
    html = page.html
    styles = "".join(f"<style>\n{_quoted(text)}</style>\n" for _path, text in page.stylesheets)
    for address, content in page.resources.items():
        data = f"data:{media_type(content)};base64,{b64encode(content).decode('ascii')}"
        styles = styles.replace(f'url("{address}")', f'url("{data}")')
        html = html.replace(f'src="{escape(address)}"', f'src="{data}"')
        # The background of a decoration.
        html = html.replace(f"url({escape(address)})", f"url({data})")
    if mark:
        drawn = b64encode(mark.encode()).decode("ascii")
        styles += _MARKED.format(f"data:image/svg+xml;base64,{drawn}")
    head, end, body = html.partition("</head>")
    return f"{head}{styles}{end}{body}"


def media_type(content: bytes) -> str:
    """Return the media type of an image or font by its first bytes."""
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    return "image/svg+xml" if b"<svg" in content[:1024] else "application/octet-stream"


def _quoted(sheet: str) -> str:
    """Return a stylesheet that can't end its own element."""
    return sheet.replace("</", "<\\/")
