"""Mails that no mail program sends: nested, enormous, in encodings that are none, with names that lead elsewhere."""

from __future__ import annotations

import base64
from random import Random

from damage import damaged
from hostile_data import HARMFUL_TEXTS
from hostile_zips import NAMES
from mutant import Make, Material

_DATES = (
    *("Fri, 31 Dec 9999 23:59:59 -1200", "Mon, 01 Jan 0001 00:00:00 +2359", "Thu, 32 Foo 2022 99:99:99 +9999", "0", ""),
    *("Tue, 22 Mar 2022 09:00:00 " + "9" * 400, "=?x?q?=00?=", "Tue, 22 Mar 99999999999 09:00:00 +0700"),
)


def mail_with(content: bytes, name: str, *, date: str = "Tue, 22 Mar 2022 09:00:00 +0700", more: str = "") -> bytes:
    """One attachment."""
    head = f"From: lan@tvm.example\r\nDate: {date}\r\nMIME-Version: 1.0\r\n{more}Content-Type: application/zip\r\n"
    head += f'Content-Disposition: attachment; filename="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return head.encode("utf-8", "surrogateescape") + base64.encodebytes(content)


def _dates(material: Material, random: Random) -> tuple[str, bytes]:
    return "ngay.eml", mail_with(material.package(random), "goi.zip", date=random.choice(_DATES))


def _names(material: Material, random: Random) -> tuple[str, bytes]:
    name = random.choice((*NAMES, *HARMFUL_TEXTS)).replace("\r", " ")[:5000]
    return "ten.eml", mail_with(material.package(random), name)


def _nested(material: Material, random: Random) -> tuple[str, bytes]:
    """A mail in a mail in a mail; or parts in parts."""
    content = mail_with(material.package(random), "goi.zip")
    for number in range(random.choice((1, 20, 400))):
        if random.random() < 0.5:
            content = b"Content-Type: message/rfc822\r\n\r\n" + content
        else:
            edge = b"b%d" % number
            content = b"Content-Type: multipart/mixed; boundary=%b\r\n\r\n--%b\r\n%b\r\n--%b--\r\n" % (
                *(edge, edge, content, edge),
            )
    return "long.eml", b"From: a@b.example\r\n" + content


def _encodings(material: Material, random: Random) -> tuple[str, bytes]:
    content = mail_with(material.package(random), "goi.zip")
    charset = random.choice(("utf-7", "x-unknown", "utf-16", "idna", "rot13", "zlib", "\\udcff", "a" * 3000))
    way = random.choice(("base64", "quoted-printable", "x-uuencode", "8bit", "base64 base64", "none"))
    content = content.replace(b"application/zip", f"application/zip; charset={charset}; name*=x''%ff".encode())
    return "ma-hoa.eml", content.replace(b"base64", way.encode(), 1)


def _enormous(material: Material, random: Random) -> tuple[str, bytes]:
    big = random.choice((20, 45, 70)) * 2**20
    return "to.eml", mail_with(b"PK\3\4" + bytes(big), "to.zip")


def _many(material: Material, random: Random) -> tuple[str, bytes]:
    count = random.choice((90, 101, 990, 5000))
    part = (
        b"--b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=%d.zip\r\n\r\nPK\3\4 %d\r\n"
    )
    parts = b"".join(part % (number, number) for number in range(count))
    return "nhieu.eml", b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + b"--b--\r\n"


def _headers(material: Material, random: Random) -> tuple[str, bytes]:
    name = random.choice(("Content-Type", "Content-Disposition", "Date", "Subject", "Content-Transfer-Encoding"))
    value = random.choice(
        ("=?utf-8?b?" + "QUFB" * 2000 + "?=", ";" * 5000, "(" * 3000, '"' * 4001, "a/b; " + "x*0*=%e1;" * 900, "\0")
    )
    return "dau.eml", mail_with(material.package(random), "goi.zip", more=f"{name}: {value}\r\n")


def _damaged(material: Material, random: Random) -> tuple[str, bytes]:
    return "hong.eml", damaged(mail_with(material.package(random), "goi.zip"), random)


FAMILIES: dict[str, Make] = {
    "mail: dates": _dates,
    "mail: names": _names,
    "mail: nested": _nested,
    "mail: encodings": _encodings,
    "mail: enormous": _enormous,
    "mail: many": _many,
    "mail: headers": _headers,
    "mail: damaged": _damaged,
}
