"""Somebody who signs, wherever the key is: what the desks ask of a signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cbc_desktop.base.findings import Finding
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.identity import CertificateHolder, SignerIdentity
from cbc_desktop.signing.order import SigningOrder


class Signer(CertificateHolder, Protocol):
    """One who signs, in whichever process the key is."""

    def sign_pdf(self, pdf: bytes, order: SigningOrder) -> bytes:
        """``pdf`` with one more revision that holds the signature; UserFacingError when it cannot be signed."""

    def sign_manifest(self, manifest: bytes, *, at: datetime) -> bytes:
        """The DER bytes of a detached CAdES signature over the manifest of a container."""


@dataclass(frozen=True, slots=True)
class LocalSigner:
    """Signs in this process, with a key that is in its memory or that its drivers reach."""

    identity: SignerIdentity

    @property
    def certificate(self) -> Certificate:
        return self.identity.certificate

    @property
    def trial(self) -> bool:
        return self.identity.trial

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.identity.findings

    def sign_pdf(self, pdf: bytes, order: SigningOrder) -> bytes:
        from cbc_desktop.signing.pdf_signature import sign_pdf  # pyHanko is not loaded before a person signs

        return sign_pdf(pdf, self.identity, order)

    def sign_manifest(self, manifest: bytes, *, at: datetime) -> bytes:
        from cbc_desktop.signing.container import sign_manifest  # pyHanko

        return sign_manifest(manifest, self.identity, at=at)
