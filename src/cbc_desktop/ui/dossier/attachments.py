"""Opens an attached file in the system's program for it: a copy, so that the dossier's own stays as it was attached."""

from __future__ import annotations

import tempfile
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.system_open import open_with_system


def open_attachment(controller: DossierController, name: str) -> None:
    """Told in the message bar when the file is missing, damaged, or cannot be written for opening."""
    try:
        attachment, content = controller.dossier.attached(name)
        path = Path(tempfile.mkdtemp(prefix="cbc-")) / attachment.name
        write_atomically(path, content)
    except UserFacingError as error:
        controller.refused.emit(error.message)
        return
    open_with_system(path, controller.refused.emit)
