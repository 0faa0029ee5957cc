"""Databases and codes changed from inside: values around all triggers, shares of chunks under a right checksum."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

from damage import damaged
from mutation import word

from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.package.paper.chunk import Chunk, chunk_from
from cbc_desktop.store.copy_file import STEPS, seal_of
from cbc_desktop.store.in_memory import strangers_database

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_LENGTH = 2
_MOST_OF_A_CHUNK = 255


def change_rows(content: bytes, random: Random) -> bytes:
    """One value is another one, or one row is gone; what guards the tables stands there again afterwards."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        triggers = connection.execute(_TRIGGERS).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        _change_row(connection, random)
        for _, again in triggers:
            connection.execute(again)
        connection.commit()
        return connection.serialize()


def _change_row(connection: sqlite3.Connection, random: Random) -> None:
    tables = [name for (name,) in connection.execute(_TABLES)]
    filled = [name for name in tables if connection.execute(f"SELECT 1 FROM {name}").fetchone()]
    table = random.choice(filled)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    row = random.choice(connection.execute(f"SELECT rowid FROM {table}").fetchall())
    column = random.choice(columns)
    if random.random() < 0.1:
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", row)
        return
    others = connection.execute(f"SELECT {random.choice(columns)} FROM {table}").fetchall()
    text = word(random).encode("utf-8", "surrogatepass")
    values = (text.decode("utf-8", "replace"), text, None, -1, 2**62, 0.5, b"", random.choice(others)[0])
    value, as_text = random.choice(values), random.random() < 0.1
    new = "CAST(? AS TEXT)" if as_text else "?"
    connection.execute(f"UPDATE {table} SET {column} = {new} WHERE rowid = ?", (value, *row))


def change_copy(content: bytes, random: Random) -> bytes:
    """Mostly under a seal that fits."""
    changed = change_rows(content, random)
    if random.random() < 0.1:
        return changed
    with suppress(BugError, UserFacingError), strangers_database(changed, Path("x.cbcd"), STEPS) as copy:
        copy.execute("UPDATE carried_seal SET digest = ?", (seal_of(copy),))
        return copy.content()
    return changed


def change_codes(content: bytes, random: Random) -> bytes:
    """Codes get lost, come twice, or say something else under a checksum that fits."""
    codes = codes_in(content) or [b""]
    at = random.randrange(len(codes))
    deed = random.randrange(6)
    if deed == 0:
        del codes[at]
    elif deed == 1:
        codes.insert(at, codes[at])
    else:
        codes[at] = _changed_code(codes[at], random)
    return joined(codes)


def _changed_code(code: bytes, random: Random) -> bytes:
    chunk = chunk_from(code)
    if not isinstance(chunk, Chunk) or random.random() < 0.2:
        return damaged(code, random) if code else random.randbytes(40)
    field = random.choice(("part", "parts", "number", "of", "share", "share"))
    if field == "share":
        return replace(chunk, share=damaged(chunk.share, random)).to_bytes()
    return replace(chunk, **{field: random.randint(0, _MOST_OF_A_CHUNK)}).to_bytes()


def joined(codes: list[bytes]) -> bytes:
    """Codes as one file: each behind its length in two bytes."""
    return b"".join(len(code).to_bytes(_LENGTH, "big") + code for code in codes if len(code) < 2**16)


def codes_in(content: bytes) -> list[bytes]:
    codes = []
    while content:
        length = int.from_bytes(content[:_LENGTH], "big")
        codes.append(content[_LENGTH : _LENGTH + length])
        content = content[_LENGTH + length :]
    return codes
