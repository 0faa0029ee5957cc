"""Who signed: an honest document and a certificate that is not, or not any more, or not yet, good for it."""

from __future__ import annotations

from collections.abc import Callable

from attack import Attack, on_the_pdf
from honest import honest, numbered, people, sealed_by, signed
from pki import Holder

from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.verdict import Verdict


def _leader(holder: Callable[[], Holder]) -> Callable[[], bytes]:
    return lambda: sealed_by(numbered(signed(honest().unsigned, holder())), people().organisation)


def _sealed(holder: Callable[[], Holder]) -> Callable[[], bytes]:
    return lambda: sealed_by(honest().numbered, holder())


def _attack(name: str, document: Callable[[], bytes], words: str, verdict: Verdict = Verdict.INDETERMINATE) -> Attack:
    return on_the_pdf("who signed", name, document, FactCode.SIGNATURE, words, verdict)


ATTACKS: list[Attack] = [
    _attack("a stranger", _leader(lambda: people().stranger), "does not trust"),
    _attack("a stranger's seal", _sealed(lambda: people().stranger), "does not trust"),
    _attack("a namesake by another root", _leader(lambda: people().namesake), "does not trust"),
    _attack("expired", _leader(lambda: people().expired), "expired"),
    _attack("not yet valid", _leader(lambda: people().not_yet_valid), "not valid yet"),
    _attack("for encrypting keys", _leader(lambda: people().wrong_purpose), "not issued for signing"),
    _attack("for a web server", _leader(lambda: people().server), "not issued for signing"),
    _attack("for time stamps", _leader(lambda: people().stamper), "not issued for signing"),
    _attack("for certificate status", _leader(lambda: people().responder), "not issued for signing"),
    _attack("an authority's own", _leader(lambda: people().middle), "not issued for signing"),
    _attack("certified with SHA-1", _leader(lambda: people().sha1), "cannot confirm"),
    _attack("RSA of 1024 bits", _leader(lambda: people().weak), "outdated", Verdict.FAILED),
]
