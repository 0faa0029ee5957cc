"""One deed in a process of its own, to which anything may happen; and what it had said by then."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import traceback
from dataclasses import dataclass
from multiprocessing.context import ForkProcess
from pathlib import Path

from office_deeds import Around, Deed
from world import Place, World

from cbc_desktop.base.clock import Clock
from cbc_desktop.base.errors import UserFacingError

_FORK = multiprocessing.get_context("fork")
"""A child that is forked from a process which has imported everything starts at once."""
_TOLD, _DONE, _REFUSED, _FAULT = "told", "done", "refused", "fault"


@dataclass(frozen=True)
class Said:
    """``told`` was said as done on the way; ``words`` are those of a refusal, ``fault`` is what nobody should see."""

    done: bool = False
    told: tuple[str, ...] = ()
    words: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Trying:
    """A child at work, which says what it has done into a file that no fault reaches."""

    process: ForkProcess
    file: Path

    @classmethod
    def begin(cls, world: World, deed: Deed, place: Place, clock: Clock | None = None) -> Trying:
        file = world.folder / f"said-{os.getpid()}"
        file.write_bytes(b"")
        process = _FORK.Process(target=_do, args=(world, deed, place, file, clock))
        process.start()
        return cls(process, file)

    def killed_after(self, seconds: float) -> Said:
        self.process.join(seconds)
        self.process.kill()
        return self.ended()

    def ended(self) -> Said:
        """A line that was cut off was not said."""
        self.process.join()
        lines = self.file.read_text(encoding="utf-8").splitlines(keepends=True)
        said = [line.removesuffix("\n").partition(" ") for line in lines if line.endswith("\n")]
        found = {kind: rest for kind, _, rest in said}
        told = tuple(rest for kind, _, rest in said if kind == _TOLD)
        return Said(_DONE in found, told, found.get(_REFUSED, ""), found.get(_FAULT, ""))


def tried(world: World, deed: Deed, place: Place, clock: Clock | None = None) -> Said:
    """To its end."""
    return Trying.begin(world, deed, place, clock).ended()


def _do(world: World, deed: Deed, place: Place, file: Path, clock: Clock | None) -> None:
    tempfile.tempdir = os.environ["TMPDIR"] = str(place.temporary)

    def say(kind: str, rest: str = "") -> None:
        with file.open("a", encoding="utf-8") as output:
            output.write(f"{kind} {' '.join(rest.split())}\n")

    try:
        with world.office(place.home, clock) as office:
            deed(office, Around(world, place, lambda what: say(_TOLD, what)))
            say(_DONE)
    except UserFacingError as error:
        say(_REFUSED, error.message.vi)
    except BaseException:  # whatever it is, it is what a person must never see
        say(_FAULT, traceback.format_exc(limit=-3))
