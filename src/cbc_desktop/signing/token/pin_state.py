"""What a token tells about its PIN: how near it is to being locked (CK_TOKEN_INFO's flags, PKCS#11 2.40, table 6)."""

from __future__ import annotations

from enum import Enum

from cbc_desktop.base.message import Message

_COUNT_LOW, _FINAL_TRY, _LOCKED, _TO_BE_CHANGED = 0x00010000, 0x00020000, 0x00040000, 0x00080000
_INITIALIZED, _OWN_KEYPAD = 0x00000008, 0x00000100


class PinState(Enum):
    """The worst that the token tells; most tokens never tell how many tries are left."""

    GOOD = "good"
    COUNT_LOW = "count-low"
    """A wrong PIN was entered since the last right one."""
    FINAL_TRY = "final-try"
    LOCKED = "locked"
    TO_BE_CHANGED = "to-be-changed"
    """It is still the maker's, or has expired."""
    NOT_SET = "not-set"

    @classmethod
    def of(cls, flags: int) -> PinState:
        for flag, state in _WORST_FIRST:
            if flags & flag:
                return state
        return cls.GOOD if flags & _INITIALIZED else cls.NOT_SET

    @property
    def told(self) -> Message | None:
        """What a person should know before entering the PIN."""
        return _TOLD.get(self)

    @property
    def can_be_entered(self) -> bool:
        return self not in (PinState.LOCKED, PinState.NOT_SET)


_WORST_FIRST = (
    (_LOCKED, PinState.LOCKED),
    (_FINAL_TRY, PinState.FINAL_TRY),
    (_COUNT_LOW, PinState.COUNT_LOW),
    (_TO_BE_CHANGED, PinState.TO_BE_CHANGED),
)

_TOLD = {
    PinState.COUNT_LOW: Message(
        "Đã có lần nhập sai mã PIN. Nhập sai thêm vài lần nữa thì token bị khóa.",
        "A wrong PIN has been entered before. A few more wrong ones will lock the token.",
    ),
    PinState.FINAL_TRY: Message(
        "Chỉ còn một lần nhập mã PIN: nếu sai, token bị khóa. Hãy hỏi lại mã PIN cho chắc rồi mới nhập.",
        "Only one try is left: another wrong PIN locks the token. Make sure of the PIN before you enter it.",
    ),
    PinState.LOCKED: Message(
        "Mã PIN đã bị khóa vì nhập sai nhiều lần. Hãy nhờ nơi cấp chứng thư mở khóa; chương trình này không mở được.",
        "The PIN is locked after too many wrong tries. Ask your certificate issuer to unlock it; this program cannot.",
    ),
    PinState.TO_BE_CHANGED: Message(
        "Mã PIN vẫn là mã ban đầu hoặc đã hết hạn. Hãy đổi mã PIN bằng phần mềm quản lý token.",
        "The PIN is still the maker's, or has expired. Change it with the token's own software.",
    ),
    PinState.NOT_SET: Message(
        "Token chưa được đặt mã PIN. Hãy đặt mã PIN bằng phần mềm quản lý token.",
        "The token has no PIN yet. Set one with the token's own software.",
    ),
}


def has_own_keypad(flags: int) -> bool:
    """The PIN is entered on the token or its reader, not into this computer."""
    return bool(flags & _OWN_KEYPAD)
