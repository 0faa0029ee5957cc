"""The function table: every function of the language by its name, one small function each, grouped by kind."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.xpath.functions.booleans import BOOLEAN_FUNCTIONS
from cbc_desktop.xpath.functions.chance import CHANCE_FUNCTIONS
from cbc_desktop.xpath.functions.dates import DATE_FUNCTIONS
from cbc_desktop.xpath.functions.function import Function
from cbc_desktop.xpath.functions.geo import GEO_FUNCTIONS
from cbc_desktop.xpath.functions.nodesets import NODESET_FUNCTIONS
from cbc_desktop.xpath.functions.numbers import NUMBER_FUNCTIONS
from cbc_desktop.xpath.functions.repeats import REPEAT_FUNCTIONS
from cbc_desktop.xpath.functions.selects import SELECT_FUNCTIONS
from cbc_desktop.xpath.functions.strings import STRING_FUNCTIONS
from cbc_desktop.xpath.functions.surroundings import SURROUNDINGS_FUNCTIONS

FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for group in (
        STRING_FUNCTIONS,
        BOOLEAN_FUNCTIONS,
        NUMBER_FUNCTIONS,
        DATE_FUNCTIONS,
        NODESET_FUNCTIONS,
        SELECT_FUNCTIONS,
        REPEAT_FUNCTIONS,
        SURROUNDINGS_FUNCTIONS,
        CHANCE_FUNCTIONS,
        GEO_FUNCTIONS,
    )
    for function in group
}
