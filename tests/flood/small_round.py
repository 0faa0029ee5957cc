"""How large the national round of the tests is."""

from __future__ import annotations

PACKAGES = 40
