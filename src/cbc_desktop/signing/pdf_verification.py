"""The signatures of a PDF, judged one by one; never an exception for a bad signature, never the network.

The law for changed bytes: after changing any one byte of a signed PDF no signature is PASSED, unless the byte lies in
the signature's own hexadecimal text, outside its padding, and every fact of the report is as before (letter case of a
digit; the few fields of the CMS envelope that no signature covers).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature, async_validate_pdf_signature

from cbc_desktop.signing.cms_facts import ANY_KEY_USAGE, Surroundings, malformed, report_of, validation_context
from cbc_desktop.signing.permitted_changes import PERMITTED_CHANGES
from cbc_desktop.signing.pyhanko_door import finished
from cbc_desktop.signing.signed_range import SignedRange, ranges_in
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport

_END_OF_UPDATE = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_LONGEST_END = 64
MOST_FIELDS = 10_000
"""Of a form, each counted as often as it is reached."""
UNFOLDED = DecodeLimits(document_budget=DocumentDecodeBudget(base_allowance=128 * 2**20, max_ratio=4))
"""How many bytes a stranger's file may unfold to while signatures are looked for; each stream has limits of its own."""


class UnreadablePdfError(Exception):
    """The bytes are no PDF that signatures could be looked for in, or an encrypted one."""


def verify_pdf(pdf: bytes, trust: TrustAnchors, *, at: datetime) -> tuple[SignatureReport, ...]:
    """One report for each filled signature field, oldest first; no report means that nobody signed.

    ``at`` is the present moment of the verifier, with a time zone. Document timestamps are not reported: they are
    nobody's signature. A signature that stands in the file and in no field was left out by somebody who wrote another
    document behind it: a malformed one without a field. Raises UnreadablePdfError when the bytes are no readable PDF.
    """
    reader, fields = _opened(pdf)
    named = {_covered(value) for _, value, _ in fields}
    judged = [_judged(pdf, reader, name, field, trust, at) for name, value, field in fields if not _is_timestamp(value)]
    reports = [report for _, report in sorted(judged, key=lambda pair: pair[0])]
    return (*reports, *(malformed("") for _ in ranges_in(pdf) - named))


def _opened(pdf: bytes) -> tuple[Any, list[tuple[str, Mapping[str, Any], Any]]]:
    """The reader and the filled signature fields: name, signature dictionary and field object."""
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=True, decode_limits=UNFOLDED)
        if reader.encrypted:
            raise UnreadablePdfError("encrypted")
        _require_few_fields(reader)
        found = enumerate_sig_fields(reader, filled_status=True)
        return reader, [(str(name), _dictionary(value), field) for name, value, field in found]
    except Exception as error:  # whatever a hostile file makes of the parser, it is the file's fault
        raise UnreadablePdfError(str(error)) from error


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


def _dictionary(value: Any) -> Mapping[str, Any]:
    """Empty when something else stands where a signature should."""
    dictionary = value.get_object()
    return dictionary if isinstance(dictionary, dict) else {}


def _is_timestamp(signature: Mapping[str, Any]) -> bool:
    return signature.get("/Type") == "/DocTimeStamp"


def _covered(signature: Mapping[str, Any]) -> SignedRange | None:
    """What the signature says that it covers; None for one that says no such thing, which fails by itself."""
    try:
        numbers = signature["/ByteRange"]
        return SignedRange.of([numbers[place] for place in range(len(numbers))])
    except Exception:  # whatever the parser stumbles over, it is malformed
        return None


def _judged(
    pdf: bytes, reader: Any, name: str, field: Any, trust: TrustAnchors, at: datetime
) -> tuple[float, SignatureReport]:
    """The revision of the file that the signature closed, and the report; what is malformed comes last."""
    context = validation_context(trust, at)
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
        status = finished(_validation(signature, context))
        return signature.signed_revision, report_of(status, signature.signer_info, _around(pdf, signature, status), at)
    except Exception:  # a signature that the parser stumbles over is malformed, whatever it stumbled over
        return math.inf, malformed(name)


def _validation(signature: Any, context: Any) -> Any:
    return async_validate_pdf_signature(
        signature, context, key_usage_settings=ANY_KEY_USAGE, diff_policy=PERMITTED_CHANGES
    )


def _around(pdf: bytes, signature: Any, status: Any) -> Surroundings:
    signed = SignedRange.of(signature.byte_range)
    well_formed = signed.holds_exactly(pdf, signature.pkcs7_content)
    whole = well_formed and signed.covers_all_of(pdf)
    return Surroundings(
        field=signature.field_name,
        well_formed=well_formed,
        changes_after=ChangesAfter.NONE if whole else _changes_after(pdf, signature, status),
        covers_whole_file=whole,
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
