"""What ``make demo`` leaves, looked at by programs that are not ours."""

from __future__ import annotations

import email
import email.policy
import hashlib
import json
import re
import stat
import sys
import zipfile
from base64 import b64decode
from pathlib import Path

import pikepdf
import pytest
from command_line import Command
from demo_files import DemoFiles
from lxml import etree
from other_programs import said_by, unzipped

pytestmark = pytest.mark.slow


def test_the_command_says_what_it_wrote_and_how_the_package_was_judged(demo: DemoFiles) -> None:
    written = re.findall(r"^Đã ghi (.+)$", demo.said, flags=re.MULTILINE)
    of_all = [demo.tables, demo.figures, demo.report]
    assert [Path(one) for one in written] == [demo.document, demo.workbook, demo.package, demo.mail, *of_all, *of_all]
    assert (
        "Kiểm tra gói khi chưa tin cậy nơi cấp chứng thư: CHƯA KẾT LUẬN ĐƯỢC: không thấy dấu hiệu bị sửa, nhưng chưa "
        "xác nhận được mọi điều.\n"
        "Kiểm tra gói với chứng thư gốc thử nghiệm: ĐẠT: hồ sơ nguyên vẹn và chữ ký số hợp lệ.\n"
    ) in demo.said


def test_names_are_ascii_and_say_campaign_agency_and_revision(demo: DemoFiles) -> None:
    names = {path.stem for path in (demo.document, demo.workbook, demo.package, demo.mail)}
    assert names == {"837-btttt-cbc-uy-ban-nhan-dan-tinh-cao-bang-lan-1"}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_files_to_hand_over_have_usual_permissions_and_the_data_are_private(demo: DemoFiles) -> None:
    def mode(path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode)

    handed_over = {mode(path) for path in (demo.document, demo.workbook, demo.package, demo.mail, demo.authority)}
    assert handed_over == {mode(demo.folder / "said.txt")}
    assert mode(demo.folder / "home") == 0o700
    assert {mode(path) for path in demo.folder.glob("*.p12")} == {0o600}


def test_pdfsig_finds_the_leader_the_agency_and_two_time_stamps_over_the_whole_document(demo: DemoFiles) -> None:
    said = said_by("pdfsig", demo.document)
    leader, agency, first_stamp, last_stamp = said.split("Signature #")[1:]
    for signature, name in ((leader, "Lãnh đạo THỬ NGHIỆM"), (agency, "Cơ quan THỬ NGHIỆM")):
        assert f"Signer Certificate Common Name: {name}" in signature
        assert "Signature Validation: Signature is Valid." in signature
        assert "Signature Type: ETSI.CAdES.detached" in signature
    assert "Dịch vụ dấu thời gian THỬ NGHIỆM" in first_stamp
    assert "Total document signed" in last_stamp


def test_both_signatures_last_with_attested_time_and_status(cbc: Command, demo: DemoFiles) -> None:
    said = json.loads(cbc("verify", demo.package, "--trust", demo.authority, "--json").out)
    assert [(one["signer"], one["level"]) for one in said["signatures"]] == [
        ("Lãnh đạo THỬ NGHIỆM", "B-LTA"),
        ("Cơ quan THỬ NGHIỆM", "B-LTA"),
    ]


def test_openssl_verifies_each_signature_over_its_bytes_of_the_document(demo: DemoFiles, tmp_path: Path) -> None:
    content = demo.document.read_bytes()
    with pikepdf.open(demo.document) as document:
        for field in document.Root.AcroForm.Fields:
            if field.get("/FT") == "/Sig" and field.V.get("/Type") != "/DocTimeStamp":
                start, first, second, last = (int(number) for number in field.V.ByteRange)
                (tmp_path / "signed").write_bytes(content[start:first] + content[second : second + last])
                (tmp_path / "signature").write_bytes(bytes(field.V.Contents))
                _verified_by_openssl(tmp_path / "signature", tmp_path / "signed", demo.authority)


def _verified_by_openssl(signature: Path, content: Path, authority: Path) -> None:
    inputs = ("-inform", "DER", "-in", signature, "-content", content, "-binary", "-CAfile", authority)
    asked = ("-cades", "-purpose", "any", "-out", signature.with_name("content"))
    assert "Verification successful" in said_by("openssl", "cms", "-verify", *inputs, *asked)


def test_pdfsig_trusts_the_signer_once_it_trusts_the_trial_authority(demo: DemoFiles, tmp_path: Path) -> None:
    database = f"sql:{tmp_path}"
    said_by("certutil", "-N", "-d", database, "--empty-password")
    said_by("certutil", "-A", "-d", database, "-n", "ca", "-t", "C,C,C", "-i", demo.authority)
    assert "Certificate Validation: Certificate is Trusted." in said_by(
        "pdfsig", "-no-ocsp", "-nssdir", database, demo.document
    )


def test_openssl_verifies_the_signature_over_the_package(demo: DemoFiles, tmp_path: Path) -> None:
    folder = unzipped(demo.package, tmp_path)
    manifest = folder / "META-INF" / "ASiCManifest001.xml"
    _verified_by_openssl(folder / "META-INF" / "signature001.p7s", manifest, demo.authority)
    assert (folder / "META-INF" / "content").read_bytes() == manifest.read_bytes()


def test_sha256sum_agrees_with_the_list_of_digests(demo: DemoFiles, tmp_path: Path) -> None:
    folder = unzipped(demo.package, tmp_path)
    said = said_by("env", "-C", folder, "sha256sum", "--check", "--strict", "SHA256SUMS")
    data = {name for name in demo.parts() if not name.startswith("META-INF") and name not in ("mimetype", "SHA256SUMS")}
    assert {line.removesuffix(": OK") for line in said.splitlines()} == data


def test_the_manifest_names_every_part_with_its_digest(demo: DemoFiles) -> None:
    """ETSI EN 319 162-1, ASiCManifest, read with lxml and hashlib."""
    parts = demo.parts()
    manifest = etree.fromstring(parts["META-INF/ASiCManifest001.xml"])
    found = {
        reference.get("URI"): b64decode(reference.findtext("{*}DigestValue"))
        for reference in manifest.iter("{*}DataObjectReference")
    }
    outside = {"mimetype", "META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s"}
    assert found == {name: hashlib.sha256(parts[name]).digest() for name in parts if name not in outside}


def test_unzip_finds_no_errors_and_the_container_says_what_it_is(demo: DemoFiles) -> None:
    assert "No errors detected" in said_by("unzip", "-t", demo.package)
    with zipfile.ZipFile(demo.package) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type, first.header_offset) == ("mimetype", zipfile.ZIP_STORED, 0)
    assert demo.package.read_bytes()[38:69] == b"application/vnd.etsi.asic-e+zip"


def test_qpdf_finds_nothing_wrong_with_the_document(demo: DemoFiles) -> None:
    assert "No syntax or stream encoding errors found" in said_by("qpdf", "--check", demo.document)


def test_the_document_carries_the_data_and_the_workbook_of_the_package(demo: DemoFiles, tmp_path: Path) -> None:
    said_by("pdfdetach", "-saveall", "-o", tmp_path, demo.document)
    embedded = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    outside = ("META-INF/", "media/", "signed/")
    parts = {name.rpartition("/")[2]: part for name, part in demo.parts().items() if not name.startswith(outside)}
    del parts["mimetype"], parts["SHA256SUMS"], parts["outgoing.xml"], parts[demo.document.name]
    assert embedded == parts


def test_document_and_workbook_beside_the_package_are_those_in_it(demo: DemoFiles) -> None:
    parts = demo.parts()
    assert parts[demo.document.name] == demo.document.read_bytes()
    assert parts[demo.workbook.name] == demo.workbook.read_bytes()


def test_the_mail_is_a_draft_to_the_receiver_with_the_package_attached(demo: DemoFiles) -> None:
    message = email.message_from_bytes(demo.mail.read_bytes(), policy=email.policy.default)
    (attachment,) = message.iter_attachments()
    body = message.get_body()
    assert body is not None
    assert (message["X-Unsent"], message["From"]) == ("1", None)
    assert message["To"].addresses[0].addr_spec == "dkloi@mic.gov.vn"
    assert "Ủy ban nhân dân tỉnh Cao Bằng" in message["Subject"]
    assert demo.package.name in body.get_content()
    assert attachment.get_content_type() == "application/zip"
    assert attachment.get_filename() == demo.package.name
    assert attachment.get_content() == demo.package.read_bytes()


def test_the_submissions_are_xml_of_their_forms(demo: DemoFiles) -> None:
    for form_id in ("khao-sat-nhanh", "ke-hoach-truyen-thong"):
        root = etree.fromstring(demo.parts()[f"submissions/{form_id}.xml"])
        assert root.get("id") == form_id
        assert re.fullmatch(r"uuid:[0-9a-f-]{36}", root.findtext("{*}meta/{*}instanceID") or "")
