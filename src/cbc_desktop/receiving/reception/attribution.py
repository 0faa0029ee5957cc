"""Whose answers they are by the register of the campaign: an entry with its dates, never a code or a symbol alone.

Codes were used again in 2025, and 63 provinces became 34: a package may name an entry of another time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded
from cbc_desktop.forms.agencies import Agency, AgencyRegister


class How(Enum):
    """By what an agency was recognised, the surest first."""

    DECIDED = "decided"
    ENTRY = "entry"
    OTHER_NAME = "other-name"
    """By its entry, though the package calls it something else."""
    SUCCESSOR = "successor"
    PREDECESSOR = "predecessor"
    NAME = "name"
    UNKNOWN = "unknown"

    def words(self, name: str) -> Message:
        """A sentence; ``name`` is what the file calls the agency."""
        return _WORDS[self].filled(name=name)


_WORDS = {
    How.DECIDED: Message("Của cơ quan nào là do người nhận quyết định.", "Whose it is was decided by the receiver."),
    How.ENTRY: Message(
        "Tệp ghi đúng cơ quan này như trong danh mục.", "The file names this agency as the register does."
    ),
    How.OTHER_NAME: Message(
        "Trong tệp, cơ quan ghi là “{name}”; theo danh mục là cơ quan này.",
        "In the file the agency is called “{name}”; by the register it is this one.",
    ),
    How.SUCCESSOR: Message(
        "Tệp ghi cơ quan “{name}”, theo danh mục nay là cơ quan này.",
        "The file names “{name}”; by the register this agency took its place.",
    ),
    How.PREDECESSOR: Message(
        "Tệp ghi cơ quan “{name}”, theo danh mục trước đây là cơ quan này.",
        "The file names “{name}”; by the register that was this agency before.",
    ),
    How.NAME: Message(
        "Mã trong tệp không có trong danh mục; nhận ra cơ quan theo tên “{name}”.",
        "The code in the file is not in the register; the agency was found by the name “{name}”.",
    ),
    How.UNKNOWN: Message("Danh mục không có cơ quan “{name}”.", "The register has no agency “{name}”."),
}


@dataclass(frozen=True, slots=True)
class Attribution:
    agency: Agency | None
    how: How


class AgencyFinder:
    """Those who are asked on one day, found by the key and the name that a package gives."""

    def __init__(self, register: AgencyRegister, day: date) -> None:
        self._every = {agency.key: agency for agency in register.agencies}
        self._asked = {agency.key: agency for agency in register.respondents(day)}
        self._by_name = {folded(agency.name_vi): agency for agency in self._asked.values()}

    def decided(self, key: str) -> Attribution:
        """``key`` as a person gave it; unknown when the register has lost it."""
        agency = self._asked.get(key)
        return Attribution(agency, How.DECIDED if agency else How.UNKNOWN)

    def attribution(self, key: str, name: str) -> Attribution:
        """An entry of another time leads to its successor, or to its only predecessor; never by its name."""
        entry = self._every.get(key)
        if entry is None:
            agency = self._by_name.get(folded(name))
            return Attribution(agency, How.NAME if agency else How.UNKNOWN)
        same = folded(entry.name_vi) == folded(name)
        if entry.key in self._asked:
            return Attribution(entry, How.ENTRY if same else How.OTHER_NAME)
        return self._of_another_time(entry) if same else Attribution(None, How.UNKNOWN)

    def _of_another_time(self, entry: Agency) -> Attribution:
        later = next((one for one in self._successors(entry) if one.key in self._asked), None)
        if later is not None:
            return Attribution(later, How.SUCCESSOR)
        earlier = [one for one in self._asked.values() if entry in self._successors(one)]
        return Attribution(earlier[0], How.PREDECESSOR) if len(earlier) == 1 else Attribution(None, How.UNKNOWN)

    def _successors(self, entry: Agency) -> Iterator[Agency]:
        """The entry that took over on the day after it ended, and those after that."""
        seen = {entry.key}
        while entry.successor and entry.valid_to:
            day = entry.valid_to + timedelta(days=1)
            found = [one for one in self._every.values() if one.code == entry.successor and one.valid_on(day)]
            if not found or found[0].key in seen:
                return
            entry = found[0]
            seen.add(entry.key)
            yield entry
