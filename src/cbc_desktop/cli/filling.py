"""Commands at the filling desk: begin, answer, review, finalise, reopen."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.review import Review, ReviewLine
from cbc_desktop.filling.sample import fill_form

SAVED = Message("Đã lưu.", "Saved.")
BEGUN = Message("Đã lập hồ sơ {id} cho {agency}.", "Began dossier {id} for {agency}.")
ROW_ADDED = Message("Đã thêm dòng {ref}.", "Added row {ref}.")
FINALISED = Message("Đã chốt số liệu lần {number}, mã băm {digest}.", "Finalised revision {number}, digest {digest}.")
REOPENED = Message("Đã mở lại thành bản lần {number}.", "Reopened as revision {number}.")
UNKNOWN_FORM = Message(
    "Hồ sơ không có biểu mẫu “{form}”. Các biểu mẫu: {known}.", "The dossier has no form “{form}”. It has: {known}."
)
NOT_JSON = Message(
    "Không đọc được số liệu từ “{path}”: {reason}. Hãy kiểm tra tệp JSON.",
    "No answers can be read from “{path}”: {reason}. Check the JSON file.",
)
NOT_A_DATE = Message(
    "“{text}” không phải là ngày dạng NNNN-TT-NN, ví dụ 2022-03-25.", "“{text}” is no date such as 2022-03-25."
)
OFFERED_ROWS = Message("{count} dòng", "{count} rows")
NO_SUCH_OFFER = Message(
    "Không có đề xuất số {number}; hiện có {count} đề xuất. Chạy lệnh không có --take để xem danh sách.",
    "There is no offer {number}; there are {count}. Run the command without --take to see them.",
)
NOT_A_ROW = Message("“{ref}” không phải là một dòng, ví dụ /data/t1[2].", "“{ref}” names no row, such as /data/t1[2].")
COUNTS = Message(
    "{errors} lỗi, {warnings} cảnh báo ({settled} đã giải trình), {open} câu không bắt buộc còn trống, "
    "{answered} câu đã trả lời.",
    "{errors} errors, {warnings} warnings ({settled} explained), {open} optional questions open, {answered} answered.",
)


def new(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = office.filling.begin(arguments.campaign, arguments.agency, trial=arguments.trial)
        terminal.say(BEGUN.filled(id=dossier.dossier_id, agency=dossier.agency.name_vi))
    return 0


@contextmanager
def _form_open(arguments: Namespace) -> Iterator[tuple[OpenDossier, Address]]:
    """The dossier and the address that ``arguments`` name."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        _require_forms(dossier, [arguments.form])
        yield dossier, dossier.form(arguments.form).session.locate(arguments.ref)


def answer(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, address):
        dossier.answer(arguments.form, address, arguments.text)
        terminal.say(SAVED)
        for line in dossier.review([arguments.form]).lines:
            if line.address == address:
                terminal.say(_line(line, terminal))
    return 0


def add_row(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, address):
        changes = dossier.add_row(arguments.form, address)
        session = dossier.form(arguments.form).session
        terminal.say(ROW_ADDED.filled(ref=session.reference(session.row(changes.rows_added[0]).address)))
    return 0


def delete_row(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, address):
        if not address.row or dossier.form(arguments.form).session.row(address.row).path != address.path:
            raise UserFacingError(NOT_A_ROW.filled(ref=arguments.ref))
        dossier.delete_row(arguments.form, address.row)
        terminal.say(SAVED)
    return 0


def note(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, address):
        dossier.note(arguments.form, address, arguments.text)
        terminal.say(SAVED)
    return 0


def explain(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, address):
        dossier.explain(arguments.form, address, arguments.text)
        terminal.say(SAVED)
    return 0


def attach(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, address):
        dossier.attach(arguments.form, address, arguments.file)
        terminal.say(SAVED)
    return 0


def fill(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        _require_forms(dossier, [arguments.form])
        fill_form(dossier, arguments.form, read_json(arguments.file), arguments.file.parent)
        terminal.say(_counts(dossier.review([arguments.form])))
    return 0


def read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserFacingError(NOT_JSON.filled(path=path, reason=error)) from error
    if not isinstance(content, dict):
        raise UserFacingError(NOT_JSON.filled(path=path, reason="{ ... }"))
    return content


def facts(arguments: Namespace, terminal: Terminal) -> int:
    given = {
        "number": arguments.number,
        "symbol": arguments.symbol,
        "date": _day(arguments.date),
        "place": arguments.place,
        "sent": _day(arguments.sent),
    }
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        dossier.set_facts(replace(dossier.stored.revision.facts, **changes))
        terminal.say(SAVED)
    return 0


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserFacingError(NOT_A_DATE.filled(text=text)) from error


def review(arguments: Namespace, terminal: Terminal) -> int:
    """0 when nothing is in the way of finalising, else 1."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        _require_forms(dossier, arguments.forms or [])
        found = dossier.review(arguments.forms)
    if arguments.json:
        terminal.as_json(_as_json(found))
    else:
        for line in found.lines:
            terminal.say(_line(line, terminal))
        terminal.say(_counts(found))
    return 1 if found.in_the_way else 0


def _as_json(found: Review) -> dict[str, Any]:
    lines = [
        {
            "form": line.form_id,
            "ref": line.reference,
            "condition": line.condition.value,
            "message": {"vi": line.message.vi, "en": line.message.en},
            "explanation": line.explanation,
        }
        for line in found.lines
    ]
    unanswered = [{"form": line.form_id, "ref": line.reference} for line in found.unanswered]
    return {"lines": lines, "unanswered": unanswered, "answered": found.answered}


def finalise(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        _require_forms(dossier, arguments.forms or [])
        revision = dossier.finalise(arguments.forms)
        terminal.say(FINALISED.filled(number=revision.number, digest=revision.content_digest))
    return 0


def reopen(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        dossier.reopen()
        terminal.say(REOPENED.filled(number=dossier.stored.revision.number))
    return 0


def _require_forms(dossier: OpenDossier, form_ids: list[str]) -> None:
    for form_id in form_ids:
        if form_id not in dossier.forms:
            raise UserFacingError(UNKNOWN_FORM.filled(form=form_id, known=", ".join(dossier.forms)))


def _line(line: ReviewLine, terminal: Terminal) -> str:
    explained = f" [{line.explanation}]" if line.explanation else ""
    return f"{line.condition.value:10} {line.form_id} {line.reference}: {terminal.text(line.message)}{explained}"


def _counts(found: Review) -> Message:
    return COUNTS.filled(
        errors=len(found.errors),
        warnings=len(found.warnings),
        settled=sum(line.settled for line in found.warnings),
        open=len(found.unanswered),
        answered=found.answered,
    )


def offers(arguments: Namespace, terminal: Terminal) -> int:
    """Lists what the other forms offer; ``--take N`` accepts the N-th."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        _require_forms(dossier, [arguments.form])
        found = dossier.offers(arguments.form)
        if arguments.take is not None:
            if not 1 <= arguments.take <= len(found):
                raise UserFacingError(NO_SUCH_OFFER.filled(number=arguments.take, count=len(found)))
            dossier.take(arguments.form, found[arguments.take - 1])
            terminal.say(SAVED)
            return 0
        session = dossier.form(arguments.form).session
        for number, offer in enumerate(found, start=1):
            what = offer.text if offer.rows is None else terminal.text(OFFERED_ROWS.filled(count=len(offer.rows)))
            terminal.say(f"{number:3} {session.reference(offer.address)}: {what}")
    return 0
