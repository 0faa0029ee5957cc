"""A token for practice: SoftHSM2, a PKCS#11 library that keeps its keys in a folder; it stands in for a USB token."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from cbc_desktop.base.errors import BugError
from cbc_desktop.signing.token.installed_modules import InstalledModule, installed_modules
from cbc_desktop.signing.trial_authority import TrialHolder

_TOOL = "softhsm2-util"
_SETTINGS = "SOFTHSM2_CONF"
_KEY_ID = b"\x01"


@dataclass(frozen=True, slots=True)
class TrialToken:
    label: str
    pin: str = field(repr=False)


def soft_module() -> InstalledModule | None:
    """SoftHSM2, when this computer has it."""
    if shutil.which(_TOOL) is None:
        return None
    return next((module for module in installed_modules(environment={}) if "softhsm" in module.path.name), None)


@contextmanager
def trial_token(holder: TrialHolder, folder: Path, label: str, pin: str) -> Iterator[TrialToken]:
    """A token in ``folder`` with the holder's key and certificate, there for this process and its children.

    Only where ``soft_module`` found one. The folder must be new.
    """
    module = soft_module()
    if module is None:
        raise BugError("there is no SoftHSM2 on this computer")
    folder.mkdir(mode=0o700, parents=True)
    store = folder / "tokens"
    store.mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {store}\nobjectstore.backend = file\nlog.level = ERROR\n", "utf-8")
    before = os.environ.get(_SETTINGS)
    os.environ[_SETTINGS] = str(settings)
    try:
        init = [_TOOL, "--init-token", "--free", "--label", label, "--so-pin", pin[::-1], "--pin", pin]
        subprocess.run(init, check=True, capture_output=True, timeout=60)
        _put(module.path, label, pin, holder)
        yield TrialToken(label, pin)
    finally:
        if before is None:
            del os.environ[_SETTINGS]
        else:
            os.environ[_SETTINGS] = before


def _put(module: Path, label: str, pin: str, holder: TrialHolder) -> None:
    import pkcs11
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    key = holder.key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    named = {pkcs11.Attribute.ID: _KEY_ID, pkcs11.Attribute.LABEL: label, pkcs11.Attribute.TOKEN: True}
    private = {pkcs11.Attribute.PRIVATE: True, pkcs11.Attribute.SENSITIVE: True, pkcs11.Attribute.SIGN: True}
    with pkcs11.lib(str(module)).get_token(token_label=label).open(rw=True, user_pin=pin) as session:
        session.create_object({**decode_rsa_private_key(key), **named, **private})
        session.create_object({**decode_x509_certificate(holder.certificate.public_bytes(Encoding.DER)), **named})
