"""The standards that PDFs are written to; by default PDF/A-2a and PDF/UA-1 at once.

WeasyPrint writes one of them. What the other one asks for beyond it is little: it must be named in
the metadata, and PDF/A wants the name's vocabulary described beside it. With files inside, it is
PDF/A-3a.

*Source:* ISO 19005-2, 6.6.2 and 6.6.4; ISO 14289-1, 5.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final


class Standard(Enum):
    """What a file is made for."""

    ARCHIVE = "archive"
    """To be kept and to be read by everyone: PDF/A and PDF/UA."""
    PRINT = "print"
    """To be printed on a press: PDF/X-4."""
    PLAIN = "plain"
    """To be looked at: a PDF of no particular standard, tagged as the others are."""

    def names(self, *, with_files: bool = False) -> tuple[str, ...]:
        """Return the standards that a file keeps to, with or without files inside."""
        if self is Standard.PRINT:
            return ("PDF/X-4",)
        if self is Standard.PLAIN:
            return ()
        return ("PDF/A-3a" if with_files else "PDF/A-2a", "PDF/UA-1")

    def variant(self, *, with_files: bool = False) -> str | None:
        """Return what WeasyPrint is to write; the rest is added to it."""
        if self is not Standard.ARCHIVE:
            return None
        return "pdf/a-3a" if with_files else "pdf/a-2a"


_PROFILE: Final = "sRGB2014.icc"
_END: Final = b"</rdf:RDF>"
_ACCESSIBLE: Final = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>\
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def with_profile(document: Any) -> dict[str, str]:  # noqa: ANN401 - WeasyPrint has no types
    """Give a document the colour profile of a screen, and return what to write it with.

    *Why*: WeasyPrint takes the same one from the same place, but leaves its file open.
    """
    from importlib.resources import files
    from io import BytesIO

    from weasyprint import css

    profile = getattr(css, "ColorProfile", None)
    if profile is None:
        return {}
    data = (files("weasyprint.pdf") / _PROFILE).read_bytes()
    channels = (["r"], ["g"], ["b"])
    document.color_profiles["srgb"] = profile(
        BytesIO(data), _PROFILE, "relative-colorimetric", channels
    )
    return {"output_intent": ""}


def declare(pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Name PDF/UA-1 in the metadata of a file that names PDF/A; part of a finisher.

    The metadata is not compressed, so that it can be read without knowing PDF.
    """
    if "Metadata" not in pdf.catalog:
        return
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.compress = False
    stream.stream = [part.replace(_END, _ACCESSIBLE + _END) for part in stream.stream]
