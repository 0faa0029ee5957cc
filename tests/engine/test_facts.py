"""Questions that the dossier fills in (``cbc:fact``): they follow its facts and everything follows them."""

from __future__ import annotations

from form_scenario import FormScenario

FORM = """
    | type      | name   | label  | readonly | cbc:fact    | constraint   | calculation |
    | text      | agency | Agency | yes      | agency-name |              |             |
    | date      | sent   | Sent   | yes      | sent        | . <= today() |             |
    | calculate | title  |        |          |             |              | concat('Of ', ${agency}) |
"""


def test_facts_are_there_from_the_beginning() -> None:
    form = FormScenario(FORM, facts={"agency-name": "Cao Bằng", "place": "unused"})
    assert (form.value("agency"), form.value("title"), form.value("sent")) == ("Cao Bằng", "Of Cao Bằng", "")


def test_a_fact_that_is_given_later_is_told_and_judged() -> None:
    form = FormScenario(FORM, facts={"agency-name": "Cao Bằng"}, today="2022-03-25")
    told = form.told(form.session.set_facts({"sent": "2022-03-26"}))
    assert (told, form.problems()) == ({"value sent", "violation sent"}, ["constraint sent"])
    form.session.set_facts({"sent": ""})
    assert form.problems() == []
    assert not form.session.set_facts({"agency-name": "Cao Bằng"}), "it was that already"


def test_when_a_form_is_opened_again_the_dossier_knows_better_than_the_answers() -> None:
    form = FormScenario(FORM, facts={"agency-name": "Cao Bằng"})
    form.session.set_facts({"agency-name": "Lạng Sơn"})
    form.close_and_open_again()
    assert (form.value("agency"), form.value("title")) == ("Cao Bằng", "Of Cao Bằng")
