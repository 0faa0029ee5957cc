"""What programs say that share no code with ours: pdfsig (poppler and NSS) and openssl."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime
from pathlib import Path

VALID = "Signature is Valid."
WHOLE = "Total document signed"


def pdfsig_says(pdf: bytes, authority: Path, folder: Path) -> str:
    """About a PDF, when it trusts one authority (a PEM file) and nobody else."""
    database, signed = folder / "nss", folder / "da-ky.pdf"
    database.mkdir()
    signed.write_bytes(pdf)
    output_of("certutil", "-N", "-d", f"sql:{database}", "--empty-password")
    output_of("certutil", "-A", "-d", f"sql:{database}", "-n", "ca", "-t", "C,C,C", "-i", str(authority))
    return output_of("pdfsig", "-nssdir", f"sql:{database}", str(signed), home=folder)


def openssl_says(manifest: bytes, signature: bytes, authority: Path, at: datetime, folder: Path) -> str:
    """About a detached CAdES signature, when the chain is judged at the given moment."""
    content, signature_file = folder / "ASiCManifest.xml", folder / "signature.p7s"
    content.write_bytes(manifest)
    signature_file.write_bytes(signature)
    moment = ["-attime", str(int(at.timestamp()))]
    kind = ["-verify", "-cades", "-binary", "-inform", "DER"]
    files = ["-in", str(signature_file), "-content", str(content), "-CAfile", str(authority), "-out", os.devnull]
    return output_of("openssl", "cms", *kind, *moment, *files)


def output_of(*command: str, home: Path | None = None) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **({"HOME": str(home)} if home else {})}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    return done.stdout + done.stderr
