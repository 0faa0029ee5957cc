"""Facts about the container's own signature (ETSI EN 319 162-1, 4.4.3.2), where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cbc_desktop.package.facts import Fact, FactCode
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MANIFEST
from cbc_desktop.package.manifest import Manifest, UnreadableManifestError
from cbc_desktop.package.names import printable
from cbc_desktop.signing.cms_facts import HASH_FAILURE
from cbc_desktop.signing.container import verify_manifest
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.signing.verdict import SignatureReport, Verdict


@dataclass(frozen=True, slots=True)
class JudgedContainer:
    """No fact and no signature when the manifest announces none and none is there."""

    facts: tuple[Fact, ...] = ()
    signature: SignatureReport | None = None


def judged_container(parts: Mapping[str, bytes], trust: TrustAnchors, at: datetime) -> JudgedContainer:
    announced = _announced(parts)
    signature = parts.get(CONTAINER_SIGNATURE)
    if signature is None:
        return JudgedContainer((_wrong("missing"),) if announced else ())
    if announced != CONTAINER_SIGNATURE:
        return JudgedContainer((_wrong("unannounced"),))
    report = verify_manifest(parts[MANIFEST], signature, trust, at=at, name=CONTAINER_SIGNATURE)
    return JudgedContainer((_fact(report),), report)


def _announced(parts: Mapping[str, bytes]) -> str:
    """The signature that the manifest names; "" also when there is no manifest to read, which is another fact."""
    try:
        return Manifest.from_xml(parts.get(MANIFEST, b"")).signature
    except UnreadableManifestError:
        return ""


def _wrong(reason: str) -> Fact:
    return Fact.of(FactCode.CONTAINER_SIGNATURE, False, CONTAINER_SIGNATURE, reason)


def _fact(report: SignatureReport) -> Fact:
    """An unknown signer is no fault here: the PDF's signatures decide who issued the dossier."""
    if report.not_intact_because == HASH_FAILURE:
        return Fact.of(FactCode.CONTAINER_SIGNATURE, False, MANIFEST, "manifest")
    holds = report.verdict is not Verdict.FAILED
    reason = "unknown-signer" if report.verdict is Verdict.INDETERMINATE else ""
    signer = printable(report.signer or report.field)
    return Fact.of(FactCode.CONTAINER_SIGNATURE, holds, CONTAINER_SIGNATURE, reason, signer=signer)
