"""Which question stands where on paper: noted without a trace in the pages, found from both sides."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from pdf_reading import pages_of
from printed_samples import large_dossier

from cbc_desktop.documents.page_map import HEAD, PageMap
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import (
    PrintedAnswer,
    PrintedBlock,
    PrintedDossier,
    PrintedForm,
    PrintedTable,
    PrintedValue,
)
from cbc_desktop.engine.address import Address


@pytest.fixture(scope="module")
def dossier() -> PrintedDossier:
    """The large sample, in which every answer knows where it comes from."""
    sample = large_dossier()
    return replace(sample, forms=tuple(map(_with_places, sample.forms)))


@pytest.fixture(scope="module")
def map_(dossier: PrintedDossier) -> PageMap:
    return PageMap(render_pdf(dossier).landmarks)


def test_the_pages_are_the_same_whether_or_not_anybody_notes_where_questions_stand(dossier: PrintedDossier) -> None:
    assert render_pdf(dossier).content == render_pdf(large_dossier()).content


def test_landmarks_are_in_the_order_of_the_pages(map_: PageMap) -> None:
    places = [(one.page, one.top) for one in map_.landmarks]
    assert places == sorted(places)
    assert len({one.page for one in map_.landmarks}) > 10


def test_every_answer_and_every_row_is_somewhere_on_paper(dossier: PrintedDossier, map_: PageMap) -> None:
    for form in dossier.forms:
        for address in _places(form):
            index = map_.index_of(form.form_id, address)
            assert index is not None
            assert map_.landmarks[index].says(address)


def test_the_words_of_an_answer_lead_to_it(dossier: PrintedDossier, map_: PageMap) -> None:
    pages = pages_of(render_pdf(dossier).content)
    asked = next(block for block in dossier.forms[0].blocks if isinstance(block, PrintedAnswer))
    first = asked.label.split()[0]
    page, word = next((page, word) for page, of in enumerate(pages) for word in of.body if word.text == first)
    index = map_.index_at(page, (word.top + word.bottom) / 2)
    assert index is not None
    assert map_.landmarks[index].address == asked.value.at


def test_a_cell_is_found_by_its_column(dossier: PrintedDossier, map_: PageMap) -> None:
    row = next(one for one in map_.landmarks if len(one.cells) > 3)
    for edge, address in row.cells:
        assert row.address_at(edge + 1) == address
    assert row.address_at(0) == row.cells[0][1]


def test_what_is_not_printed_leads_to_its_row_or_to_the_table_around_it(map_: PageMap) -> None:
    row = next(one for one in map_.landmarks if one.cells)
    beside = Address(row.address.row, f"{row.address.path}_khac")
    assert map_.index_of(row.form_id, beside) == map_.landmarks.index(row)
    table = next(one for one in map_.landmarks if one.address.path.endswith("/bang"))
    deleted = Address("gone", f"{table.address.path}/cot")
    assert map_.index_of(table.form_id, deleted) == map_.landmarks.index(table)
    assert map_.index_of("another form", row.address) is None


def test_the_letter_and_the_heads_of_appendices_belong_to_no_question(map_: PageMap) -> None:
    assert map_.index_at(0, 400) is None
    for head in (one for one in map_.landmarks if one.address == HEAD):
        assert map_.index_at(head.page, head.top + 1) is None


def test_a_landmark_ends_where_the_next_begins_or_with_its_page(map_: PageMap) -> None:
    ends = [map_.bottom_of(index) for index in range(len(map_.landmarks))]
    assert None in ends
    for end, landmark in zip(ends, map_.landmarks, strict=True):
        assert end is None or end >= landmark.top


def _with_places(form: PrintedForm) -> PrintedForm:
    rows = count()
    return replace(form, blocks=tuple(_placed(block, rows) for block in form.blocks))


def _placed(block: PrintedBlock, rows: count[int]) -> PrintedBlock:
    if isinstance(block, PrintedAnswer):
        return replace(block, value=replace(block.value, at=Address("", f"/data/{block.id}")))
    if isinstance(block, PrintedTable):
        path = f"/data/{block.id}/bang"
        values = tuple(_row(row, f"row-{next(rows)}", path) for row in block.rows)
        return replace(block, at=Address("", path), rows=values)
    return block


def _row(values: tuple[PrintedValue, ...], rid: str, path: str) -> tuple[PrintedValue, ...]:
    return tuple(replace(value, at=Address(rid, f"{path}/{place}")) for place, value in enumerate(values))


def _places(form: PrintedForm) -> list[Address]:
    answers = [block.value for block in form.blocks if isinstance(block, PrintedAnswer)]
    tables = [block for block in form.blocks if isinstance(block, PrintedTable)]
    values = [*answers, *(value for table in tables for row in table.rows for value in row)]
    return [value.at for value in values if value.at is not None]
