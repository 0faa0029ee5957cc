"""How this folder calls pyHanko: its coroutines are run to their end here, and its log stays silent.

pyHanko logs each fact about somebody's file as a warning with a traceback; for us these are facts in a report.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterable
from functools import lru_cache
from typing import Any, TypeVar

from asn1crypto import x509

Result = TypeVar("Result")

SIGNING_DIGEST = "sha256"

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


def finished(work: Coroutine[object, object, Result]) -> Result:
    """Run to the end in an event loop of its own; any thread without a running loop may call this."""
    return asyncio.run(work)


def parsed(certificates: Iterable[bytes]) -> list[Any]:
    """DER certificates as pyHanko wants them; an office's anchors are parsed once, not for each signature."""
    return [_parsed(der) for der in certificates]


@lru_cache(maxsize=1024)
def _parsed(der: bytes) -> Any:
    return x509.Certificate.load(der)
