"""Figures that one form offers to another (``cbc:offer``): shown, never calculated over what was typed."""

from __future__ import annotations

from form_scenario import FormScenario
from workbook_tables import form_of

from cbc_desktop.filling.offers import Offer, find_offers

SURVEY = """
    | type         | name   | label |
    | text         | signer | Signer |
    | begin repeat | law    | Law   |
    | text         | title  | Title |
    | integer      | year   | Year  |
    | end repeat   |        |       |
"""
PLAN = """
    | type         | name   | label  | repeat_count | relevant       | calculation         | cbc:offer |
    | text         | signer | Signer |              |                |                     | instance('survey')/data/signer |
    | text         | no     | No     |              | ${signer} = '' |                     | concat('for ', ${signer}) |
    | text         | broken | Broken |              |                |                     | digest('x', 'none') |
    | begin repeat | policy | Policy |              |                |                     | instance('survey')/data/law |
    | text         | name   | Name   |              |                |                     | title     |
    | integer      | since  | Since  |              |                |                     | year      |
    | text         | note   | Note   |              |                |                     |           |
    | end repeat   |        |        |              |                |                     |           |
    | begin repeat | year   | Year   | 2            |                |                     | instance('survey')/data/law |
    | calculate    | y      |        |              |                | 2020 + position(..) |           |
    | end repeat   |        |        |              |                |                     |           |
    | begin repeat | budget | Budget | 2            |                |                     |           |
    | calculate    | y      |        |              |                | 2020 + position(..) |           |
    | text         | laws   | Laws   |              |                |                     | join(', ', instance('survey')/data/law[year = current()/../y]/title) |
    | end repeat   |        |        |              |                |                     |           |
    | begin repeat | bad    | Bad    |              |                |                     | digest('x', 'none') |
    | text         | a      | A      |              |                |                     | title     |
    | end repeat   |        |        |              |                |                     |           |
"""  # noqa: E501 - a table


def survey(*laws: tuple[str, str]) -> FormScenario:
    form = FormScenario(form_of(SURVEY, settings={"form_id": "survey"}))
    form.answer("signer", "Lan")
    for number, (title, year) in enumerate(laws, start=1):
        if number > 1:
            form.add("law")
        form.answer(f"law[{number}]/title", title)
        form.answer(f"law[{number}]/year", year)
    return form


def offers(plan: FormScenario, other: FormScenario) -> dict[str, Offer]:
    documents = {"survey": other.session.tree.document}
    return {plan.name_of(offer.address): offer for offer in find_offers(plan.session, documents)}


def columns(offer: Offer) -> list[dict[str, str]]:
    return [{path.rsplit("/", 1)[1]: text for path, text in row.items()} for row in offer.rows or ()]


def test_a_figure_of_the_other_form_is_offered_until_it_stands_there() -> None:
    plan, other = FormScenario(PLAN), survey()
    assert offers(plan, other)["signer"].text == "Lan"
    plan.answer("signer", "Lan")
    assert "signer" not in offers(plan, other)
    plan.answer("signer", "Ba")
    assert offers(plan, other)["signer"].text == "Lan"
    assert plan.value("signer") == "Ba", "offering changes nothing"


def test_nothing_is_offered_where_nothing_is_asked() -> None:
    plan, other = FormScenario(PLAN), survey()
    assert "no" in offers(plan, other)
    plan.answer("signer", "Ba")
    assert "no" not in offers(plan, other)


def test_rows_are_offered_with_their_columns_until_they_are_there() -> None:
    plan, other = FormScenario(PLAN), survey(("Press", "2016"), ("Cyber", "2018"))
    assert columns(offers(plan, other)["policy"]) == [
        {"name": "Press", "since": "2016"},
        {"name": "Cyber", "since": "2018"},
    ]
    plan.answer("policy[1]/name", "Press")
    plan.answer("policy[1]/since", "2016")
    plan.answer("policy[1]/note", "typed")
    assert columns(offers(plan, other)["policy"]) == [{"name": "Cyber", "since": "2018"}]


def test_no_rows_are_offered_to_a_table_whose_rows_are_fixed() -> None:
    assert "year" not in offers(FormScenario(PLAN), survey(("Press", "2016")))


def test_each_fixed_row_is_offered_what_is_meant_for_it() -> None:
    found = offers(FormScenario(PLAN), survey(("A", "2021"), ("B", "2022"), ("C", "2021")))
    assert {name: offer.text for name, offer in found.items() if name.startswith("budget")} == {
        "budget[1]/laws": "A, C",
        "budget[2]/laws": "B",
    }


def test_what_is_blank_or_cannot_be_computed_is_no_offer() -> None:
    other = survey()
    other.answer("signer", "")
    assert set(offers(FormScenario(PLAN), other)) == {"no"}


def test_the_other_form_is_seen_by_offers_alone() -> None:
    plan = FormScenario("""
        | type      | name | label | calculation                                  | cbc:offer |
        | text      | a    | A     |                                              | instance('survey')/data/signer |
        | calculate | b    |       | concat(${a}, instance('survey')/data/signer) |           |
    """)
    assert offers(plan, survey())["a"].text == "Lan"
    plan.answer("a", "x")
    assert plan.value("b") == "x"
