"""What the fixtures of this folder hand out, as types for the tests that ask for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pki import Holder

from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.signature_facts import AnchorGroup, Lacking, Level, LevelReached, Revocation
from cbc_desktop.signing.verdict import SignatureReport

IdentityOf = Callable[[Holder], SignerIdentity]
OnlyReport = Callable[[bytes], SignatureReport]


def known_facts(holder: Holder) -> dict[str, Any]:
    """What the report says of a signer whom the authority certified, and whose status nobody could check."""
    return {
        "organisation": "Ủy ban nhân dân tỉnh Mẫu",
        "names": ("Ủy ban nhân dân tỉnh Mẫu", holder.name),
        "serial": holder.certificate.serial_number,
        "valid_from": holder.certificate.not_valid_before_utc,
        "valid_until": holder.certificate.not_valid_after_utc,
        "for_documents": True,
        "chain": (holder.name, "Tòa nhà cấp chứng thư"),
        "anchor_group": AnchorGroup.GIVEN.value,
        "revocations": (Revocation(whose=holder.name),),
        "level": LevelReached(Level.B_B, Lacking.TIMESTAMP),
    }
