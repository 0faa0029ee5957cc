"""Every check of the quick survey, tried on the filled-in sample: what breaks it, and the nearest that does not."""

from __future__ import annotations

import re

import pytest
from survey_scenario import SAMPLE, SurveyScenario, filled_sample, read_survey

from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.forms.definition import FormDefinition

Changes = dict[str, str | int]

WITHOUT_WARNINGS: Changes = {
    "q1_06": "42",
    "q1_07": "10",
    "q1_08": "32",
    "q1_09": "20",
    "t3[2]/email": "du-phong@caobang.gov.vn",
    "t6[3]/nsnn_tw": "0",
    "t6[3]/nsnn_dp": "3030",
}
THIRD: Changes = {"t3[3]/email": "ba@mic.gov.vn"}
NO_UNIT: Changes = {"q1_01": "CHUA"}
LONG = "x" * 3001
FOR_OTHERS = ("TM", "KT", "TL", "TUQ", "Q")

GENERAL: list[tuple[Changes, str]] = [
    ({"number": "5/UBND"}, "W q0_02"),
    ({"number": "45/bc-ubnd"}, "W q0_02"),
    ({"number": "45/BC-UBND"}, ""),
    ({"number": "05/UBND-KGVX"}, ""),
    ({"date": "2022-03-15"}, "E q0_03"),
    ({"date": "2022-03-01"}, "E q0_03, W q0_03"),
    ({"q0_04": "2022-03-26"}, "E q0_04, E q0_03, E q4_09"),
    ({"q0_04": "2022-03-25"}, ""),
    ({"q0_04": ""}, "R q0_04"),
    ({"agency-key": "02@"}, ""),
    ({"agency-key": "46@2025-01-01"}, "E q0_01"),
]
STAFF: list[tuple[Changes, str]] = [
    ({"q1_03": "ab"}, "E q1_03"),
    ({"q1_03": "x" * 201}, "E q1_03"),
    ({"q1_03": "x" * 200}, ""),
    ({"q1_04": "Quyết định của tỉnh"}, "W q1_04"),
    ({"q1_05": "Mẫu"}, "W q1_05"),
    ({"q1_06": "5001"}, "E q1_06, E q1_07, E q1_08"),
    ({"q1_06": "0", "q1_07": "0", "q1_08": "0"}, "W q1_06"),
    ({"q1_06": "0", "q1_07": "0", "q1_08": "0", "q1_13": "DANG", **NO_UNIT}, ""),
    ({"q1_07": "11"}, "E q1_07, E q1_08, W q1_10"),
    ({"q1_09": "43"}, "E q1_09"),
    ({"q3_07": "0"}, "W q1_09"),
    ({"t1[1]/chuyen_trach": "3"}, "W q1_10"),
    ({"t1": 0}, ""),
    ({"t1[1]/tap_huan": "6"}, "E t1[1]/tap_huan"),
    ({"t1[1]/don_vi": ""}, "R t1[1]/don_vi"),
    ({"t2": 0}, "E q1_12"),
    ({"t2": 6}, "E q1_12"),
    ({"t2": 5}, ""),
    ({"q1_11": "KHONG", "t2": 0}, ""),
    ({"t2[1]/dien_thoai": "+84206300"}, "E t2[1]/dien_thoai"),
    ({"t2[1]/ngay_cong_bo": "2022-03-21"}, "E t2[1]/ngay_cong_bo"),
    ({"q1_13": "XONG", **NO_UNIT}, "W q1_13"),
    ({"q1_14": "2022-03-19"}, "E q1_14"),
    ({"q1_14": "2022-06-30"}, ""),
    ({"q1_14": "2022-07-01"}, "W q1_14"),
    ({"t3": 0}, "E q1_15"),
    ({"t3": 3, **THIRD}, ""),
    ({"t3": 4, **THIRD, "t3[4]/email": "bon@mic.gov.vn"}, "E q1_15"),
    ({"t3[1]/vai_tro": "DU_PHONG"}, "E q1_15"),
    ({"t3[2]/vai_tro": "CHINH"}, "E q1_15"),
    ({"t3[1]/email": "a@gmail.com"}, "W t3[1]/email"),
    ({"t3[1]/email": "a@gov.vn"}, ""),
    ({"t3[1]/dien_thoai": "0206 3000 001"}, ""),
    ({"t3[1]/dien_thoai": "0206.300.0001"}, ""),
    ({"t3[1]/dien_thoai": "0206 300 01"}, "E t3[1]/dien_thoai"),
    ({"q1_16_khac": "abc"}, "E q1_16_khac"),
]
RULES: list[tuple[Changes, str]] = [
    ({"t4": 0}, "E q2_02"),
    ({"t4": 0, "q2_01": "DANG"}, ""),
    ({"q2_03": ""}, "R q2_03"),
    ({"q2_04": "2001"}, "E q2_04"),
    ({"q2_04": "0"}, ""),
    ({"q2_05": "59", "q2_06": "59"}, "E q2_05, E q2_06"),
    ({"t6[3]/nsnn_dp": "0", "t6[3]/xa_hoi_hoa": "0"}, "W q2_07, E q3_03"),
    ({"q2_08": "6/KH-UBND"}, "W q2_08"),
    ({"q2_08": "789/QĐ-BYT"}, ""),
    ({"q2_09": "2022-03-21"}, "E q2_09"),
    ({"t5": 0}, "E q2_11"),
    ({"t5[1]/den_ngay": "2022-02-28"}, "E t5[1]/den_ngay"),
    ({"t5[1]/den_ngay": "2022-03-01"}, ""),
    ({"q2_13": "1001", "q2_15": "10001"}, "E q2_13, E q2_15"),
    ({"q2_15": "0", "q2_16": ""}, ""),
    ({"q2_16": "72"}, ""),
    ({"q2_16": "73"}, "W q2_16"),
    ({"q2_16": "721"}, "E q2_16, W q2_16"),
]
MONEY: list[tuple[Changes, str]] = [
    ({"q3_01": "KHONG"}, "W q2_07, W q3_05"),
    ({"t6[2]/nsnn_dp": "2140.05"}, "E t6[2]/nsnn_dp"),
    ({"t6[2]/nsnn_dp": "2140000000"}, "W t6[2]/nsnn_dp, W q3_02, E q3_03"),
    ({"t6[1]/nsnn_tw": "", "t6[1]/xa_hoi_hoa": ""}, ""),
    ({"t6[1]/nsnn_tw": "", "t6[1]/nsnn_dp": "", "t6[1]/xa_hoi_hoa": ""}, "E q3_02"),
    ({"t6[1]/nsnn_dp": "461.4", "t6[1]/xa_hoi_hoa": "120"}, ""),
    ({"t6[1]/nsnn_dp": "461.3", "t6[1]/xa_hoi_hoa": "120"}, "W q3_02"),
    ({"t6[1]/nsnn_tw": "1"}, "W t6[1]/nsnn_tw"),
    ({"agency-key": "BYT@"}, "W t6[1]/nsnn_dp, W t6[2]/nsnn_dp, W t6[3]/nsnn_dp"),
    ({"agency-key": "01@"}, ""),
    ({"t7[7]/thuc_hien_y1": "150.1"}, ""),
    ({"t7[7]/thuc_hien_y1": "149.9"}, ""),
    ({"t7[7]/thuc_hien_y1": "150.2"}, "E q3_03"),
    ({"t7[7]/du_toan_y0": ""}, "R t7[7]/du_toan_y0, E q3_03"),
    ({"q3_04": "CHUA GIAO"}, "E q3_04"),
    ({"q3_04": "CHUA", "t8": 0}, ""),
    ({"t8": 0}, "E q3_05"),
    ({"t8[1]/gia_tri": "519.5"}, ""),
    ({"t8[1]/gia_tri": "519.6"}, "W q3_05"),
    ({"t8[4]/nam": "2020"}, "E t8[4]/nam"),
    ({"t8[4]/gia_tri": "-1"}, "E t8[4]/gia_tri"),
    ({"q3_08": "4"}, "E q3_08"),
    ({"q3_08": "2500"}, ""),
    ({"q3_08": "2501"}, "W q3_08"),
    ({"t9": 0}, "E q3_10"),
    ({"t9": 0, "q3_09": "CHUA"}, ""),
    ({"t9[1]/den_ngay": "2021-06-30"}, "E t9[1]/den_ngay"),
    ({"t9[1]/gia_tri_nam": "1000000"}, "W t9[1]/gia_tri_nam"),
    ({"q3_11": "1001"}, "E q3_11"),
    ({"t10": 0}, "E q3_13, W q3_13"),
    ({"t10[1]/gia_tri": "99"}, "W q3_13"),
    ({"t10": 0, "t6[2]/xa_hoi_hoa": "0", "t6[2]/nsnn_dp": "2325.5"}, ""),
]
ASSESSMENT: list[tuple[Changes, str]] = [
    ({"q3_14": LONG[:2001], "q4_02": LONG, "q4_03": LONG}, "E q3_14, E q4_02, E q4_03"),
    ({"q4_03": "ngắn"}, "E q4_03"),
    ({"q4_04": ""}, "R q4_04"),
    ({"t11": 20}, ""),
    ({"t11": 21}, "E q4_05"),
    ({"t11[3]/co_quan_giai_quyet_khac": ""}, "R t11[3]/co_quan_giai_quyet_khac"),
    ({"t12[1]/tep": "danh-sach.exe"}, "E t12[1]/tep"),
    ({"t12[1]/tep": "danh-sach.DOCX"}, ""),
    ({"q4_07/email": ""}, ""),
    ({"q4_07/email": "", "q4_07/dien_thoai": ""}, "E q4_07"),
    ({"q4_08/chuc_vu": ""}, "R q4_08/chuc_vu"),
    *[({"q4_08/hinh_thuc_ky": form, "q4_08/quyen_han": ""}, "R q4_08/quyen_han") for form in FOR_OTHERS],
    ({"q4_08/hinh_thuc_ky": "TRUC_TIEP", "q4_08/quyen_han": ""}, ""),
    ({"q4_08/hinh_thuc_ky": "", "q4_08/quyen_han": ""}, "R q4_08/hinh_thuc_ky"),
    ({"sent": "2022-03-19"}, "E q4_09"),
    ({"sent": "2022-03-30"}, ""),
    ({"sent": "2022-03-31"}, "W q4_09"),
    ({"q4_10": "KHONG"}, "E q4_10"),
]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> FormDefinition:
    return read_survey(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def sample(form: FormDefinition) -> SavedForm:
    return filled_sample(form)


def test_the_sample_has_no_errors_and_explains_each_of_its_warnings(form: FormDefinition, sample: SavedForm) -> None:
    problems = SurveyScenario(form, sample).problems()
    explained = {re.sub(r"^/data/s\d/(q\d_\d\d/(?=t\d+\[))?", "W ", path) for path in SAMPLE["explanations"]}
    assert problems == explained


@pytest.mark.parametrize(
    ("changes", "expected"), [*GENERAL, *STAFF, *RULES, *MONEY, *ASSESSMENT], ids=lambda value: str(value)[:60]
)
def test_a_check_speaks_when_it_should_and_only_then(
    form: FormDefinition, sample: SavedForm, changes: Changes, expected: str
) -> None:
    survey = SurveyScenario(form, sample)
    survey.change(WITHOUT_WARNINGS)
    survey.change(changes)
    assert survey.problems() == set(filter(None, expected.split(", ")))


def test_years_and_totals_are_calculated(form: FormDefinition, sample: SavedForm) -> None:
    session = SurveyScenario(form, sample).session
    years = [session.value(session.locate(f"/data/s3/q3_02/t6[{row}]/nam")) for row in (1, 2, 3)]
    totals = [session.value(session.locate(f"/data/s3/q3_02/t6[{row}]/tong")) for row in (1, 2, 3)]
    purposes = [session.value(session.locate(f"/data/s3/q3_03/t7[{row}]/khoan")) for row in (1, 7)]
    assert (years, totals, purposes) == (
        ["2020", "2021", "2022"],
        ["1970.5", "2325.5", "3270"],
        ["DAT_HANG", "CHI_KHAC"],
    )


def test_a_total_without_any_figure_stays_blank(form: FormDefinition) -> None:
    session = SurveyScenario(form).session
    assert session.value(session.locate("/data/s3/q3_02/t6[1]/tong")) == ""
