"""What came back is judged beside the window; what is undecided is looked at by a person, who then decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.issuing.step_work import StepWork
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.look import Look

if TYPE_CHECKING:
    from cbc_desktop.exporting.taking_back import TakenBack

Judge = Callable[[Progress], "TakenBack"]
Work = Callable[[Progress], Message | None]
"""Takes it, and answers what there is to tell besides what the judgement said."""
Take = Callable[["TakenBack", bool], Work | None]
"""``bool``: a person has accepted it. None: something has to be filled in first, which is told beside it."""


@dataclass(frozen=True, slots=True)
class Return:
    """What came back: how it is judged and taken, how a person looks at it, and what has to be asked before."""

    judge: Judge
    take: Take
    show_pages: Callable[[TakenBack], None]
    ask: Callable[[TakenBack], Message | None] = lambda _: None
    """What a person is asked to fill in, None for nothing; it is put in sight."""


class Decision:
    """Of one step: passed is taken at once, undecided waits for a person, failed is only told."""

    def __init__(self, look: Look, panel: StepPanel, work: StepWork) -> None:
        self._look, self._panel, self._work = look, panel, work
        self._accept: Callable[[], None] = _nothing

    def accept(self) -> None:
        """What a person is asked about now; what is undecided not before its pages were looked at."""
        self._accept()

    def judge(self, back: Return) -> None:
        self._work.run(back.judge, lambda taken: self._go_on(taken, back))

    def _go_on(self, taken: TakenBack, back: Return) -> None:
        if taken.verdict is Verdict.FAILED:
            self._work.say(taken.message, Tone.ERROR)
            return
        asked = back.ask(taken)
        if asked is None and taken.verdict is Verdict.PASSED:
            self._take(taken, back, accepted=False)
        else:
            self._ask(taken, back, asked)

    def _ask(self, taken: TakenBack, back: Return, asked: Message | None) -> None:
        undecided = taken.verdict is Verdict.INDETERMINATE

        def allow() -> None:
            self._accept = lambda: self._take(taken, back, accepted=undecided)
            accept.setEnabled(True)
            accept.setToolTip("")

        def look() -> None:
            allow()
            back.show_pages(taken)

        see = button(QCoreApplication.translate("Decision", "X&em các trang"), look)
        accept = button(
            QCoreApplication.translate("Decision", "Đã xem, &chấp nhận")
            if undecided
            else QCoreApplication.translate("Decision", "&Nhận với số và ngày này"),
            self.accept,
            kind=Kind.PRIMARY,
        )
        if undecided:
            self._accept = _nothing
            accept.setEnabled(False)
            accept.setToolTip(QCoreApplication.translate("Decision", "Hãy xem các trang trước."))
        else:
            allow()
        told = [self._look.text(message) for message in (taken.message, *taken.strangers, asked) if message is not None]
        self._panel.messages.say("\n".join(told), Tone.WARNING if undecided else Tone.INFO, see, accept)
        see.setFocus()
        self._panel.show_messages()

    def _take(self, taken: TakenBack, back: Return, *, accepted: bool) -> None:
        work = back.take(taken, accepted)
        if work is None:
            return

        def done(told: Message | None) -> None:
            self._work.moved_on()
            said = [message for message in (None if accepted else taken.message, told) if message is not None]
            said += taken.strangers
            if said:
                self._work.say_with_warnings(*said, tone=Tone.WARNING if taken.strangers else Tone.DONE)

        self._work.run(work, done)


def _nothing() -> None:
    """Nobody is asked, or has not looked yet."""
