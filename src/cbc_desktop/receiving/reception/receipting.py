"""Receipts for what arrived: a small file, its signature beside it, and an e-mail draft that carries both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import ascii_name
from cbc_desktop.dossier.return_slip import (
    SIGNATURE_SUFFIX,
    SUFFIX,
    Outcome,
    ReturnSlip,
    SlipQuestion,
    slip_to_json,
)
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.package.mail_draft import mail_draft
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, StoodArrival, agency_standings
from cbc_desktop.receiving.reception.practice_mail import body_of, subject_of
from cbc_desktop.receiving.reception.receipt_letter import Letter, letter_for
from cbc_desktop.receiving.reception.rulings import Rulings, version_key
from cbc_desktop.receiving.reception.standing import Standing
from cbc_desktop.receiving.returning import ReceiptedDossier, ReturningDesk, ReturnRemark
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.store.received.received_store import ReceivedStore

NO_DOSSIER = Message(
    "“{name}” không có hồ sơ đọc được, nên không lập được phiếu. Hãy soạn thư xin đơn vị gửi bản khác.",
    "No dossier could be read in “{name}”, so no receipt can be written. Ask the sender for another copy by letter.",
)
NOT_ACCEPTED = Message(
    "{obstacle} Hãy trả lại để đơn vị sửa, hoặc ghi quyết định về gói này rồi lập phiếu tiếp nhận. Chưa lập phiếu nào.",
    "{obstacle} Return it to be corrected, or decide about it before you accept it. No receipt was written.",
)
OBSTACLES = {
    Standing.FAILED: Message(
        "Gói này không đạt khi kiểm tra và chưa ai chấp nhận.", "It failed, and nobody accepted it."
    ),
    Standing.CONFLICTS: Message(
        "Gói này mâu thuẫn với bản khác của cùng cơ quan và chưa ai chọn bản được tính.",
        "It is in conflict with another one of the same agency, and nobody chose which counts.",
    ),
    Standing.OVERRULED: Message(
        "Gói này không được chọn: bản khác được tính.", "It was not chosen: another one counts."
    ),
    Standing.SET_ASIDE: Message("Gói này đã được để riêng, không tính.", "It was set aside and does not count."),
    Standing.UNREADABLE: Message(
        "Không đọc được số liệu trả lời trong gói này.", "The answers in it could not be read."
    ),
}
"""Why a receipt must not tell the sender that it is accepted."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """``content`` are the bytes of the slip, ``signature`` those over them, b"" where nobody signed."""

    slip: ReturnSlip
    letter: Letter
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
    """``rulings`` are the decisions that hold: what failed or is in conflict is not accepted without one."""

    store: ReceivedStore
    catalogue: FormCatalogue
    clock: Clock
    identifiers: IdentifierSource
    who: str
    rulings: Rulings

    def obstacle(self, arrival: Arrival) -> Message | None:
        """Why it cannot be told that it is accepted, with or without remarks; None where it can."""
        return OBSTACLES.get(self._standing(arrival))

    def worded(self, arrival: Arrival, remarks: Sequence[ReturnRemark]) -> tuple[SlipQuestion, ...]:
        """As a receipt says them; UserFacingError as `give`."""
        return ReturningDesk(self.catalogue, self.clock, self.identifiers).questions(self._about(arrival), remarks)

    def give(
        self, arrival: Arrival, outcome: Outcome, remarks: Iterable[ReturnRemark], by: str, signer: Signer | None
    ) -> Receipt:
        """Writes, signs and keeps it.

        UserFacingError as `ReturningDesk.receipt`, when it is not to be accepted, and when it cannot be signed.
        """
        about = self._about(arrival)
        obstacle = None if outcome is Outcome.TO_BE_CORRECTED else self.obstacle(arrival)
        if obstacle is not None:
            raise UserFacingError(NOT_ACCEPTED.filled(obstacle=obstacle))
        slip = ReturningDesk(self.catalogue, self.clock, self.identifiers).receipt(about, outcome, remarks, by)
        content = slip_to_json(slip)
        signature = signer.sign_manifest(content, at=self.clock.now()) if signer else b""
        self.store.receipts.add(arrival.digest, outcome.value, content, signature, who=self.who)
        failed = arrival.verdict == Verdict.FAILED.value and arrival.digest not in self.rulings.accepted
        letter = letter_for(outcome, arrival.source, failed=failed)
        trial = bool(arrival.dossier and arrival.dossier.trial)
        return Receipt(slip, letter, trial or bool(signer and signer.trial), content, signature)

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

    def _standing(self, arrival: Arrival) -> Standing:
        """A copy of what is in conflict is so, too."""
        dossier = arrival.dossier
        if dossier is None:
            return Standing.UNREADABLE
        campaign = self.catalogue.campaign(dossier.identity.campaign_id)
        alike = self.store.arrivals.of_campaign(campaign.id, trial=dossier.trial)
        for standing in agency_standings(campaign, alike, self.rulings):
            for stood in standing.arrivals:
                if stood.arrival.digest == arrival.digest:
                    return Standing.CONFLICTS if _copies_disputed(stood, standing) else stood.standing
        return Standing.UNREADABLE

    def _mail(self, receipt: Receipt, files: dict[str, bytes]) -> bytes:
        slip, letter = receipt.slip, receipt.letter
        return mail_draft(
            receiver=None,
            subject=subject_of(letter.subject_about(slip), trial=receipt.trial),
            body=body_of(letter.body_about(slip, receipt.name, signed=bool(receipt.signature)), trial=receipt.trial),
            attached=files,
            date=self.clock.now(),
            identifier=self.identifiers.new_uuid(),
        )


def _copies_disputed(stood: StoodArrival, standing: AgencyStanding) -> bool:
    dossier = stood.arrival.dossier
    disputed = {version_key(one.dossier) for one in standing.conflicting if one.dossier}
    return stood.standing is Standing.SAME and dossier is not None and version_key(dossier) in disputed
