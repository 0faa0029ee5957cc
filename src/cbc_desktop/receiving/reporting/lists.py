"""The lists behind a report: who is missing or late, what does not fit together, what changed, what it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.printed_form import PrintedBlock, PrintedHeading, PrintedParagraph, PrintedTable, ValueKind
from cbc_desktop.documents.vietnamese import date_text, number_text, roman
from cbc_desktop.receiving.consolidating.book_words import VERDICTS
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.differences import AgencyChange, FigureChange
from cbc_desktop.receiving.consolidating.results import SEVERITIES
from cbc_desktop.receiving.reporting.words import (
    MOST_ROWS,
    NOTHING,
    columns,
    number_said,
    numbered_table,
    percent_said,
    points_said,
    signed,
    text_cell,
    told_cell,
)
from cbc_desktop.receiving.route import Source
from cbc_desktop.store.tables_file import AskedTables

_WITH_STATUS = "SELECT name, kind, sent_on FROM agency WHERE asked AND status = ? ORDER BY rowid"
_HOW_MANY = "SELECT count(*) FROM agency WHERE asked AND status = ?"
_SOURCES = """SELECT a.name, s.revision, s.kind, s.verdict, coalesce(s.sent_at, s.taken_at), s.digest
FROM source AS s JOIN agency AS a ON a.id = s.agency ORDER BY s.id"""
_FINDINGS = """SELECT a.name, f.words FROM finding AS f JOIN agency AS a ON a.id = f.agency
WHERE f.rule = ? ORDER BY f.id LIMIT ?"""
_NOT_COUNTED = {
    "missing": "Cơ quan chưa gửi báo cáo",
    "undecided": "Cơ quan gửi các bản mâu thuẫn, chờ quyết định",
    "pending": "Cơ quan đã gửi nhưng hồ sơ chưa dùng được",
}
LATE = "Cơ quan gửi báo cáo quá hạn"
STANDS_ON = "Số liệu được tính từ {count} hồ sơ, gồm: {sources}. Kết luận kiểm tra các hồ sơ này: {verdicts}."
REPRODUCED = (
    "Số liệu của Báo cáo được tính từ {count} hồ sơ liệt kê dưới đây, không nhập lại bằng tay. Tổng hợp lại từ đúng "
    "các tệp này sẽ được đúng tệp bảng số liệu có mã băm SHA-256 sau đây:"
)


def missing_and_late(consolidated: Consolidated, asked: AskedTables) -> Iterator[PrintedBlock]:
    label = consolidated.indicators.group_label
    of = columns(agency=("Cơ quan", ValueKind.TEXT, 4), kind=("Loại cơ quan", ValueKind.TEXT, 3))
    for number, (status, title) in enumerate(_NOT_COUNTED.items(), 1):
        rows = [
            (text_cell(name), text_cell(label("kind", kind).vi))
            for name, kind, _ in islice(asked.rows(_WITH_STATUS, (status,)), MOST_ROWS)
        ]
        count = _count(asked, status)
        yield PrintedHeading(1, f"{roman(number)}. {title.upper()}")
        yield numbered_table(status, f"{title} ({number_text(count)})", of, rows, count - len(rows))
    with_day = islice(asked.rows(_WITH_STATUS, ("late",)), MOST_ROWS)
    late, count = [(text_cell(name), text_cell(_day(sent))) for name, _, sent in with_day], _count(asked, "late")
    yield PrintedHeading(1, f"{roman(len(_NOT_COUNTED) + 1)}. {LATE.upper()}")
    of = columns(agency=("Cơ quan", ValueKind.TEXT, 4), sent=("Ngày gửi", ValueKind.DATE, 3))
    deadline = date_text(consolidated.campaign.deadline)
    label_of_late = f"{LATE}, hạn cuối {deadline} ({number_text(count)})"
    yield numbered_table("late", label_of_late, of, late, count - len(late))


def findings(consolidated: Consolidated, asked: AskedTables) -> Iterator[PrintedBlock]:
    """By check, in the order of the campaign; what could not be read comes last."""
    counts: dict[str, int] = dict(asked.rows("SELECT rule, count(*) FROM finding GROUP BY rule"))
    for check in consolidated.indicators.checks:
        if count := counts.get(check.id, 0):
            of = columns(agency=("Cơ quan", ValueKind.TEXT, 4), words=("Nội dung", ValueKind.TEXT, 9))
            label = f"{check.name.vi} ({SEVERITIES[check.severity].vi.lower()}; {number_text(count)} trường hợp)"
            found = asked.rows(_FINDINGS, (check.id, MOST_ROWS))
            rows = [(text_cell(name), text_cell(words)) for name, words in found]
            yield numbered_table(check.id, label, of, rows, count - len(rows))
    if consolidated.left_out:
        of = columns(agency=("Cơ quan", ValueKind.TEXT, 4), reason=("Lý do", ValueKind.TEXT, 9))
        rows = [(text_cell(one.name), text_cell(one.reason.vi)) for one in consolidated.left_out]
        yield numbered_table("left-out", "Hồ sơ không đọc được, không tính vào số liệu", of, rows)


def changes(consolidated: Consolidated) -> Iterator[PrintedBlock]:
    """Nothing where it is the first consolidation, or as the one before."""
    difference = consolidated.difference
    if not difference:
        return
    for label, agencies in (
        ("Cơ quan mới gửi", difference.arrived),
        ("Cơ quan nay tính bản khác", difference.amended),
        ("Cơ quan không còn được tính", difference.gone),
    ):
        if agencies:
            yield PrintedParagraph(printable_text(_named(agencies)), lead=f"{label} ({number_text(len(agencies))}):")
    if difference.figures:
        yield _moved(consolidated, difference.figures)


def made_of(asked: AskedTables) -> str:
    """On what all figures stand, in a sentence or two; "" while nothing counts."""
    kinds: dict[str, int] = dict(asked.rows("SELECT kind, count(*) FROM source GROUP BY kind"))
    verdicts: dict[str, int] = dict(asked.rows("SELECT verdict, count(*) FROM source GROUP BY verdict"))
    if not kinds:
        return ""
    read_from = [f"{number_text(kinds[one.value])} {one.words.vi}" for one in Source if one.value in kinds]
    judged = [f"{number_text(verdicts[one])} {words.vi.lower()}" for one, words in VERDICTS.items() if one in verdicts]
    count = number_text(sum(kinds.values()))
    return STANDS_ON.format(count=count, sources="; ".join(read_from), verdicts="; ".join(judged))


def sources(consolidated: Consolidated, asked: AskedTables) -> Iterator[PrintedBlock]:
    rows = [
        (
            text_cell(name),
            text_cell(f"{_source(kind, revision)}\n{VERDICTS[verdict].vi}, {_day(sent)}"),
            text_cell(_in_lines(Digest(digest), 2)),
        )
        for name, revision, kind, verdict, sent, digest in islice(asked.rows(_SOURCES), MOST_ROWS)
    ]
    ((count,),) = asked.rows("SELECT count(*) FROM source")
    yield PrintedParagraph(REPRODUCED.format(count=number_text(count)))
    yield PrintedParagraph(_in_lines(consolidated.digest, 1))
    of = columns(
        agency=("Cơ quan", ValueKind.TEXT, 5),
        source=("Nguồn, kết luận kiểm tra, ngày gửi", ValueKind.TEXT, 4),
        digest=("Mã băm SHA-256 của tệp đã nhận", ValueKind.TEXT, 9),
    )
    yield numbered_table("source", "Hồ sơ đã dùng", of, rows, count - len(rows))


def _source(kind: str, revision: int) -> str:
    words = Source(kind).words.vi
    return f"{words}, lần {revision}" if revision else words


def _in_lines(digest: Digest, lines: int) -> str:
    groups = digest.groups
    each = len(groups) // lines
    return "\n".join(" ".join(groups[start : start + each]) for start in range(0, len(groups), each))


def _count(asked: AskedTables, status: str) -> int:
    ((count,),) = asked.rows(_HOW_MANY, (status,))
    return int(count)


def _named(agencies: Sequence[AgencyChange]) -> str:
    return f"{'; '.join(agency.name for agency in agencies)}."


def _moved(consolidated: Consolidated, moved: Sequence[FigureChange]) -> PrintedTable:
    names = {one.id: one.name.vi for one in consolidated.indicators.indicators}
    of = columns(
        figure=("Chỉ số", ValueKind.TEXT, 9),
        before=("Lần trước", ValueKind.DECIMAL, 3),
        now=("Lần này", ValueKind.DECIMAL, 3),
        by=("Tăng, giảm", ValueKind.DECIMAL, 3),
    )
    rows = [
        (
            text_cell(": ".join(filter(None, (names.get(change.indicator, change.indicator), change.label)))),
            *map(told_cell, _before_and_now(change)),
        )
        for change in moved
    ]
    return numbered_table("moved", "Số liệu thay đổi", of, rows)


def _before_and_now(change: FigureChange) -> tuple[str, str, str]:
    """Before, now and the difference; of ratios the percentages, which differ by points."""
    before, now = change.told
    say = percent_said if change.is_ratio else _number
    if before is None or now is None:
        return say(before), say(now), NOTHING
    by = f"{points_said(now - before)} điểm" if change.is_ratio else signed(now - before)
    return say(before), say(now), by


def _number(value: Decimal | None) -> str:
    return NOTHING if value is None else number_said(value)


def _day(moment: str | None) -> str:
    return date_text(date.fromisoformat(moment[:10])) if moment else ""
