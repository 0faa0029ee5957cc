"""What becomes of an answer in a newer version of its form, in words."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.filling.form_update import Fate

FATE_TITLES: Mapping[Fate, Message] = {
    Fate.GONE: Message("Không còn chỗ, chỉ giữ trong lịch sử", "No place any more, kept in the history only"),
    Fate.MARKED: Message("Được giữ nhưng cần sửa", "Kept, but to be corrected"),
    Fate.NO_LONGER_ASKED: Message("Được giữ nhưng không còn phải trả lời", "Kept, but no longer asked"),
    Fate.MOVED: Message("Chuyển sang phần khác", "Goes to another place"),
    Fate.KEPT: Message("Được giữ nguyên", "Kept as it is"),
}
