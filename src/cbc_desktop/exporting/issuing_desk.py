"""The desk where a document is signed, numbered, sealed and packed, one step after the other (decision 43).

Each step makes the next file of the document; what may follow what is said by ``dossier/states.py``. A step happens
whole or not at all: the file, the state and the journal are written in one transaction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import Finding, Severity
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import ascii_name
from cbc_desktop.documents.pdf.closing import AGENCY_FIELD
from cbc_desktop.documents.pdf.finished import page_count
from cbc_desktop.documents.stamps.appearances import seal_stamp, signature_stamp
from cbc_desktop.documents.vietnamese import document_number
from cbc_desktop.dossier.frozen_answers import frozen_answer
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import Action, State, after, permitted
from cbc_desktop.exporting.attachment_signing import SignedAttachments, signed_attachments
from cbc_desktop.exporting.desk import PRINTING, ExportingDesk
from cbc_desktop.exporting.exported import ExportPlan, ExportResult
from cbc_desktop.exporting.packing import Outgoing, Progress
from cbc_desktop.exporting.signing_steps import numbered_document, sealed_document, signed_document
from cbc_desktop.exporting.staging import staged
from cbc_desktop.exporting.taking_back import TRIAL_SIGNATURE, TakenBack, is_trial, judged_paper, judged_return
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.office_trust import OfficeTrust
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.issued import IssuedFile, IssuedStep, attached_copies_of, document_of, scans_of

NOT_BEGUN = Message(
    "Chưa có văn bản nào được ký hoặc được đưa đi ký. Hãy ký, hoặc xuất văn bản để ký ở nơi khác, trước bước này.",
    "No document has been signed or handed out for signing yet. Sign it, or export it to be signed elsewhere, first.",
)
NOT_TAKEN = Message("Chưa nhận: {reason}", "Not taken: {reason}")
SCAN_SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
ASK_A_PERSON = Message(
    "Chưa nhận: {reason} Nếu đã xem và chấp nhận, hãy xác nhận rồi nhận lại.",
    "Not taken: {reason} When you have looked and accept it, confirm and take it again.",
)
CHANGED_MEANWHILE = Message(
    "Trong lúc làm bước này, văn bản đã được ký, cấp số hoặc thay bằng tệp khác. Chưa ghi nhận gì và không mất gì; hãy "
    "xem lại văn bản rồi làm lại bước này.",
    "While this step was at work, the document was signed, numbered or replaced by another file. Nothing was recorded "
    "and nothing is lost; look at the document and do this step again.",
)
SIGNED_ALREADY = Message(
    "Văn bản đã được ký nên không đưa bản chưa ký ra nữa. Để đóng dấu bằng phần mềm khác, hãy lưu bản hiện tại ra tệp "
    "rồi nhận lại sau khi đóng dấu.",
    "The document is signed, so the unsigned one is not handed out any more. To seal it in another program, save the "
    "present file and take it back when it is sealed.",
)
GIVEN_UP = Message(
    "Văn bản đã ký trước đó ({name}) được thay bằng văn bản ký lần này.",
    "The document that was signed before ({name}) is given up for the one that is signed now.",
)
AGENCY_SIGNED = Message(
    "Tệp đã có chữ ký ở ô dành cho cơ quan. Nếu phần mềm kia đã cấp số và ký cho cơ quan, hãy nhận với lựa chọn đó; "
    "nếu lãnh đạo ký nhầm ô, hãy ký lại tệp đã xuất. Chưa nhận gì.",
    "The field of the agency is signed. If the other program numbered it and signed for the agency, take it back as "
    "such; if the leader signed in the wrong field, sign the exported file again. Nothing was taken.",
)
NO_NUMBER = Message(
    "“{number}” không phải là số văn bản. Hãy ghi bằng chữ số, ví dụ 45 hoặc 45a; ký hiệu ghi ở mục riêng.",
    "“{number}” is no number of a document. Write digits, such as 45 or 45a; the symbol has its own place.",
)
SYMBOL_ON_PAPER = Message(
    "Bản giấy đã ký có ký hiệu “{symbol}”, nên không đổi ký hiệu được nữa. Chưa có gì thay đổi.",
    "The paper that was signed carries the symbol “{symbol}”, which cannot be changed any more. Nothing was changed.",
)
PEN, INK = "ky", "dau"
"""What the names of scans begin with."""
_A_NUMBER = re.compile(r"\d{1,6}[^\W\d_]?")


@dataclass(frozen=True, slots=True)
class IssuingDesk:
    """Prints and packs with the exporting desk; ``who`` did each step stands in its journal."""

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

    # --- the leader ------------------------------------------------------------------------------------------------

    def sign(self, plan: ExportPlan, signer: Signer, progress: Progress, *, image: bool = True) -> None:
        """Prints the document and signs it for the leader; with the ``image`` that a profile has of the signature."""
        after(plan.state, Action.SIGN)
        self.exporting.require_latest(plan)
        progress(PRINTING)
        unsigned = self.exporting.press.unsigned(plan, trial=plan.trial or signer.trial)
        shown = self.signature_image(plan) if image else b""
        appearance = signature_stamp(shown) if shown else b""
        signed = signed_document(unsigned, signer, self.exporting.clock.now(), progress, appearance)
        self._step(plan, Action.SIGN, IssuedStep.SIGNED, signed, {"signer": signer.certificate.subject})

    def signatory(self, plan: ExportPlan) -> str:
        """Whose name stands below the leader's signature, as it was frozen."""
        paths = plan.document.text.signatory
        form = next(form for form in plan.revision.forms if form.form_id == paths.form)
        return frozen_answer(form, paths.name)

    def findings(self, plan: ExportPlan) -> list[Finding]:
        """What to think of before the document is signed: what it lacks, and what is given up for it."""
        begun = document_of(self.files(plan.revision.identity.dossier_id))
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

    def hand_out(self, plan: ExportPlan, progress: Progress) -> Path:
        """Writes the unsigned PDF into the plan's folder, to be signed elsewhere; it is kept, to be compared with."""
        after(plan.state, Action.SIGN_ELSEWHERE)
        if plan.state is not State.FINALISED:
            raise UserFacingError(SIGNED_ALREADY)
        progress(PRINTING)
        unsigned = self.exporting.press.unsigned(plan, trial=plan.trial)
        name = f"{plan.name}.pdf"
        with staged(plan.folder) as stage:  # the other program may have signed the file of the same name
            write_atomically(stage.folder / name, unsigned, private=False)
        self._keep(plan, IssuedStep.PREPARED, {name: unsigned}, "handed_out", {"folder": str(plan.folder)})
        return plan.folder / name

    def judge(self, dossier_id: str, path: Path) -> TakenBack:
        """What is true of a PDF that came back from another program; nothing is kept."""
        plan = self.plan(dossier_id, path.parent)
        returned = read_file(path)
        compared = self._compared(dossier_id, plan, returned)
        now = self.exporting.clock.now()
        return replace(
            judged_return(compared, returned, plan.shown, now), compared_with=self.document(dossier_id).digest
        )

    def _compared(self, dossier_id: str, plan: ExportPlan, returned: bytes) -> bytes:
        """What was handed out; while nobody has numbered it, another copy that came back before does not count."""
        current = self.document(dossier_id).content
        if Action.SIGN_ELSEWHERE not in permitted(plan.state) or returned.startswith(current):
            return current
        begun = next(iter(self.files(dossier_id)))
        return begun.content if begun.step is IssuedStep.PREPARED else current

    def take_back(self, dossier_id: str, taken: TakenBack, *, accepted: bool = False, sealed: bool = False) -> None:
        """Goes on with the PDF that was judged; ``accepted`` by a person where the verdict is undecided.

        ``sealed``: the other program has numbered it and signed for the agency too.
        """
        _require(taken, accepted=accepted)
        plan = self.plan(dossier_id, Path())
        if not sealed and any(report.field == AGENCY_FIELD for report in taken.signatures):
            raise UserFacingError(AGENCY_SIGNED)
        signers = ", ".join(report.signer for report in taken.signatures)
        facts = {"signer": signers, "verdict": taken.verdict.value}
        action = Action.SEAL_ELSEWHERE if sealed else Action.SIGN_ELSEWHERE
        with self.exporting.database.atomic():
            self._require_still(dossier_id, taken.compared_with)
            if sealed and Action.SEAL_ELSEWHERE not in permitted(plan.state):
                self._move(plan, Action.SIGN_ELSEWHERE)
            self._step(plan, action, IssuedStep.TAKEN_BACK, taken.content, facts)

    def judge_paper(self, plan: ExportPlan, scans: Sequence[Path], progress: Progress = lambda _: None) -> TakenBack:
        """Whether the scans show this document, by the codes on its pages; nothing is kept."""
        return judged_paper(scans, plan.shown.content_digest, self._pages(plan), progress)

    def _pages(self, plan: ExportPlan) -> int:
        """Of the document as it was printed."""
        begun = document_of(self.files(plan.revision.identity.dossier_id))
        if begun is None or begun.document != plan.document.id:
            return page_count(self.exporting.press.unsigned(plan, trial=plan.trial))
        return page_count(begun.content)

    def sign_with_pen(
        self, plan: ExportPlan, scans: Sequence[Path], taken: TakenBack, progress: Progress, *, accepted: bool = False
    ) -> None:
        """Records that the printed document was signed by hand; the scans go with the package."""
        _require(taken, accepted=accepted)
        contents = _scans(scans, PEN)
        progress(PRINTING)
        unsigned = self.exporting.press.unsigned(plan, trial=plan.trial)
        with self.exporting.database.atomic():
            self._step(plan, Action.SIGN_WITH_PEN, IssuedStep.PREPARED, unsigned, {"verdict": taken.verdict.value})
            self._keep(plan, IssuedStep.SCANNED, contents, "scanned", {"files": ", ".join(contents)})

    # --- the clerk -------------------------------------------------------------------------------------------------

    def number(self, dossier_id: str, facts: IssueFacts) -> None:
        """Fills number, symbol, place and date into the fields of the document, as an update behind the signature.

        UserFacingError when the leader has signed another number or date.
        """
        plan = self.plan(dossier_id, Path())
        after(plan.state, Action.NUMBER)
        facts = replace(facts, number=_numbered(facts.number))
        if facts.symbol != plan.revision.facts.symbol and scans_of(self.files(dossier_id)):
            raise UserFacingError(SYMBOL_ON_PAPER.filled(symbol=plan.revision.facts.symbol))
        heading = self.exporting.press.heading(replace(plan, revision=replace(plan.revision, facts=facts)))
        current = self.document(dossier_id)
        numbered = numbered_document(current.content, heading, self.exporting.clock.now())
        given = {"number": facts.number, "date": facts.date.isoformat() if facts.date else ""}
        with self.exporting.database.atomic():
            self._require_still(dossier_id, current.digest)
            self.exporting.store.dossiers.set_facts(dossier_id, facts)
            self._step(plan, Action.NUMBER, IssuedStep.NUMBERED, numbered, given)

    def seal(self, dossier_id: str, signer: Signer, progress: Progress, *, image: bool = True) -> tuple[Message, ...]:
        """Signs for the agency, with the seal that a profile has; nothing in the document may change afterwards.

        Attached PDF files are signed in copies; tells which could not be.
        """
        plan = self.plan(dossier_id, Path())
        after(plan.state, Action.SEAL)
        current = self.document(dossier_id)
        if signer.trial and not is_trial(current.content):
            raise UserFacingError(TRIAL_SIGNATURE)
        shown = self.seal_image(plan) if image else None
        appearance = seal_stamp(*shown) if shown else b""
        sealed = sealed_document(current.content, signer, self.exporting.clock.now(), progress, appearance)
        attached = self._signed_attachments(plan, signer, progress)
        facts = {"signer": signer.certificate.subject}
        with self.exporting.database.atomic():
            self._require_still(dossier_id, current.digest)
            self._step(plan, Action.SEAL, IssuedStep.SEALED, sealed, facts)
            if attached.copies:
                self._keep(plan, IssuedStep.ATTACHED, attached.copies, "attachments_signed", facts)
        return attached.told

    def _signed_attachments(self, plan: ExportPlan, signer: Signer, progress: Progress) -> SignedAttachments:
        press = self.exporting.press
        heading = press.heading(plan)
        number = f"{heading.number}/{heading.symbol}"
        return signed_attachments(press.media(plan), number, signer, self.exporting.clock.now(), progress)

    def stamp(self, dossier_id: str, scans: Sequence[Path], taken: TakenBack, *, accepted: bool = False) -> None:
        """Records that the paper was stamped with the seal in ink; its scans go with those of the signature."""
        _require(taken, accepted=accepted)
        plan = self.plan(dossier_id, Path())
        contents = _scans(scans, INK)
        facts = {"files": ", ".join(contents), "verdict": taken.verdict.value}
        with self.exporting.database.atomic():
            self._move(plan, Action.SEAL_WITH_STAMP)
            self._keep(plan, IssuedStep.SCANNED, contents, Action.SEAL_WITH_STAMP.value, facts)

    def extend(self, dossier_id: str, trust: OfficeTrust, progress: Progress) -> tuple[Message, ...]:
        """Adds attested time and status to the signatures, as far as services answer; says what could not be had.

        Raises UserFacingError when no service is on, nobody has signed, or what ``progress`` raises to stop it.
        """
        plan = self.plan(dossier_id, Path())
        current = self.document(dossier_id)
        extended = trust.extended(current.content, progress)
        if extended.pdf != current.content:
            facts = {"troubles": str(len(extended.troubles))}
            with self.exporting.database.atomic():
                self._require_still(dossier_id, current.digest)
                self._keep(plan, IssuedStep.EXTENDED, {f"{plan.name}.pdf": extended.pdf}, "extended", facts)
        return extended.troubles

    # --- the package -----------------------------------------------------------------------------------------------

    def package(self, plan: ExportPlan, signer: Signer | None, progress: Progress) -> ExportResult:
        """Packs the document as far as it has come; ``signer`` signs the container, which pen and others cannot."""
        after(plan.state, Action.PACKAGE)
        self.exporting.require_latest(plan)
        dossier_id = plan.revision.identity.dossier_id
        current = self.document(dossier_id)
        files = self.files(dossier_id)
        scans = {scan.name: scan.content for scan in scans_of(files)}
        copies = {copy.name: copy.content for copy in attached_copies_of(files)}
        outgoing = Outgoing(current.content, is_trial(current.content), scans, copies)
        packed = self.exporting.packing.pack(plan, outgoing, signer, progress)
        with self.exporting.database.atomic():
            self._require_still(dossier_id, current.digest)
            self.exporting.record_packed(plan, packed)
        return packed.result

    # --- what all steps do -----------------------------------------------------------------------------------------

    def _require_still(self, dossier_id: str, digest: Digest | None) -> None:
        """Keys, services and people take their time; what they answer belongs to the file that they began with."""
        if self.document(dossier_id).digest != digest:
            raise UserFacingError(CHANGED_MEANWHILE)

    def _step(
        self, plan: ExportPlan, action: Action, step: IssuedStep, content: bytes, facts: Mapping[str, str]
    ) -> None:
        with self.exporting.database.atomic():
            self._move(plan, action)
            self._keep(plan, step, {f"{plan.name}.pdf": content}, action.value, facts)

    def _move(self, plan: ExportPlan, action: Action) -> None:
        self.exporting.store.dossiers.move(plan.revision.identity.dossier_id, action, self.exporting.who)

    def _keep(
        self, plan: ExportPlan, step: IssuedStep, contents: Mapping[str, bytes], event: str, facts: Mapping[str, str]
    ) -> None:
        store, who, dossier_id = self.exporting.store, self.exporting.who, plan.revision.identity.dossier_id
        with self.exporting.database.atomic():
            self.exporting.require_latest(plan)
            store.issued.add(dossier_id, step, plan.document.id, contents, who)
            digests = ", ".join(str(Digest.of(content)) for content in contents.values())
            store.journal.record(event, who, dossier_id, {**facts, "digest": digests})


def _require(taken: TakenBack, *, accepted: bool) -> None:
    """Raises UserFacingError for what may not be taken, or not before a person has accepted it."""
    if taken.verdict is Verdict.FAILED:
        raise UserFacingError(_because(NOT_TAKEN, taken.message))
    if taken.verdict is Verdict.INDETERMINATE and not accepted:
        raise UserFacingError(_because(ASK_A_PERSON, taken.message))


def _because(message: Message, reason: Message) -> Message:
    return Message(message.vi.format(reason=reason.vi), message.en.format(reason=reason.en))


def _numbered(number: str) -> str:
    """With the zero before a single digit (Decree 30/2020/NĐ-CP, Appendix I, part II.3)."""
    number = number.strip()
    if not _A_NUMBER.fullmatch(number):
        raise UserFacingError(NO_NUMBER.filled(number=number))
    return document_number(int(number)) if number.isdecimal() else number


def _scans(paths: Sequence[Path], step: str) -> dict[str, bytes]:
    """The files by names that a package can hold: the step, and numbered in their order."""
    return {f"{step}-{_scan_name(place, path)}": read_file(path) for place, path in enumerate(paths, 1)}


def _scan_name(place: int, path: Path) -> str:
    """Scans are known by their content, so their names may end in anything: "quét.png (1)"."""
    suffix = path.suffix.lower()
    name = f"{place:02d}-{ascii_name(path.stem)[:60].lower()}"
    return name + suffix if suffix in SCAN_SUFFIXES else name
