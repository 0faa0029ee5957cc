"""The trial authority and its signer: usable at once, and impossible to take for real."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pki import certified

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing import fitness
from cbc_desktop.signing.certificate import TRIAL_ORGANISATION, Certificate
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.trial import TrialFiles, make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors

PASSPHRASE = "thử thôi"
AGENCY = "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, now: datetime) -> TrialFiles:
    return make_trial_identity(tmp_path_factory.mktemp("trial"), now=now, passphrase=PASSPHRASE, agency=AGENCY)


def test_a_trial_signer_is_marked_in_its_name_its_organisation_and_its_findings(
    files: TrialFiles, now: datetime
) -> None:
    signer = load_pkcs12(files.pkcs12, PASSPHRASE, now=now)
    assert signer.trial
    assert signer.certificate.subject == "Người ký THỬ NGHIỆM"
    assert signer.certificate.subject_organisation == TRIAL_ORGANISATION
    assert signer.certificate.issuer == "CA THỬ NGHIỆM"
    assert fitness.TRIAL_CERTIFICATE in {finding.code for finding in signer.findings}


def test_the_trial_authority_is_a_certificate_authority_and_nothing_else(files: TrialFiles) -> None:
    (authority,) = TrustAnchors.from_pem(files.ca_pem).certificates
    certificate = Certificate.of(authority)
    assert certificate.trial
    assert certificate.usages == {"key_cert_sign", "crl_sign"}
    assert not certificate.may_sign_documents


def test_a_trial_signer_signs_today_and_in_nine_years(files: TrialFiles, now: datetime) -> None:
    for moment in (now, now + timedelta(days=9 * 365)):
        assert load_pkcs12(files.pkcs12, PASSPHRASE, now=moment).trial


@pytest.mark.parametrize("agency", [AGENCY, "Sở " * 60])
def test_the_agency_is_named_in_the_certificate_however_long_its_name(
    tmp_path: Path, now: datetime, agency: str
) -> None:
    files = make_trial_identity(tmp_path, now=now, passphrase=PASSPHRASE, agency=agency)
    signer = load_pkcs12(files.pkcs12, PASSPHRASE, now=now).certificate
    assert agency[:64].encode() in signer.der


def test_a_laboratory_with_trial_in_its_name_is_no_trial_signer(now: datetime) -> None:
    laboratory = certified("Nguyễn Văn Đo", now, organisation="Trung tâm Kiểm định và Thử nghiệm")
    assert not Certificate.of(laboratory.der).trial


def test_a_folder_that_cannot_be_written_is_told_so(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(UserFacingError):
        make_trial_identity(tmp_path / "tep", now=now, passphrase=PASSPHRASE)
