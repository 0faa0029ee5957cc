"""Laying answers down in tables: against bare sqlite3, which is given the finished rows of the same tables."""

from __future__ import annotations

import itertools
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tests.bench.measuring import MICROSECONDS, Comparison, compared

sys.path.append(str(Path(__file__).parent.parent / "consolidating"))

from many_offices import ManyOffices

from cbc_desktop.office import open_catalogue
from cbc_desktop.receiving.consolidating.empty_tables import lay_empty
from cbc_desktop.receiving.consolidating.laid_down import lay_agencies, lay_answers
from cbc_desktop.receiving.consolidating.laid_forms import LaidForm, laid_forms
from cbc_desktop.receiving.counted import Counted
from cbc_desktop.store.tables_file import new_tables

OFFICES = 40
ROUNDS = 3


def comparisons() -> Iterator[Comparison]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        catalogue = open_catalogue(folder / "home")
        campaign = catalogue.campaigns()[0]
        forms = [catalogue.form(campaign, form) for form in campaign.forms]
        asked = campaign.agencies.respondents(campaign.register_date)
        counted = tuple(ManyOffices(campaign, forms).counted(asked[:OFFICES]))
        laid = laid_forms(campaign, forms)
        files = (folder / f"{number}.sqlite" for number in itertools.count())
        first = next(files)
        _lay(first, laid, counted)
        schema, rows = _rows(first)
        count = sum(map(len, rows.values()))
        yield compared(
            f"lay down the answers of {OFFICES}",
            "row",
            "sqlite3 with finished rows",
            lambda: _lay(next(files), laid, counted),
            lambda: _bare(next(files), schema, rows),
            ours_units=count,
            least_units=count,
            measure=MICROSECONDS,
            rounds=ROUNDS,
        )


def _lay(path: Path, forms: Sequence[LaidForm], counted: Sequence[Counted]) -> None:
    with new_tables(path) as tables:
        lay_empty(tables, forms)
        lay_agencies(tables, [one.agency for one in counted], {})
        lay_answers(tables, forms, counted)


def _rows(path: Path) -> tuple[list[str], dict[str, list[tuple[object, ...]]]]:
    """What makes the tables and their indexes, and the rows of each table."""
    with closing(sqlite3.connect(path)) as tables:
        made = tables.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY rowid").fetchall()
        names = [name for kind, name, _ in made if kind == "table"]
        return [sql for *_, sql in made], {name: tables.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def _bare(path: Path, schema: Sequence[str], rows: dict[str, list[tuple[object, ...]]]) -> None:
    with closing(sqlite3.connect(path)) as tables:
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            tables.execute(f"PRAGMA {pragma}")
        for sql in schema:
            tables.execute(sql)
        for name, of_table in rows.items():
            if of_table:
                tables.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(of_table[0]))})", of_table)
        tables.commit()
