"""The people of `pki.py`, made once a session, and what is signed by them over and over."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from field_pdf import LEADER, pdf_with_fields
from pki import PASSPHRASE, Holder, Pki, make_pki
from signing_fixtures import IdentityOf, OnlyReport

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.identity import Pkcs12Identity, SignerIdentity, load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import SignatureReport

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=VIETNAM)


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def pki() -> Pki:
    return make_pki(NOW)


@pytest.fixture(scope="session")
def trust(pki: Pki) -> TrustAnchors:
    return TrustAnchors.from_pem(pki.authority.pem)


@pytest.fixture(scope="session")
def leader(pki: Pki, tmp_path_factory: pytest.TempPathFactory) -> SignerIdentity:
    return _loaded(pki.leader, tmp_path_factory.mktemp("leader"))


@pytest.fixture(scope="session")
def clerk(pki: Pki, tmp_path_factory: pytest.TempPathFactory) -> SignerIdentity:
    return _loaded(pki.clerk, tmp_path_factory.mktemp("clerk"))


def _loaded(holder: Holder, folder: Path) -> SignerIdentity:
    path = folder / "nguoi-ky.p12"
    path.write_bytes(holder.pkcs12())
    return load_pkcs12(path, PASSPHRASE, now=NOW)


@pytest.fixture(scope="session")
def unchecked() -> IdentityOf:
    """Somebody who signs although the program would refuse, with another program for example."""

    def identity_of(holder: Holder) -> SignerIdentity:
        return Pkcs12Identity(
            certificate=Certificate.of(holder.der), findings=(), chain=(), pss=False, private_key=holder.key
        )

    return identity_of


@pytest.fixture(scope="session")
def signed(clerk: SignerIdentity) -> bytes:
    """A PDF signed once, wholly covered by its signature."""
    return sign_pdf(pdf_with_fields(), clerk, SigningOrder(field=LEADER, at=NOW))


@pytest.fixture
def only(trust: TrustAnchors, now: datetime) -> OnlyReport:
    """The report on the one signature of a PDF, by somebody who trusts the authority."""

    def judged(pdf: bytes) -> SignatureReport:
        (report,) = verify_pdf(pdf, trust, at=now)
        return report

    return judged
