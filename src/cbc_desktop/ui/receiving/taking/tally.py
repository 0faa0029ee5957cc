"""What came in one run of taking in, counted as it comes, and told in one sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cbc_desktop.receiving.reception.reasons import Reason
from cbc_desktop.ui.look import Look

if TYPE_CHECKING:
    from cbc_desktop.receiving.reception.taking import TakenIn


@dataclass(slots=True)
class Tally:
    """``reasons`` are those for which files were set aside, each as often as that happened."""

    files: int = 0
    new: int = 0
    again: int = 0
    own: int = 0
    """A receiver wrote them; they are not kept."""
    practice: int = 0
    """Of the new ones."""
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, taken: TakenIn) -> None:
        aside = [arrival.set_aside for arrival in taken.arrivals if arrival.set_aside]
        self.files += 1
        if taken.again:
            self.again += 1
        elif taken.own:
            self.own += 1
        elif aside:
            self.reasons.update(aside)
        else:
            self.new += 1
            self.practice += any(arrival.dossier and arrival.dossier.trial for arrival in taken.arrivals)

    @property
    def aside(self) -> int:
        return self.reasons.total()


def told(tally: Tally, look: Look) -> str:
    """``Đã xem 14 tệp: 12 tệp mới; 1 tệp đã có từ trước; 1 tệp để riêng (không có hồ sơ đọc được).``"""
    translate = QCoreApplication.translate
    if not tally.files:
        return translate("Tally", "Không thấy tệp nào ở chỗ đã chọn.")
    parts = [translate("Tally", "%n tệp mới", "", tally.new)]
    if tally.practice:
        parts.append(translate("Tally", "trong đó %n tệp thử nghiệm", "", tally.practice))
    if tally.again:
        parts.append(translate("Tally", "%n tệp đã có từ trước", "", tally.again))
    if tally.own:
        parts.append(translate("Tally", "%n tệp do nơi nhận lập, bỏ qua", "", tally.own))
    if tally.aside:
        aside = translate("Tally", "%n tệp để riêng ({reasons})", "", tally.aside)
        parts.append(aside.format(reasons=_reasons(tally, look)))
    return translate("Tally", "Đã xem %n tệp: {parts}.", "", tally.files).format(parts="; ".join(parts))


def _reasons(tally: Tally, look: Look) -> str:
    counted = ((look.text(Reason(reason).words), count) for reason, count in tally.reasons.most_common())
    return ", ".join(f"{words} × {count}" if count > 1 else words for words, count in counted)
