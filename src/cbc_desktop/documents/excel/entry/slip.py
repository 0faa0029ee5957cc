"""The hidden sheet of an entry workbook: whose it is, and every answer as it went out, under a seal.

Without the answers that went out nobody could tell what was changed in the workbook from what was changed meanwhile in
the dossier. The seal notices damage and idle hands, not malice: what comes back is looked at by a person anyway.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.documents.excel.entry.book import EntryBook, EntryTicket
from cbc_desktop.engine.address import Address

NAME = "cbc"
MAGIC = "cbc-desktop entry sheet"
FORMAT = "1"

NOT_OURS = Message(
    "Tệp “{name}” không phải là tệp nhập liệu do chương trình này gửi đi. Nếu đó là bảng của cơ quan, hãy dùng “Lấy từ "
    "Excel…”.",
    "The file “{name}” is no entry workbook of this program. If it is a table of the office's own, use “Take from "
    "Excel…”.",
)
NEWER = Message(
    "Tệp “{name}” do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình rồi nhận lại tệp; chưa có gì "
    "thay đổi.",
    "The file “{name}” was made by a newer version of the program. Update the program and take the file again; nothing "
    "has changed.",
)
BROKEN = Message(
    "Phần ẩn của tệp “{name}” đã bị thay đổi hoặc mất nên không biết số liệu lúc gửi đi là gì. Hãy dùng “Lấy từ "
    "Excel…” để lấy bảng từ tệp này; chưa có gì thay đổi.",
    "The hidden part of “{name}” was changed or lost, so what went out is not known. Use “Take from Excel…” to take "
    "its table; nothing has changed.",
)

_TICKET, _ANSWER, _SEAL = "ticket", "answer", "seal"
Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """An answer as it went out: as it is kept, and as the cell showed it."""

    lexical: str
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    ticket: EntryTicket
    sent: Mapping[Address, SentAnswer]


def slip_rows(book: EntryBook) -> list[Texts]:
    """The rows of the hidden sheet."""
    rows: list[Texts] = [(MAGIC, FORMAT)]
    rows += [(_TICKET, name, str(value)) for name, value in _facts(book.ticket).items()]
    for sheet in book.sheets:
        rows += [(_ANSWER, at.row, at.path, one.lexical, one.printed.text) for at, one in sheet.answers()]
    return [*rows, (_SEAL, str(_seal(rows)))]


def read_slip(rows: Iterable[Texts], name: str) -> Slip:
    """``name`` is that of the file, for the person. UserFacingError: newer than this program, or not whole."""
    kept = [_bare(row) for row in rows if any(row)]
    if kept[0][1:] != (FORMAT,):
        raise UserFacingError(NEWER.filled(name=name))
    if kept[-1] != (_SEAL, str(_seal(kept[:-1]))):
        raise UserFacingError(BROKEN.filled(name=name))
    facts = {row[1]: _cell(row, 2) for row in kept if row[0] == _TICKET}
    answers = [row for row in kept if row[0] == _ANSWER]
    sent = {Address(_cell(row, 1), _cell(row, 2)): SentAnswer(_cell(row, 3), _cell(row, 4)) for row in answers}
    try:
        return Slip(_ticket(facts), sent)
    except (KeyError, TypeError, ValueError) as error:  # sealed anew by somebody who changed it
        raise UserFacingError(BROKEN.filled(name=name)) from error


def is_slip(rows: Sequence[Texts]) -> bool:
    return bool(rows) and bool(rows[0]) and rows[0][0] == MAGIC


def _facts(ticket: EntryTicket) -> dict[str, object]:
    return {field.name: getattr(ticket, field.name) for field in fields(ticket)}


def _ticket(facts: dict[str, str]) -> EntryTicket:
    digest, made = Digest(facts.pop("form_digest")), datetime.fromisoformat(facts.pop("made"))
    return EntryTicket(**facts, form_digest=digest, made=made)


def _seal(rows: Iterable[Texts]) -> Digest:
    """Over the texts alone, empty cells at the end of a row left out: other programs write the rest anew."""
    return Digest.of(json.dumps([_bare(row) for row in rows], ensure_ascii=False).encode())


def _bare(row: Texts) -> tuple[str, ...]:
    last = max((number for number, text in enumerate(row, 1) if text), default=0)
    return tuple(row[:last])


def _cell(row: Texts, number: int) -> str:
    return row[number] if number < len(row) else ""
