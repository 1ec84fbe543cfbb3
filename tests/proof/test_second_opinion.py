"""The validator answers in any process, one that was forked from where it ran before included."""

import multiprocessing
from multiprocessing.connection import Connection

import pikepdf
from tests.proof.test_leaks import pdf_with

from casedoc.proof.second_opinion import standard_faults

PATIENCE = 120


def answer(connection: Connection, data: bytes) -> None:
    connection.send([one.message for one in standard_faults(data, ("PDF/A-2a",))])


def test_it_answers_in_a_forked_process() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = "No archive at all"

    data = pdf_with(change)
    here = [one.message for one in standard_faults(data, ("PDF/A-2a", "PDF/X-4"))]
    assert len(here) > 2
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=answer, args=(theirs, data))
    process.start()
    try:
        assert ours.poll(PATIENCE)
        assert ours.recv() == here
    finally:
        process.kill()
        process.join()
        ours.close()
        theirs.close()
