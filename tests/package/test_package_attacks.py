"""Attacks: whatever somebody does to a package on its way, the report fails and names what was touched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from package_samples import (
    NAME,
    PICTURE,
    Parcel,
    Signer,
    Verify,
    form,
    parcel,
    pdf_embedding,
    record_json,
    revision,
    signed,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MANIFEST, MIMETYPE, RECORD, SUMS, in_order
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.zip_records import StoredPart, end_record
from cbc_desktop.signing.verdict import Verdict

DOCUMENT = f"{NAME}.pdf"
WORKBOOK = f"{NAME}.xlsx"
SURVEY = "submissions/khao-sat-nhanh.xml"
MEDIA = "media/hop-bao.jpg"

slow_fixtures = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def wrong(report: VerificationReport) -> set[tuple[FactCode, str]]:
    assert report.verdict is Verdict.FAILED
    return {(fact.code, fact.part) for fact in report.facts if fact.holds is False}


def parts_of(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts: Mapping[str, bytes], of: Parcel) -> bytes:
    """Exactly these parts, in the program's own form of archive: no digest is repaired and no name is refused."""
    stored = [StoredPart(name, parts[name], of.finalised_at) for name in in_order(parts)]
    pieces, records = b"", b""
    for part in stored:
        records += part.central_record(len(pieces))
        pieces += part.local_header() + part.content
    return pieces + records + end_record(len(stored), len(records), len(pieces))


def test_the_surgeon_leaves_no_trace_of_his_own(good: Parcel) -> None:
    assert packed(parts_of(good.archive()), good) == good.archive()


@pytest.mark.parametrize("name", [DOCUMENT, WORKBOOK, SURVEY, RECORD, MEDIA, SUMS])
def test_a_changed_part_is_named_although_its_checksum_was_repaired(good: Parcel, verify: Verify, name: str) -> None:
    parts = parts_of(good.archive())
    parts[name] = parts[name][:-2] + bytes([parts[name][-2] ^ 1]) + parts[name][-1:]
    assert (FactCode.DIGEST_MATCHES, name) in wrong(verify(packed(parts, good)))


@pytest.mark.parametrize("name", [WORKBOOK, SURVEY, RECORD])
def test_a_changed_part_is_named_although_every_digest_was_repaired(good: Parcel, verify: Verify, name: str) -> None:
    content = good.parts[name]
    changed = content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]
    found = wrong(verify(good.with_part(name, changed).archive()))
    assert found == {(FactCode.EMBEDDED_EQUALS, name)}


def test_a_changed_attachment_is_named_although_every_digest_was_repaired(good: Parcel, verify: Verify) -> None:
    found = wrong(verify(good.with_part(MEDIA, PICTURE + b"!").archive()))
    assert found == {(FactCode.MEDIA_MATCHES, MEDIA)}


def test_two_attachments_that_changed_places_are_both_named(office: Signer, verify: Verify) -> None:
    media = {"a.jpg": b"the first", "b.jpg": b"the other"}
    honest = parcel(revision(media=media), office, media)
    swapped = honest.with_part("media/a.jpg", media["b.jpg"]).with_part("media/b.jpg", media["a.jpg"])
    found = wrong(verify(swapped.archive()))
    assert found == {(FactCode.MEDIA_MATCHES, "media/a.jpg"), (FactCode.MEDIA_MATCHES, "media/b.jpg")}


def test_other_answers_with_record_sums_and_manifest_made_anew_are_caught_by_the_pdf(
    good: Parcel, verify: Verify
) -> None:
    media = {"hop-bao.jpg": PICTURE}
    other = revision(form("khao-sat-nhanh", "99"), form("ke-hoach", "Truyền thông", instance="uuid:2"), media=media)
    forged = good.with_part(RECORD, record_json(other)).with_part(SURVEY, other.forms[0].submission)
    forged = forged.with_part(WORKBOOK, b"PK\x03\x04 a workbook with 99")
    found = wrong(verify(forged.archive()))
    assert found == {(FactCode.EMBEDDED_EQUALS, name) for name in (RECORD, SURVEY, WORKBOOK)}


def test_the_identity_comes_from_the_signed_pdf_and_not_from_the_record_beside_it(good: Parcel, verify: Verify) -> None:
    report = verify(good.with_part(RECORD, record_json(revision(agency="01"))).archive())
    assert wrong(report) >= {(FactCode.EMBEDDED_EQUALS, RECORD)}
    assert report.record is not None
    assert report.record.identity.agency.code == "04"


def test_the_signed_pdf_of_another_dossier_does_not_vouch_for_this_one(
    good: Parcel, office: Signer, verify: Verify
) -> None:
    other = parcel(revision(agency="01"), office)
    found = wrong(verify(good.with_part(DOCUMENT, other.document).archive()))
    assert (FactCode.EMBEDDED_EQUALS, RECORD) in found


def test_a_signed_pdf_that_embeds_nothing_vouches_for_nothing(good: Parcel, office: Signer, verify: Verify) -> None:
    report = verify(good.with_part(DOCUMENT, signed(pdf_embedding({}), office)).archive())
    assert (FactCode.RECORD_EMBEDDED, DOCUMENT) in wrong(report)
    assert report.record is not None, "it still says whose dossier it claims to be"


def test_a_pdf_that_cannot_be_read_fails(good: Parcel, verify: Verify) -> None:
    found = wrong(verify(good.with_part(DOCUMENT, b"%PDF-1.7\nnothing").archive()))
    assert (FactCode.PDF_READABLE, DOCUMENT) in found


def test_a_stranger_who_makes_and_signs_everything_anew_never_passes(stranger: Signer, verify: Verify) -> None:
    report = verify(parcel(revision(form("khao-sat-nhanh", "99")), stranger).archive())
    assert report.verdict is Verdict.INDETERMINATE


def test_bytes_appended_to_the_signed_pdf_fail(office: Signer, verify: Verify) -> None:
    alone = parcel(revision(), office).document
    assert verify(alone).verdict is Verdict.PASSED
    for more in (b"\n", b"\0", b"% a remark\n", pdf_embedding({})):
        assert {code for code, _ in wrong(verify(alone + more))} & {FactCode.SIGNATURE, FactCode.PDF_READABLE}


def with_another_record(pdf: bytes, content: bytes) -> bytes:
    """An incremental update that replaces the embedded record behind the signature's back."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    specification = names[list(names).index(RECORD) + 1].get_object()
    reference = specification["/EF"].raw_get("/F")
    stream = reference.get_object()
    stream._data, stream._encoded_data = content, None
    writer.mark_update(reference)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_another_record_embedded_after_signing_is_a_forbidden_change(
    good: Parcel, office: Signer, verify: Verify
) -> None:
    other = record_json(revision(agency="01", media={"hop-bao.jpg": PICTURE}))
    changed = with_another_record(good.document, other)
    assert embedded_files(changed)[RECORD] == other, "the attack itself works"
    for arrived in (changed, good.with_part(DOCUMENT, changed).with_part(RECORD, other).archive()):
        assert FactCode.SIGNATURE in {code for code, _ in wrong(verify(arrived))}


@pytest.mark.parametrize("name", [DOCUMENT, WORKBOOK, SURVEY, RECORD, MEDIA])
def test_a_part_that_was_taken_out_is_missed_although_every_digest_was_repaired(
    good: Parcel, verify: Verify, name: str
) -> None:
    report = verify(good.without_part(name).archive())
    assert report.verdict is Verdict.FAILED
    assert (name if name != DOCUMENT else "*.pdf") in report.failed_parts


@pytest.mark.parametrize("name", [MIMETYPE, DOCUMENT, WORKBOOK, SURVEY, RECORD, MEDIA, SUMS, MANIFEST])
def test_a_part_that_was_taken_out_is_missed(good: Parcel, verify: Verify, name: str) -> None:
    parts = parts_of(good.archive())
    del parts[name]
    assert name in verify(packed(parts, good)).failed_parts


@pytest.mark.parametrize("name", ["media/them.exe", "submissions/them.xml"])
def test_a_part_that_was_added_is_named_although_every_digest_was_repaired(
    good: Parcel, verify: Verify, name: str
) -> None:
    assert (FactCode.UNEXPECTED_PART, name) in wrong(verify(good.with_part(name, b"<x/>").archive()))


@pytest.mark.parametrize("name", ["doc-truoc.txt", "META-INF/x.xml", "media/sau/them.jpg"])
def test_a_part_without_a_place_is_named(good: Parcel, verify: Verify, name: str) -> None:
    parts = {**parts_of(good.archive()), name: b"x"}
    assert wrong(verify(packed(parts, good))) == {(FactCode.UNEXPECTED_PART, name)}


@pytest.mark.parametrize(("name", "kind"), [("them.pdf", "*.pdf"), ("them.xlsx", "*.xlsx")])
def test_a_second_document_or_workbook_is_one_too_many(good: Parcel, verify: Verify, name: str, kind: str) -> None:
    report = verify(good.with_part(name, good.document).archive())
    assert (FactCode.PART_PRESENT, kind) in wrong(report)


def test_a_listed_part_that_is_not_there_is_named(good: Parcel, verify: Verify) -> None:
    parts = {
        **parts_of(good.archive()),
        MANIFEST: parts_of(good.with_part("media/x.jpg", b"x").archive())[MANIFEST],
    }
    assert (FactCode.MANIFEST_COMPLETE, "media/x.jpg") in wrong(verify(packed(parts, good)))


@pytest.mark.parametrize(("name", "code"), [(MANIFEST, FactCode.MANIFEST_READABLE), (SUMS, FactCode.SUMS_READABLE)])
def test_a_list_that_cannot_be_read_is_named(good: Parcel, verify: Verify, name: str, code: FactCode) -> None:
    parts = {**parts_of(good.archive()), name: b"?"}
    assert (code, name) in wrong(verify(packed(parts, good)))


def test_a_container_signature_that_was_removed_is_missed(good: Parcel, sealed: Parcel, verify: Verify) -> None:
    parts = parts_of(sealed.archive())
    del parts[CONTAINER_SIGNATURE]
    assert wrong(verify(packed(parts, good))) == {(FactCode.CONTAINER_SIGNATURE, CONTAINER_SIGNATURE)}


def test_a_container_signature_of_another_package_does_not_match(good: Parcel, office: Signer, verify: Verify) -> None:
    other = parcel(revision(agency="01"), office).signed_as_a_whole(office)
    report = verify(replace(good, container_signature=other.container_signature).archive())
    assert wrong(report) == {(FactCode.CONTAINER_SIGNATURE, MANIFEST)}


def test_a_container_signature_that_nobody_announced_was_added(good: Parcel, sealed: Parcel, verify: Verify) -> None:
    signature = parts_of(sealed.archive())[CONTAINER_SIGNATURE]
    parts = {**parts_of(good.archive()), CONTAINER_SIGNATURE: signature}
    assert wrong(verify(packed(parts, good))) == {(FactCode.CONTAINER_SIGNATURE, CONTAINER_SIGNATURE)}


def test_a_package_packed_again_by_another_program_is_not_the_original(good: Parcel, verify: Verify) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(good.archive()).items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == MIMETYPE else None)
    assert {code for code, _ in wrong(verify(file.getvalue()))} == {FactCode.ARCHIVE_CANONICAL}


def test_an_archive_whose_end_differs_is_not_the_original(good: Parcel, verify: Verify) -> None:
    moved = replace(good, finalised_at=good.finalised_at.replace(hour=10))
    report = verify(moved.archive())
    assert wrong(report) == {(FactCode.ARCHIVE_CANONICAL, MIMETYPE)}


@slow_fixtures
@given(st.data())
def test_one_changed_byte_never_passes(good: Parcel, verify: Verify, data: st.DataObject) -> None:
    archive = good.archive()
    position = data.draw(st.integers(0, len(archive) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda value: value != archive[position]))
    assert verify(archive[:position] + bytes([value]) + archive[position + 1 :]).verdict is Verdict.FAILED


@slow_fixtures
@given(st.data())
def test_no_mutation_whatever_raises_or_passes(good: Parcel, verify: Verify, data: st.DataObject) -> None:
    original = data.draw(st.sampled_from([good.archive(), good.document]))
    changed = bytearray(original)
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(changed)))
        length = data.draw(st.integers(0, 30))
        changed[start : start + length] = data.draw(st.binary(max_size=30))
    if bytes(changed) != original:
        assert verify(bytes(changed)).verdict is not Verdict.PASSED


@slow_fixtures
@given(st.sampled_from([DOCUMENT, SURVEY, RECORD, SUMS, MANIFEST, CONTAINER_SIGNATURE]), st.data())
def test_a_mutated_part_in_a_sound_archive_never_raises_or_passes(
    sealed: Parcel, verify: Verify, name: str, data: st.DataObject
) -> None:
    parts = parts_of(sealed.archive())
    content = parts[name]
    start = data.draw(st.integers(0, len(content) - 1))
    parts[name] = content[:start] + data.draw(st.binary(max_size=8)) + content[start + data.draw(st.integers(0, 8)) :]
    if parts[name] != content:
        assert verify(packed(parts, sealed)).verdict is not Verdict.PASSED
