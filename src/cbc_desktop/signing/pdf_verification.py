"""The signatures of a PDF, judged one by one; never an exception for a bad signature, never the network.

The law for changed bytes: after changing any one byte of a signed PDF no signature is PASSED, unless the byte lies in
the signature's own hexadecimal text, outside its padding, and every fact of the report is as before (letter case of a
digit; the few fields of the CMS envelope that no signature covers).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, async_validate_pdf_signature

from cbc_desktop.signing.bounded_reading import BoundedReader
from cbc_desktop.signing.chain import Chain, judged_chain, validation_context
from cbc_desktop.signing.cms_facts import (
    ANY_KEY_USAGE,
    Surroundings,
    Times,
    malformed,
    names_its_certificate,
    report_of,
)
from cbc_desktop.signing.named_changes import MOST_FIELDS, named_changes
from cbc_desktop.signing.permitted_changes import PERMITTED_CHANGES, is_fully_signed
from cbc_desktop.signing.pyhanko_door import finished
from cbc_desktop.signing.revocation import Evidence
from cbc_desktop.signing.signature_times import times_of
from cbc_desktop.signing.signed_range import SignedRange, ranges_in
from cbc_desktop.signing.timestamps import DocumentTimestamps
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.validation_data import NO_DATA, ValidationData
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport

_END_OF_UPDATE = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_LONGEST_END = 64
_PADES = "/ETSI.CAdES.detached"
UNFOLDED = DecodeLimits(document_budget=DocumentDecodeBudget(base_allowance=128 * 2**20, max_ratio=4))
"""How many bytes a stranger's file may unfold to while signatures are looked for; each stream has limits of its own."""


class UnreadablePdfError(Exception):
    """The bytes are no PDF that signatures could be looked for in, or an encrypted one."""


def verify_pdf(
    pdf: bytes, trust: TrustAnchors, *, at: datetime, asked: ValidationData = NO_DATA
) -> tuple[SignatureReport, ...]:
    """One report for each filled signature field, oldest first; no report means that nobody signed.

    ``at`` is the present moment of the verifier, with a time zone; ``asked`` is what services answered just now about
    the certificates, which the file does not hold. Document timestamps have no report of their own:
    they are nobody's signature, and attest when the signatures before them were there. Signatures that stand in the
    file and in no field were left out by somebody who wrote another document behind them: for all of them stands one
    report of something malformed, without a field.
    Raises UnreadablePdfError when the bytes are no readable PDF.
    """
    return tuple(each.report for each in examined(pdf, trust, at=at, asked=asked))


@dataclass(frozen=True, slots=True)
class Examined:
    """A report, and what it was made of, for who completes the signature; no chain for a malformed one."""

    report: SignatureReport
    chain: Chain | None = None
    times: Times | None = None
    signer: bytes = b""
    """The signer's certificate, DER."""


def examined(pdf: bytes, trust: TrustAnchors, *, at: datetime, asked: ValidationData = NO_DATA) -> tuple[Examined, ...]:
    """As `verify_pdf`."""
    opened = _opened(pdf)
    evidence = Evidence(trust, ValidationData.of(opened.reader.root), at, asked=asked)
    stamps = DocumentTimestamps.of(pdf, opened.reader, opened.timestamps, evidence)
    judged = [_judged(pdf, opened, name, field, stamps) for name, field in opened.signatures]
    found = [each for _, each in sorted(judged, key=lambda pair: pair[0])]
    named = {_covered(field) for _, field in (*opened.signatures, *opened.timestamps)}
    left_out = [Examined(malformed(""))] if ranges_in(pdf) - named else []
    return (*found, *left_out)


def embedded_data(pdf: bytes) -> ValidationData:
    """What the file carries for its own verification. Raises UnreadablePdfError as `verify_pdf`."""
    return ValidationData.of(_opened(pdf).reader.root)


class _Opened(NamedTuple):
    """The reader and the filled fields: name and field object."""

    reader: Any
    signatures: list[tuple[str, Any]]
    timestamps: list[tuple[str, Any]]


def _opened(pdf: bytes) -> _Opened:
    try:
        reader = BoundedReader(BytesIO(pdf), strict=True, decode_limits=UNFOLDED)
        if reader.encrypted:
            raise UnreadablePdfError("encrypted")
        _require_few_fields(reader)
        found = [
            (str(name), field, _is_timestamp(value))
            for name, value, field in enumerate_sig_fields(reader, filled_status=True)
        ]
    except Exception as error:  # whatever a hostile file makes of the parser, it is the file's fault
        raise UnreadablePdfError(str(error)) from error
    return _Opened(
        reader,
        [(name, field) for name, field, is_timestamp in found if not is_timestamp],
        [(name, field) for name, field, is_timestamp in found if is_timestamp],
    )


def _require_few_fields(reader: Any) -> None:
    """Fields that have the same parts over and over would be walked for ever."""
    if "/AcroForm" not in reader.root:
        return
    waiting, seen = _listed([reader.root["/AcroForm"]], "/Fields"), 0
    while waiting:
        fields = waiting.pop()
        seen += len(fields)
        if seen > MOST_FIELDS:
            raise UnreadablePdfError(f"more than {MOST_FIELDS} fields")
        waiting += _listed((fields[place] for place in range(len(fields))), "/Kids")


def _listed(nodes: Iterable[Any], entry: str) -> list[Any]:
    """What the nodes list under this entry. In pyHanko only brackets resolve references, neither loops nor ``get``."""
    return [node[entry] for node in nodes if isinstance(node, dict) and entry in node]


def _is_timestamp(value: Any) -> bool:
    dictionary = value.get_object()
    return isinstance(dictionary, dict) and dictionary.get("/Type") == "/DocTimeStamp"


def _covered(field: Any) -> SignedRange | None:
    """What the field's signature says that it covers; None when it says no such thing: it fails by itself."""
    try:
        numbers = field.get_object()["/V"]["/ByteRange"]
        return SignedRange.of([numbers[place] for place in range(len(numbers))])
    except Exception:  # whatever the parser stumbles over, it is malformed
        return None


def _judged(pdf: bytes, opened: _Opened, name: str, field: Any, stamps: DocumentTimestamps) -> tuple[float, Examined]:
    """The revision of the file that the signature closed; what is malformed comes last."""
    try:
        signature = EmbeddedPdfSignature(opened.reader, field, name)
        return signature.signed_revision, finished(_examined(pdf, opened, signature, stamps))
    except Exception:  # a signature that the parser stumbles over is malformed, whatever it stumbled over
        return math.inf, Examined(malformed(name))


async def _examined(pdf: bytes, opened: _Opened, signature: Any, stamps: DocumentTimestamps) -> Examined:
    evidence = stamps.evidence
    times = await times_of(signature.signer_info, evidence, stamps.over(SignedRange.of(signature.byte_range).end))
    status = await async_validate_pdf_signature(
        signature,
        validation_context(evidence, times.at),
        key_usage_settings=ANY_KEY_USAGE,
        diff_policy=PERMITTED_CHANGES,
    )
    chain = await judged_chain(status, evidence, times.at)
    report = report_of(status, signature.signer_info, _around(pdf, opened, signature, status), chain, times)
    return Examined(report, chain, times, status.signing_cert.dump())


def _around(pdf: bytes, opened: _Opened, signature: Any, status: Any) -> Surroundings:
    signed = SignedRange.of(signature.byte_range)
    well_formed = signed.holds_exactly(pdf, signature.pkcs7_content)
    whole = well_formed and signed.covers_all_of(pdf)
    changes_after = ChangesAfter.NONE if whole else _changes_after(pdf, signature, status)
    return Surroundings(
        field=signature.field_name,
        well_formed=well_formed,
        changes_after=changes_after,
        covers_whole_file=whole,
        baseline=_is_baseline(signature),
        only_evidence_after=changes_after is ChangesAfter.PERMITTED
        and status.modification_level <= ModificationLevel.LTA_UPDATES,
        closes=signature.docmdp_level is MDPPerm.NO_CHANGES and not is_fully_signed(opened.reader),
        changes=named_changes(opened.reader, signature, status, changes_after, opened.signatures, opened.timestamps),
    )


def _is_baseline(signature: Any) -> bool:
    """ETSI EN 319 142-1, clause 6.3: format, claimed time in the dictionary, certificate bound by an attribute."""
    dictionary = signature.sig_object
    return (
        dictionary.get("/SubFilter") == _PADES and "/M" in dictionary and names_its_certificate(signature.signer_info)
    )


def _changes_after(pdf: bytes, signature: Any, status: Any) -> ChangesAfter:
    """PERMITTED when all that follows are complete updates which fill fields or sign.

    pyHanko accepts bytes behind the last update, and it accepts them behind the signed revision: we do not.
    """
    permitted = (
        status.docmdp_ok
        and status.modification_level <= ModificationLevel.FORM_FILLING
        and signature.reader.xrefs.total_revisions > signature.signed_revision + 1
        and _END_OF_UPDATE.search(pdf[-_LONGEST_END:])
    )
    return ChangesAfter.PERMITTED if permitted else ChangesAfter.FORBIDDEN
