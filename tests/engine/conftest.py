"""Scenarios of the engine write their forms as the tests of the forms do."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "forms"))
