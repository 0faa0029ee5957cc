"""What several libraries sent, each from a computer of its own: made once for the stories of the receiver."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from clerk import MORNING, Clerk
from invented_campaign import AGENCY, BOOKS, CAMPAIGN, OTHER_AGENCY

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.office import open_office
from cbc_desktop.signing.signer import Signer


@dataclass(frozen=True)
class Senders:
    """``folder`` is where their computers stand."""

    folder: Path
    converted: Path
    campaigns: Path
    signer: Signer

    @contextmanager
    def at_work(self, name: str, agency: str = AGENCY, seed: int = 1) -> Iterator[Clerk]:
        """Somebody with a filled-in dossier; another ``seed`` is another computer."""
        home = self.folder / name
        shutil.copytree(self.converted / "cache", home / "cache")
        clock, identifiers = FixedClock(MORNING), SeededIdentifiers(seed)
        with open_office(home, clock=clock, identifiers=identifiers, campaigns=self.campaigns, who=name) as office:
            clerk = Clerk(office, self.signer, office.filling.begin(CAMPAIGN, agency))
            clerk.fills_in()
            yield clerk


@dataclass(frozen=True)
class Sent:
    """Packages by what they are in the stories, and the signed PDF of the first."""

    first: Path
    document: Path
    amended: Path
    third: Path
    elsewhere: Path
    other: Path


def send_all(senders: Senders) -> Sent:
    """Lan's three revisions, what her colleague sent from another computer, and the other library's."""
    folder = senders.folder
    with senders.at_work("lan") as lan:
        lan.finalises()
        first = lan.exports(folder / "1")
        amended, third = (_next(lan, number, folder) for number in (2, 3))
    with senders.at_work("hoa", seed=2) as hoa:
        hoa.answers(BOOKS, "777")
        hoa.finalises()
        elsewhere = hoa.exports(folder / "4").package
    with senders.at_work("minh", OTHER_AGENCY, seed=3) as minh:
        minh.finalises()
        other = minh.exports(folder / "5").package
    return Sent(first.package, first.document, amended, third, elsewhere, other)


def _next(lan: Clerk, number: int, folder: Path) -> Path:
    lan.dossier.look_again()
    lan.dossier.reopen()
    lan.answers(BOOKS, str(1000 + number))
    lan.finalises()
    return lan.exports(folder / str(number)).package


def mailed(path: Path, *attached: Path, date: str) -> Path:
    """A mail as a mail program saves it; it tells ``date`` as its own."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Date"], mail["Subject"] = "lan@tvm.example", "vu@bm.example", date, "Báo cáo"
    mail.set_content("Kính gửi Vụ Thư viện")
    for file in attached:
        mail.add_attachment(file.read_bytes(), maintype="application", subtype="zip", filename=file.name)
    path.write_bytes(mail.as_bytes())
    return path
