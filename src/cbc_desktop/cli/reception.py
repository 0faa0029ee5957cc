"""Commands of a receiving office: take in what came, see who has sent what, decide what counts."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from datetime import date

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.days import day_of
from cbc_desktop.cli.judging_again import told_judgements
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.received_words import (
    SHOWN,
    as_json,
    remarks_json,
    tell_arrival,
    tell_missing,
    tell_remarks,
    tell_roll,
    tell_strangers,
    tell_summary,
    tell_unknown,
    what,
)
from cbc_desktop.cli.receiving import EXIT_CODES
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.receiving.reception.decided_words import UNDONE
from cbc_desktop.receiving.reception.decision_desk import DecisionDesk
from cbc_desktop.receiving.reception.desk import ReceptionDesk
from cbc_desktop.receiving.reception.keying_in import keyed_in
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.roll import Answered
from cbc_desktop.receiving.reception.taking import TakenIn
from cbc_desktop.receiving.route import Route
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival

AGAIN = Message(
    "đã có từ trước, là {digest} {name} nhận {moment}", "was there before as {digest} {name}, taken in {moment}"
)
TWICE = Message("trùng với một tệp khác trong lần nhận này", "the same as another file of this run")
TWICES = Message("{twice} tệp trùng với tệp khác trong lần nhận này.", "The same as others of this run: {twice}.")
FAILED = Message("Trong đó {failed} tệp không đạt khi kiểm tra.", "Failed when they were judged: {failed}.")
TAKEN = Message(
    "Đã xem {files} tệp: {new} tệp mới ({aside} để riêng), {again} tệp đã có từ trước.",
    "Files looked at: {files}; new: {new} (set aside: {aside}), there before: {again}.",
)
OWN = Message(
    "Bỏ qua {own} tệp do nơi nhận lập (phiếu, thư, tệp tổng hợp).",
    "Passed over, for a receiver wrote them (receipts, letters, consolidated files): {own}.",
)
NOTHING = Message("Chưa nhận được gì.", "Nothing has arrived yet.")
WHICH = Message(
    "Đã nhận hồ sơ của nhiều đợt khảo sát. Hãy ghi rõ đợt nào: {campaigns}.",
    "Dossiers of several campaigns have arrived. Say which: {campaigns}.",
)
DECIDED = Message("Đã ghi quyết định số {number}. {told}", "Kept as decision {number}. {told}")
ALIKE = Message("Hai bản trả lời như nhau.", "Both answer the same.")
PRACTICE = Message(
    "Có hồ sơ thử nghiệm, không tính ở trên; xem bằng --trial.",
    "There are dossiers for practice, which do not count above; see them with --trial.",
)
NOT_HOLDING = Message("đã hủy", "undone")


def receive(arguments: Namespace, terminal: Terminal) -> int:
    """0; 1 when something new failed, 2 when nothing failed but something new was set aside; nothing stops the run."""
    counts: Counter[str] = Counter()

    def tell(taken: TakenIn) -> None:
        counts[_kind(taken)] += 1
        counts["aside"] += (
            bool(taken.arrivals) and not taken.again and all(arrival.set_aside for arrival in taken.arrivals)
        )
        failed = any(one.verdict == Verdict.FAILED.value and not one.set_aside for one in taken.arrivals)
        counts["failed"] += failed and not taken.again
        terminal.say(f"{taken.number:6} {taken.name}: {_became(taken, terminal)}")

    route, came_on = Route(arguments.route), _day(arguments)
    with office_of(arguments) as office:
        files = office.reception.receive(arguments.paths, tell, route=route, came_on=came_on, jobs=arguments.jobs)
    terminal.say(TAKEN.filled(files=files, new=counts["new"], aside=counts["aside"], again=counts["again"]))
    if counts["twice"]:
        terminal.say(TWICES.filled(twice=counts["twice"]))
    if counts["failed"]:
        terminal.say(FAILED.filled(failed=counts["failed"]))
    if counts["own"]:
        terminal.say(OWN.filled(own=counts["own"]))
    return 1 if counts["failed"] else 2 if counts["aside"] else 0


def _kind(taken: TakenIn) -> str:
    """What it is counted as."""
    if taken.again:
        return "again" if taken.arrivals else "twice"
    return "own" if taken.own else "new"


def _became(taken: TakenIn, terminal: Terminal) -> str:
    if taken.own:
        return terminal.text(Reason.OWN.words)
    if not taken.again:
        return "; ".join(what(arrival, terminal) for arrival in taken.arrivals)
    return terminal.text(_equal_to(taken.arrivals[0]) if taken.arrivals else TWICE)


def _equal_to(known: Arrival) -> Message:
    moment = f"{known.taken_at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
    return AGAIN.filled(digest=str(known.digest)[:SHOWN], name=known.name, moment=moment)


def key_in(arguments: Namespace, terminal: Terminal) -> int:
    """The latest finalised revision of a dossier of this office, as what an agency sent on paper."""
    with office_of(arguments) as office:
        stored = office.filling.find(arguments.dossier)
        keyed = keyed_in(stored, office.store.submissions, tuple(arguments.scan))
        taken = office.reception.key_in(keyed, _day(arguments))
    terminal.say(f"{str(taken.digest)[:SHOWN]} {taken.name}: {what(taken, terminal)}")
    return 0


def received(arguments: Namespace, terminal: Terminal) -> int:
    """0 when every agency that was asked has an answer that counts, else 2."""
    with office_of(arguments) as office:
        desk = office.reception
        campaign = campaign_of(desk, arguments)
        if campaign is None:
            terminal.say(NOTHING)
            tell_strangers(desk.strangers(), desk.decisions.all(), terminal)
            return 2
        standings = desk.standings(campaign, trial=arguments.trial)
        entries = desk.rolled(campaign, standings)
        checks = office.consolidating
        remarks = () if arguments.no_checks else checks.cross_checks(campaign, trial=arguments.trial)
        if arguments.json:
            terminal.as_json(as_json(campaign, entries, remarks, desk.strangers()))
        else:
            tell_summary(campaign, entries, standings, terminal)
            tell_roll(entries, remarks, terminal)
            tell_unknown(standings, terminal)
            tell_strangers(desk.strangers(), desk.decisions.all(), terminal)
            if not arguments.trial and desk.how_many(campaign, trial=True):
                terminal.say(PRACTICE)
            tell_missing(entries, terminal, every=arguments.missing)
    return 0 if all(entry.answered is Answered.COUNTS for entry in entries if entry.awaited) else 2


def arrival(arguments: Namespace, terminal: Terminal) -> int:
    """All that was found in one thing that arrived; exit codes of decision 14."""
    with office_of(arguments) as office:
        desk = office.reception
        found = desk.find(arguments.arrival)
        report = desk.report(found.digest)
        remarks = office.consolidating.remarks(found)
        if arguments.json:
            to_look_at = [{"vi": one.vi, "en": one.en} for one in desk.open_points(found)]
            terminal.as_json({**report, "to_look_at": to_look_at, "remarks": remarks_json(remarks)})
        else:
            tell_arrival(found, report, desk.open_points(found), terminal)
            for told in told_judgements(desk.judgements(found), terminal):
                terminal.say(told)
            tell_remarks(remarks, terminal)
    return EXIT_CODES[found.verdict or "failed"]


def compare(arguments: Namespace, terminal: Terminal) -> int:
    """0 when they say the same, else 1."""
    with office_of(arguments) as office:
        desk = office.reception
        found = desk.differences(desk.find(arguments.arrival), desk.find(arguments.other))
    for one in found:
        terminal.say(f"{one.form_id} {one.reference} {one.label}: “{one.one}” / “{one.other}”")
    if not found:
        terminal.say(ALIKE)
    return 1 if found else 0


def choose(arguments: Namespace, terminal: Terminal) -> int:
    return _decide(arguments, terminal, lambda desk, arrival: desk.choose(arrival, arguments.why))


def accept(arguments: Namespace, terminal: Terminal) -> int:
    return _decide(arguments, terminal, lambda desk, arrival: desk.accept(arrival, arguments.why))


def set_aside(arguments: Namespace, terminal: Terminal) -> int:
    return _decide(arguments, terminal, lambda desk, arrival: desk.set_aside(arrival, arguments.why))


def assign(arguments: Namespace, terminal: Terminal) -> int:
    said, campaign, trial = (arguments.agency, arguments.why), arguments.campaign, arguments.trial
    return _decide(arguments, terminal, lambda desk, arrival: desk.assign(arrival, *said, campaign, trial=trial))


def ask_anew(arguments: Namespace, terminal: Terminal) -> int:
    said, campaign, trial = (arguments.agency, arguments.why), arguments.campaign, arguments.trial
    return _decide(arguments, terminal, lambda desk, arrival: desk.ask_anew(arrival, *said, campaign, trial=trial))


def undo(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        office.reception.decisions.undo(arguments.number)
    terminal.say(UNDONE.filled(number=arguments.number))
    return 0


def decisions(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        for one in office.reception.decisions.all():
            undone = f" ({terminal.text(NOT_HOLDING)})" if one.undone else ""
            ruling = " ".join(part for part in (terminal.text(one.ruling.words), one.agency) if part)
            name = office.reception.find(str(one.arrival)).name
            about = f"{str(one.arrival)[:SHOWN]} {name} {ruling}{undone}"
            terminal.say(f"{one.number:3} {one.at:%d/%m/%Y %H:%M} {one.who}: {about}: {one.why}")
    return 0


def _day(arguments: Namespace) -> date | None:
    return day_of(arguments.date) if arguments.date else None


def _decide(arguments: Namespace, terminal: Terminal, decide: Callable[[DecisionDesk, Arrival], int]) -> int:
    with office_of(arguments) as office:
        desk = office.reception
        number = decide(desk.decisions, desk.find(arguments.arrival))
        told = desk.decisions.told(number)
    terminal.say(DECIDED.filled(number=number, told=told))
    return 0


def campaign_of(desk: ReceptionDesk, arguments: Namespace) -> str | None:
    """The one that is asked for, or the only one that anything came for; None when nothing came."""
    if arguments.campaign:
        return str(arguments.campaign)
    known = desk.campaigns()
    if len(known) > 1:
        raise UserFacingError(WHICH.filled(campaigns=", ".join(known)))
    return known[0] if known else None
