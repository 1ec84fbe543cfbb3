"""What is changed in WeasyPrint's libraries when it is imported."""

from typing import Any

import pytest
from weasyprint.pdf import pydyf

from casedoc.pdf import weasyprint_import
from casedoc.pdf.weasyprint_import import import_weasyprint


def test_references_to_pages_are_made_once_and_again_after_another_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import_weasyprint()
    made: list[int] = []

    def references(pdf: Any) -> tuple[bytes, ...]:  # noqa: ANN401
        kids = pdf.pages["Kids"]
        made.append(len(kids) // 3)
        return tuple(f"{number} 0 R".encode() for number in kids[::3])

    kind = type("Pdf", (pydyf.PDF,), {"page_references": property(references)})
    monkeypatch.setattr(pydyf, "PDF", kind)
    weasyprint_import._know_references()
    pdf = kind()
    for count in (1, 2, 3):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        for _time in range(3):
            assert len(pdf.page_references) == count
            assert pdf.page_references[-1] == pdf.objects[-1].reference
    assert made == [1, 2, 3]


def test_where_pydyf_has_no_such_references_it_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Pdf:
        pass

    monkeypatch.setattr(pydyf, "PDF", Pdf)
    weasyprint_import._know_references()
    assert not hasattr(Pdf, "page_references")
