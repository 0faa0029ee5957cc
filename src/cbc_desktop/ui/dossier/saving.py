"""Whether what a person gave is on the disk: since when it is, or since when not and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.message import Message


@dataclass(frozen=True, slots=True)
class Saving:
    """``saved_at`` is the last COMMIT of this window; ``unsaved_since`` is None while nothing waits for one.

    unsaved_since  trouble | shown as
    -------------  ------- | --------
    None           None    | Đã lưu 14:02:31
    a moment       None    | Đang lưu …      (a key was just pressed)
    a moment       why     | Chưa lưu từ 14:02:31: why   (in red; the window goes on trying)
    """

    saved_at: datetime | None = None
    unsaved_since: datetime | None = None
    trouble: Message | None = None
