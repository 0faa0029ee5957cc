"""Tries every door with files that were changed a little, for some seconds each: ``make fuzz SECONDS=60``.

Half of the time in an office with the shipped forms, half in one with small forms, where an input takes less.
Coverage-guided by atheris where it can be had (Linux on x86-64, Python 3.11 to 3.13), else by chance. Each door has a
process of its own. A crash is what is neither accepted nor refused in words, takes too long or too much memory; one of
each kind is kept in the folder of its door, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from all_doors import DOORS
from office_at_work import OFFICES
from tally import HEADINGS, Tally

_BEGINNING = 600
"""Seconds in which a process has made its office, and the last input has come to its end."""


def _tried(door: str, office: str, seconds: int, folder: Path) -> Tally:
    """In a process of its own, about which the tally says how it ended."""
    folder.mkdir(parents=True)
    guided = importlib.util.find_spec("atheris") is not None
    child = [sys.executable, Path(__file__).with_name("guided.py" if guided else "by_chance.py")]
    with (folder / "said.txt").open("wb") as said:
        try:
            process = subprocess.run(
                [*child, door, office, str(seconds), folder],
                stdout=said,
                stderr=said,
                timeout=seconds + _BEGINNING,
                check=False,
            )
            ended = "" if process.returncode == 0 else f"ended with {process.returncode}"
        except subprocess.TimeoutExpired:
            ended = "did not end"
    tally = Tally.saved_in(folder)
    if ended:
        tally.outcomes["crashed"] += 1
        tally.places[f"{ended}, see {folder / 'said.txt'}"] = 1
    return tally


def main(seconds: int, only: str, out: Path) -> int:
    crashed = []
    print(HEADINGS, flush=True)
    for name, door in DOORS.items():
        if only not in name:
            continue
        folder = out / door.folder
        shutil.rmtree(folder, ignore_errors=True)
        tally = Tally(folder)
        for office in OFFICES:
            tally.add(_tried(name, office, seconds // len(OFFICES), folder / office))
        print(tally.line(name), flush=True)
        crashed += [f"{name}: {place} ({times} times)" for place, times in tally.places.items()]
    print("\n".join(crashed) or "no crashes")
    return 1 if crashed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--only", default="", help="a part of the name of a door")
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"))
    given = parser.parse_args()
    sys.exit(main(given.seconds, given.only, given.out))
