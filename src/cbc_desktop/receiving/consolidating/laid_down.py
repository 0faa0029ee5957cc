"""Lays the answers that count down in tables: first what every file has, then a table for each form and repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef, RepeatDef
from cbc_desktop.receiving.consolidating.answers import AnswerRow, answer_rows
from cbc_desktop.receiving.consolidating.form_tables import Column, FormTable, tables_of
from cbc_desktop.receiving.consolidating.form_words import FormWords
from cbc_desktop.receiving.consolidating.own_tables import RESULTS, SCHEMA
from cbc_desktop.receiving.consolidating.table_names import OWN_TABLES
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.tables_file import AskedTables, NewTables, Value

TAKEN_UNTIL = "taken_until"
NO_UNIT = Message("", "")


@dataclass(frozen=True, slots=True)
class LaidForm:
    """A form with its tables and what its questions are called.

    ``who_signs``: the questions whose answers stand above a signature, as paths.
    """

    definition: FormDefinition
    tables: tuple[FormTable, ...]
    words: FormWords
    who_signs: frozenset[str] = frozenset()

    def is_comment(self, question: LeafDef) -> bool:
        """Whether it is answered in sentences; the lines above a signature are none."""
        return question.is_multiline and question.path not in self.who_signs

    def title_of(self, table: FormTable) -> Message:
        """The title of the form, or what the table is about."""
        if table.path:
            return self.words.label(self._around(table))
        return Message(self.definition.title, self.definition.title)

    def _around(self, table: FormTable) -> GroupDef | RepeatDef:
        """What says what a table is about: the group in which its repeat stands alone, else the repeat itself."""
        above = table.path.rpartition("/")[0]
        for node in self.definition.nodes():
            if isinstance(node, GroupDef) and node.path == above and node.label:
                inside = [child for child in node.children if isinstance(child, RepeatDef)]
                return node if len(inside) == 1 else table.node
        return table.node


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Answers of an agency, by its key and Vietnamese name, that could not be laid down, and why."""

    agency: str
    name: str
    file: str
    reason: Message


def laid_forms(campaign: Campaign, definitions: Iterable[FormDefinition]) -> tuple[LaidForm, ...]:
    """In this order; a table of a later form never takes the name of one of an earlier form."""
    laid: list[LaidForm] = []
    taken = [*OWN_TABLES]
    for definition in definitions:
        words = FormWords(campaign, definition)
        values = {path: [choice.value for choice in choices] for path, choices in words.choices.items()}
        tables = tables_of(definition, values, taken)
        taken += [table.name for table in tables]
        signatories = [document.text.signatory for document in campaign.documents]
        who_signs = frozenset(one.authority for one in signatories if one.form == definition.id)
        laid.append(LaidForm(definition, tables, words, who_signs))
    return tuple(laid)


def lay_empty(tables: NewTables, forms: Sequence[LaidForm]) -> None:
    """All tables, and in them what is known without an answer."""
    for sql in SCHEMA:
        tables.run(sql)
    for form in forms:
        for table in form.tables:
            tables.run(_created(table))
            _describe(tables, form, table)


def lay_about(tables: NewTables, campaign: Campaign) -> None:
    """Of what campaign the file is, so that two files can be compared."""
    tables.insert_all("INSERT INTO about VALUES (?, ?)", _facts(campaign).items())


def is_laid_down_so(asked: AskedTables, campaign: Campaign, forms: Sequence[LaidForm]) -> bool:
    """Whether the file is of this campaign, and has our tables and those of its forms as they are now."""
    there = {sql for (sql,) in asked.rows("SELECT sql FROM sqlite_master WHERE type = 'table'")}
    if there != {*SCHEMA, *RESULTS, *(_created(table) for form in forms for table in form.tables)}:
        return False
    return set(asked.rows("SELECT name, value FROM about")) >= set(_facts(campaign).items())


def _facts(campaign: Campaign) -> Mapping[str, str]:
    return {
        "campaign": campaign.id,
        "campaign_version": campaign.version,
        "title": campaign.title.vi,
        "letter": campaign.letter.number,
        "report_year": str(campaign.report_year),
        "register_date": campaign.register_date.isoformat(),
        "deadline": campaign.deadline.isoformat(),
    }


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
            tables.run(f"CREATE INDEX {table.name}_by_agency ON {table.name} (agency)")


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


def _created(table: FormTable) -> str:
    if table.path:
        own = [
            "id INTEGER PRIMARY KEY",
            "agency TEXT NOT NULL REFERENCES agency (id)",
            f"parent INTEGER NOT NULL REFERENCES {table.parent} (id)",
            "row_number INTEGER NOT NULL",
            "rid TEXT NOT NULL",
        ]
    else:
        own = [
            "id INTEGER PRIMARY KEY",
            "agency TEXT NOT NULL UNIQUE REFERENCES agency (id)",
            "source INTEGER NOT NULL REFERENCES source (id)",
        ]
    return f"CREATE TABLE {table.name} ({', '.join([*own, *map(_declared, table.columns)])})"


def _declared(column: Column) -> str:
    return f"{column.name} {column.storage.value}"


def _describe(tables: NewTables, form: LaidForm, table: FormTable) -> None:
    label = form.title_of(table)
    tables.insert(
        "INSERT INTO answer_table VALUES (?, ?, ?, ?, ?, ?)",
        (table.name, table.form_id, table.path, table.parent or None, label.vi, label.en),
    )
    tables.insert_all(
        "INSERT INTO question VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_question_row(form, table, column) for column in table.columns),
    )
    tables.insert_all(
        "INSERT INTO choice VALUES (NULL, ?, ?, ?, ?, ?)",
        (
            (table.name, column.name, choice.value, choice.label.vi, choice.label.en)
            for column in table.questions
            for choice in form.words.choices.get(column.question.path, ())
        ),
    )


def _question_row(form: LaidForm, table: FormTable, column: Column) -> Sequence[Value]:
    question = column.question
    label = form.words.label(question)
    if column.choice:
        labels = {choice.value: choice.label for choice in form.words.choices[question.path]}
        chosen = labels[column.choice]
        label = Message(f"{label.vi}: {chosen.vi}", f"{label.en}: {chosen.en}")
    unit = question.bind.own.unit or NO_UNIT
    kind = question.control.value if question.choices and question.control else question.bind.type.value
    return (
        *(
            table.name,
            column.name,
            question.path,
            kind,
            int(question.control is not None),
            int(form.is_comment(question)),
        ),
        *(column.choice or None, label.vi, label.en, unit.vi, unit.en),
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
    nodes = {node.path: node for node in form.definition.nodes()}
    numbers = {row.rid: row.number for row in rows if row.table.path}
    for remark in one.remarks:
        if remark.form_id == form.definition.id and remark.kind is not RemarkKind.FILES and remark.path in nodes:
            label = form.words.label(nodes[remark.path])
            tables.insert(
                "INSERT INTO remark VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(one.agency.key, form.definition.id, remark.path, numbers.get(remark.rid), remark.kind.value),
                    *(label.vi, label.en, remark.text),
                ),
            )


def _unfit_rows(one: Counted, row: AnswerRow, row_id: int) -> Iterator[Sequence[Value]]:
    for column, given in row.unfit:
        yield one.agency.key, row.table.name, row_id, column.name, given
