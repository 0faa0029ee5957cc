"""What the mail that carries a receipt says: of what is told, and what the agency does now with what it sent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cbc_desktop.dossier.return_slip import SIGNATURE_SUFFIX, Outcome, ReturnSlip
from cbc_desktop.receiving.route import Source

# What goes out is in Vietnamese (decision 20).
BODY = """Kính gửi: {agency}

{sentence}
{questions}
{way}

Nơi lập phiếu: {by}. Mã băm nội dung: {digest}
"""
SIGNED = " Hãy để tệp chữ ký ({signature}) cùng thư mục với phiếu."


@dataclass(frozen=True, slots=True)
class Letter:
    """``way`` is what the agency does now."""

    subject: str
    sentence: str
    way: str

    def subject_about(self, slip: ReturnSlip) -> str:
        return self.subject.format(agency=slip.agency_name, number=slip.number)

    def body_about(self, slip: ReturnSlip, file: str, *, signed: bool) -> str:
        """``file`` is the name of the slip's."""
        way = self.way.format(file=file) + (SIGNED.format(signature=file + SIGNATURE_SUFFIX) if signed else "")
        return BODY.format(
            agency=slip.agency_name,
            sentence=self.sentence.format(number=slip.number),
            questions="".join(f"- {_said(one.label, one.words)}\n" for one in slip.questions),
            way=way,
            by=slip.returned_by,
            digest=slip.content_digest,
        )


_LETTERS = {
    Outcome.ACCEPTED: Letter(
        "Đã tiếp nhận báo cáo của {agency}, lần {number}",
        "Báo cáo lần {number} đã được tiếp nhận.",
        "Phiếu tiếp nhận kèm thư này ({file}) để lưu cùng hồ sơ; đơn vị không phải làm gì thêm. Muốn chương trình "
        "cbc-desktop ghi nhận hồ sơ đã được tiếp nhận thì mở phiếu bằng chương trình đó.",
    ),
    Outcome.WITH_REMARKS: Letter(
        "Đã tiếp nhận báo cáo của {agency}, lần {number}, kèm ý kiến",
        "Báo cáo lần {number} đã được tiếp nhận. Một số ý kiến để lưu ý:",
        "Phiếu tiếp nhận kèm thư này ({file}) để lưu cùng hồ sơ; đơn vị không phải gửi lại. Muốn xem các ý kiến ở đúng "
        "câu thì mở phiếu bằng chương trình cbc-desktop, nút “Nhận phiếu trả lại”.",
    ),
    Outcome.TO_BE_CORRECTED: Letter(
        "Đề nghị sửa báo cáo của {agency}, lần {number}",
        "Đề nghị sửa báo cáo lần {number} ở các mục sau rồi gửi lại:",
        "Hãy mở phiếu kèm thư này ({file}) bằng chương trình cbc-desktop, nút “Nhận phiếu trả lại”, để sửa đúng các "
        "câu đó.",
    ),
}
_ORIGINAL = Letter(
    "Đề nghị gửi lại gói gốc báo cáo của {agency}, lần {number}",
    "Báo cáo lần {number} đến nơi không đạt khi kiểm tra nên chưa dùng được:",
    "Hãy gửi lại gói gốc, tức là đúng tệp mà chương trình cbc-desktop đã lập trên máy của đơn vị. Nên tự kiểm tra gói "
    "đó trước khi gửi (lệnh verify, hoặc trang “Kiểm tra một tệp”); nếu gói gốc cũng không đạt thì lập và ký lại. "
    "Phiếu kèm thư này ({file}) để lưu cùng hồ sơ.",
)
"""Of what failed: nothing in its answers has to be corrected."""
_KEEP = "Phiếu kèm thư này ({file}) để lưu; "
_WITHOUT_PROGRAM = {
    Source.ONLINE_FORM.value: {
        Outcome.ACCEPTED: _KEEP + "đơn vị không phải làm gì thêm.",
        Outcome.WITH_REMARKS: _KEEP + "đơn vị không phải trả lời lại.",
        Outcome.TO_BE_CORRECTED: "Hãy trả lời lại các câu đó trên biểu mẫu trực tuyến, hoặc trả lời thư này. "
        "Phiếu kèm thư này ({file}) để lưu.",
    },
    Source.KEYED_IN.value: {
        Outcome.ACCEPTED: _KEEP + "đơn vị không phải làm gì thêm.",
        Outcome.WITH_REMARKS: _KEEP + "đơn vị không phải gửi lại.",
        Outcome.TO_BE_CORRECTED: "Hãy sửa các mục đó trên bản giấy, ký, đóng dấu rồi gửi lại. "
        "Phiếu kèm thư này ({file}) để lưu.",
    },
}
"""Who answered an online form, or on paper, has no dossier in the program in which a receipt could be opened."""


def letter_for(outcome: Outcome, source: str, *, failed: bool) -> Letter:
    """``source`` is a value of its enum; ``failed``: it did when it was judged, and nobody accepted it."""
    if failed and outcome is Outcome.TO_BE_CORRECTED:
        return _ORIGINAL
    letter, ways = _LETTERS[outcome], _WITHOUT_PROGRAM.get(source, {})
    return replace(letter, way=ways.get(outcome, letter.way))


def _said(label: str, words: str) -> str:
    if not label:
        return words
    return f"{label} {words}" if label.endswith("?") else f"{label}: {words}"
