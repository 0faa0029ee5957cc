"""What PKCS#11 libraries complain about, in words for people; in the child only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pkcs11 import exceptions

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

_SAFE = Message("Chưa ký gì và số liệu không bị mất; ", "Nothing was signed and nothing is lost; ")


def _told(vi: str, vi_way_out: str, en: str, en_way_out: str) -> Message:
    return Message(f"{vi} {_SAFE.vi}{vi_way_out}", f"{en} {_SAFE.en}{en_way_out}")


GONE = _told(
    "Không còn thấy USB token.",
    "hãy cắm lại token, đợi đèn sáng rồi ký lại.",
    "The USB token is gone.",
    "plug it in again, wait for its light, then sign again.",
)
LOCKED = _told(
    "Mã PIN của token đã bị khóa vì nhập sai nhiều lần.",
    "hãy liên hệ nơi cấp chứng thư để mở khóa token.",
    "The token's PIN is locked after too many wrong tries.",
    "ask your certificate issuer to unlock the token.",
)
EXPIRED = _told(
    "Mã PIN của token đã hết hạn hoặc phải đổi trước khi dùng.",
    "hãy đổi mã PIN bằng phần mềm quản lý token rồi ký lại.",
    "The token's PIN has expired or must be changed before its first use.",
    "change it with the token's own software, then sign again.",
)
NOT_A_PIN = _told(
    "Mã PIN quá ngắn, quá dài hoặc có ký tự mà token không nhận.",
    "hãy tắt bộ gõ tiếng Việt rồi nhập lại mã PIN.",
    "The PIN is too short, too long or has a character that the token does not accept.",
    "turn the Vietnamese input method off, then enter the PIN again.",
)
NO_PIN_SET = _told(
    "Token chưa được đặt mã PIN.",
    "hãy đặt mã PIN bằng phần mềm quản lý token rồi ký lại.",
    "The token has no PIN yet.",
    "set one with the token's own software, then sign again.",
)
CANNOT_SIGN_THUS = _told(
    "Token hoặc trình điều khiển của nó không ký được theo chuẩn cần dùng (SHA-256).",
    "hãy cài trình điều khiển mới nhất của nơi cấp chứng thư rồi ký lại.",
    "The token or its driver cannot sign the way that is needed (SHA-256).",
    "install the newest driver of your certificate issuer, then sign again.",
)
CANCELLED = _told(
    "Thao tác ký bị hủy trên token.",
    "hãy ký lại khi đã sẵn sàng.",
    "The signature was cancelled at the token.",
    "sign again when you are ready.",
)
FAILED = _told(
    "USB token báo lỗi ({kind}).",
    "hãy rút token, cắm lại rồi ký lại; nếu vẫn vậy, hãy cài lại trình điều khiển của nơi cấp chứng thư.",
    "The USB token reported an error ({kind}).",
    "unplug it, plug it in again and sign again; if it happens again, reinstall your certificate issuer's driver.",
)

_TOLD: dict[type[exceptions.PKCS11Error], Message] = {
    exceptions.TokenNotPresent: GONE,
    exceptions.TokenNotRecognised: GONE,
    exceptions.DeviceRemoved: GONE,
    exceptions.SlotIDInvalid: GONE,
    exceptions.SessionHandleInvalid: GONE,
    exceptions.PinLocked: LOCKED,
    exceptions.PinExpired: EXPIRED,
    exceptions.PinLenRange: NOT_A_PIN,
    exceptions.PinInvalid: NOT_A_PIN,
    exceptions.UserPinNotInitialized: NO_PIN_SET,
    exceptions.MechanismInvalid: CANNOT_SIGN_THUS,
    exceptions.MechanismParamInvalid: CANNOT_SIGN_THUS,
    exceptions.FunctionCancelled: CANCELLED,
    exceptions.FunctionRejected: CANCELLED,
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """PKCS#11's errors as ours; the driver's own words stay here, for nobody knows what is in them."""
    try:
        yield
    except exceptions.PKCS11Error as error:
        message = _TOLD.get(type(error), FAILED).filled(kind=type(error).__name__)
        raise UserFacingError(message) from error
