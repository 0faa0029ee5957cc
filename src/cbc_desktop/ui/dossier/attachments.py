"""Opens an attached file in the system's program for it: a copy, so that the dossier's own stays as it was attached."""

from __future__ import annotations

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.system_open import open_with_system


def open_attachment(controller: DossierController, name: str) -> None:
    """Told in the message bar when the file is missing, damaged, or cannot be written for opening."""
    try:
        path = controller.dossier.attached_copy(name)
    except UserFacingError as error:
        controller.refused.emit(error.message)
        return
    open_with_system(path, controller.refused.emit)
