"""The command of a receiving office that judges again, after another certificate came to be trusted or ceased to be."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.received_words import SHOWN, VERDICTS
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.office import Office
from cbc_desktop.receiving.reception.judging_again import JudgedAgain
from cbc_desktop.store.received.judgements import Judgement

CHANGED = Message("{name}: {before} → {after}", "{name}: {before} → {after}")
LEFT = Message(
    "{name}: tệp đã lưu không còn nguyên nên không kiểm tra lại được; kết quả cũ giữ nguyên.",
    "{name}: the kept file is no longer whole and cannot be judged again; what was found stays.",
)
DONE = Message(
    "Đã xem lại {count} gói theo chứng thư đang tin cậy: {judged} gói phải kiểm tra lại, {changed} gói ra kết quả "
    "khác. Quyết định giữ nguyên.",
    "Looked at {count} again with the certificates that are trusted now: {judged} had to be judged again, {changed} "
    "came out otherwise. Decisions stay.",
)
TO_JUDGE = Message(
    "{count} gói đã nhận được kiểm tra theo danh sách tin cậy cũ; lệnh judge-again kiểm tra lại.",
    "Judged with another list of trusted certificates: {count}; judge-again judges them again.",
)
AGAIN = Message("Kiểm tra lại {at} bởi {who}: {verdict}", "Judged again on {at} by {who}: {verdict}")


def judge_again(arguments: Namespace, terminal: Terminal) -> int:
    """0; what cannot be judged again is told."""
    judged = changed = 0

    def tell(one: JudgedAgain) -> None:
        nonlocal judged, changed
        judged += 1
        before, after = (terminal.text(VERDICTS[verdict]) for verdict in (one.before, one.arrival.verdict))
        if not one.again:
            terminal.trouble(LEFT.filled(name=one.arrival.name))
        elif before != after:
            changed += 1
            name = f"{str(one.arrival.digest)[:SHOWN]} {one.arrival.name}"
            terminal.say(CHANGED.filled(name=name, before=before, after=after))

    with office_of(arguments) as office:
        count = office.reception.judge_again(tell, jobs=arguments.jobs)
    terminal.say(DONE.filled(count=count, judged=judged, changed=changed))
    return 0


def remind_to_judge_again(office: Office, terminal: Terminal) -> None:
    """Says how many arrivals wait for it, where there are any."""
    count = office.reception.to_judge_again() if office.received.anything else 0
    if count:
        terminal.say(TO_JUDGE.filled(count=count))


def told_judgements(judgements: tuple[Judgement, ...], terminal: Terminal) -> Iterator[Message]:
    for one in judgements:
        verdict = terminal.text(VERDICTS[one.verdict])
        yield AGAIN.filled(at=f"{one.at:%d/%m/%Y %H:%M}", who=one.who, verdict=verdict)
