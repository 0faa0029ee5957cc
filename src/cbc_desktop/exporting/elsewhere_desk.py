"""The desk for documents that are signed or sealed elsewhere: in another program, or on paper with pen and ink.

What comes back is judged first, and kept only then; what is undecided, a person decides (decision 43).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.base.text import ascii_name
from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD
from cbc_desktop.documents.pdf.issue_lines import IssueLines, issue_lines
from cbc_desktop.dossier.facts import issue_facts
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.dossier.states import Action, State, after, permitted
from cbc_desktop.exporting.desk import PRINTING, ExportingDesk
from cbc_desktop.exporting.exported import ExportPlan
from cbc_desktop.exporting.issue_numbers import issued_so, require_numbered
from cbc_desktop.exporting.issued_documents import IssuedDocuments
from cbc_desktop.exporting.taking_back import TakenBack, judged_paper, judged_return
from cbc_desktop.package.archive import read_file
from cbc_desktop.package.office_trust import OfficeTrust
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.issued import IssuedStep, document_of, scans_of

NOT_TAKEN = Message("Chưa nhận: {reason}", "Not taken: {reason}")
ASK_A_PERSON = Message(
    "Chưa nhận: {reason} Nếu đã xem và chấp nhận, hãy xác nhận rồi nhận lại.",
    "Not taken: {reason} When you have looked and accept it, confirm and take it again.",
)
SIGNED_ALREADY = Message(
    "Văn bản đã được ký nên không đưa bản chưa ký ra nữa. Để đóng dấu bằng phần mềm khác, hãy lưu bản hiện tại ra tệp "
    "rồi nhận lại sau khi đóng dấu.",
    "The document is signed, so the unsigned one is not handed out any more. To seal it in another program, save the "
    "present file and take it back when it is sealed.",
)
AGENCY_SIGNED = Message(
    "Tệp đã có chữ ký ở ô dành cho cơ quan. Nếu phần mềm kia đã cấp số và ký cho cơ quan, hãy nhận với lựa chọn đó; "
    "nếu lãnh đạo ký nhầm ô, hãy ký lại tệp đã xuất. Chưa nhận gì.",
    "The field of the agency is signed. If the other program numbered it and signed for the agency, take it back as "
    "such; if the leader signed in the wrong field, sign the exported file again. Nothing was taken.",
)
OTHER_SYMBOL = Message(
    "Chưa nhận: tệp ghi ký hiệu “{stated}”, không phải ký hiệu của loại văn bản này (“{ours}”). Hãy cấp số lại ở phần "
    "mềm kia với đúng ký hiệu.",
    "Not taken: the file has the symbol “{stated}”, which is none of this type of document (“{ours}”). Have the other "
    "program number it with the right symbol.",
)
SCANNED_BEFORE = Message(
    "Đây chính là bản quét đã nhận ở bước ký, nên không cho thấy dấu mực. Hãy quét lại bản giấy sau khi đóng dấu.",
    "This is the very scan from the signing step, so it cannot show the seal. Scan the paper again when it is stamped.",
)
SCAN_SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
PEN, INK = "ky", "dau"
"""What the names of scans begin with."""


class UndecidedError(UserFacingError):
    """A person has to look at it and accept it, or leave it."""


@dataclass(frozen=True, slots=True)
class ElsewhereDesk:
    documents: IssuedDocuments
    trust: OfficeTrust

    @property
    def exporting(self) -> ExportingDesk:
        return self.documents.exporting

    def hand_out(self, plan: ExportPlan, progress: Progress) -> Path:
        """Writes the unsigned PDF into the plan's folder, to be signed elsewhere; it is kept, to be compared with."""
        after(plan.state, Action.SIGN_ELSEWHERE)
        if plan.state is not State.FINALISED:
            raise UserFacingError(SIGNED_ALREADY)
        progress(PRINTING)
        unsigned = self.exporting.press.unsigned(plan, trial=plan.trial)
        path = self._written(plan, unsigned)
        facts = {"folder": str(plan.folder)}
        self.documents.keep(plan, IssuedStep.PREPARED, {path.name: unsigned}, "handed_out", facts)
        return path

    def give_out(self, plan: ExportPlan) -> Path:
        """Writes the document as it is now into the plan's folder, to be sealed in another program."""
        return self._written(plan, self.documents.document(plan.revision.identity.dossier_id).content)

    def judge(self, dossier_id: str, path: Path) -> TakenBack:
        """What is true of a PDF that came back from another program; nothing is kept."""
        plan = self.documents.plan(dossier_id, path.parent)
        returned = read_file(path)
        compared = self._compared(dossier_id, plan, returned)
        taken = judged_return(compared, returned, plan.shown, self.trust.trusted(), self.exporting.clock.now())
        return replace(taken, compared_with=self.documents.document(dossier_id).digest)

    def _compared(self, dossier_id: str, plan: ExportPlan, returned: bytes) -> bytes:
        """What was handed out; while nobody has numbered it, another copy that came back before does not count."""
        current = self.documents.document(dossier_id).content
        if Action.SIGN_ELSEWHERE not in permitted(plan.state) or returned.startswith(current):
            return current
        begun = next(iter(self.documents.files(dossier_id)))
        return begun.content if begun.step is IssuedStep.PREPARED else current

    def take_back(
        self,
        dossier_id: str,
        taken: TakenBack,
        *,
        accepted: bool = False,
        sealed: bool = False,
        given: IssueFacts | None = None,
    ) -> IssueFacts:
        """Goes on with the PDF that was judged; ``accepted`` by a person where the verdict is undecided.

        ``sealed``: the other program has numbered it and signed for the agency too. Its number and date are those that
        its fields state, else those that a person has ``given``; answers what is known of them now. Raises
        NumberWantedError when it is sealed and nobody says which number it has.
        """
        _require(taken, accepted=accepted)
        plan = self.documents.plan(dossier_id, Path())
        if not sealed and any(report.field == AGENCY_FIELD for report in taken.signatures):
            raise UserFacingError(AGENCY_SIGNED)
        issued = self._issued_so(plan, taken.stated, given)
        if sealed:
            require_numbered(issued)
        signers = ", ".join(report.signer for report in taken.signatures)
        facts = {"signer": signers, "verdict": taken.verdict.value, **issue_facts(issued)}
        action = Action.SEAL_ELSEWHERE if sealed else Action.SIGN_ELSEWHERE
        with self.exporting.database.atomic():
            self.documents.require_still(dossier_id, taken.compared_with)
            if sealed and Action.SEAL_ELSEWHERE not in permitted(plan.state):
                self.documents.move(plan, Action.SIGN_ELSEWHERE)
            self.exporting.store.dossiers.set_facts(dossier_id, issued)
            self.documents.step(plan, action, IssuedStep.TAKEN_BACK, taken.content, facts)
        return issued

    def read_again(self, dossier_id: str, given: IssueFacts) -> IssueFacts:
        """What a person reads off a document that another program numbered, once more; nothing is kept.

        UserFacingError where the fields of the document say otherwise.
        """
        plan = self.documents.plan(dossier_id, Path())
        return self._issued_so(plan, issue_lines(self.documents.document(dossier_id).content), given)

    def _symbol(self, plan: ExportPlan, facts: IssueFacts) -> str:
        """Behind the number of the document with these facts."""
        return self.exporting.press.heading(replace(plan, revision=replace(plan.revision, facts=facts))).symbol

    def _issued_so(self, plan: ExportPlan, stated: IssueLines, given: IssueFacts | None) -> IssueFacts:
        facts = issued_so(plan.revision.facts, stated, given)
        if stated.symbol and self._symbol(plan, facts) != stated.symbol:
            facts = replace(facts, symbol=stated.symbol)
            if (ours := self._symbol(plan, facts)) != stated.symbol:
                raise UserFacingError(OTHER_SYMBOL.filled(stated=stated.symbol, ours=ours))
        return replace(facts, symbol=self._symbol(plan, facts)) if facts.number else facts

    def judge_paper(self, plan: ExportPlan, scans: Sequence[Path], progress: Progress = lambda _: None) -> TakenBack:
        """Whether the scans show this document, by the codes on its pages; nothing is kept."""
        return judged_paper(scans, plan.shown.content_digest, self._printed(plan), progress)

    def judge_stamped(self, dossier_id: str, scans: Sequence[Path], progress: Progress = lambda _: None) -> TakenBack:
        """Of paper that was stamped: what was scanned when it was signed shows no ink, unless a person says so."""
        taken = self.judge_paper(self.documents.plan(dossier_id, Path()), scans, progress)
        signed = {scan.digest for scan in scans_of(self.documents.files(dossier_id)) if scan.name.startswith(f"{PEN}-")}
        if taken.verdict is Verdict.FAILED or not {Digest.of(read_file(scan)) for scan in scans} <= signed:
            return taken
        return replace(taken, verdict=Verdict.INDETERMINATE, message=SCANNED_BEFORE)

    def _printed(self, plan: ExportPlan) -> bytes:
        """The document as it was printed."""
        begun = document_of(self.documents.files(plan.revision.identity.dossier_id))
        if begun is None or begun.document != plan.document.id:
            return self.exporting.press.unsigned(plan, trial=plan.trial)
        return begun.content

    def sign_with_pen(
        self, plan: ExportPlan, scans: Sequence[Path], taken: TakenBack, progress: Progress, *, accepted: bool = False
    ) -> None:
        """Records that the printed document was signed by hand; the scans go with the package."""
        _require(taken, accepted=accepted)
        contents = _scans(scans, PEN)
        progress(PRINTING)
        unsigned = self.exporting.press.unsigned(plan, trial=plan.trial)
        with self.exporting.database.atomic():
            self.documents.step(
                plan, Action.SIGN_WITH_PEN, IssuedStep.PREPARED, unsigned, {"verdict": taken.verdict.value}
            )
            self.documents.keep(plan, IssuedStep.SCANNED, contents, "scanned", {"files": ", ".join(contents)})

    def stamp(self, dossier_id: str, scans: Sequence[Path], taken: TakenBack, *, accepted: bool = False) -> None:
        """Records that the paper was stamped with the seal in ink; its scans go with those of the signature."""
        _require(taken, accepted=accepted)
        plan = self.documents.plan(dossier_id, Path())
        contents = _scans(scans, INK)
        facts = {"files": ", ".join(contents), "verdict": taken.verdict.value}
        with self.exporting.database.atomic():
            self.documents.move(plan, Action.SEAL_WITH_STAMP)
            self.documents.keep(plan, IssuedStep.SCANNED, contents, Action.SEAL_WITH_STAMP.value, facts)

    def _written(self, plan: ExportPlan, content: bytes) -> Path:
        """What lay there is kept under another name: the other program may have signed it."""
        name = f"{plan.name}.pdf"
        with self.exporting.stages.staged(plan.folder) as stage:
            write_atomically(stage.folder / name, content, private=False)
        return plan.folder / name


def _require(taken: TakenBack, *, accepted: bool) -> None:
    """Raises UserFacingError for what may not be taken, or not before a person has accepted it."""
    if taken.verdict is Verdict.FAILED:
        raise UserFacingError(NOT_TAKEN.filled(reason=taken.message))
    if taken.verdict is Verdict.INDETERMINATE and not accepted:
        raise UndecidedError(ASK_A_PERSON.filled(reason=taken.message))


def _scans(paths: Sequence[Path], step: str) -> dict[str, bytes]:
    """The files by names that a package can hold: the step, and numbered in their order."""
    return {f"{step}-{_scan_name(place, path)}": read_file(path) for place, path in enumerate(paths, 1)}


def _scan_name(place: int, path: Path) -> str:
    """Scans are known by their content, so their names may end in anything: "quét.png (1)"."""
    suffix = path.suffix.lower()
    name = f"{place:02d}-{ascii_name(path.stem)[:60].lower()}"
    return name + suffix if suffix in SCAN_SUFFIXES else name
