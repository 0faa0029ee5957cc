"""Into which folder a consolidation is written: one for each campaign, and another one for practice."""

from __future__ import annotations

from pathlib import Path

from cbc_desktop.ui.issuing.folder_line import FolderLine
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.receiving.scope import Scope

_NAME, _NAME_FOR_PRACTICE = "tong-hop-{campaign}", "tong-hop-{campaign}-thu"


class OutFolderLine(FolderLine):
    """Follows ``scope``."""

    def __init__(self, preferences: Preferences, scope: Scope) -> None:
        self._kept, self._scope = preferences, scope
        super().__init__(preferences)

    @property
    def folder(self) -> Path:
        return self._kept.consolidated_folder(self._name) or documents_folder() / self._name

    def use(self, folder: Path) -> None:
        self._kept.keep_consolidated_folder(self._name, folder)
        self.show_folder()

    @property
    def _name(self) -> str:
        campaign = self._scope.campaign
        name = _NAME_FOR_PRACTICE if self._scope.trial else _NAME
        return name.format(campaign=campaign.id if campaign else "")
