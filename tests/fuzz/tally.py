"""What became of the inputs of one door: counted, and each new kind of crash kept as a file."""

from __future__ import annotations

import json
import resource
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from door import Door, Outcome, Visit
from office_at_work import OfficeAtWork

HEADINGS = f"{'door':20} {'inputs':>9} {'accepted':>9} {'refused':>9} {'crashes':>8} {'slowest':>8} {'memory':>9}"
_FILE = "tally.json"


@dataclass
class Tally:
    """``folder`` is where crashes are kept, one of each place, with their traces."""

    folder: Path
    outcomes: Counter[str] = field(default_factory=Counter)
    places: dict[str, int] = field(default_factory=dict)
    slowest: float = 0
    memory: int = 0

    def visit(self, door: Door, at_work: OfficeAtWork, content: bytes) -> Visit:
        with TemporaryDirectory() as folder:
            visit = door.visited(at_work, content, Path(folder))
        self.outcomes[visit.outcome.value] += 1
        self.slowest = max(self.slowest, visit.seconds)
        self.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        if visit.outcome is Outcome.CRASHED:
            self._keep(visit, content)
        return visit

    def _keep(self, visit: Visit, content: bytes) -> None:
        if visit.place not in self.places:
            name = f"crash-{len(self.places)}"
            (self.folder / name).write_bytes(content)
            (self.folder / f"{name}.txt").write_text(visit.trace, encoding="utf-8", errors="replace")
        self.places[visit.place] = self.places.get(visit.place, 0) + 1

    def add(self, other: Tally) -> None:
        self.outcomes.update(other.outcomes)
        self.places.update(other.places)
        self.slowest, self.memory = max(self.slowest, other.slowest), max(self.memory, other.memory)

    def line(self, name: str) -> str:
        counts = [self.outcomes[one.value] for one in Outcome]
        figures = "".join(f" {count:9}" for count in (sum(counts), *counts[:-1]))
        return f"{name:20}{figures} {counts[-1]:8} {self.slowest:6.1f} s {self.memory:5} MiB"

    def save(self) -> None:
        told = {"outcomes": self.outcomes, "places": self.places, "slowest": self.slowest, "memory": self.memory}
        (self.folder / _FILE).write_text(json.dumps(told), encoding="utf-8")

    @classmethod
    def saved_in(cls, folder: Path) -> Tally:
        """As far as it came; empty when it came nowhere."""
        path = folder / _FILE
        told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return cls(folder, **(told | {"outcomes": Counter(told.get("outcomes", {}))}))
