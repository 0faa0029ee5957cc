"""Adding and saving row 1,000 of a table that others refer to, against adding row 10."""

from __future__ import annotations

from tests.bench.large_plan import ACTIVITIES, PLAN
from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.filling.open_dossier import OpenDossier


def comparison(material: Material) -> Comparison:
    plans = material.large_plan, material.small_plan

    def add(plan: OpenDossier) -> None:
        plan.add_row(PLAN, ACTIVITIES)

    def take_back() -> None:
        for plan in plans:
            plan.undo()

    return compared(
        "add row 1,000",
        "row",
        "row 10 of the same table",
        lambda: add(plans[0]),
        lambda: add(plans[1]),
        between=take_back,
    )
