"""Writes the people of `pki.py` as files, for trying programs out: ``python tests/signing/make_pki.py --out DIR``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pki import PASSPHRASE, Holder, Pki, make_pki, revocation_list

NAMES: Mapping[str, tuple[str, str]] = {
    "authority": ("the root that everybody trusts", "-"),
    "issuing": ("its issuing authority", "-"),
    "leader": ("the leader, RSA 2048", "passed"),
    "clerk": ("the clerk, ECDSA P-256", "passed"),
    "organisation": ("the leader's agency, RSA 2048, by the issuing authority", "passed"),
    "other_organisation": ("another agency, by the issuing authority", "indeterminate: not the dossier's agency"),
    "confusable": ("the agency's name with a Cyrillic letter", "failed for its dossier: a look-alike"),
    "namesake": ("the leader's names by a root that nobody trusts", "indeterminate: NO_CERTIFICATE_CHAIN_FOUND"),
    "other_root": ("the root that nobody trusts", "-"),
    "stranger": ("certified by nobody", "indeterminate: NO_CERTIFICATE_CHAIN_FOUND"),
    "expired": ("until a year ago", "indeterminate: OUT_OF_BOUNDS_NO_POE"),
    "not_yet_valid": ("from a year ahead", "indeterminate: NOT_YET_VALID"),
    "revoked": ("revoked a week ago, see thu-hoi.crl", "failed where the list is at hand"),
    "wrong_purpose": ("for encrypting keys", "indeterminate: CHAIN_CONSTRAINTS_FAILURE"),
    "server": ("for a web server", "indeterminate: CHAIN_CONSTRAINTS_FAILURE"),
    "responder": ("for certificate status", "indeterminate: CHAIN_CONSTRAINTS_FAILURE"),
    "stamper": ("for time stamps", "indeterminate: CHAIN_CONSTRAINTS_FAILURE"),
    "middle": ("an authority whose key may sign as well", "indeterminate: CHAIN_CONSTRAINTS_FAILURE"),
    "unlimited": ("a certificate that does not say what for", "passed"),
    "weak": ("RSA 1024", "failed"),
    "sha1": ("certified with SHA-1", "indeterminate: CRYPTO_CONSTRAINTS_FAILURE"),
}
"""Each holder: who it is, and our verdict on a signature of theirs by somebody who trusts ``authority`` only."""

_ROOTS = ("authority", "other_root", "stranger")
_OF_THE_OTHER_ROOT = ("namesake",)
_OF_THE_ISSUING = ("organisation", "other_organisation", "confusable", "revoked")


def write_pki(pki: Pki, folder: Path) -> None:
    """A PEM certificate, a PEM key and a PKCS#12 file with the chain for each name; the list; a table of names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        holder: Holder = getattr(pki, name)
        (folder / f"{name}.pem").write_bytes(holder.pem)
        (folder / f"{name}.key.pem").write_bytes(
            holder.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        (folder / f"{name}.p12").write_bytes(holder.pkcs12(PASSPHRASE, *_chain(pki, name)))
    (folder / "thu-hoi.crl").write_bytes(revocation_list(pki))
    (folder / "README.md").write_text(_table(), encoding="utf-8")


def _chain(pki: Pki, name: str) -> list[Holder]:
    if name in _ROOTS:
        return []
    if name in _OF_THE_OTHER_ROOT:
        return [pki.other_root]
    return [pki.issuing, pki.authority] if name in _OF_THE_ISSUING else [pki.authority]


def _table() -> str:
    rows = "".join(f"| {name} | {who} | {verdict} |\n" for name, (who, verdict) in NAMES.items())
    return (
        "# Test PKI: worth nothing, made anew each time\n\n"
        f"Passphrase of every .p12 file: `{PASSPHRASE}`. Trust `authority.pem` and nobody else.\n\n"
        f"| name | who | verdict on a signature |\n|---|---|---|\n{rows}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    write_pki(make_pki(datetime.now(UTC).replace(microsecond=0)), parser.parse_args().out)
