"""Whether an open draft that has hardly been begun is offered what an earlier dossier of its agency answers."""

from __future__ import annotations

from cbc_desktop.dossier.states import State
from cbc_desktop.engine.navigation import Progress
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.office import Office

HARDLY_BEGUN = 10
"""Per cent of the questions that are answered."""


def offers_prefill(office: Office, dossier: OpenDossier, progress: Progress) -> bool:
    revision = dossier.stored.revision
    if revision.state is not State.DRAFT or revision.number > 1:
        return False
    hardly_begun = progress.answered * 100 <= progress.asked * HARDLY_BEGUN
    return hardly_begun and bool(office.prefilling.sources(dossier.dossier_id))
