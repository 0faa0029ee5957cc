"""Signatures by the thousand, as programs write them that are none of ours: CMS by hand, in a field that waits for it.

CAdES level B-B (ETSI EN 319 122-1) with ECDSA over P-256: content type, digest, time for containers, and certificate.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

import pikepdf
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from pikepdf import Array, Dictionary, Name
from pki import Holder

FIELD = "chu-ky-lanh-dao"
_ROOM = 2048
"""Bytes for a signature in a PDF."""
_SEQUENCE, _SET, _OCTETS, _INTEGER, _UTC_TIME, _OID = 0x30, 0x31, 0x04, 0x02, 0x17, 0x06
_DATA, _SIGNED_DATA = bytes.fromhex("2a864886f70d010701"), bytes.fromhex("2a864886f70d010702")
_SHA256, _ECDSA = bytes.fromhex("608648016503040201"), bytes.fromhex("2a8648ce3d040302")
_CONTENT_TYPE, _DIGEST = bytes.fromhex("2a864886f70d010903"), bytes.fromhex("2a864886f70d010904")
_TIME, _CERTIFICATE = bytes.fromhex("2a864886f70d010905"), bytes.fromhex("2a864886f70d010910022f")
_WIDTH = 10
"""Digits of a number in the range of signed bytes, until it is known."""


def detached(content: bytes, by: Holder, issuer: Holder, at: datetime | None) -> bytes:
    """``at`` goes into the signature; a PDF says it elsewhere."""
    assert isinstance(by.key, ec.EllipticCurvePrivateKey)
    listed = [
        _attribute(_CONTENT_TYPE, _der(_OID, _DATA)),
        _attribute(_DIGEST, _der(_OCTETS, sha256(content).digest())),
        _attribute(_CERTIFICATE, _names(by)),
        *([_attribute(_TIME, _der(_UTC_TIME, at.astimezone(UTC).strftime("%y%m%d%H%M%SZ").encode()))] if at else []),
    ]
    attributes = b"".join(sorted(listed))
    signature = by.key.sign(_der(_SET, attributes), ec.ECDSA(SHA256()))
    number = by.certificate.serial_number
    signer = _der(
        _SEQUENCE,
        _der(_INTEGER, b"\1"),
        _der(_SEQUENCE, issuer.certificate.subject.public_bytes(), _der(_INTEGER, _signed(number))),
        _der(_SEQUENCE, _der(_OID, _SHA256)),
        _der(0xA0, attributes),
        _der(_SEQUENCE, _der(_OID, _ECDSA)),
        _der(_OCTETS, signature),
    )
    signed = _der(
        _SEQUENCE,
        _der(_INTEGER, b"\1"),
        _der(_SET, _der(_SEQUENCE, _der(_OID, _SHA256))),
        _der(_SEQUENCE, _der(_OID, _DATA)),
        _der(0xA0, by.der, issuer.der),
        _der(_SET, signer),
    )
    return _der(_SEQUENCE, _der(_OID, _SIGNED_DATA), _der(0xA0, signed))


def signed_pdf(files: dict[str, bytes], by: Holder, issuer: Holder, at: datetime) -> bytes:
    """One empty page that embeds the files, and a signature over all of it."""
    waiting = _waiting(files, at)
    start = waiting.index(b"<" + b"00" * _ROOM)
    end = start + 2 * _ROOM + 2
    numbers = b" ".join(b"%*d" % (_WIDTH, number) for number in (0, start, end, len(waiting) - end))
    place = waiting.index(b" ".join([b"9" * _WIDTH] * 4))
    whole = bytearray(waiting)
    whole[place : place + len(numbers)] = numbers
    signature = detached(bytes(whole[:start] + whole[end:]), by, issuer, None).hex().encode()
    whole[start + 1 : start + 1 + len(signature)] = signature
    return bytes(whole)


def _waiting(files: dict[str, bytes], at: datetime) -> bytes:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        value = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/ETSI.CAdES.detached"),
            M=at.strftime("D:%Y%m%d%H%M%S+07'00'"),
            ByteRange=Array([int("9" * _WIDTH)] * 4),
            Contents=pikepdf.String(b"\0" * _ROOM),
        )
        widget = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=FIELD, F=132, Rect=[0, 0, 0, 0], P=page.obj
        )
        widget.V = pdf.make_indirect(value)
        page.obj.Annots = fields = Array([pdf.make_indirect(widget)])
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=fields, SigFlags=3))
        for name, content in files.items():
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()


def _names(by: Holder) -> bytes:
    """The attribute that binds the certificate, RFC 5035, 3: SHA-256 is what it means when it says nothing."""
    return _der(_SEQUENCE, _der(_SEQUENCE, _der(_SEQUENCE, _der(_OCTETS, sha256(by.der).digest()))))


def _attribute(kind: bytes, value: bytes) -> bytes:
    return _der(_SEQUENCE, _der(_OID, kind), _der(_SET, value))


def _signed(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content
