"""The invented campaign and the national round are where they always are."""

from __future__ import annotations

import sys
from pathlib import Path

for folder in ("journeys", "flood"):
    sys.path.append(str(Path(__file__).parent.parent / folder))
