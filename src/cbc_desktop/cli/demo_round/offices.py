"""Who takes part in the round of a demonstration: what each office answers, and when and how it sends that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_toml
from cbc_desktop.dossier.revision import IssueFacts
from cbc_desktop.filling.sample import PreparedForm, prepared_form

OFFICES_FILE = "offices.toml"
NOT_READ = Message(
    "Không đọc được “{path}” của cuộc trình diễn: {reason}. Hãy sửa tệp này.",
    "“{path}” of the demonstration cannot be read: {reason}. Correct this file.",
)


class Way(Enum):
    """As what a package is sent; the values are in the file."""

    MAIL = "mail"
    PACKAGE = "package"
    PDF = "pdf"
    SCAN = "scan"
    """On stamped paper, which the receiver scans."""
    TAMPERED = "tampered"
    """As a package that somebody changes on the way."""


@dataclass(frozen=True, slots=True)
class Sending:
    """With ``answers`` (texts by reference) it is of the next revision, which has the ``number`` given here.

    ``change``: of what is changed on the way the bytes before and after.
    """

    at: datetime
    way: Way
    number: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    change: tuple[bytes, bytes] = (b"", b"")


@dataclass(frozen=True, slots=True)
class SendingOffice:
    """``agency`` is a code of the register; without ``sent`` it sends nothing."""

    agency: str
    number: str
    facts: IssueFacts
    prepared: PreparedForm
    sent: tuple[Sending, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """``received``: when the receiver takes in what has come until then; ``receiver`` is what it calls itself."""

    form: str
    document: str
    receiver: str
    received: tuple[datetime, ...]
    offices: tuple[SendingOffice, ...]


def read_round(folder: Path) -> Round | None:
    """None where the sample in ``folder`` has one office only; UserFacingError when the file is wrong."""
    path = folder / OFFICES_FILE
    if not path.exists():
        return None
    try:
        content = parsed_toml(path.read_text(encoding="utf-8"))
        return Round(
            form=str(content["form"]),
            document=str(content["document"]),
            receiver=str(content["receiver"]),
            received=tuple(moment.astimezone(VIETNAM) for moment in content["received"]),
            offices=tuple(_office(path, one, content.get("common", {})) for one in content["offices"]),
        )
    except (OSError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise UserFacingError(NOT_READ.filled(path=path, reason=error)) from error


def _office(path: Path, entries: Mapping[str, Any], common: Mapping[str, Any]) -> SendingOffice:
    own = {name: entries[name] for name in ("answers", "tables", "notes", "explanations") if name in entries}
    answered = {name: {**common.get(name, {}), **own.get(name, {})} for name in {*common, *own}}
    return SendingOffice(
        agency=str(entries["agency"]),
        number=str(entries.get("number", "")),
        facts=IssueFacts(symbol=str(entries.get("symbol", "")), place=str(entries.get("place", ""))),
        prepared=prepared_form(answered, path),
        sent=tuple(map(_sending, entries.get("sent", ()))),
    )


def _sending(entries: Mapping[str, Any]) -> Sending:
    before, after = (text.encode() for text in _change(entries))
    return Sending(
        at=entries["at"].astimezone(VIETNAM),
        way=Way(entries["as"]),
        number=str(entries.get("number", "")),
        answers=dict(entries.get("answers", {})),
        change=(before, after),
    )


def _change(entries: Mapping[str, Any]) -> Sequence[str]:
    found: Sequence[str] = entries.get("change", ("", ""))
    return found
