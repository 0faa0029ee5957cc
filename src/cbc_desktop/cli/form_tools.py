"""Commands for a form's owner: an expression is evaluated, a form is played, one by one or many in one process."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from cbc_desktop.base.clock import VIETNAM, Clock, FixedClock, SystemClock
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.identifiers import SystemIdentifiers
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_json
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.workbench.asking import ask
from cbc_desktop.workbench.batch import run_batch
from cbc_desktop.workbench.evaluating import evaluate
from cbc_desktop.workbench.playing import Play, job_of, play

NOT_A_MOMENT = Message("“{text}” không phải là thời điểm dạng ISO 8601.", "“{text}” is no moment in ISO 8601.")
NOTHING_GIVEN = Message("Hãy cho biết biểu mẫu, hoặc dùng --batch.", "Name a form, or use --batch.")
NOT_A_SCRIPT = Message(
    "Không đọc được kịch bản “{path}” ({reason}). Kịch bản là một danh sách JSON.",
    "The script “{path}” cannot be read ({reason}). A script is a JSON list.",
)
JOBS_DONE = Message("Đã chạy {count} việc.", "{count} jobs done.")


def play_form(arguments: Namespace, terminal: Terminal) -> int:
    """0 when the form loads and every step could be done, else 1."""
    clock, identifiers = _clock(arguments.now), SystemIdentifiers()
    if arguments.batch:
        return _batch(arguments.batch, terminal, lambda job: play(job_of(job), clock, identifiers))
    if arguments.form is None:
        raise UserFacingError(NOTHING_GIVEN)
    script = _script(arguments.steps) if arguments.steps else []
    told = play(Play.of_file(arguments.form, script, arguments.media), clock, identifiers)
    if arguments.json:
        terminal.as_json(told)
    else:
        _tell(told, terminal)
    return 0 if told["loads"] and all(step["ok"] for step in told["steps"]) else 1


def _tell(told: Mapping[str, Any], terminal: Terminal) -> None:
    if not told["loads"]:
        terminal.say(str(told["error"]))
        return
    for step in told["steps"]:
        if not step["ok"]:
            terminal.say(str(step["error"]))
    for node in told["nodes"]:
        if "value" in node and node["relevant"]:
            terminal.say(f"{node['ref']} = {node['value']}")
    for violation in told["violations"]:
        terminal.say(f"{violation['condition']:10} {violation['ref']}: {violation['message']}")


def evaluate_expression(arguments: Namespace, terminal: Terminal) -> int:
    """Prints type and value of an expression at a node of a form that is being filled in."""
    if arguments.batch:
        clock = SystemClock()
        return _batch(arguments.batch, terminal, lambda job: {"value": evaluate(job, clock)})
    if arguments.form is None or arguments.expression is None:
        raise UserFacingError(NOTHING_GIVEN)
    script = _script(arguments.script) if arguments.script else []
    answer = ask(
        Play.of_file(arguments.form, script), arguments.expression, arguments.at, SystemClock(), SystemIdentifiers()
    )
    if arguments.json:
        terminal.as_json(answer)
    else:
        terminal.say(f"{answer['type']}: {json.dumps(answer['value'], ensure_ascii=False)}")
    return 0


def _batch(files: list[Path], terminal: Terminal, answer: Any) -> int:
    source, target = files
    terminal.say(JOBS_DONE.filled(count=run_batch(source, target, answer)))
    return 0


def _clock(text: str | None) -> Clock:
    if text is None:
        return SystemClock()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UserFacingError(NOT_A_MOMENT.filled(text=text)) from error
    return FixedClock(moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM))


def _script(path: Path) -> list[Mapping[str, Any]]:
    try:
        steps = parsed_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserFacingError(NOT_A_SCRIPT.filled(path=path, reason=reason_of(error))) from error
    if not isinstance(steps, list):
        raise UserFacingError(NOT_A_SCRIPT.filled(path=path, reason=type(steps).__name__))
    return steps
