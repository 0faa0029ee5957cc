"""A filled-in table on its way to paper: what its columns add up to, and which unit they have in common."""

from __future__ import annotations

from form_scenario import FormScenario

from cbc_desktop.documents.printed_form import PrintedTable
from cbc_desktop.documents.printing.forms import Beside, FormPrinter

SURVEY = """
    | type         | name     | label:vi  | cbc:layout | cbc:total | cbc:words | cbc:unit-vi | cbc:unit-en |
    | begin repeat | t        | Bảng      | table      |           |           |             |             |
    | text         | name     | Tên       |            |           |           |             |             |
    | decimal      | planned  | Dự toán   |            | yes       | yes       | {first}     | {first}     |
    | decimal      | spent    | Thực hiện |            | yes       | yes       | {second}    | {second}    |
    | end repeat   |          |           |            |           |           |             |             |
"""


def printed(*rows: dict[str, str], first: str = "đồng", second: str = "đồng") -> PrintedTable:
    form = FormScenario(SURVEY.format(first=first, second=second))
    for number, row in enumerate(rows, start=1):
        form.add("t")
        form.answers(**{f"t[{number}]/{name}": value for name, value in row.items()})
    (table,) = FormPrinter(form.session, "vi", Beside()).form("").blocks
    assert isinstance(table, PrintedTable)
    return table


def totals(table: PrintedTable) -> list[str]:
    return [total.text for total in table.totals]


def units(table: PrintedTable) -> tuple[str, list[str]]:
    return table.unit_line, [column.unit for column in table.columns]


def test_a_column_adds_up_the_numbers_that_it_has() -> None:
    table = printed({"name": "a", "planned": "1200.5", "spent": "1"}, {"name": "b", "planned": "0.5"})
    assert totals(table) == ["Cộng", "1.201", "1"]


def test_a_column_without_any_number_has_no_total_and_a_column_of_zeros_has_one() -> None:
    table = printed({"name": "a", "spent": "0"}, {"name": "b", "spent": "0"})
    assert totals(table) == ["Cộng", "", "0"]
    assert table.totals[1].blank
    assert table.words == "Không đồng (Thực hiện)"


def test_without_any_number_nothing_is_said_in_words() -> None:
    assert printed({"name": "a"}).words == ""


def test_a_unit_of_several_columns_stands_above_the_table_and_not_in_their_heads() -> None:
    assert units(printed()) == ("Đơn vị tính: đồng", ["", "", ""])


def test_a_unit_of_a_single_column_stands_in_its_head() -> None:
    assert units(printed(second="")) == ("", ["", "đồng", ""])


def test_different_units_stand_in_the_heads_of_their_columns() -> None:
    assert units(printed(second="người")) == ("", ["", "đồng", "người"])
