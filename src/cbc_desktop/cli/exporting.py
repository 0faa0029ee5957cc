"""Commands at the exporting desk: export, hand over, and a trial certificate to try it with."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.days import day_of
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.signing_words import opened_signer, passphrase_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.store.issued import document_of

if TYPE_CHECKING:
    from cbc_desktop.base.findings import Finding
    from cbc_desktop.exporting.exported import ExportPlan, ExportResult
    from cbc_desktop.office import Office

TRIAL = Message(
    "Đây là gói THỬ NGHIỆM, không có giá trị; đừng gửi cho nơi nhận.",
    "This is a TRIAL package without value; do not send it to the receiver.",
)
EMPTY_PASSPHRASE = Message(
    "Mật khẩu trống nên chưa tạo chứng thư. Hãy chọn một mật khẩu, ở dòng đầu của tệp hoặc gõ khi được hỏi.",
    "The passphrase is empty, so no certificate was made. Choose one, in the first line of the file or typed.",
)
WRITTEN = Message("Đã ghi {path}", "Wrote {path}")
A_DOCUMENT = Message("{id}: {title}", "{id}: {title}")
SET_ASIDE = Message("Tệp cũ cùng tên được giữ lại ở {path}", "An older file of that name was kept as {path}")
HANDED_OVER = Message("Đã ghi nhận gửi ngày {day}.", "Recorded as sent on {day}.")
DONE = Message(
    "Đã đọc lại và đối chiếu: gói đúng với hồ sơ.", "Read back and compared: the package is that of the dossier."
)


def export(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
        plan = office.exporting.plan(dossier_id, arguments.out, arguments.document)
        for finding in plan.findings():
            terminal.trouble(finding.message)
        with opened_signer(arguments, terminal, office) as signer:
            result = office.exporting.export(plan, signer, terminal.say)
        tell_exported(result, office.handing_off.findings(dossier_id), terminal)
    return 0


def tell_exported(result: ExportResult, findings: Iterable[Finding], terminal: Terminal) -> None:
    """``findings`` are what to think of before it is sent."""
    for path in (result.document, result.workbook, result.package, result.mail):
        terminal.say(WRITTEN.filled(path=path))
    for path in result.set_aside:
        terminal.say(SET_ASIDE.filled(path=path))
    terminal.say(DONE)
    for finding in findings:
        terminal.trouble(finding.message)


def _plan(office: Office, arguments: Namespace) -> ExportPlan:
    dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
    return office.exporting.plan(dossier_id, arguments.out.parent, arguments.document)


def documents(arguments: Namespace, terminal: Terminal) -> int:
    """As which the finalised answers can leave the house, the usual one first."""
    with office_of(arguments) as office:
        dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
        for document in office.exporting.plan(dossier_id, Path()).documents:
            terminal.say(A_DOCUMENT.filled(id=document.id, title=terminal.text(document.title)))
    return 0


def print_unsigned(arguments: Namespace, terminal: Terminal) -> int:
    """The PDF as it is before signing, of the latest revision; nothing of the dossier changes."""
    with office_of(arguments) as office:
        plan = _plan(office, arguments)
        write_atomically(arguments.out, office.exporting.unsigned(plan, terminal.say), private=False)
    terminal.say(WRITTEN.filled(path=arguments.out))
    return 0


def workbook(arguments: Namespace, terminal: Terminal) -> int:
    """The workbook of the latest revision in either language, of the document that was begun if there is one."""
    with office_of(arguments) as office:
        plan = _plan(office, arguments)
        begun = document_of(office.issued.files(plan.revision.identity.dossier_id))
        if begun and not arguments.document:
            plan = plan.as_document(begun.document)
        write_atomically(arguments.out, office.exporting.workbook(plan, arguments.language), private=False)
    terminal.say(WRITTEN.filled(path=arguments.out))
    return 0


def hand_over(arguments: Namespace, terminal: Terminal) -> int:
    """Records that the package was sent or brought; today unless another day is given."""
    from cbc_desktop.exporting.taking_back import is_trial

    with office_of(arguments) as office:
        dossier_id = office.filling.find(arguments.dossier).identity.dossier_id
        sent = day_of(arguments.sent) if arguments.sent else office.clock.now().date()
        begun = document_of(office.issued.files(dossier_id))
        office.exporting.hand_over(dossier_id, sent)
        for doubt in office.issuing.limits(dossier_id).doubts_of_sending(sent):
            terminal.trouble(doubt)
    if begun and is_trial(begun.content):
        terminal.trouble(TRIAL)
    terminal.say(HANDED_OVER.filled(day=date_text(sent)))
    return 0


def trial_certificate(arguments: Namespace, terminal: Terminal) -> int:
    from cbc_desktop.signing.trial import make_trial_identity

    passphrase = passphrase_of(arguments.passphrase_file, terminal)
    if not passphrase:
        raise UserFacingError(EMPTY_PASSPHRASE)
    now = SystemClock().now()
    files = make_trial_identity(arguments.out, now=now, passphrase=passphrase, agency=arguments.agency)
    terminal.say(WRITTEN.filled(path=files.ca_pem))
    terminal.say(WRITTEN.filled(path=files.pkcs12))
    return 0
