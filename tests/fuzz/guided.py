"""Tries one door with atheris: files that reach new branches of the program are changed further."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["cbc_desktop"]):
    from trying import Trying, trying

_LARGEST = 4_000_000
_OPTIONS = ("-timeout=150", "-rss_limit_mb=0", "-len_control=0", f"-max_len={_LARGEST}")
"""How long an input may take and how much memory is the door's matter; these are for what it cannot see."""


def _changed(one: Trying, content: bytes, seed: int, most: int) -> bytes:
    random = Random(seed)
    return one.door.changed([content] if content else one.seeds, random)[:most]


def main(door: str, office: str, seconds: int, folder: Path) -> None:
    with trying(door, office, folder) as one:
        found = folder / "inputs"
        found.mkdir()
        for number, seed in enumerate(one.seeds):
            (found / f"seed-{number}").write_bytes(seed)
        options = [sys.argv[0], *_OPTIONS, f"-max_total_time={seconds}", f"-artifact_prefix={folder}/", str(found)]
        atheris.Setup(options, one.visit, custom_mutator=lambda content, most, seed: _changed(one, content, seed, most))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
