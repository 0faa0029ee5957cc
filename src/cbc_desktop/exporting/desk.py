"""The desk where a finalised revision is printed, and where it becomes a signed package in one go.

Everything that is written is read back and compared with the store before the desk says that it is done. Step by step
the same is done at the issuing desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.stamps.written import written_signature
from cbc_desktop.dossier.revision import IssueFacts, Revision
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.exporting.exported import ExportedFiles, ExportPlan, ExportResult
from cbc_desktop.exporting.lacking import lacking_in
from cbc_desktop.exporting.official_document import documents_of
from cbc_desktop.exporting.packing import Outgoing, Packed, Packing
from cbc_desktop.exporting.press import Press
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.exporting.replacing import issued_before, replacing
from cbc_desktop.exporting.signing_steps import signed_document, written_by
from cbc_desktop.exporting.steps import EXPORTED, may_export
from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.database import Database
from cbc_desktop.store.issued import IssuedStep
from cbc_desktop.store.journal import JournalEntry
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.staging import Stages
from cbc_desktop.store.stored_dossier import StoredDossier

PRINTING = Message("Đang dựng văn bản và sổ tính …", "Making the document and the workbook …")
PREVIEWING = Message("Đang dựng văn bản để xem …", "Making the document to look at …")
BROUGHT = ("taken_in", "joined")
"""Events of the journal with which a dossier comes from another computer; what is before may have happened there."""
_BEGIN_ANEW = ("finalised", "reopened")
"""Events of the journal behind which there is a revision that nobody has exported yet."""
NOT_FINALISED = Message(
    "Hồ sơ chưa chốt số liệu nên chưa xuất được. Hãy kiểm tra và chốt số liệu trước.",
    "The dossier is not finalised and cannot be exported. Review and finalise it first.",
)
NO_SUCH_DOCUMENT = Message(
    "Số liệu đã chốt không lập thành văn bản “{name}”. Có thể chọn: {known}. Hồ sơ vẫn còn nguyên.",
    "The finalised answers do not make the document “{name}”. Possible: {known}. The dossier is untouched.",
)
TOO_LATE = Message(
    "Văn bản đã được cấp số hoặc đóng dấu nên không ký lại từ đầu được. Hãy mở lại hồ sơ để lập bản mới nếu cần sửa.",
    "The document has been numbered or sealed and cannot be signed anew. Reopen the dossier to make a new revision.",
)
REOPENED_MEANWHILE = Message(
    "Hồ sơ đã được mở lại thành bản mới (lần {latest}) sau khi bước này bắt đầu với lần {number}. Chưa ghi nhận gì và "
    "không mất gì; hãy làm lại với bản mới.",
    "The dossier was reopened as a new revision ({latest}) after this step had begun with revision {number}. Nothing "
    "was recorded and nothing is lost; do it again with the new revision.",
)


@dataclass(frozen=True, slots=True)
class ExportingDesk:
    """``who`` is the person at this computer, for the journal."""

    catalogue: FormCatalogue
    database: Database
    store: OfficeStore
    clock: Clock
    identifiers: IdentifierSource
    who: str

    def plan(self, dossier_id: str, folder: Path, document: str = "") -> ExportPlan:
        """The latest revision, to be exported into ``folder`` as ``document``, the usual one when none is named.

        Raises UserFacingError while it is a draft, and for a document that the answers do not make.
        """
        dossier = self.store.dossiers.get(dossier_id)
        if dossier.revision.state is State.DRAFT:
            raise UserFacingError(NOT_FINALISED)
        revision = self.store.submissions.load(dossier_id, dossier.revision.number)
        return self._plan(dossier, revision, folder, document)

    def plan_of_draft(self, revision: Revision, folder: Path) -> ExportPlan:
        """A draft as if it were finalised, to be previewed as the usual document; it is never exported."""
        return self._plan(self.store.dossiers.get(revision.identity.dossier_id), revision, folder)

    def _plan(self, dossier: StoredDossier, revision: Revision, folder: Path, document: str = "") -> ExportPlan:
        campaign = self.catalogue.campaign(revision.identity.campaign_id)
        agency = campaign.agencies.require(str(revision.identity.agency))
        documents, replaced = documents_of(revision, campaign), self._replaced(revision)
        if replaced is not None:
            documents = tuple(replacing(one, replaced, campaign, agency) for one in documents)
        chosen, state = _chosen(document, documents), dossier.revision.state
        return ExportPlan(revision, state, campaign, agency, folder, dossier.trial, documents, chosen, replaced)

    def _replaced(self, revision: Revision) -> IssueFacts | None:
        return issued_before(self.store.dossiers.revisions(revision.identity.dossier_id), revision.number)

    def export(self, plan: ExportPlan, signer: Signer, progress: Progress) -> ExportResult:
        """Signs for the leader and packs in one go; the files appear together, when all of them are good."""
        if not may_export(plan.state):
            raise UserFacingError(TOO_LATE)
        self.require_latest(plan)
        progress(PRINTING)
        trial = plan.trial or signer.trial
        unsigned = self.press.unsigned(plan, trial=trial)
        at = self.clock.now()
        appearance = written_signature(written_by(signer, at), clear_of_seal=False)
        signed = signed_document(unsigned, signer, at, progress, appearance)
        packed = self.packing.pack(plan, Outgoing(signed, trial), signer, progress)
        self._record_signed_and_packed(plan, signed, packed)
        return packed.result

    def require_latest(self, plan: ExportPlan) -> None:
        """A plan may have been made long ago: UserFacingError when another revision has taken the place of its own."""
        latest = self.store.dossiers.get(plan.revision.identity.dossier_id).revision.number
        if latest != plan.revision.number:
            raise UserFacingError(REOPENED_MEANWHILE.filled(latest=latest, number=plan.revision.number))

    @property
    def press(self) -> Press:
        return Press(self.catalogue, self.store, self.identifiers)

    @property
    def packing(self) -> Packing:
        return Packing(self.press, self.stages, self.clock, self.identifiers)

    @property
    def stages(self) -> Stages:
        return Stages(self.database.path.parent)

    def unsigned(self, plan: ExportPlan, progress: Progress) -> bytes:
        """The PDF/A with its data and fields, as it is before anybody signs it; nothing is written or recorded."""
        progress(PRINTING)
        return self.press.unsigned(plan, trial=plan.trial)

    def preview(self, plan: ExportPlan, progress: Progress) -> Preview:
        """The pages that will be signed, or those of a draft; nothing is written."""
        progress(PREVIEWING)
        return self.press.preview(plan, progress)

    def workbook(self, plan: ExportPlan, language: str) -> bytes:
        """The workbook alone, for whoever reads the other language; the one of an export is always Vietnamese."""
        return self.press.workbook(plan, language)

    def last_export(self, dossier_id: str) -> ExportedFiles | None:
        """Where the last export of the latest revision went; None when it has not been exported."""
        entry = self._last_export(dossier_id)
        if entry is None:
            return None
        files = ExportedFiles.of(Path(entry.facts["folder"]), entry.facts["package"], entry.at)
        return replace(files, here=not self._came_since(dossier_id, entry) or _is_still(files.package, entry))

    def last_digest(self, dossier_id: str) -> str:
        """Of the package that was exported last; "" when none was."""
        entry = self._last_export(dossier_id)
        return entry.facts["digest"] if entry else ""

    def last_lacking(self, dossier_id: str) -> tuple[FactCode, ...]:
        """What the package that was exported last lacks of an issued document."""
        entry = self._last_export(dossier_id)
        return tuple(map(FactCode, entry.facts.get("lacking", "").split())) if entry else ()

    def _last_export(self, dossier_id: str) -> JournalEntry | None:
        for entry in reversed(self.store.journal.of(dossier_id)):
            if entry.event in _BEGIN_ANEW:
                return None
            if entry.event == EXPORTED:
                return entry
        return None

    def _came_since(self, dossier_id: str, entry: JournalEntry) -> bool:
        """Whether the dossier was brought here from another computer since, with its journal."""
        journal = self.store.journal.of(dossier_id)
        return any(later.event in BROUGHT for later in journal[journal.index(entry) + 1 :])

    def hand_over(self, dossier_id: str, sent: date) -> None:
        """Records that the package left the house on that day; nothing is sent by this program."""
        facts = self.store.dossiers.get(dossier_id).revision.facts
        with self.database.atomic():
            self.store.dossiers.move(dossier_id, Action.HAND_OVER, self.who)
            self.store.dossiers.set_facts(dossier_id, replace(facts, sent=sent))
            self.store.journal.record("handed_over", self.who, dossier_id, {"sent": sent.isoformat()})

    def _record_signed_and_packed(self, plan: ExportPlan, signed: bytes, packed: Packed) -> None:
        dossier_id = plan.revision.identity.dossier_id
        with self.database.atomic():
            self.require_latest(plan)
            self.store.dossiers.move(dossier_id, Action.SIGN, self.who)
            name = packed.result.document.name
            self.store.issued.add(dossier_id, IssuedStep.SIGNED, plan.document.id, {name: signed}, self.who)
            self.record_packed(plan, packed)

    def record_packed(self, plan: ExportPlan, packed: Packed) -> None:
        """In the transaction around it."""
        self.require_latest(plan)
        dossier_id = plan.revision.identity.dossier_id
        self.store.dossiers.move(dossier_id, Action.PACKAGE, self.who)
        package = packed.result.package
        lacking = lacking_in(packed.result.report, self.store.dossiers.get(dossier_id).revision.state)
        where = {"package": package.name, "digest": str(packed.digest), "folder": str(plan.folder)}
        facts = {**where, "lacking": " ".join(code.value for code in lacking)}
        self.store.journal.record(EXPORTED, self.who, dossier_id, facts)


def _chosen(name: str, documents: Sequence[DocumentDef]) -> DocumentDef:
    found = next((document for document in documents if name in ("", document.id)), None)
    if found is None:
        known = ", ".join(document.id for document in documents)
        raise UserFacingError(NO_SUCH_DOCUMENT.filled(name=name, known=known))
    return found


def _is_still(package: Path, entry: JournalEntry) -> bool:
    return package.is_file() and str(Digest.of_file(package)) == entry.facts["digest"]
