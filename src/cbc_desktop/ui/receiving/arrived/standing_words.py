"""How an arrival stands, in marks and words; the same in the list of an agency's arrivals and above each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.digests import Digest
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.reception.agency_standing import Lateness, StoodArrival, moment_of
from cbc_desktop.receiving.reception.attribution import How
from cbc_desktop.receiving.reception.called import about_mail, file_called
from cbc_desktop.receiving.reception.standing import Standing
from cbc_desktop.receiving.route import Route, Source
from cbc_desktop.signing.verdict import Verdict
from cbc_desktop.store.received.arrivals import Arrival
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.look import Look

STANDING_MARKS: Mapping[Standing, Mark] = {
    Standing.NEW: Mark.DONE,
    Standing.AMENDS: Mark.DONE,
    Standing.GAP: Mark.WARNING,
    Standing.SAME: Mark.COMPUTED,
    Standing.OLDER: Mark.HIDDEN,
    Standing.CONFLICTS: Mark.UNDECIDED,
    Standing.OVERRULED: Mark.HIDDEN,
    Standing.FAILED: Mark.PROBLEM,
    Standing.UNREADABLE: Mark.PROBLEM,
    Standing.SET_ASIDE: Mark.HIDDEN,
}
VERDICT_MARKS: Mapping[str, Mark] = {
    Verdict.PASSED.value: Mark.DONE,
    Verdict.INDETERMINATE.value: Mark.UNDECIDED,
    Verdict.FAILED.value: Mark.PROBLEM,
}
_COUNTED_MARKS: Mapping[str, Mark] = {**VERDICT_MARKS, Verdict.FAILED.value: Mark.WARNING}
"""Of what is used though not everything was found to be right: a person vouches for it, or has accepted it."""
_KILO = 1000
_LETTERS_OF_DIGEST = 8
"""As many as the commands show and take."""


def stood_mark(stood: StoodArrival) -> Mark:
    """Green is only what neither a verdict nor another arrival speaks against."""
    mark = STANDING_MARKS[stood.standing]
    return counted_mark(stood.arrival) if mark is Mark.DONE else mark


def counted_mark(arrival: Arrival) -> Mark:
    return _COUNTED_MARKS.get(arrival.verdict, Mark.UNDECIDED)


def told_apart(arrivals: Iterable[Arrival], look: Look) -> dict[Digest, str]:
    """Their names; files of the same name begin with their digits in the books and the moment at which each came.

    A list has room for the beginning of a name.
    """
    every = {arrival.digest: arrival for arrival in arrivals}
    counts = Counter(arrival.name for arrival in every.values())
    return {
        digest: _in_full(arrival, look) if counts[arrival.name] > 1 else look.text(file_called(arrival))
        for digest, arrival in every.items()
    }


def _in_full(arrival: Arrival, look: Look) -> str:
    told = QCoreApplication.translate("Standing", "số {digits}, nhận {moment}: {name}")
    digits = str(arrival.digest)[:_LETTERS_OF_DIGEST]
    return told.format(name=look.text(file_called(arrival)), moment=_moment(arrival.taken_at), digits=digits)


def verdict_word(verdict: str) -> str:
    words = {
        Verdict.PASSED.value: QCoreApplication.translate("Standing", "đạt"),
        Verdict.INDETERMINATE.value: QCoreApplication.translate("Standing", "chưa kết luận"),
        Verdict.FAILED.value: QCoreApplication.translate("Standing", "không đạt"),
    }
    return words.get(verdict, "")


def about_arrival(arrival: Arrival, look: Look) -> str:
    """What came, by which way, when, and who took it in, in one line."""
    return " · ".join(filter(None, _about(arrival, look)))


def _about(arrival: Arrival, look: Look) -> Iterator[str]:
    translate = QCoreApplication.translate
    if arrival.dossier:
        yield translate("Standing", "Lần {number}").format(number=arrival.dossier.number)
    source, route = look.text(Source(arrival.source).words) if arrival.source else "", Route(arrival.route).words
    yield source
    if mail := about_mail(arrival):
        yield look.text(mail)
    elif source != look.text(route):
        yield translate("Standing", "bằng {route}").format(route=look.text(route))
    if arrival.dated_by:
        stated = translate("Standing", "đến {day} theo {who}")
        yield stated.format(day=f"{moment_of(arrival):%d/%m/%Y}", who=printable(arrival.dated_by))
    elif arrival.sent_at:
        yield translate("Standing", "gửi {moment}").format(moment=_moment(arrival.sent_at))
    taken = translate("Standing", "nhận {moment}, {who}")
    yield taken.format(moment=_moment(arrival.taken_at), who=printable(arrival.taken_by))
    yield _size(arrival.size)


def cautions(stood: StoodArrival, look: Look, listed: int) -> list[str]:
    """What somebody should know before the arrival is used; ``listed`` is how many points stand below it."""
    translate = QCoreApplication.translate
    found = []
    if stood.how not in (How.ENTRY, How.DECIDED):
        dossier = stood.arrival.dossier
        found.append(look.text(stood.how.words(printable(dossier.agency_name) if dossier else "")))
    if stood.lateness is Lateness.LATE:
        found.append(translate("Standing", "Đến sau hạn."))
    if stood.lateness is Lateness.CORRECTS_LATE:
        found.append(translate("Standing", "Bản này đến sau hạn; bản đầu của cơ quan đúng hạn."))
    if stood.standing is Standing.GAP:
        found.append(translate("Standing", "Bản trước của bản này chưa bao giờ đến."))
    if stood.accepted:
        found.append(translate("Standing", "Đã được người nhận chấp nhận như hiện có."))
    elif stood.arrival.doubts:
        found.append(translate("Standing", "%n điều cần xem trước khi dùng.", "", listed))
    return found


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


def _size(size: int) -> str:
    """``420 B``, ``840 kB``, ``1,2 MB``."""
    kilo = size / _KILO
    if kilo < 1:
        return f"{size} B"
    return f"{kilo:.0f} kB" if kilo < _KILO else f"{kilo / _KILO:.1f} MB".replace(".", ",")
