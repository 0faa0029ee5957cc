"""Whatever a stranger puts where timestamps and status belong: it attests nothing, hides nothing and raises nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import core, ocsp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from field_pdf import LEADER, pdf_with_fields
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from trial_town import DAY, HOUR, NOW, OtherWeb, Town, loaded

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.signing.chain import Chain
from cbc_desktop.signing.network import Question
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.services import Services
from cbc_desktop.signing.signature_facts import CertificateStatus, Level, Revocation
from cbc_desktop.signing.timestamping import with_document_timestamp
from cbc_desktop.signing.trial_services import TrialServices
from cbc_desktop.signing.validation_data import LONGEST_OBJECT
from cbc_desktop.signing.verdict import Verdict

STAMPS_ONLY = Services("http://town.invalid/tsa")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def signed(town: Town) -> bytes:
    return town.signed()


def with_store(pdf: bytes, make: Callable[[IncrementalPdfFileWriter], object]) -> bytes:
    """A further revision whose catalog has this as its document security store."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.root[generic.pdf_name("/DSS")] = make(writer)
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def streams(writer: IncrementalPdfFileWriter, *contents: bytes) -> generic.ArrayObject:
    return generic.ArrayObject([writer.add_object(generic.StreamObject(stream_data=each)) for each in contents])


def store(**entries: object) -> generic.DictionaryObject:
    return generic.DictionaryObject({generic.pdf_name(f"/{name}"): value for name, value in entries.items()})


HOLLOW_ANSWER = bytes.fromhex("3018 0a0100 a013 3011 0609 2b0601050507300101 0404 30023000".replace(" ", ""))
"""A successful OCSP response around an empty one."""

HOSTILE: dict[str, Callable[[IncrementalPdfFileWriter], object]] = {
    "no dictionary": lambda writer: generic.NumberObject(7),
    "no lists": lambda writer: store(OCSPs=generic.NumberObject(7), CRLs=generic.pdf_string("x"), Certs=store()),
    "junk": lambda writer: store(
        OCSPs=streams(writer, b"junk"), CRLs=streams(writer, b""), Certs=streams(writer, b"0")
    ),
    "no streams": lambda writer: store(OCSPs=generic.ArrayObject([generic.NumberObject(1)])),
    "endless": lambda writer: store(CRLs=streams(writer, b"\0" * (LONGEST_OBJECT + 1))),
    "nobody there": lambda writer: store(OCSPs=generic.ArrayObject([generic.IndirectObject(9999, 0, writer)])),
    "hollow": lambda writer: store(
        OCSPs=streams(writer, HOLLOW_ANSWER), CRLs=streams(writer, b"\x30\x00"), Certs=streams(writer, b"\x30\x00")
    ),
    "an answer that is an error": lambda writer: store(OCSPs=streams(writer, b"\x30\x03\x0a\x01\x06")),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_store_of_evidence_that_is_none_changes_no_verdict(
    town: Town, signed: bytes, make: Callable[[IncrementalPdfFileWriter], object]
) -> None:
    report = town.report(with_store(signed, make))
    assert report.verdict in (Verdict.PASSED, Verdict.FAILED)  # pyHanko refuses some as a change, which is right too
    assert report.revocation.status is CertificateStatus.NOT_CHECKED


@pytest.mark.parametrize(
    "value",
    [
        {"/Type": pikepdf.Name.DocTimeStamp},
        {"/Type": pikepdf.Name.DocTimeStamp, "/ByteRange": [0, 10, 20, 30], "/Contents": b"\x30\x00"},
        {
            "/Type": pikepdf.Name.DocTimeStamp,
            "/SubFilter": pikepdf.Name("/ETSI.RFC3161"),
            "/ByteRange": [0, 1, 2, 3],
            "/Contents": b"\x30\x03\x02\x01\x01",
        },
    ],
    ids=["empty", "no token", "no CMS"],
)
def test_what_stands_where_a_timestamp_should_attests_nothing(town: Town, value: dict[str, object]) -> None:
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if each.T != LEADER and pikepdf.Name.Sig == each.FT)
        field.V = pdf.make_indirect(pikepdf.Dictionary(value))
        out = BytesIO()
        pdf.save(out)
    signed = sign_pdf(out.getvalue(), town.identity, SigningOrder(field=LEADER, at=NOW))
    report = town.report(signed)
    assert (report.timestamps, report.verdict) == ((), Verdict.PASSED)


def test_a_document_timestamp_whose_token_is_another_kind_of_message_attests_nothing(town: Town, signed: bytes) -> None:
    stamped = town.extended(signed, services=STAMPS_ONLY).pdf
    start = stamped.rindex(b"/Contents <") + len(b"/Contents <")
    end = stamped.index(b">", start)
    for content in (b"3003020101", b"30030201"):
        broken = stamped[:start] + content.ljust(end - start, b"0") + stamped[end:]
        report = town.report(broken)
        assert (report.timestamps, report.intact) == ((), True)


def test_a_timestamp_that_states_a_later_time_than_a_newer_one_is_not_relied_on(town: Town, signed: bytes) -> None:
    first = town.extended(signed, NOW + 9 * HOUR, services=STAMPS_ONLY).pdf
    backwards = OtherWeb(town, {"http://town.invalid/tsa": lambda asked: _stamped_at(town, NOW + HOUR, asked)})
    town.clock.moment = NOW
    second = _second_timestamp(town, first, backwards)
    report = town.report(second, NOW + 10 * HOUR)
    assert [stamp.not_trusted_because for stamp in report.timestamps] == ["", "TIMESTAMP_ORDER_FAILURE"]
    assert report.attested_time == NOW + HOUR


def _stamped_at(town: Town, moment: object, asked: Question) -> bytes:
    town.clock.moment = moment  # type: ignore[assignment]
    return town.trial.answer("/tsa", asked.body)


def _second_timestamp(town: Town, pdf: bytes, web: OtherWeb) -> bytes:
    return with_document_timestamp(pdf, "http://town.invalid/tsa", web, lambda _: None)


def test_a_service_that_was_revoked_and_whose_last_token_nobody_attests_is_not_relied_on(
    town: Town, signed: bytes
) -> None:
    lasting = town.extended(signed, NOW + HOUR).pdf
    town.trial.revoked[town.trial.stamper.certificate.serial_number] = NOW + DAY
    town.clock.moment = NOW + 2 * DAY
    later = with_store(lasting, lambda writer: _with_crl(writer, town))
    town.trial.revoked.clear()
    report = town.report(later, NOW + 3 * DAY)
    assert {stamp.not_trusted_because for stamp in report.timestamps} == {"REVOKED_NO_POE"}


def _with_crl(writer: IncrementalPdfFileWriter, town: Town) -> object:
    return store(CRLs=streams(writer, town.trial.answer("/crl", b"")))


@pytest.mark.parametrize(
    ("revocations", "problem"),
    [
        ((Revocation(), Revocation(status=CertificateStatus.REVOKED, since=NOW)), "REVOKED_CA_NO_POE"),
        ((Revocation(status=CertificateStatus.REVOKED, since=NOW),), "REVOKED_NO_POE"),
        ((Revocation(status=CertificateStatus.UNKNOWN),), "TRY_LATER"),
        ((Revocation(status=CertificateStatus.OUTDATED),), ""),
    ],
)
def test_a_chain_says_what_is_wrong_with_it_without_an_attested_time(
    revocations: tuple[Revocation, ...], problem: str
) -> None:
    assert Chain("", ("a", "b"), revocations=revocations).problem_at(NOW, proven=False, claimed=None) == problem


def test_an_answer_that_the_certificate_is_unknown_leaves_the_verdict_open(town: Town, signed: bytes) -> None:
    unknowing = OtherWeb(town, {"http://town.invalid/ocsp": lambda asked: _unknowing(town.trial, asked.body)})
    report = town.report(town.extended(signed, web=unknowing, services=Services(status=True)).pdf)
    assert (report.revocation.status, report.verdict) == (CertificateStatus.UNKNOWN, Verdict.INDETERMINATE)
    assert report.sub_indication == "TRY_LATER"


def _unknowing(trial: TrialServices, body: bytes) -> bytes:
    """An answer by the right service that says "unknown" in place of "good": cryptography builds no such answer."""
    answer = ocsp.OCSPResponse.load(trial.answer("/ocsp", body))
    basic = answer["response_bytes"]["response"].parsed
    content = basic["tbs_response_data"]
    content["responses"][0]["cert_status"] = ocsp.CertStatus("unknown", ocsp.StatusUnknown())
    signature = trial.responder.key.sign(content.dump(force=True), padding.PKCS1v15(), hashes.SHA256())
    basic["signature"] = signature
    whole = {"response_type": "basic_ocsp_response", "response": core.ParsableOctetString(basic.dump(force=True))}
    return bytes(ocsp.OCSPResponse({"response_status": "successful", "response_bytes": whole}).dump())


def test_an_encrypted_document_takes_no_timestamp(town: Town, signed: bytes) -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(signed)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    with pytest.raises(UserFacingError):
        town.extended(locked.getvalue())


def test_a_signature_that_is_none_does_not_keep_the_others_from_lasting(town: Town, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if each.T != LEADER and pikepdf.Name.Sig == each.FT)
        field.V = pdf.make_indirect(pikepdf.Dictionary({"/Type": pikepdf.Name.Sig, "/Contents": b"0"}))
        out = BytesIO()
        pdf.save(out)
    signed = sign_pdf(out.getvalue(), loaded(town.leader, tmp_path), SigningOrder(field=LEADER, at=NOW))
    sound, broken = verify_pdf(town.extended(signed).pdf, town.trust, at=NOW + 2 * HOUR)
    assert (sound.level.level, broken.verdict) == (Level.B_LTA, Verdict.FAILED)


def test_the_time_between_clocks_does_not_matter(town: Town, signed: bytes) -> None:
    """A computer whose clock is behind: the timestamp is from its future, and counts."""
    ahead = town.extended(signed, NOW + 5 * DAY, services=STAMPS_ONLY).pdf
    report = town.report(ahead, NOW + timedelta(minutes=1))
    assert (report.attested_time, report.verdict) == (NOW + 5 * DAY, Verdict.PASSED)
