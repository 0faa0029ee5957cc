"""The signature over an ASiC-E container's manifest: detached CAdES (ETSI EN 319 162-1 and EN 319 122-1, level B-B)."""

from __future__ import annotations

from datetime import datetime

from asn1crypto import cms
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import async_validate_detached_cms

from cbc_desktop.signing.cms_facts import ANY_KEY_USAGE, Surroundings, malformed, report_of, validation_context
from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.pyhanko_door import SIGNING_DIGEST, finished
from cbc_desktop.signing.trust import TrustAnchors
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
    context = validation_context(trust, at)
    around = Surroundings(field=name, well_formed=True, changes_after=ChangesAfter.NONE, covers_whole_file=True)
    try:
        signed_data = cms.ContentInfo.load(signature, strict=True)["content"]
        validating = async_validate_detached_cms(manifest, signed_data, context, key_usage_settings=ANY_KEY_USAGE)
        return report_of(finished(validating), extract_signer_info(signed_data), around, at)
    except Exception:  # whatever the parser stumbles over, the signature is malformed
        return malformed(name)
