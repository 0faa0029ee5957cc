"""A sheet in letters from before Unicode, such as .VnTime, in Unicode: column by column, for people mix them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cbc_desktop.base.old_encodings import OldEncoding, decode, recognise
from cbc_desktop.documents.excel.reading import SheetTexts


@dataclass(frozen=True, slots=True)
class ConvertedSheet:
    """``original`` is as it was read; ``encodings`` are those that were recognised, by column number."""

    original: SheetTexts
    sheet: SheetTexts
    encodings: dict[int, OldEncoding]


def converted(sheet: SheetTexts) -> ConvertedSheet:
    """What is in Unicode already stays as it is."""
    encodings = _encodings(["\n".join(filter(None, column)) for column in zip(*sheet.rows, strict=True)])
    rows = tuple(
        tuple(decode(text, encodings[column]) if column in encodings else text for column, text in enumerate(row))
        for row in sheet.rows
    )
    return ConvertedSheet(sheet, replace(sheet, rows=rows), encodings)


def _encodings(columns: Sequence[str]) -> dict[int, OldEncoding]:
    """A column of a few letters proves nothing alone, but may together with one that does."""
    alone = {number: found.encoding for number, text in enumerate(columns) if (found := recognise(text))}
    proof = "\n".join(columns[number] for number in alone)
    together = {
        number: found.encoding
        for number, text in enumerate(columns)
        if alone and not text.isascii() and (found := recognise(f"{proof}\n{text}"))
    }
    return {**together, **alone}
