"""What is true of a package or of a signed PDF: facts, signatures, and the verdict that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.record import DossierRecord
from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.facts import LACKING, Fact, FactCode
from cbc_desktop.package.names import printable
from cbc_desktop.package.signature_words import details_of, heading_of
from cbc_desktop.signing.signature_facts import Revocation, Timestamp
from cbc_desktop.signing.verdict import NO_CERTIFICATE_CHAIN_FOUND, SignatureReport, Verdict, badness, worst


class Kind(Enum):
    """What was verified."""

    PACKAGE = "package"
    PDF = "pdf"


_OF_SIGNATURES = frozenset({FactCode.SIGNATURE, FactCode.CONTAINER_SIGNATURE, FactCode.COPY_SIGNED})
_VERDICTS = {
    Verdict.PASSED: Message("ĐẠT: hồ sơ nguyên vẹn và chữ ký số hợp lệ.", "PASSED: intact, and validly signed."),
    Verdict.INDETERMINATE: Message(
        "CHƯA KẾT LUẬN ĐƯỢC: không thấy dấu hiệu bị sửa, nhưng chưa xác nhận được mọi điều.",
        "INDETERMINATE: no sign of alteration, but not everything could be confirmed.",
    ),
    Verdict.FAILED: Message(
        "KHÔNG ĐẠT: hồ sơ đã bị sửa, bị hỏng hoặc không đầy đủ.", "FAILED: altered, damaged or incomplete."
    ),
}
NOT_OURS = Message("KHÔNG PHẢI GÓI HỒ SƠ của chương trình.", "NO PACKAGE of the program.")
TRIAL = Message(
    "THỬ NGHIỆM: gói này được lập để thử, không có giá trị.",
    "TRIAL: this package was made for practice and is not valid.",
)
ABOUT = Message(
    "{agency}, đợt khảo sát {campaign}, lần {number}, chốt số liệu lúc {moment}.",
    "{agency}, campaign {campaign}, revision {number}, finalised {moment}.",
)
MARKS = {
    False: Message("SAI", "WRONG"),
    None: Message("CHƯA RÕ", "UNDECIDED"),
    True: Message("ĐÚNG", "RIGHT"),
}
WORST_FIRST = {False: 0, None: 1, True: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """Independent facts; the verdict follows from them.

    a fact is wrong  a fact is undecided  PDF signatures, the worst | verdict
    ---------------  -------------------  ------------------------- | -------------
    yes              any                  any                       | FAILED
    no               any                  FAILED                    | FAILED
    no               yes                  other                     | INDETERMINATE
    no               no                   INDETERMINATE or none     | INDETERMINATE
    no               no                   PASSED                    | PASSED

    The container's signature is a fact of its own: it can spoil a package, but it vouches for nothing that the PDF
    does not vouch for (decision 7).
    """

    path: Path
    kind: Kind
    facts: tuple[Fact, ...]
    signatures: tuple[SignatureReport, ...] = ()
    """Those of the PDF, oldest first."""
    container_signature: SignatureReport | None = None
    record: DossierRecord | None = None
    """Who, what and when, as the signed PDF says it; None when it cannot be read."""
    revision: Revision | None = None
    """The very bytes that were verified, for who goes on with them; None when a submission is wrong or missing."""

    @property
    def verdict(self) -> Verdict:
        if any(fact.holds is False for fact in self.facts):
            return Verdict.FAILED
        signed = worst(signature.verdict for signature in self.signatures)
        undecided = any(fact.holds is None for fact in self.facts)
        return worst([signed, Verdict.INDETERMINATE]) if undecided else signed

    @property
    def failed_parts(self) -> tuple[str, ...]:
        """The names in facts that do not hold, each once; "" stands for the whole."""
        return tuple(dict.fromkeys(fact.part for fact in self.facts if fact.holds is False))

    @property
    def lacking(self) -> tuple[FactCode, ...]:
        """Which of number, date and signature of the agency an issued document has, and this one has not."""
        return tuple(fact.code for fact in self.facts if fact.code in LACKING)

    @property
    def only_issuer_unknown(self) -> bool:
        """Whether nothing else keeps it from passing than that nobody here has decided to trust an issuer.

        Of one's own package that is reassuring; a stranger's may have been made by anybody.
        """
        undecided = {fact.code for fact in self.facts if fact.holds is None}
        reasons = {signature.not_trusted_because for signature in self.signatures_worst_first if not signature.trusted}
        unknown = self.verdict is Verdict.INDETERMINATE and reasons == {NO_CERTIFICATE_CHAIN_FOUND}
        return unknown and bool(undecided) and undecided <= _OF_SIGNATURES

    @property
    def headline(self) -> Message:
        """The verdict in words."""
        return NOT_OURS if self.is_foreign else _VERDICTS[self.verdict]

    @property
    def is_foreign(self) -> bool:
        """Whether it never was a package or a document of the program; it fails all the same."""
        return any(fact.code is FactCode.OF_PROGRAM for fact in self.facts)

    @property
    def about(self) -> tuple[Message, ...]:
        """Whose package it is, as its record says; a trial is said first."""
        return () if self.record is None else about_record(self.record)

    @property
    def worst_first(self) -> tuple[Fact, ...]:
        return _sorted(self.facts)

    @property
    def signatures_worst_first(self) -> tuple[SignatureReport, ...]:
        """Those of the PDF and of the container."""
        every = (*self.signatures, *([self.container_signature] if self.container_signature else []))
        return tuple(sorted(every, key=lambda signature: badness(signature.verdict), reverse=True))

    def lines(self, language: str) -> list[str]:
        """The verdict, whose package it is, a line for each fact, then what is known of each signature, worst first."""
        signatures = [line for signature in self.signatures_worst_first for line in told_signature(signature)]
        told = (self.headline, *self.about, *told_worst_first(self.facts), *signatures)
        return [line.in_language(language) for line in told]

    def to_json(self) -> dict[str, object]:
        """Plain values for ``json.dumps``; keys and codes stay the same from version to version."""
        return {
            "path": str(self.path),
            "kind": self.kind.value,
            "verdict": self.verdict.value,
            "failed_parts": list(self.failed_parts),
            "dossier": record_json(self.record) if self.record else None,
            "facts": [fact_json(fact) for fact in self.facts],
            "signatures": [_signature_json(signature) for signature in self.signatures],
            "container_signature": _signature_json(self.container_signature) if self.container_signature else None,
        }


def _sorted(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: WORST_FIRST[fact.holds]))


def told_worst_first(facts: Iterable[Fact]) -> tuple[Message, ...]:
    """A line for each fact, with the mark that says whether it holds."""
    return tuple(_marked(MARKS[fact.holds], fact.message) for fact in _sorted(facts))


def told_signature(signature: SignatureReport) -> Iterator[Message]:
    """A heading and a line for each thing that is known of it; nothing for what is no signature at all."""
    details = details_of(signature)
    if details:
        yield heading_of(signature)
    for detail in details:
        told = detail.told if detail.holds else _marked(MARKS[detail.holds], detail.told)
        yield Message(f"  {told.vi}", f"  {told.en}")


def _marked(mark: Message, message: Message) -> Message:
    return Message(f"[{mark.vi}] {message.vi}", f"[{mark.en}] {message.en}")


def about_record(record: DossierRecord) -> tuple[Message, ...]:
    """Whose dossier it is, as its record says; a trial is said first."""
    names = {
        "agency": printable(record.agency_name),
        "campaign": printable(record.identity.campaign_id),
        "number": record.number,
        "moment": f"{record.finalised_at:%d/%m/%Y %H:%M}",
    }
    return (*([TRIAL] if record.trial else []), ABOUT.filled(**names))


def record_json(record: DossierRecord) -> dict[str, object]:
    return {
        "campaign": record.identity.campaign_id,
        "agency": str(record.identity.agency),
        "agency_name": record.agency_name,
        "dossier": record.identity.dossier_id,
        "revision": record.number,
        "finalised_at": record.finalised_at.isoformat(),
        "content_digest": str(record.content_digest),
        "trial": record.trial,
    }


def fact_json(fact: Fact) -> dict[str, object]:
    return {
        "code": fact.code.value,
        "part": fact.part,
        "holds": fact.holds,
        "vi": fact.message.vi,
        "en": fact.message.en,
    }


def _signature_json(signature: SignatureReport) -> dict[str, object]:
    return {
        "field": signature.field,
        "signer": signature.signer,
        "issuer": signature.issuer,
        "verdict": signature.verdict.value,
        "intact": signature.intact,
        "not_intact_because": signature.not_intact_because,
        "strong": signature.strong,
        "changes_after": signature.changes_after.value,
        "covers_whole_file": signature.covers_whole_file,
        "trusted": signature.trusted,
        "not_trusted_because": signature.not_trusted_because,
        "claimed_time": _iso(signature.claimed_time),
        "trial": signature.trial,
        "sub_indication": signature.sub_indication,
        "organisation": signature.organisation,
        "serial": f"{signature.serial:x}" if signature.serial is not None else None,
        "valid_from": _iso(signature.valid_from),
        "valid_until": _iso(signature.valid_until),
        "for_documents": signature.for_documents,
        "chain": list(signature.chain),
        "anchor_group": signature.anchor_group,
        "revocations": [_revocation_json(revocation) for revocation in signature.revocations],
        "attested_time": _iso(signature.attested_time),
        "timestamps": [_timestamp_json(stamp) for stamp in signature.timestamps],
        "level": signature.level.level.value,
        "level_lacking": signature.level.lacking.value,
        "changes": [{"kind": change.kind.value, "name": change.name} for change in signature.changes],
        "only_evidence_after": signature.only_evidence_after,
    }


def _revocation_json(revocation: Revocation) -> dict[str, object]:
    return {
        "whose": revocation.whose,
        "status": revocation.status.value,
        "since": _iso(revocation.since),
        "evidence": revocation.evidence,
        "as_of": _iso(revocation.as_of),
        "in_file": revocation.in_file,
    }


def _timestamp_json(stamp: Timestamp) -> dict[str, object]:
    return {
        "at": _iso(stamp.at),
        "authority": stamp.authority,
        "document": stamp.document,
        "trusted": stamp.trusted,
        "not_trusted_because": stamp.not_trusted_because,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
