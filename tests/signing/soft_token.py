"""Tokens for tests: SoftHSM2, a PKCS#11 library that keeps its keys in files, and what OpenSC's tools put on it."""

from __future__ import annotations

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pki import Holder

from cbc_desktop.signing.key_sources import TokenSource
from cbc_desktop.signing.token.installed_modules import installed_modules

PIN = "24681357"
_SO_PIN = "11223344"


def soft_module(*, environment: dict[str, str] | None = None) -> Path:
    """SoftHSM2's library, found as the program finds it."""
    return _module_named("libsofthsm2.so")


def spy_module() -> Path:
    """OpenSC's library that writes down every call and passes it on to another library."""
    return _module_named("opensc-pkcs11.so").resolve().with_name("pkcs11-spy.so")


def _module_named(name: str) -> Path:
    return next(module.path for module in installed_modules(environment={}) if module.path.name == name)


@dataclass(frozen=True)
class SoftTokens:
    """All tokens in one folder, which SoftHSM2 is told of by its environment variable."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, patch: pytest.MonkeyPatch) -> SoftTokens:
        (folder / "tokens").mkdir(parents=True)
        settings = folder / "softhsm2.conf"
        settings.write_text(
            f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
        )
        patch.setenv("SOFTHSM2_CONF", str(settings))
        patch.delenv("CBC_DESKTOP_PKCS11_MODULES", raising=False)
        return cls(folder)

    def token(
        self, label: str, *holders: Holder, authorities: tuple[Holder, ...] = (), always_ask: bool = False
    ) -> None:
        """A token with these people's keys and certificates, and certificates without keys."""
        _run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", _SO_PIN, "--pin", PIN)
        for number, holder in enumerate(holders, start=1):
            self._key(label, holder, f"{number:02x}", always_ask=always_ask)
            self._certificate(label, holder, f"{number:02x}")
        for number, authority in enumerate(authorities, start=0x80):
            self._certificate(label, authority, f"{number:02x}")

    def _key(self, label: str, holder: Holder, key_id: str, *, always_ask: bool) -> None:
        key = holder.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        self._write(label, key, "privkey", key_id, "--usage-sign", *(["--always-auth"] if always_ask else []))

    def _certificate(self, label: str, holder: Holder, key_id: str) -> None:
        self._write(label, holder.der, "cert", key_id)

    def _write(self, label: str, content: bytes, kind: str, key_id: str, *more: str) -> None:
        path = self.folder / f"{kind}-{key_id}.der"
        path.write_bytes(content)
        login = ("--module", str(soft_module()), "--token-label", label, "--login", "--pin", PIN)
        _run("pkcs11-tool", *login, "--write-object", str(path), "--type", kind, "--id", key_id, *more)
        path.unlink()


def serial_of(label: str) -> str:
    """As OpenSC reads it."""
    slots = _run("pkcs11-tool", "--module", str(soft_module()), "--list-token-slots")
    lines = [line.partition(":")[2].strip() for line in slots.split(label, 1)[1].splitlines() if "serial num" in line]
    return lines[0]


def source_on(label: str, holder: Holder, *, module: Path | None = None, prefer_pss: bool = False) -> TokenSource:
    return TokenSource(
        module=module or soft_module(),
        serial=serial_of(label),
        label=label,
        certificate=hashlib.sha256(holder.der).hexdigest(),
        prefer_pss=prefer_pss,
    )


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
