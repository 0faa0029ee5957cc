"""The finished document is PDF/A-3b with the data inside, and the form that follows breaks none of its rules."""

from __future__ import annotations

import re
import subprocess
import unicodedata
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_archive import ATTACHMENTS, finished, opened
from pdf_reading import text_of
from pikepdf import Name, pdfa
from printed_samples import FINALISED, small_dossier

from cbc_desktop.base.errors import BugError
from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.documents.pdf.field_place import RenderedPdf
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf

TRANSPARENCY = {"/SMask", "/ca", "/CA", "/BM", "/Group"}
FORBIDDEN_ACTIONS = {"/JavaScript", "/JS", "/Launch", "/AA", "/OpenAction", "/XFA", "/NeedAppearances", "/Trans"}


def _keys(pdf: pikepdf.Pdf) -> set[str]:
    found: set[str] = set()
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            found |= set(thing.keys())
    return found


def test_metadata_claims_part_3_level_b_and_the_document_agrees() -> None:
    with opened() as pdf, pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "B"
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"]) == small_dossier().title
        assert metadata["dc:creator"] == ["Ủy ban nhân dân tỉnh Cao Bằng"]
        assert metadata["dc:description"] == str(pdf.docinfo["/Subject"]) == small_dossier().document.subject
        assert metadata["pdf:Keywords"] == str(pdf.docinfo["/Keywords"]) == "837/BTTTT-CBC"
        assert metadata["pdf:Producer"] == str(pdf.docinfo["/Producer"]) == "cbc-desktop"


def test_the_document_carries_its_own_time_and_language_not_those_of_the_computer() -> None:
    with opened() as pdf, pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for date in ("/CreationDate", "/ModDate"):
            assert str(pdf.docinfo[date]).startswith("D:20220325150405+07'00")
        for date in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            assert metadata[date] == FINALISED.isoformat()
        assert pdf.Root.Lang == "vi-VN"
        assert metadata["dc:language"] == {"vi-VN"}


def test_a_viewer_shows_the_title_and_not_the_name_of_the_file() -> None:
    with opened() as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_colours_are_defined_by_an_embedded_profile() -> None:
    with opened() as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == Name.GTS_PDFA1
        profile = intent.DestOutputProfile.read_bytes()
    assert profile[36:40] == b"acsp"
    assert profile[16:20] == b"RGB "
    assert b"sRGB" in profile


def test_every_font_is_embedded() -> None:
    with opened() as pdf:
        fonts = [thing for thing in pdf.objects if _is_font(thing)]
        programs = [font.FontDescriptor.FontFile2 for font in fonts]
    assert len(programs) == len(fonts) > 4


def _is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font and thing.Subtype != Name.Type0


def test_there_is_neither_transparency_nor_anything_that_acts() -> None:
    with opened() as pdf:
        assert _keys(pdf).isdisjoint(TRANSPARENCY | FORBIDDEN_ACTIONS)


def test_the_files_inside_are_associated_and_say_what_they_are_to_the_document() -> None:
    with opened() as pdf:
        associated = {str(file.UF): str(file.AFRelationship) for file in pdf.Root.AF}
        kinds = {str(file.UF): str(file.EF.F.Subtype) for file in pdf.Root.AF}
        dates = {str(file.EF.F.Params.ModDate) for file in pdf.Root.AF}
    assert associated == {"khao-sat.xml": "/Data", "dossier.json": "/Data", "so-lieu.xlsx": "/Alternative"}
    assert kinds == {file.name: f"/{file.media_type}" for file in ATTACHMENTS}
    assert dates == {"D:20220325150405+07'00'"}


def test_the_files_inside_come_back_byte_for_byte() -> None:
    assert embedded_files(finished()) == {file.name: file.content for file in ATTACHMENTS}


def test_poppler_lists_the_files_inside_and_gives_them_back(tmp_path: Path) -> None:
    document = tmp_path / "document.pdf"
    document.write_bytes(finished())
    inside = tmp_path / "inside"
    inside.mkdir()
    subprocess.run(["pdfdetach", "-saveall", "-o", inside, document], check=True)
    found = {path.name: path.read_bytes() for path in inside.iterdir()}
    assert found == {file.name: file.content for file in ATTACHMENTS}
    assert all(name.isascii() for name in found)


def test_poppler_finds_every_font_embedded_and_knows_the_letters_of_each(tmp_path: Path) -> None:
    document = tmp_path / "document.pdf"
    document.write_bytes(finished())
    told = subprocess.run(["pdffonts", document], capture_output=True, check=True, text=True).stdout
    fonts = [re.findall(r" (yes|no)\b", line) for line in told.splitlines()[2:]]
    assert len(fonts) == 6
    assert {(embedded, letters) for embedded, _, letters in fonts} == {("yes", "yes")}


def test_text_copied_from_the_finished_document_is_in_whole_letters() -> None:
    found = text_of(finished())
    assert unicodedata.is_normalized("NFC", found)
    assert "Nông Thị Ví Dụ" in found
    assert "Cao Bằng, ngày" in found


def test_nothing_but_the_form_is_unknown_to_the_validator() -> None:
    with opened() as pdf:
        for page in pdf.pages:
            if Name.Annots in page.obj:
                del page.obj.Annots
        del pdf.Root.AcroForm
        report = pdfa.save(pdf, BytesIO(), "3b", repair=False)
    assert report.passed


def test_the_appearance_of_the_fields_keeps_the_rules_too() -> None:
    """The validator does not look into forms: here it gets what they show as page content."""
    with opened() as pdf:
        page = pdf.pages[0]
        shown = {f"/Field{n}": widget.AP.N for n, widget in enumerate(page.obj.Annots)}
        page.obj.Resources.XObject = pikepdf.Dictionary(shown)
        page.contents_add(" ".join(f"{name} Do" for name in shown).encode())
        del page.obj.Annots, pdf.Root.AcroForm
        report = pdfa.save(pdf, BytesIO(), "3b", repair=False)
    assert len(shown) == 4
    assert report.passed


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(finished())
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout.decode() + checked.stderr.decode()


def test_the_same_dossier_and_files_give_the_same_bytes() -> None:
    assert to_pdfa(render_pdf(small_dossier()), ATTACHMENTS) == finished()


def test_another_embedded_file_gives_another_document_identifier() -> None:
    other = to_pdfa(render_pdf(small_dossier()), ATTACHMENTS[:1])
    with opened() as pdf, pikepdf.open(BytesIO(other)) as without:
        assert pdf.trailer.ID[1] != without.trailer.ID[1]


def test_pages_that_break_the_rules_are_our_own_fault_and_are_not_handed_out() -> None:
    with pikepdf.new() as pdf:
        pdf.Root.Lang = "vi-VN"
        page = pdf.add_blank_page()
        helvetica = pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=helvetica))
        page.contents_add(b"BT /F1 12 Tf (x) Tj ET")
        content = BytesIO()
        pdf.save(content)
    with pytest.raises(BugError, match="not fit for PDF/A-3b"):
        to_pdfa(RenderedPdf(content.getvalue(), {}, FINALISED), [])


def test_a_warning_of_another_part_of_the_program_is_no_fault_of_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = _warned_elsewhere(monkeypatch, times=1)
    assert to_pdfa(render_pdf(small_dossier()), ATTACHMENTS) == finished()
    assert heard


def test_what_is_wrong_with_the_pages_is_said_for_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    _warned_elsewhere(monkeypatch, times=1_000)
    with pytest.raises(BugError) as unfit:
        to_pdfa(render_pdf(small_dossier()), ATTACHMENTS)
    assert "an old function is used elsewhere" in unfit.value.logged


def _warned_elsewhere(monkeypatch: pytest.MonkeyPatch, *, times: int) -> list[str]:
    """As if another thread were warned just while the check listens; what was said so far."""
    listening, said = warnings.simplefilter, list[str]()

    def disturbed(action: Any, *arguments: Any) -> None:
        listening(action, *arguments)
        if action == "always" and len(said) < times:
            said.append("an old function is used elsewhere")
            warnings.warn(said[0], DeprecationWarning, stacklevel=2)

    monkeypatch.setattr(warnings, "simplefilter", disturbed)
    return said
