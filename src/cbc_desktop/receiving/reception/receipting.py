"""Receipts for what arrived: a small file, its signature beside it, and an e-mail draft that carries both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import ascii_name
from cbc_desktop.dossier.return_slip import SIGNATURE_SUFFIX, SUFFIX, Outcome, ReturnSlip, slip_to_json
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.package.mail_draft import mail_draft
from cbc_desktop.receiving.returning import ReceiptedDossier, ReturningDesk, ReturnRemark
from cbc_desktop.signing.signer import Signer
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.received_store import ReceivedStore

NO_DOSSIER = Message(
    "“{name}” không có hồ sơ đọc được, nên không lập được phiếu. Hãy báo cho đơn vị gửi bằng cách khác.",
    "No dossier could be read in “{name}”, so no receipt can be written. Tell the sender in another way.",
)
TRIAL_SUBJECT = "[THỬ NGHIỆM] "
# What goes out is in Vietnamese (decision 20).
SUBJECTS = {
    Outcome.ACCEPTED: "Đã tiếp nhận báo cáo của {agency}, lần {number}",
    Outcome.WITH_REMARKS: "Đã tiếp nhận báo cáo của {agency}, lần {number}, kèm ý kiến",
    Outcome.TO_BE_CORRECTED: "Đề nghị sửa báo cáo của {agency}, lần {number}",
}
BODY = """Kính gửi: {agency}

{sentence}

Nơi lập phiếu: {by}. Mã băm nội dung: {digest}
{questions}
Phiếu kèm thư này ({file}) mở được bằng chương trình cbc-desktop: nút “Nhận phiếu trả lại”. Hãy để tệp chữ ký ({file}.p7s), nếu có, cùng thư mục với phiếu.
"""  # noqa: E501 - the text of a letter is not broken
SENTENCES = {
    Outcome.ACCEPTED: "Báo cáo lần {number} đã được tiếp nhận.",
    Outcome.WITH_REMARKS: "Báo cáo lần {number} đã được tiếp nhận. Một số ý kiến để lưu ý:",
    Outcome.TO_BE_CORRECTED: "Đề nghị sửa báo cáo lần {number} ở các mục sau rồi gửi lại:",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """``content`` are the bytes of the slip, ``signature`` those over them, b"" where nobody signed."""

    slip: ReturnSlip
    trial: bool
    content: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Of the file: agency, revision and the beginning of the content's digest, so that no two are alike."""
        slip = self.slip
        agency = ascii_name(slip.agency_name).lower()[:60]
        return f"phieu-{agency}-lan-{slip.number}-{str(slip.content_digest)[:8]}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Receipting:
    store: ReceivedStore
    catalogue: FormCatalogue
    clock: Clock
    identifiers: IdentifierSource
    who: str

    def give(
        self, arrival: Arrival, outcome: Outcome, remarks: Iterable[ReturnRemark], by: str, signer: Signer | None
    ) -> Receipt:
        """Writes, signs and keeps it; UserFacingError as `ReturningDesk.receipt`, and when it cannot be signed."""
        about = self._about(arrival)
        slip = ReturningDesk(self.catalogue, self.clock, self.identifiers).receipt(about, outcome, remarks, by)
        content = slip_to_json(slip)
        signature = signer.sign_manifest(content, at=self.clock.now()) if signer else b""
        self.store.receipts.add(arrival.digest, outcome.value, content, signature, who=self.who)
        trial = bool(arrival.dossier and arrival.dossier.trial)
        return Receipt(slip, trial or bool(signer and signer.trial), content, signature)

    def write(self, receipt: Receipt, folder: Path) -> tuple[Path, ...]:
        """The slip, its signature if there is one, and the draft; UserFacingError when the disk says no."""
        files = {receipt.name: receipt.content}
        if receipt.signature:
            files[receipt.name + SIGNATURE_SUFFIX] = receipt.signature
        mail = self._mail(receipt, files)
        written = {**files, Path(receipt.name).with_suffix(".eml").name: mail}
        for name, content in written.items():
            write_atomically(folder / name, content, private=False)
        return tuple(folder / name for name in written)

    def _about(self, arrival: Arrival) -> ReceiptedDossier:
        dossier = arrival.dossier
        if dossier is None:
            raise UserFacingError(NO_DOSSIER.filled(name=arrival.name))
        return ReceiptedDossier(
            identity=dossier.identity,
            agency_name=dossier.agency_name,
            number=dossier.number,
            content_digest=dossier.content_digest,
            finalised_at=dossier.finalised_at,
            submissions={form.form_id: form.submission for form in self.store.arrivals.forms(arrival.digest)},
        )

    def _mail(self, receipt: Receipt, files: dict[str, bytes]) -> bytes:
        slip = receipt.slip
        facts = {"agency": slip.agency_name, "number": slip.number}
        subject = SUBJECTS[slip.outcome].format(**facts)
        return mail_draft(
            receiver=None,
            subject=f"{TRIAL_SUBJECT if receipt.trial else ''}{subject}",
            body=BODY.format(
                **facts,
                sentence=SENTENCES[slip.outcome].format(**facts),
                by=slip.returned_by,
                digest=slip.content_digest,
                questions="".join(f"\n- {_said(one.label, one.words)}" for one in slip.questions) + "\n",
                file=receipt.name,
            ),
            attached=files,
            date=self.clock.now(),
            identifier=self.identifiers.new_uuid(),
        )


def _said(label: str, words: str) -> str:
    return f"{label}: {words}" if label else words
