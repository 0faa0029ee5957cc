"""Whether a file ever was a package of the program: what is none is told so, instead of what a package would lack."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePath

from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import RECORD, SUBMISSIONS, SUMS

_OURS = tuple(name.encode() for name in (RECORD, SUBMISSIONS, SUMS))
"""Names of parts: they stand in a package as they are, also in one that lost its beginning or its end."""
TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods"})
"""How names of tables end, such as the exports of online forms."""
_ZIP = b"PK"
_MAY_HOLD_ONE = frozenset({".pdf", ".zip"})


def empty_fact() -> Fact:
    return Fact.of(FactCode.OF_PROGRAM, False, reason="empty")


def foreign_fact(path: Path, content: bytes, names: Collection[str]) -> Fact | None:
    """That it is none; None where it is one, or may have been; ``names`` are those of the parts that can be read.

    A zip of which nothing can be read may be torn, and in one with a PDF or another zip there may be a dossier.
    """
    if not content:
        return empty_fact()
    if any(name in content for name in _OURS) or (not names and content.startswith(_ZIP)):
        return None
    if any(PurePath(name).suffix.casefold() in _MAY_HOLD_ONE for name in names):
        return None
    return Fact.of(FactCode.OF_PROGRAM, False, reason="table" if path.suffix.casefold() in TABLES else "")
