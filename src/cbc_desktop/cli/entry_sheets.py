"""Commands for workbooks: a part of a form goes out and comes back, an office's own table comes in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import worst_first
from cbc_desktop.base.message import Message
from cbc_desktop.cli.filling import form_open
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.reviewing import require_forms
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.documents.excel.column_names import column_letters, column_number
from cbc_desktop.documents.excel.reading import SheetTexts, read_tables, table_file
from cbc_desktop.documents.excel.table_matching import Matching
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.gathered import Gathering
from cbc_desktop.filling.gathering import gather as gathered
from cbc_desktop.filling.gathering import read_files
from cbc_desktop.filling.old_tables import converted
from cbc_desktop.filling.own_table import OwnTable
from cbc_desktop.filling.pasting import paste
from cbc_desktop.filling.references import table
from cbc_desktop.filling.splitting import split_off
from cbc_desktop.filling.taking_in import take_in

WRITTEN = Message(
    "Đã ghi {path}. Gửi tệp này cho đơn vị điền.", "Wrote {path}. Send this file to those who fill it in."
)

HERE = Message("trong hồ sơ", "in the dossier")
SUMMARY = Message(
    "{answers} câu trả lời mới, {rows} dòng mới, {conflicts} chỗ khác nhau cần quyết định, {leaving} dòng không còn "
    "trong tệp.",
    "{answers} new answers, {rows} new rows, {conflicts} differences to decide, {leaving} rows missing in the files.",
)
TAKEN = Message("Đã nhận số liệu vào hồ sơ.", "Taken into the dossier.")

ROWS = Message("{rows} dòng của trang tính “{sheet}”.", "{rows} rows of the sheet “{sheet}”.")
NO_SHEET = Message(
    "Tệp không có trang tính “{name}”. Các trang: {known}.", "There is no sheet “{name}”. There are: {known}."
)
NO_COLUMN = Message(
    "Không hiểu “{word}”. Hãy ghi tên câu hỏi, dấu = và chữ cái của cột. Các câu hỏi: {known}.",
    "“{word}” cannot be read. Give the name of a question, = and the letters of a column. The questions: {known}.",
)


def split(arguments: Namespace, terminal: Terminal) -> int:
    from cbc_desktop.documents.excel.entry.workbook import render_entry_workbook  # loads openpyxl and reportlab

    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        require_forms(dossier, [arguments.form])
        session = dossier.form(arguments.form).session
        parts = [session.locate(reference) for reference in arguments.ref]
        book = split_off(dossier, arguments.form, parts, made=office.clock.now(), made_by=office.who)
        write_atomically(arguments.out, render_entry_workbook(book), private=False)
        terminal.say(WRITTEN.filled(path=arguments.out))
    return 0


def gather(arguments: Namespace, terminal: Terminal) -> int:
    """1 while a person has something to decide or a file was refused, else 0."""
    files = read_files(arguments.files, terminal.say)
    with form_open(arguments) as (dossier, session):
        gathering = gathered(dossier, arguments.form, files)
        _tell(gathering, session, terminal)
        if not arguments.take or gathering.is_empty:
            return 1 if gathering.conflicts or gathering.refuses_a_file else 0
        decided = {one.address: one.versions[1].lexical for one in gathering.conflicts if arguments.theirs}
        leaving = [one.row for one in gathering.leaving if arguments.delete]
        take_in(dossier, gathering, decided, leaving)
        terminal.say(TAKEN)
    undecided = gathering.conflicts and not arguments.theirs
    return 1 if undecided or gathering.refuses_a_file else 0


def _tell(gathering: Gathering, session: FormSession, terminal: Terminal) -> None:
    for finding in worst_first(gathering.findings):
        terminal.say(f"{finding.where}: {terminal.text(finding.message)}")
    for conflict in gathering.conflicts:
        terminal.say(f"? {session.reference(conflict.address)}  {terminal.text(conflict.where)}")
        for version in conflict.versions:
            terminal.say(f"    {version.text or '-'}  ({', '.join(version.files) or terminal.text(HERE)})")
    for leaving in gathering.leaving:
        terminal.say(f"- {terminal.text(leaving.where)}  ({', '.join(leaving.files)})")
    terminal.say(
        SUMMARY.filled(
            answers=len(gathering.answers),
            rows=len(gathering.coming),
            conflicts=len(gathering.conflicts),
            leaving=len(gathering.leaving),
        )
    )


def take_table(arguments: Namespace, terminal: Terminal) -> int:
    with form_open(arguments) as (dossier, session):
        own = OwnTable(session, table(session, arguments.ref))
        sheet = _sheet(own, read_tables(table_file(arguments.file), arguments.file.name), arguments.sheet)
        matching = _corrected(own, own.guess(sheet), arguments.column)
        plan = own.plan(sheet, matching)
        for column in own.columns:
            at = matching.columns.get(column.question.path)
            terminal.say(f"{column.question.name} = {'-' if at is None else column_letters(at)}  {column.label}")
        for finding in worst_first(plan.findings):
            terminal.say(f"{finding.where}: {terminal.text(finding.message)}")
        terminal.say(ROWS.filled(rows=len(plan.rows), sheet=sheet.name))
        if arguments.take:
            paste(dossier, arguments.form, plan.paste)
            terminal.say(TAKEN)
    return 0 if matching.columns else 1


def _sheet(own: OwnTable, sheets: Sequence[SheetTexts], name: str | None) -> SheetTexts:
    if name is None:
        return converted(sheets[own.likeliest(sheets)]).sheet
    found = next((sheet for sheet in sheets if sheet.name == name), None)
    if found is None:
        raise UserFacingError(NO_SHEET.filled(name=name, known=", ".join(sheet.name for sheet in sheets)))
    return converted(found).sheet


def _corrected(own: OwnTable, guess: Matching, words: Sequence[str]) -> Matching:
    """The guess with what was said by ``name=LETTERS``."""
    paths = {column.question.name: column.question.path for column in own.columns}
    columns = dict(guess.columns)
    for word in words:
        name, _, letters = word.partition("=")
        if name not in paths or (letters and not letters.isalpha()):
            raise UserFacingError(NO_COLUMN.filled(word=word, known=", ".join(paths)))
        columns.pop(paths[name], None)
        if letters:
            columns[paths[name]] = column_number(letters)
    return replace(guess, columns=columns)
