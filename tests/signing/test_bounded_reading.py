"""A signed file that was made to be walked for ever is refused soon, whatever was added to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pikepdf
import pytest
from field_pdf import pdf_with_fields
from pdf_changes import foreign_signature, with_empty_update, with_fields
from pikepdf import Array, Dictionary, Name, String
from pki import Pki
from signing_fixtures import IdentityOf, OnlyReport

from cbc_desktop.signing import bounded_reading
from cbc_desktop.signing.verdict import Verdict

Hanging = Callable[[pikepdf.Pdf, pikepdf.Object], None]


def doubling(hang: Hanging) -> bytes:
    """Each of forty objects names the next one twice: 2 to the power of 40 ways to the last."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf_with_fields())) as pdf:
        node = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("z")))
        for _ in range(40):
            node = pdf.make_indirect(Dictionary(T=String("a"), Kids=Array([node, node])))
        hang(pdf, node)
        pdf.save(out)
    return out.getvalue()


def in_the_form(pdf: pikepdf.Pdf, node: pikepdf.Object) -> None:
    pdf.Root.AcroForm.Fields.append(node)


def at_the_root(pdf: pikepdf.Pdf, node: pikepdf.Object) -> None:
    pdf.Root.PieceInfo = Dictionary(Shadow=node)


@pytest.mark.parametrize("hang", [in_the_form, at_the_root])
def test_ways_without_end_through_a_signed_revision_are_not_all_gone(
    pki: Pki, unchecked: IdentityOf, only: OnlyReport, now: datetime, monkeypatch: pytest.MonkeyPatch, hang: Hanging
) -> None:
    monkeypatch.setattr(bounded_reading, "MOST_VALUES", 20_000)
    signed = foreign_signature(unchecked(pki.clerk), at=now, pdf=doubling(hang))
    later = with_empty_update(signed) if hang is at_the_root else with_fields(signed, 3)
    report = only(later)
    assert (report.verdict, report.not_intact_because) == (Verdict.FAILED, "FORMAT_FAILURE")


def test_an_ordinary_document_stays_far_below_the_limit(
    signed: bytes, only: OnlyReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_reading, "MOST_VALUES", 20_000)
    assert only(with_empty_update(signed)).verdict is Verdict.PASSED
