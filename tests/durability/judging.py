"""Whether a fault lost anything: what was there is there, all of a deed or nothing, and the next run goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from held import Held, passing_files
from office_deeds import DEEDS, Deed
from one_try import Said, tried
from world import FINALISED, SIGNED, Place, World, dossier_of

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.office import Office
from cbc_desktop.receiving.consolidating.making import TABLES

_IN_STEPS = frozenset({"receive"})
"""Deeds that are many transactions: what came between is kept."""


@dataclass(frozen=True)
class Expected:
    """What a deed makes of a home when nothing goes wrong."""

    world: World
    name: str
    before: Held
    after: Held
    tables: Digest | None
    """Of a consolidation."""

    @classmethod
    def of(cls, world: World, name: str, folder: Path) -> Expected:
        place = world.place(folder)
        before = Held.at(place.home)
        said = tried(world, DEEDS[name], place)
        assert said.done, said
        return cls(world, name, before, Held.at(place.home), _digest(place))

    @property
    def deed(self) -> Deed:
        return DEEDS[self.name]

    def lost(self, place: Place, said: Said) -> str:
        """What is wrong after a fault, when the program is started again and the deed is done once more; "" if nothing.

        ``said`` is what the program had said of the deed before.
        """
        try:
            with self.world.office(place.home) as office:
                self._require_opened(office, place, said)
            self._require_going_on(place, said)
        except (AssertionError, BugError, UserFacingError) as error:
            return f"{type(error).__name__} {error}"
        return ""

    def _require_opened(self, office: Office, place: Place, said: Said) -> None:
        office.reception.arrivals("")  # opens what was received too
        left = passing_files(place)
        assert not left, f"left behind: {left}"
        found = Held.at(place.home)
        self._require_kept(found)
        assert not said.done or found.sizes() == self.after.sizes(), "told as done, and is not"
        arrived = [row for row in found.rows if row[0] == "arrival"]
        assert all(any(repr(name) in row for row in arrived) for name in said.told), "told as received, and is not"
        if self.name not in _IN_STEPS:
            assert found.sizes() in (self.before.sizes(), self.after.sizes()), "half done"

    def _require_kept(self, found: Held) -> None:
        """What the deed itself changes apart."""
        missing = self.before.rows - found.rows - (self.before.rows - self.after.rows)
        assert not missing, f"{len(missing)} rows that were there are gone: {min(missing)[:3]}"

    def _require_going_on(self, place: Place, said: Said) -> None:
        sizes = Held.at(place.home).sizes()
        if not said.done and (sizes != self.after.sizes() or sizes == self.before.sizes()):
            again = tried(self.world, self.deed, place)
            assert again.done, f"the next run does not go on: {again}"
        found = Held.at(place.home)
        self._require_kept(found)
        assert found.sizes() == self.after.sizes(), "the next run came to something else"
        assert _digest(place) == self.tables, "another consolidation"
        if self.name in _PACKAGES:
            with self.world.office(place.home) as office:
                _PACKAGES[self.name](office)


def _require_package(which: tuple[str, bool]) -> Callable[[Office], None]:
    def require(office: Office) -> None:
        exported = office.exporting.last_export(dossier_of(office, which).dossier_id)
        assert exported is not None, "no export is known"
        assert exported.here, "the package is not there as it was made"
        assert office.receiving.verify(exported.package).verdict.value != "failed", "the package does not verify"

    return require


_PACKAGES = {"export": _require_package(FINALISED), "pack": _require_package(SIGNED)}


def _digest(place: Place) -> Digest | None:
    path = place.out / TABLES
    return Digest.of_file(path) if path.exists() else None
