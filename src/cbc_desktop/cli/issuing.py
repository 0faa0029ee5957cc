"""Commands at the issuing desk: sign, number, seal and package, one step after the other."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.days import day_of
from cbc_desktop.cli.exporting import WRITTEN, tell_exported
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.signing_words import opened_signer, signs
from cbc_desktop.cli.terminal import ProgressLine, Terminal
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.exporting.issue_numbers import NumberWantedError, numbered_so

if TYPE_CHECKING:
    from cbc_desktop.dossier.revision import IssueFacts
    from cbc_desktop.exporting.deeds import Deed
    from cbc_desktop.exporting.exported import ExportPlan
    from cbc_desktop.exporting.issuing_desk import IssuingDesk
    from cbc_desktop.exporting.taking_back import TakenBack
    from cbc_desktop.office import Office

NOW = Message("Hồ sơ đang ở bước: {state}.", "The dossier is at the step: {state}.")
REVISION = Message("Lần {number}:", "Revision {number}:")
STEP = Message("  {at} {what} ({who})", "  {at} {what} ({who})")
NOTHING = Message("Chưa có văn bản nào được ký hoặc được đưa đi ký.", "No document was signed or handed out yet.")

SET_ASIDE = Message(
    "Tệp cùng tên đã có ở đó được giữ lại dưới tên “{path}”.",
    "A file of the same name was there; it is kept as “{path}”.",
)
ACCEPT_IT = Message("(Dòng lệnh: thêm --accept.)", "(On the command line: add --accept.)")
GIVE_NUMBER = Message(
    "(Dòng lệnh: thêm --number SỐ --date NGÀY.)", "(On the command line: add --number NUMBER --date DAY.)"
)


@dataclass(frozen=True, slots=True)
class _AtTheDesk:
    office: Office
    dossier_id: str

    @property
    def desk(self) -> IssuingDesk:
        return self.office.issuing

    def plan(self, arguments: Namespace, folder: Path = Path()) -> ExportPlan:
        return self.office.exporting.plan(self.dossier_id, folder, arguments.document)

    def tell_state(self, terminal: Terminal) -> int:
        state = self.office.store.dossiers.get(self.dossier_id).revision.state
        terminal.say(NOW.filled(state=STATE_TITLES[state]))
        return 0


@contextmanager
def _desk(arguments: Namespace) -> Iterator[_AtTheDesk]:
    with office_of(arguments) as office:
        yield _AtTheDesk(office, office.filling.find(arguments.dossier).identity.dossier_id)


def sign(arguments: Namespace, terminal: Terminal) -> int:
    with _desk(arguments) as at:
        plan = at.plan(arguments)
        for finding in at.desk.findings(plan):
            terminal.trouble(finding.message)
        with opened_signer(arguments, terminal, at.office) as signer:
            at.desk.sign(plan, signer, terminal.say, image=arguments.image)
        return at.tell_state(terminal)


def hand_out(arguments: Namespace, terminal: Terminal) -> int:
    """The unsigned PDF for another signing program; take-back compares what comes back with it."""
    with _desk(arguments) as at:
        path = at.office.elsewhere.hand_out(at.plan(arguments, arguments.out), terminal.say)
    terminal.say(WRITTEN.filled(path=path))
    return 0


def take_back(arguments: Namespace, terminal: Terminal) -> int:
    with _desk(arguments) as at:
        taken = at.office.elsewhere.judge(at.dossier_id, arguments.file)
        _tell(taken, terminal)
        plan = at.office.issued.plan(at.dossier_id, Path())
        with _naming_options():
            facts = at.office.elsewhere.take_back(
                at.dossier_id,
                taken,
                accepted=arguments.accept,
                sealed=arguments.sealed,
                given=_read_off(plan.revision.facts, arguments),
            )
        if told := numbered_so(facts):
            terminal.say(told)
        return at.tell_state(terminal)


def sign_with_pen(arguments: Namespace, terminal: Terminal) -> int:
    with _desk(arguments) as at:
        plan = at.plan(arguments)
        taken = at.office.elsewhere.judge_paper(plan, arguments.scans)
        _tell(taken, terminal)
        with _naming_options():
            at.office.elsewhere.sign_with_pen(plan, arguments.scans, taken, terminal.say, accepted=arguments.accept)
        return at.tell_state(terminal)


def number(arguments: Namespace, terminal: Terminal) -> int:
    """Today is the date of issue unless another day is given."""
    with _desk(arguments) as at:
        known = at.office.store.dossiers.get(at.dossier_id).revision.facts
        today = at.office.clock.now().date()
        facts = _given(known, arguments, day_of(arguments.date) if arguments.date else today)
        for doubt in at.desk.limits(at.dossier_id).doubts(facts):
            terminal.trouble(doubt)
        if told := numbered_so(at.desk.number(at.dossier_id, facts)):
            terminal.say(told)
        return at.tell_state(terminal)


def seal(arguments: Namespace, terminal: Terminal) -> int:
    with _desk(arguments) as at:
        with opened_signer(arguments, terminal, at.office) as signer:
            for doubt in at.desk.doubts_of_seal(at.dossier_id, signer):
                terminal.trouble(doubt)
            left_unsigned = at.desk.seal(at.dossier_id, signer, terminal.say, image=arguments.image)
        for told in left_unsigned:
            terminal.trouble(told)
        return at.tell_state(terminal)


def stamp(arguments: Namespace, terminal: Terminal) -> int:
    with _desk(arguments) as at:
        taken = at.office.elsewhere.judge_stamped(at.dossier_id, arguments.scans)
        _tell(taken, terminal)
        with _naming_options():
            at.office.elsewhere.stamp(at.dossier_id, arguments.scans, taken, accepted=arguments.accept)
        return at.tell_state(terminal)


def timestamp(arguments: Namespace, terminal: Terminal) -> int:
    """0 when everything could be had; 2 when something could not, which is told."""
    with _desk(arguments) as at:
        troubles = at.desk.extend(at.dossier_id, at.office.trust.own, ProgressLine(terminal))
        for trouble in troubles:
            terminal.trouble(trouble)
        at.tell_state(terminal)
    return 2 if troubles else 0


def package(arguments: Namespace, terminal: Terminal) -> int:
    with _desk(arguments) as at:
        plan = at.office.issued.plan(at.dossier_id, arguments.out)
        signing = opened_signer(arguments, terminal, at.office) if signs(arguments) else nullcontext()
        with signing as signer:
            result = at.desk.package(plan, signer, terminal.say)
        tell_exported(result, at.office.handing_off.findings(at.dossier_id), terminal)
        return at.tell_state(terminal)


def issued(arguments: Namespace, terminal: Terminal) -> int:
    """What was done so far, revision by revision; with --save the document as it is now."""
    from cbc_desktop.exporting.deeds import deeds  # loaded with the desk
    from cbc_desktop.store.issued import document_of

    with _desk(arguments) as at:
        for number, done in groupby(deeds(at.office.store.journal.of(at.dossier_id)), key=lambda deed: deed.revision):
            terminal.say(REVISION.filled(number=number))
            for deed in done:
                terminal.say(_told(deed))
        last = document_of(at.office.issued.files(at.dossier_id))
        if last is None:
            terminal.say(NOTHING)
        elif arguments.save:
            write_atomically(arguments.save, last.content, private=False)
            terminal.say(WRITTEN.filled(path=arguments.save))
        return at.tell_state(terminal)


def _told(deed: Deed) -> Message:
    """Of one file its digest too; the pages of a scan are one deed."""
    at, digest = deed.entry.at.astimezone(VIETNAM), deed.entry.facts.get("digest", "")
    told = STEP.filled(at=f"{at:%d/%m/%Y %H:%M:%S}", what=deed.what, who=deed.entry.who)
    return _with(told, Message(digest, digest)) if digest and ", " not in digest else told


def _tell(taken: TakenBack, terminal: Terminal) -> None:
    if taken.verdict.value != "failed":  # what is refused is told by the refusal
        terminal.say(taken.message)
        for stranger in taken.strangers:
            terminal.trouble(stranger)


@contextmanager
def _naming_options() -> Iterator[None]:
    """What only a person can say is said with an option here."""
    from cbc_desktop.exporting.elsewhere_desk import UndecidedError  # loaded with the desk

    try:
        yield
    except UndecidedError as error:
        raise UserFacingError(_with(error.message, ACCEPT_IT)) from error
    except NumberWantedError as error:
        raise UserFacingError(_with(error.message, GIVE_NUMBER)) from error


def _with(message: Message, option: Message) -> Message:
    return Message(f"{message.vi} {option.vi}", f"{message.en} {option.en}")


def _read_off(known: IssueFacts, arguments: Namespace) -> IssueFacts | None:
    """What a person read off the document; None when nothing was given."""
    words = (arguments.number, arguments.date, arguments.symbol, arguments.place)
    if not any(words):
        return None
    day = day_of(arguments.date) if arguments.date else known.date
    return replace(_given(known, arguments, day), number=arguments.number or "")


def _given(known: IssueFacts, arguments: Namespace, day: date | None) -> IssueFacts:
    return replace(
        known,
        number=arguments.number,
        date=day,
        symbol=known.symbol if arguments.symbol is None else arguments.symbol,
        place=known.place if arguments.place is None else arguments.place,
    )


def copy_package(arguments: Namespace, terminal: Terminal) -> int:
    """Onto a stick; each file is read back from it."""
    with _desk(arguments) as at:
        copied = at.office.handing_off.copy_out(at.dossier_id, arguments.out)
        for path in copied.copies:
            terminal.say(WRITTEN.filled(path=path))
        for path in copied.set_aside:
            terminal.trouble(SET_ASIDE.filled(path=path))
    return 0


def mail_text(arguments: Namespace, terminal: Terminal) -> int:
    """What to write to the receiver; the e-mail draft beside the package says the same."""
    with _desk(arguments) as at:
        for finding in at.office.handing_off.findings(at.dossier_id):
            terminal.trouble(finding.message)
        text = at.office.handing_off.words(at.dossier_id).text
    terminal.say(Message(text, text))
    return 0
