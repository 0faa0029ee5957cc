"""Who signed: an honest document and a certificate that is not, or not any more, or not yet, good for it."""

from __future__ import annotations

from collections.abc import Callable

from attack import Attack, on_the_pdf
from honest import honest, identity_of, numbered, people, sealed_by, signed
from package_samples import SIGNED
from pdf_changes import foreign_signature
from pki import CONFUSABLE_PROVINCE, OTHER_PROVINCE, PROVINCE, Holder, certified

from cbc_desktop.documents.pdf.field_names import LEADER_FIELD
from cbc_desktop.package.facts import FactCode
from cbc_desktop.signing.verdict import Verdict


def _leader(holder: Callable[[], Holder]) -> Callable[[], bytes]:
    return lambda: sealed_by(numbered(signed(honest().unsigned, holder())), people().organisation)


def _sealed(holder: Callable[[], Holder]) -> Callable[[], bytes]:
    return lambda: sealed_by(honest().numbered, holder())


def _attack(name: str, document: Callable[[], bytes], words: str, verdict: Verdict = Verdict.INDETERMINATE) -> Attack:
    return on_the_pdf("who signed", name, document, FactCode.SIGNATURE, words, verdict)


def _of(organisation: str, name: str = "Nguyễn Thị Lan") -> Callable[[], Holder]:
    """Certified by an authority that is trusted, under this organisation's name."""
    return lambda: certified(name, SIGNED, issuer=people().issuing, organisation=organisation)


def _named(name: str, holder: Callable[[], Holder], words: str, verdict: Verdict = Verdict.INDETERMINATE) -> Attack:
    """The only signature, so that no seal vouches for it."""
    document = _only_signature(holder)
    return on_the_pdf("agency in the certificate", name, document, FactCode.SIGNER_FITS_AGENCY, words, verdict)


def _of_a_root_of_the_same_name() -> Holder:
    """Names and everything else of the trusted root, and another key."""
    names = people().authority.name
    root = certified(names, SIGNED, usage={"key_cert_sign", "crl_sign"}, authority=True)
    return certified("Nguyễn Thị Lan", SIGNED, issuer=root)


def _only_signature(holder: Callable[[], Holder]) -> Callable[[], bytes]:
    return lambda: signed(honest().unsigned, holder())


def _certified() -> bytes:
    """By a program that locks the document, as some do unasked with the first signature."""
    return foreign_signature(
        identity_of(people().leader), at=SIGNED, certify=True, pdf=honest().unsigned, field=LEADER_FIELD
    )


ATTACKS: list[Attack] = [
    _attack("a stranger", _leader(lambda: people().stranger), "does not trust"),
    _attack("a stranger's seal", _sealed(lambda: people().stranger), "does not trust"),
    _attack("a namesake by another root", _leader(lambda: people().namesake), "does not trust"),
    _attack("a namesake by a root of the same name", _leader(_of_a_root_of_the_same_name), "does not trust"),
    _attack("expired", _leader(lambda: people().expired), "expired"),
    _attack("not yet valid", _leader(lambda: people().not_yet_valid), "not valid yet"),
    _attack("for encrypting keys", _leader(lambda: people().wrong_purpose), "not issued for signing"),
    _attack("for a web server", _leader(lambda: people().server), "not issued for signing"),
    _attack("for time stamps", _leader(lambda: people().stamper), "not issued for signing"),
    _attack("for certificate status", _leader(lambda: people().responder), "not issued for signing"),
    _attack("an authority's own", _leader(lambda: people().middle), "not issued for signing"),
    _attack("certified with SHA-1", _leader(lambda: people().sha1), "outdated algorithm"),
    _attack("RSA of 1024 bits", _leader(lambda: people().weak), "outdated", Verdict.FAILED),
    _named("missing", _of(""), "names no agency"),
    _named("another one", _of(OTHER_PROVINCE), "not the dossier's agency"),
    _named("another accent", _of(PROVINCE.replace("Mẫu", "Mấu")), "only nearly"),
    _named("spaces in the word", _of(PROVINCE.replace("Mẫu", "M ẫ u")), "only nearly"),
    _named("a Cyrillic letter", _of(CONFUSABLE_PROVINCE), "U+0430", Verdict.FAILED),
    _named("a Cyrillic letter in the person's name", _of(PROVINCE, "Nguyễn Thị L\u0430n"), "U+0430", Verdict.FAILED),
    _named("a space that nobody sees", _of(PROVINCE + "\u200b"), "U+200B", Verdict.FAILED),
    on_the_pdf(
        "agency in the certificate",
        "another agency's seal",
        _sealed(lambda: people().other_organisation),
        FactCode.SIGNER_FITS_AGENCY,
        "not the dossier's agency",
        Verdict.INDETERMINATE,
    ),
    on_the_pdf(
        "lock",
        "before number and seal",
        _certified,
        FactCode.SIGNATURE_CLOSES,
        "cannot be numbered",
        Verdict.INDETERMINATE,
    ),
    on_the_pdf("lock", "and numbered all the same", lambda: numbered(_certified()), words="not permitted"),
]
