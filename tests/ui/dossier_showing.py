"""What the fixture ``show_dossier`` is: a dossier goes in, its view comes out."""

from __future__ import annotations

from collections.abc import Callable

from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.dossier.view import DossierView

ShowDossier = Callable[[OpenDossier], DossierView]
