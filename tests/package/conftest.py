"""Who signs in these tests, and the package that every attack begins with."""

from __future__ import annotations

import pytest
from package_samples import PICTURE, SIGNED, Parcel, Signer, Verify, parcel, revision, trial_signer

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.verifier import PackageVerifier


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    return trial_signer(tmp_path_factory.mktemp("office"), "UBND tỉnh Cao Bằng")


@pytest.fixture(scope="session")
def leader(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    """With a certificate of one's own, as the decree wants it."""
    return trial_signer(tmp_path_factory.mktemp("leader"), "UBND tỉnh Cao Bằng")


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    """Somebody with a certificate of an issuer that nobody trusts."""
    return trial_signer(tmp_path_factory.mktemp("stranger"), "Người lạ")


@pytest.fixture(scope="session")
def good(office: Signer) -> Parcel:
    media = {"hop-bao.jpg": PICTURE}
    return parcel(revision(media=media), office, media)


@pytest.fixture(scope="session")
def sealed(good: Parcel, office: Signer) -> Parcel:
    """The good package with the container signed as well."""
    return good.signed_as_a_whole(office)


@pytest.fixture(scope="session")
def verify(office: Signer, leader: Signer, tmp_path_factory: pytest.TempPathFactory) -> Verify:
    """Verifies bytes as a file that arrived; the name says nothing."""
    path = tmp_path_factory.mktemp("arrived") / "goi.zip"

    def verified(content: bytes) -> VerificationReport:
        path.write_bytes(content)
        return PackageVerifier(office.trust.joined(leader.trust), FixedClock(SIGNED)).verify(path)

    return verified
