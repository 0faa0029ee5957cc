"""Commands at the filling desk that change a draft: begin, answer, rows, notes, files, facts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.cli.days import day_of
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.reviewing import counts_of, line_of, require_forms
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.documents.cell_texts import meant
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.references import file_question, question, row, table
from cbc_desktop.filling.sample import fill_form, read_prepared

SAVED = Message("Đã lưu.", "Saved.")
BEGUN = Message("Đã lập hồ sơ {id} cho {agency}.", "Began dossier {id} for {agency}.")
ROWS_KEPT = Message(
    "Bảng {ref} có thêm {count} dòng đã nhập từ trước mà tệp không có; các dòng này được giữ lại.",
    "The table {ref} has {count} more row(s), entered before, that the file does not have; they are kept.",
)
NOT_EXPLAINED = Message(
    "Ở {ref} không có cảnh báo nào, nên lời giải trình trong tệp được bỏ qua; các câu trả lời vẫn được nhập.",
    "There is no warning at {ref}, so the explanation in the file was left out; the answers were entered.",
)
ROW_ADDED = Message("Đã thêm dòng {ref}.", "Added row {ref}.")


def new(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = office.filling.begin(arguments.campaign, arguments.agency, trial=arguments.trial)
        terminal.say(BEGUN.filled(id=dossier.dossier_id, agency=dossier.agency.name_vi))
    return 0


@contextmanager
def form_open(arguments: Namespace) -> Iterator[tuple[OpenDossier, FormSession]]:
    """The dossier and the session of the form that ``arguments`` name."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        require_forms(dossier, [arguments.form])
        yield dossier, dossier.form(arguments.form).session


def answer(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        address = question(session, arguments.ref)
        leaf = session.tree.leaf(address)
        dossier.answer(arguments.form, address, meant(arguments.text, leaf.definition, session.choices(leaf)))
        terminal.say(SAVED)
        for line in dossier.review([arguments.form]).lines:
            if line.address == address:
                terminal.say(line_of(line, terminal))
    return 0


def add_row(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        changes = dossier.add_row(arguments.form, table(session, arguments.ref))
        terminal.say(ROW_ADDED.filled(ref=session.reference(session.row(changes.rows_added[0]).address)))
    return 0


def delete_row(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        dossier.delete_row(arguments.form, row(session, arguments.ref).id)
        terminal.say(SAVED)
    return 0


def note(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        dossier.note(arguments.form, session.locate(arguments.ref), arguments.text)
        terminal.say(SAVED)
    return 0


def explain(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        dossier.explain(arguments.form, session.locate(arguments.ref), arguments.text)
        terminal.say(SAVED)
    return 0


def attach(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        if arguments.beside:
            dossier.put_beside(arguments.form, question(session, arguments.ref), arguments.file)
        else:
            dossier.attach(arguments.form, file_question(session, arguments.ref), arguments.file)
        terminal.say(SAVED)
    return 0


def fill(arguments: Namespace, terminal: Terminal) -> int:
    prepared = read_prepared(arguments.file)
    with form_open(arguments) as (dossier, _):
        filled = fill_form(dossier, arguments.form, prepared, replacing=arguments.replace)
        for reference, count in filled.rows_kept.items():
            terminal.trouble(ROWS_KEPT.filled(ref=reference, count=count))
        for reference in filled.unexplained:
            terminal.trouble(NOT_EXPLAINED.filled(ref=reference))
        terminal.say(counts_of(dossier.review([arguments.form])))
    return 0


def facts(arguments: Namespace, terminal: Terminal) -> int:
    """Changes the facts that are given; "" takes one away."""
    texts = {name: getattr(arguments, name) for name in ("number", "symbol", "place", "parent_agency")}
    days = {name: getattr(arguments, name) for name in ("date", "sent")}
    changes: dict[str, Any] = {name: text.strip() for name, text in texts.items() if text is not None}
    changes |= {name: _day(text) for name, text in days.items() if text is not None}
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        dossier.set_facts(replace(dossier.stored.revision.facts, **changes))
        terminal.say(SAVED)
        if changes.get("date") and dossier.stored.revision.finalised_at is not None:  # nobody issues a draft
            for doubt in office.issuing.limits(dossier.dossier_id).doubts(dossier.stored.revision.facts):
                terminal.trouble(doubt)
    return 0


def _day(text: str) -> date | None:
    return day_of(text) if text else None
