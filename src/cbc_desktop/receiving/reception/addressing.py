"""E-mail addresses of agencies as people of this office type or paste them: which is one, and whose each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import getaddresses
from textwrap import shorten

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded, keepable
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.agency_names import AgencyNames
from cbc_desktop.package.mail_draft import is_address
from cbc_desktop.store.received.addresses import AddressStore

WHERE_ADDRESSES = Message(
    "Địa chỉ ghi ở đây được dùng trước; không ghi thì lấy của danh mục cơ quan, rồi của người gửi thư gần nhất.",
    "An address that is entered here goes first, then that of the register, then the sender's of the last mail.",
)
NO_ADDRESS = Message(
    "“{text}” không phải là địa chỉ thư điện tử, nên chưa ghi; địa chỉ của {agency} vẫn như cũ. Hãy ghi đủ một địa "
    "chỉ, ví dụ van.thu@mau.gov.vn.",
    "“{text}” is no e-mail address, so it was not kept; that of {agency} is as it was. Write one whole address, such "
    "as van.thu@mau.gov.vn.",
)
PASTED = Message("Đã ghi địa chỉ của {count} cơ quan.", "Addresses that were kept: {count}.")
REFUSED = Message(
    "Không ghi {count} dòng, vì không có đúng một địa chỉ thư hoặc không rõ của cơ quan nào ({lines}).",
    "Lines that were not kept, without just one e-mail address or of an agency that is not clear: {count} ({lines}).",
)
_MOST_LINES, _SHOWN = 5, 80
_LONGEST = 200
"""Characters of an address with the name before it; Python's reader goes too deep into what is longer."""
_HEADINGS = ("email", "e-mail", "mail", "thu dien tu", "hop thu", "dia chi", "address")
"""How the heading of a column of addresses begins, folded."""


@dataclass(frozen=True, slots=True)
class PastedAddresses:
    """``addresses`` by agency; ``refused`` are lines with something that is no address, or of no agency."""

    addresses: Mapping[Agency, str]
    refused: tuple[str, ...]

    @property
    def words(self) -> Message:
        """What became of it, when the addresses are kept."""
        kept = PASTED.filled(count=len(self.addresses))
        return Message.joined((kept, self._refusal()) if self.refused else (kept,), " ")

    def _refusal(self) -> Message:
        lines = [f"“{_shown(line)}”" for line in self.refused[:_MOST_LINES]]
        more = ["…"] if len(self.refused) > _MOST_LINES else []
        return REFUSED.filled(count=len(self.refused), lines="; ".join((*lines, *more)))


@dataclass(frozen=True, slots=True)
class AddressDesk:
    """``who`` is the person at this computer."""

    store: AddressStore
    who: str

    def keep(self, texts: Mapping[Agency, str]) -> Mapping[Agency, str]:
        """The addresses that are kept now, all or none: UserFacingError where a text is no address.

        A blank text takes away what was kept.
        """
        addresses = {agency: _required(text, agency) if text.strip() else "" for agency, text in texts.items()}
        self.store.keep({agency.key: address for agency, address in addresses.items()}, who=self.who)
        return addresses


def address_in(text: str) -> str:
    """The single address in ``text``, also with a name before it; "" where there is none, or more than one."""
    found = written_addresses(text)
    return found[0] if len(found) == 1 and is_address(found[0]) else ""


def written_addresses(text: str) -> list[str]:
    """What stands in ``text`` where addresses stand, without the names: it may be none yet."""
    whole = keepable(text).strip()
    return [address for _, address in getaddresses([whole]) if address] if len(whole) <= _LONGEST else []


def pasted_addresses(
    rows: Iterable[Sequence[str]], below: Sequence[Agency], asked: Iterable[Agency]
) -> PastedAddresses:
    """One column falls on the agencies ``below`` where it is pasted; beside addresses, names say whose they are."""
    lines = _without_headings([[cell.strip() for cell in row] for row in rows])
    if any(sum(map(bool, line)) > 1 for line in lines):
        return _by_name(lines, AgencyNames(asked))
    return _by_place(["".join(line) for line in lines], below)


def _by_place(texts: Sequence[str], below: Sequence[Agency]) -> PastedAddresses:
    placed = dict(zip(below, texts, strict=False))
    found = {agency: address for agency, text in placed.items() if (address := address_in(text))}
    refused = [text for agency, text in placed.items() if text and agency not in found]
    return PastedAddresses(found, (*refused, *filter(None, texts[len(below) :])))


def _by_name(lines: Iterable[Sequence[str]], names: AgencyNames) -> PastedAddresses:
    found: dict[Agency, str] = {}
    refused = []
    for line in lines:
        agency = next(filter(None, map(names.named, filter(None, line))), None)
        address = next(filter(None, map(address_in, line)), "")
        if agency and address:
            found[agency] = address
        elif sum(map(bool, line)) > 1:
            refused.append(" ".join(filter(None, line)))
    return PastedAddresses(found, tuple(refused))


def _without_headings(lines: list[list[str]]) -> list[list[str]]:
    return lines[1:] if lines and any(map(_is_heading, lines[0])) and not any(map(address_in, lines[0])) else lines


def _is_heading(text: str) -> bool:
    return folded(text).startswith(_HEADINGS)


def _required(text: str, agency: Agency) -> str:
    address = address_in(text)
    if not address:
        raise UserFacingError(NO_ADDRESS.filled(text=_shown(text), agency=agency.name_vi))
    return address


def _shown(text: str) -> str:
    return shorten(text, _SHOWN, placeholder="…")
