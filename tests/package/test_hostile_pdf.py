"""A PDF made to take all memory or all time is told to be unreadable, soon and cheaply."""

from __future__ import annotations

import tracemalloc
import zlib
from datetime import datetime

import pytest

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.pdf_facts import judged_pdf
from cbc_desktop.signing.trust import TrustAnchors

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=VIETNAM)
MEBIBYTE = 2**20
DOUBLINGS = range(3, 63)
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


def is_readable(pdf: bytes) -> bool | None:
    facts = judged_pdf("van-ban.pdf", pdf, TrustAnchors.none(), NOW).facts
    return next(fact.holds for fact in facts if fact.code is FactCode.PDF_READABLE)


def pdf_of(objects: dict[int, bytes]) -> bytes:
    """With an ordinary cross-reference table; object 1 is the root."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size, table = max(objects) + 1, len(out)
    entries = [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)]
    out += b"xref\n0 %d\n%b" % (size, b"".join(entries))
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table))


def root_with(entries: bytes) -> bytes:
    return b"<</Type/Catalog/Pages 2 0 R%b>>" % entries


def doubling(*, above: bytes, end: bytes) -> bytes:
    """Each node has the next one twice: 2 to the power of 60 ways from ``above`` to ``end``."""
    kids = {n: b"<</T(a)/Kids[%d 0 R %d 0 R]>>" % (n + 1, n + 1) for n in DOUBLINGS}
    return pdf_of({1: root_with(above), 2: PAGES, **kids, DOUBLINGS.stop: end})


HOSTILE = {
    "fields that double": doubling(above=b"/AcroForm<</Fields[3 0 R]>>", end=b"<</FT/Sig/T(f)>>"),
    "names that double": doubling(above=b"/Names<</EmbeddedFiles 3 0 R>>", end=b"<</Names[]>>"),
    "a field that is its own part": pdf_of(
        {1: root_with(b"/AcroForm<</Fields[3 0 R]>>"), 2: PAGES, 3: b"<</T(a)/Kids[3 0 R]>>"}
    ),
    "names that are their own part": pdf_of(
        {1: root_with(b"/Names<</EmbeddedFiles 3 0 R>>"), 2: PAGES, 3: b"<</Kids[3 0 R]>>"}
    ),
    "lists in lists": pdf_of({1: root_with(b"/X " + b"[" * 100_000 + b"]" * 100_000), 2: PAGES}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_pdf_that_could_be_walked_for_ever_is_unreadable(kind: str) -> None:
    assert is_readable(HOSTILE[kind]) is False


def folded(beginning: bytes, mebibytes: int) -> bytes:
    folder = zlib.compressobj(9)
    parts = [folder.compress(beginning), *(folder.compress(b"\0" * MEBIBYTE) for _ in range(mebibytes))]
    return b"".join([*parts, folder.flush()])


def pdf_with_streams(*, objects: int = 0, table: int = 0) -> bytes:
    """Root and pages in an object stream, places in a table that is a stream; with so many MiB of nothing in each."""
    inside = b"<</Type/Catalog/Pages 2 0 R>> " + PAGES
    head = b"1 0 2 30 "
    held = folded(head + inside, objects)
    out = bytearray(b"%PDF-1.7\n")
    holder = len(out)
    out += b"3 0 obj\n<</Type/ObjStm/N 2/First %d/Filter/FlateDecode/Length %d>>stream\n" % (len(head), len(held))
    out += held + b"\nendstream\nendobj\n"
    place = len(out)
    rows = ((0, 0, 65535), (2, 3, 0), (2, 3, 1), (1, holder, 0), (1, place, 0))
    listed = folded(b"".join(bytes([k]) + a.to_bytes(4, "big") + b.to_bytes(2, "big") for k, a, b in rows), table)
    out += b"4 0 obj\n<</Type/XRef/W[1 4 2]/Size 5/Root 1 0 R/Filter/FlateDecode/Length %d>>stream\n" % len(listed)
    return bytes(out + listed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % place)


def test_a_pdf_with_folded_objects_is_read() -> None:
    assert is_readable(pdf_with_streams()) is True


@pytest.mark.parametrize("where", ["objects", "table"])
def test_a_small_pdf_that_unfolds_to_a_gigabyte_takes_little_memory(where: str) -> None:
    bomb = pdf_with_streams(**{where: 1000})
    assert len(bomb) < 2 * MEBIBYTE
    tracemalloc.start()
    try:
        assert is_readable(bomb) is False
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 200 * MEBIBYTE
