"""What the token doctor found: drivers, tokens, certificates, and a sentence for people about each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.token.installed_modules import InstalledModule
from cbc_desktop.signing.token.pin_state import PinState


class ModuleState(Enum):
    READY = "ready"
    NO_TOKEN = "no-token"
    WRONG_MACHINE = "wrong-machine"
    """Built for another processor, most often for 32 bits."""
    NO_LIBRARY = "no-library"
    FAILED = "failed"
    HANGS = "hangs"
    CRASHES = "crashes"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCertificate:
    certificate: Certificate
    sha256: str
    """Of the certificate, hexadecimal."""
    key_seen: bool
    """True when the token shows a key that belongs to it; most hide their keys until the PIN is entered."""
    unfit: Message | None
    """Why it must not sign; None when it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundToken:
    module: InstalledModule
    label: str
    serial: str
    manufacturer: str
    model: str
    pin: PinState
    own_keypad: bool
    """The PIN is entered on the token or its reader."""
    certificates: tuple[TokenCertificate, ...]


@dataclass(frozen=True, slots=True)
class TriedModule:
    module: InstalledModule
    state: ModuleState
    message: Message
    """What was found, and where it is not a token, what to do."""
    tokens: tuple[FoundToken, ...] = ()


@dataclass(frozen=True, slots=True)
class TokenReport:
    modules: tuple[TriedModule, ...]

    @property
    def tokens(self) -> tuple[FoundToken, ...]:
        return tuple(token for tried in self.modules for token in tried.tokens)

    @property
    def message(self) -> Message:
        """In one sentence."""
        if not self.modules:
            return NO_DRIVER
        return FOUND.filled(count=len(self.tokens)) if self.tokens else NOTHING_FOUND


NO_DRIVER = Message(
    "Máy này chưa cài trình điều khiển USB token nào mà chương trình biết. Hãy cài phần mềm đi kèm token (đĩa hoặc "
    "trang web của nơi cấp chứng thư), bản 64 bit, rồi thử lại.",
    "No driver of a USB token that this program knows is installed here. Install the software that came with the token "
    "(from the disc or website of your certificate issuer), the 64-bit one, then try again.",
)
NOTHING_FOUND = Message(
    "Không trình điều khiển nào thấy USB token. Hãy cắm token vào máy, đợi đèn sáng rồi thử lại. Nếu đã cắm, hãy thử "
    "cổng USB khác và kiểm tra dịch vụ thẻ thông minh (Windows: “Smart Card”, Linux: pcscd) đang chạy.",
    "No driver sees a USB token. Plug the token in, wait for its light, then try again. If it is plugged in, try "
    "another USB port, and make sure the smart card service is running (Windows: “Smart Card”, Linux: pcscd).",
)
FOUND = Message("Tìm thấy {count} USB token.", "Found {count} USB token(s).")
SAID = {
    ModuleState.READY: Message("thấy token", "sees a token"),
    ModuleState.NO_TOKEN: Message("không thấy token nào", "sees no token"),
    ModuleState.WRONG_MACHINE: Message(
        "được làm cho loại máy khác ({kind}) nên chương trình này không dùng được. Hãy cài thêm bản 64 bit dành cho "
        "máy này từ nơi cấp chứng thư.",
        "is built for another kind of computer ({kind}), so this program cannot use it. Install the 64-bit one for "
        "this computer from your certificate issuer.",
    ),
    ModuleState.NO_LIBRARY: Message(
        "không phải là thư viện, hoặc không đọc được. Hãy cài lại trình điều khiển.",
        "is no library, or cannot be read. Install the driver again.",
    ),
    ModuleState.HANGS: Message(
        "không trả lời sau {seconds} giây nên đã dừng. Hãy rút token, đợi vài giây, cắm lại rồi thử lại.",
        "did not answer within {seconds} seconds and was stopped. Unplug the token, wait a few seconds, plug it in "
        "again, then try again.",
    ),
    ModuleState.CRASHES: Message(
        "dừng đột ngột khi được hỏi. Hãy cài lại trình điều khiển mới nhất của nơi cấp chứng thư.",
        "stopped suddenly when it was asked. Install the newest driver of your certificate issuer.",
    ),
}
