"""Makes signatures last: adds time and status to a signed PDF, up to level B-LTA of ETSI EN 319 142-1.

Only ever behind the bytes that were there, so that no signature breaks; with what could be had when not everything
can. Everything of one step is fetched before any of it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.validation.dss import DocumentSecurityStore

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.chain import Chain
from cbc_desktop.signing.fetching import Fetched, issuers_of, status_of_chains
from cbc_desktop.signing.network import Web
from cbc_desktop.signing.pdf_verification import Examined, UnreadablePdfError, embedded_data, examined
from cbc_desktop.signing.revision import next_revision
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.signature_facts import Lacking
from cbc_desktop.signing.timestamping import NOT_STAMPABLE, with_document_timestamp
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.validation_data import NO_DATA, ValidationData

STAMPING = Message("Đang lấy dấu thời gian…", "Having the time attested…")
ASKING = Message("Đang hỏi tình trạng các chứng thư…", "Asking for the status of the certificates…")
NOT_SIGNED = Message(
    "Văn bản chưa có chữ ký số nào nên chưa có gì để xác nhận thời gian. Tệp giữ nguyên; hãy ký trước.",
    "Nobody has signed the document yet, so there is no time to attest. The file is unchanged; sign it first.",
)
UNTRUSTED_SERVICE = Message(
    "Đã có dấu thời gian của “{authority}”, nhưng máy này chưa tin cậy nơi cấp chứng thư của dịch vụ đó ({because}). "
    "Hãy thêm chứng thư gốc của dịch vụ vào danh sách tin cậy.",
    "There is a timestamp by “{authority}”, but this computer does not trust who certified that service ({because}). "
    "Add the service's root certificate to the trusted ones.",
)


@dataclass(frozen=True, slots=True)
class Extended:
    """``troubles``: what could not be had, in words; the PDF is as good as it could be made without."""

    pdf: bytes
    troubles: tuple[Message, ...] = ()


def extend(pdf: bytes, services: Services, trust: TrustAnchors, *, at: datetime, web: Web, tell: Progress) -> Extended:
    """``pdf`` with timestamps and status, as far as the services that are on can tell; ``at`` is the present moment.

    What is there already is not asked for again. Raises UserFacingError when nobody signed, or the bytes are no PDF
    that can take more; what ``tell`` raises goes through, and nothing was changed.
    """
    office = _Office(services, trust, at, web, tell)
    if not office.signatures(pdf):
        raise UserFacingError(NOT_SIGNED)
    done = Extended(pdf)
    for step in (_attest_time, _add_status, _archive):
        done = step(done, office)
    return done


def status_asked(pdf: bytes, trust: TrustAnchors, *, at: datetime, web: Web, tell: Progress) -> Fetched:
    """What services say just now of the certificates in a signed PDF, for who verifies it; nothing is written.

    Raises UserFacingError when the bytes are no PDF in which signatures could be looked for.
    """
    issuers, fetched = _asked(pdf, _Office(Services(status=True), trust, at, web, tell))
    return Fetched(fetched.data.joined(issuers), fetched.troubles)


@dataclass(frozen=True, slots=True)
class _Office:
    """Who asks, and whom."""

    services: Services
    trust: TrustAnchors
    at: datetime
    web: Web
    tell: Progress

    def signatures(self, pdf: bytes, asked: ValidationData = NO_DATA) -> tuple[Examined, ...]:
        try:
            return examined(pdf, self.trust, at=self.at, asked=asked)
        except UnreadablePdfError as error:
            raise UserFacingError(NOT_STAMPABLE) from error


def _attest_time(done: Extended, office: _Office) -> Extended:
    """A timestamp, when a signature has none that can be relied on."""
    if all(each.times is None or each.times.proven for each in office.signatures(done.pdf)):
        return done
    stamped = _stamped(done, office)
    return replace(stamped, troubles=(*stamped.troubles, *_untrusted(office.signatures(stamped.pdf))))


def _archive(done: Extended, office: _Office) -> Extended:
    """A timestamp over the status, when a signature lacks just that."""
    levels = [each.report.level.lacking for each in office.signatures(done.pdf)]
    return _stamped(done, office) if Lacking.ARCHIVE_TIMESTAMP in levels else done


def _stamped(done: Extended, office: _Office) -> Extended:
    url = office.services.timestamps
    if not url:
        return done
    office.tell(STAMPING)
    try:
        return replace(done, pdf=with_document_timestamp(done.pdf, url, office.web, office.tell))
    except UserFacingError as error:
        return replace(done, troubles=(*done.troubles, error.message))


def _untrusted(signatures: Sequence[Examined]) -> Iterator[Message]:
    """Asking once more would bring the same answer."""
    stamps = {stamp for each in signatures for stamp in each.report.timestamps if not stamp.trusted}
    for stamp in sorted(stamps, key=lambda stamp: stamp.at):
        yield UNTRUSTED_SERVICE.filled(authority=stamp.authority, because=stamp.not_trusted_because)


def _add_status(done: Extended, office: _Office) -> Extended:
    """The status of all certificates of the signers and of the timestamps, where the file does not tell it yet."""
    if not office.services.status:
        return done
    issuers, fetched = _asked(done.pdf, office)
    new = fetched.data.joined(issuers).without(embedded_data(done.pdf))
    troubles = (*done.troubles, *fetched.troubles)
    if not (new.ocsps or new.crls or issuers.certificates):
        return replace(done, troubles=troubles)
    return Extended(_with_data(done.pdf, new), troubles)


def _asked(pdf: bytes, office: _Office) -> tuple[ValidationData, Fetched]:
    """The certificates that were missing in chains, and what is known of all of them."""
    office.tell(ASKING)
    issuers = _missing_issuers(pdf, office)
    return issuers, status_of_chains(_chains(office.signatures(pdf, issuers)), office.web, office.tell)


def _missing_issuers(pdf: bytes, office: _Office) -> ValidationData:
    """Of signers whose chain does not lead to an anchor: tokens often hold the signer's own certificate only."""
    alone = [each.signer for each in office.signatures(pdf) if each.chain is not None and not each.chain.names]
    return ValidationData(tuple(issuer for der in alone for issuer in issuers_of(der, office.web, office.tell)))


def _chains(signatures: Sequence[Examined]) -> Iterator[Chain]:
    for each in signatures:
        if each.chain is not None and each.times is not None:
            yield from (each.chain, *each.times.chains)


def _with_data(pdf: bytes, data: ValidationData) -> bytes:
    """One more revision with the document security store (ISO 32000-2, 12.8.4.3)."""
    out = BytesIO()
    try:
        writer = next_revision(pdf)
        DocumentSecurityStore.supply_dss_in_writer(
            writer,
            None,
            certs=[x509.Certificate.load(der) for der in data.certificates],
            ocsps=[ocsp.OCSPResponse.load(der) for der in data.ocsps],
            crls=[crl.CertificateList.load(der) for der in data.crls],
        )
        writer.write(out)  # type: ignore[no-untyped-call]  # pyHanko left it untyped
    except PdfError as error:
        raise UserFacingError(NOT_STAMPABLE) from error
    return out.getvalue()
