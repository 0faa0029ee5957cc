"""What poppler, MuPDF, qpdf and PDFBox, none of them ours, say of every kind of finished document."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from decree_accounts import strays_in_the_margin, unaccounted
from decree_reading import Reading
from decree_table import ELEMENTS
from pdf_archive import ATTACHMENTS
from pdf_reading import page_texts, text_of
from pikepdf import Name
from preflight import as_part_1, preflight_faults
from printed_documents import decision, plan_document, report
from printed_samples import FINALISED, large_dossier
from test_codes_on_pages import with_codes
from traced_pages import traced

from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.field_texts import drawn_texts, number_and_date
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier
from cbc_desktop.signing.field_filling import fill_fields
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.order import FilledField, SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.trial import make_trial_identity

DOCUMENTS: dict[str, Callable[[], PrintedDossier]] = {
    "công văn có mã": lambda: with_codes(2),
    "báo cáo": report,
    "kế hoạch": plan_document,
    "quyết định": decision,
    "dự thảo lớn, thử nghiệm": lambda: replace(large_dossier(), draft=True, trial=True),
}
ISSUED = "kế hoạch đã phát hành"
NAMES = (*DOCUMENTS, ISSUED)
OUTLINE = re.compile(r'^[|+-]\t+"(?P<title>.*)"\t#page=(?P<page>\d+)', re.MULTILINE)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The finished document of this name as a file, made once."""
    folder = tmp_path_factory.mktemp("finished")

    @cache
    def make(name: str) -> Path:
        path = folder / f"{NAMES.index(name)}.pdf"
        path.write_bytes(issued(folder) if name == ISSUED else to_pdfa(render_pdf(DOCUMENTS[name]()), ATTACHMENTS))
        return path

    return make


def issued(folder: Path) -> bytes:
    """The plan signed by the leader, numbered and dated by the clerk, and sealed."""
    trial = make_trial_identity(folder, now=FINALISED, passphrase="thử", agency="Cơ quan thử nghiệm")
    identity = load_pkcs12(trial.pkcs12, "thử", now=FINALISED)
    pdf = to_pdfa(render_pdf(plan_document()), ATTACHMENTS)
    pdf = sign_pdf(pdf, identity, SigningOrder(field=LEADER_FIELD, at=FINALISED))
    texts = drawn_texts(pdf, number_and_date(numbered_plan().document))
    pdf = fill_fields(pdf, [FilledField(text.name, text.text, text.drawing) for text in texts])
    return sign_pdf(pdf, identity, SigningOrder(field=AGENCY_FIELD, at=FINALISED))


def numbered_plan() -> PrintedDossier:
    plan = plan_document()
    return replace(plan, document=replace(plan.document, number="05", date="ngày 28 tháng 3 năm 2022"))


def told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("name", NAMES)
def test_qpdf_finds_no_fault(finished: Callable[[str], Path], name: str) -> None:
    told("qpdf", "--check", finished(name))


@pytest.mark.parametrize("name", NAMES)
def test_preflight_finds_no_fault(finished: Callable[[str], Path], name: str) -> None:
    assert preflight_faults(as_part_1(finished(name).read_bytes())) == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_font_is_an_embedded_subset_of_ours_or_a_whole_face_for_the_fields(
    finished: Callable[[str], Path], name: str
) -> None:
    fonts = [line.split() for line in told("pdffonts", finished(name)).splitlines()[2:]]
    assert fonts
    for font in fonts:
        assert "LiberationSerif" in font[0]
        embedded, _, letters = (word for word in font[1:] if word in ("yes", "no"))
        assert (embedded, letters) == ("yes", "yes")


@pytest.mark.parametrize("name", NAMES)
def test_title_and_subject_are_right_vietnamese_and_nothing_is_hidden_or_acts(
    finished: Callable[[str], Path], name: str
) -> None:
    facts = dict(line.split(":", 1) for line in told("pdfinfo", finished(name)).splitlines())
    facts = {fact: value.strip() for fact, value in facts.items()}
    expected = DOCUMENTS["kế hoạch" if name == ISSUED else name]()
    assert facts["Title"] == expected.title
    assert facts["Subject"] == expected.document.subject
    assert (facts["JavaScript"], facts["Encrypted"], facts["PDF version"]) == ("no", "no", "1.7")
    assert all(unicodedata.is_normalized("NFC", value) for value in facts.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_bookmark_leads_to_the_page_that_says_what_it_says(finished: Callable[[str], Path], name: str) -> None:
    pages = page_texts(finished(name).read_bytes())
    outline = [
        (found["title"], int(found["page"]))
        for found in OUTLINE.finditer(told("mutool", "show", finished(name), "outline"))
    ]
    assert outline[0][1] == 1
    assert len(outline) >= 3
    for title, page in outline[1:]:
        words = re.split(r"[:.] ", title, maxsplit=1)[-1]
        assert "".join(words.split()).casefold() in "".join(pages[page - 1].split()).casefold()
        assert unicodedata.is_normalized("NFC", title)


@pytest.mark.parametrize("name", NAMES)
def test_poppler_gives_the_files_inside_back_byte_for_byte(
    finished: Callable[[str], Path], name: str, tmp_path: Path
) -> None:
    told("pdfdetach", "-saveall", "-o", tmp_path, finished(name))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        file.name: file.content for file in ATTACHMENTS
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_copied_is_whole_vietnamese_letters(finished: Callable[[str], Path], name: str) -> None:
    found = text_of(finished(name).read_bytes())
    assert unicodedata.is_normalized("NFC", found)
    assert not any(unicodedata.combining(letter) or letter == "\ufffd" for letter in found)


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_lies_on_a_page_is_drawn_by_the_document_itself(
    finished: Callable[[str], Path], name: str
) -> None:
    with pikepdf.open(finished(name)) as pdf:
        annotations = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
        assert len(annotations) == 4
        assert all(Name.N in note.AP for note in annotations)


def test_what_the_clerk_has_filled_in_keeps_the_measures_of_the_decree(finished: Callable[[str], Path]) -> None:
    issued = finished(ISSUED).read_bytes()
    assert "Số: 05/KH-UBND Cao Bằng, ngày 28 tháng 3 năm 2022" in page_texts(issued)[0]
    reading = Reading(numbered_plan(), traced(issued))
    assert unaccounted(reading) == strays_in_the_margin(reading) == []
    assert [fault for element in ELEMENTS for fault in element.faults(reading)] == []
