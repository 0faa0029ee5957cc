"""Labels, hints and titles: they quote answers, and they come in the form's languages."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario
from xform_texts import definition_of

from cbc_desktop.engine.languages import in_both_languages, language_for

SCHOOL = """
    | type         | name  | label:vi            | label:en            | hint:vi |
    | text         | name  | Tên                 | Name                |         |
    | integer      | age   | ${name} mấy tuổi?   | How old is ${name}? | Số nguyên |
    | begin repeat | child | Con của ${name}     | Child of ${name}    |         |
    | text         | toy   | Đồ chơi của ${name} | Toy of ${name}      |         |
    | end repeat   |       |                     |                     |         |
"""


def test_a_label_quotes_an_answer_and_is_told_when_that_changes() -> None:
    form = FormScenario(SCHOOL)
    told = form.told(form.answer("name", "An"))
    assert form.label("age") == "An mấy tuổi?"
    assert told == {"value name", "property age", "property child", "property child[1]", "property child[1]/toy"}


def test_the_title_of_a_table_stands_above_its_rows() -> None:
    form = FormScenario(SCHOOL)
    form.answer("name", "An")
    repeat = form.session.tree.repeat(form.at("child"))
    form.delete("child[1]")
    assert form.session.text(repeat.definition.label, repeat) == "Con của An"
    assert form.told(form.answer("name", "Ba")) == {"value name", "property age", "property child"}


def test_a_text_comes_in_the_language_on_show_or_in_another_one() -> None:
    form = FormScenario(SCHOOL)
    form.answer("name", "An")
    form.session.show_language("English (en)")
    label, age = form.node("age").definition.label, form.node("age")
    assert form.session.text(label, age) == "How old is An?"
    assert form.session.text_in("Tiếng Việt (vi)", label, age) == "An mấy tuổi?"
    assert in_both_languages(form.session, label, age).en == "How old is An?"


def test_a_text_that_one_language_lacks_is_shown_in_the_other() -> None:
    form = FormScenario(SCHOOL)
    hint = form.leaf("age").definition.hint
    assert form.session.text_in("Tiếng Việt (vi)", hint, form.node("age")) == "Số nguyên"
    assert form.session.text_in("English (en)", hint, form.node("age")) == "Số nguyên"


def test_an_output_that_cannot_be_computed_leaves_the_rest_of_the_sentence() -> None:
    label = "<label>Fingerprint <output value=\"digest('x', /data/a)\"/> of it</label>"
    form = FormScenario(definition_of("<a>none</a>", body=f'<input ref="/data/a">{label}</input>'))
    assert form.label("a") == "Fingerprint ? of it"
    form.answer("a", "MD5")
    assert form.label("a").startswith("Fingerprint nd")


@pytest.mark.parametrize(
    ("code", "language"), [("vi", "Tiếng Việt (vi)"), ("en", "English (en)"), ("fr", "Tiếng Việt (vi)")]
)
def test_the_programs_languages_are_found_among_the_forms(code: str, language: str) -> None:
    assert language_for(FormScenario(SCHOOL).form, code) == language


def test_a_language_may_be_named_by_its_code_alone() -> None:
    form = FormScenario("""
        | type | name | label::en | label::vi |
        | text | a    | A         | Á         |
    """)
    assert language_for(form.form, "vi") == "vi"


def test_a_form_without_translations_has_one_text_for_all() -> None:
    form = FormScenario("| type | name | label |\n| text | a | Tên |")
    assert form.form.languages == ()
    message = in_both_languages(form.session, form.leaf("a").definition.label, form.node("a"))
    assert (message.vi, message.en) == ("Tên", "Tên")
