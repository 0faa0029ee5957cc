"""How a passage of a document may be checked: where it stands, how its lines are set, what is drawn under it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from decree_reading import LEFT, MM, RIGHT, SLACK, Check, Passage, Reading
from traced_pages import Line

FIRST_LINE = 12.7 * MM
SINGLE = 1.149
"""Single line spacing of Times New Roman: ascent, descent and line gap (0.891, 0.216, 0.042) of the letter size."""
LOOSEST = 1.5 * SINGLE
UNDER = 12.0
"""A line that is drawn so many points below a text at most belongs to it."""

Texts = Callable[[Reading], Passage]


def capitals(passage: Passage, reading: Reading) -> str:
    return "" if all(line.text == line.text.upper() for line in passage) else "is not in capitals"


def centred(passage: Passage, reading: Reading) -> str:
    """In the middle between the margins of its page."""
    for line in passage:
        middle = (LEFT + reading.page(line).width - RIGHT) / 2
        if abs(line.centre - middle) > SLACK:
            return f"its middle is {line.centre:.1f}, that of the page {middle:.1f}"
    return ""


def centred_with(other: Texts) -> Check:
    """Under, or over, the middle of another passage, where there is one."""

    def check(passage: Passage, reading: Reading) -> str:
        anchor = other(reading)
        if not anchor:
            return ""
        middle = anchor[0].centre
        strays = [line for line in passage if abs(line.centre - middle) > SLACK]
        return f"its middle is {strays[0].centre:.1f}, not {middle:.1f}" if strays else ""

    return check


def level_with(other: Texts) -> Check:
    """On one line with another passage, where there is one: whatever their sizes, tops or feet meet."""

    def check(passage: Passage, reading: Reading) -> str:
        anchor = other(reading)
        if not anchor:
            return ""
        mine, its = passage[0], anchor[0]
        apart = abs(mine.baseline - its.baseline)
        return f"is {apart:.1f} pt off the line" if apart > abs(mine.size - its.size) + SLACK else ""

    return check


def right_of(other: Texts) -> Check:
    def check(passage: Passage, reading: Reading) -> str:
        return "" if min(line.left for line in passage) > max(line.right for line in other(reading)) else "stands left"

    return check


def at_left_margin(passage: Passage, reading: Reading) -> str:
    return "" if abs(passage[0].left - LEFT) < SLACK else f"begins {passage[0].left - LEFT:.1f} pt off the margin"


def begins_indented(passage: Passage, reading: Reading) -> str:
    """By 1.27 cm; side bearings of letters allowed for."""
    indent = passage[0].left - LEFT - FIRST_LINE
    return f"its first line is {indent:.1f} pt off 1.27 cm" if abs(indent) > SLACK + 1 else ""


def indented(passage: Passage, reading: Reading) -> str:
    """The first line by 1.27 cm, the others not at all."""
    others = all(abs(line.left - LEFT) < SLACK + 1 for line in passage[1:])
    return begins_indented(passage, reading) or ("" if others else "its lines leave the left margin")


def justified(passage: Passage, reading: Reading) -> str:
    """All lines but the last reach the right margin."""
    for line in passage[:-1]:
        if abs(reading.page(line).width - RIGHT - line.right) > SLACK + 1:
            return f"a line ends at {line.right:.1f}"
    return ""


def well_spaced(passage: Passage, reading: Reading) -> str:
    """From single spacing to one and a half."""
    for above, below in pairwise(passage):
        step = (below.baseline - above.baseline) / below.size
        if above.page == below.page and not SINGLE - 0.005 <= step <= LOOSEST:
            return f"its lines are {step:.3f} of the letter size apart"
    return ""


def apart(points: float) -> Check:
    """So many points more than the line spacing below the line before it, unless it begins a page."""

    def check(passage: Passage, reading: Reading) -> str:
        first = passage[0]
        above = [line.baseline for line in reading.body if _is_above(line, first)]
        gap = first.baseline - max(above, default=0.0) - SINGLE * first.size
        return f"stands {gap:.1f} pt below the line before" if gap < points - 0.1 else ""

    return check


def _is_above(line: Line, below: Line) -> bool:
    """In the same column of the same page."""
    overlaps = line.left < below.right and line.right > below.left
    return line.page == below.page and overlaps and line.baseline < below.baseline - 1


def underlined(shortest: float, longest: float) -> Check:
    """One drawn line under it, centred, its length between these parts of the longest line of text."""

    def check(passage: Passage, reading: Reading) -> str:
        last = passage[-1]
        rules = reading.rules_below(last, UNDER)
        if len(rules) != 1:
            return f"has {len(rules)} lines drawn under it"
        part = rules[0].length / max(line.right - line.left for line in passage)
        if abs((rules[0].left + rules[0].right) / 2 - last.centre) > SLACK:
            return "the line under it is not centred"
        return "" if shortest - 0.01 <= part <= longest + 0.01 else f"the line under it is {part:.2f} of the text"

    return check


def framed(height: float) -> Check:
    """In a red frame of this height in millimetres."""

    def check(passage: Passage, reading: Reading) -> str:
        line = passage[0]
        frames = [rule for rule in reading.page(line).rules if rule.colour == "red"]
        edges = [edge for frame in frames for edge in (frame.top, frame.bottom)]
        tall = (max(edges) - min(edges)) / MM if edges else 0.0
        around = edges and min(edges) < line.baseline < max(edges)
        return "" if around and abs(tall - height) < 0.5 else f"its frame is {tall:.1f} mm high"

    return check
