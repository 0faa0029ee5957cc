"""What never was a package of the program is told so, with what to do; a damaged package still fails as one."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.package.report import NOT_OURS, VerificationReport
from cbc_desktop.package.verifier import PackageVerifier
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict


def zipped(*names: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return written.getvalue()


@pytest.fixture
def judged() -> PackageVerifier:
    return PackageVerifier(TrustAnchors.none(), FixedClock(datetime(2030, 3, 2, 9, tzinfo=VIETNAM)))


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("la.zip", zipped("a.txt"), "Hãy xem có chọn đúng tệp không"),
        ("a.txt", b"xin chao", "Hãy xem có chọn đúng tệp không"),
        ("tra-loi.csv", b"a,b\n1,2\n", "lệnh online"),
        ("tra-loi.xlsx", zipped("xl/workbook.xml"), "lệnh online"),
        ("trong.zip", b"", "Tệp rỗng (0 byte)"),
        ("trong.pdf", b"", "Tệp rỗng (0 byte)"),
    ],
)
def test_a_file_that_is_none_is_told_once_and_with_advice(
    judged: PackageVerifier, name: str, content: bytes, advice: str
) -> None:
    report = judged.judged(Path(name), content)
    assert (report.headline, report.verdict, len(report.facts)) == (NOT_OURS, Verdict.FAILED, 1)
    assert advice in report.facts[0].message.vi


@pytest.mark.parametrize(
    "content",
    [
        zipped("a.pdf"),
        zipped("goi.zip"),
        zipped("dossier.json"),
        zipped("dossier.json", "a.txt")[30:],
        b"PK\x03\x04 torn",
        b"x" + zipped("SHA256SUMS"),
    ],
)
def test_what_is_left_of_a_package_fails_as_one(judged: PackageVerifier, content: bytes) -> None:
    report: VerificationReport = judged.judged(Path("goi.zip"), content)
    assert (report.verdict, report.is_foreign) == (Verdict.FAILED, False)
    assert report.headline.vi.startswith("KHÔNG ĐẠT")
