"""How a received copy stands to what is here, in words, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import STATE_TITLES, State
from cbc_desktop.store.standing import Standing

if TYPE_CHECKING:
    from cbc_desktop.filling.carrying import ReceivedCopy

RIVAL = Message(
    "Máy này đã có hồ sơ khác của cơ quan này cho đợt khảo sát này, lập riêng lúc {moment:%d/%m/%Y %H:%M}. Mỗi cơ quan "
    "chỉ có một hồ sơ; có thể lấy số liệu của bản chép vào hồ sơ đó mà không ghi đè câu trả lời nào.",
    "This computer has another dossier of this agency for this campaign, begun on its own at {moment:%Y-%m-%d %H:%M}. "
    "An agency has one dossier; the answers of the copy can be taken into it without overwriting any.",
)
STANDINGS: Mapping[Standing, Message] = {
    Standing.NEW: Message(
        "Máy này chưa có hồ sơ này. Nhận bản chép là có đủ câu trả lời, tệp đính kèm và lịch sử.",
        "This computer does not have this dossier yet. Taking the copy brings all answers, attached files and history.",
    ),
    Standing.SAME: Message(
        "Bản chép giống hồ sơ trên máy này; không có gì để nhận.",
        "The copy is the same as the dossier here; there is nothing to take.",
    ),
    Standing.NEWER: Message(
        "Bản chép mới hơn: có mọi thứ đã nhập trên máy này và được nhập tiếp sau đó.",
        "The copy is newer: it has everything that was entered here, and was gone on with.",
    ),
    Standing.OLDER: Message(
        "Hồ sơ trên máy này đã có mọi thứ của bản chép và được nhập tiếp sau đó; không có gì để nhận.",
        "The dossier here has everything that the copy has, and was gone on with; there is nothing to take.",
    ),
}
JOINABLE = Message(
    "Hồ sơ đã được sửa trên cả hai máy. Ở mỗi chỗ khác nhau, hãy chọn giữ của máy này hay lấy của bản chép; "
    "cả hai đều được ghi lại trong lịch sử.",
    "The dossier was changed on both computers. Wherever they differ, choose what is here or what is in the copy; "
    "the history keeps both.",
)
REPLACEABLE = Message(
    "Hồ sơ đã được sửa trên cả hai máy, và bản chép đã đi xa hơn ({state}, lần {number}). Nhận bản chép thì những chỗ "
    "dưới đây theo bản chép; phần đã nhập trên máy này vẫn còn trong lịch sử và trong bản sao lưu.",
    "The dossier was changed on both computers, and the copy has come further ({state}, revision {number}). When it is "
    "taken, the places below are as in the copy; what was entered here stays in the history and in a backup.",
)
FINALISED_HERE = Message(
    "Hồ sơ đã được sửa trên cả hai máy, nhưng trên máy này đã chốt số liệu, nên bản đã chốt được giữ nguyên. Muốn lấy "
    "câu trả lời của bản chép, hãy mở lại hồ sơ này để lập bản mới, rồi mở bản chép lần nữa.",
    "The dossier was changed on both computers, but it is finalised here, so it stays as it is. To take answers of the "
    "copy, reopen the dossier as a new revision, then open the copy again.",
)
TWO_PASTS = Message(
    "Hai máy đã chốt hai bản lần {number} khác nhau, nên không ghép được; cả hai đều được giữ nguyên. Hãy xem bản nào "
    "đã gửi đi và làm tiếp trên máy đó.",
    "The two computers have finalised two different revisions {number}, which cannot be joined; both stay as they are. "
    "See which of them was sent, and go on at that computer.",
)


def told(copy: ReceivedCopy) -> Message:
    """One paragraph for people."""
    if copy.rival is not None:
        return RIVAL.filled(moment=copy.rival.created_at)
    if copy.standing is not Standing.APART:
        return STANDINGS[copy.standing]
    return JOINABLE if copy.can_be_joined else _not_joinable(copy)


def _not_joinable(copy: ReceivedCopy) -> Message:
    assert copy.mine is not None
    theirs, mine = copy.theirs.stored.revision, copy.mine.stored.revision
    if copy.can_be_taken:
        return REPLACEABLE.filled(state=STATE_TITLES[theirs.state], number=theirs.number)
    return TWO_PASTS.filled(number=mine.number) if mine.state is State.DRAFT else FINALISED_HERE
