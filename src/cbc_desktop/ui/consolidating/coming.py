"""What a consolidation will be made of, told before it is made: how many count, and what is left out of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cbc_desktop.receiving.reception.roll import Answered
from cbc_desktop.ui.receiving.arrived.reading import Received

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Coming:
    """``others`` answer without having been asked; ``arrivals`` are the digests of what counts."""

    asked: int
    counting: int
    late: int
    undecided: int
    unusable: int
    missing: int
    others: int
    arrivals: frozenset[str]


def coming(received: Received) -> Coming:
    awaited = [entry for entry in received.roll if entry.awaited]
    found = Counter(entry.answered for entry in awaited)
    counts = [entry for entry in received.roll if entry.standing is not None and entry.standing.counts is not None]
    return Coming(
        asked=len(awaited),
        counting=found[Answered.COUNTS],
        late=sum(bool(entry.awaited and entry.standing and entry.standing.late) for entry in counts),
        undecided=found[Answered.UNDECIDED],
        unusable=found[Answered.UNUSABLE],
        missing=found[Answered.MISSING],
        others=sum(not entry.awaited for entry in counts),
        arrivals=frozenset(
            str(entry.standing.counts.digest) for entry in counts if entry.standing and entry.standing.counts
        ),
    )


def sentences(told: Coming) -> str:
    """One line for each thing there is to say."""
    said = [_counting(told)]
    if told.unusable:
        said.append(translate("Coming", "%n cơ quan đã gửi nhưng hồ sơ chưa dùng được: không tính.", "", told.unusable))
    if told.missing:
        said.append(translate("Coming", "%n cơ quan chưa gửi.", "", told.missing))
    if told.others:
        count = told.others
        said.append(translate("Coming", "%n cơ quan không được hỏi: có trong bảng, không có trong chỉ số.", "", count))
    return "\n".join(said)


def undecided(told: Coming) -> str:
    """ "" where nothing waits for a person."""
    if not told.undecided:
        return ""
    count = told.undecided
    return translate("Coming", "%n cơ quan có nhiều bản mâu thuẫn chưa quyết định: không tính bản nào.", "", count)


def _counting(told: Coming) -> str:
    late = translate("Coming", "trong đó %n gửi muộn", "", told.late) if told.late else ""
    sentence = translate("Coming", "Tính {counting}/{asked} cơ quan")
    return ", ".join(filter(None, (sentence.format(counting=told.counting, asked=told.asked), late))) + "."
