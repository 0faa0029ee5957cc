"""The lists of a consolidation: who has sent and who has not, what does not fit together, what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.findings import Severity
from cbc_desktop.receiving.consolidating.behind import ToldAgency
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.doubtful_answers import DoubtfulAnswer, unfit_answers, unplaced_answers
from cbc_desktop.receiving.consolidating.results import SEVERITIES
from cbc_desktop.ui.consolidating.agency_words import AgencyWords
from cbc_desktop.ui.consolidating.subjects import AgencyLine, AgencyLists, Lines
from cbc_desktop.ui.look import Look

translate = QCoreApplication.translate


def agency_lists(agencies: Iterable[ToldAgency], words: AgencyWords) -> AgencyLists:
    """Those who were asked by how they have sent; those who answered without being asked come last."""
    there = tuple(agencies)
    headings = (
        translate("Consolidated", "Cơ quan"),
        translate("Consolidated", "Nhóm"),
        translate("Consolidated", "Tình trạng"),
        translate("Consolidated", "Ngày gửi"),
    )

    def of(title: str, belongs: Callable[[ToldAgency], bool]) -> Lines:
        lines = (
            AgencyLine(one.key, (words.name(one), words.group(one), words.status(one), words.sent(one)))
            for one in there
            if belongs(one)
        )
        return Lines(title, tuple(lines))

    lists = (
        of(translate("Consolidated", "Chưa gửi"), lambda one: one.asked and one.status == "missing"),
        of(translate("Consolidated", "Chờ quyết định"), lambda one: one.asked and one.status == "undecided"),
        of(translate("Consolidated", "Chưa dùng được"), lambda one: one.asked and one.status == "pending"),
        of(translate("Consolidated", "Gửi muộn"), lambda one: one.asked and one.status == "late"),
        of(translate("Consolidated", "Gửi đúng hạn"), lambda one: one.asked and one.status == "in_time"),
        of(translate("Consolidated", "Không được hỏi"), lambda one: not one.asked),
    )
    return AgencyLists(headings, lists[:-1] if not lists[-1].lines else lists)


def doubt_lists(consolidated: Consolidated, look: Look) -> AgencyLists:
    """What does not fit together, the worst first; then what could not be read or has no place."""
    headings = (
        translate("Consolidated", "Cơ quan"),
        translate("Consolidated", "Kiểm tra"),
        translate("Consolidated", "Nội dung"),
    )
    lists = (*(_findings(consolidated, severity, look) for severity in SEVERITIES), *_doubtful(consolidated, look))
    return AgencyLists(headings, tuple(lines for lines in lists if lines.lines))


def _findings(consolidated: Consolidated, severity: Severity, look: Look) -> Lines:
    with consolidated.asking() as asked:
        names: dict[str, str] = dict(asked.rows("SELECT id, name FROM agency"))
    lines = (
        AgencyLine(one.agency, (names[one.agency], look.text(one.check.name), told), told)
        for one in consolidated.findings(severity)
        for told in (look.text(one.words),)
    )
    return Lines(look.text(SEVERITIES[severity]), tuple(lines))


def _doubtful(consolidated: Consolidated, look: Look) -> Iterator[Lines]:
    agency, question = translate("Consolidated", "Cơ quan"), translate("Consolidated", "Câu hỏi")
    with consolidated.asking() as asked:
        unfit, unplaced = list(unfit_answers(asked)), list(unplaced_answers(asked))
    left_out = tuple(
        AgencyLine(one.agency, (one.name, one.file, look.text(one.reason)), look.text(one.reason))
        for one in consolidated.left_out
    )
    file, reason = translate("Consolidated", "Tệp"), translate("Consolidated", "Lý do")
    yield Lines(translate("Consolidated", "Không đọc được"), left_out, (agency, file, reason))
    given = translate("Consolidated", "Đã trả lời")
    yield Lines(translate("Consolidated", "Sai kiểu"), tuple(_told(unfit, look)), (agency, question, given))
    yield Lines(translate("Consolidated", "Không có chỗ"), tuple(_told(unplaced, look)), (agency, question, given))


def _told(answers: Iterable[DoubtfulAnswer], look: Look) -> Iterator[AgencyLine]:
    for one in answers:
        yield AgencyLine(one.agency, (one.name, look.text(one.question), one.given), one.given)
