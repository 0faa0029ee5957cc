"""A dossier goes to another computer and comes back."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, Command, Word, given_path

COMMANDS: tuple[Command, ...] = (
    Command(
        "copy-out",
        Message(
            "chép một hồ sơ thành một tệp để mang sang máy khác", "copy a dossier into a file for another computer"
        ),
        "carrying.copy_out",
        (
            DOSSIER,
            Word(
                "--out",
                Message("thư mục hoặc USB để ghi", "folder or stick to write to"),
                {"type": given_path, "required": True},
            ),
        ),
    ),
    Command(
        "take-in",
        Message("nhận bản chép hồ sơ từ máy khác", "take in the copy of a dossier from another computer"),
        "carrying.take_in",
        (
            Word("file", Message("tệp .cbcd", "the .cbcd file"), {"type": given_path}),
            Word(
                "--theirs",
                Message("nếu cả hai máy đã sửa: lấy tất cả của bản chép", "if both were changed: all as in the copy"),
                {"action": "store_true"},
            ),
            Word(
                "--mine",
                Message("nếu cả hai máy đã sửa: giữ tất cả của máy này", "if both were changed: all as here"),
                {"action": "store_true"},
            ),
            Word(
                "--take",
                Message("nếu cả hai máy đã sửa: chỉ lấy các chỗ số này", "if both were changed: only these places"),
                {"type": int, "nargs": "+", "metavar": "NUMBER"},
            ),
        ),
    ),
)
