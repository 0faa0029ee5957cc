"""Finished pages read back with MuPDF, a program that is not ours: every line of text, every drawn line, measured."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from lxml import etree

FACES = {
    "LiberationSerif": "upright",
    "LiberationSerif-Bold": "bold",
    "LiberationSerif-Italic": "italic",
    "LiberationSerif-BoldItal": "bold italic",  # MuPDF keeps 31 letters of a name, six of a subset's prefix and a plus
    "LiberationSerif-BoldItalic": "bold italic",
}
"""How a face of Times' metric stands; any other font has its own name and is nobody's."""
WIDEST_GAP = 40.0
"""Between two words of a justified line, in points."""

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Line:
    """A piece of a line of text in one face and size; points from the upper left corner of the page."""

    text: str
    face: str
    size: float
    colour: str
    level: bool
    """False for text that is turned, as watermarks are."""
    left: float
    right: float
    centre: float
    """Of the line with the blanks at its ends, which a clerk fills in."""
    baseline: float
    page: int


@dataclass(frozen=True)
class Rule:
    """A stroked or filled straight line or rectangle."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class TracedPage:
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def grid(self) -> tuple[Rule, ...]:
        """The upright lines of tables: what lies between two of them stands in a table."""
        return tuple(rule for rule in self.rules if rule.length < 1 < rule.height)

    def in_table(self, line: Line) -> bool:
        beside = [rule for rule in self.grid if rule.top - 1 <= line.baseline <= rule.bottom + 1]
        return any(rule.left <= line.left for rule in beside) and any(rule.left >= line.right for rule in beside)


@dataclass(frozen=True)
class _Glyph:
    character: str
    left: float
    right: float
    baseline: float

    @classmethod
    def of(cls, glyph: etree._Element, matrix: Matrix, size: float) -> Self:
        x, baseline = _placed(matrix, glyph)
        return cls(glyph.get("unicode", "\ufffd"), x, x + float(glyph.get("adv", 0)) * size, baseline)


def traced(pdf: bytes) -> list[TracedPage]:
    """All pages in order; qpdf has put the form fields' own appearances into them, and MuPDF adds none of its own."""
    with tempfile.TemporaryDirectory() as folder:
        finished, flat = Path(folder, "finished.pdf"), Path(folder, "flat.pdf")
        finished.write_bytes(pdf)
        subprocess.run(["qpdf", "--flatten-annotations=print", finished, flat], check=True)
        command = ["mutool", "draw", "-q", "-F", "trace", flat]
        drawn = subprocess.run(command, capture_output=True, check=True).stdout
    root = etree.fromstring(drawn, etree.XMLParser(huge_tree=True, recover=True))
    return [_page(page, number) for number, page in enumerate(root.iter("page"))]


def _page(page: etree._Element, number: int) -> TracedPage:
    _, _, width, height = (float(edge) for edge in page.get("mediabox", "").split())
    texts = [line for text in page.iter("fill_text", "stroke_text") for line in _lines(text, number)]
    rules = [rule for path in page.iter("stroke_path", "fill_path") for rule in _rules(path)]
    return TracedPage(width, height, tuple(texts), tuple(rules))


def _lines(text: etree._Element, page: int) -> Iterator[Line]:
    matrix = _matrix(text.get("transform", ""))
    colour = _colour(text)
    for span in text.iter("span"):
        size = round(float(span.get("trm", "").split()[0]) * (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5, 2)
        glyphs = [_Glyph.of(glyph, matrix, size) for glyph in span.iter("g")]
        face, level = _face(span.get("font", "")), matrix[1] == 0 and matrix[0] > 0
        for piece in _pieces(glyphs) if level else [glyphs]:
            visible = [glyph for glyph in piece if not glyph.character.isspace()]
            if visible:
                words = "".join(glyph.character for glyph in piece).strip()
                edges = visible[0].left, visible[-1].right, (piece[0].left + piece[-1].right) / 2
                yield Line(words, face, size, colour, level, *edges, visible[0].baseline, page)


def _pieces(glyphs: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
    """Glyphs that follow each other on one baseline."""
    piece: list[_Glyph] = []
    for glyph in glyphs:
        if piece and not _goes_on(piece[-1], glyph):
            yield piece
            piece = []
        piece.append(glyph)
    if piece:
        yield piece


def _goes_on(before: _Glyph, glyph: _Glyph) -> bool:
    return abs(before.baseline - glyph.baseline) < 0.1 and -1 < glyph.left - before.right < WIDEST_GAP


def _rules(path: etree._Element) -> Iterator[Rule]:
    matrix = _matrix(path.get("transform", ""))
    points: list[tuple[float, float]] = []
    for step in path:
        if step.tag == "moveto" and points:
            yield _rule(points, _colour(path))
            points = []
        if step.get("x") is not None:
            points.append(_placed(matrix, step))
    if points:
        yield _rule(points, _colour(path))


def _rule(points: list[tuple[float, float]], colour: str) -> Rule:
    across, down = zip(*points, strict=True)
    return Rule(min(across), min(down), max(across), max(down), colour)


def _colour(element: etree._Element) -> str:
    """ "black", "red", or the numbers as they stand in the page."""
    numbers = [float(part) for part in element.get("color", "").split()]
    if not any(numbers):
        return "black"
    return "red" if numbers == [1, 0, 0] else " ".join(f"{number:.2f}" for number in numbers)


def _face(name: str) -> str:
    own = name.partition("+")[2] or name
    return FACES.get(own, own)


def _matrix(text: str) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in text.split())
    return a, b, c, d, e, f


def _placed(matrix: Matrix, element: etree._Element) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = float(element.get("x", 0)), float(element.get("y", 0))
    return a * x + c * y + e, b * x + d * y + f
