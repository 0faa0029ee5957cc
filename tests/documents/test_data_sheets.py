"""The sheets for programs: every answer comes back as it is kept, under names that no language and no label changes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from form_scenario import FormScenario
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from printed_samples import dossier

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SystemIdentifiers
from cbc_desktop.documents.excel import strangers
from cbc_desktop.documents.excel.data_layout import INDEX, MAGIC
from cbc_desktop.documents.excel.data_reading import DataBook, own_data_sheets, read_data_sheets
from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.printed_form import DataColumn, DataRow, DataTable, PrintedDossier, PrintedForm, ValueKind
from cbc_desktop.documents.printing.data import data_tables
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.submission import read_submission, write_submission

SURVEY = """
    | type                 | name   | label:vi  | calculation  | cbc:layout |
    | begin group          | s1     | Phần một  |              |            |
    | integer              | nguoi  | Số người  |              |            |
    | select_multiple kenh | kenh   | Kênh      |              |            |
    | end group            |        |           |              |            |
    | begin repeat         | don_vi | Đơn vị    |              | table      |
    {rid}
    | text                 | ten    | Tên       |              |            |
    | begin repeat         | muc    | Khoản chi |              | table      |
    {rid}
    | decimal              | tien   | Số tiền   |              |            |
    | end repeat           |        |           |              |            |
    | end repeat           |        |           |              |            |
"""
CHOICES = """
    | list_name | name | label:vi    |
    | kenh      | TH   | Truyền hình |
    | kenh      | 01   | Báo in      |
"""
NAMED = "| calculate | rid | | once(uuid()) | |"
NAMELESS = "| hidden | khac | | | |"


def survey(rid: str = NAMED) -> tuple[SavedForm, tuple[DataTable, ...]]:
    """Two units, the first of which has two expenses: as they are kept, and as they are for programs."""
    form = FormScenario(SURVEY.format(rid=rid), CHOICES)
    form.answers(**{"s1/nguoi": "0125", "s1/kenh": "01 TH"})
    for number, name in enumerate(("=1+1", "Sở Y tế"), 1):
        form.add("don_vi")
        form.answer(f"don_vi[{number}]/ten", name)
    for number, amount in enumerate(("12.5", "12.50"), 1):
        form.add("don_vi[1]/muc")
        form.answer(f"don_vi[1]/muc[{number}]/tien", amount)
    submission = write_submission(form.session, "uuid:1")
    saved = read_submission(form.form, submission, SystemIdentifiers())
    return saved, data_tables(form.form, saved)


def printed(
    *tables: DataTable, title: str = "Phiếu thử", form_id: str = "phieu", language: str = "vi"
) -> PrintedDossier:
    return replace(dossier(PrintedForm(form_id, "", title, (), "7", tables)), language=language)


def column_of(kind: ValueKind, *answers: str) -> DataTable:
    rows = tuple(DataRow(str(number), "", (answer,)) for number, answer in enumerate(answers, 1))
    return DataTable("/data/t", (DataColumn("/data/t/a", kind),), rows)


def read(*tables: DataTable) -> tuple[DataTable, ...]:
    return book_of(*tables).forms["phieu"]


def book_of(*tables: DataTable) -> DataBook:
    return read_data_sheets(render_workbook(printed(*tables)), "so.xlsx")


def opened(*tables: DataTable, **told: str) -> Any:
    return load_workbook(BytesIO(render_workbook(printed(*tables, **told))))


def test_every_answer_comes_back_as_it_was_kept() -> None:
    saved, tables = survey()
    found = {
        (row.rid, column.path): lexical
        for table in read(*tables)
        for row in table.rows
        for column, lexical in zip(table.columns, row.values, strict=True)
        if lexical
    }
    assert found == {(address.row, address.path): lexical for address, lexical in saved.values.items()}
    assert {"0125", "01 TH", "=1+1", "12.5", "12.50"} <= set(found.values())


def test_every_row_comes_back_in_its_place_and_knows_the_row_around_it() -> None:
    _, tables = survey()
    assert read(*tables) == tables
    _, units, expenses = tables
    assert [row.parent for row in expenses.rows] == [units.rows[0].rid] * 2


def test_the_sheets_say_which_revision_they_are() -> None:
    book = book_of(*survey()[1])
    assert (book.revision, book.content_digest) == (1, dossier().content_digest)


def test_rows_that_have_no_names_in_the_form_are_counted_so_that_the_same_answers_give_the_same_sheets() -> None:
    (_, first), (_, again) = survey(NAMELESS), survey(NAMELESS)
    assert first == again
    assert [row.rid for row in first[1].rows] == ["1", "2"]
    assert [(row.rid, row.parent) for row in first[2].rows] == [("1", "1"), ("2", "1")]


def test_a_sheet_for_a_form_and_one_for_each_of_its_tables_are_hidden_but_may_be_shown() -> None:
    book = opened(*survey()[1])
    hidden = {sheet.title: sheet.sheet_state for sheet in book.worksheets if sheet.sheet_state != "visible"}
    assert hidden == dict.fromkeys(["data", "data-phieu", "data-phieu-don_vi", "data-phieu-muc"], "hidden")


def test_columns_are_named_by_the_questions_and_hold_numbers_where_the_form_asks_for_numbers() -> None:
    sheet = opened(*survey()[1])["data-phieu-muc"]
    header, first, second = sheet.iter_rows(values_only=True)
    assert header == ("cbc:rid", "cbc:parent", "rid", "tien")
    assert (first[3], second[3]) == (12.5, "12.50")


def test_neither_language_nor_titles_change_the_sheets_for_programs() -> None:
    tables = survey()[1]
    vietnamese, english = opened(*tables, title="data"), opened(*tables, language="en", title="Survey")
    names = [name for name in vietnamese.sheetnames if name.startswith("data")]
    assert names == [name for name in english.sheetnames if name.startswith("data")]
    for name in names:
        assert list(vietnamese[name].values) == list(english[name].values)


def test_long_names_of_forms_are_cut_and_stay_apart() -> None:
    repeats = [DataTable(f"/data/bang_{number}", (), ()) for number in range(3)]
    book = opened(DataTable("/data", (), ()), *repeats, form_id="phieu-khao-sat-voi-ten-rat-dai-nam-2022")
    names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"]
    assert len(set(names)) == 5
    assert all(len(name) <= 31 and name.isascii() for name in names)


def test_a_table_without_rows_still_has_its_header() -> None:
    assert read(column_of(ValueKind.TEXT)) == (column_of(ValueKind.TEXT),)


def test_a_workbook_of_our_own_is_read_however_large_a_strangers_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strangers, "MOST_UNPACKED", 1_000)
    tables = survey()[1]
    workbook = render_workbook(printed(*tables))
    assert own_data_sheets(workbook, "so.xlsx").forms == {"phieu": tables}
    with pytest.raises(UserFacingError, match="too large"):
        read_data_sheets(workbook, "so.xlsx")


def test_a_workbook_of_somebody_else_is_refused() -> None:
    content = BytesIO()
    Workbook().save(content)
    with pytest.raises(UserFacingError, match="no data sheets of this program"):
        read_data_sheets(content.getvalue(), "so.xlsx")


def test_a_workbook_that_is_damaged_in_its_sheets_alone_is_refused() -> None:
    written = BytesIO()
    with ZipFile(BytesIO(render_workbook(printed(*survey()[1])))) as whole, ZipFile(written, "w") as damaged:
        for name in whole.namelist():
            damaged.writestr(name, whole.read(name).replace(b" topLeftCell=", b" topLeftCdll="))
    with pytest.raises(UserFacingError, match="damaged"):
        read_data_sheets(written.getvalue(), "so.xlsx")


def test_an_index_that_ends_behind_its_mark_is_refused() -> None:
    book, written = Workbook(), BytesIO()
    book.active.title = INDEX
    book.active.append([MAGIC])
    book.save(written)
    with pytest.raises(UserFacingError, match="newer"):
        read_data_sheets(written.getvalue(), "so.xlsx")


def changed(**cells: str) -> bytes:
    """The workbook after somebody wrote into its index."""
    book = opened(column_of(ValueKind.TEXT, "a"))
    for place, text in cells.items():
        book["data"][place] = text
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_workbook_of_a_newer_program_is_refused() -> None:
    with pytest.raises(UserFacingError, match="newer version"):
        read_data_sheets(changed(B1="2"), "so.xlsx")


@pytest.mark.parametrize("place", ["C2", "C3", "B4", "C5", "D5"])
def test_sheets_that_do_not_agree_with_their_index_are_refused(place: str) -> None:
    with pytest.raises(UserFacingError, match="damaged"):
        read_data_sheets(changed(**{place: "x"}), "so.xlsx")


ANSWERS = st.text("AaĐđÊễợ_x005FDB0d\r\n\t =+-@'\"<&😀,.", max_size=40)
FIGURES = st.one_of(
    st.from_regex(r"[+-]?[0-9]{0,17}(\.[0-9]{0,6})?", fullmatch=True),
    st.integers(-(10**17), 10**17).map(str),
    st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**8), max_value=10**8).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
)


@settings(max_examples=15)
@given(st.lists(ANSWERS, min_size=40, max_size=40))
def test_texts_come_back_to_the_letter(answers: list[str]) -> None:
    assert read(column_of(ValueKind.TEXT, *answers)) == (column_of(ValueKind.TEXT, *answers),)


@settings(max_examples=15)
@given(st.lists(FIGURES, min_size=40, max_size=40))
def test_figures_come_back_as_they_were_typed(figures: list[str]) -> None:
    assert read(column_of(ValueKind.DECIMAL, *figures)) == (column_of(ValueKind.DECIMAL, *figures),)
