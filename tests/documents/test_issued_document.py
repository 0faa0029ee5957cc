"""An issued document as others see it: images in their places and sizes, number and date to read, signatures good."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from issued_document import issued
from pdf_archive import finished
from pdf_reading import page_texts
from PIL import Image, ImageChops
from preflight import as_part_1, preflight_faults
from printed_samples import FINALISED, small_dossier

from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.verdict import ChangesAfter, Verdict

DPI = 150
MM = DPI / 25.4
PROGRAMS = ("pdftoppm", "mutool")
Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge in millimetres of the page."""


@cache
def first_page(program: str, pdf: bytes) -> Image.Image:
    with TemporaryDirectory() as folder:
        path, picture = Path(folder, "van-ban.pdf"), Path(folder, "trang.png")
        path.write_bytes(pdf)
        command = ["mutool", "draw", "-q", "-r", str(DPI), "-o", picture, path, "1"]
        if program == "pdftoppm":
            command = ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", path, picture.with_suffix("")]
        subprocess.run(command, check=True, timeout=60, capture_output=True)
        return Image.open(picture).convert("RGB")


def box_of(page: Image.Image, stronger: str, weaker: str) -> Box:
    """Around all points where one colour is clearly stronger than another."""
    difference = ImageChops.subtract(page.getchannel(stronger), page.getchannel(weaker))
    found = difference.point(lambda value: 255 * (value > 60)).getbbox()
    assert found is not None
    return tuple(edge / MM for edge in found)  # type: ignore[return-value]


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_blue_signature_stands_in_the_middle_between_position_and_name(program: str) -> None:
    left, upper, right, lower = box_of(first_page(program, issued().signed), "B", "R")
    place = render_pdf(small_dossier()).places["ky_lanh_dao"]
    assert right - left == pytest.approx(45, abs=0.5)
    assert (left + right) / 2 == pytest.approx((place.left + place.width / 2) / 72 * 25.4, abs=0.5)
    assert (upper + lower) / 2 == pytest.approx(297 - (place.bottom + place.height / 2) / 72 * 25.4, abs=0.5)


@pytest.mark.parametrize("diameter", [36, 42])
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_red_seal_has_its_real_size_and_covers_a_third_of_the_signature_from_the_left(
    program: str, diameter: float
) -> None:
    signature = box_of(first_page(program, issued().signed), "B", "R")
    seal = box_of(first_page(program, issued(diameter).sealed), "R", "B")
    assert (seal[2] - seal[0], seal[3] - seal[1]) == pytest.approx((diameter, diameter), abs=0.5)
    assert seal[2] == pytest.approx(signature[0] + (signature[2] - signature[0]) / 3, abs=0.5)
    assert (seal[1] + seal[3]) / 2 == pytest.approx((signature[1] + signature[3]) / 2, abs=0.5)


def test_the_signature_is_seen_through_the_seal_and_nothing_else_of_the_page_changes() -> None:
    """By poppler only: MuPDF draws a flag of its own on a field that waits for its signature."""
    numbered, sealed = first_page("pdftoppm", issued().numbered), first_page("pdftoppm", issued().sealed)
    changed = ImageChops.difference(numbered, sealed).getbbox()
    assert changed is not None
    left, upper, right, lower = (edge / MM for edge in changed)
    assert (right - left, lower - upper) == pytest.approx((36, 36), abs=0.6)
    covered = sealed.crop((round((right - 10) * MM), changed[1], changed[2], changed[3]))
    assert box_of(covered, "B", "R")[3] > 10


@pytest.mark.parametrize("diameter", [36, 42])
def test_the_seal_touches_no_words(diameter: float) -> None:
    seal = box_of(first_page("pdftoppm", issued(diameter).sealed), "R", "B")
    before = first_page("pdftoppm", finished()).crop([round(edge * MM) for edge in seal])
    assert before.getcolors() == [(before.width * before.height, (255, 255, 255))]


def test_number_and_date_are_read_where_their_blanks_were() -> None:
    letter = page_texts(issued().sealed)[0]
    assert "Số: 05/UBND-VX Cao Bằng, ngày 05 tháng 02 năm 2022" in letter


def test_both_signatures_pass_and_the_last_covers_everything() -> None:
    leader, agency = verify_pdf(issued().sealed, issued().trust, at=FINALISED)
    assert (leader.changes_after, agency.changes_after) == (ChangesAfter.PERMITTED, ChangesAfter.NONE)
    assert agency.covers_whole_file
    assert {leader.verdict, agency.verdict} == {Verdict.PASSED}


def test_of_the_issued_document_preflight_only_says_that_its_images_are_transparent() -> None:
    said = preflight_faults(as_part_1(issued().sealed)).splitlines()
    faults = [line for line in said if line and not line.startswith("The file")]
    assert len(faults) == 2
    assert all(fault.startswith("2.2.2 : Invalid graphics transparency, Soft Mask") for fault in faults)
