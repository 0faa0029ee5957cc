"""A submission in another version of its form: answers follow their questions by name; what has no place is listed."""

from __future__ import annotations

from form_scenario import FormScenario, world
from form_snapshots import ON_WHOLE_FORMS, STEPS, Step, do
from hypothesis import given
from hypothesis import strategies as st
from random_forms import RandomForm, forms
from workbook_tables import form_of

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.base.xml import parse
from cbc_desktop.engine.placing import placed
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission, write_submission

OLD = """
    | type         | name   | label  |
    | text         | who    | Who    |
    | begin group  | g      | G      |
    | text         | moved  | Moved  |
    | text         | gone   | Gone   |
    | begin repeat | child  | Child  |
    | text         | name   | Name   |
    | text         | age    | Age    |
    | end repeat   |        |        |
    | begin repeat | pet    | Pet    |
    | text         | sound  | Sound  |
    | end repeat   |        |        |
    | end group    |        |        |
"""
NEW = """
    | type         | name   | label  |
    | text         | who    | Who    |
    | text         | fresh  | Fresh  |
    | begin group  | h      | H      |
    | text         | moved  | Moved  |
    | text         | age    | Age    |
    | begin repeat | child  | Child  |
    | text         | name   | Name   |
    | end repeat   |        |        |
    | end group    |        |        |
"""


def test_answers_follow_their_questions_and_the_rest_is_listed() -> None:
    old = FormScenario(OLD)
    old.answers(who="Lan", **{"g/moved": "đây", "g/gone": "mất"})
    old.add("g/child")
    old.answers(**{"g/child[1]/name": "An", "g/child[2]/name": "Bình", "g/child[2]/age": "7", "g/pet[1]/sound": "meo"})
    content = write_submission(old.session, "uuid:2", "uuid:1")
    found = placed(form_of(NEW), content, SeededIdentifiers())
    root = parse(found.submission)
    assert [root.findtext(path) for path in ("who", "fresh", "h/moved", "h/age")] == ["Lan", "", "đây", ""]
    assert [node.text for node in root.iter("name")] == ["An", "Bình"]
    assert found.lost == ("/data/g/gone", "/data/g/child/age", "/data/g/pet/sound")
    (meta,) = root.iterchildren("{*}meta")
    assert [node.text for node in meta] == ["uuid:2", "uuid:1"]


@ON_WHOLE_FORMS
@given(forms(), st.lists(STEPS, min_size=4, max_size=10))
def test_in_its_own_version_everything_stays_where_it_was(random: RandomForm, steps: list[Step]) -> None:
    form = random.definition()
    session = FormSession.begin(form, world())
    for step in steps:
        do(session, step)
    content = write_submission(session, "uuid:1")
    found = placed(form, content, SeededIdentifiers(5))
    assert found.lost == ()
    here, there = (read_submission(form, xml, SeededIdentifiers(3)) for xml in (content, found.submission))
    assert sorted(here.values.values()) == sorted(there.values.values())
    assert [row.path for row in here.rows] == [row.path for row in there.rows]
