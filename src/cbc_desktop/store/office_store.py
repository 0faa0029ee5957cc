"""All stores of one database together, as the desks are given them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.store.anchors import AnchorStore
from cbc_desktop.store.answers import AnswerStore
from cbc_desktop.store.attachments import AttachmentStore
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.edits import EditStore
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.forms import FormStore
from cbc_desktop.store.instances import InstanceStore
from cbc_desktop.store.issued import IssuedStore
from cbc_desktop.store.journal import Journal
from cbc_desktop.store.profiles import ProfileStore
from cbc_desktop.store.remarks import RemarkStore
from cbc_desktop.store.returns import ReturnStore
from cbc_desktop.store.service_settings import ServiceStore
from cbc_desktop.store.submissions import SubmissionStore


@dataclass(frozen=True, slots=True)
class OfficeStore:
    """One store for each kind of thing; ``over`` makes them for a database and the folder of attached files."""

    dossiers: DossierStore
    forms: FormStore
    instances: InstanceStore
    answers: AnswerStore
    edits: EditStore
    remarks: RemarkStore
    attachments: AttachmentStore
    submissions: SubmissionStore
    returns: ReturnStore
    issued: IssuedStore
    profiles: ProfileStore
    anchors: AnchorStore
    services: ServiceStore
    journal: Journal

    @classmethod
    def over(cls, database: Database, media: Path, clock: Clock) -> OfficeStore:
        dossiers = DossierStore(database, clock)
        return cls(
            dossiers=dossiers,
            forms=FormStore(database),
            instances=InstanceStore(database),
            answers=AnswerStore(database, clock),
            edits=EditStore(database),
            remarks=RemarkStore(database, clock),
            attachments=AttachmentStore(database, DigestFolder(media), clock),
            submissions=SubmissionStore(database, dossiers),
            returns=ReturnStore(database, clock),
            issued=IssuedStore(database, clock),
            profiles=ProfileStore(database),
            anchors=AnchorStore(database, clock),
            services=ServiceStore(database),
            journal=Journal(database, clock),
        )
