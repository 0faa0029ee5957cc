"""What programs that share no code with ours say of an attacked PDF, in a few words: pdfsig, mutool and qpdf."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

_VALIDITY = re.compile(r"Signature Validation: (.+?)\.?$", re.MULTILINE)
_MUTOOL = {
    "The document is unchanged since signing.": "unchanged",
    "The signature is valid but there have been edits since signing.": "edits since",
}
_QPDF = {0: "sound", 2: "damaged", 3: "warnings"}


def pdfsig(path: Path) -> str:
    """Each signature's integrity, newest first, and whether one of them covers the whole file."""
    said = _said("pdfsig", "-nocert", str(path)).stdout
    judged = [word.replace("Signature is ", "").lower() for word in _VALIDITY.findall(said)]
    if not judged:
        return "no signature"
    whole = "" if "- Total document signed" in said else ", not the whole file"
    return " / ".join(judged) + whole


def mutool(path: Path) -> str:
    """Each signature's digest against the file; what was added since is told, and not whether it is permitted."""
    done = _said("mutool", "sign", "-v", str(path))
    lines = [line.strip() for line in done.stdout.splitlines()]
    told = [_MUTOOL.get(line, line) for line in lines if line.startswith("The ") or "igest" in line]
    return " / ".join(told).lower() or "no signature"


def qpdf(path: Path) -> str:
    """Whether the file is one by the rules of the syntax; what was signed is nothing to it."""
    return _QPDF.get(_said("qpdf", "--check", str(path)).returncode, "?")


PROGRAMS: Mapping[str, Callable[[Path], str]] = {"pdfsig": pdfsig, "mutool": mutool, "qpdf": qpdf}


def opinions(pdf: bytes) -> dict[str, str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "attacked.pdf"
        path.write_bytes(pdf)
        return {name: ask(path) for name, ask in PROGRAMS.items()}


def _said(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=60, errors="replace"
    )
