"""What came back is judged beside the window; what is undecided is looked at by a person, who then decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.message import Progress
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.ui.issuing.step_panel import StepPanel
from cbc_desktop.ui.issuing.step_work import StepWork
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.message_bar import Tone
from cbc_desktop.ui.look import Look

if TYPE_CHECKING:
    from cbc_desktop.exporting.taking_back import TakenBack

Judge = Callable[[Progress], "TakenBack"]
Take = Callable[["TakenBack", bool, Progress], None]
"""``bool``: a person has accepted it."""


class Decision:
    """Of one step: passed is taken at once, undecided waits for a person, failed is only told."""

    def __init__(self, look: Look, panel: StepPanel, work: StepWork) -> None:
        self._look, self._panel, self._work = look, panel, work

    def judge(self, judge: Judge, take: Take, show_pages: Callable[[TakenBack], None]) -> None:
        """``show_pages`` lets a person look at what came back."""
        self._work.run(judge, lambda taken: self._go_on(taken, take, show_pages))

    def _go_on(self, taken: TakenBack, take: Take, show_pages: Callable[[TakenBack], None]) -> None:
        if taken.verdict is Verdict.INDETERMINATE:
            self._ask(taken, take, show_pages)
        elif taken.verdict is Verdict.FAILED:
            self._work.say(taken.message, Tone.ERROR)
        else:
            self._take(taken, take, accepted=False)

    def _ask(self, taken: TakenBack, take: Take, show_pages: Callable[[TakenBack], None]) -> None:
        see = button(QCoreApplication.translate("Decision", "X&em các trang"), lambda: show_pages(taken))
        accept = button(
            QCoreApplication.translate("Decision", "Đã xem, &chấp nhận"),
            lambda: self._take(taken, take, accepted=True),
            kind=Kind.PRIMARY,
        )
        self._panel.messages.say(self._look.text(taken.message), Tone.WARNING, see, accept)
        see.setFocus()

    def _take(self, taken: TakenBack, take: Take, *, accepted: bool) -> None:
        def done(_: None) -> None:
            self._work.moved_on()
            if not accepted:
                self._work.say(taken.message, Tone.DONE)

        self._work.run(lambda progress: take(taken, accepted, progress), done)
