"""The memory that a whole export takes, against the same process before it: the sample, and the huge dossier."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.exporting import finalise
from tests.bench.material import local_signer
from tests.bench.measuring import MEBIBYTES, Comparison, most_memory
from tests.golden.shipped_dossiers import huge, shipped_office, typical

DOSSIERS = {"the sample": typical, "the huge dossier": huge}


def comparisons() -> Iterator[Comparison]:
    for name in DOSSIERS:
        done = subprocess.run([sys.executable, "-m", __name__, name], capture_output=True, check=True)
        before, after = map(float, done.stdout.split())
        yield Comparison(f"memory to export {name}", "process", "filled in and finalised", after, before, MEBIBYTES)


def main(name: str) -> None:
    """Does it in this process, which says how much memory it held at most before the export, and after it."""
    with tempfile.TemporaryDirectory() as folder, shipped_office() as office:
        signer = local_signer(Path(folder))
        dossier = DOSSIERS[name](office)
        finalise(dossier)
        print(most_memory())
        plan = office.exporting.plan(dossier.dossier_id, Path(folder) / "out")
        office.exporting.export(plan, signer, lambda _: None)
        print(most_memory())


if __name__ == "__main__":
    main(sys.argv[1])
