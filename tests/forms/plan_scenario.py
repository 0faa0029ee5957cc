"""The sample plan of campaign 837 as a live form."""

from __future__ import annotations

from pathlib import Path

from sample_scenario import SampleScenario, read_form, read_sample

from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.forms.definition import FormDefinition

FORM = "ke-hoach-truyen-thong"
SAMPLE = read_sample(FORM)
FACTS = {
    "agency-name": "Ủy ban nhân dân tỉnh Cao Bằng",
    "agency-kind": "province",
    "report-year": "2022",
    "number": "",
    "date": "",
}


def read_plan(cache: Path) -> FormDefinition:
    return read_form(FORM, cache)


class PlanScenario(SampleScenario):
    def __init__(self, form: FormDefinition, saved: SavedForm | None = None) -> None:
        super().__init__(form, SAMPLE, FACTS, saved)


def filled_sample(form: FormDefinition) -> SavedForm:
    plan = PlanScenario(form)
    plan.fill_sample()
    return plan.session.save()
