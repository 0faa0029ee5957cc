"""A letter to who sent what cannot be read: an e-mail draft that asks for another copy, without data of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import Clock
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.text import ascii_name
from cbc_desktop.package.mail_draft import is_address, mail_draft
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.agency_standing import moment_of
from cbc_desktop.receiving.reception.practice_mail import body_of, subject_of
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.store.received.arrivals import Arrival

# What goes out is in Vietnamese (decision 20).
SUBJECT = "Đề nghị gửi lại tệp “{name}”"
BODY = """Kính gửi: {agency}

Tệp “{name}” nhận ngày {day} không dùng được: {reason}.

Đề nghị gửi lại đúng tệp mà chương trình cbc-desktop đã lập trên máy của đơn vị (gói .zip hoặc PDF đã ký), không mở ra
sửa, không nén lại. Nếu tệp hỏng khi gửi bằng thư điện tử thì nên chép bằng USB.

{by}
"""
NOBODY = "đơn vị gửi"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """``agency`` is a name, "" where nobody knows whose the file is; ``by`` is who asks."""

    arrival: Arrival
    agency: str
    by: str
    trial: bool

    def write(self, folder: Path, clock: Clock, identifiers: IdentifierSource) -> Path:
        """The draft (.eml), addressed where the file came by mail; UserFacingError when the disk says no."""
        facts = self._facts()
        sender = parseaddr(self.arrival.mail.sender)[1] if self.arrival.mail else ""
        draft = mail_draft(
            receiver=sender if is_address(sender) else None,
            receiver_name=self.agency,
            subject=subject_of(SUBJECT.format(**facts), trial=self.trial),
            body=body_of(BODY.format(**facts), trial=self.trial),
            attached={},
            date=clock.now(),
            identifier=identifiers.new_uuid(),
        )
        file = f"xin-ban-khac-{ascii_name(facts['name']).lower()[:_LONGEST]}-{str(self.arrival.digest)[:8]}.eml"
        write_atomically(folder / file, draft, private=False)
        return folder / file

    def _facts(self) -> dict[str, str]:
        return {
            "agency": self.agency or NOBODY,
            "name": printable(self.arrival.name),
            "day": f"{moment_of(self.arrival):%d/%m/%Y}",
            "reason": Reason(self.arrival.set_aside or Reason.NO_DOSSIER).words.vi,
            "by": self.by,
        }
