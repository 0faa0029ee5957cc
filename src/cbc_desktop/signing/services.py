"""Which services on the network a person switched on for signatures: none, unless somebody did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

if TYPE_CHECKING:
    from cbc_desktop.signing.network import HttpWeb

SUGGESTED_TIMESTAMPS = "http://tsa.ca.gov.vn"
"""Of the state's own authority (Ban Cơ yếu Chính phủ): suggested to people, never used unless they say so."""
SECONDS = 180
"""That service has been seen to take two minutes for one answer."""
TURNS = 3

NO_ADDRESS = Message(
    "“{url}” không phải là địa chỉ http:// hoặc https://. Chưa có gì thay đổi; hãy nhập lại địa chỉ của dịch vụ.",
    "“{url}” is no http:// or https:// address. Nothing was changed; enter the address of the service again.",
)


@dataclass(frozen=True, slots=True)
class Services:
    """``timestamps``: address of a time stamping service (RFC 3161), "" for none; ``status``: whether the status of
    certificates is asked for where they say (OCSP, lists of revoked ones)."""

    timestamps: str = ""
    status: bool = False
    seconds: int = SECONDS

    @classmethod
    def chosen(cls, timestamps: str, *, status: bool) -> Services:
        """UserFacingError when the address is none."""
        address = timestamps.strip()
        if address and not _is_address(address):
            raise UserFacingError(NO_ADDRESS.filled(url=address))
        return cls(address, status)

    @property
    def on(self) -> bool:
        return bool(self.timestamps) or self.status

    @property
    def web(self) -> HttpWeb:
        from cbc_desktop.signing.network import HttpWeb  # no network library is loaded while everything is off

        return HttpWeb(self.seconds, TURNS)


OFF = Services()


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
