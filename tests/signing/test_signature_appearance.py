"""What a signed field shows: the page it was given, over its whole rectangle, in the eyes of two other programs."""

from __future__ import annotations

import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from field_pdf import CLERK, LEADER, pdf_with_fields
from pdf_changes import with_appearance_changed
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, Verdict

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)
PROGRAMS = ("pdftoppm", "mutool")


def coloured_page(width: float, height: float) -> bytes:
    """The left half red, the right half blue."""
    page = BytesIO()
    canvas = Canvas(page, pagesize=(width, height), invariant=1)
    for left, colour in ((0.0, "red"), (width / 2, "blue")):
        canvas.setFillColor(colour)
        canvas.rect(left, 0, width / 2, height, stroke=0, fill=1)
    canvas.save()
    return page.getvalue()


def rendered(pdf: bytes, program: str, folder: Path) -> Image.Image:
    """The first page, a pixel a point."""
    path, picture = folder / "trang.pdf", folder / "trang.png"
    path.write_bytes(pdf)
    if program == "pdftoppm":
        command = ["pdftoppm", "-r", "72", "-png", "-singlefile", str(path), str(picture.with_suffix(""))]
    else:
        command = ["mutool", "draw", "-q", "-r", "72", "-o", str(picture), str(path), "1"]
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    return Image.open(picture).convert("RGB")


@pytest.mark.parametrize("size", [(200, 20), (400, 40)])
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_page_fills_the_field_exactly(
    clerk: SignerIdentity, now: datetime, tmp_path: Path, program: str, size: tuple[int, int]
) -> None:
    order = SigningOrder(field=LEADER, at=now, appearance=coloured_page(*size))
    page = rendered(sign_pdf(pdf_with_fields(LEADER), clerk, order), program, tmp_path)
    top = page.height - 720  # the field's rectangle is [72, 700, 272, 720]
    for left, colour in ((74, RED), (168, RED), (176, BLUE), (269, BLUE), (68, WHITE), (276, WHITE)):
        assert page.getpixel((left, top + 10)) == colour
    assert page.getpixel((120, top + 2)) == page.getpixel((120, top + 17)) == RED
    assert page.getpixel((120, top - 3)) == page.getpixel((120, top + 23)) == WHITE


def test_nothing_else_is_drawn(clerk: SignerIdentity, now: datetime) -> None:
    before = pdf_with_fields()
    order = SigningOrder(field=LEADER, at=now, appearance=coloured_page(200, 20))
    signed = BytesIO(sign_pdf(before, clerk, order))
    with pikepdf.open(signed) as pdf, pikepdf.open(BytesIO(order.appearance)) as drawn:
        assert pdf.Root.AcroForm.Fields[0].AP.N.read_bytes() == drawn.pages[0].Contents.read_bytes()


def test_an_appearance_over_another_signature_is_a_permitted_change(
    leader: SignerIdentity, clerk: SignerIdentity, trust: TrustAnchors, now: datetime
) -> None:
    by_leader = sign_pdf(
        pdf_with_fields(), leader, SigningOrder(field=LEADER, at=now, appearance=coloured_page(200, 20))
    )
    by_both = sign_pdf(by_leader, clerk, SigningOrder(field=CLERK, at=now, appearance=coloured_page(100, 10)))
    first, second = verify_pdf(by_both, trust, at=now)
    assert (first.changes_after, second.changes_after) == (ChangesAfter.PERMITTED, ChangesAfter.NONE)
    assert {first.verdict, second.verdict} == {Verdict.PASSED}


def test_another_appearance_of_a_signed_field_fails(
    clerk: SignerIdentity, trust: TrustAnchors, now: datetime, signed: bytes
) -> None:
    (report,) = verify_pdf(with_appearance_changed(signed, LEADER), trust, at=now)
    assert report.verdict is Verdict.FAILED


def test_what_is_drawn_can_be_seen_by_others_as_one_form(clerk: SignerIdentity, now: datetime) -> None:
    signed = sign_pdf(
        pdf_with_fields(LEADER), clerk, SigningOrder(field=LEADER, at=now, appearance=coloured_page(200, 20))
    )
    with pikepdf.open(BytesIO(signed)) as pdf:
        shown = pdf.Root.AcroForm.Fields[0].AP.N
        assert (shown.Type, shown.Subtype) == (pikepdf.Name.XObject, pikepdf.Name.Form)
        assert list(shown.BBox) == [0, 0, 200, 20]
