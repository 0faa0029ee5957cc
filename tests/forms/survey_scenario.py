"""The sample survey of campaign 837 as a live form: changed by short names, asked what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.identifiers import SeededIdentifiers
from cbc_desktop.engine.session import FormSession, SavedForm
from cbc_desktop.engine.violations import Condition
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition, RepeatDef
from cbc_desktop.forms.library import FormLibrary

FORMS = Path(__file__).parents[2] / "forms"
SAMPLE = json.loads((FORMS / "837-btttt-cbc" / "sample" / "khao-sat-nhanh.json").read_text(encoding="utf-8"))
ISSUE = {"number": "1234/UBND-VX", "date": "2022-03-25", "sent": "2022-03-25"}

SIGNS = {Condition.WARNING: "W", Condition.REQUIRED: "R"}
"""How a problem is written in a scenario: W a warning, R a missing answer, E any other error."""


def read_survey(cache: Path) -> FormDefinition:
    library = FormLibrary([FORMS], cache)
    return library.form(library.campaign("837-btttt-cbc"), "khao-sat-nhanh")


class SurveyScenario:
    """Names are short: ``q1_06``, ``q4_07/email``, ``t3[2]/email``; facts are given by their own names."""

    def __init__(self, form: FormDefinition, saved: SavedForm | None = None) -> None:
        facts = {"agency-key": "04@", "report-year": "2022", **ISSUE}
        clock = FixedClock(datetime(2022, 3, 25, 10, tzinfo=VIETNAM))
        world = World(clock, SeededIdentifiers(1 if saved is None else 2), facts)
        self._form = form
        self.session = FormSession.resume(form, saved, world) if saved else FormSession.begin(form, world)
        self._paths = {path.rsplit("/", 1)[1]: path for path in self._groups_and_questions()}

    def _groups_and_questions(self) -> Iterator[str]:
        for node in self._form.nodes():
            if isinstance(node, RepeatDef) or node.path.count("/") == 3:
                yield node.path

    def change(self, changes: Mapping[str, str | int]) -> None:
        """A text answers a question; a number gives a table that many rows, new ones like its last."""
        for name, value in changes.items():
            if isinstance(value, int):
                self._resize(self._paths[name], value)
            elif name in ("agency-key", *ISSUE):
                self.session.set_facts({name: value})
            else:
                self.answer(self._full(name), value)

    def answer(self, reference: str, value: str) -> None:
        self.session.answer(self.session.locate(reference), value)

    def fill(self, table: str, rows: list[dict[str, str]]) -> None:
        """Writes rows into a table, adding those that it lacks."""
        for number, row in enumerate(rows, start=1):
            if number > len(self._rows(table)):
                self.session.add_row(self.session.locate(table))
            for name, value in row.items():
                self.answer(f"{table}[{number}]/{name}", value)

    def problems(self) -> set[str]:
        """For example ``{"E q1_07", "W t3[2]/email"}``."""
        return {
            f"{SIGNS.get(problem.condition, 'E')} {self._short(self.session.reference(node.address))}"
            for node in self.session.problems()
            for problem in node.problems
        }

    def _resize(self, table: str, count: int) -> None:
        rows = self._rows(table)
        for row in rows[count:]:
            self.session.delete_row(row)
        self.fill(table, [{}] * len(rows[:count]) + [SAMPLE["tables"][table][-1]] * (count - len(rows)))

    def _rows(self, table: str) -> list[str]:
        return [row.id for row in self.session.save().rows if row.path == table]

    def _full(self, name: str) -> str:
        first = name.split("/")[0].split("[")[0]
        return self._paths[first] + name.removeprefix(first)

    def _short(self, reference: str) -> str:
        steps = reference.split("/")[3:]
        return "/".join(steps[1:] if len(steps) > 1 and steps[1][0] == "t" and "[" in steps[1] else steps)


def filled_sample(form: FormDefinition) -> SavedForm:
    """The sample as `make demo` fills it in."""
    survey = SurveyScenario(form)
    for path, value in SAMPLE["answers"].items():
        survey.answer(path, value)
    for table, rows in SAMPLE["tables"].items():
        survey.fill(table, rows)
    for path, file in SAMPLE["files"].items():
        survey.answer(path, Path(file).name)
    return survey.session.save()
