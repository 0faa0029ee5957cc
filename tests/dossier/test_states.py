"""What may be done with a revision, and what it becomes."""

from __future__ import annotations

import pytest

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.dossier.states import (
    ACTION_TITLES,
    FIRST,
    STATE_TITLES,
    TRANSITIONS,
    Action,
    State,
    after,
    permitted,
)

PAIRS = [(state, action) for state in State for action in Action]


def walked(*actions: Action) -> State:
    state = FIRST
    for action in actions:
        state = after(state, action)
    return state


def test_the_table_says_for_every_state_what_may_follow() -> None:
    assert set(TRANSITIONS) == set(State)
    assert set(STATE_TITLES) == set(State)
    assert set(ACTION_TITLES) == set(Action)


@pytest.mark.parametrize(("state", "action"), PAIRS, ids=lambda value: value.value)
def test_every_action_in_every_state_leads_somewhere_or_is_refused_in_words(state: State, action: Action) -> None:
    if action in permitted(state):
        assert isinstance(after(state, action), State)
        return
    with pytest.raises(UserFacingError) as refusal:
        after(state, action)
    assert ACTION_TITLES[action].vi in refusal.value.message.vi
    assert ACTION_TITLES[action].en in refusal.value.message.en
    assert all(ACTION_TITLES[possible].vi in refusal.value.message.vi for possible in permitted(state))
    assert all(ACTION_TITLES[possible].en in refusal.value.message.en for possible in permitted(state))


def test_every_state_is_reached_from_the_first_one_and_every_action_is_good_for_something() -> None:
    reached, ahead = set(), {FIRST}
    while ahead:
        state = ahead.pop()
        reached.add(state)
        ahead |= set(TRANSITIONS[state].values()) - reached
    assert reached == set(State)
    assert {action for following in TRANSITIONS.values() for action in following} == set(Action)


def test_everything_but_a_draft_may_be_reopened_and_a_reopened_revision_is_closed() -> None:
    for state in set(State) - {State.DRAFT, State.REOPENED}:
        assert after(state, Action.REOPEN) is State.REOPENED
    assert Action.REOPEN not in permitted(State.DRAFT)
    assert permitted(State.REOPENED) == frozenset()
    assert FIRST is State.DRAFT


def test_the_whole_way_of_a_document_that_is_signed_numbered_and_sealed_here() -> None:
    way = (Action.FINALISE, Action.SIGN, Action.NUMBER, Action.SEAL, Action.PACKAGE, Action.HAND_OVER, Action.ACCEPT)
    assert walked(*way) is State.ACCEPTED


def test_a_document_with_the_leaders_signature_only_may_be_packaged_and_handed_over() -> None:
    assert walked(Action.FINALISE, Action.SIGN, Action.PACKAGE, Action.HAND_OVER) is State.HANDED_OVER


def test_the_clerk_may_number_and_seal_after_a_package_was_made_too_early() -> None:
    packaged = (Action.FINALISE, Action.SIGN, Action.PACKAGE)
    assert walked(*packaged, Action.NUMBER, Action.SEAL, Action.PACKAGE) is State.PACKAGED
    assert walked(*packaged, Action.SEAL_ELSEWHERE, Action.PACKAGE) is State.PACKAGED


def test_pen_and_stamp_lead_as_far_as_token_and_seal() -> None:
    assert walked(Action.FINALISE, Action.SIGN_WITH_PEN, Action.NUMBER, Action.SEAL_WITH_STAMP) is State.SEALED
    assert walked(Action.FINALISE, Action.SIGN_ELSEWHERE, Action.SEAL_ELSEWHERE) is State.SEALED


def test_a_number_is_given_only_after_the_leader_has_signed() -> None:
    assert Action.NUMBER not in permitted(State.FINALISED)
    assert Action.PACKAGE not in permitted(State.FINALISED)


def test_a_wrong_number_may_be_corrected_before_the_seal_and_not_after_it() -> None:
    assert after(State.NUMBERED, Action.NUMBER) is State.NUMBERED
    assert Action.NUMBER not in permitted(State.SEALED)
    assert Action.NUMBER not in permitted(State.PACKAGED)
