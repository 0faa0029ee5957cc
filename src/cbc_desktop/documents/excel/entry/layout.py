"""Where things stand on an entry sheet, so that what comes back is found again after people have worked on it.

Nothing is found by its place: a hidden row carries the path of each column's question, a hidden column the name of each
row. People sort, add columns and rename sheets; the keys go along.
"""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.engine.address import Address

TABLE, LIST = "cbc:table", "cbc:list"
ANSWER = "cbc:answer"
"""The key of a list's column of answers; in a table each column has its question's path."""
_BETWEEN = "|"

KEY_COLUMN = 1
KEY_ROW, HEADER_ROW, FIRST_ROW = 4, 5, 6

GUIDE = Message("Huong dan", "Guide")
CHOICES = Message("Danh muc", "Lists")


def key_of(kind: str, repeat: Address | None = None) -> str:
    """The mark at the crossing of key row and key column."""
    return kind if repeat is None else _BETWEEN.join((kind, *_parts(repeat)))


def address_key(address: Address) -> str:
    """The name of a line of a list: the question itself."""
    return _BETWEEN.join(_parts(address))


def read_address(key: str) -> Address | None:
    """The address in a key of either kind; None when there is none in it."""
    row, _, path = key.rpartition(_BETWEEN)
    return Address(row.rpartition(_BETWEEN)[2], path) if path.startswith("/") else None


def _parts(address: Address) -> tuple[str, str]:
    return address.row, address.path
