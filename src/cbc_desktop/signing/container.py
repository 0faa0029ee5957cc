"""The signature over an ASiC-E container's manifest: detached CAdES (ETSI EN 319 162-1 and EN 319 122-1, level B-B)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from asn1crypto import cms
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import async_validate_detached_cms

from cbc_desktop.signing.chain import judged_chain, validation_context
from cbc_desktop.signing.cms_facts import ANY_KEY_USAGE, Surroundings, malformed, names_its_certificate, report_of
from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.pyhanko_door import SIGNING_DIGEST, finished
from cbc_desktop.signing.revocation import Evidence
from cbc_desktop.signing.signature_times import times_of
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.validation_data import ValidationData
from cbc_desktop.signing.verdict import ChangesAfter, SignatureReport


def sign_manifest(manifest: bytes, identity: SignerIdentity, *, at: datetime) -> bytes:
    """The DER bytes of META-INF/signature*.p7s over the exact bytes of the manifest; ``at`` is the claimed time."""
    signing = identity.pyhanko_signer().async_sign_general_data(
        manifest,
        SIGNING_DIGEST,
        detached=True,
        use_cades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=at),
    )
    content: bytes = finished(signing).dump()
    return content


def verify_manifest(
    manifest: bytes, signature: bytes, trust: TrustAnchors, *, at: datetime, name: str = ""
) -> SignatureReport:
    """The facts about one detached signature over ``manifest``; never raises for a bad one.

    ``name`` is the signature file's name in the container, for the report. That the files are as the manifest says is
    for the package verifier to find out.
    """
    try:
        return finished(_judged(manifest, signature, Evidence(trust, ValidationData(), at), name))
    except Exception:  # whatever the parser stumbles over, the signature is malformed
        return malformed(name)


async def _judged(manifest: bytes, signature: bytes, evidence: Evidence, name: str) -> SignatureReport:
    signed_data = cms.ContentInfo.load(signature, strict=True)["content"]
    signer_info = extract_signer_info(signed_data)
    times = await times_of(signer_info, evidence)
    status: Any = await async_validate_detached_cms(
        manifest,
        signed_data,
        validation_context(evidence, times.at),
        key_usage_settings=ANY_KEY_USAGE,
    )
    around = Surroundings(
        field=name,
        well_formed=True,
        changes_after=ChangesAfter.NONE,
        covers_whole_file=True,
        baseline=names_its_certificate(signer_info) and status.signer_reported_dt is not None,
    )
    return report_of(status, signer_info, around, await judged_chain(status, evidence, times.at), times)
