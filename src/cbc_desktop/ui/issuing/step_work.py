"""How a step is carried out: beside the window, one at a time, and what comes of it is told in the step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.key_entry import KeyEntry
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.preview.making import BUSY
from cbc_desktop.ui.rooms import Surroundings

if TYPE_CHECKING:
    from cbc_desktop.signing.signer import Signer

T = TypeVar("T")
STOPPED = Message(
    "Đã dừng theo yêu cầu; bước này chưa làm gì, không mất gì.",
    "Stopped, as you wished; nothing was done in this step, and nothing is lost.",
)


STOPPED_HALFWAY = Message(
    "Đã dừng theo yêu cầu; những gì đã xong trước đó được giữ lại.",
    "Stopped, as you wished; what was done before is kept.",
)
NOT_SIGNED_YET = Message(
    "{reason} Chưa ký gì: nếu vẫn muốn ký, hãy nhập lại mật khẩu hoặc mã PIN rồi bấm ký lần nữa.",
    "{reason} Nothing was signed yet: to sign all the same, enter the passphrase or PIN and press the button again.",
)


class UndecidedKeyError(UserFacingError):
    """A person has to decide before anything is signed."""


@dataclass(frozen=True, slots=True)
class Signed(Generic[T]):
    """What came of work with a signer, and what the certificate leaves open that was not told before."""

    outcome: T
    warnings: tuple[Message, ...]


class StepWork(QObject):
    """Belongs to one step."""

    def __init__(self, around: Surroundings, controller: DossierController, panel: StepPanel) -> None:
        super().__init__(panel)
        self._around, self._controller, self._panel = around, controller, panel
        self._told_of: set[bytes] = set()
        """Certificates against which something speaks, as a person was told."""

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[], None] = lambda: None,
    ) -> bool:
        """False when it was not begun; ``failed`` after an error was told."""
        self._panel.begun.emit()
        self._panel.messages.clear()
        if not self._controller.leave():
            return False

        def tell(error: UserFacingError) -> None:
            self._look_again()
            self.say(error.message, Tone.WARNING if isinstance(error, UndecidedKeyError) else Tone.ERROR)
            failed()

        begun = self._around.tasks.run(self._panel, work, done=done, failed=tell, cancelled=self._stopped)
        if not begun:
            self.say(BUSY, Tone.INFO)
        return begun

    def run_with_key(
        self,
        entry: KeyEntry,
        work: Callable[[Signer, Progress], T],
        done: Callable[[Signed[T]], None],
        doubts_of: Callable[[Signer], tuple[Message, ...]] = lambda _: (),
    ) -> None:
        """The key is opened with what was typed, once, in a child process; the window forgets it before.

        What ``doubts_of`` says against signing with it is told first; a trial certificate is only for practice, so
        there it is told afterwards.
        """
        source = entry.source
        if source is None:
            self._panel.messages.say(entry.lacking, Tone.WARNING)
            entry.take_keyboard()
            return
        secret, clock, trust = entry.take_secret(), self._around.office.clock, self._around.office.trust.own

        def carry_out(progress: Progress) -> Signed[T]:
            from cbc_desktop.signing.fitness import STATUS_NOT_CHECKED
            from cbc_desktop.signing.opening import open_signer  # not loaded before a person signs

            with open_signer(source, secret, now=clock.now(), progress=progress) as signer:
                findings = trust.warnings_of(signer, progress)
                unknown = [one.message for one in findings if one.code == STATUS_NOT_CHECKED]
                others = [one.message for one in findings if one.code != STATUS_NOT_CHECKED]
                before = unknown if trust.services().status else []  # while they are off it is told beside the button
                (others if signer.trial else before).extend(doubts_of(signer))
                self._require_decided(signer, before)
                return Signed(work(signer, progress), tuple(others))

        if not self.run(carry_out, done, entry.begin_again):
            secret.wipe()

    def _stopped(self) -> None:
        self.say(STOPPED_HALFWAY if self._look_again() else STOPPED, Tone.INFO)

    def _look_again(self) -> bool:
        """Whether the dossier moved on before the work ended early: what was signed stays signed."""
        dossier = self._controller.dossier
        state = self._around.office.store.dossiers.get(dossier.dossier_id).revision.state
        moved = state is not dossier.stored.revision.state
        if moved:
            self.moved_on()
        return moved

    def _require_decided(self, signer: Signer, doubts: list[Message]) -> None:
        """Whoever was told once and comes again wants to sign all the same."""
        if doubts and signer.certificate.der not in self._told_of:
            self._told_of.add(signer.certificate.der)
            raise UndecidedKeyError(NOT_SIGNED_YET.filled(reason=Message.joined(doubts, " ")))

    def moved_on(self) -> None:
        """The dossier took a step beside the window: everything about it is read anew."""
        self._panel.fold()
        self._controller.step(self._controller.dossier.look_again)
        self._panel.done.emit()

    def say_with_warnings(self, message: Message, *warnings: Message, tone: Tone = Tone.DONE) -> None:
        """What was done, and below it what is left open."""
        self._panel.messages.say("\n".join(map(self._around.look.text, (message, *warnings))), tone)
        self._panel.show_messages()

    def say(self, message: Message, tone: Tone) -> None:
        """Always in sight: the next step has the keyboard by now, and may have drawn the page to itself."""
        self._panel.messages.say(self._around.look.text(message), tone)
        self._panel.show_messages()
