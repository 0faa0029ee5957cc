"""A national round on one machine: the campaign, the mailroom of all communes, and the office that receives."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from answer_pool import AnswerPool
from consignment import Sends, communes_of, sends
from flood_packages import ARRIVED, Mailroom
from national_campaign import NATIONAL, commune_code, make_national_campaign

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.office import CACHE, Office, open_office
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding
from cbc_desktop.receiving.reception.desk import ReceptionDesk
from cbc_desktop.signing.trust import AnchorGroup

_STANDS = {Sends.ONCE: ["new"], Sends.AMENDED: ["amends", "older"], Sends.TWO_DOSSIERS: ["conflicts", "conflicts"]}


@dataclass(frozen=True)
class NationalRound:
    """``folder`` has the campaign; ``home`` is that of the office that receives."""

    folder: Path
    home: Path
    mailroom: Mailroom

    @classmethod
    def begin(cls, folder: Path, packages: int, answers: int = 40) -> NationalRound:
        """``answers`` is the size of the pool out of which communes answer.

        Half as many communes as send something are asked besides, and send nothing.
        """
        communes = communes_of(packages)
        make_national_campaign(folder / "campaigns", communes + communes // 2)
        home = folder / "home"
        return cls(folder, home, Mailroom.open(AnswerPool.filled_in(home, answers)))

    def received_at(self, home: Path) -> NationalRound:
        """By another office, which knows the forms and nothing else."""
        shutil.copytree(self.home / CACHE, home / CACHE)
        return replace(self, home=home)

    def send(self, numbers: Iterable[int], into: Path) -> None:
        """These packages of the consignment as files."""
        into.mkdir(parents=True, exist_ok=True)
        for number in numbers:
            (into / f"{number:07}.zip").write_bytes(self.mailroom.package(number))

    @contextmanager
    def office(self) -> Iterator[Office]:
        """Which trusts the authority that certified all who sign."""
        campaigns = self.folder / "campaigns"
        with open_office(self.home, clock=FixedClock(ARRIVED), campaigns=campaigns, who="Phúc") as office:
            if not office.trust.all():
                self._trust(office)
            yield office

    def _trust(self, office: Office) -> None:
        file = self.folder / "authority.pem"
        file.write_bytes(self.mailroom.authority.pem)
        (found,) = office.trust.candidates(file)
        office.trust.accept(found, AnchorGroup.OWN, fingerprint=str(found.fingerprint), why="đợt toàn quốc")


def wrong_standings(desk: ReceptionDesk, packages: int) -> str:
    """Where a commune does not stand as what it sent lets expect; "" when all do."""
    found = {one.agency.code: _stands(one) for one in desk.standings(NATIONAL) if one.agency}
    expected = {commune_code(commune): _STANDS[kind] for commune, kind in sends(packages)}
    wrong = Counter(f"{found.get(code)} for {stands}" for code, stands in expected.items() if found.get(code) != stands)
    strangers = set(found) - set(expected)
    return "\n".join([*(f"{times} times {what}" for what, times in wrong.items()), *sorted(strangers)])


def _stands(one: AgencyStanding) -> list[str]:
    return sorted(stood.standing.value for stood in one.arrivals)
