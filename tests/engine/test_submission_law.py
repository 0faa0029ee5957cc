"""A law: what was written as a submission is read back as the same form, byte for byte."""

from __future__ import annotations

from form_scenario import world
from form_snapshots import ON_WHOLE_FORMS, STEPS, Step, do
from hypothesis import assume, given
from hypothesis import strategies as st
from random_forms import RandomForm, forms

from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import read_submission, write_submission


@ON_WHOLE_FORMS
@given(forms(), st.lists(STEPS, min_size=4, max_size=10), st.text())
def test_a_submission_is_read_back_as_the_same_form(random: RandomForm, steps: list[Step], text: str) -> None:
    form = random.definition()
    session = FormSession.begin(form, world())
    for step in steps:
        do(session, step)
    answered = next((leaf for leaf in session.leaves() if leaf.definition.bind.calculate is None), None)
    if answered:
        session.answer(answered.address, text)
    assume(not _a_hidden_row_stands_before_a_shown_one(session))
    content = write_submission(session, "uuid:1")
    again = FormSession.resume(form, read_submission(form, content, SeededIdentifiers(3)), world(seed=2))
    assert write_submission(again, "uuid:1") == content


def _a_hidden_row_stands_before_a_shown_one(session: FormSession) -> bool:
    """Hidden rows are not in a submission, so that the rows behind them have another place when it is read."""
    rows = session.tree.rows.values()
    return any(row.relevant and any(not before.relevant for before in row.repeat.rows[: row.index]) for row in rows)
