"""The sample survey of campaign 837 as a live form."""

from __future__ import annotations

from pathlib import Path

from sample_scenario import SampleScenario, read_form, read_sample

from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.forms.definition import FormDefinition

FORM = "khao-sat-nhanh"
SAMPLE = read_sample(FORM)
FACTS = {
    "agency-key": "04@",
    "report-year": "2022",
    "number": "1234/UBND-VX",
    "date": "2022-03-25",
    "sent": "2022-03-25",
}


def read_survey(cache: Path) -> FormDefinition:
    return read_form(FORM, cache)


class SurveyScenario(SampleScenario):
    def __init__(self, form: FormDefinition, saved: SavedForm | None = None) -> None:
        super().__init__(form, SAMPLE, FACTS, saved)


def filled_sample(form: FormDefinition) -> SavedForm:
    survey = SurveyScenario(form)
    survey.fill_sample()
    return survey.session.save()
