"""A part of a dossier on paper: runs of pages numbered on their own, as the decree wants it of each appendix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """What stands on pages of one direction, beginning on a fresh page."""

    flowables: tuple[Flowable, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One run at least."""

    runs: tuple[Run, ...]

    @classmethod
    def of(cls, portrait: Iterable[Flowable] = (), landscape: Iterable[Flowable] = ()) -> Part:
        """Upright pages, then pages on their side; either may be empty, but not both."""
        runs = (Run(tuple(portrait)), Run(tuple(landscape), landscape=True))
        return cls(tuple(run for run in runs if run.flowables))

    def then(self, flowables: Iterable[Flowable]) -> Part:
        """With more upright pages behind."""
        return replace(self, runs=(*self.runs, Run(tuple(flowables))))

    def ending(self, flowable: Flowable) -> Part:
        """With one more thing behind its upright pages, where it is least often alone on a page, else on the last."""
        place = max((place for place, run in enumerate(self.runs) if not run.landscape), default=len(self.runs) - 1)
        ended = replace(self.runs[place], flowables=_kept_together(self.runs[place].flowables, flowable))
        return replace(self, runs=(*self.runs[:place], ended, *self.runs[place + 1 :]))


def _kept_together(flowables: Sequence[Flowable], last: Flowable) -> tuple[Flowable, ...]:
    """With ``last`` on the page of the paragraph before it, when that is what the others end with."""
    place = len(flowables) - 1
    while place > 0 and isinstance(flowables[place], CondPageBreak):
        place -= 1
    if not isinstance(flowables[place], Paragraph):
        return (*flowables, last)
    return (*flowables[:place], KeepTogether([flowables[place], last]))
