"""Commands at the filling desk: begin, answer, review, finalise, reopen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.references import file_question, question, row, table
from cbc_desktop.filling.review import Review, ReviewLine
from cbc_desktop.filling.sample import fill_form, read_prepared

SAVED = Message("Đã lưu.", "Saved.")
BEGUN = Message("Đã lập hồ sơ {id} cho {agency}.", "Began dossier {id} for {agency}.")
ROW_ADDED = Message("Đã thêm dòng {ref}.", "Added row {ref}.")
FINALISED = Message("Đã chốt số liệu lần {number}, mã băm {digest}.", "Finalised revision {number}, digest {digest}.")
REOPENED = Message("Đã mở lại thành bản lần {number}.", "Reopened as revision {number}.")
UNKNOWN_FORM = Message(
    "Hồ sơ không có biểu mẫu “{form}”. Các biểu mẫu: {known}.", "The dossier has no form “{form}”. It has: {known}."
)
NOT_A_DATE = Message(
    "“{text}” không phải là ngày dạng NNNN-TT-NN, ví dụ 2022-03-25.", "“{text}” is no date such as 2022-03-25."
)
OFFERED_ROWS = Message("{count} dòng", "{count} rows")
NO_SUCH_OFFER = Message(
    "Không có đề xuất số {number}; hiện có {count} đề xuất. Chạy lệnh không có --take để xem danh sách.",
    "There is no offer {number}; there are {count}. Run the command without --take to see them.",
)
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
def _form_open(arguments: Namespace) -> Iterator[tuple[OpenDossier, FormSession]]:
    """The dossier and the session of the form that ``arguments`` name."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        _require_forms(dossier, [arguments.form])
        yield dossier, dossier.form(arguments.form).session


def answer(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, session):
        address = question(session, arguments.ref)
        dossier.answer(arguments.form, address, arguments.text)
        terminal.say(SAVED)
        for line in dossier.review([arguments.form]).lines:
            if line.address == address:
                terminal.say(_line(line, terminal))
    return 0


def add_row(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, session):
        changes = dossier.add_row(arguments.form, table(session, arguments.ref))
        terminal.say(ROW_ADDED.filled(ref=session.reference(session.row(changes.rows_added[0]).address)))
    return 0


def delete_row(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, session):
        dossier.delete_row(arguments.form, row(session, arguments.ref).id)
        terminal.say(SAVED)
    return 0


def note(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, session):
        dossier.note(arguments.form, session.locate(arguments.ref), arguments.text)
        terminal.say(SAVED)
    return 0


def explain(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, session):
        dossier.explain(arguments.form, session.locate(arguments.ref), arguments.text)
        terminal.say(SAVED)
    return 0


def attach(arguments: Namespace, terminal: Terminal) -> int:
    with _form_open(arguments) as (dossier, session):
        dossier.attach(arguments.form, file_question(session, arguments.ref), arguments.file)
        terminal.say(SAVED)
    return 0


def fill(arguments: Namespace, terminal: Terminal) -> int:
    prepared = read_prepared(arguments.file, arguments.file.parent)
    with _form_open(arguments) as (dossier, _):
        fill_form(dossier, arguments.form, prepared)
        terminal.say(_counts(dossier.review([arguments.form])))
    return 0


def facts(arguments: Namespace, terminal: Terminal) -> int:
    """Changes the facts that are given; "" takes one away."""
    texts = {name: getattr(arguments, name) for name in ("number", "symbol", "place")}
    days = {name: getattr(arguments, name) for name in ("date", "sent")}
    changes: dict[str, Any] = {name: text.strip() for name, text in texts.items() if text is not None}
    changes |= {name: _day(text) for name, text in days.items() if text is not None}
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        dossier.set_facts(replace(dossier.stored.revision.facts, **changes))
        terminal.say(SAVED)
    return 0


def _day(text: str) -> date | None:
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
