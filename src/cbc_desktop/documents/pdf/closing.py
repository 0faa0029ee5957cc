"""The end of a document: who signs, with room for both signatures, and "Nơi nhận" (Decree 30, positions 7 to 9)."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import PLAIN, as_list, element
from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.field_place import FieldDef, FieldKind, FieldPlace, Places, note_place
from cbc_desktop.documents.pdf.landmarks import Anchor
from cbc_desktop.documents.printed_form import OfficialDocument, Origins

LEADER_WIDTH, LEADER_HEIGHT = 45 * mm, 36 * mm
"""Of the leader's field. A signature is wider than high, so its image is as wide as the field."""
LARGEST_SEAL = 42 * mm
"""The diameter of the largest seals; a province's or ministry's has 36 mm."""
SIGNATURE_HEIGHT = LARGEST_SEAL - 2 * mm
"""Between position and name: the lines above and below have a little room of their own."""
SIGNATURE_COLUMN = 100 * mm
RECIPIENTS_COLUMN = decree30.PORTRAIT_WIDTH - SIGNATURE_COLUMN
CLEAR_OF_SEAL = 3 * mm
RECIPIENTS_BESIDE = 140 * mm
"""Of a longer list of recipients the rest goes under the signature, where it can run over pages."""


def closing(document: OfficialDocument, places: Places) -> tuple[Flowable, list[Flowable]]:
    """Recipients beside the signature, and what a very long list of recipients leaves for below it."""
    beside, below = _recipients(document.recipients)
    row = [[*beside, Spacer(0, 0)], _signature(document, places)]
    style = [*PLAIN, ("RIGHTPADDING", (0, 0), (0, 0), CLEAR_OF_SEAL)]
    return Table([row], colWidths=[RECIPIENTS_COLUMN, SIGNATURE_COLUMN], style=style), below


def closing_anchor(origins: Origins) -> Anchor:
    """The recipients on the left and who signs on the right; of recipients from another form nothing is noted."""
    signer, named = origins.signature, origins.recipients
    if signer is None:
        return Anchor(HEAD)
    left = named.at if named is not None and named.form_id == signer.form_id else HEAD
    return Anchor(signer.at, signer.form_id, ((0, left), (RECIPIENTS_COLUMN, signer.at)))


def _signature(document: OfficialDocument, places: Places) -> Table:
    """Authority and position, room for the signature and the seal, the name: on paper as on a screen."""
    authority = [element(line, decree30.AUTHORITY) for line in document.signature.lines] or [Spacer(0, 0)]
    rows = [[authority], [_SignatureRoom(places)], [element(document.signature.name, decree30.SIGNER)]]
    return Table(rows, colWidths=[SIGNATURE_COLUMN], style=[*PLAIN, ("TOPPADDING", (0, 1), (-1, 1), 3)])


class _SignatureRoom(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The leader signs in the middle; the seal covers the left third of that signature (Decree 30, II.8.b).

    The seal's field comes second, so that viewers paint it over the signature. It has room for the largest seal; the
    image of a smaller one ends at the same edge (see stamps.py).
    """

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.width, self.height = SIGNATURE_COLUMN, SIGNATURE_HEIGHT
        self._places = places

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        left = (self.width - LEADER_WIDTH) / 2
        covered = left + LEADER_WIDTH / 3
        self._note(LEADER_FIELD, "Chữ ký số của người có thẩm quyền", left, LEADER_WIDTH, LEADER_HEIGHT)
        seal = covered - LARGEST_SEAL
        self._note(AGENCY_FIELD, "Chữ ký số của cơ quan, tổ chức", seal, LARGEST_SEAL, LARGEST_SEAL)

    def _note(self, name: str, title: str, left: float, width: float, height: float) -> None:
        field = FieldDef(name, FieldKind.SIGNATURE, title)
        bottom = (self.height - height) / 2
        note_place(self.canv, self._places, FieldPlace(field, 0, left, bottom, width, height))


def _recipients(names: tuple[str, ...]) -> tuple[list[Flowable], list[Flowable]]:
    """ "Nơi nhận": what stands beside the signature, and what a very long list leaves for below it."""
    if not names:
        return [], []
    lines = [element("Nơi nhận:", decree30.RECIPIENTS_TITLE)]
    lines += [element(f"- {line}", decree30.RECIPIENT) for line in as_list(names)]
    used = 0.0
    for count, line in enumerate(lines):
        used += line.wrap(RECIPIENTS_COLUMN - CLEAR_OF_SEAL, RECIPIENTS_BESIDE)[1]
        if used > RECIPIENTS_BESIDE:
            return lines[:count], lines[count:]
    return lines, []
