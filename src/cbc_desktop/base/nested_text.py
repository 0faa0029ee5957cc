"""JSON and TOML from anybody as plain values: what is nested deeper than anybody writes is refused, not fallen over."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

_TOO_DEEP = "nested too deeply"
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")
"""Python's reader of TOML takes memory by the square of a dotted key's parts: a small file could take all there is."""


def parsed_json(text: str) -> Any:
    """Raises JSONDecodeError, and nothing else."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise json.JSONDecodeError(_TOO_DEEP, text, 0) from error


def parsed_toml(text: str) -> dict[str, Any]:
    """Raises TOMLDecodeError, and nothing else."""
    if _LONG_KEY.search(text):
        raise tomllib.TOMLDecodeError(_TOO_DEEP)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise tomllib.TOMLDecodeError(_TOO_DEEP) from error
