"""A block from a spreadsheet over a table: what each of its texts would do where it falls.

What of this people should look at before it is taken is found by paste_checks.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cbc_desktop.base.old_encodings import recognise
from cbc_desktop.base.text import folded
from cbc_desktop.documents.cell_texts import is_readable, meant
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.engine.nodes import LeafNode, RepeatNode, RowNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.clipboard_block import Block, parse_block
from cbc_desktop.filling.pasting import PastedCell, PastePlan
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.table_columns import table_columns
from cbc_desktop.forms.definition import Control, LeafDef


@dataclass(frozen=True, slots=True)
class PasteWishes:
    """How a person wants a block taken; ``headings`` None: the first row is left out when it looks like headings."""

    headings: bool | None = None
    overwrite: bool = True
    convert: bool = False
    """From TCVN3 and VNI to Unicode."""
    capitals: bool = False
    """The block stood in a capital font of TCVN3."""


AS_IT_IS = PasteWishes()


@dataclass(frozen=True, slots=True)
class LandedCell:
    """A text where it can be taken; ``row`` counts the rows that are shown from 0, and new ones behind them.

    ``given`` was on the clipboard, ``text`` is the same as it is taken; ``before`` is the answer that is there now,
    ``after`` what the text means, None when it is no answer of the column's kind.
    """

    row: int
    column: LeafDef
    given: str
    text: str
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class NoPlace:
    """A text that falls where no answer can be given; ``column`` None: right of the table."""

    row: int
    column: LeafDef | None
    text: str


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """``paste`` takes the cells; ``headings`` tells whether the first row of the block was left out."""

    cells: tuple[LandedCell, ...]
    no_place: tuple[NoPlace, ...]
    headings: bool
    paste: PastePlan

    @property
    def row_count(self) -> int:
        return len({cell.row for cell in self.cells})


def plan_paste(
    session: FormSession, repeat: Address, row: int, column: int, text: str, wishes: PasteWishes = AS_IT_IS
) -> BlockPlan:
    """The block's upper left cell falls on ``row`` and ``column`` of what is shown."""
    block, table = parse_block(text), session.tree.repeat(repeat)
    landing = _Landing(session, table, column + _computed_before(session, table, column, block), wishes)
    headings = landing.has_headings(block) if wishes.headings is None else wishes.headings
    found = list(landing.texts(row, block[1:] if headings else block))
    cells = [one for one in found if isinstance(one, LandedCell) and (wishes.overwrite or not one.before)]
    no_place = tuple(one for one in found if isinstance(one, NoPlace))
    return BlockPlan(tuple(cells), no_place, headings, landing.paste_plan(cells, len(no_place)))


def _computed_before(session: FormSession, repeat: RepeatNode, column: int, block: Block) -> int:
    """How many columns that compute themselves the block passes over: none when it has their headings or values."""
    columns = table_columns(repeat.definition)[column:]
    computed = tuple(takewhile(lambda one: not one.takes_answers, columns))
    width = max(map(len, block), default=0)
    if width > len(columns) - len(computed):
        return 0
    given = {folded(text.strip()) for line in block for text in line[: len(computed)] if text.strip()}
    return 0 if given & _computed_texts(session, repeat, computed) else len(computed)


def _computed_texts(session: FormSession, repeat: RepeatNode, columns: Sequence[LeafDef]) -> set[str]:
    at: RowNode | RepeatNode = repeat.rows[0] if repeat.rows else repeat
    texts = [session.text(column.label, at) for column in columns]
    leaves = (row.within[column.path] for row in repeat.rows for column in columns)
    texts += [as_read(session, leaf) for leaf in leaves if isinstance(leaf, LeafNode)]
    return set(map(folded, texts))


class _Landing:
    """The rows that are shown, and the columns from the block's left one on."""

    def __init__(self, session: FormSession, repeat: RepeatNode, column: int, wishes: PasteWishes) -> None:
        self._session, self._repeat, self._wishes = session, repeat, wishes
        self._rows = [row for row in repeat.rows if row.relevant]
        self._columns = table_columns(repeat.definition)[column:]
        self._new_choices = [session.choices_of_new_row(one, repeat) for one in self._columns]

    def has_headings(self, block: Block) -> bool:
        """Half of the texts are enough: people shorten headings."""
        at: RowNode | RepeatNode = self._repeat.rows[0] if self._repeat.rows else self._repeat
        headings = {folded(self._session.text(column.label, at)) for column in self._columns}
        first = [folded(text.strip()) for text in block[0] if text.strip()] if block else []
        return bool(first) and sum(text in headings for text in first) * 2 > len(first)

    def texts(self, first: int, block: Block) -> Iterator[LandedCell | NoPlace]:
        for place, line in enumerate(self._that_says_something(first, block), first):
            for number, text in enumerate(line):
                if self._takes(place, number):
                    yield self._cell(place, number, text)
                elif text.strip():
                    yield NoPlace(place, self._columns[number] if number < len(self._columns) else None, text)

    def _that_says_something(self, first: int, block: Block) -> Block:
        """Blank lines overwrite answers, but make no new rows at the end."""
        end = len(block)
        while first + end > len(self._rows) and end and not any(text.strip() for text in block[end - 1]):
            end -= 1
        return block[:end]

    def paste_plan(self, cells: Sequence[LandedCell], skipped: int) -> PastePlan:
        there = len(self._repeat.rows)
        places = [row.index for row in self._rows]
        last = max((cell.row for cell in cells), default=-1)
        new_rows = max(last + 1 - len(places), 0)
        places += range(there, there + new_rows)
        pasted = (PastedCell(places[cell.row], cell.column.path, cell.text) for cell in cells)
        return PastePlan(self._repeat.address, tuple(pasted), new_rows, skipped)

    def _leaf(self, place: int, column: LeafDef) -> LeafNode | None:
        """None in a row that is not there yet."""
        if place >= len(self._rows):
            return None
        leaf = self._rows[place].within[column.path]
        assert isinstance(leaf, LeafNode)
        return leaf

    def _takes(self, place: int, number: int) -> bool:
        if number >= len(self._columns):
            return False
        column = self._columns[number]
        if not column.takes_answers or column.control is Control.UPLOAD:
            return False
        leaf = self._leaf(place, column)
        return not self._repeat.definition.fixed if leaf is None else leaf.relevant and not leaf.readonly

    def _cell(self, place: int, number: int, given: str) -> LandedCell:
        column, text = self._columns[number], self._converted(given)
        leaf = self._leaf(place, column)
        choices: Sequence[LiveChoice] = self._new_choices[number] if leaf is None else self._session.choices(leaf)
        lexical = meant(text, column, choices)
        after = lexical if is_readable(lexical, column, choices) else None
        return LandedCell(place, column, given, text, "" if leaf is None else leaf.lexical, after)

    def _converted(self, text: str) -> str:
        old = recognise(text, capitals=self._wishes.capitals) if self._wishes.convert else None
        return text if old is None else old.text
