"""What was done with a dossier on its way out, as its journal has it: each deed in words, under its revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.states import Action
from cbc_desktop.exporting.steps import COPIED_OUT, EXPORTED, HANDED_OUT, MAIL_OPENED, REOPENED
from cbc_desktop.store.journal import FACTS_GIVEN, JournalEntry

_SIGNED = frozenset({Action.SIGN.value, Action.SIGN_WITH_PEN.value, Action.SIGN_ELSEWHERE.value})
_WORDS: Mapping[str, Message] = {
    "finalised": Message("Đã chốt số liệu", "Finalised"),
    Action.SIGN.value: Message("“{signer}” đã ký số", "Signed by “{signer}”"),
    Action.SIGN_ELSEWHERE.value: Message(
        "Đã nhận lại bản do “{signer}” ký bằng phần mềm khác", "Signed by “{signer}” in another program, and taken back"
    ),
    Action.SIGN_WITH_PEN.value: Message(
        "Đã ký tay trên giấy và nhận bản quét", "Signed with a pen; the scans were taken in"
    ),
    "scanned": Message("Bản quét giấy: {files}", "Scan of the paper: {files}"),
    Action.NUMBER.value: Message("Đã điền: số {number}, ngày {date}", "Filled in: number {number}, of {date}"),
    FACTS_GIVEN: Message("Đã ghi: số {number}, ngày {date}", "Written down: number {number}, of {date}"),
    Action.SEAL.value: Message("“{signer}” đã ký số cho cơ quan", "Signed for the agency by “{signer}”"),
    Action.SEAL_ELSEWHERE.value: Message(
        "Đã nhận lại bản số {number}, ngày {date} đã đóng dấu từ phần mềm khác; chữ ký: {signer}",
        "Taken back from another program, number {number} of {date} and sealed; signatures: {signer}",
    ),
    Action.SEAL_WITH_STAMP.value: Message(
        "Đã đóng dấu mực và nhận bản quét", "Stamped in ink; the scans were taken in"
    ),
    "attachments_signed": Message(
        "“{signer}” đã ký số cho cơ quan vào bản chép của {count} tệp đính kèm",
        "Copies of {count} attached file(s) signed for the agency by “{signer}”",
    ),
    "extended": Message("Đã gắn dấu thời gian và tình trạng chứng thư", "Time stamps and validation data were added"),
    HANDED_OUT: Message("Đã đưa đi ký ở nơi khác", "Handed out to be signed elsewhere"),
    EXPORTED: Message("Đã đóng gói: {package}", "Packed: {package}"),
    COPIED_OUT: Message("Đã chép vào {folder}", "Copied to {folder}"),
    MAIL_OPENED: Message("Đã mở thư nháp", "The e-mail draft was opened"),
    "handed_over": Message("Đã ghi nhận gửi ngày {sent}", "Recorded as sent on {sent}"),
    "returned": Message("Đã nhận phiếu trả lời của nơi nhận", "The receiver's slip was taken in"),
    REOPENED: Message("Đã mở lại để sửa", "Reopened for changes"),
}
SIGNED_AND_PACKED = Message("Đã ký và đóng gói: {package}", "Signed and packed: {package}")
FILES = Message("{count} tệp, từ {first} đến {last}", "{count} files, {first} to {last}")
_UNKNOWN = "…"


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry of the journal, of the revision that it is about."""

    revision: int
    entry: JournalEntry
    what: Message


def deeds(journal: Iterable[JournalEntry]) -> list[Deed]:
    """Of one dossier, revision by revision, in each the oldest first."""
    return sorted(_deeds(journal), key=lambda deed: deed.revision)


def _deeds(journal: Iterable[JournalEntry]) -> Iterator[Deed]:
    present, signed = 1, False
    for entry in journal:
        told = entry.facts.get("revision", "")
        revision = int(told) if told.isdecimal() else present
        if entry.event == REOPENED:
            present, signed = revision, False
        signed = signed or entry.event in _SIGNED
        what = words_of(entry, signed=signed)
        if what is not None:
            yield Deed(revision, entry, what)


def words_of(entry: JournalEntry, *, signed: bool = True) -> Message | None:
    """None for what is no deed on the way out; what nobody has ``signed`` before was signed when it was packed."""
    words = _WORDS.get(entry.event)
    if words is None or not _is_of_the_way_out(entry):
        return None
    return (words if signed or entry.event != EXPORTED else SIGNED_AND_PACKED).filled(**_facts(entry))


def _is_of_the_way_out(entry: JournalEntry) -> bool:
    """A dossier is copied out by carrying, too; and most facts are given before there is a number."""
    wanted = {COPIED_OUT: "folder", FACTS_GIVEN: "number"}.get(entry.event)
    return wanted is None or bool(entry.facts.get(wanted))


def _facts(entry: JournalEntry) -> dict[str, object]:
    known = {"signer": "", "package": "", "folder": "", **entry.facts}
    number, symbol = known.get("number", ""), known.get("symbol", "")
    return {
        **known,
        "number": f"{number}/{symbol}" if symbol else number or _UNKNOWN,
        "date": _day(known.get("date", "")),
        "sent": _day(known.get("sent", "")),
        "count": len(_listed(known.get("digest", ""))),
        "files": _files(known.get("files", ""), len(_listed(known.get("digest", "")))),
    }


def _files(names: str, count: int) -> Message | str:
    """One by its name; of many the first and the last."""
    listed = _listed(names)
    return FILES.filled(count=count, first=listed[0], last=listed[-1]) if count > 1 else names


def _listed(told: str) -> list[str]:
    return told.split(", ")


def _day(written: str) -> str:
    """``2022-03-25`` of the journal as people write it."""
    return date_text(date.fromisoformat(written)) if written else _UNKNOWN
