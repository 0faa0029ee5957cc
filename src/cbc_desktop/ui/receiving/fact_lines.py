"""Facts of a verification as lines, each with its mark, in groups by what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from cbc_desktop.base.message import Message
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.report import WORST_FIRST
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.marks import Mark, MarkWidget
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID

_MARKS: Mapping[bool | None, Mark] = {True: Mark.DONE, None: Mark.UNDECIDED, False: Mark.PROBLEM}
_SIGNATURES = frozenset(
    {
        *(FactCode.CONTAINER_SIGNATURE, FactCode.PDF_SIGNED, FactCode.SIGNATURE, FactCode.SIGNATURE_CLOSES),
        *(FactCode.SIGNATURES_COVER_FILE, FactCode.SIGNER_FITS_AGENCY, FactCode.NOTHING_ACTIVE),
        *(FactCode.FIELD_SHOWS, FactCode.AGENCY_SIGNED, FactCode.AGENCY_SIGNED_APART),
    }
)
_CONTENT = frozenset(
    {
        *(FactCode.RECORD_EMBEDDED, FactCode.EMBEDDED_EQUALS, FactCode.RECORD_READABLE, FactCode.REVISION_CONSISTENT),
        *(FactCode.SUBMISSION_MATCHES, FactCode.CONTENT_DIGEST_RIGHT, FactCode.MEDIA_MATCHES),
    }
)


def fact_line(look: Look, holds: bool | None, message: Message) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(MarkWidget(_MARKS[holds], look.colours), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(look.text(message)), 1)
    return row


def kept_facts(report: Mapping[str, Any]) -> list[Fact]:
    """Of a report as it was kept when something arrived, the worst first."""
    told = sorted(report.get("facts", ()), key=lambda fact: WORST_FIRST[fact["holds"]])
    return [Fact(FactCode(one["code"]), one["part"], one["holds"], Message(one["vi"], one["en"])) for one in told]


def fact_groups(facts: Sequence[Fact]) -> list[tuple[str, list[Fact]]]:
    """A heading and its facts each, those about signatures first; a group may be empty."""
    other = [fact for fact in facts if fact.code not in _SIGNATURES | _CONTENT]
    return [
        (
            QCoreApplication.translate("FactGroups", "Chữ ký số"),
            [fact for fact in facts if fact.code in _SIGNATURES],
        ),
        (
            QCoreApplication.translate("FactGroups", "Nội dung trả lời"),
            [fact for fact in facts if fact.code in _CONTENT],
        ),
        (QCoreApplication.translate("FactGroups", "Các tệp"), other),
    ]
