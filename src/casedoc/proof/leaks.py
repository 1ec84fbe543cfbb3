"""Whether a finished file says anywhere what it must not say: in its text, or in any of its bytes.

*Why* all bytes: a name that was taken out of the text is easily forgotten in metadata, bookmarks,
addresses, attachments or the file's own name.
*Source:* ISO 32000-1, 7.3.4 (strings), 7.3.8 (streams), 7.9.2 (text strings).
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from casedoc.proof.plain_reading import plain_text_of
from casedoc.proof.reading import read_sheets
from casedoc.proof.strings import latin_text, strings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pikepdf

    Hidden = Callable[[str], bool]
    """Tells whether a text says what must not be said."""

_FONTS: Final = frozenset({"/Type1C", "/CIDFontType0C", "/OpenType"})
_READABLE: Final = re.compile(rb"[\x20-\x7e\xa0-\xff\t]{4,}")
_STREAM: Final = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
"""What was looked at unpacked."""
_APART: Final = "\n" * 8
"""What keeps two texts from being read as one."""
_PLAIN: Final = re.compile(rb"[\x20-\x7e]{6,}")
_TAG: Final = re.compile(r"<[^>]*>")
_DATA: Final = re.compile(r"data:([\w/+.-]*)(?:;[\w=.-]+)*;base64,([A-Za-z0-9+/=\s]+)")
_HEXADECIMAL: Final = re.compile(r"<((?:[0-9A-Fa-f]{2}\s*){4,})>")
_ESCAPE: Final = re.compile(r"\\u([0-9a-fA-F]{4})")


def leaks_in(name: str, data: bytes, is_hidden: Hidden) -> tuple[str, ...]:
    """Return where a file says what it must not say; nothing where it does not.

    Args:
        name: Its name, by whose ending its form is told.
        data: All of it.
        is_hidden: Tells whether a text says what must not be said.
    """
    found = ["its name"] if is_hidden(name) or is_hidden(name.replace("-", " ")) else []
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "pdf":
        found += _in_pdf(data, is_hidden)
    elif ending in {"docx", "zip"}:
        found += _in_archive(data, is_hidden)
    elif ending == "png":
        found += ["what is written beside its pixels"] if _in_png(data, is_hidden) else []
    else:
        found += ["its text"] if _in_text(data, is_hidden) else []
    return tuple(dict.fromkeys(found))


def _in_pdf(data: bytes, is_hidden: Hidden) -> Iterator[str]:
    import pikepdf

    texts: dict[str, list[str]] = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        sheets = read_sheets(pdf, data)
        for sheet in sheets:
            runs = [run.text for run in sheet.runs]
            read = ("".join(runs), "\n".join(runs), plain_text_of((sheet,)))
            if any(map(is_hidden, read)):
                yield f"the text of page {sheet.number}"
        texts["text that runs over pages"] = ["".join(r.text for one in sheets for r in one.runs)]
        texts["its metadata"] = list(strings_of(pdf.trailer))
        texts["marks on its pages"] = [text for sheet in sheets for text in sheet.beside]
        for one in pdf.objects:
            known = texts.setdefault(_kind_of(one), [])
            known += strings_of(one)
            if isinstance(one, pikepdf.Stream):
                known += _stream_texts(one)
    rest = _STREAM.sub(b"", data)
    texts["its bytes"] = [latin_text(run) for run in _READABLE.findall(rest)]
    # All at once, far enough apart: a name is looked for in a few long texts, not in thousands.
    yield from (kind for kind, found in texts.items() if is_hidden(_APART.join(found)))


def _kind_of(one: Any) -> str:  # noqa: ANN401 - pikepdf has one type for all objects
    kind = one.get("/Type") if hasattr(one, "keys") else None
    names = {
        "/StructElem": "what is read out",
        "/Annot": "a link",
        "/Filespec": "a file inside it",
        "/EmbeddedFile": "a file inside it",
        "/Metadata": "its metadata",
        "/Outlines": "its bookmarks",
        "/XObject": "a picture",
    }
    return names.get(str(kind), "an object")


def _stream_texts(stream: pikepdf.Stream) -> list[str]:
    """Return a stream as text in every way in which it may be one; pixels are none."""
    import pikepdf

    kind = str(stream.get("/Subtype", ""))
    if kind in _FONTS or "/Length1" in stream:
        return [latin_text(run) for run in _PLAIN.findall(stream.read_bytes())]
    is_picture = kind == "/Image"
    try:
        data = stream.read_raw_bytes() if is_picture else stream.read_bytes()
    except pikepdf.PdfError:
        # No reader can unpack it either; its bytes are looked at as they lie there.
        data = stream.read_raw_bytes()
    if is_picture:
        return [latin_text(run) for run in _READABLE.findall(data)]
    return list(_forms_of(data))


def _forms_of(data: bytes) -> Iterator[str]:
    """Yield bytes as text in every way in which they may be one."""
    text, latin = data.decode("utf-8", "replace"), latin_text(data)
    yield from (text, latin)
    if b"\0" in data:
        yield from (data.decode("utf-16-be", "replace"), data.decode("utf-16-le", "replace"))
    yield from (_from_hexadecimal(one) for one in _HEXADECIMAL.findall(latin))
    if "<" in text or "&" in text:
        plain = html.unescape(text)
        yield from (plain, _TAG.sub("", plain), _TAG.sub(" ", plain))
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _in_text(data: bytes, is_hidden: Hidden) -> bool:
    if is_hidden(_APART.join(_forms_of(data))):
        return True
    text = latin_text(data)
    return any(_in_data(kind, content, is_hidden) for kind, content in _DATA.findall(text))


def _in_data(kind: str, content: str, is_hidden: Hidden) -> bool:
    try:
        data = base64.b64decode(content[: len(content) // 4 * 4], validate=False)
    except binascii.Error:
        # No data: what it says as a text is looked at as such.
        return False
    if kind.startswith(("image/png", "font/", "image/jpeg")):
        return _in_png(data, is_hidden)
    return _in_text(data, is_hidden)


def _from_hexadecimal(text: str) -> str:
    data = bytes.fromhex("".join(text.split()))
    is_wide = data[:2] in {b"\xfe\xff", b"\xff\xfe"}
    return data.decode("utf-16", "replace") if is_wide else latin_text(data)


def _in_png(data: bytes, is_hidden: Hidden) -> bool:
    """Look at what stands beside pixels, deflated or not."""
    texts = [latin_text(run) for run in _READABLE.findall(data)]
    for start in (match.end() for match in re.finditer(rb"zTXt|iTXt", data)):
        for at in range(start, min(start + 100, len(data))):
            try:
                unpacked = zlib.decompressobj().decompress(data[at:], 1 << 20)
            except zlib.error:
                continue
            texts.append(unpacked.decode("utf-8", "replace"))
            break
    return is_hidden(_APART.join(texts))


def _in_archive(data: bytes, is_hidden: Hidden) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield from (f"`{name}`" for _place in leaks_in(name, archive.read(name), is_hidden))
