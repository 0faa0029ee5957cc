"""The memory of the window with one dossier when it is first painted, against a bare window of Qt."""

from __future__ import annotations

from tests.bench.first_paint import FLOOR, started_in_turns
from tests.bench.material import Material
from tests.bench.measuring import MEBIBYTES, Comparison


def comparison(material: Material) -> Comparison:
    ours, bare = started_in_turns(material)
    least_ours, least_bare = (min(painted.most_memory for painted in starts) for starts in (ours, bare))
    return Comparison("memory of the window", "window", FLOOR, least_ours, least_bare, MEBIBYTES)
