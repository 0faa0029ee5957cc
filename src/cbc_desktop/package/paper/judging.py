"""Puts together what was collected of a paper, and judges it as the dossier in a package is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cbc_desktop.package.dossier_facts import DossierFiles, JudgedDossier, judged_dossier
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import RECORD, submission_part
from cbc_desktop.package.paper.chunk import PaperId
from cbc_desktop.package.paper.collecting import (
    CollectedPaper,
    CollectedPart,
    PaperCollection,
    code_page,
    numbers_on,
)
from cbc_desktop.package.paper.cutting import SHOWN, digest_of_all
from cbc_desktop.package.paper.packing import DamagedPartError, unpacked
from cbc_desktop.package.paper.places import Unseen
from cbc_desktop.package.paper.report import PaperReport


def judged_papers(collection: PaperCollection) -> tuple[PaperReport, ...]:
    """A report for each paper of which a code was read."""
    return tuple(_judged(paper, collected) for paper, collected in collection.papers.items())


def _judged(paper: PaperId, collected: CollectedPaper) -> PaperReport:
    facts: list[Fact] = []
    files: dict[str, bytes] = {}
    for number in sorted({*range(1, collected.count + 1), *collected.parts}):
        part = collected.parts.get(number)
        found = _files_of(part)
        facts += _part_facts(f"{number}/{collected.count}", part, whole=found is not None)
        files = {**(found or {}), **files}
    unseen = tuple(_unseen(collected))
    facts += _whole_fact(paper, collected)
    dossier = judged_dossier(DossierFiles(files[RECORD], files, None)) if RECORD in files else JudgedDossier(())
    facts += _dossier_facts(dossier, files, all_read=collected.complete)
    facts += _digest_fact(paper, dossier)
    return PaperReport(
        paper=paper,
        facts=tuple(facts),
        files=files,
        record=dossier.record,
        revision=dossier.revision,
        unseen=unseen,
    )


def _unseen(collected: CollectedPaper) -> Iterator[Unseen]:
    for number in range(1, collected.count + 1):
        part = collected.parts.get(number)
        if part is None:
            yield Unseen(number)
        elif not part.restorable:
            pages = range(1, code_page(part.of) + 1)
            yield from (Unseen(number, page) for page in pages if not part.has_all_of(page))


def _files_of(part: CollectedPart | None) -> dict[str, bytes] | None:
    """None when the part is not there, or is damaged."""
    content = part.content if part else None
    try:
        return None if content is None else unpacked(content)
    except DamagedPartError:
        return None


def _part_facts(name: str, part: CollectedPart | None, *, whole: bool) -> Iterator[Fact]:
    if part is None:
        yield Fact.of(FactCode.PAPER_PART, None, name)
    elif whole:
        number = next(iter(part.missing), 0)
        yield Fact.of(FactCode.PAPER_PART, True, name, "restored" if number else "", of=part.of, number=number)
    elif part.restorable or part.contradicted:
        yield Fact.of(FactCode.PAPER_PART, False, name)
    else:
        yield from _page_facts(name, part)


def _page_facts(name: str, part: CollectedPart) -> Iterator[Fact]:
    """Which codes of which page are missing, and where that page was seen."""
    pages = code_page(part.of)
    for page in range(1, pages + 1):
        missing = [number for number in numbers_on(page, part.of) if number not in part.shares]
        told: dict[str, Any] = {"page": f"{page}/{pages}", "numbers": _listed(missing), "of": part.of}
        if place := part.seen_on.get(page) if missing else None:
            yield Fact.of(FactCode.PAPER_PAGE, None, name, "seen", **told, scan=place.page, file=place.path.name)
        elif missing:
            yield Fact.of(FactCode.PAPER_PAGE, None, name, **told)


def _listed(numbers: list[int]) -> str:
    """ "3, 5" or, when they follow each other, "10-17"."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def _whole_fact(paper: PaperId, collected: CollectedPaper) -> Iterator[Fact]:
    parts = [collected.parts.get(number) for number in range(1, collected.count + 1)]
    contents = [part.content for part in parts if part]
    known = [content for content in contents if content is not None]
    if len(known) == collected.count:
        yield Fact.of(FactCode.PAPER_WHOLE, paper.whole == digest_of_all(known))


def _dossier_facts(dossier: JudgedDossier, files: Mapping[str, bytes], *, all_read: bool) -> Iterable[Fact]:
    """Those about files that are there; of a form that was never on paper it is said so, once all else was read."""
    forms = dossier.record.forms if dossier.record else ()
    absent = {submission_part(form.file): form.form_id for form in forms if form.file not in files}
    yield from (fact for fact in dossier.facts if fact.part not in absent)
    named = {RECORD, *(form.file for form in forms)}
    yield from (Fact.of(FactCode.UNEXPECTED_PART, False, name) for name in files if forms and name not in named)
    if all_read:
        yield from (Fact.of(FactCode.PAPER_FORM, None, form) for form in absent.values())


def _digest_fact(paper: PaperId, dossier: JudgedDossier) -> Iterator[Fact]:
    if dossier.record:
        digest = str(dossier.record.content_digest)
        same = digest[:SHOWN] == paper.content
        yield Fact.of(FactCode.PAPER_DIGEST, same, digest=digest, shown=paper.content)
