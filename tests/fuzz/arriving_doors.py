"""Doors through which dossiers arrive: packages, signed PDFs, mails, codes on paper and scans of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import segno
from damage import damaged
from door import Door
from mutation import by_structure, change_lines, change_zip, word
from office_at_work import OfficeAtWork
from rows_and_codes import change_codes, codes_in, joined

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError, embedded_files
from cbc_desktop.documents.pdf.finished import page_count, waits_for_signature
from cbc_desktop.documents.pdf.issue_lines import issue_lines
from cbc_desktop.documents.scans.files import ScanBytes
from cbc_desktop.package.layout import RECORD
from cbc_desktop.package.paper.collecting import PaperCollection, ScanPlace
from cbc_desktop.package.paper.cutting import paper_of
from cbc_desktop.package.paper.judging import judged_papers
from cbc_desktop.package.paper.packing import DamagedPartError, packed, unpacked
from cbc_desktop.package.paper.reading import read_scans
from cbc_desktop.package.report import VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.receiving.reception.pieces import pieces
from cbc_desktop.receiving.route import Route
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict


def _passed(report: VerificationReport) -> bool:
    report.to_json()
    assert all(report.lines(language) for language in ("vi", "en"))
    return report.verdict is not Verdict.FAILED


def _read_package(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    trust = TrustAnchors.from_pem(at_work.holder.pem)
    return _passed(PackageVerifier(trust, FixedClock(at_work.moment)).judged(path, content))


def _read_pdf(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    passed = _read_package(at_work, content, path)
    embedded_files(content)
    page_count(content)
    issue_lines(content)
    waits_for_signature(content, "x")
    return passed


def change_pdf(content: bytes, random: Random) -> bytes:
    """An entry of some dictionary goes, or says something else, in a file that can be read."""
    with pikepdf.open(BytesIO(content)) as document:
        found = [one for one in document.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
        one, other = random.choice(found), random.choice(found)
        text = pikepdf.String(word(random).encode("utf-8", "replace").decode())
        values = (pikepdf.Name("/X"), 0, -1, 2**31, True, pikepdf.Array([one]), text, text, document.Root, one, other)
        one[random.choice(list(one.keys()))] = random.choice(values)
        written = BytesIO()
        document.save(written)
        return written.getvalue()


def _read_mail(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    path.write_bytes(content)
    return any(piece.reason is None and piece.content for piece in pieces([path], Route.MAIL))


def _files(at_work: OfficeAtWork) -> dict[str, bytes]:
    document = at_work.files("*.pdf")[0]
    return embedded_files(document)


def _codes(at_work: OfficeAtWork) -> list[bytes]:
    revision = at_work.office.store.submissions.load(at_work.dossier.dossier_id, 1)
    submissions = [(f"{form.form_id}.xml", form.submission) for form in revision.forms]
    paper = paper_of(revision.content_digest, _files(at_work)[RECORD], submissions)
    return [joined([chunk.to_bytes() for part in paper.parts for chunk in part])]


def _read_codes(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    collection = PaperCollection()
    for number, code in enumerate(codes_in(content)):
        collection.add(code, ScanPlace(path, number + 1))
    reports = judged_papers(collection)
    assert all(report.lines(language) for report in reports for language in ("vi", "en"))
    return bool(reports) and all(report.revision is not None for report in reports)


def _parts(at_work: OfficeAtWork) -> list[bytes]:
    return [packed({"a.xml": b"<data><x>1</x></data>"}), packed({RECORD: _files(at_work)[RECORD]})]


def _read_part(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    return bool(unpacked(content))


def _scans(at_work: OfficeAtWork) -> list[bytes]:
    written = BytesIO()
    segno.make_qr(codes_in(_codes(at_work)[0])[0], error="m").save(written, kind="png", scale=2)
    return [written.getvalue()]


def _read_scan(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
    return bool(read_scans([ScanBytes(path, content)], lambda _: None).reports)


DOORS = (
    Door(
        "package", "goi.zip", lambda at_work: at_work.files("*.zip"), by_structure(change_zip), _read_package, tries=15
    ),
    Door(
        "signed PDF",
        "ban.pdf",
        lambda at_work: at_work.files("*.pdf"),
        by_structure(change_pdf),
        _read_pdf,
        (UnreadablePdfError,),
        tries=20,
    ),
    Door("mail", "thu.eml", lambda at_work: at_work.files("*.eml"), by_structure(change_lines), _read_mail, tries=60),
    Door("QR codes", "ma.bin", _codes, by_structure(change_codes), _read_codes),
    Door("part on paper", "phan.bin", _parts, by_structure(damaged), _read_part, (DamagedPartError,)),
    Door("scan", "quet.png", _scans, by_structure(damaged), _read_scan),
)
