"""Verifying a signed document: against pyHanko alone, and against openssl on signature and bytes taken out before."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from tests.bench.material import NOW, Material
from tests.bench.measuring import Comparison, compared

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.documents.pdf.field_names import LEADER_FIELD
from cbc_desktop.documents.pdf.pdfa import to_pdfa
from cbc_desktop.documents.pdf.rendering import render_pdf
from cbc_desktop.signing.extending import extend
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.order import SigningOrder
from cbc_desktop.signing.pdf_signature import sign_pdf
from cbc_desktop.signing.pdf_verification import verify_pdf
from cbc_desktop.signing.trial_authority import TrialAuthority
from cbc_desktop.signing.trial_services import TrialServices
from cbc_desktop.signing.trust import TrustAnchors


def comparisons(material: Material) -> Iterator[Comparison]:
    trial = TrialServices.of(TrialAuthority.new(NOW, "http://bench.invalid"), FixedClock(NOW))
    trust = TrustAnchors.from_pem(trial.authority.pem)
    signed = _signed(material, trial)
    lasting = extend(signed, trial.services, trust, at=NOW, web=trial, tell=lambda _: None).pdf
    bare = _bare(trial.authority.pem)
    yield compared(
        "verify a signed document", "document", "pyHanko", lambda: verify_pdf(signed, trust, at=NOW), bare(signed)
    )
    yield compared(
        "verify a lasting one (B-LTA)", "document", "pyHanko", lambda: verify_pdf(lasting, trust, at=NOW), bare(lasting)
    )
    yield compared(
        "verify a signed document",
        "document",
        "openssl cms -verify",
        lambda: verify_pdf(signed, trust, at=NOW),
        _openssl(signed, trial.authority.pem, material.folder),
    )


def _signed(material: Material, trial: TrialServices) -> bytes:
    path = material.folder / "verifying.p12"
    path.write_bytes(trial.authority.signer("Cơ quan thử nghiệm").pkcs12("bench", "bench"))
    unsigned = to_pdfa(render_pdf(material.printed), [])
    return sign_pdf(unsigned, load_pkcs12(path, "bench", now=NOW), SigningOrder(field=LEADER_FIELD, at=NOW))


def _bare(authority: bytes) -> Callable[[bytes], Callable[[], object]]:
    root = x509.Certificate.load(pem.unarmor(authority)[2])

    def of(pdf: bytes) -> Callable[[], object]:
        def verify() -> None:
            (signature,) = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
            validate_pdf_signature(signature, ValidationContext(trust_roots=[root], moment=NOW))

        return verify

    return of


def _openssl(pdf: bytes, authority: bytes, folder: Path) -> Callable[[], object]:
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
    _, length, second, rest = (int(number) for number in signature.byte_range)
    content, contents, root = folder / "signed.bin", folder / "signature.der", folder / "root.pem"
    content.write_bytes(pdf[:length] + pdf[second : second + rest])
    contents.write_bytes(signature.pkcs7_content)
    root.write_bytes(authority)
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", contents, "-content", content]
    trusting = ["-CAfile", root, "-attime", str(int(NOW.timestamp())), "-purpose", "any", "-out", os.devnull]
    return lambda: subprocess.run([*command, *trusting], check=True, capture_output=True)
