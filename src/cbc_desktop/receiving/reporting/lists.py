"""The lists behind a report: who is missing or late, what does not fit together, what changed, what it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.printed_form import PrintedBlock, PrintedHeading, PrintedParagraph, PrintedTable, ValueKind
from cbc_desktop.documents.vietnamese import date_text, number_text
from cbc_desktop.forms.indicators import Grouping
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.differences import AgencyChange, FigureChange
from cbc_desktop.receiving.consolidating.results import SEVERITIES
from cbc_desktop.receiving.reporting.words import columns, number_cell, numbered_table, text_cell
from cbc_desktop.receiving.route import Source
from cbc_desktop.store.tables_file import AskedTables

_WITH_STATUS = "SELECT name, kind, sent_on FROM agency WHERE asked AND status = ? ORDER BY rowid"
_SOURCES = """SELECT a.name, s.revision, s.kind, s.taken_at, s.digest
FROM source AS s JOIN agency AS a ON a.id = s.agency ORDER BY s.id"""
MISSING, LATE = "Cơ quan chưa gửi báo cáo", "Cơ quan gửi báo cáo quá hạn"
_KINDS = "kind"
REPRODUCED = (
    "Số liệu của Báo cáo được tính từ {count} hồ sơ liệt kê dưới đây, không nhập lại bằng tay. Tệp bảng số liệu "
    "tổng hợp có mã băm SHA-256 {digest}; tổng hợp lại từ đúng các tệp này sẽ được đúng tệp đó."
)


def missing_and_late(consolidated: Consolidated, asked: AskedTables) -> Iterator[PrintedBlock]:
    kinds = _kind_names(consolidated.indicators.groups)
    missing = [
        (text_cell(name), text_cell(kinds.get(kind, kind))) for name, kind, _ in asked.rows(_WITH_STATUS, ("missing",))
    ]
    yield PrintedHeading(1, f"I. {MISSING.upper()}")
    of = columns(agency=("Cơ quan", ValueKind.TEXT), kind=("Loại cơ quan", ValueKind.TEXT))
    yield numbered_table("missing", f"{MISSING} ({number_text(len(missing))})", of, missing)
    late = [(text_cell(name), text_cell(_day(sent))) for name, _, sent in asked.rows(_WITH_STATUS, ("late",))]
    yield PrintedHeading(1, f"II. {LATE.upper()}")
    of = columns(agency=("Cơ quan", ValueKind.TEXT), sent=("Ngày gửi", ValueKind.DATE))
    deadline = date_text(consolidated.campaign.deadline)
    yield numbered_table("late", f"{LATE}, hạn cuối {deadline} ({number_text(len(late))})", of, late)


def findings(consolidated: Consolidated, asked: AskedTables) -> Iterator[PrintedBlock]:
    """By check, in the order of the campaign; what could not be read comes last."""
    names: dict[str, str] = dict(asked.rows("SELECT id, name FROM agency"))
    for check in consolidated.indicators.checks:
        found = [finding for finding in consolidated.findings if finding.check.id == check.id]
        if found:
            of = columns(agency=("Cơ quan", ValueKind.TEXT), words=("Nội dung", ValueKind.TEXT))
            label = f"{check.name.vi} ({SEVERITIES[check.severity].vi.lower()}, {number_text(len(found))})"
            rows = [(text_cell(names[each.agency]), text_cell(each.words.vi)) for each in found]
            yield numbered_table(check.id, label, of, rows)
    if consolidated.left_out:
        of = columns(agency=("Cơ quan", ValueKind.TEXT), reason=("Lý do", ValueKind.TEXT))
        rows = [(text_cell(one.counted.agency.name_vi), text_cell(one.reason.vi)) for one in consolidated.left_out]
        yield numbered_table("left-out", "Hồ sơ không đọc được, không tính vào số liệu", of, rows)


def changes(consolidated: Consolidated) -> Iterator[PrintedBlock]:
    """Nothing where it is the first consolidation, or as the one before."""
    difference = consolidated.difference
    if not difference:
        return
    for label, agencies in (
        ("Cơ quan mới gửi", difference.arrived),
        ("Cơ quan gửi bản khác", difference.amended),
        ("Cơ quan không còn được tính", difference.gone),
    ):
        if agencies:
            yield PrintedParagraph(printable_text(_named(agencies)), lead=f"{label} ({number_text(len(agencies))}):")
    if difference.figures:
        yield _moved(consolidated, difference.figures)


def sources(consolidated: Consolidated, asked: AskedTables) -> Iterator[PrintedBlock]:
    kinds: dict[str, str] = {source.value: source.words.vi for source in Source}
    rows = [
        (
            text_cell(name),
            text_cell(f"{kinds.get(kind, kind)}, lần {revision}" if revision else kinds.get(kind, kind)),
            text_cell(_day(taken)),
            text_cell(digest),
        )
        for name, revision, kind, taken, digest in asked.rows(_SOURCES)
    ]
    yield PrintedParagraph(REPRODUCED.format(count=number_text(len(rows)), digest=consolidated.digest))
    of = columns(
        agency=("Cơ quan", ValueKind.TEXT),
        source=("Nguồn", ValueKind.TEXT),
        taken=("Ngày nhận", ValueKind.DATE),
        digest=("Mã băm SHA-256 của tệp đã nhận", ValueKind.TEXT),
    )
    yield numbered_table("source", "Hồ sơ đã dùng", of, rows)


def _kind_names(groups: Sequence[Grouping]) -> Mapping[str, str]:
    return {one.value: one.label.vi for grouping in groups if grouping.by == _KINDS for one in grouping.of}


def _named(agencies: Sequence[AgencyChange]) -> str:
    return f"{'; '.join(agency.name for agency in agencies)}."


def _moved(consolidated: Consolidated, moved: Sequence[FigureChange]) -> PrintedTable:
    names = {one.id: one.name.vi for one in consolidated.indicators.indicators}
    of = columns(
        figure=("Chỉ số", ValueKind.TEXT),
        before=("Lần trước", ValueKind.DECIMAL),
        now=("Lần này", ValueKind.DECIMAL),
        by=("Tăng, giảm", ValueKind.DECIMAL),
    )
    rows = [
        (
            text_cell(": ".join(filter(None, (names.get(change.indicator, change.indicator), change.label)))),
            number_cell(change.before),
            number_cell(change.now),
            number_cell((change.now or Decimal(0)) - (change.before or Decimal(0))),
        )
        for change in moved
    ]
    return numbered_table("moved", "Số liệu thay đổi", of, rows)


def _day(moment: str | None) -> str:
    return date_text(date.fromisoformat(moment[:10])) if moment else ""
