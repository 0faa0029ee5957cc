"""What was added to a file after a signature, by name: fields, signatures, timestamps, validation data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from cbc_desktop.signing.signature_facts import Change, ChangeKind
from cbc_desktop.signing.validation_data import ValidationData
from cbc_desktop.signing.verdict import ChangesAfter

Fields = Iterable[tuple[str, Any]]
MOST_FIELDS = 10_000
"""Of a form, each counted as often as it is reached."""


def named_changes(
    reader: PdfFileReader,
    signature: Any,
    status: Any,
    changes_after: ChangesAfter,
    signatures: Fields,
    timestamps: Fields,
) -> tuple[Change, ...]:
    """In the order of `ChangeKind`: what is forbidden first. Fields as in the form, names of people not among them."""
    if changes_after is ChangesAfter.NONE:
        return ()
    signed, stamped = (_later(reader, fields, signature) for fields in (signatures, timestamps))
    changes = [Change(ChangeKind.FORBIDDEN, _why(status))] if changes_after is ChangesAfter.FORBIDDEN else []
    changes += [Change(ChangeKind.FIELD_FILLED, name) for name in _filled(reader, signature)]
    changes += [Change(ChangeKind.SIGNATURE_ADDED, name) for name in signed]
    changes += [Change(ChangeKind.TIMESTAMP_ADDED, name) for name in stamped]
    if _data_added(reader, signature):
        changes.append(Change(ChangeKind.VALIDATION_DATA_ADDED))
    return tuple(changes)


def _later(reader: Any, fields: Fields, signature: Any) -> list[str]:
    """The fields that were signed in later revisions of the file, oldest first."""
    found = [(revision, name) for name, field in fields if (revision := _revision(reader, name, field)) is not None]
    return [name for revision, name in sorted(found) if revision > signature.signed_revision]


def _revision(reader: Any, name: str, field: Any) -> int | None:
    try:
        return int(EmbeddedPdfSignature(reader, field, name).signed_revision)
    except Exception:  # not a signature at all; its own report says so
        return None


def _filled(reader: Any, signature: Any) -> list[str]:
    """The fields whose values differ; what pyHanko counts as changed are also fields that somebody looked into."""
    try:
        before = dict(_values(reader.get_historical_root(signature.signed_revision)))
        return sorted(name for name, value in _values(reader.root) if before.get(name) != value)
    except Exception:  # names for people; whether a change is permitted is not decided here
        return []


def _values(root: Any) -> Iterator[tuple[str, str]]:
    """Name and value of each field that is no signature's; of a form without end, as many as one can wait for."""
    waiting, seen = [("", root["/AcroForm"]["/Fields"])] if "/AcroForm" in root else [], 0
    while waiting and seen < MOST_FIELDS:
        above, fields = waiting.pop()
        for place in range(len(fields)):
            seen += 1
            field = fields[place]
            name = ".".join(part for part in (above, str(field["/T"]) if "/T" in field else "") if part)
            if "/Kids" in field:
                waiting.append((name, field["/Kids"]))
            if "/V" in field and field.get("/FT") != "/Sig":
                yield name, str(field["/V"])


def _why(status: Any) -> str:
    """What pyHanko's analysis of the differences stumbled over; "" for bytes behind the last update."""
    return "" if isinstance(status.diff_result, DiffResult) or status.diff_result is None else str(status.diff_result)


def _data_added(reader: Any, signature: Any) -> bool:
    before = ValidationData.of(reader.get_historical_root(signature.signed_revision))
    return ValidationData.of(reader.root) != before
