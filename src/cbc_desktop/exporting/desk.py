"""The desk where a finalised revision becomes a signed PDF, a workbook, a package and an e-mail draft.

Everything that is written is read back and compared with the store before the desk says that it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import Clock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import VIETNAMESE, Message
from cbc_desktop.documents.excel.workbook import render_workbook
from cbc_desktop.documents.page_map import PageMap
from cbc_desktop.documents.pdf.closing import LEADER_FIELD
from cbc_desktop.documents.pdf.flattened import flattened
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.dossier.states import Action, State
from cbc_desktop.exporting.exported import ExportedFiles, ExportedNames, ExportPlan, ExportResult
from cbc_desktop.exporting.mail_draft import mail_draft
from cbc_desktop.exporting.official_document import documents_of
from cbc_desktop.exporting.on_paper import on_paper
from cbc_desktop.exporting.parts import RevisionParts, revision_parts
from cbc_desktop.exporting.preview import Preview
from cbc_desktop.exporting.read_back import read_back, require_same_answers
from cbc_desktop.exporting.revision_printing import RevisionPrinter
from cbc_desktop.exporting.staging import staged
from cbc_desktop.exporting.steps import may_export
from cbc_desktop.forms.campaign_documents import DocumentDef
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.package.archive import build_archive, write_package
from cbc_desktop.package.manifest import Manifest
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.database import Database
from cbc_desktop.store.form_versions import FormVersions
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.stored_dossier import StoredDossier

Progress = Callable[[Message], None]

STEPS = {
    "print": Message("Đang dựng văn bản và sổ tính …", "Making the document and the workbook …"),
    "preview": Message("Đang dựng văn bản để xem …", "Making the document to look at …"),
    "sign": Message("Đang ký số …", "Signing …"),
    "write": Message("Đang ghi các tệp …", "Writing the files …"),
    "read": Message("Đang đọc lại để đối chiếu …", "Reading back to compare …"),
}
EXPORTED = "exported"
PREVIEW_NAME, DRAFT_NAME = "xem-truoc", "du-thao"
_BEGIN_ANEW = ("finalised", "reopened")
"""Events of the journal behind which there is a revision that nobody has exported yet."""
TRIAL_MARK = "[THỬ NGHIỆM] "
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
        documents = documents_of(revision, campaign)
        chosen = _chosen(document, documents)
        return ExportPlan(revision, dossier.revision.state, campaign, agency, folder, dossier.trial, documents, chosen)

    def export(self, plan: ExportPlan, signer: Signer, progress: Progress) -> ExportResult:
        """Prints, signs, packs, writes and reads back; the files appear together, when all of them are good."""
        actions = _actions(plan.state)
        trial = plan.trial or signer.trial
        progress(STEPS["print"])
        printed = self._printed(plan, trial=trial)
        parts, unsigned = self._made(plan, printed)
        progress(STEPS["sign"])
        moment = self.clock.now()
        content = parts.all_with(signer.sign_pdf(unsigned, SigningOrder(field=LEADER_FIELD, at=moment)))
        manifest = Manifest.of(content, signed=True).to_xml()
        archive = build_archive(content, plan.revision.finalised_at, signer.sign_manifest(manifest, at=moment))
        progress(STEPS["write"])
        names = ExportedNames.of(parts.name)
        with staged(plan.folder) as stage:
            self._write(stage.folder, names, content, archive)
            mail = self._mail(plan, names, archive, trial=trial)
            write_atomically(stage.folder / names.mail, mail, private=False)
            progress(STEPS["read"])
            require_same_answers(parts.data[parts.workbook], printed)
            report = read_back(stage.folder / names.package, plan.shown, content, self.clock)
        self._record(plan, names, Digest.of(archive), actions)
        return ExportResult.of(plan.folder, names, report, stage.set_aside)

    def unsigned(self, plan: ExportPlan, progress: Progress) -> bytes:
        """The PDF/A with its data and fields, as it is before anybody signs it; nothing is written or recorded."""
        progress(STEPS["print"])
        return self._made(plan, self._printed(plan, trial=plan.trial))[1]

    def preview(self, plan: ExportPlan, progress: Progress) -> Preview:
        """The pages that will be signed, without the data that are embedded in them; nothing is written.

        A draft is marked as one on every page, and has no codes: nobody shall take its figures for final ones.
        """
        progress(STEPS["preview"])
        printed = self._printed(plan, trial=plan.trial)
        if not printed.draft:
            printed = on_paper(printed, self._parts(plan, b"", trial=plan.trial))  # the workbook is not on paper
        progress(STEPS["preview"])
        rendered = render_pdf(printed)
        name = f"{DRAFT_NAME if printed.draft else PREVIEW_NAME}-{plan.name}"
        return Preview(flattened(to_pdfa(rendered, [])), name, PageMap(rendered.landmarks))

    def workbook(self, plan: ExportPlan, language: str) -> bytes:
        """The workbook alone, for whoever reads the other language; the one of an export is always Vietnamese."""
        return render_workbook(self._printed(plan, trial=plan.trial, language=language))

    def last_export(self, dossier_id: str) -> ExportedFiles | None:
        """Where the last export of the latest revision went; None when it has not been exported."""
        for entry in reversed(self.store.journal.of(dossier_id)):
            if entry.event in _BEGIN_ANEW:
                return None
            if entry.event == EXPORTED:
                return ExportedFiles.of(Path(entry.facts["folder"]), entry.facts["package"], entry.at)
        return None

    def hand_over(self, dossier_id: str, sent: date) -> None:
        """Records that the package left the house on that day; nothing is sent by this program."""
        facts = self.store.dossiers.get(dossier_id).revision.facts
        with self.database.atomic():
            self.store.dossiers.move(dossier_id, Action.HAND_OVER, self.who)
            self.store.dossiers.set_facts(dossier_id, replace(facts, sent=sent))
            self.store.journal.record("handed_over", self.who, dossier_id, {"sent": sent.isoformat()})

    def _printed(self, plan: ExportPlan, *, trial: bool, language: str = VIETNAMESE) -> PrintedDossier:
        printer = RevisionPrinter(FormVersions(self.catalogue, self.store.forms), self.identifiers)
        printed = printer.print_revision(
            plan.revision, plan.document, plan.campaign, plan.agency, trial=trial, language=language
        )
        return replace(printed, draft=plan.state is State.DRAFT)

    def _made(self, plan: ExportPlan, printed: PrintedDossier) -> tuple[RevisionParts, bytes]:
        """The parts, and the PDF/A that embeds them, ready to be signed."""
        parts = self._parts(plan, render_workbook(printed), trial=printed.trial)
        return parts, to_pdfa(render_pdf(on_paper(printed, parts)), parts.embedded())

    def _parts(self, plan: ExportPlan, workbook: bytes, *, trial: bool) -> RevisionParts:
        media = {file.name: self.store.attachments.read(file) for file in plan.shown.attachments}
        return revision_parts(plan.shown, plan.name, plan.agency, workbook, media, trial=trial)

    def _write(self, stage: Path, names: ExportedNames, content: Mapping[str, bytes], archive: bytes) -> None:
        write_atomically(stage / names.document, content[names.document], private=False)
        write_atomically(stage / names.workbook, content[names.workbook], private=False)
        write_package(stage / names.package, archive)

    def _mail(self, plan: ExportPlan, names: ExportedNames, archive: bytes, *, trial: bool) -> bytes:
        campaign = plan.campaign
        words = {"agency": plan.agency.name_vi, "letter": campaign.letter.number, "files": f"- {names.package}"}
        return mail_draft(
            receiver=campaign.receiver.email,
            receiver_name=campaign.receiver.name,
            subject=f"{TRIAL_MARK if trial else ''}{campaign.mail.subject.format(**words)}",
            body=campaign.mail.body.format(**words),
            package_name=names.package,
            package=archive,
            date=self.clock.now(),
            identifier=self.identifiers.new_uuid(),
        )

    def _record(self, plan: ExportPlan, names: ExportedNames, digest: Digest, actions: Sequence[Action]) -> None:
        dossier_id = plan.revision.identity.dossier_id
        with self.database.atomic():
            for action in actions:
                self.store.dossiers.move(dossier_id, action, self.who)
            facts = {"package": names.package, "digest": str(digest), "folder": str(plan.folder)}
            self.store.journal.record(EXPORTED, self.who, dossier_id, facts)


def _chosen(name: str, documents: Sequence[DocumentDef]) -> DocumentDef:
    found = next((document for document in documents if name in ("", document.id)), None)
    if found is None:
        known = ", ".join(document.id for document in documents)
        raise UserFacingError(NO_SUCH_DOCUMENT.filled(name=name, known=known))
    return found


def _actions(state: State) -> tuple[Action, ...]:
    """What an export does to the revision; a repeated one packs it anew. Refused once the clerk has gone on."""
    if state is State.FINALISED:
        return (Action.SIGN, Action.PACKAGE)
    if not may_export(state):
        raise UserFacingError(TOO_LATE)
    return (Action.PACKAGE,)
