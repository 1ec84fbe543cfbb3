"""Inserts are put into a file: what it has once, and what can't be joined."""

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf
import pytest
import weasyprint.pdf
from tests.build.test_binding import set_booklet, theme_of
from tests.markup.samples import world

from casedoc.build.binding import bind
from casedoc.pdf import insert as inserts
from casedoc.pdf import joining
from casedoc.pdf.draft_mark import DraftMark
from casedoc.pdf.insert import UnfitError
from casedoc.pdf.printing import Layout
from casedoc.pdf.standards import Standard
from casedoc.typeface.outlines import Outline

NAME = "groups"


def layout_of(name: str) -> Layout:
    fitted = bind(set_booklet(name), theme_of(name), world()).value
    assert fitted is not None
    return fitted.layout


@cache
def bound() -> bytes:
    file = layout_of(NAME).write().value
    assert file is not None
    return file.data


def test_fonts_and_colour_profile_are_there_once() -> None:
    with pikepdf.open(io.BytesIO(bound())) as pdf:
        objects: list[Any] = list(pdf.objects)
        dictionaries = [one for one in objects if isinstance(one, pikepdf.Dictionary)]
        names = [str(one.FontName) for one in dictionaries if "/FontFile2" in one]
        assert len(names) == len(set(names)) > 2
        streams = [one for one in objects if isinstance(one, pikepdf.Stream)]
        assert len([one for one in streams if "/N" in one and one.get("/Type") is None]) == 1


def test_names_of_heads_of_tables_are_each_there_once() -> None:
    with pikepdf.open(io.BytesIO(bound())) as pdf:
        dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        names = [bytes(one.ID) for one in dictionaries if "/ID" in one and "/S" in one]
        assert len(names) == len(set(names)) > 1
        told = [
            bytes(name)
            for one in dictionaries
            if "/S" in one and isinstance(one.get("/A"), pikepdf.Dictionary)
            for name in one.A.get("/Headers", [])
        ]
        assert told
        assert set(told) <= set(names)


def test_the_table_of_parents_knows_each_page_and_link_once() -> None:
    with pikepdf.open(io.BytesIO(bound())) as pdf:
        numbers = [int(one) for one in pdf.Root.StructTreeRoot.ParentTree.Nums[::2]]
        assert numbers == sorted(set(numbers))
        asked = [int(page.obj.StructParents) for page in pdf.pages]
        asked += [
            int(one.StructParent) for page in pdf.pages for one in page.obj.get("/Annots", [])
        ]
        assert len(asked) == len(set(asked))
        assert set(asked) <= set(numbers)


def test_the_identifier_follows_from_what_chapters_say() -> None:
    identifiers = set()
    for layout in (layout_of(NAME), layout_of(NAME), replace(layout_of(NAME), inserts=())):
        file = layout.write().value
        assert file is not None
        with pikepdf.open(io.BytesIO(file.data)) as pdf:
            identifiers.add(bytes(pdf.trailer.ID[0]))
    assert len(identifiers) == 2


def test_the_mark_of_a_draft_lies_over_the_text_of_a_chapter() -> None:
    outline = Outline(((("m"), (0.0, 0.0)), (("l"), (1.0, 1.0))), 1.0, 1.0)
    layout = layout_of(NAME)
    first = layout.inserts[0].first
    file = layout.write(mark=DraftMark(outline, (0.5, 0.5, 0.5), {first + 1})).value
    assert file is not None
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        streams = [one.read_bytes() for one in pdf.pages[first].obj.Contents]
        assert b"draft-mark gs" in streams[-1]
        assert not any(b"draft-mark" in one for one in streams[:-1])
        depth = 0
        for instruction in pikepdf.parse_content_stream(pdf.pages[first]):
            depth += {"q": 1, "Q": -1}.get(str(instruction.operator), 0)
            assert depth >= 0
        assert depth == 0


def test_names_of_places_are_written_as_links_write_them() -> None:
    assert joining._name("kunde--text") == b"kunde--text"
    assert joining._name("Über") == b"\xfe\xff\x00\xdc\x00b\x00e\x00r"


def test_a_frame_without_names_gets_those_of_its_inserts() -> None:
    layout = layout_of(NAME)
    written = layout.as_frame(Standard.ARCHIVE).data
    with pikepdf.open(io.BytesIO(written)) as frame:
        del frame.Root.Names
        bare = io.BytesIO()
        frame.save(bare)
    with pikepdf.open(io.BytesIO(joining.put_in(bare.getvalue(), layout.inserts))) as pdf:
        names: Any = pdf.Root.Names.Dests.Names
        told = {str(name) for name in names[::2]}
    pages = (page for one in layout.inserts for page in one.insert.pages)
    assert told == {name for page in pages for name in page.anchors}


def test_pages_that_are_not_empty_take_no_insert() -> None:
    layout = layout_of(NAME)
    with pytest.raises(UnfitError):
        inserts.place(layout.document, 0, layout.inserts[0].insert, ())


def test_without_the_private_name_nothing_is_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = layout_of(NAME)
    monkeypatch.delattr(weasyprint.pdf, "build_fonts_dictionary")
    with pytest.raises(UnfitError):
        layout.write()
