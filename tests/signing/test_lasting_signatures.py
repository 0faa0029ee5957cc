"""Signatures with attested times and status: how far they get, and what the verdict makes of them years later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from pdf_changes import with_number_filled, with_page_changed
from pki import Pki, certified
from signing_fixtures import IdentityOf
from trial_town import DAY, HOUR, NOW, OtherWeb, Town, loaded, stamped_inside, unreachable

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.services import OFF, Services
from cbc_desktop.signing.signature_facts import CertificateStatus, Change, ChangeKind, Lacking, Level
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

STAMPS_ONLY = Services("http://town.invalid/tsa")
STATUS_ONLY = Services(status=True)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture
def town(founded: Town) -> Iterator[Town]:
    """In which nobody's certificate was revoked before the test."""
    yield founded
    founded.trial.revoked.clear()


@pytest.fixture(scope="module")
def old_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Whose certificates expire fifty days from now."""
    return Town(tmp_path_factory.mktemp("old"), since=NOW - 3600 * DAY, address="http://old.invalid")


def test_a_signature_gets_as_far_as_the_archive_level_and_stays_what_it_was(town: Town) -> None:
    signed = town.signed()
    done = town.extended(signed)
    assert (done.troubles, done.pdf.startswith(signed)) == ((), True)
    report = town.report(done.pdf)
    assert (report.level.level, report.level.lacking) == (Level.B_LTA, Lacking.NOTHING)
    assert (report.verdict, report.sub_indication) == (Verdict.PASSED, "")
    assert (report.claimed_time, report.attested_time) == (NOW, NOW + HOUR)
    assert [(each.status, each.evidence) for each in report.revocations] == [(CertificateStatus.GOOD, "OCSP")]
    assert report.changes == (
        Change(ChangeKind.TIMESTAMP_ADDED, "dau_thoi_gian_1"),
        Change(ChangeKind.TIMESTAMP_ADDED, "dau_thoi_gian_2"),
        Change(ChangeKind.VALIDATION_DATA_ADDED),
    )
    assert (report.covers_whole_file, report.vouches_for_file) == (False, True)
    assert not town.report(with_number_filled(done.pdf)).vouches_for_file


@pytest.mark.parametrize(
    ("services", "level", "lacking"),
    [
        (OFF, Level.B_B, Lacking.TIMESTAMP),
        (STATUS_ONLY, Level.B_B, Lacking.TIMESTAMP),
        (STAMPS_ONLY, Level.B_T, Lacking.VALIDATION_DATA),
    ],
    ids=["nothing is on", "status only", "timestamps only"],
)
def test_the_level_is_no_better_than_what_could_be_had(
    town: Town, services: Services, level: Level, lacking: Lacking
) -> None:
    report = town.report(town.extended(town.signed(), services=services).pdf)
    assert (report.level.level, report.level.lacking, report.verdict) == (level, lacking, Verdict.PASSED)


def test_what_is_there_already_is_not_asked_for_again(town: Town) -> None:
    lasting = town.extended(town.signed()).pdf
    web = OtherWeb(town, {})
    assert town.extended(lasting, web=web).pdf == lasting
    assert web.asked == []


def test_the_clerk_signs_after_the_leaders_signature_was_attested_and_both_become_lasting(
    town: Town, tmp_path: Path
) -> None:
    clerk = loaded(town.authority.signer("Ủy ban nhân dân tỉnh Mẫu", "Trần Văn Thư"), tmp_path)
    attested = town.extended(town.signed()).pdf
    sealed = sign_pdf(with_number_filled(attested), clerk, SigningOrder(field=CLERK, at=NOW + 2 * HOUR))
    leader, agency = verify_pdf(town.extended(sealed, NOW + 3 * HOUR).pdf, town.trust, at=NOW + 4 * HOUR)
    assert [leader.verdict, agency.verdict] == [Verdict.PASSED, Verdict.PASSED]
    assert [leader.level.level, agency.level.level] == [Level.B_LTA, Level.B_LTA]
    assert [leader.attested_time, agency.attested_time] == [NOW + HOUR, NOW + 3 * HOUR]
    assert Change(ChangeKind.FIELD_FILLED, "SoVanBan") in leader.changes
    assert Change(ChangeKind.SIGNATURE_ADDED, CLERK) in leader.changes
    assert Change(ChangeKind.FIELD_FILLED, "SoVanBan") not in agency.changes


def test_a_page_changed_after_the_timestamps_is_forbidden_and_told_first(town: Town) -> None:
    report = town.report(with_page_changed(town.extended(town.signed()).pdf))
    assert (report.verdict, report.sub_indication) == (Verdict.FAILED, "SIG_CONSTRAINTS_FAILURE")
    assert report.changes[0].kind is ChangeKind.FORBIDDEN
    assert report.attested_time == NOW + HOUR


def test_a_timestamp_of_another_document_attests_nothing(town: Town) -> None:
    """Its bytes are moved under this file's byte range: what it attests is another file."""
    mine = town.extended(town.signed(), services=STAMPS_ONLY).pdf
    other = town.extended(town.signed(NOW - HOUR), services=STAMPS_ONLY).pdf
    report = town.report(_with_last_token_of(mine, other))
    assert [(stamp.trusted, stamp.not_trusted_because) for stamp in report.timestamps] == [(False, "HASH_FAILURE")]
    assert (report.level.level, report.attested_time) == (Level.B_B, None)


def _with_last_token_of(mine: bytes, other: bytes) -> bytes:
    (start, end), (first, last) = _last_hex(mine), _last_hex(other)
    assert end - start == last - first
    return mine[:start] + other[first:last] + mine[end:]


def _last_hex(pdf: bytes) -> tuple[int, int]:
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    return start, pdf.index(b">", start)


def test_a_service_that_nobody_trusts_is_told_and_attests_nothing(town: Town, old_town: Town) -> None:
    stranger = OtherWeb(town, {"http://town.invalid/tsa": lambda asked: old_town.trial.answer("/tsa", asked.body)})
    done = town.extended(town.signed(), web=stranger)
    (trouble,) = done.troubles
    assert "NO_CERTIFICATE_CHAIN_FOUND" in trouble.en
    assert "Dịch vụ dấu thời gian THỬ NGHIỆM" in trouble.vi
    report = town.report(done.pdf)
    assert (report.level.level, report.level.lacking) == (Level.B_B, Lacking.TRUSTED_TIMESTAMP)
    assert report.attested_time is None


def test_what_cannot_be_reached_is_told_and_the_rest_is_had(town: Town) -> None:
    signed = town.signed()
    nowhere = OtherWeb(town, {"http://town.invalid": unreachable})
    done = town.extended(signed, web=nowhere)
    assert done.pdf == signed
    assert [("no route to host" in trouble.en) for trouble in done.troubles] == [True, True]
    no_status = OtherWeb(town, {"http://town.invalid/ocsp": unreachable, "http://town.invalid/crl": unreachable})
    assert town.report(town.extended(signed, web=no_status).pdf).level.level is Level.B_T


def test_where_nobody_answers_about_one_certificate_the_list_is_fetched(town: Town) -> None:
    no_answers = OtherWeb(town, {"http://town.invalid/ocsp": unreachable})
    report = town.report(town.extended(town.signed(), web=no_answers).pdf)
    assert (report.level.level, report.revocation.evidence) == (Level.B_LTA, "CRL")
    refusing = OtherWeb(town, {"http://town.invalid/ocsp": lambda _: b"\x30\x03\x0a\x01\x06"})
    assert town.report(town.extended(town.signed(), web=refusing).pdf).revocation.evidence == "CRL"


def test_answers_that_are_none_are_not_kept(town: Town) -> None:
    babble = OtherWeb(town, {"http://town.invalid": lambda _: b"<html>Sign in to the network</html>"})
    signed = town.signed()
    done = town.extended(signed, web=babble)
    assert (done.pdf, len(done.troubles)) == (signed, 2)


def test_a_person_can_stop_the_waiting_and_nothing_is_changed(town: Town) -> None:
    class StoppedError(Exception):
        pass

    def stop(_: Message) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        town.extended(town.signed(), tell=stop)


@pytest.mark.parametrize("pdf", [pdf_with_fields(), b"%PDF-1.7 nothing"], ids=["unsigned", "no PDF"])
def test_what_nobody_signed_cannot_be_attested(town: Town, pdf: bytes) -> None:
    with pytest.raises(UserFacingError):
        town.extended(pdf)


@pytest.mark.parametrize("trusted", [True, False], ids=["by a known service", "by a stranger"])
def test_a_timestamp_inside_a_signature_of_another_program_counts_too(
    town: Town, old_town: Town, trusted: bool
) -> None:
    service = (town if trusted else old_town).trial
    report = town.report(stamped_inside(town.identity, service, at=NOW + HOUR))
    (stamp,) = report.timestamps
    assert (stamp.trusted, stamp.document, report.verdict) == (trusted, False, Verdict.PASSED)
    assert report.attested_time == (NOW + HOUR if trusted else None)
    assert report.level.level is (Level.B_T if trusted else Level.B_B)


def test_a_chain_that_the_signature_does_not_hold_is_completed_where_its_certificate_says(
    town: Town, pki: Pki, unchecked: IdentityOf
) -> None:
    leaf = certified("Hoàng Dưới Cấp", NOW, issuer=pki.middle, status_at="http://middle.invalid/")
    signed = sign_pdf(pdf_with_fields(), unchecked(leaf), SigningOrder(field=LEADER, at=NOW))
    trust = TrustAnchors.from_pem(pki.authority.pem).joined(town.trust)
    web = OtherWeb(town, {"http://middle.invalid/": lambda asked: b"" if asked.body else pki.middle.der})
    assert town.report(signed, trust=trust).sub_indication == "NO_CERTIFICATE_CHAIN_FOUND"
    report = town.report(town.extended(signed, web=web, trust=trust).pdf, trust=trust)
    assert report.chain == ("Hoàng Dưới Cấp", "Cấp Trung Gian", "Tòa nhà cấp chứng thư")
    assert (report.verdict, report.level.level) == (Verdict.PASSED, Level.B_T)


class TestRevoked:
    """The signer's certificate was revoked at some time."""

    def test_after_the_attested_time_the_signature_stays_valid_and_the_revocation_is_told(self, town: Town) -> None:
        stamped = town.extended(town.signed(), services=STAMPS_ONLY).pdf
        town.revoke_leader(NOW + 5 * HOUR)
        report = town.report(town.extended(stamped, NOW + 9 * HOUR).pdf, NOW + 10 * HOUR)
        assert (report.verdict, report.level.level) == (Verdict.PASSED, Level.B_LTA)
        assert (report.revocation.status, report.revocation.since) == (CertificateStatus.REVOKED, NOW + 5 * HOUR)

    def test_before_it_was_used_the_signature_fails(self, town: Town) -> None:
        town.revoke_leader(NOW - HOUR)
        report = town.report(town.extended(town.signed()).pdf)
        assert (report.verdict, report.sub_indication) == (Verdict.FAILED, "REVOKED")

    def test_before_the_attested_time_and_after_the_claimed_one_nothing_is_proven(self, town: Town) -> None:
        town.revoke_leader(NOW + timedelta(minutes=30))
        report = town.report(town.extended(town.signed()).pdf)
        assert (report.verdict, report.sub_indication) == (Verdict.INDETERMINATE, "REVOKED_NO_POE")

    def test_without_an_attested_time_nothing_proves_that_it_was_signed_earlier(self, town: Town) -> None:
        town.revoke_leader(NOW + timedelta(minutes=30))
        report = town.report(town.extended(town.signed(), services=STATUS_ONLY).pdf)
        assert (report.verdict, report.sub_indication) == (Verdict.INDETERMINATE, "REVOKED_NO_POE")

    def test_a_list_says_the_same(self, town: Town) -> None:
        town.revoke_leader(NOW - HOUR)
        no_answers = OtherWeb(town, {"http://town.invalid/ocsp": unreachable})
        report = town.report(town.extended(town.signed(), web=no_answers).pdf)
        assert (report.sub_indication, report.revocation.evidence) == ("REVOKED", "CRL")

    def test_by_somebody_who_is_not_the_issuer_nobody_is(self, town: Town, old_town: Town) -> None:
        old_town.trial.revoked[town.leader.certificate.serial_number] = NOW - HOUR
        forged = OtherWeb(
            town,
            {
                "http://town.invalid/ocsp": lambda asked: old_town.trial.answer("/ocsp", asked.body),
                "http://town.invalid/crl": lambda asked: old_town.trial.answer("/crl", asked.body),
            },
        )
        report = town.report(town.extended(town.signed(), web=forged).pdf)
        assert (report.verdict, report.revocation.status) == (Verdict.PASSED, CertificateStatus.NOT_CHECKED)


def test_status_from_before_the_time_that_counts_is_outdated(town: Town) -> None:
    done = town.extended(town.signed(), services=STATUS_ONLY)
    assert town.report(done.pdf).revocation.status is CertificateStatus.GOOD
    later = town.report(done.pdf, NOW + 60 * DAY)
    assert (later.revocation.status, later.verdict) == (CertificateStatus.OUTDATED, Verdict.PASSED)


class TestExpired:
    """The signer's certificate has expired when somebody verifies."""

    def test_with_an_attested_time_inside_its_validity_it_still_passes(self, town: Town, old_town: Town) -> None:
        pdf, trust = _stamped_elsewhere(town, old_town, at=NOW + HOUR)
        report = town.report(pdf, NOW + 365 * DAY, trust)
        assert (report.verdict, report.attested_time) == (Verdict.PASSED, NOW + HOUR)
        assert report.level.level is Level.B_LTA

    def test_without_one_nothing_proves_when_it_was_signed(self, old_town: Town) -> None:
        report = old_town.report(old_town.signed(), NOW + 365 * DAY)
        assert (report.verdict, report.sub_indication) == (Verdict.INDETERMINATE, "OUT_OF_BOUNDS_NO_POE")

    def test_before_it_was_used_it_fails(self, town: Town, old_town: Town) -> None:
        pdf, trust = _stamped_elsewhere(town, old_town, at=NOW + 100 * DAY, signed=NOW + 99 * DAY)
        report = town.report(pdf, NOW + 365 * DAY, trust)
        assert (report.verdict, report.sub_indication) == (Verdict.FAILED, "EXPIRED")

    def test_a_timestamp_by_a_service_whose_certificate_has_expired_attests_nothing_any_more(
        self, old_town: Town
    ) -> None:
        pdf = old_town.extended(old_town.signed(), services=Services("http://old.invalid/tsa")).pdf
        report = old_town.report(pdf, NOW + 365 * DAY)
        assert [stamp.not_trusted_because for stamp in report.timestamps] == ["OUT_OF_BOUNDS_NO_POE"]

    def test_unless_a_later_timestamp_attests_that_one(self, town: Town, old_town: Town) -> None:
        pdf = old_town.extended(old_town.signed(), services=Services("http://old.invalid/tsa")).pdf
        renewed, trust = _stamped_elsewhere(town, old_town, at=NOW + 10 * DAY, pdf=pdf)
        report = town.report(renewed, NOW + 365 * DAY, trust)
        assert [stamp.trusted for stamp in report.timestamps] == [True, True]
        assert (report.verdict, report.attested_time) == (Verdict.PASSED, NOW + HOUR)


def _stamped_elsewhere(
    town: Town, old_town: Town, *, at: datetime, signed: datetime = NOW, pdf: bytes = b""
) -> tuple[bytes, TrustAnchors]:
    """Signed in the old town, attested in the other one; status by the services of both."""
    trust = town.trust.joined(old_town.trust)
    old_town.clock.moment = at
    both = OtherWeb(town, {"http://old.invalid": lambda asked: old_town.trial.ask(asked, lambda _: None)})
    return town.extended(pdf or old_town.signed(signed), at, trust=trust, web=both).pdf, trust
