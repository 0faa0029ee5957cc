"""What was read of one paper: facts, the files that are whole, and whether all of it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.record import DossierRecord
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.paper.chunk import PaperId
from cbc_desktop.package.paper.places import Unseen
from cbc_desktop.package.report import about_record, fact_json, record_json, told_worst_first


class PaperState(Enum):
    WHOLE = "whole"
    INCOMPLETE = "incomplete"
    CONTRADICTORY = "contradictory"


_HEADLINES = {
    PaperState.WHOLE: Message(
        "ĐỌC ĐỦ: số liệu trên giấy đã được đọc lại nguyên vẹn.", "WHOLE: all that the paper carries was read back."
    ),
    PaperState.INCOMPLETE: Message(
        "CHƯA ĐỦ: chưa có hết số liệu của hồ sơ; những gì đã đọc được đều đúng.",
        "INCOMPLETE: some of the dossier is missing; what could be read is right.",
    ),
    PaperState.CONTRADICTORY: Message(
        "KHÔNG KHỚP: các mã trên giấy mâu thuẫn với nhau hoặc đã bị sửa; đừng dùng số liệu này.",
        "CONTRADICTORY: the codes contradict each other or were altered; do not use these answers.",
    ),
}
UNKNOWN = Message(
    "Chưa biết hồ sơ của cơ quan nào: chưa đọc được phần 1. Mã băm nội dung bắt đầu bằng {digest}.",
    "Whose dossier it is, is not known yet: part 1 was not read. Its content digest begins with {digest}.",
)
_DECIDES_NOTHING = (FactCode.MEDIA_MATCHES,)
"""Attachments are never on paper; that they are not there takes nothing from the answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReport:
    """Independent facts; the state follows from them.

    a fact is wrong  a fact is undecided, attachments aside | state
    ---------------  -------------------------------------- | -------------
    yes              any                                    | CONTRADICTORY
    no               yes                                    | INCOMPLETE
    no               no                                     | WHOLE

    ``files`` are those that could be put together, by their plain names. A paper vouches for nothing: that the answers
    are those of the agency is said by the signature and the seal in ink, which people look at.
    """

    paper: PaperId
    facts: tuple[Fact, ...]
    files: Mapping[str, bytes]
    record: DossierRecord | None = None
    revision: Revision | None = None
    """The dossier as it was finalised; None while a submission is missing."""
    unseen: tuple[Unseen, ...] = ()
    """The pages of codes that are wanted still."""

    @property
    def state(self) -> PaperState:
        decided = [fact.holds for fact in self.facts if fact.code not in _DECIDES_NOTHING or fact.holds is False]
        if False in decided:
            return PaperState.CONTRADICTORY
        return PaperState.INCOMPLETE if None in decided else PaperState.WHOLE

    @property
    def headline(self) -> Message:
        return _HEADLINES[self.state]

    @property
    def about(self) -> tuple[Message, ...]:
        """Whose dossier it is, as its record says."""
        return about_record(self.record) if self.record else (UNKNOWN.filled(digest=self.paper.content),)

    def lines(self, language: str) -> list[str]:
        """The state, whose dossier it is, then a line for each fact, the worst first."""
        told = (self.headline, *self.about, *told_worst_first(self.facts))
        return [line.in_language(language) for line in told]

    def to_json(self) -> dict[str, object]:
        """Plain values for ``json.dumps``; keys and codes stay the same from version to version."""
        return {
            "paper": {"content": self.paper.content, "whole": self.paper.whole},
            "state": self.state.value,
            "dossier": record_json(self.record) if self.record else None,
            "facts": [fact_json(fact) for fact in self.facts],
            "files": sorted(self.files),
        }
