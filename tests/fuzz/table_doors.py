"""Doors for tables: workbooks that were sent out, an office's own, and what an online form exports."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from door import Door, sound
from mutation import by_structure, change_lines, change_zip
from office_at_work import OfficeAtWork
from openpyxl import Workbook

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.excel.data_reading import own_data_sheets, read_data_sheets
from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook
from cbc_desktop.documents.excel.reading import read_tables, table_file
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.gathering import gather, read_files
from cbc_desktop.filling.own_table import OwnTable
from cbc_desktop.filling.splitting import split_off
from cbc_desktop.forms.definition import GroupDef
from cbc_desktop.receiving.reception.desk import ReceptionDesk
from cbc_desktop.receiving.reception.online_sheet import questions_outside_tables
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.received.received_store import ReceivedStore

Rows = list[list[str]]


def _entry_workbooks(at_work: OfficeAtWork) -> list[bytes]:
    definition = at_work.office.catalogue.form(at_work.campaign, at_work.form)
    places = [Address("", node.path) for node in definition.root.children if isinstance(node, GroupDef)]
    written = []
    for place in places:
        with suppress(UserFacingError):  # a group in which nothing is asked
            split = split_off(at_work.dossier, at_work.form, [place], made=at_work.moment, made_by="lan")
            written.append(render_entry_workbook(split))
    return written


def _read_entry_workbook(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    path.write_bytes(content)
    found = gather(at_work.dossier, at_work.form, read_files([path], lambda _: None))
    return sound(found.findings)


def _read_data_workbook(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    own_data_sheets(content, path.name)
    return bool(read_data_sheets(content, path.name))


def _own_rows(at_work: OfficeAtWork) -> Rows:
    own = OwnTable(at_work.dossier.form(at_work.form).session, at_work.tables[0])
    headings = ["TT", *(column.label for column in own.columns)]
    return [headings, *([str(row), *["1.250" if row else "x" for _ in own.columns]] for row in range(3))]


def _own_tables(at_work: OfficeAtWork) -> list[bytes]:
    return [_as_workbook(_own_rows(at_work)), *at_work.files("sent/*.xlsx")]


def _read_own_table(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    path.write_bytes(content)
    sheets = read_tables(table_file(path), path.name)
    found = [
        own.plan(sheets[likeliest], own.guess(sheets[likeliest]))
        for table in at_work.tables
        for own in [OwnTable(at_work.dossier.form(at_work.form).session, table)]
        for likeliest in ([own.likeliest(sheets)] if sheets else [])
    ]
    return all(sound(plan.findings) for plan in found)


def _online_rows(at_work: OfficeAtWork) -> Rows:
    definition = at_work.office.catalogue.form(at_work.campaign, at_work.form)
    questions = list(questions_outside_tables(definition.root))[:20]
    labels = [
        "".join(part for part in next(iter(one.label.variants.values()), ()) if isinstance(part, str))
        for one in questions
    ]
    agencies = at_work.campaign.agencies.respondents(at_work.campaign.register_date)[:3]
    rows = [["25/03/2022 14:05:33", agency.name_vi, *("1" for _ in labels)] for agency in agencies]
    return [["Dấu thời gian", "Cơ quan", *labels], *rows]


def _read_online(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    """The rows that are agencies' are taken in, into an office that has nothing yet."""
    path.write_bytes(content)
    desk = _reception(at_work, path.parent / "home")
    with desk.store.database:
        plan = desk.look_at_online(path, at_work.campaign.id)
        desk.take_online(plan, at_work.campaign.id)
        return bool(desk.standings(at_work.campaign.id))


def _reception(at_work: OfficeAtWork, home: Path) -> ReceptionDesk:
    office = at_work.office
    store = ReceivedStore.open(home, office.clock)
    return ReceptionDesk(office.catalogue, store, TrustAnchors.none, office.clock, office.identifiers, "Phúc")


def _read_columns(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    path.write_bytes(content)
    export = path.with_suffix(".csv")
    export.write_bytes(_as_csv(_online_rows(at_work)))
    return bool(at_work.office.reception.look_at_online(export, at_work.campaign.id, path).rows)


def _columns(at_work: OfficeAtWork) -> list[bytes]:
    definition = at_work.office.catalogue.form(at_work.campaign, at_work.form)
    question = next(questions_outside_tables(definition.root))
    return [f'agency = "Cơ quan"\n[columns]\n"Dấu thời gian" = "{at_work.form} {question.path}"\n'.encode()]


def _as_csv(rows: Rows) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8-sig")


def _as_workbook(rows: Rows) -> bytes:
    book, written = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


DOORS = (
    Door("entry workbook", "di.xlsx", _entry_workbooks, by_structure(change_zip), _read_entry_workbook, tries=40),
    Door(
        "printed workbook",
        "so.xlsx",
        lambda at_work: at_work.files("sent/*.xlsx"),
        by_structure(change_zip),
        _read_data_workbook,
        tries=30,
    ),
    Door("own table", "bang.xlsx", _own_tables, by_structure(change_zip), _read_own_table, tries=20),
    Door(
        "own table .csv",
        "bang.csv",
        lambda at_work: [_as_csv(_own_rows(at_work))],
        by_structure(change_lines),
        _read_own_table,
        tries=50,
    ),
    Door(
        "online form",
        "tra-loi.csv",
        lambda at_work: [_as_csv(_online_rows(at_work))],
        by_structure(change_lines),
        _read_online,
        tries=20,
    ),
    Door(
        "online form .xlsx",
        "tra-loi.xlsx",
        lambda at_work: [_as_workbook(_online_rows(at_work))],
        by_structure(change_zip),
        _read_online,
        tries=15,
    ),
    Door("columns of it", "cot.toml", _columns, by_structure(change_lines), _read_columns, tries=60),
)
