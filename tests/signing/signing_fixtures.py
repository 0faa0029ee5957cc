"""What the fixtures of this folder hand out, as types for the tests that ask for them."""

from __future__ import annotations

from collections.abc import Callable

from pki import Holder

from cbc_desktop.signing.identity import SignerIdentity
from cbc_desktop.signing.verdict import SignatureReport

IdentityOf = Callable[[Holder], SignerIdentity]
OnlyReport = Callable[[bytes], SignatureReport]
