"""A finished document held against what should stand in it: where each text is, and what nobody can account for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from traced_pages import Line, Rule, TracedPage, traced

from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.documents.printed_form import PrintedDossier

MM = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 20 * MM, 20 * MM, 30 * MM, 15 * MM
SLACK = 0.6
"""Points by which two places may differ and still be called the same."""

Passage = tuple[Line, ...]
"""The lines of one text, in their order."""


@dataclass(frozen=True)
class Reading:
    dossier: PrintedDossier
    pages: Sequence[TracedPage]

    @classmethod
    def of(cls, dossier: PrintedDossier) -> Reading:
        return cls(dossier, traced(to_pdfa(render_pdf(dossier), [])))

    @cached_property
    def body(self) -> list[Line]:
        """What stands level between the top and the bottom margin, in the order in which it was drawn."""
        return [line for line in self._lines() if line.level and self._between_margins(line)]

    @cached_property
    def around(self) -> list[Line]:
        """What stands in the margins, and what is turned."""
        inside = set(self.body)
        return [line for line in self._lines() if line not in inside]

    @cached_property
    def first_page_of_forms(self) -> int:
        """The first of the pages on which forms are printed as appendices, counted from 0; beyond the last for none."""
        begins = [
            number
            for number, page in enumerate(self.pages)
            if not any(is_page_number(line, page) for line in page.lines)
        ]
        forms = len(self.dossier.appendices)
        return begins[-forms] if forms else len(self.pages)

    def passages(self, text: str) -> Iterator[Passage]:
        """Every place where this text stands, however its lines are broken."""
        wanted = squeezed(text)
        for start in range(len(self._squeezed)):
            end, found = start, ""
            while end < len(self._squeezed) and len(found) < len(wanted) and wanted.startswith(found):
                found += self._squeezed[end]
                end += 1
            if found == wanted:
                yield tuple(self.body[start:end])

    def page(self, line: Line) -> TracedPage:
        return self.pages[line.page]

    def rules_below(self, line: Line, within: float) -> list[Rule]:
        """The level lines drawn at most so many points below the line of text."""
        return [
            rule
            for rule in self.page(line).rules
            if rule.height < 1 and 0 < rule.top - line.baseline <= within and rule.left < line.centre < rule.right
        ]

    @cached_property
    def _squeezed(self) -> list[str]:
        return [squeezed(line.text) for line in self.body]

    def _lines(self) -> Iterator[Line]:
        return (line for page in self.pages for line in page.lines)

    def _between_margins(self, line: Line) -> bool:
        return TOP <= line.baseline <= self.page(line).height - BOTTOM


Check = Callable[[Passage, Reading], str]
"""What is wrong with a passage, "" when nothing is."""


@dataclass(frozen=True)
class Element:
    """A row of the decree: what stands in a document, and how."""

    name: str
    source: str
    """The paragraph of Appendix I of Decree 30/2020/NĐ-CP, Part I; or whose addition it is."""
    texts: Callable[[PrintedDossier], Sequence[str]]
    face: str
    sizes: tuple[float, float]
    checks: tuple[Check, ...] = ()
    colour: str = "black"

    def passages(self, reading: Reading) -> list[Passage]:
        wanted = [text for text in self.texts(reading.dossier) if text.strip()]
        return [passage for text in wanted for passage in reading.passages(text) if self._is_mine(passage)]

    def faults(self, reading: Reading) -> list[str]:
        found = self.passages(reading)
        said = [f"{passage[0].text}: {check(passage, reading)}" for passage in found for check in self.checks]
        return [fault for fault in said if not fault.endswith(": ")]

    def _is_mine(self, passage: Passage) -> bool:
        return all(
            line.face == self.face and self.sizes[0] <= line.size <= self.sizes[1] and line.colour == self.colour
            for line in passage
        )


def is_page_number(line: Line, page: TracedPage) -> bool:
    """I.7: Arabic, 13 to 14, upright, centred in the top margin."""
    middle = (LEFT + page.width - RIGHT) / 2
    return (
        line.text.isdecimal()
        and line.face == "upright"
        and 13 <= line.size <= 14
        and abs(line.centre - middle) < SLACK
        and TOP / 2 < line.baseline < TOP
    )


def squeezed(text: str) -> str:
    """Without any white space: where lines are broken is the printer's business."""
    return "".join(text.split())
