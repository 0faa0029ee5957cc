"""What was done in a step, by whom and when: a sentence for each event of the journal."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.store.journal import JournalEntry


def deed_sentence(deed: JournalEntry) -> str:
    """What was done, when, and at whose computer."""
    at = deed.at.astimezone(VIETNAM)
    when = QCoreApplication.translate("Deeds", "{time} ngày {date}").format(
        time=f"{at:%H:%M}", date=date_text(at.date())
    )
    return " · ".join((_what(deed), when, deed.who))


def _what(deed: JournalEntry) -> str:
    known = {"signer": "", "number": "", "files": "", **deed.facts, "date": _day(deed.facts.get("date", ""))}
    if symbol := deed.facts.get("symbol"):
        known["number"] = f"{known['number']}/{symbol}"
    words = {
        "sign": QCoreApplication.translate("Deeds", "“{signer}” đã ký số"),
        "sign_elsewhere": QCoreApplication.translate("Deeds", "Đã nhận lại bản do “{signer}” ký bằng phần mềm khác"),
        "sign_with_pen": QCoreApplication.translate("Deeds", "Đã ký tay trên giấy và nhận bản quét"),
        "number": QCoreApplication.translate("Deeds", "Đã điền: số {number}, ngày {date}"),
        "seal": QCoreApplication.translate("Deeds", "“{signer}” đã ký số cho cơ quan"),
        "seal_elsewhere": QCoreApplication.translate(
            "Deeds", "Đã nhận lại bản số {number} đã đóng dấu từ phần mềm khác; chữ ký: {signer}"
        )
        if known["number"]
        else QCoreApplication.translate("Deeds", "Đã nhận lại bản đã có số và dấu từ phần mềm khác; chữ ký: {signer}"),
        "seal_with_stamp": QCoreApplication.translate("Deeds", "Đã đóng dấu mực và nhận bản quét"),
        "exported": QCoreApplication.translate("Deeds", "Đã ký và đóng gói"),
    }
    return words.get(deed.event, "").format(**known)


def _day(written: str) -> str:
    """``2022-03-25`` of the journal as people write it."""
    return date_text(date.fromisoformat(written)) if written else "…"
