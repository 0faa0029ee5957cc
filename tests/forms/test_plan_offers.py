"""What the plan offers a person: from its libraries, from its own budget, from the quick survey."""

from __future__ import annotations

import pytest
from plan_scenario import PlanScenario, filled_sample, read_plan
from sample_scenario import short_name
from survey_scenario import SurveyScenario, read_survey
from survey_scenario import filled_sample as filled_survey

from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.filling.offers import find_offers
from cbc_desktop.forms.definition import FormDefinition

Rows = tuple[dict[str, str], ...]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> FormDefinition:
    return read_plan(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def sample(form: FormDefinition) -> SavedForm:
    return filled_sample(form)


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> SurveyScenario:
    form = read_survey(tmp_path_factory.mktemp("forms"))
    return SurveyScenario(form, filled_survey(form))


def offers(plan: PlanScenario, survey: SurveyScenario) -> dict[str, str | Rows]:
    """What is offered now, by short name; rows by the names of their columns."""
    documents = {"khao-sat-nhanh": survey.session.tree.document}
    return {
        short_name(plan.session.reference(offer.address)): offer.text
        if offer.rows is None
        else tuple({path.rsplit("/", 1)[1]: text for path, text in row.items()} for row in offer.rows)
        for offer in find_offers(plan.session, documents)
    }


def test_an_empty_plan_is_offered_what_the_survey_and_the_libraries_know(
    form: FormDefinition, survey: SurveyScenario
) -> None:
    offered = offers(PlanScenario(form), survey)
    assert {name: text for name, text in offered.items() if isinstance(text, str)} == {
        "p1_08_don_vi": "Phòng Khoa giáo - Văn xã",
        "p1_08_nguoi": "Nông Thị Thử",
        "p9_04": "3270",
        "p10_03": "Dịch vụ giám sát thông tin trên mạng (gói mẫu A); Phần mềm khảo sát ý kiến người dân (gói mẫu B)",
        "p13_02": "KT",
        "p13_03": "PHÓ CHỦ TỊCH",
        "p13_04": "Hoàng Văn Mẫu",
    }
    tables = {name: len(rows) for name, rows in offered.items() if not isinstance(rows, str)}
    assert tables == {"p2_b1/b1": 7, "p4_b5/b5": 3, "p10_02/buoc": 7}


def test_the_legal_basis_offered_was_in_force_when_the_plan_was_written(
    form: FormDefinition, survey: SurveyScenario
) -> None:
    rows = offers(PlanScenario(form), survey)["p2_b1/b1"]
    assert [row["so_ky_hieu"] for row in rows if isinstance(row, dict) and "so_ky_hieu" in row] == [
        "09/2017/NĐ-CP",
        "12/NQ-CP",
        "09/CT-TTg",
        "12/CT-TTg",
        "837/BTTTT-CBC",
    ]


def test_a_policy_of_the_survey_comes_with_its_spokesperson(form: FormDefinition, survey: SurveyScenario) -> None:
    assert offers(PlanScenario(form), survey)["p4_b5/b5"][2] == {
        "ten": "Bồi thường, tái định cư dự án đường bộ cao tốc Đồng Đăng (Lạng Sơn) - Trà Lĩnh (Cao Bằng)",
        "co_quan_chu_tri": "Sở Giao thông vận tải",
        "giai_doan": "SOAN_THAO",
        "muc_do_nhay_cam": "CAO",
        "nguoi_phat_ngon": "Bế Văn Mẫu",
    }


def test_the_sample_has_taken_whatever_was_offered(
    form: FormDefinition, sample: SavedForm, survey: SurveyScenario
) -> None:
    plan = PlanScenario(form, sample)
    plan.change({"b10[3]/nguoi_phat_ngon": "Bế Văn Mẫu", "b10[4]/nguoi_phat_ngon": "Bế Văn Mẫu"})
    assert offers(plan, survey) == {}


def test_an_activity_is_offered_the_sum_of_its_budget_lines(
    form: FormDefinition, sample: SavedForm, survey: SurveyScenario
) -> None:
    plan = PlanScenario(form, sample)
    plan.change({"b9[1]/don_gia": "20500000", "b9[9]/nguon": "KHAC", "b8[5]/kp_xhh": ""})
    offered = offers(plan, survey)
    assert offered["b8[1]/kp_nsdp"] == "533"
    assert offered["b8[5]/kp_xhh"] == "160"
