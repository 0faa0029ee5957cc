"""Whether what document systems are told of the document is what its pages say."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.documents.pdf.embedded import UnreadablePdfError
from cbc_desktop.documents.pdf.issue_lines import IssueLines, issue_lines
from cbc_desktop.documents.vietnamese import date_in_words
from cbc_desktop.package.facts import Fact, FactCode, lacking_fact
from cbc_desktop.package.layout import OUTGOING
from cbc_desktop.package.outgoing import LONGEST_NOTATION, LONGEST_NUMBER, OutgoingDocument, UnreadableOutgoingError

_GIVEN = (FactCode.OUTGOING_NUMBERED, FactCode.OUTGOING_DATED)


def outgoing_facts(parts: Mapping[str, bytes], pdf: bytes, agency: str, *, trial: bool) -> list[Fact]:
    """Nothing for a package without it, as older programs made them. ``agency`` is its name in the record.

    That number or date is given nowhere is a fact of its own (Decree 30/2020/NĐ-CP, Appendix I, II.3 and II.4).
    """
    if OUTGOING not in parts:
        return []
    try:
        outgoing = OutgoingDocument.from_xml(parts[OUTGOING])
        shown = issue_lines(pdf)
    except (UnreadableOutgoingError, UnreadablePdfError):
        return [Fact.of(FactCode.OUTGOING_FITS, False, OUTGOING, "unreadable")]
    if outgoing.agency != agency[: len(outgoing.agency)] or not outgoing.agency:
        return [Fact.of(FactCode.OUTGOING_FITS, False, OUTGOING, "agency")]
    return _facts(outgoing, shown, trial=trial)


def _facts(outgoing: OutgoingDocument, lines: IssueLines, *, trial: bool) -> list[Fact]:
    """Undecided where a number was written by hand or stamped on the page: only a person can read that."""
    told = f"{outgoing.number}/{outgoing.notation}", date_in_words(outgoing.issued) if outgoing.issued else ""
    shown = _number(lines), date_in_words(lines.date) if lines.date else lines.day
    given = bool(outgoing.number), bool(outgoing.issued)
    for seen, said, there in zip(shown, told, given, strict=True):
        if seen and (seen != said or not there):
            return [Fact.of(FactCode.OUTGOING_FITS, False, OUTGOING, "page", shown=seen, told=said if there else "…")]
    blank = [lacking_fact(code, trial=trial) for code, there in zip(_GIVEN, given, strict=True) if not there]
    if any(there and not seen for seen, there in zip(shown, given, strict=True)):
        return [Fact.of(FactCode.OUTGOING_FITS, None, OUTGOING), *blank]
    return blank or [Fact.of(FactCode.OUTGOING_FITS, True, OUTGOING)]


def _number(lines: IssueLines) -> str:
    """ "45/UBND-VX", as far as the decree has room for it; "" while there is no number."""
    stroke = "/" if lines.symbol else ""
    return f"{lines.number[:LONGEST_NUMBER]}{stroke}{lines.symbol[:LONGEST_NOTATION]}"
