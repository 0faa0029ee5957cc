"""A trial certification authority and a signer of it, for trying the program out; plainly marked THỬ NGHIỆM."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.signing.key_sources import Pkcs12Source
from cbc_desktop.signing.opening import open_signer
from cbc_desktop.signing.secret import Secret
from cbc_desktop.signing.signer import Signer
from cbc_desktop.signing.trial_authority import TrialAuthority, TrialHolder

CA_FILE = "thu-nghiem-ca.pem"
SIGNER_FILE = "thu-nghiem-nguoi-ky.p12"


@dataclass(frozen=True, slots=True)
class TrialFiles:
    """Where the trial authority's certificate (PEM) and the trial signer's PKCS#12 file were written."""

    ca_pem: Path
    pkcs12: Path


def make_trial_identity(
    folder: Path, *, now: datetime, passphrase: str, agency: str = "Cơ quan thử nghiệm"
) -> TrialFiles:
    """Write a new trial authority and a new trial signer for ``agency``, valid for ten years from ``now``.

    Files of an earlier call are replaced. The authority's private key is not kept: nobody can issue a second
    certificate. Raises UserFacingError when the folder cannot be written.
    """
    files = TrialFiles(folder / CA_FILE, folder / SIGNER_FILE)
    authority = TrialAuthority.new(now)
    write_atomically(files.ca_pem, authority.pem, private=False)
    write_atomically(files.pkcs12, authority.signer(agency).pkcs12(agency, passphrase))
    return files


@contextmanager
def signer_in_file(path: Path, holder: TrialHolder, agency: str, *, now: datetime) -> Iterator[Signer]:
    """``holder`` signs with a certificate file, written to ``path``, whose passphrase nobody knows afterwards."""
    passphrase = secrets.token_urlsafe()
    write_atomically(path, holder.pkcs12(agency, passphrase))
    with open_signer(Pkcs12Source(path), Secret.typed(passphrase), now=now) as signer:
        yield signer
