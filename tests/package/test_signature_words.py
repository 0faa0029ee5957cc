"""What is told of a signature line by line, in both languages; every word that can be told is told here once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, DATE_FIELD, LEADER_FIELD, NUMBER_FIELD
from cbc_desktop.package.report import Kind, VerificationReport
from cbc_desktop.package.signature_words import FIELDS, details_of
from cbc_desktop.signing.signature_facts import (
    AnchorGroup,
    CertificateStatus,
    Change,
    ChangeKind,
    Lacking,
    Level,
    LevelReached,
    Revocation,
    Timestamp,
)
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport

SIGNED = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
STAMP = Timestamp(at=SIGNED + HOUR, authority="TSA Mẫu", document=True, trusted=True)
GOOD = Revocation(whose="Lan", status=CertificateStatus.GOOD, evidence="OCSP", as_of=SIGNED + HOUR)
LASTING = SignatureReport(
    field="ky_lanh_dao",
    signer="Nguyễn Thị Lan",
    issuer="CA Mẫu",
    intact=True,
    strong=True,
    changes_after=ChangesAfter.PERMITTED,
    covers_whole_file=False,
    only_evidence_after=True,
    trusted=True,
    claimed_time=SIGNED,
    organisation="UBND tỉnh Mẫu",
    serial=0x1F2E,
    valid_from=SIGNED - 24 * HOUR,
    valid_until=SIGNED + 24 * HOUR,
    for_documents=True,
    chain=("Nguyễn Thị Lan", "CA Mẫu", "Gốc Mẫu"),
    anchor_group=AnchorGroup.STATE.value,
    revocations=(GOOD, replace(GOOD, whose="CA Mẫu", evidence="CRL")),
    timestamps=(STAMP,),
    level=LevelReached(Level.B_LTA, Lacking.NOTHING),
    changes=(Change(ChangeKind.TIMESTAMP_ADDED, "dau_thoi_gian_1"), Change(ChangeKind.VALIDATION_DATA_ADDED)),
)
BARE = SignatureReport(
    field="ky_lanh_dao",
    signer="Người Lạ",
    issuer="Người Lạ",
    intact=True,
    strong=True,
    changes_after=ChangesAfter.NONE,
    covers_whole_file=True,
    trusted=False,
    not_trusted_because="NO_CERTIFICATE_CHAIN_FOUND",
)


def test_everything_is_told_of_a_lasting_signature() -> None:
    assert [(detail.label.en, detail.text.en, detail.holds) for detail in details_of(LASTING)] == [
        ("Signer", "Nguyễn Thị Lan, UBND tỉnh Mẫu", True),
        ("Certificate", "serial 1f2e, by CA Mẫu, valid 19/11/2026 – 21/11/2026", True),
        ("Purpose", "issued for signing documents", True),
        ("Chain", "Nguyễn Thị Lan ← CA Mẫu ← Gốc Mẫu (trusted: the state agencies' own authority)", True),
        ("Revocation", "not revoked, by the OCSP of 10:30:00 20/11/2026", True),
        ("Revocation", "“CA Mẫu”: not revoked, by the CRL of 10:30:00 20/11/2026", True),
        ("Time claimed by the signer", "09:30:00 20/11/2026", True),
        ("Attested time", "10:30:00 20/11/2026, by TSA Mẫu", True),
        ("Level", "B-LTA", True),
        ("After signing", "the timestamp “dau_thoi_gian_1” was added; the status of certificates was added", True),
        ("Conclusion (EN 319 102-1)", "TOTAL-PASSED", True),
    ]


def test_what_is_not_known_of_a_stranger_is_told_as_not_known() -> None:
    assert [(detail.label.en, detail.text.en) for detail in details_of(BARE) if detail.holds is not True] == [
        ("Purpose", "not issued for signing documents"),
        ("Chain", "does not lead to a certificate that this computer trusts"),
        ("Attested time", "no timestamp; there is only the signer's own claim"),
        ("Level", "not a baseline signature of ETSI"),
        ("Conclusion (EN 319 102-1)", "INDETERMINATE (NO_CERTIFICATE_CHAIN_FOUND)"),
    ]


@pytest.mark.parametrize(
    ("report", "words", "holds"),
    [
        (replace(LASTING, revocations=(Revocation(whose="Lan"),)), "not checked: the file holds no evidence", None),
        (
            replace(LASTING, revocations=(replace(GOOD, status=CertificateStatus.REVOKED, since=SIGNED),)),
            "revoked since 09:30:00 20/11/2026, by the OCSP",
            False,
        ),
        (
            replace(LASTING, revocations=(replace(GOOD, status=CertificateStatus.REVOKED, since=SIGNED + 9 * HOUR),)),
            "the signature was there before, so it stays valid",
            True,
        ),
        (replace(LASTING, revocations=(replace(GOOD, status=CertificateStatus.UNKNOWN),)), "does not know it", None),
        (replace(LASTING, revocations=(replace(GOOD, in_file=False),)), "asked just now, not in the file", True),
        (replace(LASTING, revocations=(replace(GOOD, status=CertificateStatus.OUTDATED),)), "unknown since", None),
        (
            replace(LASTING, timestamps=(replace(STAMP, trusted=False, not_trusted_because="HASH_FAILURE"),)),
            "by TSA Mẫu: cannot be relied on (HASH_FAILURE)",
            None,
        ),
        (replace(LASTING, level=LevelReached(Level.B_B, Lacking.TIMESTAMP)), "B-B; no timestamp, so not B-T", True),
        (replace(LASTING, level=LevelReached(Level.B_B, Lacking.TRUSTED_TIMESTAMP)), "cannot be relied on, so", True),
        (replace(LASTING, level=LevelReached(Level.B_T, Lacking.VALIDATION_DATA)), "B-T; the status of the", True),
        (replace(LASTING, level=LevelReached(Level.B_LT, Lacking.ARCHIVE_TIMESTAMP)), "so not B-LTA", True),
        (replace(LASTING, claimed_time=None), "none", True),
        (replace(LASTING, claimed_time=SIGNED + 2 * HOUR), "that cannot be: the signature was there before", None),
        (replace(LASTING, changes=()), "an update that changes no content", True),
        (replace(LASTING, changes=(Change(ChangeKind.FIELD_FILLED, "so"),)), "the field “so” was filled in", True),
        (replace(LASTING, changes=(Change(ChangeKind.SIGNATURE_ADDED, "ky"),)), "signed in the field “ky”", True),
        (
            replace(LASTING, changes_after=ChangesAfter.FORBIDDEN, changes=(Change(ChangeKind.FORBIDDEN),)),
            "changed in a way that is not permitted (–)",
            False,
        ),
        (replace(LASTING, changes_after=ChangesAfter.NONE), "nothing was added", True),
        (replace(LASTING, trusted=False, not_trusted_because="REVOKED"), "TOTAL-FAILED (REVOKED)", False),
    ],
)
def test_each_thing_has_its_words(report: SignatureReport, words: str, holds: bool | None) -> None:
    told = [detail for detail in details_of(report) if words in detail.text.en]
    assert [detail.holds for detail in told] == [holds]
    assert not any("{" in detail.text.vi for detail in details_of(report))


@pytest.mark.parametrize("group", AnchorGroup)
def test_every_group_of_anchors_has_a_name(group: AnchorGroup) -> None:
    assert any("trusted: " in detail.text.en for detail in details_of(replace(LASTING, anchor_group=group.value)))


def test_the_fields_of_our_documents_have_names_that_people_know() -> None:
    assert set(FIELDS) == {LEADER_FIELD, AGENCY_FIELD, NUMBER_FIELD, DATE_FIELD}
    filled = replace(LASTING, changes=(Change(ChangeKind.FIELD_FILLED, NUMBER_FIELD),))
    assert "the field “number and symbol” was filled in" in [detail.text.en for detail in details_of(filled)]


def test_of_several_timestamps_the_one_that_counts_is_told_and_those_that_cannot_be_relied_on() -> None:
    later = replace(STAMP, at=SIGNED + 2 * HOUR)
    strange = replace(STAMP, at=SIGNED, trusted=False, not_trusted_because="HASH_FAILURE")
    told = details_of(replace(LASTING, timestamps=(strange, STAMP, later)))
    assert [detail.holds for detail in told if detail.label.en == "Attested time"] == [None, True]


def test_the_worst_signature_is_told_first_and_what_is_none_has_no_lines() -> None:
    nothing = replace(BARE, signer="", intact=False)
    report = VerificationReport(
        path=Path("a.zip"), kind=Kind.PACKAGE, facts=(), signatures=(LASTING, nothing), container_signature=BARE
    )
    assert report.signatures_worst_first == (nothing, BARE, LASTING)
    lines = report.lines("vi")
    assert [line for line in lines if line.startswith("Chữ ký số ở")] == ["Chữ ký số ở ô “chữ ký lãnh đạo”"] * 2
    assert "  Người ký: Người Lạ" in lines
    assert "  [CHƯA RÕ] Mức: không phải chữ ký theo mức cơ sở của ETSI" in lines
