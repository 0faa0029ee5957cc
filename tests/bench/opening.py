"""Opening a dossier with 1,000 plan rows in each of two tables, against reading its answers from SQLite."""

from __future__ import annotations

from tests.bench.material import Material
from tests.bench.measuring import Comparison, compared


def comparison(material: Material) -> Comparison:
    dossier, store = material.large_plan, material.office.store
    keys = [filling.instance.key for filling in dossier.forms.values()]
    return compared(
        "open 1,000 + 1,000 rows",
        "dossier",
        "SQLite: its rows and answers",
        lambda: material.office.filling.open(dossier.dossier_id),
        lambda: [store.answers.load(key) for key in keys],
    )
