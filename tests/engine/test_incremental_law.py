"""Laws: what was worked out step by step is what comes out from scratch; a change set tells what changed.

From scratch means without what the tree keeps beside the answers too: the rows by what they hold, and sums.
"""

from __future__ import annotations

from unittest.mock import patch

from form_scenario import world
from form_snapshots import ON_WHOLE_FORMS, STEPS, Snapshot, Step, do, snapshot
from hypothesis import given
from hypothesis import strategies as st
from random_forms import RandomForm, forms

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.changes import ChangeSet
from cbc_desktop.engine.navigation import pages, progress
from cbc_desktop.engine.nodes import Branch
from cbc_desktop.engine.running_progress import RunningProgress
from cbc_desktop.engine.session import FormSession


@ON_WHOLE_FORMS
@given(forms(), st.lists(STEPS, min_size=4, max_size=14))
def test_incremental_equals_from_scratch(random: RandomForm, steps: list[Step]) -> None:
    form = random.definition()
    live = FormSession.begin(form, world())
    for step in steps:
        do(live, step)
    saved = live.save()
    with patch.multiple(Branch, children_index=lambda *_: None, children_total=lambda *_: None):
        again = FormSession.resume(form, saved, world(seed=2))
    assert again.save() == saved
    assert snapshot(again) == snapshot(live)


@ON_WHOLE_FORMS
@given(forms(), st.lists(STEPS, min_size=4, max_size=14))
def test_a_change_set_tells_all_that_changed_and_nothing_else(random: RandomForm, steps: list[Step]) -> None:
    form = random.definition()
    live = FormSession.begin(form, world())
    for step in steps:
        before, order = snapshot(live), list(live.save().rows)
        changes = do(live, step)
        after = snapshot(live)
        _compare(before, after, changes)
        assert bool(changes) or (before == after and order == list(live.save().rows))


def _compare(before: Snapshot, after: Snapshot, changes: ChangeSet) -> None:
    kept = before.keys() & after.keys()
    new = after.keys() - before.keys()
    assert set(changes.rows_added) == {address.row for address in new}
    assert set(changes.rows_removed) == {address.row for address in before.keys() - after.keys()}

    def differing(respect: str) -> set[Address]:
        return {address for address in kept if getattr(before[address], respect) != getattr(after[address], respect)}

    assert changes.values - new == differing("value")
    assert changes.relevance - new == differing("relevant")
    assert changes.violations - new == differing("problems")
    assert changes.properties >= differing("properties")


@ON_WHOLE_FORMS
@given(forms(), st.lists(STEPS, min_size=4, max_size=14))
def test_progress_that_follows_changes_is_what_is_counted_from_scratch(random: RandomForm, steps: list[Step]) -> None:
    form = random.definition()
    live = FormSession.begin(form, world())
    running = {page: RunningProgress(live, page) for page in pages(form)}
    for step in steps:
        changes = do(live, step)
        for page, followed in running.items():
            followed.follow(changes)
            assert followed.total == progress(live, page)
