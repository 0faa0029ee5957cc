"""By which way answers came, and as what: both are told with every figure that rests on them."""

from __future__ import annotations

from enum import Enum

from cbc_desktop.base.message import Message


class Route(Enum):
    """How it came into the house."""

    FOLDER = "folder"
    STICK = "stick"
    MAIL = "mail"
    PAPER = "paper"
    ONLINE = "online"

    @property
    def words(self) -> Message:
        return _ROUTES[self]


class Source(Enum):
    """What the answers were read from."""

    PACKAGE = "package"
    PDF = "pdf"
    """The signed PDF alone."""
    SCAN = "scan"
    """Read back from the codes on paper."""
    ONLINE_FORM = "online-form"
    KEYED_IN = "keyed-in"

    @property
    def words(self) -> Message:
        return _SOURCES[self]


_ROUTES = {
    Route.FOLDER: Message("thư mục", "folder"),
    Route.STICK: Message("USB", "USB stick"),
    Route.MAIL: Message("thư điện tử", "e-mail"),
    Route.PAPER: Message("bản giấy", "paper"),
    Route.ONLINE: Message("biểu mẫu trực tuyến", "online form"),
}
_SOURCES = {
    Source.PACKAGE: Message("gói hồ sơ", "package"),
    Source.PDF: Message("PDF đã ký", "signed PDF"),
    Source.SCAN: Message("bản quét", "scan"),
    Source.ONLINE_FORM: Message("biểu mẫu trực tuyến", "online form"),
    Source.KEYED_IN: Message("nhập tay từ bản giấy", "keyed in from paper"),
}
