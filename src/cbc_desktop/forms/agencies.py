"""The register of agencies with validity dates: who is asked on the day of a campaign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.findings import listed
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import folded
from cbc_desktop.forms.agency_names import AgencyNames, searched
from cbc_desktop.forms.agency_rows import read_rows

NOT_RESPONDENTS = frozenset({"receiver"})

BROKEN_REGISTER = Message(
    "Danh mục cơ quan của đợt khảo sát có lỗi. Hãy sửa tệp agencies.csv:\n{findings}",
    "The campaign's register of agencies has errors. Correct agencies.csv:\n{findings}",
)
UNKNOWN_AGENCY = Message(
    "Không có cơ quan “{code}” trong danh mục tại ngày {day:%d/%m/%Y}.{hint} Hãy chọn mã hoặc tên trong danh mục.",
    "There is no agency “{code}” in the register of {day:%Y-%m-%d}.{hint} Choose a code or a name of the register.",
)
LOST_AGENCY = Message(
    "Danh mục cơ quan không còn mục “{key}” của hồ sơ này. Hãy cài lại đúng bộ biểu mẫu; "
    "số liệu đã nhập vẫn còn nguyên.",
    "The register of agencies has no “{key}” any more, which this dossier belongs to. Install its own forms again; "
    "everything that was entered is still there.",
)
NEAR = Message(" Có phải là: {names}?", " Did you mean: {names}?")


@dataclass(frozen=True, slots=True)
class Agency:
    """One entry of the register. ``key`` is ``code@valid_from``; dates are inclusive, None is open.

    ``letterhead`` is the name in the lines in which it heads a letter, the whole name where the register gives none.
    ``place`` is the place of issue of its documents, ``region`` the part of the country it belongs to; "" where the
    register gives none.
    """

    key: str
    code: str
    name_vi: str
    name_en: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    symbol: str
    successor: str
    letterhead: tuple[str, ...]
    place: str = ""
    region: str = ""
    email: str = ""
    """To which reminders are addressed, unless the receiver entered another address."""

    @property
    def name(self) -> Message:
        """In the languages of the program; in Vietnamese where the register gives no English one."""
        return Message(self.name_vi, self.name_en or self.name_vi)

    def valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class AgencyRegister:
    """All entries, of every time; most questions are asked for one day."""

    agencies: tuple[Agency, ...]

    @classmethod
    @lru_cache(maxsize=4)
    def of_csv(cls, content: bytes) -> AgencyRegister:
        """The same bytes are read once: ten thousand entries take a fifth of a second.

        UserFacingError tells all that is wrong, with rows.
        """
        read = read_rows(content)
        if read.findings:
            raise UserFacingError(listed(BROKEN_REGISTER, read.findings))
        return cls(tuple(_agency(row) for row in read.rows.values()))

    def respondents(self, day: date) -> tuple[Agency, ...]:
        return tuple(agency for agency in self.agencies if agency.valid_on(day) and agency.kind not in NOT_RESPONDENTS)

    def require(self, key: str) -> Agency:
        """The entry with this key; UserFacingError when the register has lost it."""
        for agency in self.agencies:
            if agency.key == key:
                return agency
        raise UserFacingError(LOST_AGENCY.filled(key=key))

    def find(self, code: str, day: date) -> Agency:
        """The respondent of that code, or name as people write it, on that day; else an error that names near ones."""
        respondents = self.respondents(day)
        names = AgencyNames(respondents)
        keyed = next((agency for agency in respondents if code == agency.key), None)
        if found := keyed or names.coded(code) or names.named(code):
            return found
        near = ", ".join(f"{agency.code} {agency.name_vi}" for agency in matching(code, respondents)[:3])
        hint = NEAR.filled(names=near) if near else Message("", "")
        raise UserFacingError(UNKNOWN_AGENCY.filled(code=code, day=day, hint=hint))


def matching(text: str, agencies: Iterable[Agency]) -> list[Agency]:
    """Those whose name holds all words of ``text``, accents, đ and an "UBND" in front of them ignored."""
    words = searched(text).split()
    return [agency for agency in agencies if words and all(word in folded(agency.name_vi) for word in words)]


def _agency(row: Mapping[str, str]) -> Agency:
    return Agency(
        key=row["key"],
        code=row["code"],
        name_vi=row["name_vi"],
        name_en=row["name_en"],
        kind=row["kind"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        symbol=row["symbol"],
        successor=row["successor"],
        letterhead=_lines(row.get("letterhead") or row["name_vi"]),
        place=row.get("place", ""),
        region=row.get("region", ""),
        email=row.get("email", ""),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("|") if line.strip())


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
