"""What a receipt should say of an arrival by what was found when it was judged; a person may leave out any of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cbc_desktop.package.names import printable
from cbc_desktop.package.report import Kind
from cbc_desktop.receiving.returning import ReturnRemark

# What goes out is in Vietnamese (decision 20).
SEND_AGAIN = "Đề nghị gửi lại {what}, không mở ra sửa, không nén lại. Khi kiểm tra {came}: {facts}"
PAPER_AGAIN = "Đề nghị gửi lại bản giấy gốc, hoặc gói hồ sơ đã lập. Khi kiểm tra bản quét: {facts}"
MORE_FACTS = " (và {count} điều nữa)"
AGAIN = {
    "unreadable": "Không đọc được trả lời “{given}”. Đề nghị trả lời lại câu này.",
    "unlisted": "Trả lời “{given}” không có trong các lựa chọn. Đề nghị chọn lại câu này.",
}
"""By the names under which reports keep such answers."""
_MOST_FACTS = 3
"""A hostile package may give thousands."""
_ORIGINALS = {
    Kind.PACKAGE.value: ("gói gốc (.zip) đã lập", "gói nhận được"),
    Kind.PDF.value: ("tệp PDF gốc đã ký", "tệp nhận được"),
}


def proposed(report: Mapping[str, Any], unfitting: Iterable[ReturnRemark] = ()) -> list[ReturnRemark]:
    """``report`` as it was kept, ``unfitting`` what does not fit together in the answers.

    Of what failed only the original is asked for: nobody knows whether these are the answers that were sent.
    """
    failed = [str(fact["vi"]) for fact in report.get("facts", ()) if fact["holds"] is False]
    if failed:
        return [ReturnRemark(_send_again(str(report.get("kind", "")), failed))]
    again = (
        _answer_again(words, place, given)
        for name, words in AGAIN.items()
        for place, given in report.get(name, {}).items()
    )
    return [*again, *unfitting]


def _send_again(kind: str, failed: list[str]) -> str:
    facts = " ".join(failed[:_MOST_FACTS])
    if len(failed) > _MOST_FACTS:
        facts += MORE_FACTS.format(count=len(failed) - _MOST_FACTS)
    if kind not in _ORIGINALS:
        return PAPER_AGAIN.format(facts=facts)
    what, came = _ORIGINALS[kind]
    return SEND_AGAIN.format(what=what, came=came, facts=facts)


def _answer_again(words: str, place: str, given: str) -> ReturnRemark:
    """``place`` is the name of the form and the path of the question in it."""
    form_id, slash, path = place.partition("/")
    return ReturnRemark(words.format(given=printable(given)), form_id, slash + path)
