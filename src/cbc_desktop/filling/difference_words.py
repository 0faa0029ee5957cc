"""A difference as a line for people: what was there before, and what is there now."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.filling.since_sent import Difference, DifferenceKind

BLANK = Message("(trống)", "(blank)")
COMPUTED = Message("{line} (tự tính)", "{line} (computed)")
_LINES: Mapping[DifferenceKind, Message] = {
    DifferenceKind.ANSWER: Message("{before} → {after}", "{before} → {after}"),
    DifferenceKind.NO_LONGER_ASKED: Message("{before} → không còn hỏi", "{before} → no longer asked"),
    DifferenceKind.ROW_ADDED: Message("Thêm dòng: {after}", "Row added: {after}"),
    DifferenceKind.ROW_REMOVED: Message("Xóa dòng: {before}", "Row removed: {before}"),
    DifferenceKind.ROW_HIDDEN: Message("Dòng không còn hỏi: {before}", "Row no longer asked: {before}"),
    DifferenceKind.ROW_MOVED: Message(
        "Chuyển từ dòng {before} sang dòng {after}", "Moved from row {before} to row {after}"
    ),
    DifferenceKind.NOTE: Message("Ghi chú: {before} → {after}", "Note: {before} → {after}"),
    DifferenceKind.EXPLANATION: Message("Giải trình: {before} → {after}", "Explanation: {before} → {after}"),
    DifferenceKind.FILES: Message("Tệp kèm: {before} → {after}", "Files: {before} → {after}"),
}


def difference_words(one: Difference) -> Message:
    said = _LINES[one.kind].filled(before=one.before or BLANK, after=one.after or BLANK)
    return COMPUTED.filled(line=said) if one.computed else said
