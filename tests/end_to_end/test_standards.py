"""Every PDF is PDF/A-2a and PDF/UA-1 at once: by a validator, and by what it does not see."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from tests.conftest import made_once
from tests.golden.cases import Case, all_cases, print_case, read_print

from casedoc.proof.proof import prove
from casedoc.proof.second_opinion import failures_of
from casedoc.proof.structure import elements_of

CASES = all_cases()
FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"
"""Told of streams whose compressed data end in a carriage return; qpdf finds nothing wrong."""


@pytest.fixture
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The print of a case, which the golden pages are compared with, too."""
    case: Case = request.param
    folder = made_once(tmp_path_factory, case.id, lambda folder: print_case(case, folder))
    return read_print(folder).pdf


def prints(*names: str) -> pytest.MarkDecorator:
    """These cases; all without a name."""
    cases = [case for case in CASES if not names or case.id in names]
    assert cases
    return pytest.mark.parametrize("pdf", cases, ids=lambda case: case.id, indirect=True)


def failures(data: bytes, profile: str) -> set[str]:
    return {rule for rule, _told in failures_of(data, profile)} - {FALSE_ALARM}


@prints()
def test_it_is_archivable_and_accessible(pdf: bytes) -> None:
    assert failures(pdf, "2a") == set()
    assert failures(pdf, "ua1") == set()
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []


@prints()
def test_the_proof_finds_nothing(pdf: bytes) -> None:
    assert prove(pdf).findings == ()


SAMPLE = "samples.k8s-migration.de.beleg"


@prints(SAMPLE)
def test_a_figure_is_read_as_one_sentence(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        paragraphs = [one for one in opened.objects if _role(one) == "/P"]
        said = [str(one.ActualText) for one in paragraphs if "/ActualText" in one]
    assert [sentence.replace("\u00a0", " ") for sentence in said] == [
        "70 % Reduzierung der Deployment-Zeit, von 2–4 Stunden auf 20 Minuten",
        "45 % Kosteneinsparungen durch effiziente Ressourcennutzung und Auto-Scaling",
        "99,95 % Verfügbarkeit während der Q4-Weihnachtssaison, Vorjahr: 98,2 %",
        "Release-Frequenz erhöht von monatlich auf tägliche Deployments",
        "Bewältigung einer 3-fachen Traffic-Spitze während Black Friday ohne manuelle Eingriffe",
    ]


@prints(SAMPLE)
def test_metadata(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        told = {str(key): str(value) for key, value in opened.docinfo.items()}
        with opened.open_metadata() as xmp:
            subject, language = xmp["dc:description"], str(opened.Root.Lang)
            parts = (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"])
    assert told["/Title"] == "Kubernetes Migration für E-Commerce Plattform"
    assert told["/Author"] == "Henrike Falkenau"
    assert told["/Subject"] == subject == "Infrastruktur Migration"
    assert told["/Keywords"] == "Kubernetes, Docker, Helm, AWS EKS, Terraform"
    assert (language, parts) == ("de", ("2", "A", "1"))


@prints("text.everything.de.beleg")
def test_lists_pictures_and_tables_have_their_shape(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        elements = list(elements_of(opened))
        heads = [one.A.Scope for one in opened.objects if _role(one) == "/TH"]
    inside = {(one.parent, one.role) for one in elements}
    assert {("L", "LI"), ("LI", "LBody"), ("Figure", "Caption"), ("TR", "TH")} <= inside
    assert {parent for parent, role in inside if role == "LI"} == {"L"}
    assert {role for _parent, role in inside} & {"NonStruct", "Div"} == set()
    assert heads == ["/Column"] * 4


@prints("text.everything.de.beleg")
def test_a_picture_whose_alternative_was_removed_is_found(pdf: bytes) -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        figure = next(one for one in opened.objects if _role(one) == "/Figure")
        del figure.Alt
        opened.save(file)
    assert [one.code.number for one in prove(file.getvalue()).findings] == ["CD651"]


def _role(thing: Any) -> str:  # noqa: ANN401 - pikepdf has one type for all objects
    return str(thing.get("/S", "")) if isinstance(thing, pikepdf.Dictionary) else ""
