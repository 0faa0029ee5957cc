"""Lays the answers that count down in tables, one agency after the other, and tells what could not be laid down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import RowId
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.definition import NodeDef
from cbc_desktop.receiving.consolidating.answers import AnswerRow, answer_rows
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.tables_file import AskedTables, NewTables, Value

TAKEN_UNTIL = "taken_until"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Answers of an agency, by its key and Vietnamese name, that could not be laid down, and why."""

    agency: str
    name: str
    file: str
    reason: Message


def lay_agencies(tables: NewTables, asked: Sequence[Agency], waiting: Mapping[str, str]) -> None:
    """Those who were asked; until their answers are laid down they are missing, or what ``waiting`` says by key."""
    rows = (_agency_row(agency, 1, waiting.get(agency.key, "missing")) for agency in asked)
    tables.insert_all(_AGENCY, rows)


def lay_answers(tables: NewTables, forms: Sequence[LaidForm], counted: Iterable[Counted]) -> None:
    """One agency after the other, in the order given; what cannot be read is left out and noted."""
    for number, one in enumerate(counted, 1):
        try:
            rows = [
                (form, list(answer_rows(form.definition, form.tables, one.submissions[form.definition.id])))
                for form in forms
                if form.definition.id in one.submissions
            ]
        except UserFacingError as error:
            _lay_left_out(tables, one, error.message)
            tables.insert("UPDATE agency SET status = 'pending' WHERE id = ?", (one.agency.key,))
            continue
        tables.insert_all(_AGENCY, [_agency_row(one.agency, 0, "missing")])
        _lay_source(tables, one, number)
        for form, of_form in rows:
            _lay_rows(tables, one, number, of_form)
            _lay_remarks(tables, one, form, of_form)
    for form in forms:
        for table in form.tables:
            columns = "agency, rid" if table.path else "agency"
            tables.run(f"CREATE INDEX {table.name}_by_agency ON {table.name} ({columns})")
    tables.run("CREATE INDEX remark_by_agency ON remark (agency, form)")


def lay_moment(tables: NewTables, until: datetime | None) -> None:
    """When the last of the answers came."""
    if until is not None:
        tables.insert("INSERT INTO about VALUES (?, ?)", (TAKEN_UNTIL, _moment(until)))


def taken_until(asked: AskedTables) -> datetime | None:
    """None while there are no answers."""
    found = [moment for (moment,) in asked.rows("SELECT value FROM about WHERE name = ?", (TAKEN_UNTIL,))]
    return datetime.fromisoformat(found[0]) if found else None


def left_out(asked: AskedTables) -> Iterator[LeftOut]:
    sql = "SELECT agency, name, file, reason, reason_en FROM left_out ORDER BY id"
    for agency, name, file, vi, en in asked.rows(sql):
        yield LeftOut(agency, name, file, Message(vi, en))


def _lay_left_out(tables: NewTables, one: Counted, reason: Message) -> None:
    tables.insert(
        "INSERT INTO left_out VALUES (NULL, ?, ?, ?, ?, ?)",
        (one.agency.key, one.agency.name_vi, one.file_name, reason.vi, reason.en),
    )


_AGENCY = "INSERT OR IGNORE INTO agency VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)"
"""An agency that answers without being asked is there once it does."""


def _agency_row(agency: Agency, asked: int, status: str) -> Sequence[Value]:
    return agency.key, agency.code, agency.name_vi, agency.name_en, agency.kind, agency.region, asked, status


def _lay_source(tables: NewTables, one: Counted, number: int) -> None:
    tables.insert(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, one.agency.key, one.file_name, str(one.arrival), one.source.value, one.route.value),
            *(one.dossier_id, one.revision, str(one.content_digest), one.verdict.value, int(one.trial)),
            *(
                _moment(one.finalised_at),
                _moment(one.sent_at) if one.sent_at else None,
                _moment(one.taken_at),
                int(one.late),
            ),
        ),
    )
    tables.insert_all("INSERT INTO unplaced VALUES (NULL, ?, ?)", ((one.agency.key, path) for path in one.unplaced))
    day = _moment(one.sent_at or one.taken_at)[:10]
    status = "late" if one.late else "in_time"
    tables.insert("UPDATE agency SET status = ?, sent_on = ? WHERE id = ?", (status, day, one.agency.key))


def _moment(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")


def _lay_rows(tables: NewTables, one: Counted, source: int, rows: Iterable[AnswerRow]) -> None:
    ids: dict[str, int] = {}
    for row in rows:
        own: Sequence[Value] = (one.agency.key, source)
        if row.table.path:
            own = (one.agency.key, ids[row.parent], row.number, row.rid)
        places = ", ".join("?" * (len(own) + len(row.values)))
        ids[row.rid] = tables.insert(f"INSERT INTO {row.table.name} VALUES (NULL, {places})", (*own, *row.values))
        tables.insert_all("INSERT INTO unfit VALUES (NULL, ?, ?, ?, ?, ?)", _unfit_rows(one, row, ids[row.rid]))


def _lay_remarks(tables: NewTables, one: Counted, form: LaidForm, rows: Iterable[AnswerRow]) -> None:
    """Beside questions and tables that are there; a file beside an answer is told by the package alone."""
    remarks = [each for each in one.remarks if each.form_id == form.definition.id and each.kind is not RemarkKind.FILES]
    nodes = {node.path: node for node in form.definition.nodes()} if remarks else {}
    of_repeats = {row.rid: row for row in rows if row.table.path}
    for remark in remarks:
        if remark.path in nodes:
            row = of_repeats.get(remark.rid)
            label = _beside_what(form, nodes[remark.path], row)
            tables.insert(
                "INSERT INTO remark VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(one.agency.key, form.definition.id, remark.path, _reference(remark, of_repeats)),
                    *(row.number if row else None, remark.kind.value, label.vi, label.en, remark.text),
                ),
            )


def _beside_what(form: LaidForm, node: NodeDef, row: AnswerRow | None) -> Message:
    """A column is called by its table, too: there are many of one name."""
    label = form.words.label(node)
    if row is None or node.path == row.table.path:
        return label
    table = form.title_of(row.table)
    return Message(f"{table.vi}: {label.vi}", f"{table.en}: {label.en}")


def _reference(remark: Remark, rows: Mapping[RowId, AnswerRow]) -> str:
    """With positions, as people and checks name a question: ``/data/t1[2]/ten``."""
    reference, row = remark.path, rows.get(remark.rid)
    while row is not None:
        reference = f"{row.table.path}[{row.number}]{reference[len(row.table.path) :]}"
        row = rows.get(row.parent)
    return reference


def _unfit_rows(one: Counted, row: AnswerRow, row_id: int) -> Iterator[Sequence[Value]]:
    for column, given in row.unfit:
        yield one.agency.key, row.table.name, row_id, column.name, given
