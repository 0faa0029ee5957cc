"""What the command line says of what arrived: agency by agency, then what is unknown, set aside and missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.message import Message
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.package.names import printable
from cbc_desktop.package.report import ABOUT, MARKS, WORST_FIRST
from cbc_desktop.receiving.consolidating.cross_checks import CheckFinding
from cbc_desktop.receiving.consolidating.results import SEVERITIES
from cbc_desktop.receiving.reception.agency_standing import AgencyStanding, Lateness, StoodArrival, moment_of
from cbc_desktop.receiving.reception.called import about_mail, called
from cbc_desktop.receiving.reception.deciding import Decision
from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.receiving.reception.roll import Answered, RollEntry
from cbc_desktop.receiving.reception.rulings import Ruling
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival, ArrivedDossier

SHOWN = 12
"""Digits of a digest: enough to name one among many."""
SUMMARY = Message(
    "{campaign}: hỏi {awaited} cơ quan; đã có {counts}, trong đó {late} muộn; chờ quyết định {undecided}; chưa dùng "
    "được {unusable}; chưa gửi {missing}.",
    "{campaign}: agencies asked {awaited}; there {counts}, of them late {late}; to be decided {undecided}; "
    "unusable {unusable}; missing {missing}.",
)
UNKNOWN_AGENCY = Message("CHƯA RÕ CƠ QUAN: {name}", "UNKNOWN AGENCY: {name}")
FOREIGN = Message(
    "hồ sơ của đợt khảo sát “{campaign}”, chưa cài trên máy này",
    "a dossier of the campaign “{campaign}”, which is not installed here",
)
ASIDE = Message("Để riêng vì không đọc được hồ sơ:", "Set aside, for no dossier could be read:")
SEEN = Message("đã xem xét, quyết định số {number}", "looked at, decision {number}")
MISSING = Message("Chưa gửi:", "Missing:")
HOW_MANY_MISSING = Message(
    "Chưa gửi: {count} cơ quan, xem bằng --missing.", "Missing: {count}, see them with --missing."
)
UNKNOWN = Message(
    "Chưa rõ của cơ quan nào: {count} nơi gửi, không được tính; giao cho cơ quan bằng decide assign.",
    "Of agencies that nobody knows: {count}, which do not count; assign them with decide assign.",
)
LATENESS = {
    Lateness.IN_TIME: Message("", ""),
    Lateness.LATE: Message("muộn", "late"),
    Lateness.CORRECTS_LATE: Message("bản sửa gửi sau hạn", "amended after the deadline"),
}
COUNTED = Message("ĐƯỢC TÍNH", "COUNTS")
DOUBTS = Message("có điều cần xem (lệnh arrival)", "there are points to look at (command arrival)")
CAME_ON = Message("đến {day} theo {who}", "came on {day}, says {who}")
STAMPED = Message(
    "Dấu thời gian tin cậy của {authority}: đã ký xong lúc {moment}.",
    "A trusted timestamp of {authority}: it was signed by {moment}.",
)
RETURNED = Message("đã trả lại, chờ bản sửa", "returned, waiting for a corrected version")
VERDICTS = {
    Verdict.PASSED.value: Message("đạt", "passed"),
    Verdict.INDETERMINATE.value: Message("chưa kết luận được", "indeterminate"),
    Verdict.FAILED.value: Message("không đạt", "failed"),
}


def what(arrival: Arrival, terminal: Terminal) -> str:
    if arrival.set_aside:
        return terminal.text(Reason(arrival.set_aside).words)
    verdict = terminal.text(VERDICTS[arrival.verdict])
    return f"{verdict}, {arrival.dossier.agency_name}" if arrival.dossier else verdict


def tell_summary(
    campaign: str, roll: tuple[RollEntry, ...], standings: Iterable[AgencyStanding], terminal: Terminal
) -> None:
    terminal.say(summary(campaign, roll))
    unknown = sum(1 for standing in standings if standing.agency is None)
    if unknown:
        terminal.say(UNKNOWN.filled(count=unknown))


def tell_missing(roll: tuple[RollEntry, ...], terminal: Terminal, *, every: bool) -> None:
    """How many, or each of them."""
    missing = [entry.agency for entry in roll if entry.awaited and entry.answered is Answered.MISSING]
    if missing:
        terminal.say(MISSING if every else HOW_MANY_MISSING.filled(count=len(missing)))
    for agency in missing if every else ():
        terminal.say(f"  {agency.code} {agency.name_vi}")


def tell_roll(roll: tuple[RollEntry, ...], remarks: Sequence[CheckFinding], terminal: Terminal) -> None:
    """``remarks`` are about what counts."""
    of_agency = by_agency(remarks)
    for entry in roll:
        tell_entry(entry, of_agency.get(entry.agency.key, ()), terminal)


def by_agency(remarks: Iterable[CheckFinding]) -> Mapping[str, Sequence[CheckFinding]]:
    """By key."""
    found: dict[str, list[CheckFinding]] = {}
    for one in remarks:
        found.setdefault(one.agency, []).append(one)
    return found


def tell_entry(entry: RollEntry, remarks: Sequence[CheckFinding], terminal: Terminal) -> None:
    """With the ``remarks`` on it; nothing where nothing came."""
    if entry.standing:
        how = terminal.text(Message.joined([entry.answered.words, *([RETURNED] if entry.returned else [])], "; "))
        terminal.say(f"{entry.agency.code} {entry.agency.name_vi}: {how}")
        _tell_arrivals(entry.standing, terminal)
        tell_remarks(remarks, terminal, indent="    ")


def summary(campaign: str, roll: tuple[RollEntry, ...]) -> Message:
    awaited = [entry for entry in roll if entry.awaited]
    late = sum(1 for one in awaited if one.answered is Answered.COUNTS and one.standing and one.standing.late)
    return SUMMARY.filled(campaign=campaign, awaited=len(awaited), late=late, **answered_how(roll))


def answered_how(roll: tuple[RollEntry, ...]) -> Mapping[str, int]:
    """How many of those who were asked, by the values of ``Answered``."""
    counts = Counter(entry.answered.value for entry in roll if entry.awaited)
    return {answered.value: counts[answered.value] for answered in Answered}


def _tell_arrivals(standing: AgencyStanding, terminal: Terminal) -> None:
    for stood in standing.arrivals:
        counts = standing.counts is not None and standing.counts.digest == stood.arrival.digest
        terminal.say("  " + "  ".join(_told(stood, terminal, counts=counts)))


def _told(stood: StoodArrival, terminal: Terminal, *, counts: bool) -> Iterator[str]:
    arrival = stood.arrival
    yield str(arrival.digest)[:SHOWN]
    yield terminal.text(stood.standing.words)
    yield terminal.text(Reason(arrival.set_aside).words if arrival.set_aside else VERDICTS[arrival.verdict])
    if arrival.source:
        words = (Source(arrival.source).words, Route(arrival.route).words)
        yield ", ".join(dict.fromkeys(map(terminal.text, words)))
    yield " ".join(filter(None, (_came(arrival, terminal), terminal.text(LATENESS[stood.lateness]))))
    yield terminal.text(called(arrival))
    if counts:
        yield terminal.text(COUNTED)
    if stood.accepted:
        yield terminal.text(Ruling.ACCEPTED.words)
    elif arrival.doubts:
        yield terminal.text(DOUBTS)


def _came(arrival: Arrival, terminal: Terminal) -> str:
    if arrival.dated_by:
        return terminal.text(CAME_ON.filled(day=f"{moment_of(arrival):%d/%m/%Y}", who=printable(arrival.dated_by)))
    return f"{moment_of(arrival):%d/%m/%Y %H:%M}"


def tell_unknown(standings: tuple[AgencyStanding, ...], terminal: Terminal) -> None:
    for standing in standings:
        if standing.agency is None:
            terminal.say(UNKNOWN_AGENCY.filled(name=standing.name))
            _tell_arrivals(standing, terminal)


def tell_strangers(found: Iterable[Arrival], decisions: Iterable[Decision], terminal: Terminal) -> None:
    """Each with what somebody decided about it last."""
    decided = {one.arrival: one for one in decisions if not one.undone}
    for place, arrival in enumerate(found):
        if place == 0:
            terminal.say(ASIDE)
        told = _foreign(arrival.dossier) if arrival.dossier and not arrival.set_aside else what(arrival, terminal)
        about = f"{terminal.text(called(arrival))}: {terminal.text(told)}"
        seen = (
            f" ({terminal.text(SEEN.filled(number=decided[arrival.digest].number))})"
            if arrival.digest in decided
            else ""
        )
        terminal.say(f"  {str(arrival.digest)[:SHOWN]}  {about}{seen}")


def _foreign(dossier: ArrivedDossier) -> Message:
    return FOREIGN.filled(campaign=printable(dossier.identity.campaign_id))


def tell_remarks(remarks: Iterable[CheckFinding], terminal: Terminal, indent: str = "") -> None:
    """What does not fit together in the answers, each with the question that a receipt would send back."""
    for one in remarks:
        where = f" ({one.form_id} {one.reference})" if one.form_id else ""
        severity = terminal.text(SEVERITIES[one.check.severity])
        terminal.say(f"{indent}[{severity}] {terminal.text(one.words)}{where}")


def tell_arrival(arrival: Arrival, report: Mapping[str, Any], points: Iterable[Message], terminal: Terminal) -> None:
    """All that was found when it was judged, what is wrong first; ``points`` are for a person to look at."""
    terminal.say(f"{arrival.name} ({arrival.digest})")
    if mail := about_mail(arrival):
        terminal.say(mail)
    if arrival.set_aside:
        terminal.say(Reason(arrival.set_aside).words)
    if arrival.dossier:
        terminal.say(_about(arrival.dossier))
    if arrival.dated_by:
        terminal.say(_came(arrival, terminal))
    if arrival.verdict:
        terminal.say(VERDICTS[arrival.verdict])
    for stamp in _trusted_stamps(report):
        moment = datetime.fromisoformat(stamp["at"]).astimezone(VIETNAM)
        terminal.say(STAMPED.filled(authority=printable(stamp["authority"]), moment=f"{moment:%d/%m/%Y %H:%M}"))
    for point in points:
        terminal.say(f"[{terminal.text(MARKS[None])}] {terminal.text(point)}")
    facts = sorted(report.get("facts", ()), key=lambda fact: WORST_FIRST[fact["holds"]])
    for fact in facts:
        terminal.say(f"[{terminal.text(MARKS[fact['holds']])}] {terminal.text(Message(fact['vi'], fact['en']))}")


def _trusted_stamps(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Evidence of when it was there at the latest: those of the package, and of what is signed in it."""
    signatures = [*report.get("signatures", ()), report.get("container_signature") or {}]
    return [stamp for one in signatures for stamp in one.get("timestamps", ()) if stamp["trusted"] and stamp["at"]]


def _about(dossier: ArrivedDossier) -> Message:
    return ABOUT.filled(
        agency=dossier.agency_name,
        campaign=dossier.identity.campaign_id,
        number=dossier.number,
        moment=f"{dossier.finalised_at:%d/%m/%Y %H:%M}",
    )


def as_json(
    campaign: str, roll: tuple[RollEntry, ...], remarks: Sequence[CheckFinding], strangers: tuple[Arrival, ...]
) -> dict[str, object]:
    of_agency = by_agency(remarks)
    return {
        "campaign": campaign,
        "agencies": [_entry_json(entry, of_agency.get(entry.agency.key, ())) for entry in roll],
        "set_aside": [{"digest": str(one.digest), "name": one.name, "reason": one.set_aside} for one in strangers],
    }


def remarks_json(remarks: Iterable[CheckFinding]) -> list[dict[str, str]]:
    return [
        {
            "check": one.check.id,
            "severity": one.check.severity.name.lower(),
            "vi": one.words.vi,
            "en": one.words.en,
            "form": one.form_id,
            "question": one.reference,
        }
        for one in remarks
    ]


def _entry_json(entry: RollEntry, remarks: Sequence[CheckFinding]) -> dict[str, object]:
    standing = entry.standing
    return {
        "agency": entry.agency.key,
        "name": entry.agency.name_vi,
        "awaited": entry.awaited,
        "answered": entry.answered.value,
        "late": bool(standing and standing.late),
        "counts": str(standing.counts.digest) if standing and standing.counts else None,
        "arrivals": [_arrival_json(stood) for stood in standing.arrivals] if standing else [],
        "remarks": remarks_json(remarks),
    }


def _arrival_json(stood: StoodArrival) -> dict[str, object]:
    arrival = stood.arrival
    return {
        "digest": str(arrival.digest),
        "name": arrival.name,
        "mail": asdict(arrival.mail) if arrival.mail else None,
        "standing": stood.standing.value,
        "verdict": arrival.verdict,
        "source": arrival.source,
        "route": arrival.route,
        "agency_by": stood.how.value,
        "taken_at": arrival.taken_at.isoformat(),
        "sent_at": arrival.sent_at.isoformat() if arrival.sent_at else None,
        "dated_by": arrival.dated_by,
        "late": stood.lateness is not Lateness.IN_TIME,
        "doubts": list(arrival.doubts),
        "accepted": stood.accepted,
    }
