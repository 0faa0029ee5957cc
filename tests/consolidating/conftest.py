"""The real forms, and many offices that answered them; made once, for nobody changes them."""

from __future__ import annotations

import pytest
from many_offices import ManyOffices, Round

from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.consolidated import Consolidated

CAMPAIGN = "837-btttt-cbc"


@pytest.fixture(scope="session")
def survey_round(tmp_path_factory: pytest.TempPathFactory) -> Round:
    catalogue = open_catalogue(tmp_path_factory.mktemp("home"))
    campaign = catalogue.campaign(CAMPAIGN)
    offices = ManyOffices(campaign, [catalogue.form(campaign, form) for form in campaign.forms])
    asked = campaign.agencies.respondents(campaign.register_date)
    sent = [agency for number, agency in enumerate(asked) if number % 3]
    return Round(catalogue, offices, asked, tuple(offices.counted(sent[::3])))


@pytest.fixture(scope="session")
def consolidated(survey_round: Round, tmp_path_factory: pytest.TempPathFactory) -> Consolidated:
    return survey_round.consolidated(tmp_path_factory.mktemp("out"))
