"""Filling in, answer by answer and form by form, and what stands beside an answer."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, FORM, REF, TEXT, Command, Word, given_path

COMMANDS: tuple[Command, ...] = (
    Command(
        "answer",
        Message("trả lời một câu hỏi (ví dụ 1.234,5; 20/3/2022; mã hoặc nhãn lựa chọn)", "answer a question"),
        "filling.answer",
        (DOSSIER, FORM, REF, TEXT),
    ),
    Command(
        "add-row", Message("thêm một dòng vào bảng", "add a row to a table"), "filling.add_row", (DOSSIER, FORM, REF)
    ),
    Command(
        "delete-row",
        Message("xóa một dòng của bảng", "delete a row of a table"),
        "filling.delete_row",
        (DOSSIER, FORM, REF),
    ),
    Command(
        "note",
        Message("ghi chú cho một câu hỏi", "write a note to a question"),
        "filling.note",
        (DOSSIER, FORM, REF, TEXT),
    ),
    Command(
        "explain",
        Message("giải trình một cảnh báo", "explain a warning"),
        "filling.explain",
        (DOSSIER, FORM, REF, TEXT),
    ),
    Command(
        "attach",
        Message("đính kèm một tệp PDF, DOCX hoặc XLSX", "attach a PDF, DOCX or XLSX file"),
        "filling.attach",
        (
            DOSSIER,
            FORM,
            REF,
            Word("file", Message("tệp", "the file"), {"type": given_path}),
            Word(
                "--beside",
                Message("kèm bên câu trả lời bất kỳ", "beside any answer, not as the answer"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "fill",
        Message("nhập một biểu mẫu từ tệp JSON đã chuẩn bị", "fill a form from a prepared JSON file"),
        "filling.fill",
        (
            DOSSIER,
            FORM,
            Word("file", Message("tệp JSON", "the JSON file"), {"type": given_path}),
            Word(
                "--replace",
                Message("thay cả những gì đã có người nhập", "also replace what people have entered"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "prefill",
        Message(
            "lấy số liệu từ hồ sơ trước của cơ quan, không ghi đè",
            "take answers of an earlier dossier, overwriting none",
        ),
        "prefilling.prefill",
        (
            DOSSIER,
            Word(
                "--from",
                Message("mã hồ sơ trước (mặc định: mới nhất)", "id of the earlier dossier (default: the latest)"),
                {"dest": "source", "default": "", "metavar": "DOSSIER"},
            ),
            Word("--take", Message("lấy, không chỉ xem", "take them, not only show"), {"action": "store_true"}),
        ),
    ),
    Command(
        "update",
        Message(
            "chuyển bản nháp sang phiên bản mới của biểu mẫu", "carry a draft over to the new version of its forms"
        ),
        "updating.update",
        (
            DOSSIER,
            Word("--take", Message("chuyển, không chỉ xem", "carry over, not only show"), {"action": "store_true"}),
        ),
    ),
)
