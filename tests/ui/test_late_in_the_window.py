"""Where a round is over the review asks for the reason before finalising; what was sent is late no more."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

from dossier_showing import ShowDossier
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cbc_desktop.dossier.states import State
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import Office
from cbc_desktop.ui.dossier.places import LastStep
from cbc_desktop.ui.issuing.page import IssuingPage
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.review.entries import Kind
from cbc_desktop.ui.review.page import ReviewPage
from cbc_desktop.ui.start.dossier_list import DossierList

AFTERWARDS = date(2022, 4, 6)
Opener = Callable[[Path], AbstractContextManager[Office]]


def test_the_review_asks_for_the_reason_and_the_step_of_finalising_reminds_of_it(
    show_dossier: ShowDossier, new_dossier: OpenDossier
) -> None:
    view = show_dossier(new_dossier)
    review = view.go(LastStep.REVIEW)
    assert isinstance(review, ReviewPage)
    review.show_only(Kind.LATE)
    (line,) = review.list.views
    assert "Hạn gửi 30/03/2022 đã qua" in line.text.text()
    assert not line.entry.in_the_way
    assert line.explanation is not None
    issuing = view.go(LastStep.ISSUING)
    assert isinstance(issuing, IssuingPage)
    assert issuing.finalising.late.isVisible()
    view.go(LastStep.REVIEW)
    (line,) = review.list.views
    assert line.explanation is not None
    line.explanation.line.setText("Chờ số liệu của ba huyện")
    line.explanation.line.left.emit()
    view.go(LastStep.ISSUING)
    assert not issuing.finalising.late.isVisible()


def test_a_list_of_sent_dossiers_says_nothing_of_a_delay(qtbot: QtBot, tmp_path: Path, opened: Opener) -> None:
    with opened(tmp_path) as office:
        office.filling.begin("837-btttt-cbc", "04")
        (draft,), campaigns = office.filling.dossiers(), office.filling.campaigns()
    shown = DossierList(Look(), Preferences(tmp_path))
    qtbot.addWidget(shown)
    shown.show_dossiers(campaigns, [draft], AFTERWARDS)
    assert "quá hạn 7 ngày" in told(shown)
    out = replace(draft, revision=replace(draft.revision, state=State.HANDED_OVER))
    shown.show_dossiers(campaigns, [out], AFTERWARDS)
    assert "Hạn gửi 30/03/2022 (đã gửi)" in told(shown)


def told(shown: DossierList) -> str:
    """What the heading of the list says."""
    return " ".join(one.text() for one in shown.findChildren(QLabel) if not one.isHidden())
