"""The documents of the shipped campaign, filled in and empty, keep the measures of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import pytest
from decree_accounts import strays_in_the_margin, unaccounted
from decree_reading import Reading
from decree_table import ELEMENTS
from golden_files import golden_documents
from test_golden_files import NAMES

DOCUMENTS = sorted({name.partition(".")[0] for name in NAMES})


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_line_is_accounted_for_and_every_element_is_as_the_decree_has_it(name: str) -> None:
    reading = Reading.of(golden_documents()[name].dossier)
    assert unaccounted(reading) == []
    assert strays_in_the_margin(reading) == []
    assert [(element.name, fault) for element in ELEMENTS for fault in element.faults(reading)] == []
