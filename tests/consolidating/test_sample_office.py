"""One office that has answered everything, figure by figure as anybody reads them in its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from many_offices import ManyOffices, Round

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.engine.submission import write_submission
from cbc_desktop.filling.sample import fill_form, read_prepared
from cbc_desktop.office import open_office
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.reporting.words import percent_said

ON_TIME = datetime(2022, 3, 20, 9, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def sample(survey_round: Round, tmp_path_factory: pytest.TempPathFactory) -> Consolidated:
    offices: ManyOffices = survey_round.offices
    campaign = offices.campaign
    agency = campaign.agencies.find("04", campaign.register_date)
    submissions = {}
    with open_office(tmp_path_factory.mktemp("office"), clock=FixedClock(ON_TIME)) as office:
        dossier = office.filling.begin(campaign.id, agency.code)
        for form in campaign.forms:
            fill_form(dossier, form, read_prepared(campaign.folder / "sample" / f"{form}.json"))
            submissions[form] = write_submission(dossier.form(form).session, "uuid:1")
    one = replace(offices.one(agency), submissions=submissions, late=False)
    return survey_round.consolidated(tmp_path_factory.mktemp("out"), (one,))


@pytest.mark.parametrize(
    ("indicator", "item", "value"),
    [
        ("da-gui", "", "1"),
        ("thoi-han", "in_time", "1"),
        ("thoi-han", "missing", "92"),
        ("bo-phan", "KN", "1"),
        ("nhan-su", "tong", "86"),
        ("nhan-su", "chuyen_trach", "12"),
        ("de-nghi-ho-tro", "TAP_HUAN", "1"),
        ("de-nghi-ho-tro", "CONG_NGHE", "0"),
        ("kinh-phi-theo-nam", "y1", "2325.5"),
        ("kinh-phi-theo-nam", "y0", "3270"),
        ("kinh-phi-theo-nguon", "nsnn_tw", "350"),
        ("kinh-phi-theo-noi-dung-thuc-hien", "TU_SAN_XUAT", "420.5"),
        ("kien-nghi", "BO_TC", "1"),
        ("kien-nghi", "TTG", "0"),
    ],
)
def test_a_figure_of_one_office_is_its_answer(sample: Consolidated, indicator: str, item: str, value: str) -> None:
    figures = {one.item.value: one.total for one in sample.figures_of(indicator).items}
    assert str(figures[item].value) == value


def test_drafts_with_a_plan_stand_beside_the_target_of_the_state(sample: Consolidated) -> None:
    drafts = sample.figures_of("du-thao-co-ke-hoach")
    (item,) = drafts.items
    assert (item.total.value, item.total.base, percent_said(item.total.ratio)) == (21, 58, "36,2%")
    assert drafts.definition.target is not None
    assert drafts.definition.target.percent == 70


def test_an_office_in_order_is_asked_about_what_is_unusual_and_nothing_else(sample: Consolidated) -> None:
    assert [(one.words.vi, one.reference) for one in sample.findings()] == [
        (
            "Cơ quan loại này thường không có nguồn ngân sách trung ương (350 triệu đồng, năm 2022, câu 3.2).",
            "/data/s3/q3_02/t6[3]",
        )
    ]
