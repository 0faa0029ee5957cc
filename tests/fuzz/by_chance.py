"""Tries one door with changed files in no order, where atheris is not to be had."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

from trying import trying


def main(door: str, office: str, seconds: int, folder: Path) -> None:
    with trying(door, office, folder) as one:
        end = monotonic() + seconds
        for number in count():
            if monotonic() > end:
                break
            one.visit(one.door.changed(one.seeds, Random(f"{door} {number}")))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
