"""A campaign's filled-in sample as a live form: changed by short names, asked what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.saved_form import SavedForm
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition
from cbc_desktop.engine.world import World
from cbc_desktop.forms.catalogue import FormCatalogue
from cbc_desktop.forms.definition import FormDefinition, RepeatDef

FORMS = Path(__file__).parents[2] / "forms"
CAMPAIGN = "837-btttt-cbc"
SIGNS = {Condition.WARNING: "W", Condition.REQUIRED: "R"}
"""How a problem is written in a scenario: W a warning, R a missing answer, E any other error."""


def read_form(form_id: str, cache: Path) -> FormDefinition:
    catalogue = FormCatalogue([FORMS], cache)
    return catalogue.form(catalogue.campaign(CAMPAIGN), form_id)


def read_sample(form_id: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((FORMS / CAMPAIGN / "sample" / f"{form_id}.json").read_text(encoding="utf-8"))
    return content


class SampleScenario:
    """Names are short: a question's own name (``q1_06``), or a column of a row (``t3[2]/email``).

    ``#td2`` in a value is the row that the sample calls so; facts of the dossier are given by their own names.
    """

    def __init__(
        self, form: FormDefinition, sample: dict[str, Any], facts: Mapping[str, str], saved: SavedForm | None
    ) -> None:
        clock = FixedClock(datetime(2022, 3, 25, 10, tzinfo=VIETNAM))
        world = World(clock, SeededIdentifiers(1 if saved is None else 2), facts)
        self._form, self._sample, self._facts = form, sample, facts
        self.session = FormSession.resume(form, saved, world) if saved else FormSession.begin(form, world)
        self._paths = {path.rsplit("/", 1)[1]: path for path in self._tables_and_questions()}

    def _tables_and_questions(self) -> Iterator[str]:
        for node in self._form.nodes():
            if isinstance(node, RepeatDef) or node.path.count("/") == 3:
                yield node.path

    def change(self, changes: Mapping[str, str | int]) -> None:
        """A text answers a question; a number gives a table that many rows, new ones like its last."""
        for name, value in changes.items():
            if isinstance(value, int):
                self._resize(self._paths[name], value)
            elif name in self._facts:
                self.session.set_facts({name: value})
            else:
                self.answer(self._full(name), value)

    def answer(self, reference: str, value: str) -> None:
        named = re.sub(r"#(\w+)", lambda tag: self._row_called(tag[0]), value)
        self.session.answer(self.session.locate(reference), named)

    def fill_sample(self) -> None:
        """The sample as `make demo` fills it in; rows come first, because rows may name each other."""
        for table, rows in self._sample["tables"].items():
            self.add_rows(table, len(rows) - len(self.rows(table)))
        for path, value in self._sample["answers"].items():
            self.answer(path, value)
        for table, rows in self._sample["tables"].items():
            self.fill(table, rows)
        for path, file in self._sample.get("files", {}).items():
            self.answer(path, Path(file).name)

    def fill(self, table: str, rows: list[dict[str, str]]) -> None:
        for number, row in enumerate(rows, start=1):
            for name, value in row.items():
                if name != "#":
                    self.answer(f"{table}[{number}]/{name}", value)

    def add_rows(self, table: str, count: int) -> None:
        for _ in range(count):
            self.session.add_row(self.session.locate(table))

    def delete(self, name: str) -> None:
        """Deletes a row, ``b5[2]``."""
        self.session.delete_row(self.session.locate(self._full(name)).row)

    def value(self, name: str) -> str:
        return self.session.value(self.session.locate(self._full(name)))

    def problems(self) -> set[str]:
        """For example ``{"E b8[1]/ket_thuc", "W p8_b8"}``."""
        return {
            f"{SIGNS.get(problem.condition, 'E')} {short_name(self.session.reference(node.address))}"
            for node in self.session.problems()
            for problem in node.problems
        }

    def rows(self, table: str) -> list[str]:
        return [row.id for row in self.session.save().rows if row.path == table]

    def _resize(self, table: str, count: int) -> None:
        rows = self.rows(table)
        for row in rows[count:]:
            self.session.delete_row(row)
        self.add_rows(table, count - len(rows))
        last = self._sample["tables"][table][-1]
        self.fill(table, [{}] * len(rows[:count]) + [last] * (count - len(rows)))

    def _row_called(self, tag: str) -> str:
        for table, rows in self._sample["tables"].items():
            for place, row in enumerate(rows):
                if row.get("#") == tag.removeprefix("#"):
                    return self.rows(table)[place]
        raise AssertionError(f"no row of the sample is called {tag}")

    def _full(self, name: str) -> str:
        first = name.split("/")[0].split("[")[0]
        return self._paths[first] + name.removeprefix(first)


def short_name(reference: str) -> str:
    """``/data/m8/p8_b8/b8[3]/chu_tri`` is ``b8[3]/chu_tri``; ``/data/m8/p8_b8`` is ``p8_b8``."""
    return re.sub(r"^/data/\w+/(\w+/(?=\w+\[))?", "", reference)
