"""What a person has to look at in an arrival besides the facts of its verification: why nothing is concluded of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.questions import AskedQuestion
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.route import Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival

UNREADABLE = Message(
    "Câu “{question}”: không đọc được trả lời “{given}” nên không được tính. Hãy hỏi lại cơ quan.",
    "Question “{question}”: the answer “{given}” could not be read and does not count. Ask the agency.",
)
CODES_THERE = Message(
    "Bản quét kèm theo có mã số liệu đọc được; nên nhận chính bản quét rồi so với bản nhập tay.",
    "The codes on the scan beside it can be read; take in the scan itself, and compare it with what was keyed in.",
)
SCAN_UNREAD = Message(
    "Không xem được mã trên bản quét kèm theo ({why}), nên chưa biết đó là giấy của ai. Hãy mở bản quét và đối chiếu.",
    "Nobody could look for codes on the scan beside it ({why}), so it is not known whose paper it is. Open the scan "
    "and compare.",
)
UNLISTED = Message(
    "Câu “{question}”: trả lời “{given}” không có trong các lựa chọn; được giữ nguyên và đếm là trả lời ngoài các lựa "
    "chọn. Hãy hỏi lại cơ quan.",
    "Question “{question}”: the answer “{given}” is none of the choices; it is kept as it is and counted as such. Ask "
    "the agency.",
)
WITHOUT_SIGNATURE = {
    Source.SCAN.value: Message(
        "Mã số liệu không phải chữ ký; hãy xem chữ ký và con dấu trên giấy.",
        "Codes are no signature; look at the signature and the seal on the paper.",
    ),
    Source.KEYED_IN.value: Message(
        "Số liệu nhập tay không có chữ ký số; hãy đối chiếu với bản quét, xem chữ ký và con dấu trên giấy.",
        "What was keyed in has no digital signature; compare it with the scan, its signature and its seal.",
    ),
    Source.ONLINE_FORM.value: Message(
        "Biểu mẫu trực tuyến không có chữ ký số; hãy chắc chắn người trả lời là của cơ quan này.",
        "An online form has no digital signature; make sure that it was the agency that answered.",
    ),
}

DOUBTFUL = {"unreadable": UNREADABLE, "unlisted": UNLISTED}
"""By the names under which reports keep such answers."""


def open_points(arrival: Arrival, report: Mapping[str, Any], questions: Iterable[AskedQuestion]) -> Iterator[Message]:
    """``report`` as it was kept; ``questions`` are those of the arrival, by whose labels it is told."""
    if arrival.verdict == Verdict.INDETERMINATE.value and arrival.source in WITHOUT_SIGNATURE:
        yield WITHOUT_SIGNATURE[arrival.source]
    if report.get("codes"):
        yield CODES_THERE
    if report.get("unread"):
        yield SCAN_UNREAD.filled(why=Reason(report["unread"]).words)
    labels = {f"{one.form_id}{one.reference}": one.label for one in questions}
    for name, words in DOUBTFUL.items():
        for place, given in report.get(name, {}).items():
            yield words.filled(question=labels.get(place, place), given=printable(given))
