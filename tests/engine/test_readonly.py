"""What cannot be answered: read-only by itself or by what is around it."""

from __future__ import annotations

from form_scenario import FormScenario

FORM = """
    | type         | name  | label | readonly |
    | text         | state | State |          |
    | begin group  | g     | G     | ${state} = 'sent' |
    | text         | a     | A     |          |
    | begin repeat | t     | T     |          |
    | text         | b     | B     | ../../a = 'x' |
    | end repeat   |       |       |          |
    | end group    |       |       |          |
    | text         | fixed | Fixed | yes      |
"""


def readonly(form: FormScenario) -> list[str]:
    return [name for name in ("state", "g/a", "g/t[1]", "g/t[1]/b", "fixed") if form.node(name).readonly]


def test_a_group_makes_everything_in_it_read_only_and_tells_of_it() -> None:
    form = FormScenario(FORM)
    assert readonly(form) == ["fixed"]
    told = form.told(form.answer("state", "sent"))
    assert told == {"value state", "property g", "property g/a", "property g/t[1]", "property g/t[1]/b"}
    assert readonly(form) == ["g/a", "g/t[1]", "g/t[1]/b", "fixed"]
    form.answer("state", "")
    assert readonly(form) == ["fixed"]


def test_a_question_keeps_its_own_condition_inside_the_group() -> None:
    form = FormScenario(FORM)
    assert form.told(form.answer("g/a", "x")) == {"value g/a", "property g/t[1]/b"}
    form.answer("state", "sent")
    form.answer("state", "")
    assert readonly(form) == ["g/t[1]/b", "fixed"]
