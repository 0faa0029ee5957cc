"""One answer committed at the filling desk, against one row committed by SQLite with the same promises."""

from __future__ import annotations

import sqlite3
from itertools import count

from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.engine.address import Address

ANSWERS = 50
FORM, QUESTION = "khao-sat-nhanh", Address("", "/data/s1/q1_05")


def comparison(material: Material) -> Comparison:
    connection = sqlite3.connect(material.folder / "floor.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, lexical TEXT)")
    numbers = count()

    def answer() -> None:
        for _ in range(ANSWERS):
            material.draft.answer(FORM, QUESTION, f"Nguyễn Văn Mẫu {next(numbers)}, Phó Chủ tịch")

    def insert() -> None:
        for _ in range(ANSWERS):
            connection.execute("INSERT INTO answer (lexical) VALUES (?)", (f"Nguyễn Văn Mẫu {next(numbers)}",))

    sizes = {"ours_units": ANSWERS, "least_units": ANSWERS}
    measured = compared("keep one answer", "answer", "SQLite, WAL, FULL: one insert", answer, insert, **sizes)
    connection.close()
    return measured
