"""What agencies wrote beside their answers, as lists: notes, and explanations of what the program had warned of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cbc_desktop.receiving.consolidating.book_words import REMARK_KINDS
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.sender_remarks import SenderRemark, sender_remarks
from cbc_desktop.ui.consolidating.subjects import AgencyLine, AgencyLists, Lines
from cbc_desktop.ui.look import Look

translate = QCoreApplication.translate


def remark_lists(consolidated: Consolidated, look: Look) -> AgencyLists:
    with consolidated.asking() as asked:
        remarks = list(sender_remarks(asked))
    headings = (
        translate("Consolidated", "Cơ quan"),
        translate("Consolidated", "Câu hỏi"),
        translate("Consolidated", "Nội dung"),
    )
    lists = (
        Lines(look.text(words), tuple(_line(one, look) for one in remarks if one.kind is kind))
        for kind, words in REMARK_KINDS.items()
    )
    return AgencyLists(headings, tuple(lines for lines in lists if lines.lines))


def _line(one: SenderRemark, look: Look) -> AgencyLine:
    question = look.text(one.question)
    if one.row is not None:
        question = translate("Consolidated", "{question}, dòng {row}").format(question=question, row=one.row)
    return AgencyLine(one.agency, (one.name, question, " ".join(one.words.split())), one.words)
