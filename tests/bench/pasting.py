"""Pasting 1,000 rows of 12 columns behind a table, read and saved, against as many inserts in one transaction."""

from __future__ import annotations

import sqlite3

from tests.bench.large_plan import ACTIVITIES, PLAN
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.filling.block_landing import plan_paste
from cbc_desktop.filling.pasting import paste

ROWS, FIRST_COLUMN = 1000, 7
LINE = (
    "01/04/2022",
    "31/12/2022",
    "Tháng",
    "Hằng tuần",
    "Sở số {}",
    "Sở Tư pháp",
    "{} tin, bài",
    "Số lượt xem",
    "1.200",
    "bài",
    "12,5",
    "200",
)
"""From the first day of an activity to its money from the province."""


def comparison(material: Material) -> Comparison:
    plan, session = material.large_plan, material.large_plan.form(PLAN).session
    block = "\n".join("\t".join(LINE).format(row % 25, row) for row in range(ROWS))
    connection = sqlite3.connect(material.folder / "paste.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answer (row INTEGER, leaf INTEGER, lexical TEXT)")

    def take() -> None:
        behind = len(session.tree.repeat(ACTIVITIES).rows)
        paste(plan, PLAN, plan_paste(session, ACTIVITIES, behind, FIRST_COLUMN, block).paste)

    def insert() -> None:
        cells = ((row, leaf, text) for row in range(ROWS) for leaf, text in enumerate(LINE))
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO answer VALUES (?, ?, ?)", cells)
        connection.execute("COMMIT")

    floor = "SQLite: 12,000 inserts, one COMMIT"
    measured = compared("paste 1,000 x 12", "block", floor, take, insert, between=plan.undo)
    connection.close()
    return measured
