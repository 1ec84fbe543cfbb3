"""The standards that every PDF is written to: PDF/A-2a and PDF/UA-1 at once.

WeasyPrint writes one of them. What the other one asks for beyond it is little: it must be named in
the metadata, and PDF/A wants the name's vocabulary described beside it.

*Source:* ISO 19005-2, 6.6.2 and 6.6.4; ISO 14289-1, 5.
"""

from __future__ import annotations

from typing import Any, Final

VARIANT: Final = "pdf/a-2a"
"""The one that WeasyPrint writes."""
STANDARDS: Final = ("PDF/A-2a", "PDF/UA-1")
"""The ones that a file keeps to."""
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
    """Give a document the colour profile of its output, and return what to write it with.

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
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.compress = False
    stream.stream = [part.replace(_END, _ACCESSIBLE + _END) for part in stream.stream]
