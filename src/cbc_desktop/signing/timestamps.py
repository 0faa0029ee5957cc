"""Time stamp tokens (RFC 3161) in a signature or over a file: what they attest, and whether one can rely on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from pyhanko.sign.validation.generic_cms import (
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel, TimestampSignatureStatus

from cbc_desktop.signing.certificate import Certificate
from cbc_desktop.signing.chain import Chain, is_strong, judged_chain, validation_context
from cbc_desktop.signing.pyhanko_door import finished
from cbc_desktop.signing.revocation import Evidence
from cbc_desktop.signing.signature_facts import Timestamp
from cbc_desktop.signing.signed_range import SignedRange
from cbc_desktop.signing.validation_data import ValidationData

TIMESTAMP_ORDER_FAILURE = "TIMESTAMP_ORDER_FAILURE"
_CLOCKS_DIFFER = timedelta(minutes=5)
_STAMPING = "1.3.6.1.5.5.7.3.8"
_SUBFILTER = "/ETSI.RFC3161"
"""ISO 32000-2, 12.8.5."""


@dataclass(frozen=True, slots=True)
class JudgedTimestamp:
    """A token, and the chain of the service that made it."""

    fact: Timestamp
    chain: Chain


@dataclass(frozen=True, slots=True)
class DocumentTimestamp:
    """``end``: up to which byte it covers the file."""

    field: str
    end: int
    judged: JudgedTimestamp


@dataclass(frozen=True, slots=True)
class DocumentTimestamps:
    """The document timestamps of a file, newest first, each judged at the time that the next newer one attests.

    ``evidence``: the data of the whole file, and since when they are known to have been there.
    """

    stamps: tuple[DocumentTimestamp, ...]
    evidence: Evidence

    @classmethod
    def of(cls, pdf: bytes, reader: Any, fields: list[tuple[str, Any]], evidence: Evidence) -> DocumentTimestamps:
        """Never raises: what stands where a timestamp should and is none attests nothing."""
        judged = cls((), evidence)
        for end, signature in sorted(_located(pdf, reader, fields), key=lambda placed: placed[0], reverse=True):
            judged = judged._with(signature, end, reader)
        return judged

    def over(self, end: int) -> list[DocumentTimestamp]:
        """Those that cover more than the first ``end`` bytes, newest first; one may rely on some of them."""
        return [stamp for stamp in self.stamps if stamp.end > end]

    def _with(self, signature: Any, end: int, reader: Any) -> DocumentTimestamps:
        """With the next older one."""
        at = attested_by(self.over(end))
        token = judged_token(signature.signed_data, signature.compute_digest, self.evidence, at, document=True)
        try:
            judged = finished(token)
        except Exception:  # a token that the parser stumbles over attests nothing
            return self
        stamp = DocumentTimestamp(signature.field_name, end, judged)
        if not judged.fact.trusted:
            return replace(self, stamps=(*self.stamps, stamp))
        covered = ValidationData.of(reader.get_historical_root(signature.signed_revision))
        known = dict.fromkeys((*covered.ocsps, *covered.crls), judged.fact.at)
        evidence = replace(self.evidence, known={**self.evidence.known, **known})
        return DocumentTimestamps((*self.stamps, stamp), evidence)


def attested_by(stamps: Iterable[DocumentTimestamp]) -> datetime | None:
    """The earliest time that those attest on which one may rely."""
    return min((stamp.judged.fact.at for stamp in stamps if stamp.judged.fact.trusted), default=None)


def _located(pdf: bytes, reader: Any, fields: list[tuple[str, Any]]) -> list[tuple[int, Any]]:
    return [placed for name, field in fields if (placed := _one_located(pdf, reader, name, field)) is not None]


def _one_located(pdf: bytes, reader: Any, name: str, field: Any) -> tuple[int, Any] | None:
    """The end of what it covers; None unless it is a token that covers the whole of its revision and nothing else."""
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
        covered = SignedRange.of(signature.byte_range)
        whole = signature.evaluate_signature_coverage() >= SignatureCoverageLevel.ENTIRE_REVISION
        sound = whole and covered.holds_exactly(pdf, signature.pkcs7_content)
        return (covered.end, signature) if sound and signature.sig_object.get("/SubFilter") == _SUBFILTER else None
    except Exception:  # not a signature at all
        return None


async def judged_signature_timestamps(
    signer_info: Any, evidence: Evidence, at: datetime | None
) -> list[JudgedTimestamp]:
    """The tokens in the signature's own unsigned attributes (RFC 5126, 6.1.1); ``at`` as in `judged_token`."""
    found = []
    for signed_data in extract_tst_data_iter(signer_info, signed=False):
        imprint = message_imprint_checker(signer_info)
        try:
            found.append(await judged_token(signed_data, imprint, evidence, at, document=False))
        except Exception:  # a token that the parser stumbles over attests nothing
            continue
    return found


async def judged_token(
    signed_data: Any, imprint: Callable[[str], bytes], evidence: Evidence, at: datetime | None, *, document: bool
) -> JudgedTimestamp:
    """``at``: when the token was there, as a newer one attests; None for the present.

    Its service's certificate must have been valid then. A verifier's clock may be behind the service's.
    """
    stated = signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    moment = at or max(evidence.present, stated)
    context = validation_context(evidence, moment)
    status: Any = TimestampSignatureStatus(**await validate_tst_signed_data(signed_data, context, imprint))
    certificate = Certificate.of(status.signing_cert.dump())
    chain = await judged_chain(status, evidence, moment)
    because = _why_not_relied_on(status, certificate, signed_data) or _why_not_then(chain, stated, at)
    fact = Timestamp(
        at=stated,
        authority=certificate.subject,
        document=document,
        trusted=not because,
        not_trusted_because=because,
    )
    return JudgedTimestamp(fact, chain)


def _why_not_relied_on(status: Any, certificate: Certificate, signed_data: Any) -> str:
    for wrong, because in (
        (not status.intact, "HASH_FAILURE"),
        (not status.valid, "SIG_CRYPTO_FAILURE"),
        (not is_strong(signed_data["signer_infos"][0], certificate), "CRYPTO_CONSTRAINTS_FAILURE"),
        (certificate.purposes != frozenset({_STAMPING}), "CHAIN_CONSTRAINTS_FAILURE"),  # RFC 3161, 2.3
        (status.timestamp < certificate.valid_from, "NOT_YET_VALID"),
    ):
        if wrong:
            return because
    return ""


def _why_not_then(chain: Chain, stated: datetime, at: datetime | None) -> str:
    """A service that was revoked later made no bad tokens before, if a newer timestamp attests this one."""
    if at is None:
        return chain.problem_at(stated, proven=False, claimed=None)
    late = stated > at + _CLOCKS_DIFFER
    return TIMESTAMP_ORDER_FAILURE if late else chain.problem_at(at, proven=True, claimed=None)
