"""The names of the invented campaign are where they always are."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "journeys"))
