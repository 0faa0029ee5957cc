"""Hostile and damaged files, endlessly many: out of honest packages, in the same order each time."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random

from answer_pool import AnswerPool
from consignment import Shipment, shipment
from flood_packages import Mailroom, data_of
from national_campaign import commune_name

from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.archive import read_archive


@dataclass(frozen=True)
class Material:
    """Honest packages, out of which the others are made."""

    mailroom: Mailroom

    @classmethod
    def gathered(cls, home: Path) -> Material:
        return cls(Mailroom.open(AnswerPool.filled_in(home, 3)))

    @cached_property
    def packages(self) -> tuple[bytes, ...]:
        return tuple(self.mailroom.package(number) for number in range(3))

    def package(self, random: Random) -> bytes:
        return random.choice(self.packages)

    def parts(self, random: Random) -> dict[str, bytes]:
        """Of a package, by name."""
        return dict(read_archive(self.package(random)).parts)

    def document(self, random: Random) -> bytes:
        """A signed PDF."""
        return next(content for name, content in self.parts(random).items() if name.endswith(".pdf"))

    def shipment(self, random: Random) -> Shipment:
        return shipment(random.randrange(8))

    def revision(self, sent: Shipment) -> Revision:
        return self.mailroom.revision(sent)

    def data(self, sent: Shipment) -> dict[str, bytes]:
        """The parts that its document embeds."""
        return data_of(self.revision(sent), commune_name(sent.commune))


@dataclass(frozen=True)
class Mutant:
    """``family`` says what kind of harm it is, ``name`` is the file's."""

    family: str
    name: str
    content: bytes


Make = Callable[[Material, Random], tuple[str, bytes]]
"""Name and content of a file."""


def mutants(families: Mapping[str, Make], material: Material, slow: Container[str] = ()) -> Iterator[Mutant]:
    """Endlessly, of each family in turn; of the ``slow`` ones in the first round and in every tenth."""
    for number in count():
        for family in families:
            if family not in slow or number % 10 == 0:
                name, content = families[family](material, Random(f"{family} {number}"))
                yield Mutant(family, name, content)
