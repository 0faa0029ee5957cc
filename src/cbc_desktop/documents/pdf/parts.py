"""A part of a dossier on paper: runs of pages numbered on their own, as the decree wants it of each appendix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable


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
        """With one more thing on the last page."""
        last = self.runs[-1]
        return replace(self, runs=(*self.runs[:-1], replace(last, flowables=(*last.flowables, flowable))))
