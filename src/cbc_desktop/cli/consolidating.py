"""The command of a receiving office that adds up what counts."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.received_words import answered_how
from cbc_desktop.cli.reception import NOTHING, campaign_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.differences import Difference

COUNTS = Message(
    "{respondents}/{asked} cơ quan đã gửi ({late} quá hạn); {pending} đã gửi nhưng chưa dùng được, {missing} chưa gửi.",
    "Sent: {respondents} of {asked} (late: {late}); nothing usable: {pending}; missing: {missing}.",
)
NONE_COUNTS = Message(
    "Chưa tổng hợp, chưa ghi gì: chưa có hồ sơ nào được tính. Trong các cơ quan được hỏi, {undecided} có nhiều bản mâu "
    "thuẫn chưa quyết định, {unusable} đã gửi nhưng chưa dùng được, {missing} chưa gửi. Lệnh received cho xem từng cơ "
    "quan; hồ sơ tập làm tính riêng, bằng --trial.",
    "Nothing was added up or written: nothing counts yet. Of the agencies that were asked, to be decided: {undecided}; "
    "nothing usable: {unusable}; missing: {missing}. The command received shows each; dossiers for practice are added "
    "up apart, with --trial.",
)
UNDECIDED = Message(
    "{undecided} cơ quan có nhiều bản mâu thuẫn chưa quyết định: không tính bản nào. Hãy quyết định rồi tổng hợp lại.",
    "Agencies with versions to be decided on, none of which counts: {undecided}. Decide, then add up again.",
)
FINDINGS = Message("{count} chỗ trả lời không khớp nhau.", "Answers that do not fit together: {count}.")
LEFT_OUT = Message("Không đọc được: {agency} ({file}): {reason}", "Not readable: {agency} ({file}): {reason}")
CHANGED = Message(
    "So với lần trước: {arrived} mới gửi, {amended} nay tính bản khác, {gone} không còn tính, {figures} chỉ số "
    "thay đổi.",
    "Since the last time: {arrived} new, {amended} amended, {gone} no longer counted, {figures} figures changed.",
)
WROTE = Message("Đã ghi {path}", "Wrote {path}")


def consolidate(arguments: Namespace, terminal: Terminal) -> int:
    """0 when something was added up, 2 when nothing counts yet."""
    with office_of(arguments) as office:
        campaign = campaign_of(office.reception, arguments)
        if campaign is None:
            terminal.say(NOTHING)
            return 2
        roll = office.reception.roll(campaign, trial=arguments.trial)
        if not any(entry.standing and entry.standing.counts for entry in roll):
            terminal.say(NONE_COUNTS.filled(**answered_how(roll)))
            return 2
        consolidated = office.consolidating.consolidate(campaign, arguments.out, trial=arguments.trial)
    if arguments.json:
        terminal.as_json(_as_json(consolidated))
    else:
        tell_consolidated(consolidated, terminal)
    return 0


def tell_consolidated(consolidated: Consolidated, terminal: Terminal) -> None:
    terminal.say(COUNTS.filled(respondents=consolidated.respondents, **_counts(consolidated)))
    if consolidated.undecided:
        terminal.say(UNDECIDED.filled(undecided=consolidated.undecided))
    terminal.say(FINDINGS.filled(count=consolidated.finding_count))
    for one in consolidated.left_out:
        facts = {"agency": one.name, "file": one.file}
        terminal.say(LEFT_OUT.filled(reason=terminal.text(one.reason), **facts))
    if consolidated.difference is not None:
        terminal.say(CHANGED.filled(**_changes(consolidated.difference)))
    for path in _files(consolidated):
        terminal.say(WROTE.filled(path=path))


def _files(consolidated: Consolidated) -> list[Path]:
    return [consolidated.tables, consolidated.workbook, *([consolidated.report] if consolidated.report else [])]


def _counts(consolidated: Consolidated) -> dict[str, int]:
    return {
        name: getattr(consolidated, name) for name in ("asked", "in_time", "late", "undecided", "pending", "missing")
    }


def _changes(difference: Difference) -> dict[str, int]:
    return {name: len(getattr(difference, name)) for name in ("arrived", "amended", "gone", "figures")}


def _as_json(consolidated: Consolidated) -> dict[str, Any]:
    return {
        "campaign": consolidated.campaign.id,
        **_counts(consolidated),
        "digest": str(consolidated.digest),
        "findings": [
            {"check": one.check.id, "agency": one.agency, "vi": one.words.vi, "en": one.words.en}
            for one in consolidated.findings()
        ],
        "changes": None if consolidated.difference is None else _changes(consolidated.difference),
        "files": [str(path) for path in _files(consolidated)],
    }
