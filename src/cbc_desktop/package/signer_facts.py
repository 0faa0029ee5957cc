"""Facts about who signed for which agency: the names in the certificates against the agency of the dossier.

A name is no proof by itself: authorities write them in many ways, and a department signs for the agency above it. So
what does not fit is for a person to decide; only what was made to deceive fails.
"""

from __future__ import annotations

from collections.abc import Sequence

from cbc_desktop.documents.pdf.field_names import AGENCY_FIELD, LEADER_FIELD
from cbc_desktop.documents.pdf.finished import waits_for_signature
from cbc_desktop.package.agency_names import Fit, deceptive_letter, fit
from cbc_desktop.package.facts import Fact, FactCode, lacking_fact
from cbc_desktop.package.names import printable
from cbc_desktop.package.telling_apart import told_apart
from cbc_desktop.signing.verdict import SignatureReport, Verdict

_VOUCHED = "vouched"


def signer_facts(signatures: Sequence[SignatureReport], agency: str, *, trial: bool) -> list[Fact]:
    """One fact for each signature whose certificate could be read, oldest first; ``agency`` is the dossier's.

    A seal of the agency vouches for who signed before it: its leader may have a certificate of a department. Trial
    certificates of a trial dossier are asked for nothing.
    """
    judged = [each for each in signatures if each.names and not (trial and each.trial)]
    fitting = [place for place, each in enumerate(judged) if _vouches(each, agency)]
    last = max(fitting, default=-1)
    return told_apart(_fact(each, agency, vouched=place < last) for place, each in enumerate(judged))


def agency_facts(pdf: bytes, signatures: Sequence[SignatureReport], agency: str, *, trial: bool) -> list[Fact]:
    """That the agency has not signed yet what its leader has (Decree 30/2020/NĐ-CP, Appendix I, II.8).

    Nothing when it has, wherever in the document, and for a document without a place for that.
    """
    signed = any(fit([each.signer], "", agency)[0] is Fit.FITS for each in signatures)
    if signed or not signatures or not waits_for_signature(pdf, AGENCY_FIELD):
        return []
    return [lacking_fact(FactCode.AGENCY_SIGNED, trial=trial, part=AGENCY_FIELD, agency=printable(agency))]


def apart_facts(signatures: Sequence[SignatureReport]) -> list[Fact]:
    """That leader and agency signed with one certificate, though each is to have its own; nothing where they have.

    Decree 30/2020/NĐ-CP, Appendix I, II.7 and II.8. Practice shows it too: there it is learnt.
    """
    used = {each.field: each for each in signatures if each.serial is not None}
    leader, agency = used.get(LEADER_FIELD), used.get(AGENCY_FIELD)
    if leader is None or agency is None or (leader.issuer, leader.serial) != (agency.issuer, agency.serial):
        return []
    return [Fact.of(FactCode.AGENCY_SIGNED_APART, None, AGENCY_FIELD, signer=printable(agency.signer))]


def _vouches(signature: SignatureReport, agency: str) -> bool:
    named, _ = fit(signature.names, signature.signer, agency)
    return named is Fit.FITS and signature.verdict is Verdict.PASSED and not _deceptive(signature)


def _deceptive(signature: SignatureReport) -> tuple[str, str] | None:
    """The first name in the certificate that was made to be taken for another, and the letter that gives it away."""
    return next(((name, letter) for name in signature.names if (letter := deceptive_letter(name))), None)


def _fact(signature: SignatureReport, agency: str, *, vouched: bool) -> Fact:
    if deceptive := _deceptive(signature):
        name, letter = deceptive
        return _told(signature, agency, False, "look-alike", name, f"U+{ord(letter):04X}")
    named, name = fit(signature.names, signature.signer, agency)
    if named is not Fit.FITS and vouched:
        return _told(signature, agency, True, _VOUCHED, name)
    return _told(signature, agency, True if named is Fit.FITS else None, named.value, name)


def _told(
    signature: SignatureReport, agency: str, holds: bool | None, reason: str, name: str, letter: str = ""
) -> Fact:
    names = {"signer": printable(signature.signer), "name": printable(name), "agency": printable(agency)}
    return Fact.of(FactCode.SIGNER_FITS_AGENCY, holds, signature.field, reason, **names, letter=letter)
