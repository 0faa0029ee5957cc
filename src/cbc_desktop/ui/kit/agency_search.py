"""Finding an agency by parts of its name, without accents, or by its code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cbc_desktop.forms.agencies import Agency
from cbc_desktop.ui.kit.search_list import SearchList


class AgencySearch(SearchList[Agency]):
    """``search`` answers with the agencies that a text may mean, "" with all."""

    def __init__(self, search: Callable[[str], Sequence[Agency]], parent: QWidget | None = None) -> None:
        names = (
            self.tr("Tìm cơ quan"),
            self.tr("Gõ tên hoặc mã, không cần dấu: thua thien hue"),
            self.tr("Các cơ quan tìm thấy"),
            self.tr("Không có cơ quan nào như vậy trong danh mục của đợt khảo sát này."),
        )
        super().__init__(search, lambda agency: f"{agency.name_vi}  ({agency.code})", names, parent)

    @property
    def agency(self) -> Agency | None:
        """The one that is selected."""
        return self.found
