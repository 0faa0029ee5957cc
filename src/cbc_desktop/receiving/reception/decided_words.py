"""What a decision did, in a sentence for who has just taken it: what counts now, and where the arrival stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.report import Kind
from cbc_desktop.receiving.reception.called import called
from cbc_desktop.receiving.reception.rulings import Ruling
from cbc_desktop.store.received.arrivals import Arrival

_DID = {
    Ruling.COUNTS: Message(
        "“{name}” được tính; các bản mâu thuẫn với nó không được tính.",
        "“{name}” counts; those that were in conflict with it do not.",
    ),
    Ruling.ACCEPTED: Message(
        "“{name}” được chấp nhận như hiện có.{content}", "“{name}” is accepted as it is.{content}"
    ),
    Ruling.SET_ASIDE: Message(
        "“{name}” không được tính; tệp vẫn được giữ nguyên.", "“{name}” does not count; the file is kept as it is."
    ),
    Ruling.OF_AGENCY: Message("“{name}” là của cơ quan đã chọn.", "“{name}” is of the agency that was chosen."),
    Ruling.ASKED_ANEW: Message(
        "Đã ghi là xin bản khác của “{name}”; tệp này vẫn không được tính.",
        "It is kept that another copy of “{name}” was asked for; this file does not count.",
    ),
}
UNDONE = Message("Đã hủy quyết định số {number}.", "Decision {number} is undone.")
LOOKED_AT = Message(
    "“{name}” vốn đã ở “Để riêng” và không được tính; nay danh sách ghi là đã xem xét.",
    "“{name}” was among what is set aside and does not count; the list now tells it as looked at.",
)
OF_THE_PDF = Message(
    " Số liệu được dùng là số liệu nằm trong PDF đã ký; các tệp số liệu nằm ngoài PDF không được dùng.",
    " The answers used are those inside the signed PDF; the data files beside the PDF are not used.",
)
OF_THE_PACKAGE = Message(
    " PDF không chứa số liệu, nên số liệu được dùng là của các tệp trong gói, không có chữ ký nào bảo đảm.",
    " The PDF holds no answers, so those of the files in the package are used, which no signature vouches for.",
)


def told_decision(ruling: Ruling, arrival: Arrival, report: Mapping[str, Any]) -> Message:
    """``report`` as it was kept when the arrival was judged."""
    if ruling is Ruling.SET_ASIDE and arrival.set_aside:
        return LOOKED_AT.filled(name=called(arrival))
    return _DID[ruling].filled(name=called(arrival), content=_content(report))


def _content(report: Mapping[str, Any]) -> Message | str:
    """Which answers of a package count; "" for what has them in one place only."""
    if report.get("kind") != Kind.PACKAGE.value:
        return ""
    embedded = any(
        fact["code"] == FactCode.RECORD_EMBEDDED.value and fact["holds"] is True for fact in report.get("facts", ())
    )
    return OF_THE_PDF if embedded else OF_THE_PACKAGE
