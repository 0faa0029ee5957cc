"""Choices that a question offers: filtered, labelled, and what happens to an answer that is not offered any more."""

from __future__ import annotations

from form_scenario import FormScenario

PROVINCES = """
    | list_name | name | label:vi | label:en | region |
    | region    | n    | Bắc      | North    |        |
    | region    | s    | Nam      | South    |        |
    | province  | hn   | Hà Nội   | Hanoi    | n      |
    | province  | cb   | Cao Bằng | Cao Bang | n      |
    | province  | ct   | Cần Thơ  | Can Tho  | s      |
"""
PLACE = """
    | type                     | name     | label:vi | label:en | choice_filter      | calculation |
    | select_one region        | region   | Miền     | Region   |                    |             |
    | select_one province      | province | Tỉnh     | Province | region = ${region} |             |
    | select_multiple province | visited  | Đã đến   | Visited  |                    |             |
    | calculate                | name     |          |          |                    | jr:choice-name(${province}, '${province}') |
    | calculate                | second   |          |          |                    | jr:choice-name(${visit2}, '${visited}') |
    | calculate                | visit2   |          |          |                    | selected-at(${visited}, 1) |
"""  # noqa: E501 - a table


def test_a_filter_follows_the_answer_that_it_reads() -> None:
    form = FormScenario(PLACE, PROVINCES)
    assert form.offered("province") == []
    assert form.told(form.answer("region", "n")) == {"value region", "property province"}
    assert form.offered("province") == ["hn", "cb"]
    assert form.offered_labels("province") == ["Hà Nội", "Cao Bằng"]
    form.answer("region", "s")
    assert form.offered("province") == ["ct"]


def test_an_answer_that_is_not_offered_any_more_is_kept_and_marked() -> None:
    form = FormScenario(PLACE, PROVINCES)
    form.answer("region", "n")
    form.answer("province", "cb")
    assert form.told(form.answer("region", "s")) == {
        "value region",
        "property province",
        "violation province",
        "value name",
    }
    assert (form.value("province"), form.problems()) == ("cb", ["choice province"])
    form.answer("region", "n")
    assert form.problems() == []


def test_of_several_selected_one_that_does_not_exist_is_enough_to_be_marked() -> None:
    form = FormScenario(PLACE, PROVINCES)
    form.answer("visited", "hn ct")
    assert form.problems() == []
    form.answer("visited", "hn sg")
    assert form.problems() == ["choice visited"]


def test_the_name_of_a_choice_follows_answer_and_filter() -> None:
    form = FormScenario(PLACE, PROVINCES)
    form.answer("region", "n")
    assert form.told(form.answer("province", "cb")) == {"value province", "value name"}
    assert form.value("name") == "Cao Bằng"
    form.answer("region", "s")
    assert form.value("name") == "cb", "what is not offered has no name but its code"
    form.answer("visited", "hn ct")
    assert form.value("second") == "Cần Thơ"


def test_labels_are_in_the_language_on_show() -> None:
    form = FormScenario(PLACE, PROVINCES, settings={"default_language": "Tiếng Việt (vi)"})
    assert (form.label("region"), form.offered_labels("region")) == ("Miền", ["Bắc", "Nam"])
    form.session.show_language("English (en)")
    assert (form.label("region"), form.offered_labels("region")) == ("Region", ["North", "South"])
    assert form.session.language == "English (en)"


def test_each_row_filters_by_its_own_answers() -> None:
    form = FormScenario(
        """
        | type                | name     | label    | choice_filter      | calculation |
        | begin repeat        | trip     | Trip     |                    |             |
        | select_one region   | region   | Region   |                    |             |
        | select_one province | province | Province | region = ${region} |             |
        | calculate           | name     |          |                    | jr:choice-name(${province}, '${province}') |
        | end repeat          |          |          |                    |             |
        """,
        PROVINCES,
    )
    form.add("trip")
    form.answer("trip[1]/region", "n")
    assert form.told(form.answer("trip[2]/region", "s")) == {"value trip[2]/region", "property trip[2]/province"}
    assert (form.offered("trip[1]/province"), form.offered("trip[2]/province")) == (["hn", "cb"], ["ct"])
    form.answer("trip[2]/province", "ct")
    assert form.values("trip/name") == ["", "Cần Thơ"]


def test_choices_may_be_filtered_by_each_other() -> None:
    form = FormScenario(
        """
        | type         | name   | label  | choice_filter |
        | select_one p | first  | First  | name != ${second} |
        | select_one p | second | Second | name != ${first} |
        """,
        "| list_name | name | label |\n| p | a | A |\n| p | b | B |",
    )
    form.answer("first", "a")
    assert form.offered("second") == ["b"]
    form.answer("second", "b")
    assert (form.offered("first"), form.problems()) == (["a"], [])


def test_labels_of_choices_may_quote_answers() -> None:
    form = FormScenario(
        """
        | type         | name  | label |
        | text         | owner | Owner |
        | select_one p | who   | Who   |
        """,
        "| list_name | name | label |\n| p | a | The house of ${owner} |\n| p | b | Another |",
    )
    form.answer("who", "a")
    assert form.offered_labels("who")[0] == "The house of "
    assert form.told(form.answer("owner", "Lan")) == {"value owner", "property who"}
    assert form.offered_labels("who") == ["The house of Lan", "Another"]


def test_a_ranking_offers_what_it_ranks() -> None:
    form = FormScenario("| type | name | label |\n| rank p | order | Order |", PROVINCES.replace("province", "p"))
    form.answer("order", "ct hn cb")
    assert form.problems() == []
    form.answer("order", "ct sg")
    assert form.problems() == ["choice order"]


def test_a_question_without_choices_offers_none() -> None:
    form = FormScenario("| type | name | label |\n| text | a | A |")
    assert form.offered("a") == []
    assert form.session.choice_label(form.leaf("a"), "x") == "x"
