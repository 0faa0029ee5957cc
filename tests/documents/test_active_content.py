"""Nothing that is made here acts by itself; what does is found wherever it hangs."""

from __future__ import annotations

from io import BytesIO

import pytest
from pdf_archive import finished, opened
from pikepdf import Array, Dictionary, Name, String

from cbc_desktop.documents.pdf import active_content as module
from cbc_desktop.documents.pdf.active_content import Active, active_content
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("1"))
PLACES = {
    "on opening": lambda pdf: setattr(pdf.Root, "OpenAction", SCRIPT),
    "among the names": lambda pdf: setattr(
        pdf.Root.Names, "JavaScript", Dictionary(Names=Array([String("a"), SCRIPT]))
    ),
    "at a page": lambda pdf: setattr(pdf.pages[0].obj, "AA", Dictionary(O=SCRIPT)),
    "at a field": lambda pdf: setattr(pdf.Root.AcroForm.Fields[0], "AA", Dictionary(F=SCRIPT)),
    "after another action": lambda pdf: setattr(
        pdf.Root, "OpenAction", Dictionary(S=Name.URI, URI=String("x"), Next=Array([SCRIPT]))
    ),
    "where nothing leads": lambda pdf: pdf.make_indirect(Array([Array([Dictionary(Deep=Array([SCRIPT]))])])),
}


def test_a_document_that_is_made_here_has_nothing_of_it() -> None:
    assert active_content(finished()) == frozenset()


@pytest.mark.parametrize("place", PLACES)
def test_a_script_is_found_wherever_it_hangs(place: str) -> None:
    with opened() as pdf:
        kept = PLACES[place](pdf)
        out = BytesIO()
        if kept is not None:
            pdf.Root.PieceInfo = kept
        pdf.save(out)
    assert active_content(out.getvalue()) == {Active.SCRIPT}


def test_a_file_with_too_many_values_is_not_looked_through_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_VALUES", 100)
    with pytest.raises(UnreadablePdfError):
        active_content(finished())


def test_what_is_no_pdf_is_unreadable() -> None:
    with pytest.raises(UnreadablePdfError):
        active_content(b"%PDF-1.7\n")


def test_links_and_destinations_are_nothing_of_it() -> None:
    with opened() as pdf:
        action = Dictionary(S=Name.URI, URI=String("https://example.gov.vn"))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))
        out = BytesIO()
        pdf.save(out)
    assert active_content(out.getvalue()) == frozenset()
