"""The end of a document: who signs, with room for both signatures, and "Nơi nhận" (Decree 30, positions 7 to 9)."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import PLAIN, as_list, element
from cbc_desktop.documents.pdf.field_place import FieldDef, FieldKind, FieldSlot, Places
from cbc_desktop.documents.pdf.landmarks import Anchor
from cbc_desktop.documents.printed_form import OfficialDocument, Origins

LEADER_FIELD = "ky_lanh_dao"
AGENCY_FIELD = "ky_co_quan"

SEAL = 36 * mm
"""The diameter of a province's or ministry's seal; the leader's signature gets as much room."""
SIGNATURE_COLUMN = 3 * SEAL
RECIPIENTS_COLUMN = decree30.PORTRAIT_WIDTH - SIGNATURE_COLUMN
RECIPIENTS_BESIDE = 140 * mm
"""Of a longer list of recipients the rest goes under the signature, where it can run over pages."""


def closing(document: OfficialDocument, places: Places) -> tuple[Flowable, list[Flowable]]:
    """Recipients beside the signature, and what a very long list of recipients leaves for below it."""
    beside, below = _recipients(document.recipients)
    row = [[*beside, Spacer(0, 0)], _signature(document, places)]
    return Table([row], colWidths=[RECIPIENTS_COLUMN, SIGNATURE_COLUMN], style=PLAIN), below


def closing_anchor(origins: Origins) -> Anchor:
    """The recipients on the left and who signs on the right; of recipients from another form nothing is noted."""
    signer, named = origins.signature, origins.recipients
    if signer is None:
        return Anchor(HEAD)
    left = named.at if named is not None and named.form_id == signer.form_id else HEAD
    return Anchor(signer.at, signer.form_id, ((0, left), (RECIPIENTS_COLUMN, signer.at)))


def _signature(document: OfficialDocument, places: Places) -> Table:
    """Authority and position, room for the agency's seal left of the leader's signature, the name."""
    leader = FieldDef(LEADER_FIELD, FieldKind.SIGNATURE, "Chữ ký số của người có thẩm quyền")
    agency = FieldDef(AGENCY_FIELD, FieldKind.SIGNATURE, "Chữ ký số của cơ quan, tổ chức")
    authority = [element(line, decree30.AUTHORITY) for line in document.signature.lines] or [Spacer(0, 0)]
    rows = [
        [authority, "", ""],
        [FieldSlot(agency, SEAL, SEAL, places), FieldSlot(leader, SEAL, SEAL, places), ""],
        [element(document.signature.name, decree30.SIGNER), "", ""],
    ]
    spans = [("SPAN", (0, 0), (-1, 0)), ("SPAN", (0, 2), (-1, 2)), ("TOPPADDING", (0, 1), (-1, 1), 3)]
    return Table(rows, colWidths=[SEAL] * 3, style=[*PLAIN, *spans])


def _recipients(names: tuple[str, ...]) -> tuple[list[Flowable], list[Flowable]]:
    """ "Nơi nhận": what stands beside the signature, and what a very long list leaves for below it."""
    if not names:
        return [], []
    lines = [element("Nơi nhận:", decree30.RECIPIENTS_TITLE)]
    lines += [element(f"- {line}", decree30.RECIPIENT) for line in as_list(names)]
    used = 0.0
    for count, line in enumerate(lines):
        used += line.wrap(RECIPIENTS_COLUMN - 3 * mm, RECIPIENTS_BESIDE)[1]
        if used > RECIPIENTS_BESIDE:
            return lines[:count], lines[count:]
    return lines, []
