"""The desk where a document is signed, numbered, sealed and packed, one step after the other (decision 43).

Each step makes the next file of the document; what may follow what is said by ``dossier/states.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.documents.issue_facts import numbered
from cbc_desktop.documents.pdf.field_names import LEADER_FIELD
from cbc_desktop.documents.stamps.appearances import seal_stamp, signature_stamp
from cbc_desktop.documents.stamps.written import written_seal, written_signature
from cbc_desktop.dossier.frozen_answers import frozen_answer
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import Action, after
from cbc_desktop.exporting.attachment_signing import SignedAttachments, signed_attachments
from cbc_desktop.exporting.desk import PRINTING, ExportingDesk
from cbc_desktop.exporting.exported import ExportPlan, ExportResult
from cbc_desktop.exporting.issue_limits import IssueLimits
from cbc_desktop.exporting.issued_documents import IssuedDocuments
from cbc_desktop.exporting.packing import Outgoing
from cbc_desktop.exporting.signing_steps import numbered_document, sealed_document, signed_document, written_by
from cbc_desktop.exporting.steps import WayOut
from cbc_desktop.exporting.taking_back import TRIAL_SIGNATURE, is_trial
from cbc_desktop.package.office_trust import OfficeTrust
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.issued import IssuedStep, attached_copies_of, document_of, scans_of

GIVEN_UP = Message(
    "Văn bản đã ký trước đó ({name}) được thay bằng văn bản ký lần này.",
    "The document that was signed before ({name}) is given up for the one that is signed now.",
)
SYMBOL_ON_PAPER = Message(
    "Bản giấy đã ký có ký hiệu “{symbol}”, nên không đổi ký hiệu được nữa. Chưa có gì thay đổi.",
    "The paper that was signed carries the symbol “{symbol}”, which cannot be changed any more. Nothing was changed.",
)

LEADERS_OWN = Message(
    "Lãnh đạo đã ký bằng chính chứng thư này (“{signer}”); cơ quan phải ký bằng chứng thư của cơ quan.",
    "The leader signed with this very certificate (“{signer}”); the agency is to sign with a certificate of its own.",
)


@dataclass(frozen=True, slots=True)
class IssuingDesk:
    """Prints and packs with the exporting desk."""

    documents: IssuedDocuments

    @property
    def exporting(self) -> ExportingDesk:
        return self.documents.exporting

    # --- the leader ------------------------------------------------------------------------------------------------

    def sign(self, plan: ExportPlan, signer: Signer, progress: Progress, *, image: bool = True) -> None:
        """Prints the document and signs it for the leader; with the ``image`` that a profile has of the signature.

        Without one the document says in words who signed, and when.
        """
        after(plan.state, Action.SIGN)
        self.exporting.require_latest(plan)
        progress(PRINTING)
        unsigned = self.exporting.press.unsigned(plan, trial=plan.trial or signer.trial)
        at = self.exporting.clock.now()
        shown = self.signature_image(plan) if image else b""
        appearance = signature_stamp(shown) if shown else self._written_signature(plan, signer, at)
        signed = signed_document(unsigned, signer, at, progress, appearance)
        self.documents.step(plan, Action.SIGN, IssuedStep.SIGNED, signed, {"signer": signer.certificate.subject})

    def _written_signature(self, plan: ExportPlan, signer: Signer, at: datetime) -> bytes:
        return written_signature(written_by(signer, at), clear_of_seal=self.seal_image(plan) is not None)

    def signatory(self, plan: ExportPlan) -> str:
        """Whose name stands below the leader's signature, as it was frozen."""
        paths = plan.document.text.signatory
        form = next(form for form in plan.revision.forms if form.form_id == paths.form)
        return frozen_answer(form, paths.name)

    def findings(self, plan: ExportPlan) -> list[Finding]:
        """What to think of before the document is signed: what it lacks, and what is given up for it."""
        begun = document_of(self.documents.files(plan.revision.identity.dossier_id))
        if begun is None or begun.step is IssuedStep.PREPARED:
            return plan.findings()
        given_up = GIVEN_UP.filled(name=begun.name)
        return [*plan.findings(), Finding("document.given-up", Severity.WARNING, begun.name, given_up)]

    def signature_image(self, plan: ExportPlan) -> bytes:
        """PNG of the signature of the person whom the document names; b"" when no profile has one."""
        return self.exporting.store.profiles.signature_of(plan.revision.identity.agency, self.signatory(plan))

    def seal_image(self, plan: ExportPlan) -> tuple[bytes, float] | None:
        """PNG of the agency's seal and its diameter in millimetres; None when no profile has one."""
        return self.exporting.store.profiles.seal_of(plan.revision.identity.agency)

    # --- the clerk -------------------------------------------------------------------------------------------------

    def limits(self, dossier_id: str) -> IssueLimits:
        """What a clerk is told of the days and the symbol that are given to the latest revision."""
        plan = self.exporting.plan(dossier_id, Path())
        signed = WayOut.of(plan.state, self.exporting.store.journal.of(dossier_id)).signed_here
        finalised, today = _day(plan.revision.finalised_at), _day(self.exporting.clock.now())
        return IssueLimits(finalised, _day(signed.at) if signed else None, today, plan.replaced)

    def number(self, dossier_id: str, facts: IssueFacts) -> IssueFacts:
        """Fills number, symbol, place and date into the fields of the document, as an update behind the signature.

        Answers the facts as the document has them now.
        UserFacingError when the leader has signed another number or date.
        """
        plan = self.documents.plan(dossier_id, Path())
        after(plan.state, Action.NUMBER)
        facts = numbered(facts)
        if facts.symbol != plan.revision.facts.symbol and scans_of(self.documents.files(dossier_id)):
            raise UserFacingError(SYMBOL_ON_PAPER.filled(symbol=plan.revision.facts.symbol))
        heading = self.exporting.press.heading(replace(plan, revision=replace(plan.revision, facts=facts)))
        facts = replace(facts, symbol=heading.symbol)
        current = self.documents.document(dossier_id)
        content = numbered_document(current.content, heading, self.exporting.clock.now())
        issued = facts.date.isoformat() if facts.date else ""
        given = {"number": facts.number, "symbol": facts.symbol, "date": issued}
        with self.exporting.database.atomic():
            self.documents.require_still(dossier_id, current.digest)
            self.exporting.store.dossiers.set_facts(dossier_id, facts)
            self.documents.step(plan, Action.NUMBER, IssuedStep.NUMBERED, content, given)
        return facts

    def doubts_of_seal(self, dossier_id: str, signer: Signer) -> tuple[Message, ...]:
        """That the leader signed with this very certificate: the agency signs with one of its own."""
        current = self.documents.document(dossier_id)
        reports = verify_pdf(current.content, TrustAnchors.none(), at=self.exporting.clock.now())
        own = (signer.certificate.issuer, signer.certificate.serial)
        leaders = any(report.field == LEADER_FIELD and (report.issuer, report.serial) == own for report in reports)
        return (LEADERS_OWN.filled(signer=signer.certificate.subject),) if leaders else ()

    def seal(self, dossier_id: str, signer: Signer, progress: Progress, *, image: bool = True) -> tuple[Message, ...]:
        """Signs for the agency, with the seal that a profile has; nothing in the document may change afterwards.

        Without a seal the document says in words which agency signed, and when.
        Attached PDF files are signed in copies; tells which could not be.
        """
        plan = self.documents.plan(dossier_id, Path())
        after(plan.state, Action.SEAL)
        current = self.documents.document(dossier_id)
        if signer.trial and not is_trial(current.content):
            raise UserFacingError(TRIAL_SIGNATURE)
        shown = self.seal_image(plan) if image else None
        at = self.exporting.clock.now()
        appearance = seal_stamp(*shown) if shown else written_seal(written_by(signer, at))
        sealed = sealed_document(current.content, signer, at, progress, appearance)
        attached = self._signed_attachments(plan, signer, progress)
        facts = {"signer": signer.certificate.subject}
        with self.exporting.database.atomic():
            self.documents.require_still(dossier_id, current.digest)
            self.documents.step(plan, Action.SEAL, IssuedStep.SEALED, sealed, facts)
            if attached.copies:
                self.documents.keep(plan, IssuedStep.ATTACHED, attached.copies, "attachments_signed", facts)
        return attached.told

    def _signed_attachments(self, plan: ExportPlan, signer: Signer, progress: Progress) -> SignedAttachments:
        press = self.exporting.press
        heading = press.heading(plan)
        number = f"{heading.number}/{heading.symbol}"
        return signed_attachments(press.media(plan), number, signer, self.exporting.clock.now(), progress)

    def extend(self, dossier_id: str, trust: OfficeTrust, progress: Progress) -> tuple[Message, ...]:
        """Adds attested time and status to the signatures, as far as services answer; says what could not be had.

        Raises UserFacingError when no service is on, nobody has signed, or what ``progress`` raises to stop it.
        """
        plan = self.documents.plan(dossier_id, Path())
        current = self.documents.document(dossier_id)
        extended = trust.extended(current.content, progress)
        if extended.pdf != current.content:
            facts = {"troubles": str(len(extended.troubles))}
            with self.exporting.database.atomic():
                self.documents.require_still(dossier_id, current.digest)
                self.documents.keep(plan, IssuedStep.EXTENDED, {f"{plan.name}.pdf": extended.pdf}, "extended", facts)
        return extended.troubles

    # --- the package -----------------------------------------------------------------------------------------------

    def package(self, plan: ExportPlan, signer: Signer | None, progress: Progress) -> ExportResult:
        """Packs the document as far as it has come; ``signer`` signs the container, which pen and others cannot."""
        after(plan.state, Action.PACKAGE)
        self.exporting.require_latest(plan)
        dossier_id = plan.revision.identity.dossier_id
        current = self.documents.document(dossier_id)
        files = self.documents.files(dossier_id)
        scans = {scan.name: scan.content for scan in scans_of(files)}
        copies = {copy.name: copy.content for copy in attached_copies_of(files)}
        outgoing = Outgoing(current.content, is_trial(current.content), scans, copies)
        packed = self.exporting.packing.pack(plan, outgoing, signer, progress)
        with self.exporting.database.atomic():
            self.documents.require_still(dossier_id, current.digest)
            self.exporting.record_packed(plan, packed)
        return packed.result


def _day(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()
