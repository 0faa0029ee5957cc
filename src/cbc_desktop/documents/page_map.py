"""Which question stands where on the pages of a document, for whoever points at a place on paper."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain

from cbc_desktop.engine.address import Address

Cells = tuple[tuple[float, Address], ...]
HEAD = Address("", "")
"""What belongs to no question: the head of an appendix, its pages of codes."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """From here on down the pages say something of the node at ``address``, until the next landmark.

    ``left`` and ``top`` are in points from the upper left corner of the page; pages count from 0.
    """

    form_id: str
    address: Address
    page: int
    left: float
    top: float
    cells: Cells = ()
    """Of a table's row: where each cell begins, in points from the left edge of the page, and its answer."""

    def says(self, address: Address) -> bool:
        """Whether it is of this very node."""
        return self.address == address or any(cell == address for _, cell in self.cells)

    def address_at(self, left: float) -> Address:
        """The answer ``left`` points from the left edge of the page."""
        begun = [address for edge, address in self.cells if edge <= left]
        return begun[-1] if begun else self.address


@dataclass(frozen=True, slots=True)
class PageMap:
    """``landmarks`` are in the order in which they stand in the document, and are known by their number in it."""

    landmarks: tuple[Landmark, ...] = ()

    def index_at(self, page: int, top: float) -> int | None:
        """What stands so many points below the upper edge of a page; None where no question does.

        Between two lines it is the one above, on what goes on over a page break the one that began before it.
        """
        behind = bisect_right(self.landmarks, (page, top), key=lambda one: (one.page, one.top))
        return behind - 1 if behind and self.landmarks[behind - 1].address != HEAD else None

    def index_of(self, form_id: str, address: Address) -> int | None:
        """Where an answer stands, or at least its row or its table; None when it is not on paper."""
        own = [(index, one) for index, one in enumerate(self.landmarks) if one.form_id == form_id]
        exact = (index for index, one in own if one.says(address))
        of_row = (index for index, one in own if address.row and one.address.row == address.row)
        around = (
            index for index, one in own if address.path.startswith(f"{one.address.path}/") and one.address != HEAD
        )
        return next(chain(exact, of_row, around), None)

    def bottom_of(self, index: int) -> float | None:
        """Where the next landmark begins, in points from the upper edge; None when that is on another page."""
        here, behind = self.landmarks[index], self.landmarks[index + 1 : index + 2]
        return next((one.top for one in behind if one.page == here.page), None)


NO_MAP = PageMap()
"""Of a document in which nobody noted where questions stand."""
