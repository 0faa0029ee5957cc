"""Whether a fault lost anything: what was there is there, all of a deed or nothing, and the next run goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from held import DATABASES, Held, files_lost, files_nobody_names, passing_files, rows_of
from office_deeds import DEEDS, Deed
from one_try import Said, tried
from world import FINALISED, PREPARED, SIGNED, Place, World, dossier_of

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.office import Office
from cbc_desktop.receiving.consolidating.making import TABLES

_IN_STEPS = frozenset({"receive", "attach"})
"""Deeds that are several transactions: what came between is kept, such as a file that no answer names yet."""

_WITHOUT_ROWS = frozenset({"consolidate", "copy to stick"})
"""Deeds that change nothing in the databases."""


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
        after = Held.at(place.home)
        assert name in _WITHOUT_ROWS or after != before, (
            f"{name} left nothing behind: whatever is lost, nobody would see it"
        )
        return cls(world, name, before, after, _digest(place))

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
        assert not files_lost(place.home), "files that rows name are not there"
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
            said = tried(self.world, self.deed, place)
            assert said.done, f"the next run does not go on: {said}"
        found = Held.at(place.home)
        self._require_kept(found)
        assert found.sizes() == self.after.sizes(), "the next run came to something else"
        assert _digest(place) == self.tables, "another consolidation"
        assert not files_lost(place.home), "files that rows name are not there"
        assert not said.done or not files_nobody_names(place.home), "files of no dossier are left"
        if self.name in _PACKAGES:
            with self.world.office(place.home) as office:
                _PACKAGES[self.name](office)
        if said.done and self.name in _LEFT:
            _LEFT[self.name](place)


def _require_package(which: tuple[str, bool]) -> Callable[[Office], None]:
    def require(office: Office) -> None:
        exported = office.exporting.last_export(dossier_of(office, which).dossier_id)
        assert exported is not None, "no export is known"
        assert exported.here, "the package is not there as it was made"
        assert office.receiving.verify(exported.package).verdict.value != "failed", "the package does not verify"

    return require


def _require_backup(place: Place) -> None:
    latest = max((place.home / "backups").glob("cbc-*.sqlite3"))
    assert rows_of(latest) == rows_of(place.home / DATABASES[0]), "the backup does not hold what there is"


def _require_copy(place: Place) -> None:
    copies = list(place.out.glob("cbc-sao-luu-*"))
    assert copies, "there is no copy"
    for copy in copies:
        assert Held.at(copy) == Held.at(place.home), "the copy does not hold what there is"
        assert not files_lost(copy), "the copy lacks files"


def _require_gone(place: Place) -> None:
    """In no file of the data any more."""
    secret = PREPARED.encode()
    left = [path for path in place.home.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert not left, f"what was removed is in {left}"


_LEFT: Mapping[str, Callable[[Place], None]] = {
    "backup": _require_backup,
    "copy to stick": _require_copy,
    "remove": _require_gone,
}
"""What must be there, or gone, once the deed is told as done."""
_PACKAGES = {"export": _require_package(FINALISED), "pack": _require_package(SIGNED)}


def _digest(place: Place) -> Digest | None:
    path = place.out / TABLES
    return Digest.of_file(path) if path.exists() else None
