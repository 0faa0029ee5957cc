"""Services for practice on this machine: time stamps, certificate status, list of revoked ones; marked THỬ NGHIỆM.

They stand in for the real ones where there is no network: in the demonstration and in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.network import Question, UnreachableError
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.trial_authority import TrialAuthority, TrialHolder

_LOCALHOST = "127.0.0.1"
_VALID_FOR = timedelta(days=7)
_MOST_ASKED = 1 << 20
_KINDS = {
    "/tsa": "application/timestamp-reply",
    "/ocsp": "application/ocsp-response",
    "/crl": "application/pkix-crl",
    "/issuer": "application/pkix-cert",
}


@dataclass(frozen=True, slots=True)
class TrialServices:
    """Answers for one trial authority, at the time of ``clock``.

    ``revoked``: since when, by serial number; whoever is not in it is good.
    """

    authority: TrialAuthority
    clock: Clock
    stamper: TrialHolder
    responder: TrialHolder
    revoked: dict[int, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, authority: TrialAuthority, clock: Clock) -> TrialServices:
        return cls(authority, clock, authority.stamper(), authority.responder())

    @property
    def services(self) -> Services:
        """As a person would switch them on."""
        return Services(f"{self.authority.status_at}/tsa", status=True, seconds=10)

    def answer(self, place: str, body: bytes) -> bytes:
        """What is answered at ``place``, a key of the table above. KeyError for another place, ValueError for no
        question that is understood."""
        answers = {"/tsa": self._stamped, "/ocsp": self._status, "/crl": self._listed, "/issuer": self._issuer}
        return answers[place](body)

    def ask(self, question: Question, tell: Progress) -> bytes:
        """As `network.Web`, without a network: for tests."""
        place = question.url.removeprefix(self.authority.status_at)
        if place not in _KINDS:
            raise UnreachableError(Message(f"{question.url}: không có ai ở đó", f"{question.url}: nobody there"))
        return self.answer(place, question.body)

    def _stamped(self, body: bytes) -> bytes:
        from pyhanko.keys.internal import translate_pyca_cryptography_key_to_asn1
        from pyhanko.sign.timestamps import DummyTimeStamper  # half a second
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        issuers = SimpleCertificateStore.from_certs(  # type: ignore[no-untyped-call]  # pyHanko left it untyped
            [_asn1(self.authority.certificate)]
        )
        stamper: Any = DummyTimeStamper(
            _asn1(self.stamper.certificate),
            translate_pyca_cryptography_key_to_asn1(self.stamper.key),
            certs_to_embed=issuers,
            fixed_dt=self.clock.now(),
        )
        content: bytes = stamper.request_tsa_response(tsp.TimeStampReq.load(body)).dump()
        return content

    def _status(self, body: bytes) -> bytes:
        asked = ocsp.load_der_ocsp_request(body)
        since = self.revoked.get(asked.serial_number)
        now = self.clock.now()
        answer = ocsp.OCSPResponseBuilder().add_response_by_hash(
            asked.issuer_name_hash,
            asked.issuer_key_hash,
            asked.serial_number,
            asked.hash_algorithm,
            ocsp.OCSPCertStatus.GOOD if since is None else ocsp.OCSPCertStatus.REVOKED,
            now,
            now + _VALID_FOR,
            since,
            None if since is None else x509.ReasonFlags.cessation_of_operation,
        )
        signed = (
            answer.responder_id(ocsp.OCSPResponderEncoding.HASH, self.responder.certificate)
            .certificates([self.responder.certificate])
            .sign(self.responder.key, hashes.SHA256())
        )
        return signed.public_bytes(Encoding.DER)

    def _issuer(self, _: bytes) -> bytes:
        return self.authority.certificate.public_bytes(Encoding.DER)

    def _listed(self, _: bytes) -> bytes:
        now = self.clock.now()
        listed = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.authority.certificate.subject)
            .last_update(now)
            .next_update(now + _VALID_FOR)
            .add_extension(x509.CRLNumber(int(now.timestamp())), critical=False)
        )
        for serial, since in self.revoked.items():
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since)
            listed = listed.add_revoked_certificate(entry.build())
        return listed.sign(self.authority.key, hashes.SHA256()).public_bytes(Encoding.DER)


@contextmanager
def trial_services(clock: Clock) -> Iterator[TrialServices]:
    """A new trial authority whose services answer on a free port of this machine while the block runs."""
    with _Server((_LOCALHOST, 0), _Handler) as server:
        authority = TrialAuthority.new(clock.now(), f"http://{_LOCALHOST}:{server.server_address[1]}")
        server.trial = TrialServices.of(authority, clock)
        thread = Thread(target=server.serve_forever, name="trial services", daemon=True)
        thread.start()
        try:
            yield server.trial
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    trial: TrialServices


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        self._answer(self.rfile.read(min(int(self.headers.get("Content-Length", 0)), _MOST_ASKED)))

    def do_GET(self) -> None:
        self._answer(b"")

    def _answer(self, body: bytes) -> None:
        try:
            content = self.server.trial.answer(self.path, body)
        except (KeyError, ValueError):
            self.send_error(404 if self.path not in _KINDS else 400)
            return
        self.send_response(200)
        self.send_header("Content-Type", _KINDS[self.path])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Nothing is written about who asked."""


def _asn1(certificate: x509.Certificate) -> Any:
    from asn1crypto import x509 as asn1

    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
