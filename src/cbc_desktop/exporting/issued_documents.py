"""The document of a dossier on its way out: which file it is now, and how the next one takes its place.

A step happens whole or not at all: the file, the state and the journal are written in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import Action
from cbc_desktop.exporting.desk import ExportingDesk
from cbc_desktop.exporting.exported import ExportPlan
from cbc_desktop.store.issued import IssuedFile, IssuedStep, document_of

NOT_BEGUN = Message(
    "Chưa có văn bản nào được ký hoặc được đưa đi ký. Hãy ký, hoặc xuất văn bản để ký ở nơi khác, trước bước này.",
    "No document has been signed or handed out for signing yet. Sign it, or export it to be signed elsewhere, first.",
)
CHANGED_MEANWHILE = Message(
    "Trong lúc làm bước này, văn bản đã được ký, cấp số hoặc thay bằng tệp khác. Chưa ghi nhận gì và không mất gì; hãy "
    "xem lại văn bản rồi làm lại bước này.",
    "While this step was at work, the document was signed, numbered or replaced by another file. Nothing was recorded "
    "and nothing is lost; look at the document and do this step again.",
)


@dataclass(frozen=True, slots=True)
class IssuedDocuments:
    """For the desks that issue; ``who`` did each step stands in the journal of the exporting desk."""

    exporting: ExportingDesk

    def files(self, dossier_id: str) -> tuple[IssuedFile, ...]:
        """Every file of the document of the latest revision since it was begun, the oldest first."""
        return self.exporting.store.issued.of(dossier_id)

    def document(self, dossier_id: str) -> IssuedFile:
        """The document as it is now; UserFacingError before it was begun."""
        document = document_of(self.files(dossier_id))
        if document is None:
            raise UserFacingError(NOT_BEGUN)
        return document

    def plan(self, dossier_id: str, folder: Path) -> ExportPlan:
        """The latest revision as the document that was begun; UserFacingError when none was."""
        return self.exporting.plan(dossier_id, folder, self.document(dossier_id).document)

    def require_still(self, dossier_id: str, digest: Digest | None) -> None:
        """Keys, services and people take their time; what they answer belongs to the file that they began with."""
        if self.document(dossier_id).digest != digest:
            raise UserFacingError(CHANGED_MEANWHILE)

    def step(
        self, plan: ExportPlan, action: Action, step: IssuedStep, content: bytes, facts: Mapping[str, str]
    ) -> None:
        with self.exporting.database.atomic():
            self.move(plan, action)
            self.keep(plan, step, {f"{plan.name}.pdf": content}, action.value, facts)

    def move(self, plan: ExportPlan, action: Action) -> None:
        self.exporting.store.dossiers.move(plan.revision.identity.dossier_id, action, self.exporting.who)

    def keep(
        self, plan: ExportPlan, step: IssuedStep, contents: Mapping[str, bytes], event: str, facts: Mapping[str, str]
    ) -> None:
        store, who, dossier_id = self.exporting.store, self.exporting.who, plan.revision.identity.dossier_id
        with self.exporting.database.atomic():
            self.exporting.require_latest(plan)
            store.issued.add(dossier_id, step, plan.document.id, contents, who)
            digests = ", ".join(str(Digest.of(content)) for content in contents.values())
            store.journal.record(event, who, dossier_id, {**facts, "digest": digests})
