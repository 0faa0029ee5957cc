"""Formulas in the words of a clerk, in both languages; what cannot be said whole is not said."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario

from cbc_desktop.base.message import Message
from cbc_desktop.filling.explaining import Reason, explanations
from cbc_desktop.filling.wording import worded

FORM = """
    | type               | name  | label          | calculation       | relevant   |
    | hidden             | y     |                |                   |            |
    | integer            | all   | Số người       |                   |            |
    | select_one kind    | kind  | Hình thức      |                   |            |
    | select_multiple kind | kinds | Các hình thức |                  |            |
    | date               | from  | Từ ngày        |                   |            |
    | text               | name  | Tên            |                   |            |
    | calculate          | half  |                | ${{all}} div 2    |            |
    | begin group        | g     | Các phòng      |                   |            |
    | begin repeat       | room  | Phòng          |                   |            |
    | calculate          | rid   |                | once(uuid())      |            |
    | text               | sort  | Loại           |                   |            |
    | integer            | seats | Số chỗ         |                   |            |
    | end repeat         |       |                |                   |            |
    | end group          |       |                |                   |            |
    | text               | about | Câu hỏi        | {calculation}     | {relevant} |
"""
KINDS = """
    | list_name | name | label |
    | kind      | A    | Một   |
    | kind      | B    | Hai   |
"""
SAID = {
    "${all} > 0": ("“Số người” lớn hơn 0", "“Số người” is more than 0"),
    "0 < ${all}": ("“Số người” lớn hơn 0", "“Số người” is more than 0"),
    "${all} >= 1000 and ${all} <= 2000": ("“Số người” từ 1.000 đến 2.000", "“Số người” is from 1.000 to 2.000"),
    "${all} = ''": ("“Số người” để trống", "“Số người” is blank"),
    "'' != ${all}": ("“Số người” đã trả lời", "“Số người” is answered"),
    "${kind} = 'A'": ("“Hình thức” là “Một”", "“Hình thức” is “Một”"),
    "${kind} != 'B'": ("“Hình thức” không phải là “Hai”", "“Hình thức” is not “Hai”"),
    "${kind} = 'A' or ${kind} = 'B'": ("“Hình thức” là “Một” hoặc “Hai”", "“Hình thức” is “Một” or “Hai”"),
    "selected(${kinds}, 'A')": ("“Các hình thức” có chọn “Một”", "“Các hình thức” has “Một” chosen"),
    "not(selected(${kinds}, 'A'))": ("“Các hình thức” không chọn “Một”", "“Các hình thức” has not “Một” chosen"),
    "${from} <= date('2022-03-09')": ("“Từ ngày” không sau 09/03/2022", "“Từ ngày” is not after 09/03/2022"),
    "(${all} = 1 or ${name} = 'x') and ${all} < 5": (
        "(“Số người” bằng 1 hoặc “Tên” bằng “x”) và “Số người” nhỏ hơn 5",
        "(“Số người” is 1 or “Tên” is “x”) and “Số người” is less than 5",
    ),
    "(${all} + 1) * 2 = 4": ("(“Số người” + 1) × 2 bằng 4", "(“Số người” + 1) × 2 is 4"),
    "round(${all}) = ${all}": ("“Số người” không có phần lẻ", "“Số người” is a whole number"),
    "round(${all}, 1) = ${all}": ("“Số người” có không quá 1 chữ số lẻ", "“Số người” has at most 1 decimals"),
    "count(${room}) >= 1": ("số dòng của “Các phòng” ít nhất là 1", "the number of rows of “Các phòng” is at least 1"),
    "sum(/data/g/room[sort = 'x']/seats) > 0": (
        "tổng “Số chỗ” (chỉ tính dòng mà “Loại” bằng “x”) lớn hơn 0",
        "the sum of “Số chỗ” (only rows where “Loại” is “x”) is more than 0",
    ),
    "sum(/data/g/room[seats != '']/seats) > 0": (
        "tổng “Số chỗ” lớn hơn 0",
        "the sum of “Số chỗ” is more than 0",
    ),
    "count(/data/g/room[rid = ${name}]) = 1": (
        "số dòng của “Các phòng” (chỉ tính dòng mà dòng đó được chọn ở “Tên”) bằng 1",
        "the number of rows of “Các phòng” (only rows where that row is chosen in “Tên”) is 1",
    ),
    "if(${all} = '', 0, ${all})": (
        "nếu “Số người” để trống thì 0, còn không thì “Số người”",
        "if “Số người” is blank then 0, else “Số người”",
    ),
    "coalesce(${all}, 0) + 1": ("“Số người” + 1", "“Số người” + 1"),
    "string-length(${name}) <= 10": ("số ký tự của “Tên” không quá 10", "the number of letters in “Tên” is at most 10"),
    "${all} = ${y}": ("“Số người” bằng 2022", "“Số người” is 2022"),
}


def scenario(relevant: str = "", calculation: str = "") -> FormScenario:
    form = FormScenario(FORM.format(relevant=relevant, calculation=calculation), KINDS)
    form.answer("y", "2022")
    return form


def words(form: FormScenario) -> Message | None:
    node = form.session.tree.leaf(form.at("about"))
    relevant = node.definition.bind.relevant
    assert relevant is not None
    return worded(form.session, node, relevant)


@pytest.mark.parametrize(("formula", "said"), SAID.items())
def test_a_condition_is_said_in_words(formula: str, said: tuple[str, str]) -> None:
    assert words(scenario(relevant=formula)) == Message(*said)


@pytest.mark.parametrize(
    "formula",
    ["substr(${name}, 0, 2) = 'x'", "/data/g/room[1]/seats > 0", "${rid} = 'x'", "count(/data/g/*) > 1", "//seats > 1"],
)
def test_what_there_are_no_words_for_is_not_said(formula: str) -> None:
    form = scenario(relevant=formula)
    assert words(form) is None
    (why,) = explanations(form.session, form.at("about"))
    assert why.formula


def test_a_step_without_a_name_is_read_through_to_the_questions_behind_it() -> None:
    form = scenario(calculation="${half} + 1")
    form.answer("all", "6")
    (why,) = explanations(form.session, form.at("about"))
    assert (why.reason, [(one.label.vi, one.value) for one in why.readings]) == (Reason.CALCULATE, [("Số người", "6")])
