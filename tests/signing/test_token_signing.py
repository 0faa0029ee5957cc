"""The leader signs with a token: SoftHSM2, OpenSC's tools and the verifying programs share no code with ours."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from pki import Holder, Pki
from soft_token import PIN, SoftTokens, soft_module, source_on, spy_module
from verifying_programs import VALID, WHOLE, openssl_says, pdfsig_says

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.key_sources import TokenSource
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

LABEL = "Chữ ký của Lan"
WRONG_PIN = "86427531"


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftTokens:
    return SoftTokens.made(tmp_path / "softhsm", monkeypatch)


@pytest.fixture
def authority(pki: Pki, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    path.write_bytes(pki.authority.pem)
    return path


@pytest.fixture
def spied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every call of a PKCS#11 function, as OpenSC's spy writes them down."""
    calls = tmp_path / "calls.txt"
    monkeypatch.setenv("PKCS11SPY", str(soft_module()))
    monkeypatch.setenv("PKCS11SPY_OUTPUT", str(calls))
    return calls


@pytest.mark.parametrize(
    ("who", "prefer_pss"), [("leader", False), ("leader", True), ("clerk", False)], ids=["RSA", "PSS", "ECDSA"]
)
def test_a_token_signs_and_every_program_agrees(
    tokens: SoftTokens,
    pki: Pki,
    trust: TrustAnchors,
    authority: Path,
    now: datetime,
    tmp_path: Path,
    who: str,
    prefer_pss: bool,
) -> None:
    holder: Holder = getattr(pki, who)
    tokens.token(LABEL, holder, authorities=(pki.authority,))
    with open_signer(source_on(LABEL, holder, prefer_pss=prefer_pss), Secret.typed(PIN), now=now) as signer:
        assert signer.certificate.subject == holder.name
        pdf = signer.sign_pdf(pdf_with_fields(LEADER), SigningOrder(field=LEADER, at=now))
        manifest = signer.sign_manifest(b"danh muc", at=now)
    assert [report.verdict for report in verify_pdf(pdf, trust, at=now)] == [Verdict.PASSED]
    said = pdfsig_says(pdf, authority, tmp_path)
    assert (said.count("Signature #"), said.count(VALID), said.count(WHOLE)) == (1, 1, 1)
    assert "CAdES Verification successful" in openssl_says(b"danh muc", manifest, authority, now, tmp_path)


def test_two_people_sign_one_after_the_other_each_with_a_token(
    tokens: SoftTokens, pki: Pki, trust: TrustAnchors, now: datetime
) -> None:
    tokens.token(LABEL, pki.leader)
    tokens.token("Con dấu", pki.clerk)
    pdf = pdf_with_fields()
    for label, holder, field in ((LABEL, pki.leader, LEADER), ("Con dấu", pki.clerk, CLERK)):
        with open_signer(source_on(label, holder), Secret.typed(PIN), now=now) as signer:
            pdf = signer.sign_pdf(pdf, SigningOrder(field=field, at=now))
    assert [(report.signer, report.verdict) for report in verify_pdf(pdf, trust, at=now)] == [
        (pki.leader.name, Verdict.PASSED),
        (pki.clerk.name, Verdict.PASSED),
    ]


def test_the_chosen_of_two_certificates_on_a_token_signs(
    tokens: SoftTokens, pki: Pki, trust: TrustAnchors, now: datetime
) -> None:
    tokens.token(LABEL, pki.leader, pki.clerk)
    with open_signer(source_on(LABEL, pki.clerk), Secret.typed(PIN), now=now) as signer:
        (report,) = verify_pdf(signer.sign_pdf(pdf_with_fields(), SigningOrder(field=LEADER, at=now)), trust, at=now)
    assert (report.signer, report.verdict) == (pki.clerk.name, Verdict.PASSED)


def test_a_pin_is_entered_once_for_any_number_of_signatures(
    tokens: SoftTokens, pki: Pki, now: datetime, spied: Path
) -> None:
    tokens.token(LABEL, pki.leader)
    with open_signer(source_on(LABEL, pki.leader, module=spy_module()), Secret.typed(PIN), now=now) as signer:
        for field in (LEADER, CLERK):
            signer.sign_pdf(pdf_with_fields(), SigningOrder(field=field, at=now))
    calls = spied.read_text()
    assert (calls.count(": C_Login\n"), calls.count(": C_SignInit\n")) == (1, 2)
    assert (calls.count(": C_Logout\n"), calls.count(": C_Finalize\n")) == (1, 1), "and the token is let go"


def test_a_key_that_wants_the_pin_for_each_signature_gets_it(
    tokens: SoftTokens, pki: Pki, trust: TrustAnchors, now: datetime, spied: Path
) -> None:
    tokens.token(LABEL, pki.leader, always_ask=True)
    with open_signer(source_on(LABEL, pki.leader, module=spy_module()), Secret.typed(PIN), now=now) as signer:
        for field in (LEADER, CLERK):
            pdf = signer.sign_pdf(pdf_with_fields(), SigningOrder(field=field, at=now))
    assert [report.verdict for report in verify_pdf(pdf, trust, at=now)] == [Verdict.PASSED]
    assert spied.read_text().count(": C_Login\n") == 3


def test_a_wrong_pin_is_tried_once_and_told_with_what_the_token_tells(
    tokens: SoftTokens, pki: Pki, now: datetime, spied: Path
) -> None:
    tokens.token(LABEL, pki.leader)
    source, secret = source_on(LABEL, pki.leader, module=spy_module()), Secret.typed(WRONG_PIN)
    with pytest.raises(UserFacingError) as told, open_signer(source, secret, now=now):
        pass
    assert spied.read_text().count(": C_Login\n") == 1
    assert LABEL in told.value.message.vi
    assert "PIN của token" in told.value.message.vi
    assert "thì token bị khóa" in told.value.message.vi
    assert WRONG_PIN not in str(told.value)
    assert not secret


@pytest.mark.parametrize(("pin", "words"), [("", "No PIN was entered"), ("2468135ữ", "Vietnamese input method")])
def test_what_can_be_no_pin_costs_no_try(
    tokens: SoftTokens, pki: Pki, now: datetime, spied: Path, pin: str, words: str
) -> None:
    tokens.token(LABEL, pki.leader)
    source = source_on(LABEL, pki.leader, module=spy_module())
    with pytest.raises(UserFacingError, match=words), open_signer(source, Secret.typed(pin), now=now):
        pass
    assert ": C_Login\n" not in spied.read_text()


def test_an_unfit_certificate_is_refused_before_the_pin_is_used(
    tokens: SoftTokens, pki: Pki, now: datetime, spied: Path
) -> None:
    tokens.token(LABEL, pki.expired)
    source = source_on(LABEL, pki.expired, module=spy_module())
    with pytest.raises(UserFacingError) as told, open_signer(source, Secret.typed(PIN), now=now):
        pass
    assert "đã hết hạn" in told.value.message.vi
    assert ": C_Login\n" not in spied.read_text()


def test_another_token_or_certificate_than_the_chosen_one_is_told(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    tokens.token(LABEL, pki.leader, authorities=(pki.clerk,))
    for source, words in (
        (source_on(LABEL, pki.stranger), "no longer on the token"),
        (source_on(LABEL, pki.clerk), "does not hold the private key"),
        (TokenSource(module=soft_module(), serial="0", label=LABEL, certificate=""), "The USB token is gone"),
    ):
        with pytest.raises(UserFacingError, match=words), open_signer(source, Secret.typed(PIN), now=now):
            pass


def test_a_token_that_is_pulled_out_while_it_is_open_is_told(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    tokens.token(LABEL, pki.leader)
    with open_signer(source_on(LABEL, pki.leader), Secret.typed(PIN), now=now) as signer:
        for file in sorted((tokens.folder / "tokens").rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        with pytest.raises(UserFacingError, match="nothing is lost"):
            signer.sign_pdf(pdf_with_fields(), SigningOrder(field=LEADER, at=now))


def test_a_library_that_is_no_driver_is_told(tokens: SoftTokens, pki: Pki, now: datetime) -> None:
    source = TokenSource(module=Path(os.__file__), serial="1", label="x", certificate="")
    with pytest.raises(UserFacingError, match="nothing is lost"), open_signer(source, Secret.typed(PIN), now=now):
        pass
