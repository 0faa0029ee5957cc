"""What is filled in begins as a form; these tests write forms as the tests of forms and engine do."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / "forms"), str(TESTS / "engine")]
