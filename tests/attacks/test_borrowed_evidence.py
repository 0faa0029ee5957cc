"""Evidence from elsewhere: a timestamp of another document attests nothing, and a list in the file can only accuse."""

from __future__ import annotations

import re

from honest import honest, numbered, people, sealed_by, signed
from judged import judged
from pdf_changes import with_document_timestamp
from pdf_update import Update
from pikepdf import Array, Dictionary, Name
from pki import revocation_list

from cbc_desktop.signing.verdict import Verdict

_LAST_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


def _gap(pdf: bytes) -> slice:
    start, end, _ = _LAST_RANGE.findall(pdf)[-1]
    return slice(int(start), int(end))


def with_timestamp_of(pdf: bytes, other: bytes) -> bytes:
    """A document timestamp whose token was made for another document."""
    stamped, elsewhere = with_document_timestamp(pdf), with_document_timestamp(other)
    here, there = _gap(stamped), _gap(elsewhere)
    token = elsewhere[there][1:-1].ljust(here.stop - here.start - 2, b"0")[: here.stop - here.start - 2]
    return stamped[: here.start] + b"<" + token + b">" + stamped[here.stop :]


def with_revocation_list(pdf: bytes) -> bytes:
    """The authority's list, added to the validation data of the file (ISO 32000-2, 12.8.4.3)."""
    update = Update(pdf)
    listed = update.stream(revocation_list(people()))
    update.root.DSS = update.add(Dictionary(Type=Name.DSS, CRLs=Array([listed])))
    update.mark(update.root)
    return update.written()


def test_a_timestamp_of_another_document_attests_nothing() -> None:
    report = judged(honest().package(with_timestamp_of(honest().sealed, honest().by_leader)))
    assert [signature.attested_time for signature in report.signatures] == [None, None]
    assert any("cannot be relied on (HASH_FAILURE)" in line for line in report.lines("en"))


def test_a_seal_of_a_revoked_certificate_is_refused_where_the_list_is_at_hand() -> None:
    sealed = sealed_by(numbered(signed(honest().unsigned, people().leader)), people().revoked)
    report = judged(honest().package(with_revocation_list(sealed)))
    seal = report.signatures[-1]
    assert not seal.trusted
    assert seal.sub_indication.startswith("REVOKED")
    assert report.verdict is not Verdict.PASSED


def test_the_list_does_not_accuse_anybody_else() -> None:
    report = judged(honest().package(with_revocation_list(honest().sealed)))
    assert [signature.verdict for signature in report.signatures] == [Verdict.PASSED, Verdict.PASSED]
