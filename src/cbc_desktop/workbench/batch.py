"""Many jobs in one process, one JSON object a line; a bad job is answered with its error and never stops the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cbc_desktop.base.atomic_file import disk_trouble
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_json
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.xpath import XPathError, XPathSyntaxError

NOT_READABLE = Message("Không mở được “{path}” ({reason}).", "“{path}” cannot be opened ({reason}).")

Job = Mapping[str, Any]
Answer = Callable[[Job], Mapping[str, Any]]


def run_batch(source: Path, target: Path, answer: Answer) -> int:
    """Writes a line of ``target`` for each line of ``source``, as soon as it is known; the number of jobs."""
    count = 0
    try:
        with target.open("w", encoding="utf-8") as out:
            for line in _lines(source):
                out.write(json.dumps(_answered(line, answer), ensure_ascii=False) + "\n")
                out.flush()
                count += 1
    except OSError as error:
        raise disk_trouble(target, error) from error
    return count


def _lines(source: Path) -> Iterator[str]:
    try:
        with source.open(encoding="utf-8") as lines:
            yield from filter(str.strip, lines)
    except OSError as error:
        raise UserFacingError(NOT_READABLE.filled(path=source, reason=reason_of(error))) from error


def _answered(line: str, answer: Answer) -> Mapping[str, Any]:
    identifier: Any = None
    try:
        job = parsed_json(line)
        identifier = job.get("id")
        return {"id": identifier, **answer(job)}
    except (UserFacingError, XPathError, XPathSyntaxError) as error:
        return {"id": identifier, "error": error.message.en}
    except Exception as error:  # a fault of ours in one job is told in its line; the other jobs are still worth doing
        return {"id": identifier, "error": f"{type(error).__name__}: {error}"}
