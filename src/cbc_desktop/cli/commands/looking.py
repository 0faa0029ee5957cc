"""Looking at a dossier: its questions, what is found in it, what is wrong, what differs; and at the guide."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, FORM, FORMS, JSON, Command, Word, file_of_kind

COMMANDS: tuple[Command, ...] = (
    Command(
        "show",
        Message("xem các câu hỏi, lựa chọn và câu trả lời", "show questions, choices and answers"),
        "reviewing.show",
        (
            DOSSIER,
            FORM,
            Word("ref", Message("chỉ phần này, ví dụ /data/s1", "only this part, such as /data/s1"), {"nargs": "?"}),
        ),
    ),
    Command(
        "search",
        Message("tìm trong câu hỏi, lựa chọn và câu trả lời", "search questions, choices and answers"),
        "searching.search",
        (
            DOSSIER,
            Word(
                "text",
                Message("vài chữ đầu của các từ, không cần dấu", "beginnings of words, accents may be left out"),
                {"nargs": "+"},
            ),
        ),
    ),
    Command(
        "review",
        Message("kiểm tra: lỗi, cảnh báo, câu chưa trả lời", "review errors, warnings and open questions"),
        "reviewing.review",
        (
            DOSSIER,
            FORMS,
            JSON,
            Word("--open", Message("cả các câu còn trống", "open questions too"), {"action": "store_true"}),
        ),
    ),
    Command(
        "check-sheet",
        Message("phiếu kiểm tra để in (PDF)", "the review as a sheet to print (PDF)"),
        "reviewing.check_sheet",
        (
            DOSSIER,
            Word("--out", Message("tệp PDF để ghi", "PDF to write"), {"type": file_of_kind(".pdf"), "required": True}),
        ),
    ),
    Command(
        "offers",
        Message("xem (hoặc nhận) số liệu mà biểu mẫu khác đề xuất", "see (or take) what other forms offer"),
        "reviewing.offers",
        (
            DOSSIER,
            FORM,
            Word("--take", Message("nhận đề xuất số này", "take the offer with this number"), {"type": int}),
        ),
    ),
    Command(
        "changes",
        Message("so với bản đã gửi: những chỗ đã đổi", "what differs from the revision that was sent"),
        "comparing.changes",
        (DOSSIER,),
    ),
    Command(
        "guide",
        Message("hướng dẫn sử dụng (PDF)", "the user guide (PDF)"),
        "guiding.guide",
        (Word("--out", Message("tệp PDF để ghi", "PDF to write"), {"type": file_of_kind(".pdf"), "required": True}),),
    ),
)
