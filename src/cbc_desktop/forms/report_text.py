"""What the report on all answers of a campaign says around its figures: the table ``[report]`` of indicators.toml."""

from __future__ import annotations

from dataclasses import dataclass

from cbc_desktop.forms.campaign_entries import Entries

REPORT_WORDS = (
    *("letter", "letter_date", "ministry", "asked", "respondents"),
    *("undecided", "pending", "missing", "late", "standing", "until"),
)
"""What the texts may say in braces. ``undecided``: a person must decide between versions of these; ``pending``: nothing
that these sent can be used; ``standing``: all four counts in words, without noughts; ``until``: the day of the last
answer, in words."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """A báo cáo of ``agency``. ``symbol`` is the agency's: "BM" in "Số: /BC-BM".

    ``signature`` are the lines above the name. ``signer`` and ``parent_agency`` are "" where the campaign
    says none.
    """

    agency: str
    symbol: str
    place: str
    subject: str
    addressees: tuple[str, ...]
    paragraphs: tuple[str, ...]
    closing: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str = ""
    parent_agency: str = ""
    opinions: tuple[str, ...] = ()
    """The questions, ``table.column``, whose answers are printed as what agencies think."""


def read_report_text(report: Entries) -> ReportText:
    """UserFacingError names a missing or wrong entry."""
    return ReportText(
        agency=report.text("agency"),
        symbol=report.text("symbol"),
        place=report.text("place"),
        subject=report.template("subject", REPORT_WORDS),
        addressees=report.texts("addressees"),
        paragraphs=report.templates("paragraphs", REPORT_WORDS),
        closing=report.template("closing", REPORT_WORDS),
        recipients=report.texts("recipients"),
        signature=report.texts("signature"),
        signer=report.text("signer") if "signer" in report.table else "",
        parent_agency=report.text("parent_agency") if "parent_agency" in report.table else "",
        opinions=report.texts("opinions") if "opinions" in report.table else (),
    )
