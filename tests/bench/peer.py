"""The same form and the same steps in JavaRosa, ODK's own engine, which pyxform ships to validate forms; needs Java."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pyxform
from tests.bench.growth import ROWS, Grown, at
from tests.bench.measuring import Comparison

from cbc_desktop.engine.address import Address

JAR = Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"
PROGRAM = Path(__file__).with_name("JavaRosaPeer.java")
SIZES = (500, 2_000)
NO_JAVA = "JavaRosa is left out, because there is no Java here: apt-get install default-jdk-headless"
_ROUNDS, _ANSWERS = 7, 21
_WHAT = {
    "load": "load",
    "start": "answer at the start of the chain",
    "beside": "answer beside the chain",
    "row": "add a row",
}


def comparisons() -> Iterator[Comparison]:
    """The medians of both; ours is first, the same work of the peer is the floor."""
    if shutil.which("javac") is None:
        print(NO_JAVA, file=sys.stderr)
        return
    for questions in SIZES:
        form = Grown(questions)
        theirs = _of_javarosa(form)
        for deed, took in _ours(form).items():
            yield Comparison(f"{_WHAT[deed]}, {questions}", "time", "JavaRosa", took, theirs[deed])


def _of_javarosa(form: Grown) -> dict[str, float]:
    """In seconds, by deed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xml"
        path.write_bytes(form.content)
        command = ["java", "-cp", str(JAR), str(PROGRAM), str(path), str(form.questions)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    pairs = (line.split() for line in done.stdout.splitlines() if line.split()[0] in _WHAT)
    return {deed: float(milliseconds) / 1000 for deed, milliseconds in pairs}


def _ours(form: Grown) -> dict[str, float]:
    return {
        "load": median(_seconds(form.load) for _ in range(_ROUNDS)),
        "start": _of_answers(form, at(1)),
        "beside": _of_answers(form, Address("", "/data/free")),
        "row": median(_seconds(lambda: form.session.add_row(ROWS)) for _ in range(_ANSWERS)),
    }


def _of_answers(form: Grown, place: Address) -> float:
    session = form.session
    return median(
        _seconds(lambda number=number: session.answer(place, str(2 + number % 7))) for number in range(_ANSWERS)
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
