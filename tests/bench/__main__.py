"""How long the program takes, as ratios to a floor measured in the same run: ``python -m tests.bench``.

A ratio says more than seconds, which are the machine's: the floor does the least that could be done with the library
below, on the same material, in the same breath.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import (
    cell_edited,
    consolidating,
    export_memory,
    exporting,
    first_paint,
    forms,
    growth,
    keystroke,
    opening,
    package,
    packed,
    pasting,
    peer,
    printing,
    printing_rows,
    receiving,
    receiving_memory,
    row_added,
    saving,
    scrolling,
    searching,
    signing,
    signing_child,
    starting,
    verifying,
    window_memory,
    workbook,
)
from tests.bench.material import made_material
from tests.bench.measuring import Comparison, table

ROOMS = (
    starting,
    first_paint,
    window_memory,
    keystroke,
    forms,
    saving,
    opening,
    row_added,
    cell_edited,
    pasting,
    scrolling,
    searching,
    printing,
    workbook,
    signing,
    package,
)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, made_material(Path(folder)) as material:
        comparisons: list[Comparison] = [room.comparison(material) for room in ROOMS]
        comparisons += [
            *printing_rows.comparisons(material),
            *signing_child.comparisons(material),
            *verifying.comparisons(material),
            *exporting.comparisons(material),
        ]  # which finalises last
    comparisons += [*packed.comparisons(), *export_memory.comparisons(), *growth.comparisons(), *peer.comparisons()]
    comparisons += [*receiving.comparisons(), *receiving_memory.comparisons(), *consolidating.comparisons()]
    print(table(comparisons))
    return 0


if __name__ == "__main__":
    sys.exit(main())
