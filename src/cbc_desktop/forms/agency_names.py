"""Agencies by their names as people write them: without accents, with "UBND" and "TP.", or the bare name of a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from cbc_desktop.base.text import folded

if TYPE_CHECKING:
    from cbc_desktop.forms.agencies import Agency

_WORD = re.compile(r"[^\W_]+")
_COMMITTEE, _LEVEL = ("uy ban nhan dan ", "ubnd "), ("tinh ", "thanh pho ", "tp ", "t p ")
"""In this order before the name of a place; never within it: folded, the province Hà Tĩnh ends with a level."""


class AgencyNames:
    """What these agencies are called, worked out when it is first asked for: a hundred thousand take their seconds."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self._agencies = tuple(agencies)

    @cached_property
    def by_code(self) -> Mapping[str, Agency]:
        return {_spelled(agency.code): agency for agency in self._agencies}

    @cached_property
    def by_name(self) -> Mapping[str, Agency]:
        """No spelling that two agencies share."""
        lettered = {code: agency for code, agency in self.by_code.items() if not code.isdecimal()}
        whole = {_spelled(name): agency for agency in self._agencies for name in (agency.name_vi, agency.name_en)}
        return {**_unshared(self._agencies), **lettered, **whole}

    def named(self, text: str) -> Agency | None:
        """By name, or by a code of letters: a number may be anything."""
        return self.by_name.get(_spelled(text)) or self.by_name.get(_bare(text))

    def coded(self, text: str) -> Agency | None:
        return self.by_code.get(_spelled(text))


def _unshared(agencies: Iterable[Agency]) -> dict[str, Agency]:
    """By bare names, those left out that several have: a province and its city."""
    found: dict[str, list[Agency]] = {}
    for agency in agencies:
        found.setdefault(_bare(agency.name_vi), []).append(agency)
    return {name: some[0] for name, some in found.items() if len(some) == 1}


def _spelled(text: str) -> str:
    return " ".join(_WORD.findall(folded(text)))


def searched(text: str) -> str:
    """Folded words without the committee that nearly all names begin with: "UBND tỉnh Huế" is "tinh hue"."""
    name = _spelled(text)
    return next(_without(name, _COMMITTEE), name)


def _bare(text: str) -> str:
    """Without the level, too: "UBND TP. Huế" is "hue"."""
    name = searched(text)
    return next(_without(name, _LEVEL), name)


def _without(name: str, beginnings: Iterable[str]) -> Iterator[str]:
    return (name.removeprefix(beginning) for beginning in beginnings if name.startswith(beginning))
