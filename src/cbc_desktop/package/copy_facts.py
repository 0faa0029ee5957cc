"""Whether the signed copies of attachments are copies of what is attached, and signed by who signed the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import SIGNED_COPIES, Role, media_part, names_of
from cbc_desktop.signing.pdf_verification import UnreadablePdfError, verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import SignatureReport, Verdict, worst

_HOLDS = {Verdict.PASSED: True, Verdict.INDETERMINATE: None, Verdict.FAILED: False}


def copy_facts(
    parts: Mapping[str, bytes], signatures: Sequence[SignatureReport], trust: TrustAnchors, at: datetime
) -> list[Fact]:
    """One fact for each copy; ``signatures`` are those of the document."""
    return [_fact(name, parts, signatures, trust, at) for name in names_of(Role.SIGNED_COPY, parts)]


def _fact(
    name: str, parts: Mapping[str, bytes], signatures: Sequence[SignatureReport], trust: TrustAnchors, at: datetime
) -> Fact:
    """A signature is an update behind the very bytes of the attachment."""
    attachment = parts.get(media_part(name.removeprefix(SIGNED_COPIES)))
    if not attachment or not parts[name].startswith(attachment):
        return Fact.of(FactCode.COPY_SIGNED, False, name, "other")
    try:
        reports = verify_pdf(parts[name], trust, at=at)
    except UnreadablePdfError:
        reports = ()
    if not reports:
        return Fact.of(FactCode.COPY_SIGNED, False, name)
    if not {_who(report) for report in reports} <= {_who(report) for report in signatures}:
        return Fact.of(FactCode.COPY_SIGNED, False, name, "signer")
    return Fact.of(FactCode.COPY_SIGNED, _HOLDS[worst(report.verdict for report in reports)], name)


def _who(report: SignatureReport) -> tuple[str, str, int | None]:
    return report.issuer, report.signer, report.serial
