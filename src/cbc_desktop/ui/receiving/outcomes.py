"""What a receiver can make of a dossier, in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cbc_desktop.dossier.return_slip import Outcome


def outcome_words() -> dict[Outcome, str]:
    """In the order in which they are offered."""
    translate = QCoreApplication.translate
    return {
        Outcome.ACCEPTED: translate("Outcome", "Đã tiếp nhận"),
        Outcome.WITH_REMARKS: translate("Outcome", "Đã tiếp nhận, kèm ý kiến"),
        Outcome.TO_BE_CORRECTED: translate("Outcome", "Trả lại để sửa các câu có ý kiến"),
    }
