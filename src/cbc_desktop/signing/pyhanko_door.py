"""How this folder calls pyHanko: its coroutines are run to their end here, and its log stays silent.

pyHanko logs each fact about somebody's file as a warning with a traceback; for us these are facts in a report.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import TypeVar

Result = TypeVar("Result")

SIGNING_DIGEST = "sha256"

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


def finished(work: Coroutine[object, object, Result]) -> Result:
    """Run to the end in an event loop of its own; any thread without a running loop may call this."""
    return asyncio.run(work)
