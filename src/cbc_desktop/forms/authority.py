"""Under which authority a document is signed, and the lines that say so (Decree 30/2020/NĐ-CP, Appendix I, II.7.b).

A person chooses the form; the order of the lines follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from string import Formatter

from cbc_desktop.base.message import Message

BLANK = "…"
"""Stands in a line for what nobody has said yet."""


class AuthorityForm(Enum):
    """The forms of the decree, alone and as they occur together."""

    IN_PERSON = "in_person"
    ON_BEHALF = "on_behalf"
    FOR_HEAD = "for_head"
    ON_BEHALF_FOR_HEAD = "on_behalf_for_head"
    ACTING = "acting"
    ON_BEHALF_ACTING = "on_behalf_acting"
    BY_ORDER = "by_order"
    BY_ORDER_FOR_HEAD = "by_order_for_head"
    BY_DELEGATION = "by_delegation"
    FREE = "free"
    """Lines in a person's own words."""


@dataclass(frozen=True, slots=True)
class Signing:
    """``collective`` decides together ("Ủy ban nhân dân"), ``head`` is at the head of the agency ("Chủ tịch").

    ``position`` is the signatory's own; ``own_lines`` count for ``AuthorityForm.FREE`` only.
    """

    form: AuthorityForm = AuthorityForm.IN_PERSON
    collective: str = ""
    head: str = ""
    position: str = ""
    own_lines: tuple[str, ...] = ()

    @property
    def authority(self) -> tuple[str, ...]:
        """The lines above the position, in capitals: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"."""
        if self.form is AuthorityForm.FREE:
            return tuple(line.upper() for line in self.own_lines)
        parts = {name: part or BLANK for name, part in self._parts.items()}
        return tuple(line.format(**parts).upper() for line in _LINES[self.form])

    @property
    def missing(self) -> tuple[Message, ...]:
        """What has to be said yet before the lines are whole."""
        needed = {"position": True, **{name: True for line in _LINES.get(self.form, ()) for name in _words(line)}}
        return tuple(_NAMES[name] for name in needed if not self._parts[name])

    @property
    def _parts(self) -> Mapping[str, str]:
        return {
            "collective": self.collective,
            "head": self.head,
            "position": self.position,
            "superior": _superior(self.position),
        }


_LINES: Mapping[AuthorityForm, tuple[str, ...]] = {
    AuthorityForm.IN_PERSON: (),
    AuthorityForm.ON_BEHALF: ("TM. {collective}",),
    AuthorityForm.FOR_HEAD: ("KT. {head}",),
    AuthorityForm.ON_BEHALF_FOR_HEAD: ("TM. {collective}", "KT. {head}"),
    AuthorityForm.ACTING: ("Q. {position}",),
    AuthorityForm.ON_BEHALF_ACTING: ("TM. {collective}", "Q. {position}"),
    AuthorityForm.BY_ORDER: ("TL. {head}",),
    AuthorityForm.BY_ORDER_FOR_HEAD: ("TL. {head}", "KT. {superior}"),
    AuthorityForm.BY_DELEGATION: ("TUQ. {head}",),
}
TITLES: Mapping[AuthorityForm, Message] = {
    AuthorityForm.IN_PERSON: Message("Người đứng đầu ký", "The head signs in person"),
    AuthorityForm.ON_BEHALF: Message("TM. – thay mặt tập thể", "TM. – on behalf of the collective"),
    AuthorityForm.FOR_HEAD: Message("KT. – cấp phó ký thay", "KT. – a deputy signs for the head"),
    AuthorityForm.ON_BEHALF_FOR_HEAD: Message(
        "TM. và KT. – cấp phó ký thay, thay mặt tập thể", "TM. and KT. – a deputy, on behalf of the collective"
    ),
    AuthorityForm.ACTING: Message("Q. – quyền người đứng đầu", "Q. – the acting head"),
    AuthorityForm.ON_BEHALF_ACTING: Message(
        "TM. và Q. – quyền người đứng đầu, thay mặt tập thể", "TM. and Q. – the acting head, for the collective"
    ),
    AuthorityForm.BY_ORDER: Message("TL. – thừa lệnh", "TL. – by order of the head"),
    AuthorityForm.BY_ORDER_FOR_HEAD: Message(
        "TL. và KT. – cấp phó của đơn vị ký thừa lệnh", "TL. and KT. – a unit's deputy, by order of the head"
    ),
    AuthorityForm.BY_DELEGATION: Message("TUQ. – thừa ủy quyền", "TUQ. – by delegation of the head"),
    AuthorityForm.FREE: Message("Ghi theo từng dòng", "Lines in your own words"),
}
_NAMES: Mapping[str, Message] = {
    "collective": Message("tên tập thể lãnh đạo", "the name of the collective"),
    "head": Message("chức danh người đứng đầu", "the position of the head"),
    "position": Message("chức vụ người ký", "the signatory's position"),
    "superior": Message("chức vụ bắt đầu bằng “Phó”", "a position that begins with “Phó”"),
}
_UNDER_A_COLLECTIVE = ("Ủy ban nhân dân", "Chủ tịch")
_USUAL: Mapping[str, tuple[str, str]] = {
    "province": _UNDER_A_COLLECTIVE,
    "municipality": _UNDER_A_COLLECTIVE,
    "ministry": ("", "Bộ trưởng"),
}
_BETWEEN_LINES = re.compile(r"[\n/;]")
_DEPUTY = re.compile(r"phó\s+", re.IGNORECASE)
_TITLE = re.compile(
    r"((GS|PGS|TSKH|TS|ThS|BS|DS|KS|CN|LS)[.,\s]|(phó\s+)?giáo sư\s|(tiến|thạc|bác|dược|kỹ|luật)\s+s[ĩỹ]\s|cử nhân\s)",
    re.IGNORECASE,
)


def usual_parts(kind: str) -> tuple[str, str]:
    """The collective and its head in agencies of a kind of the register, "" where the kind does not tell."""
    return _USUAL.get(kind, ("", ""))


def recognised(lines: Sequence[str], position: str) -> Signing:
    """The form whose lines these are; in a person's own words where no form has them."""
    given = tuple(" ".join(line.split()).upper() for line in lines)
    for form, patterns in _LINES.items():
        if len(patterns) == len(given):
            parts = _read(patterns, given)
            signing = Signing(form, parts.get("collective", ""), parts.get("head", ""), position)
            if signing.authority == given:
                return signing
    return Signing(AuthorityForm.FREE, position=position, own_lines=given)


def authority_lines(text: str) -> tuple[str, ...]:
    """As people write them into one answer: a line each, or divided by "/" or ";"."""
    return tuple(line.strip() for line in _BETWEEN_LINES.split(text) if line.strip())


def signature_lines(authority: Sequence[str], position: str) -> tuple[str, ...]:
    """All lines above the signature, in capitals; who acts ("Q. BỘ TRƯỞNG") has the position in that line already."""
    lines = tuple(line.upper() for line in (*authority, position.strip()) if line)
    acts = len(lines) > 1 and lines[-2] == f"Q. {lines[-1]}"
    return lines[:-1] if acts else lines


def academic_title(name: str) -> str:
    """The title before a signatory's name, "" for none: the decree has the plain name (Appendix I, II.7.b)."""
    found = _TITLE.match(name.strip())
    return found.group().strip(" ,") if found else ""


def _superior(position: str) -> str:
    """Whom a deputy signs for: "Chánh Văn phòng" for "Phó Chánh Văn phòng", "" for nobody's deputy."""
    found = _DEPUTY.match(position)
    return position[found.end() :] if found else ""


def _read(patterns: Sequence[str], lines: Sequence[str]) -> Mapping[str, str]:
    """What stands in the lines in the places of the patterns' words."""
    return {
        name: line[len(pattern) - len(name) - 2 :]
        for pattern, line in zip(patterns, lines, strict=True)
        for name in _words(pattern)
    }


def _words(pattern: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(pattern) if name]
