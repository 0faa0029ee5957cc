"""Mails as files from anybody: what was attached is found, and no mail takes long or does harm."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.package.opened_mail import BadMailError
from cbc_desktop.receiving.reception.pieces import open_mail

PACKAGE = b"PK\x03\x04" + b"x" * 5000


def mail(*attached: tuple[str, bytes], date: str = "Wed, 30 Mar 2022 16:59:59 +0000") -> EmailMessage:
    message = EmailMessage()
    message["Date"], message["Subject"] = date, "Báo cáo"
    message.set_content("Kính gửi Cục Báo chí")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def test_packages_and_documents_are_found_and_letterheads_are_not() -> None:
    logo, scan = b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + b"x" * 60_000
    files = [
        ("gói báo cáo.zip", PACKAGE),
        ("logo.png", logo),
        ("quét.png", scan),
        ("a.docx", b"PK"),
        ("b.pdf", b"%PDF-"),
    ]
    opened = open_mail(mail(*files).as_bytes())
    assert [part.name for part in opened.parts] == ["gói báo cáo.zip", "quét.png", "b.pdf"]
    assert opened.parts[0].content == PACKAGE
    assert opened.sent_at == datetime(2022, 3, 30, 23, 59, 59, tzinfo=VIETNAM)


def test_a_mail_that_is_carried_on_in_another_is_opened_too() -> None:
    outer = mail(date="Thu, 31 Mar 2022 08:00:00 +0700")
    outer.add_attachment(mail(("goi.zip", PACKAGE)))
    opened = open_mail(outer.as_bytes())
    assert [part.content for part in opened.parts] == [PACKAGE]
    assert opened.sent_at == datetime(2022, 3, 31, 8, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "date",
    [
        *("", "hôm qua", "Wed, 99 Mar 2022 16:59:59 +0000"),
        *("Fri, 31 Dec 9999 23:59:59 -1200", "Tue, 22 Mar 99999999999 09:00:00 +0700"),
    ],
)
def test_a_date_that_is_none_says_nothing(date: str) -> None:
    content = mail(("goi.zip", PACKAGE)).as_bytes().replace(b"Wed, 30 Mar 2022 16:59:59 +0000", date.encode())
    assert open_mail(content).sent_at is None


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: text/plain; " + b"a=b;" * 200_000 + b"\r\n\r\nx",
        b"Content-Disposition: attachment; filename=" + b"=?utf-8?b?QQ==?= " * 50_000 + b"\r\n\r\nPK",
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(3000)),
        b"Content-Type: message/rfc822\r\n\r\n" * 5000,
        b"Date: " + b"(" * 200_000 + b"\r\n\r\nx",
        b"A: b\r\n\r\n" + b"\n" * 3_000_000,
    ],
)
def test_what_would_take_for_ever_is_refused_at_once(content: bytes) -> None:
    begun = time.monotonic()
    with pytest.raises(BadMailError):
        open_mail(content)
    assert time.monotonic() - begun < 10


@given(st.binary(max_size=300), st.integers(0, 900), st.integers(0, 40))
def test_whatever_the_bytes_are_nothing_else_is_raised(noise: bytes, place: int, taken: int) -> None:
    content = mail(("gói.zip", PACKAGE)).as_bytes()
    with suppress(BadMailError):
        open_mail(content[:place] + noise + content[place + taken :])
    with suppress(BadMailError):
        open_mail(noise)
