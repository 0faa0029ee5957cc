"""Apache PDFBox, which nobody here wrote, takes our finished document for PDF/A, its form fields included."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pdf_archive import fields, finished
from pikepdf import Dictionary, Name, Pdf
from preflight import as_part_1, preflight_faults

BEYOND_PART_1 = {
    "1.2.9": "a file inside",
    "1.4.7": "the list of the files inside",
    "1.4": "a compressed table of objects",
    "7.11.2": "the number of the part",
}


def changed(change: Callable[[Pdf], None]) -> bytes:
    with pikepdf.open(BytesIO(finished())) as pdf:
        change(pdf)
        content = BytesIO()
        pdf.save(content)
    return content.getvalue()


def with_a_foreign_font_in_a_field(pdf: Pdf) -> None:
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    drawing = fields(pdf)["so_ky_hieu"].AP.N
    drawing.Resources.Font = Dictionary(F1=helvetica)
    drawing.write(b"BT /F1 13 Tf (x) Tj ET")


def with_an_undrawn_field(pdf: Pdf) -> None:
    del fields(pdf)["so_ky_hieu"].AP


def with_a_transparent_page(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(ca=0.5))
    page.contents_add(b"/G0 gs")


def with_another_title_in_its_metadata(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = "Tên khác"


def without_colour_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


CHANGES = (
    with_a_foreign_font_in_a_field,
    with_an_undrawn_field,
    with_a_transparent_page,
    with_another_title_in_its_metadata,
    without_colour_profile,
)


def test_preflight_finds_no_fault_with_a_finished_document() -> None:
    assert preflight_faults(as_part_1(finished())) == ""


def test_of_the_document_itself_preflight_only_says_what_part_3_has_beyond_part_1() -> None:
    said = preflight_faults(finished())
    assert set(re.findall(r"^([0-9.]+) :", said, flags=re.MULTILINE)) == set(BEYOND_PART_1)


@pytest.mark.parametrize("change", CHANGES)
def test_preflight_would_have_seen_a_document(change: Callable[[Pdf], None]) -> None:
    assert preflight_faults(as_part_1(changed(change))) != ""
