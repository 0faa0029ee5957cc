"""The feature table of forms/README.md, from the program's own; `--write` renews it (`make code-map`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from written_parts import ROOT, WrittenPart

from cbc_desktop.forms.features import FEATURES, Feature, Kind, Support

PART = WrittenPart(ROOT / "forms" / "README.md", "features")


def feature_table() -> str:
    """One line for each kind and support; what is not done as specified says what happens instead."""
    lines = ["| | as specified | otherwise |", "|---|---|---|"]
    lines += [f"| {kind.value} | {_full(kind)} | {'; '.join(_otherwise(kind))} |" for kind in Kind]
    return "\n".join(lines) + "\n"


def _full(kind: Kind) -> str:
    return ", ".join(f"`{one.name}`" for one in FEATURES[kind].values() if one.support is Support.FULL)


def _otherwise(kind: Kind) -> Iterator[str]:
    by_note: dict[tuple[Support, str], list[Feature]] = {}
    for one in FEATURES[kind].values():
        if one.support is not Support.FULL:
            by_note.setdefault((one.support, one.note.en), []).append(one)
    for (support, note), features in by_note.items():
        names = ", ".join(f"`{one.name}`" for one in features)
        yield f"{names} ({support.value}: {note[0].lower()}{note[1:].rstrip('.')})"


if __name__ == "__main__" and "--write" in sys.argv:
    PART.write(feature_table())
