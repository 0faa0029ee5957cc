"""The pages of the receiving room in the order of the work, each with its title and how it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication

from cbc_desktop.ui.receiving.scope import Scope
from cbc_desktop.ui.receiving.section_page import SectionPage
from cbc_desktop.ui.rooms import Surroundings


class Section(Enum):
    """A new page is a line here, one in ``section_titles`` and one in ``MAKERS``."""

    ARRIVED = 0
    CONSOLIDATING = 1
    ONE_FILE = 2


def section_titles() -> dict[Section, str]:
    return {
        Section.ARRIVED: QCoreApplication.translate("Section", "Hồ sơ đã nhận"),
        Section.CONSOLIDATING: QCoreApplication.translate("Section", "Tổng hợp"),
        Section.ONE_FILE: QCoreApplication.translate("Section", "Kiểm tra một tệp"),
    }


def _arrived(around: Surroundings, scope: Scope) -> SectionPage:
    from cbc_desktop.ui.receiving.arrived.page import ArrivedPage

    return ArrivedPage(around, scope)


def _consolidating(around: Surroundings, scope: Scope) -> SectionPage:
    from cbc_desktop.ui.consolidating.page import ConsolidatingPage

    return ConsolidatingPage(around, scope)


def _one_file(around: Surroundings, _: Scope) -> SectionPage:
    from cbc_desktop.ui.receiving.one_file import OneFilePage

    return OneFilePage(around)


MAKERS: Mapping[Section, Callable[[Surroundings, Scope], SectionPage]] = {
    Section.ARRIVED: _arrived,
    Section.CONSOLIDATING: _consolidating,
    Section.ONE_FILE: _one_file,
}
