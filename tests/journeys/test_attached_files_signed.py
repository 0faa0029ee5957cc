"""PDF files attached beside the document leave in copies that the agency signed; receivers see whether they fit."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from clerk import MORNING, NUMBERED, Clerk
from invented_campaign import FILES
from reportlab.pdfgen.canvas import Canvas
from zipped_files import WORKBOOK

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.message import Message
from cbc_desktop.exporting.attachment_signing import signed_attachments
from cbc_desktop.package.archive import build_archive, read_archive
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.layout import data_names, media_part, signed_copy_part
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signer import LocalSigner, Signer
from cbc_desktop.signing.trial import TrialFiles, make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors

ISSUED = replace(NUMBERED, number="5", date=dt.date(2030, 2, 7))


def sheet(words: str) -> bytes:
    page = BytesIO()
    canvas = Canvas(page, pagesize=(595, 842), invariant=1)
    canvas.drawString(100, 400, words)
    canvas.save()
    return page.getvalue()


def locked(pdf: bytes) -> bytes:
    content = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(content, encryption=pikepdf.Encryption(owner="a", user="b"))
    return content.getvalue()


@dataclass(frozen=True)
class Sent:
    """What left the house, and what the clerk was told when it was sealed."""

    parts: Mapping[str, bytes]
    finalised_at: dt.datetime
    told: tuple[Message, ...]
    anchors: TrustAnchors

    def copies(self) -> list[str]:
        return [name for name in self.parts if name.startswith("signed/")]

    def judged(self, folder: Path, changed: Mapping[str, bytes] | None = None) -> list[bool | None]:
        """Whether receivers who trust the agency find the signed copies good."""
        parts = {name: self.parts[name] for name in data_names(self.parts)} | dict(changed or {})
        path = folder / "nhan.zip"
        path.write_bytes(build_archive(parts, self.finalised_at))
        report = PackageVerifier(self.anchors, FixedClock(MORNING)).verify(path)
        return [fact.holds for fact in report.facts if fact.code is FactCode.COPY_SIGNED]


@pytest.fixture(scope="session")
def agency_files(tmp_path_factory: pytest.TempPathFactory) -> TrialFiles:
    return make_trial_identity(tmp_path_factory.mktemp("co-quan"), now=MORNING, passphrase="x", agency="Cơ quan")


@pytest.fixture(scope="session")
def agency(agency_files: TrialFiles) -> Signer:
    return LocalSigner(load_pkcs12(agency_files.pkcs12, "x", now=MORNING))


@pytest.fixture
def sent(lan: Clerk, agency: Signer, agency_files: TrialFiles, trial: TrialFiles, tmp_path: Path) -> Sent:
    """A document with one attached file that can be signed, one with a password, and one that is no PDF."""
    lan.fills_in()
    files = {"bang.pdf": sheet("BANG"), "khoa.pdf": locked(sheet("KHOA")), "bieu.xlsx": WORKBOOK}
    for number, (name, content) in enumerate(files.items(), 1):
        (tmp_path / name).write_bytes(content)
        lan.adds_row(FILES)
        lan.attaches(f"{FILES}[{number}]/noi_dung", tmp_path / name)
    revision = lan.finalises()
    desk, dossier_id = lan.office.issuing, lan.dossier.dossier_id
    desk.sign(lan.office.exporting.plan(dossier_id, Path()), lan.signer, lambda _: None)
    desk.number(dossier_id, ISSUED)
    told = desk.seal(dossier_id, agency, lambda _: None)
    result = desk.package(lan.office.issued.plan(dossier_id, tmp_path / "ra"), None, lambda _: None)
    anchors = [TrustAnchors.from_pem(files.ca_pem) for files in (trial, agency_files)]
    trusted = TrustAnchors(anchors[0].certificates | anchors[1].certificates)
    return Sent(read_archive(result.package).parts, revision.finalised_at, told, trusted)


def test_a_pdf_leaves_as_it_is_and_in_a_signed_copy_with_number_and_time(sent: Sent) -> None:
    (copy,) = sent.copies()
    original = sent.parts[media_part(copy.removeprefix("signed/"))]
    assert original == sheet("BANG")
    assert sent.parts[copy].startswith(original)
    said = subprocess.run(["pdftotext", "-", "-"], input=sent.parts[copy], capture_output=True, check=True).stdout
    assert {"BANG", "05/TVM-NV", MORNING.isoformat(timespec="seconds")} <= set(said.decode().split())
    assert "THỬ NGHIỆM" in said.decode()


def test_what_cannot_be_signed_leaves_as_it_is_and_is_told(sent: Sent) -> None:
    (told,) = sent.told
    assert "được gửi nguyên, không có chữ ký của cơ quan" in told.vi
    assert "mật khẩu" in told.vi
    assert sum(name.startswith("media/") for name in sent.parts) == 3


def test_receivers_find_the_signed_copy_good(sent: Sent, tmp_path: Path) -> None:
    assert sent.judged(tmp_path) == [True]


def test_another_file_in_place_of_a_signed_copy_is_found(sent: Sent, tmp_path: Path) -> None:
    (copy,) = sent.copies()
    for forged in (sheet("KHAC"), sent.parts[copy][:-40], sent.parts[media_part(copy.removeprefix("signed/"))]):
        assert sent.judged(tmp_path, {copy: forged}) == [False]
    assert False in sent.judged(tmp_path, {signed_copy_part("la.pdf"): sent.parts[copy]})


def test_a_copy_that_somebody_else_signed_is_found(sent: Sent, tmp_path: Path) -> None:
    (copy,) = sent.copies()
    files = make_trial_identity(tmp_path / "la", now=MORNING, passphrase="x", agency="Người lạ")
    stranger = LocalSigner(load_pkcs12(files.pkcs12, "x", now=MORNING))
    forged = signed_attachments({"a": sheet("BANG")}, "05/TVM-NV", stranger, MORNING, lambda _: None).copies["a"]
    assert sent.judged(tmp_path, {copy: forged}) == [False]
