"""The memory that a receiving process takes for many packages, against the same process after the first of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import MEBIBYTES, Comparison, most_memory
from tests.bench.receiving import Receiver, national_round

FIRST, ALL = 20, 400


def comparisons() -> Iterator[Comparison]:
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, check=True)
    before, after = map(float, done.stdout.split())
    yield Comparison(f"memory to receive {ALL}", "process", f"after the first {FIRST}", after, before, MEBIBYTES)


def main() -> None:
    """Judges in this process, which says how much memory it held at most after the first ones, and after all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        national = national_round(folder, ALL)
        receiver = Receiver(folder, national)
        for start, end in ((0, FIRST), (FIRST, ALL)):
            parcel = folder / f"from-{start}"
            national.send(range(start, end), parcel)
            receiver.takes_at(folder / "home-of-all", parcel)
            print(most_memory())


if __name__ == "__main__":
    main()
