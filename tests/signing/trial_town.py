"""An authority with its services, all in this process, and somebody whom it certified."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from asn1crypto import tsp
from field_pdf import LEADER, pdf_with_fields
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import TimeStamper

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.extending import Extended, extend
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.network import Question, UnreachableError, Web
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.trial_authority import TrialAuthority, TrialHolder
from cbc_desktop.signing.trial_services import TrialServices
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import SignatureReport

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Town:
    """``since``: when its authority and its people were certified, for ten years."""

    def __init__(self, folder: Path, since: datetime = NOW, address: str = "http://town.invalid") -> None:
        self.clock = FixedClock(NOW)
        self.authority = TrialAuthority.new(since, address)
        self.trial = TrialServices.of(self.authority, self.clock)
        self.trust = TrustAnchors.from_pem(self.authority.pem)
        self.leader = self.authority.signer("Ủy ban nhân dân tỉnh Mẫu", "Nguyễn Thị Lan")
        self.identity = loaded(self.leader, folder)

    @property
    def services(self) -> Services:
        return self.trial.services

    def revoke_leader(self, since: datetime) -> None:
        self.trial.revoked[self.leader.certificate.serial_number] = since

    def signed(self, at: datetime = NOW) -> bytes:
        return sign_pdf(pdf_with_fields(), self.identity, SigningOrder(field=LEADER, at=at))

    def extended(
        self,
        pdf: bytes,
        at: datetime = NOW + HOUR,
        *,
        services: Services | None = None,
        trust: TrustAnchors | None = None,
        web: Web | None = None,
        tell: Progress = lambda _: None,
    ) -> Extended:
        self.clock.moment = at
        return extend(pdf, services or self.services, trust or self.trust, at=at, web=web or self.trial, tell=tell)

    def report(self, pdf: bytes, at: datetime = NOW + 2 * HOUR, trust: TrustAnchors | None = None) -> SignatureReport:
        return verify_pdf(pdf, trust or self.trust, at=at)[0]


def loaded(holder: TrialHolder, folder: Path) -> SignerIdentity:
    path = folder / "nguoi-ky.p12"
    path.write_bytes(holder.pkcs12("nguoi-ky", "bí mật"))
    return load_pkcs12(path, "bí mật", now=NOW)


class OtherWeb:
    """Asks somebody else for what is at some addresses, and a town for the rest."""

    def __init__(self, town: Town, others: dict[str, Callable[[Question], bytes]]) -> None:
        self._town, self._others = town, others
        self.asked: list[str] = []

    def ask(self, question: Question, tell: Progress) -> bytes:
        tell(Message("…", "…"))
        self.asked.append(question.url)
        for beginning, answer in self._others.items():
            if question.url.startswith(beginning):
                return answer(question)
        return self._town.trial.ask(question, tell)


def unreachable(question: Question) -> bytes:
    raise UnreachableError(Message("không tới được máy chủ", "no route to host"))


def stamped_inside(identity: SignerIdentity, service: TrialServices, at: datetime) -> bytes:
    """Signed by another program, with the timestamp as an attribute of the signature (RFC 5126, 6.1.1)."""

    class Service(TimeStamper):  # type: ignore[misc]  # pyHanko left it untyped
        async def async_request_tsa_response(self, req: Any) -> Any:
            service.clock.moment = at  # type: ignore[attr-defined]  # towns have fixed clocks
            return tsp.TimeStampResp.load(service.answer("/tsa", req.dump()))

    metadata = PdfSignatureMetadata(field_name=LEADER, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    signer = PdfSigner(metadata, identity.pyhanko_signer(), timestamper=Service())
    out = asyncio.run(signer.async_sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf_with_fields()))))
    content: bytes = out.getvalue()
    return content
