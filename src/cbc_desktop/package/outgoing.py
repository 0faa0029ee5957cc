"""``outgoing.xml``: what a document system registers of an outgoing document (Decree 30/2020/NĐ-CP, Appendix VI, II).

The names of the elements and their greatest lengths are the decree's; what is not known is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cbc_desktop.base import xml
from cbc_desktop.package.archive_limits import LARGEST_TEXT

_ROOT = "OutgoingDocument"
_DAY = "%d/%m/%Y"
LONGEST_NUMBER, LONGEST_NOTATION = 11, 30
_LONGEST = {
    "TypeName": 100,
    "CodeNumber": LONGEST_NUMBER,
    "CodeNotation": LONGEST_NOTATION,
    "OrganName": 200,
    "Subject": 500,
    "Language": 30,
    "Description": 500,
    "Position": 100,
    "FullName": 50,
}
_PLACES = {
    **{name: name for name in (*_LONGEST, "IssuedDate", "PageAmount", "Priority")},
    "Position": "SignerInfo/Position",
    "FullName": "SignerInfo/FullName",
}
LANGUAGE = "Tiếng Việt"


class UnreadableOutgoingError(Exception):
    """The bytes are no description of an outgoing document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingDocument:
    """``priority`` is 0 for none, then khẩn, thượng khẩn, hỏa tốc; ``number`` is "" while the clerk has given none."""

    type_name: str
    number: str
    notation: str
    issued: date | None
    agency: str
    subject: str
    pages: int
    description: str
    signer_position: str
    signer_name: str
    addressees: tuple[str, ...]
    priority: int = 0

    def to_xml(self) -> bytes:
        root = xml.element(_ROOT)
        for name, text in self._fields():
            _add(root, name, text)
        signer = xml.SubElement(root, "SignerInfo")
        _add(signer, "Position", self.signer_position)
        _add(signer, "FullName", self.signer_name)
        for addressee in self.addressees:
            _add(xml.SubElement(root, "To"), "OrganName", addressee)
        _add(root, "Priority", str(self.priority))
        return xml.serialise(root)

    def _fields(self) -> tuple[tuple[str, str], ...]:
        return (
            ("TypeName", self.type_name),
            ("CodeNumber", self.number),
            ("CodeNotation", self.notation),
            ("IssuedDate", self.issued.strftime(_DAY) if self.issued else ""),
            ("OrganName", self.agency),
            ("Subject", self.subject),
            ("Language", LANGUAGE),
            ("PageAmount", str(self.pages)),
            ("Description", self.description),
        )

    @classmethod
    def from_xml(cls, content: bytes) -> OutgoingDocument:
        """Raises UnreadableOutgoingError."""
        try:
            return cls._read(content)
        except (xml.XmlSyntaxError, ValueError) as error:
            raise UnreadableOutgoingError(str(error)) from error

    @classmethod
    def _read(cls, content: bytes) -> OutgoingDocument:
        if len(content) > LARGEST_TEXT:
            raise ValueError("too large")
        root = xml.parse(content)
        if root.tag != _ROOT:
            raise ValueError(f"root element {root.tag}")
        text = {name: root.findtext(path) or "" for name, path in _PLACES.items()}
        return cls(
            type_name=text["TypeName"],
            number=text["CodeNumber"],
            notation=text["CodeNotation"],
            issued=_day(text["IssuedDate"]),
            agency=text["OrganName"],
            subject=text["Subject"],
            pages=int(text["PageAmount"] or 0),
            description=text["Description"],
            signer_position=text["Position"],
            signer_name=text["FullName"],
            addressees=tuple(node.text or "" for node in root.iterfind("To/OrganName")),
            priority=int(text["Priority"] or 0),
        )


def _day(text: str) -> date | None:
    if not text:
        return None
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def _add(parent: xml.Element, name: str, text: str) -> None:
    """Cut at the decree's length; nothing for a blank."""
    if text:
        xml.SubElement(parent, name).text = text[: _LONGEST.get(name, len(text))]
