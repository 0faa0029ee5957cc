"""Facts about the signed PDF: its signatures, and the files that it embeds and thereby vouches for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.documents.pdf.active_content import Active, active_content
from cbc_desktop.documents.pdf.embedded import UnreadablePdfError as UnreadableFilesError
from cbc_desktop.documents.pdf.embedded import embedded_files
from cbc_desktop.documents.pdf.finished import text_fields
from cbc_desktop.documents.pdf.shown_fields import drawn_otherwise
from cbc_desktop.package.asking import Asking
from cbc_desktop.package.fact_sentences import SENTENCES
from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import EMBEDDED_ROLES, RECORD, embedded_name, in_order, place_of_embedded, role_of
from cbc_desktop.package.names import printable
from cbc_desktop.package.telling_apart import told_apart
from cbc_desktop.signing.pdf_verification import UnreadablePdfError as UnreadableSignaturesError
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.validation_data import NO_DATA
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport, Verdict

_HOLDS = {Verdict.PASSED: True, Verdict.INDETERMINATE: None, Verdict.FAILED: False}


@dataclass(frozen=True, slots=True)
class JudgedPdf:
    """The facts about a PDF alone, and what it embeds by embedded name; nothing when it cannot be read."""

    facts: tuple[Fact, ...]
    signatures: tuple[SignatureReport, ...] = ()
    embedded: Mapping[str, bytes] | None = None

    @property
    def holds_dossier(self) -> bool:
        return self.embedded is not None and RECORD in self.embedded


def judged_pdf(name: str, pdf: bytes, trust: TrustAnchors, at: datetime, asking: Asking | None = None) -> JudgedPdf:
    asked = asking.about(pdf, trust, at) if asking else NO_DATA
    try:
        signatures = verify_pdf(pdf, trust, at=at, asked=asked)
        embedded, active = embedded_files(pdf), active_content(pdf)
        shown = list(_shown_facts(pdf))
    except (UnreadableSignaturesError, UnreadableFilesError):
        return JudgedPdf((Fact.of(FactCode.PDF_READABLE, False, name),))
    named = [signature for signature in signatures if signature.field]
    facts = [Fact.of(FactCode.PDF_READABLE, True, name), Fact.of(FactCode.PDF_SIGNED, bool(named) or None, name)]
    facts += told_apart(map(_signature_fact, signatures))
    facts += [_closing_fact(signature) for signature in signatures if signature.closes]
    if named:
        facts.append(_coverage(name, named))
    return JudgedPdf((*facts, *shown, *_activity(name, active)), signatures, embedded)


def embedding_facts(parts: Mapping[str, bytes], pdf: JudgedPdf) -> Iterator[Fact]:
    """What lies beside the PDF against what the PDF embeds: whoever replaces one cannot replace the other.

    No facts about a PDF that embeds no dossier; that it does not is a fact already.
    """
    if pdf.embedded is None or RECORD not in pdf.embedded:
        return
    beside = [name for name in in_order(parts) if role_of(name) in EMBEDDED_ROLES]
    for name in beside:
        content = pdf.embedded.get(embedded_name(name))
        reason = "not-embedded" if content is None else ""
        yield Fact.of(FactCode.EMBEDDED_EQUALS, content == parts[name], name, reason)
    for name in sorted(set(filter(None, map(place_of_embedded, pdf.embedded))) - set(beside)):
        yield Fact.of(FactCode.EMBEDDED_EQUALS, False, name, "not-in-package")


def _shown_facts(pdf: bytes) -> Iterator[Fact]:
    """Nothing where number and date are drawn as this program does it."""
    values = text_fields(pdf)
    for field in drawn_otherwise(pdf):
        yield Fact.of(FactCode.FIELD_SHOWS, None, field, field, value=printable(values.get(field, "")))


def _activity(name: str, active: frozenset[Active]) -> list[Fact]:
    found = [Fact.of(FactCode.NOTHING_ACTIVE, None, name, kind.value) for kind in Active if kind in active]
    return found or [Fact.of(FactCode.NOTHING_ACTIVE, True, name)]


def _closing_fact(signature: SignatureReport) -> Fact:
    return Fact.of(FactCode.SIGNATURE_CLOSES, None, signature.field, signer=printable(signature.signer))


def _coverage(name: str, signatures: Sequence[SignatureReport]) -> Fact:
    if any(signature.covers_whole_file for signature in signatures):
        return Fact.of(FactCode.SIGNATURES_COVER_FILE, True, name)
    evidence = any(signature.vouches_for_file for signature in signatures)
    return Fact.of(FactCode.SIGNATURES_COVER_FILE, evidence or None, name, "evidence" if evidence else "")


def _signature_fact(signature: SignatureReport) -> Fact:
    return Fact.of(
        FactCode.SIGNATURE,
        _HOLDS[signature.verdict],
        signature.field,
        _reason(signature),
        signer=printable(signature.signer or signature.field),
        issuer=printable(signature.issuer),
        because=signature.not_trusted_because,
    )


def _reason(signature: SignatureReport) -> str:
    """Which of the sentences about a signature fits."""
    if not signature.intact:
        return "altered" if signature.field else "left-out"
    if not signature.strong:
        return "weak"
    if signature.changes_after is ChangesAfter.FORBIDDEN:
        return "forbidden-change"
    because = "" if signature.trusted else signature.not_trusted_because
    known = (FactCode.SIGNATURE.value, _HOLDS[signature.verdict], because) in SENTENCES
    return because if known else ""
