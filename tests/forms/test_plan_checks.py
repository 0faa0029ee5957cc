"""Every check of the communication plan, tried on the filled-in sample: what breaks it, what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from plan_scenario import SAMPLE, PlanScenario, filled_sample, read_plan
from sample_scenario import short_name

from cbc_desktop.engine.saved_form import SavedForm, SavedRow
from cbc_desktop.forms.definition import FormDefinition

Changes = dict[str, str | int]

STTTT = "Sở Thông tin và Truyền thông"
WITHOUT_WARNINGS: Changes = {
    "b7[4]/noi_dung": "Kiểm đếm công khai, giá niêm yết tại xã.",
    "b8[4]/chu_tri": "Đài Phát thanh - Truyền hình Cao Bằng",
}
TWENTY_SIX_WORDS = " ".join(["từ"] * 26)

DOCUMENT: list[tuple[Changes, str]] = [
    ({"number": "56/KH-UBND"}, ""),
    ({"number": "45/UBND-VX"}, ""),  # of the letter that the plan goes with: nobody could settle a warning
    ({"p1_05": "Kế hoạch truyền thông năm 2022"}, "W p1_05"),
    ({"p1_05": "Triển khai"}, ""),
    ({"p1_05": "Triển kha"}, "E p1_05, W p1_05"),
    ({"p1_05": "Triển khai " + "x" * 290}, "E p1_05"),
    ({"p1_02": ""}, "R p1_02"),
    ({"p1_06_den": "2027-04-01"}, "E b8[2]/lap_lai, E b8[8]/lap_lai"),
    ({"p1_06_den": "2027-04-03"}, "W p1_06_den, E b8[2]/lap_lai, E b8[8]/lap_lai"),
    ({"date": "2022-03-21"}, ""),
    ({"date": "2022-03-20"}, "E b1[10]/ngay"),
    ({"b1[9]/ngay": "2022-03-25"}, ""),
    ({"b1[9]/ngay": "2022-03-26"}, "E b1[9]/ngay"),
    ({"b1[4]/so_ky_hieu": ""}, "R b1[4]/so_ky_hieu"),
    ({"b1[4]/co_quan": ""}, "R b1[4]/co_quan"),
    ({"b1[4]/ngay": ""}, "R b1[4]/ngay"),
    ({"b1[1]/ngay": ""}, ""),
    ({"b1[1]/ngay": "2016-04-07"}, "W b1[2]/loai, W b1[3]/loai"),
    ({"b1[4]/dan": "THUC_HIEN"}, "W b1[5]/loai"),
    ({"b1[3]/dan": "THEO_DE_NGHI"}, ", ".join(f"W b1[{row}]/loai" for row in range(4, 10))),
    ({"b2": 0}, "E p3_01"),
    ({"b2": 10}, ""),
    ({"b2": 11}, "E p3_01"),
    ({"b3": 0}, "E p3_02"),
    ({"b2[1]/muc_dich": "x" * 19}, "E b2[1]/muc_dich"),
    ({"b2[1]/muc_dich": "x" * 20}, ""),
    ({"b4": 0}, ""),
    ({"b4[1]/thoi_han": "2023-01-01"}, "E b4[1]/thoi_han"),
    ({"b4[1]/thoi_han": "2022-03-31"}, "E b4[1]/thoi_han"),
]
CONTENT: list[tuple[Changes, str]] = [
    ({"b7[3]/chinh_sach": "#cs1"}, "E b5[2]/ten"),
    ({"b7[6]/chinh_sach": "#cs1"}, "E b5[4]/ten"),
    ({"b7[6]/chinh_sach": "#cs1", "b7[1]/chinh_sach": "#cs4"}, ""),
    ({"b5[3]/tac_dong": ""}, "R b5[3]/tac_dong"),
    ({"b5[2]/tac_dong": ""}, ""),
    ({"b5[4]/muc_do_nhay_cam": "CAO"}, ""),
    ({"b5[2]/muc_do_nhay_cam": "CAO"}, "W b5[2]/muc_do_nhay_cam"),
    ({"b10[1]/chinh_sach": "#cs1", "b10[2]/chinh_sach": ""}, "W b5[3]/muc_do_nhay_cam"),
    ({"b5[1]/noi_dung_chinh": "x" * 2001}, "E b5[1]/noi_dung_chinh"),
    ({"b6[1]/quy_mo": "-1"}, "E b6[1]/quy_mo"),
    ({"b7[4]/doi_tuong": "#dt1"}, "W b6[2]/ten"),
    ({"b7[1]/noi_dung": TWENTY_SIX_WORDS}, "W b7[1]/noi_dung"),
    ({"b7[1]/noi_dung": TWENTY_SIX_WORDS.removesuffix(" từ")}, ""),
    ({"b7[1]/noi_dung": "x" * 251}, "E b7[1]/noi_dung"),
    ({"b8[12]/doi_tuong": "#dt4", "b8[10]/doi_tuong": "#dt4", "b8[3]/doi_tuong": "#dt4"}, "W b6[5]/ten"),
    ({"b6[1]/kenh_uu_tien": "PT", "b8[11]/kenh": "HOI_NGHI", "p7_khac": ""}, ""),
    ({"p7_khac": ""}, "R p7_khac"),
]
ACTIVITIES: list[tuple[Changes, str]] = [
    ({"b8[1]/bat_dau": "2022-03-31"}, "E b8[1]/bat_dau"),
    ({"b8[1]/ket_thuc": "2023-01-01"}, "E b8[1]/ket_thuc"),
    ({"b8[3]/ket_thuc": "2022-04-10"}, "E b8[3]/ket_thuc"),
    ({"b8[3]/ket_thuc": "2022-04-11"}, ""),
    ({"b8[2]/ket_thuc": "2022-12-30"}, "E b8[2]/lap_lai"),
    ({"b8[1]/chu_tri": f"{STTTT}; Sở Tư pháp"}, "E b8[1]/chu_tri, W b8[1]/chu_tri"),
    ({"b8[1]/phoi_hop": f"Sở Tư pháp;{STTTT} "}, "E b8[1]/phoi_hop"),
    ({"b8[1]/phoi_hop": f"{STTTT} tỉnh Lạng Sơn"}, ""),
    ({"b8[5]/chu_tri": "Sở Tư pháp"}, "W b8[5]/chu_tri"),
    ({"b8[4]/chu_tri": STTTT}, "W p8_b8"),
    ({"b8[5]/don_vi_tinh": ""}, "R b8[5]/don_vi_tinh"),
    ({"b8[5]/don_vi_tinh": "", "b8[5]/so_luong": ""}, ""),
    ({"b8[5]/so_luong": "-1"}, "E b8[5]/so_luong"),
    ({"b8[12]/khong_kinh_phi": ""}, "W b8[12]/hoat_dong"),
    ({"b8[12]/khong_kinh_phi": "KHONG"}, "W b8[12]/hoat_dong"),
    ({"b8[1]/khong_kinh_phi": "CO"}, "E b8[1]/khong_kinh_phi"),
    ({"b8[1]/kp_nstw": "-1"}, "E b8[1]/kp_nstw, W b8[1]/kp_tong"),
    ({"b8[1]/kp_nstw": "200.05"}, "E b8[1]/kp_nstw"),
    ({"b8[1]/kp_nstw": "200.1"}, ""),
    ({"b8[1]/kp_nstw": "200.2"}, "W b8[1]/kp_tong"),
    ({"b8[1]/kp_nstw": "200000000"}, "W b8[1]/kp_nstw, W b8[1]/kp_tong"),
    ({"b8[1]/kp_nstw": ""}, "W b8[1]/kp_tong"),
    ({"b9[9]/nguon": "KHAC"}, ""),
]
BUDGET: list[tuple[Changes, str]] = [
    ({"b9[1]/don_gia": "20000001"}, ""),
    ({"b9[1]/don_gia": "20010000"}, "W b8[1]/kp_tong, W p9_04"),
    ({"b9[1]/don_gia": "20000000.5"}, "E b9[1]/don_gia"),
    ({"b9[1]/don_gia": "20"}, "W b9[1]/don_gia, W b8[1]/kp_tong, W p9_04"),
    ({"b9[1]/nam": "2023"}, "E b9[1]/nam, W p9_04"),
    ({"p9_04": "3270.1"}, ""),
    ({"p9_04": "3270.2"}, "W p9_04"),
    ({"p9_04": ""}, ""),
]
RISKS: list[tuple[Changes, str]] = [
    ({"b10[1]/kha_nang": "6"}, "E b10[1]/kha_nang"),
    ({"b10[1]/muc_do": "0"}, "E b10[1]/muc_do"),
    ({"b10[1]/thoi_gian_phan_hoi": "72"}, ""),
    ({"b10[1]/thoi_gian_phan_hoi": "73"}, "E b10[1]/thoi_gian_phan_hoi"),
    ({"b11": 0}, "E p10_01"),
    ({"b11": 1}, "E p10_01"),
    ({"b11": 2}, ""),
    ({"b11": 0, "b10[1]/muc_do": "3", "b10[2]/muc_do": "4"}, ""),
    ({"b11": 1, "b10[1]/muc_do": "3", "b10[2]/muc_do": "4"}, "E p10_01"),
    ({"b11[1]/dien_thoai": "12345"}, "E b11[1]/dien_thoai"),
    ({"buoc": 0}, "E p10_02"),
    ({"buoc[3]/thoi_han": "4"}, "E buoc[3]/thoi_han"),
    ({"buoc[3]/thoi_han": "5"}, ""),
    ({"buoc[3]/thoi_han": "9"}, "E buoc[4]/thoi_han"),
    ({"p10_04_khac": ""}, "R p10_04_khac"),
    ({"p10_04_khac": "", "p10_04": "CONG_AN"}, ""),
    ({"p10_05": "1900 1234"}, ""),
    ({"p10_05": "113"}, "E p10_05"),
]
REST: list[tuple[Changes, str]] = [
    ({"p11_01": ""}, "R p11_01"),
    ({"p12_ket": "Các đơn vị phản ánh về … để tổng hợp./."}, "W p12_ket"),
    ({"p12_ket": "Các đơn vị phản ánh kịp thời."}, "E p12_ket"),
    ({"p13_02": "TM"}, ""),
    ({"p13_02": "TM", "agency-kind": "municipality"}, ""),
    ({"p13_02": "TM", "agency-kind": "ministry"}, "E p13_02"),
    ({"p13_04": "TS. Hoàng Văn Mẫu"}, "W p13_04"),
    ({"noi_nhan": 0}, "E p13_01"),
    ({"noi_nhan[1]/ten": "Lưu: VT"}, "E noi_nhan[1]/ten"),
]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> FormDefinition:
    return read_plan(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def sample(form: FormDefinition) -> SavedForm:
    return filled_sample(form)


@pytest.fixture
def plan(form: FormDefinition, sample: SavedForm) -> PlanScenario:
    return PlanScenario(form, sample)


def test_the_sample_has_no_errors_and_explains_each_of_its_warnings(plan: PlanScenario) -> None:
    assert plan.problems() == {f"W {short_name(path)}" for path in SAMPLE["explanations"]}


def test_remarks_of_the_sample_belong_to_something(plan: PlanScenario) -> None:
    for path in [*SAMPLE["notes"], *SAMPLE["explanations"]]:
        plan.session.locate(path)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [*DOCUMENT, *CONTENT, *ACTIVITIES, *BUDGET, *RISKS, *REST],
    ids=lambda value: str(value)[:60],
)
def test_a_check_speaks_when_it_should_and_only_then(plan: PlanScenario, changes: Changes, expected: str) -> None:
    plan.change(WITHOUT_WARNINGS)
    plan.change(changes)
    assert plan.problems() == set(filter(None, expected.split(", ")))


def test_a_plan_needs_policies_audiences_messages_and_activities(form: FormDefinition) -> None:
    assert {"E p4_b5", "E p5_b6", "E p6_b7", "E p8_b8"} <= PlanScenario(form).problems()


def test_a_policy_that_is_deleted_leaves_no_dangling_reference_unnoticed(plan: PlanScenario) -> None:
    plan.delete("b5[4]")
    pointing = {"b6[1]", "b6[4]", "b7[6]", "b10[3]", *(f"b8[{row}]" for row in (1, 2, 4, 5, 6, 8, 9))}
    assert {f"E {row}/chinh_sach" for row in pointing} <= plan.problems()


def test_an_activity_that_is_deleted_is_missed_by_its_budget_and_its_policy(plan: PlanScenario) -> None:
    plan.delete("b8[11]")
    plan.delete("b8[2]")
    missed = {"E b9[3]/hoat_dong", *(f"E b9[{row}]/hoat_dong" for row in (4, 16, 17)), "E b12[4]/hoat_dong"}
    assert {problem for problem in plan.problems() if problem.endswith("/hoat_dong")} == missed


def test_a_policy_without_activity_is_warned_of(plan: PlanScenario) -> None:
    for row in (2, 3, 4, 6, 8):
        plan.change({f"b8[{row}]/chinh_sach": "#cs1"})
    assert "W b5[2]/ten" in plan.problems()


@pytest.mark.parametrize(("count", "warned"), [(100, False), (101, True)])
def test_more_than_a_hundred_activities_are_too_many_to_print(
    form: FormDefinition, sample: SavedForm, count: int, warned: bool
) -> None:
    more = tuple(SavedRow(f"more-{number}", "", "/data/m8/p8_b8/b8") for number in range(count - 12))
    plan = PlanScenario(form, replace(sample, rows=sample.rows + more))
    plan.change(WITHOUT_WARNINGS)
    assert ("W p8_b8" in plan.problems()) == warned


def test_codes_are_shown_and_follow_the_order_of_the_rows(plan: PlanScenario) -> None:
    assert [plan.value(name) for name in ("b5[1]/ma", "b6[5]/ma", "b7[6]/ma", "b8[12]/stt")] == [
        "CS01",
        "DT05",
        "TD06",
        "12",
    ]
    chosen = plan.value("b8[1]/thong_diep")
    plan.session.move_row(plan.session.locate("/data/m6/p6_b7/b7[6]").row, 0)
    assert plan.value("b7[1]/ma") == "TD01"
    assert plan.value("b8[1]/thong_diep") == chosen


def test_a_new_row_begins_with_what_is_usual(plan: PlanScenario) -> None:
    plan.add_rows("/data/m8/p8_b8/b8", 1)
    plan.add_rows("/data/m9/p9_b9/b9", 1)
    assert (plan.value("b8[13]/trang_thai"), plan.value("b8[13]/do_chinh_xac")) == ("CHUA", "NGAY")
    assert plan.value("b9[18]/nam") == "2022"
    assert plan.value("b9[18]/thanh_tien") == "0"


def test_an_activity_is_named_in_whole_and_other_rows_by_their_code_and_eighty_letters(plan: PlanScenario) -> None:
    activity, message = "Tổ chức họp báo định kỳ " * 10, "Chung tay giảm nghèo " * 10
    plan.change({"b8[2]/hoat_dong": activity, "b7[1]/noi_dung": message})
    assert plan.value("b8[2]/nhan") == f"2. {activity}"
    assert plan.value("b7[1]/nhan") == f"TD01 {message[:80]}…"


def test_totals_are_calculated_by_source_year_and_group(plan: PlanScenario) -> None:
    assert [plan.value(f"p9_02{source}") for source in ("", "_nstw", "_nsdp", "_xhh", "_khac")] == [
        "3270000000",
        "350000000",
        "2680000000",
        "240000000",
        "0",
    ]
    assert (plan.value("tong_nam[1]/nam"), plan.value("tong_nam[1]/cong")) == ("2022", "3270000000")
    groups = [plan.value(f"tong_nhom[{row}]/nam_y0")[:-6] for row in range(1, 8)]
    assert groups == ["1620", "560", "380", "390", "90", "80", "150"]


def test_a_plan_over_two_years_has_a_total_for_each(plan: PlanScenario) -> None:
    plan.change({"p1_06_den": "2023-12-31", "b9[1]/nam": "2023"})
    assert (plan.value("tong_nam[2]/nam"), plan.value("tong_nam[2]/nsdp")) == ("2023", "520000000")


def test_scores_and_results_are_judged(plan: PlanScenario) -> None:
    assert [plan.value(f"b10[{row}]/muc_rui_ro") for row in (1, 3, 4)] == ["DO", "VANG", "XANH"]
    plan.change({"b12[6]/thuc_te": "10", "b12[1]/thuc_te": "100"})  # fewer hours are better, fewer programmes are not
    assert [plan.value(f"b12[{row}]/dat") for row in (6, 1, 7, 2)] == ["CO", "KHONG", "CO", ""]
