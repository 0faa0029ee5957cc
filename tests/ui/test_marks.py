"""Each state has its own drawing and its own word."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cbc_desktop.ui.kit.marks import Mark, MarkWidget, mark_pixmap, mark_word
from cbc_desktop.ui.theme.colours import SCHEMES, Scheme


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_marks_look_alike(qtbot: QtBot, scheme: Scheme) -> None:
    drawn = [mark_pixmap(mark, SCHEMES[scheme]).toImage() for mark in Mark]
    assert all(one != other for place, one in enumerate(drawn) for other in drawn[:place])


def test_no_two_marks_have_the_same_word() -> None:
    assert len({mark_word(mark) for mark in Mark}) == len(Mark)


def test_a_mark_tells_its_word_to_who_does_not_see_it(qtbot: QtBot) -> None:
    widget = MarkWidget(Mark.DONE, SCHEMES[Scheme.LIGHT])
    qtbot.addWidget(widget)
    widget.show_mark(Mark.PROBLEM)
    assert (widget.accessibleName(), widget.toolTip()) == ("có lỗi", "có lỗi")
