"""Commands that look at a dossier or take it a step further: show, review, offers, finalise, reopen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.documents.typed_text import shown
from cbc_desktop.engine.languages import language_for
from cbc_desktop.engine.navigation import is_asked, waits_for_rows
from cbc_desktop.engine.nodes import Branch, LeafNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.difference_words import BLANK
from cbc_desktop.filling.lateness import LATE_TITLE, Lateness, lateness
from cbc_desktop.filling.offers import Offer
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.review import CONDITION_TITLES, Review, ReviewLine

NO_ROWS = Message("(chưa có dòng nào; lệnh add-row thêm một dòng)", "(no rows yet; the command add-row adds one)")
FINALISED = Message("Đã chốt số liệu lần {number}, mã băm {digest}.", "Finalised revision {number}, digest {digest}.")
FINALISED_LATE = Message(
    "Lưu ý: hạn gửi đã qua mà chưa nêu lý do chậm. Muốn nêu lý do trong báo cáo, hãy mở lại hồ sơ (reopen) rồi xem "
    "lệnh review.",
    "Note: the last day for sending is over, and no reason for the delay was given. To give it in the report, reopen "
    "the dossier and see the command review.",
)
REOPENED = Message("Đã mở lại thành bản lần {number}.", "Reopened as revision {number}.")
SHEET_WRITTEN = Message("Đã ghi phiếu kiểm tra: {path}", "Wrote the check sheet: {path}")
UNKNOWN_FORM = Message(
    "Hồ sơ không có biểu mẫu “{form}”. Các biểu mẫu: {known}.", "The dossier has no form “{form}”. It has: {known}."
)
OFFERED_ROWS = Message("{count} dòng", "{count} row(s)")
NO_SUCH_OFFER = Message(
    "Không có đề xuất số {number}; hiện có {count} đề xuất. Chạy lệnh không có --take để xem danh sách.",
    "There is no offer {number}; there are {count}. Run the command without --take to see them.",
)
TAKEN = Message("Đã nhận {ref}: {what}.", "Took {ref}: {what}.")
SAME_AGAIN = Message(
    "Lưu ý: nội dung không khác lần trước.", "Note: the content is the same as that of the revision before."
)
COUNTS = Message(
    "{errors} lỗi, {warnings} cảnh báo ({settled} đã giải trình), {open} câu không bắt buộc còn trống, "
    "{answered} câu đã trả lời.",
    "{errors} errors, {warnings} warnings ({settled} explained), {open} optional questions open, {answered} answered.",
)


def show(arguments: Namespace, terminal: Terminal) -> int:
    """The questions that can be answered now, each with its reference, choices and answer; tables without rows too."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        require_forms(dossier, [arguments.form])
        session = dossier.form(arguments.form).session
        session.show_language(language_for(session.definition, terminal.language))
        part = session.reference(session.locate(arguments.ref)) if arguments.ref else ""
        for node in _asked(session.tree.document.root):
            reference = session.reference(node.address)
            if _is_in(part, reference):
                for line in _shown(session, node, reference, terminal):
                    terminal.say(line)
    return 0


def _asked(branch: Branch) -> Iterator[LeafNode | RepeatNode]:
    """In the order of the form."""
    for member in branch.members.values():
        if isinstance(member, RepeatNode):
            if waits_for_rows(member):
                yield member
            for row in member.rows:
                yield from _asked(row)
        elif isinstance(member, Branch):
            yield from _asked(member)
        elif is_asked(member):
            yield member


def _is_in(part: str, reference: str) -> bool:
    return reference == part or reference.startswith((f"{part}/", f"{part}["))


def _shown(session: FormSession, node: LeafNode | RepeatNode, reference: str, terminal: Terminal) -> Iterator[str]:
    yield f"{reference}  {session.text(node.definition.label, node)}"
    if isinstance(node, RepeatNode):
        yield f"  = {terminal.text(NO_ROWS)}"
        return
    for choice in session.choices(node):
        yield f"    {choice.value} – {choice.label}"
    yield f"  = {shown(node.lexical, node.definition) or terminal.text(BLANK)}"


def review(arguments: Namespace, terminal: Terminal) -> int:
    """0 when nothing is in the way of finalising, else 1."""
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        require_forms(dossier, arguments.forms or [])
        found, late = dossier.review(arguments.forms), lateness(dossier, office.clock.now().date())
    if arguments.json:
        terminal.as_json(_as_json(found, late))
    else:
        if late is not None:
            terminal.say(late_line(late, terminal))
        for line in found.lines:
            terminal.say(line_of(line, terminal))
        for question in found.unanswered if arguments.open else ():
            terminal.say(f"{'○':9} {question.form_id} {question.reference} {terminal.text(question.label)}")
        terminal.say(counts_of(found))
    return 1 if found.in_the_way else 0


def check_sheet(arguments: Namespace, terminal: Terminal) -> int:
    from cbc_desktop.documents.pdf.check_sheet import render_check_sheet  # loads reportlab

    with office_of(arguments) as office:
        sheet = office.filling.check_sheet(open_dossier(office, arguments.dossier))
        write_atomically(arguments.out, render_check_sheet(sheet).content, private=False)
        terminal.say(SHEET_WRITTEN.filled(path=arguments.out))
    return 0


def late_line(late: Lateness, terminal: Terminal) -> str:
    place = f"{late.form_id} {late.reference} {terminal.text(late.label)}: " if late.address else ""
    explained = f" [{late.explanation}]" if late.explanation else ""
    return f"{terminal.text(LATE_TITLE):9} {place}{terminal.text(late.message)}{explained}"


def _as_json(found: Review, late: Lateness | None) -> dict[str, Any]:
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
    told = late and {"form": late.form_id, "ref": late.reference, "explanation": late.explanation}
    return {"lines": lines, "unanswered": unanswered, "answered": found.answered, "late": told}


def finalise(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        require_forms(dossier, arguments.forms or [])
        late = lateness(dossier, office.clock.now().date())
        revision = dossier.finalise(arguments.forms, leaving_out=arguments.leave_out)
        if late is not None and not late.settled:
            terminal.trouble(FINALISED_LATE)
        terminal.say(FINALISED.filled(number=revision.number, digest=revision.content_digest))
        if revision.content_digest == revision.replaces:
            terminal.say(SAME_AGAIN)
    return 0


def reopen(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier = open_dossier(office, arguments.dossier)
        dossier.reopen()
        terminal.say(REOPENED.filled(number=dossier.stored.revision.number))
    return 0


def require_forms(dossier: OpenDossier, form_ids: Sequence[str]) -> None:
    for form_id in form_ids:
        if form_id not in dossier.forms:
            raise UserFacingError(UNKNOWN_FORM.filled(form=form_id, known=", ".join(dossier.forms)))


def line_of(line: ReviewLine, terminal: Terminal) -> str:
    explained = f" [{line.explanation}]" if line.explanation else ""
    title, label = terminal.text(CONDITION_TITLES[line.condition]), terminal.text(line.label)
    return f"{title:9} {line.form_id} {line.reference} {label}: {terminal.text(line.message)}{explained}"


def counts_of(found: Review) -> Message:
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
        require_forms(dossier, [arguments.form])
        found = dossier.offers(arguments.form)
        session = dossier.form(arguments.form).session
        if arguments.take is None:
            for number, offer in enumerate(found, start=1):
                terminal.say(f"{number:3} {session.reference(offer.address)}: {_offered(offer, terminal)}")
        elif 1 <= arguments.take <= len(found):
            taken = found[arguments.take - 1]
            dossier.take(arguments.form, taken)
            terminal.say(TAKEN.filled(ref=session.reference(taken.address), what=_offered(taken, terminal)))
        else:
            raise UserFacingError(NO_SUCH_OFFER.filled(number=arguments.take, count=len(found)))
    return 0


def _offered(offer: Offer, terminal: Terminal) -> str:
    return offer.text if offer.rows is None else terminal.text(OFFERED_ROWS.filled(count=len(offer.rows)))
