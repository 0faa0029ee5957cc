"""Which certificates the office trusts and which services it asks, on the command line; `verify` goes by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Command
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from demo_files import DemoFiles
from field_pdf import LEADER, pdf_with_fields

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.receiving.trust_desk import in_pairs
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.network import WAITING, HttpWeb, UnreachableError
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.trial_authority import TrialAuthority
from cbc_desktop.signing.trial_services import TrialServices


@pytest.fixture(scope="module")
def trial() -> TrialAuthority:
    return TrialAuthority.new(SystemClock().now())


@pytest.fixture
def file(trial: TrialAuthority, tmp_path: Path) -> Path:
    path = tmp_path / "goc.pem"
    path.write_bytes(trial.pem)
    return path


def fingerprint(certificate: x509.Certificate) -> str:
    return in_pairs(Digest.of(certificate.public_bytes(Encoding.DER)))


def test_a_certificate_is_trusted_only_after_its_fingerprint_was_compared(
    cbc: Command, trial: TrialAuthority, file: Path
) -> None:
    shown = cbc("trust", "add", file, lang="en")
    assert shown.code == 2
    assert fingerprint(trial.certificate) in shown.out
    assert "Nothing is trusted yet" in shown.out
    wrong = cbc("trust", "add", file, "--fingerprint", "AB" * 32, "--why", "thử")
    assert (wrong.code, "Chưa có gì được tin cậy" in wrong.err) == (1, True)
    short = cbc("trust", "add", file, "--fingerprint", fingerprint(trial.certificate)[:10], "--why", "thử")
    assert short.code == 1
    assert cbc("trust", "list").out.startswith("Máy này chưa tin cậy chứng thư nào")
    accepted = cbc("trust", "add", file, "--fingerprint", fingerprint(trial.certificate), "--why", "để tập", lang="en")
    assert (accepted.code, accepted.out) == (0, "“CA THỬ NGHIỆM” is trusted from now on (for practice).\n")
    (listed,) = json.loads(cbc("trust", "list", "--json").out)
    assert (listed["group"], listed["why"], listed["subject"]) == ("trial", "để tập", "CA THỬ NGHIỆM")
    assert "[for practice] CA THỬ NGHIỆM" in cbc("trust", "list", lang="en").out


def test_practice_and_earnest_are_kept_apart_and_a_reason_is_wanted(
    cbc: Command, trial: TrialAuthority, file: Path
) -> None:
    known = ("--fingerprint", fingerprint(trial.certificate))
    assert "chỉ xếp được vào nhóm thử nghiệm" in cbc("trust", "add", file, *known, "--group", "own", "--why", "x").err
    assert "Cần ghi lý do" in cbc("trust", "add", file, *known).err


def test_a_certificate_is_exported_and_removed_by_the_beginning_of_its_fingerprint(
    cbc: Command, trial: TrialAuthority, file: Path, tmp_path: Path
) -> None:
    cbc("trust", "add", file, "--fingerprint", fingerprint(trial.certificate), "--why", "để tập")
    assert cbc("trust", "export", "--out", tmp_path / "tin-cay.pem").code == 0
    assert x509.load_pem_x509_certificate((tmp_path / "tin-cay.pem").read_bytes()) == trial.certificate
    one = cbc("trust", "export", "--out", tmp_path / "mot.pem", "--fingerprint", fingerprint(trial.certificate)[:5])
    assert one.code == 0
    assert "hoặc có nhiều hơn một" in cbc("trust", "remove", "0000").err
    assert "hoặc có nhiều hơn một" in cbc("trust", "remove", "không").err
    removed = cbc("trust", "remove", fingerprint(trial.certificate)[:11], lang="en")
    assert (removed.code, removed.out) == (0, "“CA THỬ NGHIỆM” is trusted no longer.\n")
    assert cbc("trust", "export", "--out", tmp_path / "khong.pem").code == 1


def test_a_certificate_that_cannot_certify_others_or_bears_a_known_name_is_cautioned_about(
    cbc: Command, trial: TrialAuthority, tmp_path: Path, file: Path
) -> None:
    cbc("trust", "add", file, "--fingerprint", fingerprint(trial.certificate), "--why", "để tập")
    imitation = TrialAuthority.new(SystemClock().now())
    leader = trial.signer("Ủy ban nhân dân tỉnh Mẫu").certificate
    bag = tmp_path / "nhieu.p7b"
    bag.write_bytes(pkcs7.serialize_certificates([imitation.certificate, leader], Encoding.PEM))
    shown = cbc("trust", "add", bag, lang="en")
    assert fingerprint(imitation.certificate) in shown.out
    assert fingerprint(leader) in shown.out
    assert "it may be an imitation" in shown.err
    assert "only its own signatures will be trusted" in shown.err
    accepted = cbc("trust", "add", bag, "--fingerprint", fingerprint(leader), "--why", "để tập", lang="en")
    assert accepted.out.startswith("“Người ký THỬ NGHIỆM” is trusted")
    assert "only its own signatures" in accepted.err
    assert "không có chứng thư nào có vân tay" in cbc("trust", "add", bag, "--fingerprint", "AB" * 32).err


def test_services_are_off_until_a_person_switches_them_on(cbc: Command) -> None:
    shown = cbc("services", "show", lang="en").out
    assert shown.startswith("Timestamps: off\nAsking whether certificates are revoked: off\n")
    assert "http://tsa.ca.gov.vn" in shown
    assert "không phải là địa chỉ" in cbc("services", "set", "--timestamps", "tsa.ca.gov.vn").err
    assert cbc("services", "set", "--timestamps", "http://tsa.invalid/ ", "--status").code == 0
    assert json.loads(cbc("services", "show", "--json").out) == {"timestamps": "http://tsa.invalid/", "status": True}
    assert cbc("services", "off", lang="en").out.startswith("Timestamps: off")
    assert json.loads(cbc("services", "show", "--json").out) == {"timestamps": "", "status": False}


def test_verifying_goes_by_what_the_office_trusts_and_needs_no_office(cbc: Command, demo: DemoFiles) -> None:
    assert cbc("verify", demo.package).code == 2
    certificate = x509.load_pem_x509_certificate(demo.authority.read_bytes())
    cbc("trust", "add", demo.authority, "--fingerprint", fingerprint(certificate), "--why", "để tập")
    verified = cbc("verify", demo.package, "--json")
    assert (verified.code, json.loads(verified.out)["signatures"][0]["anchor_group"]) == (0, "trial")
    cbc("trust", "remove", fingerprint(certificate)[:8])
    assert cbc("verify", demo.package).code == 2


def test_several_files_with_anchors_count_together(cbc: Command, demo: DemoFiles, tmp_path: Path) -> None:
    words = ("trial-certificate", "--out", tmp_path, "--agency", "Cơ quan khác", "--passphrase-file", tmp_path / "word")
    (tmp_path / "word").write_text("x", encoding="utf-8")
    assert cbc(*words).code == 0
    others = next(tmp_path.glob("*.pem"))
    assert cbc("verify", demo.package, "--trust", others).code == 2
    assert cbc("verify", demo.package, "--trust", demo.authority, "--trust", others).code == 0


def test_a_signed_document_is_extended_by_the_services_that_are_on(
    cbc: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which are reached over a function call here: tests have no network."""
    clock = SystemClock()
    trial = TrialServices.of(TrialAuthority.new(clock.now(), "http://trial.invalid"), clock)
    monkeypatch.setattr(HttpWeb, "ask", lambda _, question, tell: _told(tell) or trial.ask(question, tell))
    (tmp_path / "goc.pem").write_bytes(trial.authority.pem)
    (tmp_path / "nguoi-ky.p12").write_bytes(trial.authority.signer("Thư viện").pkcs12("lan", "thử"))
    signed, lasting = tmp_path / "da-ky.pdf", tmp_path / "lau-dai.pdf"
    signer = load_pkcs12(tmp_path / "nguoi-ky.p12", "thử", now=clock.now())
    signed.write_bytes(sign_pdf(pdf_with_fields(), signer, SigningOrder(field=LEADER, at=clock.now())))
    off = cbc("extend", signed, "--out", lasting, lang="en")
    assert (off.code, "No service on the network" in off.err, lasting.exists()) == (1, True, False)
    cbc("services", "set", "--timestamps", "http://trial.invalid/tsa", "--status")
    untrusted = cbc("extend", signed, "--out", lasting, lang="en")
    assert (untrusted.code, "does not trust who certified that service" in untrusted.err) == (2, True)
    lasting.unlink()
    with monkeypatch.context() as offline:
        offline.setattr(HttpWeb, "ask", _nobody_there)
        alone = cbc("extend", signed, "--out", lasting, lang="en")
    assert (alone.code, "no file was written" in alone.out, lasting.exists()) == (2, True, False)
    known = fingerprint(trial.authority.certificate)
    cbc("trust", "add", tmp_path / "goc.pem", "--fingerprint", known, "--why", "để tập")
    extended = cbc("extend", signed, "--out", lasting, lang="en")
    assert (extended.code, extended.out.splitlines()[-1]) == (0, "  Người ký THỬ NGHIỆM: B-LTA")
    assert extended.err.count("Waiting for trial.invalid") == 3  # once for each thing that is asked
    (judged,) = json.loads(cbc("verify", lasting, "--json").out)["signatures"]
    assert (judged["level"], judged["verdict"], judged["only_evidence_after"]) == ("B-LTA", "passed", True)


def test_a_receiver_may_ask_whether_the_signers_certificate_was_revoked_meanwhile(
    cbc: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SystemClock()
    trial = TrialServices.of(TrialAuthority.new(clock.now(), "http://trial.invalid"), clock)
    monkeypatch.setattr(HttpWeb, "ask", lambda _, question, tell: _told(tell) or trial.ask(question, tell))
    holder = trial.authority.signer("Thư viện")
    (tmp_path / "goc.pem").write_bytes(trial.authority.pem)
    (tmp_path / "nguoi-ky.p12").write_bytes(holder.pkcs12("lan", "thử"))
    signer = load_pkcs12(tmp_path / "nguoi-ky.p12", "thử", now=clock.now())
    signed = tmp_path / "da-ky.pdf"
    signed.write_bytes(sign_pdf(pdf_with_fields(), signer, SigningOrder(field=LEADER, at=clock.now())))
    words = ("verify", signed, "--trust", tmp_path / "goc.pem", "--json")

    def judged(*more: str) -> dict[str, Any]:
        (signature,) = json.loads(cbc(*words, *more).out)["signatures"]
        return dict(signature)

    assert judged()["revocations"][0]["status"] == "not-checked"
    asked = judged("--ask")
    assert (asked["verdict"], asked["level"], asked["level_lacking"]) == ("passed", "B-B", "timestamp")
    assert [(each["status"], each["in_file"]) for each in asked["revocations"]] == [("good", False)]
    trial.revoked[holder.certificate.serial_number] = clock.now()
    assert (judged("--ask")["verdict"], judged("--ask")["sub_indication"]) == ("indeterminate", "REVOKED_NO_POE")
    assert judged()["verdict"] == "passed"
    signed.write_bytes(b"%PDF-1.7 nothing")
    assert cbc("verify", signed, "--ask").code == 1


def _nobody_there(*_: object) -> bytes:
    raise UnreachableError(Message("không có mạng", "no network"))


def _told(tell: Progress) -> None:
    for seconds in range(3):
        tell(WAITING.filled(host="trial.invalid", turn=1, turns=3, seconds=seconds))
