"""Certificate files made by openssl: what cryptography will not make. They are valid now, on this computer's clock."""

from __future__ import annotations

import subprocess
from pathlib import Path

PASSPHRASE = "abc"
P256 = ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
OF_A_PERSON = ("-addext", "basicConstraints=critical,CA:FALSE")


def self_signed_pkcs12(folder: Path, subject: str, kind: str, *options: str) -> Path:
    """A PKCS#12 file with a new key of this kind; its certificate lies beside it as a .crt file."""
    path = folder / "openssl.p12"
    key, certificate = path.with_suffix(".key"), path.with_suffix(".crt")
    request = [
        "req",
        "-x509",
        "-newkey",
        kind,
        "-nodes",
        "-utf8",
        "-subj",
        subject,
        "-days",
        "3650",
        *OF_A_PERSON,
        *options,
    ]
    _openssl(*request, "-keyout", str(key), "-out", str(certificate))
    export = ["pkcs12", "-export", "-inkey", str(key), "-in", str(certificate), "-passout", f"pass:{PASSPHRASE}"]
    _openssl(*export, "-out", str(path))
    return path


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
