"""Starting the command line, against starting Python."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared


def comparison(material: Material) -> Comparison:
    home = str(material.folder / "nobody")
    return compared(
        "start the command line",
        "start",
        "python -c pass",
        lambda: subprocess.check_output([sys.executable, "-m", "cbc_desktop", "--home", home, "--version"]),
        lambda: subprocess.check_output([sys.executable, "-c", "pass"]),
    )
