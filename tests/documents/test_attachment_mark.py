"""A PDF attached beside the document carries number, symbol and time top right, however its pages are turned or cut."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageOps
from printed_samples import FINALISED
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.documents.stamps.attachment_mark import attachment_mark
from cbc_desktop.signing.attachment_field import ATTACHMENT_FIELD, with_signature_field
from cbc_desktop.signing.identity import SignerIdentity, load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import Verdict

AT = datetime(2022, 3, 25, 8, 4, 5, tzinfo=UTC)
NUMBER, TIME = "45/UBND-VX", "2022-03-25T15:04:05+07:00"
MM = 72 / 25.4


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> tuple[SignerIdentity, TrustAnchors]:
    files = make_trial_identity(tmp_path_factory.mktemp("co-quan"), now=FINALISED, passphrase="thử", agency="Cơ quan")
    return load_pkcs12(files.pkcs12, "thử", now=FINALISED), TrustAnchors.from_pem(files.ca_pem)


def attachment(width: float = 595, height: float = 842, **entries: object) -> bytes:
    """A page without ink, with these entries in its dictionary."""
    page = BytesIO()
    canvas = Canvas(page, pagesize=(width, height), invariant=1)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(BytesIO(page.getvalue())) as pdf:
        for name, value in entries.items():
            pdf.pages[0].obj[f"/{name}"] = value
        content = BytesIO()
        pdf.save(content, deterministic_id=True)
    return content.getvalue()


def signed(pdf: bytes, identity: SignerIdentity) -> bytes:
    mark = attachment_mark(pdf, NUMBER, AT)
    order = SigningOrder(field=ATTACHMENT_FIELD, at=AT, appearance=mark.page)
    return sign_pdf(with_signature_field(pdf, mark.box), identity, order)


def seen(pdf: bytes, folder: Path) -> Image.Image:
    """The first page as poppler shows it, a pixel a point."""
    path = folder / "dinh-kem.pdf"
    path.write_bytes(pdf)
    command = ["pdftoppm", "-r", "72", "-cropbox", "-png", "-singlefile", path, path.with_suffix("")]
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    return Image.open(path.with_suffix(".png")).convert("L")


def words(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"Rotate": 90},
        {"Rotate": 180},
        {"Rotate": 270},
        {"Rotate": -90},
        {"CropBox": [50, 60, 500, 700]},
        {"CropBox": [50, 60, 500, 700], "Rotate": 90},
        {"width": 842, "height": 595},
    ],
    ids=str,
)
def test_the_mark_stands_upright_at_the_top_right_of_what_is_seen(
    agency: tuple[SignerIdentity, TrustAnchors], tmp_path: Path, entries: dict[str, object]
) -> None:
    given = {name: pikepdf.Array(value) if isinstance(value, list) else value for name, value in entries.items()}
    page = seen(signed(attachment(**given), agency[0]), tmp_path)  # type: ignore[arg-type]
    box = ImageOps.invert(page).point(lambda value: 255 * (value > 60)).getbbox()
    assert box is not None
    left, upper, right, lower = box
    assert page.width - right == pytest.approx(10 * MM, abs=3)
    assert upper == pytest.approx(7 * MM, abs=5)
    assert (right - left, lower - upper) == pytest.approx((117, 21), abs=6)
    first_line = page.crop((left, upper, right, upper + 10))
    assert ImageOps.invert(first_line).point(lambda value: 255 * (value > 60)).getbbox()[0] > 30  # type: ignore[index]


def test_number_and_time_are_read_by_others_in_vietnams_zone(agency: tuple[SignerIdentity, TrustAnchors]) -> None:
    assert words(signed(attachment(), agency[0])).split() == [NUMBER, TIME]


def test_the_letters_are_ten_points_black_and_in_a_font_that_is_embedded(
    agency: tuple[SignerIdentity, TrustAnchors],
) -> None:
    with pikepdf.open(BytesIO(attachment_mark(attachment(), NUMBER, AT).page)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert b" 10 Tf" in content
        assert b" rg" not in content
        fonts = pdf.pages[0].Resources.Font.values()
        assert any("LiberationSerif" in str(font.BaseFont) for font in fonts)


def test_the_signature_of_an_attachment_passes(agency: tuple[SignerIdentity, TrustAnchors]) -> None:
    identity, trust = agency
    (report,) = verify_pdf(signed(attachment(), identity), trust, at=FINALISED)
    assert (report.field, report.verdict, report.covers_whole_file) == (ATTACHMENT_FIELD, Verdict.PASSED, True)


def test_the_bytes_of_the_attachment_stay_in_front(agency: tuple[SignerIdentity, TrustAnchors]) -> None:
    before = attachment()
    assert signed(before, agency[0]).startswith(before)


def test_an_attachment_that_somebody_has_signed_stays_as_it_is(agency: tuple[SignerIdentity, TrustAnchors]) -> None:
    theirs = signed(attachment(), agency[0])
    with pytest.raises(UserFacingError, match="signed by somebody already"):
        with_signature_field(theirs, attachment_mark(theirs, NUMBER, AT).box)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%%EOF\n", b"hello"])
def test_what_is_no_pdf_is_told_so(content: bytes) -> None:
    with pytest.raises(UserFacingError, match="damaged or has a password"):
        attachment_mark(content, NUMBER, AT)
    with pytest.raises(UserFacingError, match="cannot be signed"):
        with_signature_field(content, (400, 800, 500, 820))


def test_an_attachment_with_a_password_is_told_so() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(attachment())) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UserFacingError, match="damaged or has a password"):
        attachment_mark(locked.getvalue(), NUMBER, AT)
    with pytest.raises(UserFacingError, match="cannot be signed"):
        with_signature_field(locked.getvalue(), (400, 800, 500, 820))


def test_a_long_number_still_stands_on_the_page() -> None:
    left, _, right, _ = attachment_mark(attachment(), "12345/UBND-KGVX-TTTT-NCPC-VP-TH", AT).box
    assert 0 < left < right < 595
