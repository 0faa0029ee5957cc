"""What may be done with a revision, and what it becomes: one pure table (decision 1).

A revision that is reopened stays as it was signed and is closed; the work goes on in a draft of revision n+1.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message


class State(Enum):
    """How far one revision has come."""

    DRAFT = "draft"
    FINALISED = "finalised"
    SIGNED_BY_LEADER = "signed_by_leader"
    NUMBERED = "numbered"
    SEALED = "sealed"
    PACKAGED_UNSEALED = "packaged_unsealed"
    """Packaged with the leader's signature only; the clerk numbers and seals it elsewhere, or later here."""
    PACKAGED = "packaged"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REOPENED = "reopened"
    """Closed, because revision n+1 has taken its place."""


class Action(Enum):
    """What a person does with a revision; signing and sealing may happen here, on paper or in another program."""

    FINALISE = "finalise"
    SIGN = "sign"
    SIGN_WITH_PEN = "sign_with_pen"
    SIGN_ELSEWHERE = "sign_elsewhere"
    NUMBER = "number"
    SEAL = "seal"
    SEAL_WITH_STAMP = "seal_with_stamp"
    SEAL_ELSEWHERE = "seal_elsewhere"
    PACKAGE = "package"
    HAND_OVER = "hand_over"
    ACCEPT = "accept"
    RETURN = "return"
    REOPEN = "reopen"


FIRST = State.DRAFT
"""The state in which every revision begins, the first and the one that follows a reopening."""

TRANSITIONS: Mapping[State, Mapping[Action, State]] = {
    State.DRAFT: {
        Action.FINALISE: State.FINALISED,
    },
    State.FINALISED: {
        Action.SIGN: State.SIGNED_BY_LEADER,
        Action.SIGN_WITH_PEN: State.SIGNED_BY_LEADER,
        Action.SIGN_ELSEWHERE: State.SIGNED_BY_LEADER,
        Action.REOPEN: State.REOPENED,
    },
    # Number and date are given after the leader has signed: Decree 30/2020/NĐ-CP, Articles 13 to 15. Before that the
    # leader may sign anew.
    State.SIGNED_BY_LEADER: {
        Action.SIGN: State.SIGNED_BY_LEADER,
        Action.SIGN_WITH_PEN: State.SIGNED_BY_LEADER,
        Action.SIGN_ELSEWHERE: State.SIGNED_BY_LEADER,
        Action.NUMBER: State.NUMBERED,
        Action.SEAL_ELSEWHERE: State.SEALED,
        Action.PACKAGE: State.PACKAGED_UNSEALED,
        Action.REOPEN: State.REOPENED,
    },
    State.NUMBERED: {
        Action.NUMBER: State.NUMBERED,
        Action.SEAL: State.SEALED,
        Action.SEAL_WITH_STAMP: State.SEALED,
        Action.SEAL_ELSEWHERE: State.SEALED,
        Action.PACKAGE: State.PACKAGED_UNSEALED,
        Action.REOPEN: State.REOPENED,
    },
    State.SEALED: {
        Action.PACKAGE: State.PACKAGED,
        Action.REOPEN: State.REOPENED,
    },
    State.PACKAGED_UNSEALED: {
        Action.SIGN: State.SIGNED_BY_LEADER,
        Action.SIGN_WITH_PEN: State.SIGNED_BY_LEADER,
        Action.SIGN_ELSEWHERE: State.SIGNED_BY_LEADER,
        Action.NUMBER: State.NUMBERED,
        Action.SEAL_ELSEWHERE: State.SEALED,
        Action.PACKAGE: State.PACKAGED_UNSEALED,
        Action.HAND_OVER: State.HANDED_OVER,
        Action.REOPEN: State.REOPENED,
    },
    State.PACKAGED: {
        Action.PACKAGE: State.PACKAGED,
        Action.HAND_OVER: State.HANDED_OVER,
        Action.REOPEN: State.REOPENED,
    },
    State.HANDED_OVER: {
        Action.HAND_OVER: State.HANDED_OVER,
        Action.ACCEPT: State.ACCEPTED,
        Action.RETURN: State.RETURNED,
        Action.REOPEN: State.REOPENED,
    },
    # A receiver may come to think otherwise: its last receipt holds.
    State.ACCEPTED: {
        Action.RETURN: State.RETURNED,
        Action.REOPEN: State.REOPENED,
    },
    State.RETURNED: {
        Action.ACCEPT: State.ACCEPTED,
        Action.REOPEN: State.REOPENED,
    },
    State.REOPENED: {},
}

OUT = frozenset({State.HANDED_OVER, State.ACCEPTED})
"""The dossier has left the house, and nobody has sent it back."""

STATE_TITLES: Mapping[State, Message] = {
    State.DRAFT: Message("Bản đang nhập", "Draft"),
    State.FINALISED: Message("Đã chốt số liệu", "Finalised"),
    State.SIGNED_BY_LEADER: Message("Lãnh đạo đã ký", "Signed by the leader"),
    State.NUMBERED: Message("Đã cấp số", "Numbered"),
    State.SEALED: Message("Đã đóng dấu", "Sealed"),
    State.PACKAGED_UNSEALED: Message("Đã đóng gói, chưa đóng dấu", "Packaged, not sealed yet"),
    State.PACKAGED: Message("Đã đóng gói", "Packaged"),
    State.HANDED_OVER: Message("Đã gửi", "Handed over"),
    State.ACCEPTED: Message("Đã được tiếp nhận", "Accepted"),
    State.RETURNED: Message("Bị trả lại", "Returned"),
    State.REOPENED: Message("Đã mở lại thành bản mới", "Reopened as a new revision"),
}

ACTION_TITLES: Mapping[Action, Message] = {
    Action.FINALISE: Message("chốt số liệu", "finalise"),
    Action.SIGN: Message("ký số", "sign"),
    Action.SIGN_WITH_PEN: Message("ghi nhận đã ký tay", "record a signature by pen"),
    Action.SIGN_ELSEWHERE: Message("nhận bản đã ký bằng phần mềm khác", "take back a copy signed in another program"),
    Action.NUMBER: Message("cấp số và ngày", "give number and date"),
    Action.SEAL: Message("ký số của cơ quan", "seal"),
    Action.SEAL_WITH_STAMP: Message("ghi nhận đã đóng dấu mực", "record an ink stamp"),
    Action.SEAL_ELSEWHERE: Message(
        "nhận bản đã đóng dấu bằng phần mềm khác", "take back a copy sealed in another program"
    ),
    Action.PACKAGE: Message("đóng gói", "package"),
    Action.HAND_OVER: Message("ghi nhận đã gửi", "record that it was handed over"),
    Action.ACCEPT: Message("ghi nhận đã được tiếp nhận", "record that it was accepted"),
    Action.RETURN: Message("ghi nhận bị trả lại", "record that it was returned"),
    Action.REOPEN: Message("mở lại để sửa", "reopen for changes"),
}

NOT_NOW = Message(
    "Chưa thể {action} vì hồ sơ đang ở bước “{state}”. Bây giờ có thể: {possible}. Số liệu vẫn được giữ nguyên.",
    "It is not possible to {action} now, because the dossier is at the step “{state}”. Possible now: {possible}. "
    "Nothing has changed.",
)
CLOSED = Message(
    "Không thể {action} vì bản này đã được mở lại thành bản mới. Hãy làm tiếp trên bản mới nhất; "
    "bản này được giữ nguyên để tra cứu.",
    "It is not possible to {action}, because this revision was reopened as a new one. Go on with the latest "
    "revision; this one is kept as it is for reference.",
)


def after(state: State, action: Action) -> State:
    """The state that ``action`` leads to; raises UserFacingError, saying what is possible, when it is not permitted."""
    following = TRANSITIONS[state].get(action)
    if following is None:
        raise UserFacingError(_refusal(state, action))
    return following


def permitted(state: State) -> frozenset[Action]:
    return frozenset(TRANSITIONS[state])


def _refusal(state: State, action: Action) -> Message:
    title = ACTION_TITLES[action]
    possible = [ACTION_TITLES[one] for one in TRANSITIONS[state]]
    if not possible:
        return CLOSED.filled(action=title)
    return NOT_NOW.filled(action=title, state=STATE_TITLES[state], possible=Message.joined(possible, "; "))
