"""A figure in a table of 1,000 rows on which sums and checks of another table hang, against the same with 10 rows."""

from __future__ import annotations

from itertools import count

from tests.bench.large_plan import EXPENSES, PLAN
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier


def comparison(material: Material) -> Comparison:
    numbers = count(1)

    def edit(plan: OpenDossier) -> None:
        rows = plan.form(PLAN).session.tree.repeat(EXPENSES).rows
        plan.answer(PLAN, Address(rows[len(rows) // 2].id, f"{EXPENSES.path}/so_luong"), str(next(numbers)))

    return compared(
        "edit a cell, 1,000 rows",
        "cell",
        "the same with 10 rows",
        lambda: edit(material.large_plan),
        lambda: edit(material.small_plan),
    )
