"""What the receiver does with a package, and what becomes of it at the sender."""

from __future__ import annotations

from pathlib import Path

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, JSON, Command, Word

COMMANDS: tuple[Command, ...] = (
    Command(
        "verify",
        Message("kiểm tra một gói hoặc một PDF đã ký", "verify a package or a signed PDF"),
        "receiving.verify",
        (
            Word("file", Message("gói .zip hoặc tệp .pdf", "the .zip package or .pdf"), {"type": Path}),
            Word("--trust", Message("tệp PEM có chứng thư gốc tin cậy", "PEM file with trust anchors"), {"type": Path}),
            Word(
                "--ask",
                Message(
                    "hỏi qua mạng xem chứng thư của người ký có bị thu hồi không",
                    "ask over the network whether the signers' certificates are revoked",
                ),
                {"action": "store_true"},
            ),
            JSON,
        ),
    ),
    Command(
        "read-paper",
        Message(
            "đọc lại hồ sơ từ bản quét các trang mã số liệu", "read a dossier back from scans of its pages of codes"
        ),
        "reading_paper.read_paper",
        (
            Word(
                "scans",
                Message("các bản quét: PDF, PNG, JPEG, TIFF", "the scans: PDF, PNG, JPEG, TIFF"),
                {"type": Path, "nargs": "+", "metavar": "SCAN"},
            ),
            Word("--out", Message("thư mục để ghi số liệu đã đọc", "folder to write what was read"), {"type": Path}),
            JSON,
        ),
    ),
    Command(
        "return",
        Message("(nơi nhận) lập phiếu trả lại một gói để đơn vị sửa", "(receiver) return a package for correction"),
        "returning.write_return",
        (
            Word("file", Message("gói .zip hoặc tệp .pdf", "the .zip package or .pdf"), {"type": Path}),
            Word(
                "--question",
                Message("câu bị trả lại và ý kiến; ghi được nhiều lần", "a question and what is wrong; repeatable"),
                {"nargs": 3, "action": "append", "metavar": ("FORM", "REF", "WORDS")},
            ),
            Word(
                "--whole",
                Message("ý kiến cho cả hồ sơ; ghi được nhiều lần", "a remark on the whole dossier; may be repeated"),
                {"action": "append", "metavar": "WORDS"},
            ),
            Word("--by", Message("người hoặc đơn vị trả lại", "who returns it"), {"required": True}),
            Word(
                "--out", Message("tệp phiếu để ghi (.json)", "slip to write (.json)"), {"type": Path, "required": True}
            ),
        ),
    ),
    Command(
        "take-return",
        Message("nhận phiếu trả lại của nơi nhận", "take in the receiver's return slip"),
        "returning.take_return",
        (Word("file", Message("tệp phiếu trả lại (.json)", "the return slip (.json)"), {"type": Path}),),
    ),
    Command(
        "returned",
        Message("xem các câu bị trả lại, đánh dấu đã sửa xong", "see what was returned, mark it as settled"),
        "returning.returned",
        (
            DOSSIER,
            Word("--settle", Message("mục số này đã sửa xong", "this number is settled"), {"type": int}),
        ),
    ),
)
