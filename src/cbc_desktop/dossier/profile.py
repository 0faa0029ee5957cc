"""What an agency's documents say each time: whose they are, where they are issued, and who signs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.identity import AgencyKey
from cbc_desktop.forms.authority import AuthorityForm, Signing

PROFILE_FACTS = ("parent_agency", "symbol", "place")
"""The facts of issue that a profile knows, by their names in both (``IssueFacts``)."""
TITLES: Mapping[str, Message] = {
    "parent_agency": Message("Cơ quan chủ quản", "Parent agency"),
    "symbol": Message("Ký hiệu", "Symbol"),
    "place": Message("Địa danh", "Place of issue"),
    "drafting_unit": Message("Đơn vị soạn thảo", "Drafting unit"),
    "collective": Message("Tập thể lãnh đạo", "Collective"),
    "head": Message("Chức danh người đứng đầu", "Position of the head"),
}
"""What a profile says of the agency, by the names of its fields."""
SEAL_MM = 36.0
"""The diameter of a province's or ministry's seal."""
SMALLEST_SEAL_MM, LARGEST_SEAL_MM = 20.0, 42.0


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, in which position and under which authority; ``own_lines`` are those of ``AuthorityForm.FREE``.

    ``signature_image`` is a PNG of the hand signature with nothing behind the ink, b"" for none.
    """

    name: str
    position: str = ""
    form: AuthorityForm = AuthorityForm.IN_PERSON
    own_lines: tuple[str, ...] = ()
    signature_image: bytes = field(default=b"", repr=False)

    def is_like(self, other: Signatory) -> bool:
        """The same person, signing in the same way."""
        same = alike(self.name, other.name) and alike(self.position, other.position)
        return same and (self.form, self.own_lines) == (other.form, other.own_lines)


@dataclass(frozen=True, slots=True)
class AgencyProfile:
    """Kept on this computer for one agency, under a ``name`` that no other profile of the agency has.

    ``parent_agency`` is printed above the agency; ``collective`` and ``head`` are those in whose name others sign.
    ``profile_id`` is a UUID in text form; ``seal_image`` a PNG as that of a signature, ``seal_mm`` its real diameter.
    """

    profile_id: str
    agency: AgencyKey
    name: str
    parent_agency: str = ""
    place: str = ""
    symbol: str = ""
    drafting_unit: str = ""
    collective: str = ""
    head: str = ""
    signatories: tuple[Signatory, ...] = ()
    seal_image: bytes = field(default=b"", repr=False)
    seal_mm: float = SEAL_MM

    def signing(self, signatory: Signatory) -> Signing:
        """What the signatory's authority is in this agency."""
        return Signing(signatory.form, self.collective, self.head, signatory.position, signatory.own_lines)


def alike(one: str, other: str) -> bool:
    """Capitals and spaces make no difference: on paper much of it is in capitals."""
    return one.casefold().split() == other.casefold().split()


def millimetres(measured: float) -> Message:
    """``35,7``, and ``35.7`` in English."""
    return Message(f"{measured:g}".replace(".", ","), f"{measured:g}")
