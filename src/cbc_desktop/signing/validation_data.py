"""What a PDF carries for its own verification: certificates, OCSP answers and lists of revoked certificates (DSS).

ISO 32000-2, 12.8.4.3 and ETSI EN 319 142-1, 5.4.2. Only what was signed by its issuer counts for anything, so that
nothing here needs protection; who adds data cannot make a certificate better than its issuer says it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from asn1crypto import crl, ocsp

from cbc_desktop.signing.certificate import Certificate

MOST_OBJECTS = 500
"""Of each kind; a hostile file may hold any number."""
LONGEST_OBJECT = 16 << 20
"""A list of revoked certificates of a large authority has some megabytes."""


@dataclass(frozen=True, slots=True)
class ValidationData:
    """DER bytes, in the order of the file."""

    certificates: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, root: Any) -> ValidationData:
        """What the document catalog of one revision refers to; what cannot be read is not there."""
        try:
            store = root["/DSS"]
        except KeyError:
            return cls()
        except Exception:  # whatever a hostile file makes of the parser
            return cls()
        return cls(
            _loaded(store, "/Certs", Certificate.of),
            _loaded(store, "/OCSPs", partial(ocsp.OCSPResponse.load, strict=True)),
            _loaded(store, "/CRLs", partial(crl.CertificateList.load, strict=True)),
        )

    def joined(self, other: ValidationData) -> ValidationData:
        return ValidationData(
            _each_once(self.certificates + other.certificates),
            _each_once(self.ocsps + other.ocsps),
            _each_once(self.crls + other.crls),
        )

    def without(self, other: ValidationData) -> ValidationData:
        """What is here and not there."""
        return ValidationData(
            tuple(der for der in self.certificates if der not in other.certificates),
            tuple(der for der in self.ocsps if der not in other.ocsps),
            tuple(der for der in self.crls if der not in other.crls),
        )


NO_DATA = ValidationData()


Reader = Callable[[bytes], object]
"""Raises ValueError for what is not one DER value of its kind."""


def _loaded(store: Any, entry: str, read: Reader) -> tuple[bytes, ...]:
    try:
        streams = store[entry]
        contents = [streams[place].data for place in range(min(len(streams), MOST_OBJECTS))]
    except Exception:  # a store that is no store helps nobody, and harms nobody
        return ()
    return _each_once(tuple(bytes(content) for content in contents if _is_sound(content, read)))


def _is_sound(content: bytes, read: Reader) -> bool:
    if len(content) > LONGEST_OBJECT:
        return False
    try:
        read(content)
    except (ValueError, TypeError, KeyError):
        return False
    return True


def _each_once(parts: tuple[bytes, ...]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(parts))
