"""A national round on one machine: the campaign, the mailroom of all communes, and the office that receives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from answer_pool import AnswerPool
from consignment import communes_of
from flood_packages import ARRIVED, Mailroom
from national_campaign import make_national_campaign

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.office import Office, open_office
from cbc_desktop.signing.trust import AnchorGroup


@dataclass(frozen=True)
class NationalRound:
    """``communes`` are those that send something; as many as half of them are asked besides, and send nothing."""

    folder: Path
    mailroom: Mailroom

    @classmethod
    def begin(cls, folder: Path, packages: int, answers: int = 40) -> NationalRound:
        """``answers`` is the size of the pool out of which communes answer."""
        communes = communes_of(packages)
        make_national_campaign(folder / "campaigns", communes + communes // 2)
        return cls(folder, Mailroom.open(AnswerPool.filled_in(folder / "home", answers)))

    def send(self, numbers: Iterable[int], into: Path) -> None:
        """These packages of the consignment as files."""
        into.mkdir(parents=True, exist_ok=True)
        for number in numbers:
            (into / f"{number:07}.zip").write_bytes(self.mailroom.package(number))

    @contextmanager
    def office(self) -> Iterator[Office]:
        """Which trusts the authority that certified all who sign."""
        home, campaigns = self.folder / "home", self.folder / "campaigns"
        with open_office(home, clock=FixedClock(ARRIVED), campaigns=campaigns, who="Phúc") as office:
            if not office.trust.all():
                self._trust(office)
            yield office

    def _trust(self, office: Office) -> None:
        file = self.folder / "authority.pem"
        file.write_bytes(self.mailroom.authority.pem)
        (found,) = office.trust.candidates(file)
        office.trust.accept(found, AnchorGroup.OWN, fingerprint=str(found.fingerprint), why="đợt toàn quốc")
