"""What is on the tokens that a PKCS#11 library reaches, as far as they show it without a PIN; in the child only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pkcs11
from pkcs11 import Attribute, ObjectClass, TokenFlag
from pkcs11.exceptions import AttributeTypeInvalid, PKCS11Error, TokenNotPresent, TokenNotRecognised

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

NOT_LOADED = Message(
    "Không nạp được thư viện “{module}” của trình điều khiển USB token ({reason}). Chưa ký gì và số liệu không bị mất; "
    "hãy cài lại trình điều khiển mới nhất của nơi cấp chứng thư.",
    "The library “{module}” of the USB token's driver could not be loaded ({reason}). Nothing was signed and nothing "
    "is lost; install the newest driver of your certificate issuer.",
)


@dataclass(frozen=True, slots=True)
class SeenCertificate:
    der: bytes = field(repr=False)
    label: str
    key_id: bytes
    """CKA_ID: the certificate's key has the same."""
    key_seen: bool
    """True when a key of that id shows without a PIN; most tokens hide private keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenToken:
    label: str
    serial: str
    manufacturer: str
    model: str
    flags: int
    """CK_TOKEN_INFO's flags, PKCS#11 2.40, table 6."""
    certificates: tuple[SeenCertificate, ...]

    def words(self) -> dict[str, Any]:
        """As JSON can carry it; the certificates themselves go as bytes."""
        return {
            "label": self.label,
            "serial": self.serial,
            "manufacturer": self.manufacturer,
            "model": self.model,
            "flags": self.flags,
            "certificates": [
                {"label": seen.label, "key_id": seen.key_id.hex(), "key_seen": seen.key_seen}
                for seen in self.certificates
            ],
        }


def tokens_of(library: Any) -> tuple[SeenToken, ...]:
    """Raises PKCS11Error when the library does not answer as PKCS#11 wants."""
    return tuple(map(_seen, present_tokens(library)))


@contextmanager
def loaded(module: Path) -> Iterator[Any]:
    """The library, and with it its driver, until the block ends. Raises UserFacingError when it cannot be loaded."""
    if sys.platform == "win32":  # a driver's further libraries lie beside its first
        os.environ["PATH"] = f"{module.parent};{os.environ['PATH']}"
    library = _library(module)
    try:
        yield library
    finally:
        library.finalize()


def _library(module: Path) -> Any:
    try:
        return pkcs11.lib(str(module))
    except PKCS11Error as error:
        if type(error) is not PKCS11Error:
            raise  # the library itself says why it does not want to begin
        reason = str(error).rpartition(f"{module}: ")[2] or "?"
        raise UserFacingError(NOT_LOADED.filled(module=module.name, reason=reason)) from error


def present_tokens(library: Any) -> Iterator[Any]:
    """Tokens that somebody has set up; an empty slot, or a blank token, is none."""
    for slot in library.get_slots(token_present=True):
        try:
            token = slot.get_token()
        except (TokenNotPresent, TokenNotRecognised):
            continue
        if token.flags & _SET_UP:
            yield token


def serial_of(token: Any) -> str:
    return bytes(token.serial).decode("ascii", "replace").strip("\0 ")


def certificates_on(session: Any) -> tuple[SeenCertificate, ...]:
    """In the order of the token; a certificate object without a certificate is left out."""
    keys = {_attribute(key, Attribute.ID) for kind in _KEYS for key in _objects(session, kind)}
    found = []
    for shown in _objects(session, ObjectClass.CERTIFICATE):
        der, key_id = _attribute(shown, Attribute.VALUE), _attribute(shown, Attribute.ID)
        if der:
            found.append(SeenCertificate(der, str(_attribute(shown, Attribute.LABEL) or ""), key_id, key_id in keys))
    return tuple(found)


_SET_UP = TokenFlag.TOKEN_INITIALIZED | TokenFlag.USER_PIN_INITIALIZED
"""Older drivers do not know the former."""
_KEYS = (ObjectClass.PRIVATE_KEY, ObjectClass.PUBLIC_KEY)


def _seen(token: Any) -> SeenToken:
    with token.open() as session:
        certificates = certificates_on(session)
    return SeenToken(
        label=token.label,
        serial=serial_of(token),
        manufacturer=token.manufacturer_id,
        model=token.model,
        flags=int(token.flags),
        certificates=certificates,
    )


def _objects(session: Any, kind: ObjectClass) -> list[Any]:
    return list(session.get_objects({Attribute.CLASS: kind}))


def _attribute(shown: Any, attribute: Attribute) -> Any:
    """Empty when this kind of object has no such attribute."""
    try:
        return shown[attribute]
    except AttributeTypeInvalid:
        return b""
