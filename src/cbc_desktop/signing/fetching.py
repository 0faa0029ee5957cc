"""Asks where certificates say: for their status (OCSP first, else the list of revoked ones), and for their issuer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from asn1crypto import crl, ocsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from cryptography.x509.ocsp import OCSPRequestBuilder

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.chain import Chain
from cbc_desktop.signing.network import Question, UnreachableError, Web
from cbc_desktop.signing.signature_facts import CertificateStatus
from cbc_desktop.signing.trust import read_certificates
from cbc_desktop.signing.validation_data import NO_DATA, ValidationData

NOT_ASKED = Message(
    "Chứng thư “{subject}” không ghi nơi hỏi tình trạng thu hồi (OCSP, CRL), nên không lấy được.",
    "The certificate “{subject}” does not say where its status can be asked for (OCSP, CRL), so it could not be had.",
)
NOT_ANSWERED = Message(
    "Chưa hỏi được tình trạng thu hồi của chứng thư “{subject}” ({reason}).",
    "The status of the certificate “{subject}” could not be had ({reason}).",
)
REFUSED = Message("nơi cấp từ chối trả lời: {status}", "the issuer refuses to answer: {status}")
NOT_UNDERSTOOD = Message("câu trả lời không hiểu được", "the answer is not understood")


@dataclass(frozen=True, slots=True)
class Fetched:
    """Nothing of it has been verified: that is for whoever judges the signature with it."""

    data: ValidationData = NO_DATA
    troubles: tuple[Message, ...] = ()

    def joined(self, other: Fetched) -> Fetched:
        return Fetched(self.data.joined(other.data), tuple(dict.fromkeys(self.troubles + other.troubles)))


def status_of_chains(chains: Iterable[Chain], web: Web, tell: Progress) -> Fetched:
    """The status of every certificate that the chains do not know yet, each asked for once."""
    fetched, asked = Fetched(), set[bytes]()
    for chain in chains:
        fetched = fetched.joined(Fetched(ValidationData(chain.certificates[:-1])))
        for place, revocation in enumerate(chain.revocations):
            certificate, issuer = chain.certificates[place : place + 2]
            if revocation.status not in _SETTLED and certificate not in asked:
                asked.add(certificate)
                fetched = fetched.joined(status_of(certificate, issuer, web, tell))
    return fetched


_SETTLED = (CertificateStatus.GOOD, CertificateStatus.REVOKED)


def status_of(certificate: bytes, issuer: bytes, web: Web, tell: Progress) -> Fetched:
    """Evidence about one certificate, DER as its issuer's; a trouble in words when there is none to be had."""
    subject = Certificate.of(certificate).subject
    reasons = []
    for question, read in _questions(certificate, issuer):
        try:
            return Fetched(read(web.ask(question, tell)))
        except UnreachableError as error:
            reasons.append(error.reason)
        except ValueError:
            reasons.append(NOT_UNDERSTOOD)
    if not reasons:
        return Fetched(troubles=(NOT_ASKED.filled(subject=subject),))
    return Fetched(
        troubles=(NOT_ANSWERED.filled(subject=subject, reason=Message.joined(dict.fromkeys(reasons), "; ")),)
    )


def issuers_of(certificate: bytes, web: Web, tell: Progress) -> tuple[bytes, ...]:
    """The certificates above one, DER, as far as each says where its issuer's is (RFC 5280, 4.2.2.1)."""
    found: list[bytes] = []
    for _ in range(_LONGEST_CHAIN):
        issuer = _issuer_of(found[-1] if found else certificate, web, tell)
        if issuer is None or issuer in found:
            break
        found.append(issuer)
    return tuple(found)


def _issuer_of(certificate: bytes, web: Web, tell: Progress) -> bytes | None:
    parsed: Any = x509.Certificate.load(certificate)
    for url in _http(_issuer_addresses(parsed)):
        try:
            offered = read_certificates(web.ask(Question(url), tell))
        except (UnreachableError, UserFacingError):
            continue
        for each in offered:
            if x509.Certificate.load(each.der).subject == parsed.issuer and each.der != certificate:
                return each.der
    return None


def _issuer_addresses(parsed: Any) -> list[str]:
    described = parsed.authority_information_access_value or ()
    places = [each["access_location"] for each in described if each["access_method"].native == "ca_issuers"]
    return [place.native for place in places if place.name == "uniform_resource_identifier"]


_LONGEST_CHAIN = 4
Reader = Callable[[bytes], ValidationData]


def _questions(certificate: bytes, issuer: bytes) -> list[tuple[Question, Reader]]:
    parsed: Any = x509.Certificate.load(certificate)
    asked = [
        (Question(url, _request(certificate, issuer), "application/ocsp-request"), _answer)
        for url in _http(parsed.ocsp_urls)
    ]
    lists = [url for point in parsed.crl_distribution_points if (url := point.url)]
    return [*asked, *((Question(url), _list) for url in _http(lists))]


def _http(urls: Sequence[str]) -> list[str]:
    """Authorities also name directories (ldap:), which we do not ask."""
    return [url for url in urls if url.lower().startswith(("http://", "https://"))]


def _request(certificate: bytes, issuer: bytes) -> bytes:
    """SHA-1 names the issuer here and secures nothing: every responder knows it, some no other (RFC 5019, 2.1.1)."""
    names_by = hashes.SHA1()
    builder = OCSPRequestBuilder().add_certificate(
        load_der_x509_certificate(certificate), load_der_x509_certificate(issuer), names_by
    )
    return builder.build().public_bytes(Encoding.DER)


def _answer(content: bytes) -> ValidationData:
    """Raises UnreachableError when the responder did not answer the question, ValueError for what is no answer."""
    answer = ocsp.OCSPResponse.load(content, strict=True)
    if answer["response_status"].native != "successful":
        raise UnreachableError(REFUSED.filled(status=answer["response_status"].native))
    return ValidationData(ocsps=(content,))


def _list(content: bytes) -> ValidationData:
    _ = crl.CertificateList.load(content, strict=True)["tbs_cert_list"].native["this_update"]
    return ValidationData(crls=(content,))
