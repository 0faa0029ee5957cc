"""Quotation marks: what the workbook says in “…” is shown so, though pyxform flattens it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook_tables import ENGLISH, VIETNAMESE, form_of

from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, RepeatDef
from cbc_desktop.forms.typography import typographic

FORM = """
|type|name|label:vi|label:en|constraint|constraint_message:vi|constraint_message:en|cbc:unit-vi|cbc:warning|cbc:warning-vi|cbc:warning-en|
|text|a|Người “phát ngôn”|The “speaker”|. != "x" and . != '“y”'|Sai (“đúng”)|“No”|“ca”|. != "x"|“Xem”|“Look” again|
|text|b|Tên: “${a}”|“${a}”|||||||||
|select_one l|c|Chọn|Choose|||||||||
"""
CHOICES = '|list_name|name|label:vi|label:en|\n|l|"1"|Một “một”|One|\n|l|2|Hai|Two|'


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return form_of(FORM, CHOICES, {"form_title": "Phiếu “mẫu”"})


def question(form: FormDefinition, name: str) -> LeafDef | GroupDef | RepeatDef:
    return next(node for node in form.nodes() if node.name == name)


def test_labels_messages_units_and_the_title_keep_their_quotation_marks(form: FormDefinition) -> None:
    a = question(form, "a")
    assert a.label.parts(VIETNAMESE) == ("Người “phát ngôn”",)
    assert a.label.parts(ENGLISH) == ("The “speaker”",)
    assert a.bind.constraint_message.parts(VIETNAMESE) == ("Sai (“đúng”)",)
    assert a.bind.own.unit is not None
    assert a.bind.own.unit.vi == "“ca”"
    assert a.bind.own.warnings[0].message.en == "“Look” again"
    assert form.title == "Phiếu “mẫu”"


def test_a_pair_may_stand_around_another_answer(form: FormDefinition) -> None:
    before, _, after = question(form, "b").label.parts(VIETNAMESE)
    assert (before, after) == ("Tên: “", "”")


def test_formulas_and_values_of_choices_are_left_alone(form: FormDefinition) -> None:
    bind = question(form, "a").bind
    assert bind.constraint is not None
    assert bind.constraint.source == """. != "x" and . != '"y"'"""
    assert bind.own.warnings[0].holds.source == '. != "x"'
    assert b'<name>"1"</name>' in form.instances[0].content


def test_a_form_of_one_language_has_its_texts_in_place() -> None:
    form = form_of(
        """
        |type|name|label|hint|constraint|constraint_message|default|
        |text|label|Người “nói”|Ghi “rõ”|. != "x"|Sai “rồi”|“a”|
        |select_one l|c|Chọn|||||
        """,
        '|list_name|name|label|\n|l|"1"|Một “một”|',
    )
    label = question(form, "label")
    assert isinstance(label, LeafDef)
    texts = (label.label, label.hint, label.bind.constraint_message)
    assert [text.parts("") for text in texts] == [("Người “nói”",), ("Ghi “rõ”",), ("Sai “rồi”",)]
    assert label.default == '"a"'
    assert '<name>"1"</name><label>Một “một”</label>' in form.instances[0].content.decode()


@pytest.mark.parametrize(
    ("flat", "restored"),
    [
        ('"a" và "b"', "“a” và “b”"),
        ('["a"]', "[“a”]"),
        ('"a "b" c"', "“a “b” c”"),
        ('5" và "a"', '5" và “a”'),
        ('một "hai', 'một "hai'),
    ],
)
def test_marks_open_after_white_space_and_brackets_and_come_in_pairs(flat: str, restored: str) -> None:
    assert typographic(flat) == restored


@given(st.text(alphabet='a "([.“'))
def test_nothing_but_straight_marks_changes(text: str) -> None:
    restored = typographic(text)
    assert restored.count("”") == restored.count("“") - text.count("“")
    assert restored.translate({ord("“"): '"', ord("”"): '"'}) == text.replace("“", '"')
