"""What pyxform refuses is told in our words, with the place and the name that may have been meant."""

from __future__ import annotations

import pytest
from workbook_tables import read_form

CHOICES = "|list_name|name|label|\n|co_khong|1|Có|\n|co_khong|0|Không|"
MISTAKES = {
    "an unknown name": (
        "|text|ho_ten|Họ tên|\n|note|loi|Chào ${ho_tenn}|",
        "form.xlsx [survey, 3, label]: Không có câu hỏi nào tên là “ho_tenn” để dùng trong ${ho_tenn}. "
        "Có phải là “ho_ten”? Hãy sửa tên ở đây hoặc thêm câu hỏi.",
    ),
    "a name used twice": (
        "|text|a|A|\n|text|a|A|",
        "form.xlsx [survey, 3, name]: Tên “a” đã được dùng cho một mục khác. Hãy đặt tên khác cho mục này.",
    ),
    "a name of two questions": (
        "|begin group|g|G|\n|text|a|A|\n|end group|||\n|text|a|A|\n|note|n|${a}|",
        "form.xlsx [survey, 6, label]: Có nhiều câu hỏi tên là “a” nên ${a} không rõ chỉ câu nào. "
        "Hãy đặt tên khác nhau cho các câu hỏi đó.",
    ),
    "a missing list": (
        "|select_one co_khon|a|A|",
        "form.xlsx [survey, 2, type]: Trang tính “choices” không có danh sách “co_khon”. "
        "Có phải là “co_khong”? Hãy sửa tên danh sách ở đây hoặc thêm danh sách.",
    ),
    "a bad name": ("|text|1 a|A|", "form.xlsx [survey, 2, name]: Tên “1 a” không dùng được. "),
    "no name": ("|text||A|", "form.xlsx [survey, 2, name]: Mục này chưa có tên. Hãy điền cột “name”."),
    "no words": (
        "|text|b|B|\n|text|a||",
        "form.xlsx [survey, 3, label]: Câu hỏi “a” chưa có lời hỏi. Hãy điền cột “label”.",
    ),
    "an end without a beginning": (
        "|text|a|A|\n|end repeat|||",
        "form.xlsx [survey, 3, type]: Dòng “end repeat” này không có “begin repeat” tương ứng ở phía trên. ",
    ),
    "a beginning without an end": (
        "|begin group|g|G|\n|text|a|A|",
        "form.xlsx [survey, 2, type]: Dòng “begin group” của “g” không có “end group” tương ứng ở phía dưới. ",
    ),
    "an unknown type": (
        "|text|a|A|\n|interger|b|B|",
        "form.xlsx [survey, 3, type]: Không có kiểu câu hỏi “interger”. Có phải là “integer”? Hãy sửa cột “type”.",
    ),
    "a misspelt select": (
        "|select_onee co_khong|a|A|",
        "form.xlsx [survey, 2, type]: Không có kiểu câu hỏi “select_onee co_khong”. Có phải là “select_one”? ",
    ),
    "no calculation": (
        "|text|b|B|\n|calculate|a||",
        "form.xlsx [survey, 3, calculation]: Mục này có kiểu “calculate” mà chưa có công thức. "
        "Hãy điền cột “calculation”.",
    ),
    "nothing near": ("|text|a|${xyzzy}|", "dùng trong ${xyzzy}. Hãy sửa tên ở đây hoặc thêm câu hỏi."),
}


@pytest.mark.parametrize(("rows", "told"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_common_mistake_is_told_with_its_place_and_what_was_meant(rows: str, told: str) -> None:
    form = read_form(f"|type|name|label|\n{rows}", CHOICES)
    assert form.definition is None
    (finding,) = form.findings
    assert told in f"{finding.where}: {finding.message.vi}"


CHOICE_MISTAKES = {
    "no code": (
        "|list_name|name|label|\n|l|1|Một|\n|l||Hai|",
        "form.xlsx [choices, 3, name]: Lựa chọn này chưa có mã. Hãy điền cột “name”.",
    ),
    "a code twice": (
        "|list_name|name|label|\n|l|1|Một|\n|l|1|Hai|",
        "form.xlsx [choices, 3, name]: Mã “1” đã có trong danh sách này. Mỗi lựa chọn cần một mã riêng.",
    ),
    "a code of two words": (
        "|list_name|name|label|\n|l|so 1|Một|",
        "form.xlsx: Mã “so 1” của danh sách “l” có khoảng trắng, nên không dùng được cho câu chọn nhiều. Hãy đổi mã.",
    ),
    "no choices": ("", "form.xlsx: Câu hỏi chọn cần danh mục, nhưng sổ tính không có trang tính “choices”."),
}


@pytest.mark.parametrize(("choices", "told"), CHOICE_MISTAKES.values(), ids=list(CHOICE_MISTAKES))
def test_a_mistake_in_a_list_is_told_with_its_row(choices: str, told: str) -> None:
    (finding,) = read_form("|type|name|label|\n|select_multiple l|a|A|", choices).findings
    assert told in f"{finding.where}: {finding.message.vi}"


def test_another_mistake_is_told_with_its_place_and_quoted_from_pyxform() -> None:
    form = read_form("|type|name|label|parameters|\n|range|a|A|start=0 end=5 step=x|")
    (finding,) = form.findings
    assert finding.where == "form.xlsx [survey, 2]"
    assert finding.message.vi.startswith(
        "Bộ chuyển XLSForm (pyxform) không nhận dòng 2 của trang tính “survey” và nói: “On the 'survey' sheet"
    )
    assert finding.message.vi.endswith("”")
