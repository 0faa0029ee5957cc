"""The e-mail draft as a mail program finds it."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.package.mail_draft import mail_draft

SUBJECT = (
    "UBND tỉnh Cao Bằng gửi báo cáo khảo sát và kế hoạch truyền thông chính sách năm 2022 theo Công văn 837/BTTTT-CBC"
)
BODY = "Kính gửi: Cục Báo chí,\n\nỦy ban nhân dân tỉnh Cao Bằng gửi gói báo cáo kèm theo thư này.\n\nTrân trọng./.\n"
PACKAGE = b"PK\x03\x04" + bytes(range(256)) * 300


def draft(**changed: Any) -> bytes:
    facts: dict[str, Any] = {
        "receiver": "cucbaochi@mic.example",
        "receiver_name": "Cục Báo chí",
        "subject": SUBJECT,
        "body": BODY,
        "attached": {"bao-cao-cao-bang-lan-1.zip": PACKAGE},
        "date": datetime(2022, 3, 25, 15, 4, 5, tzinfo=VIETNAM),
        "identifier": "0f0e0d0c-0b0a-4908-8706-050403020100",
    }
    return mail_draft(**{**facts, **changed})


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def text_of(message: EmailMessage) -> str:
    """The text with the line ends of this machine; in a mail they are CRLF (RFC 2046, 4.1.1)."""
    part = message.get_body()
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def attachment(message: EmailMessage) -> EmailMessage:
    (part,) = message.iter_attachments()
    assert isinstance(part, EmailMessage)
    return part


def test_a_mail_program_opens_the_draft_with_receiver_subject_and_text() -> None:
    message = read(draft())
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].addr_spec == "cucbaochi@mic.example"
    assert message["To"].addresses[0].display_name == "Cục Báo chí"
    assert message["Subject"] == SUBJECT
    assert message["Date"].datetime == datetime(2022, 3, 25, 15, 4, 5, tzinfo=VIETNAM)
    assert text_of(message) == BODY


def test_the_sender_is_left_to_the_mail_program() -> None:
    assert "From" not in read(draft())


def test_the_package_is_attached_byte_for_byte() -> None:
    part = attachment(read(draft()))
    assert part.get_content() == PACKAGE
    assert part.get_content_type() == "application/zip"
    assert part.get_filename() == "bao-cao-cao-bang-lan-1.zip"


def test_every_mail_server_takes_the_draft_seven_bits_crlf_and_short_lines() -> None:
    content = draft()
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 78


def test_the_same_facts_give_the_same_bytes() -> None:
    assert draft() == draft()
    assert draft() != draft(identifier="1f0e0d0c-0b0a-4908-8706-050403020100")


def test_a_line_break_in_the_subject_adds_no_header() -> None:
    message = read(draft(subject="Báo cáo\r\nBcc: other@mic.example", receiver_name="Cục\r\nBcc: x@mic.example"))
    assert "Bcc" not in message
    assert message["Subject"] == "Báo cáo Bcc: other@mic.example"


@pytest.mark.parametrize("address", ["", "cucbaochi", "a b@mic.example", "cục@mic.example", "a@b.example, c@d.example"])
def test_a_wrong_address_is_explained_to_the_person(address: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        draft(receiver=address)
    assert f"“{address}”" in refused.value.message.vi


def test_a_package_name_that_mail_programs_garble_is_our_mistake() -> None:
    with pytest.raises(BugError):
        draft(attached={"báo cáo.zip": PACKAGE})


@pytest.mark.parametrize("length", range(1, 61))
def test_no_blank_is_lost_where_a_header_is_folded(length: int) -> None:
    words = f"Ủy ban {'â' * length} Hải Phòng, lần 1, kèm ý kiến"
    message = message_from_bytes(draft(subject=words, receiver_name=words))
    subject, receiver = (str(make_header(decode_header(message[name]))) for name in ("Subject", "To"))
    assert subject == words
    assert receiver.split() == [*words.split(), "<cucbaochi@mic.example>"]


@settings(max_examples=50, deadline=None)
@given(
    body=st.text("aăâđêôơưẾỆữ =.\n-_\t😀", max_size=300),
    subject=st.text('aăâđêôơưẾỆữ=?_:"<>()1 ', max_size=200),
    package=st.binary(max_size=500),
)
def test_any_vietnamese_text_and_any_bytes_arrive_whole(body: str, subject: str, package: bytes) -> None:
    message = read(draft(body=body, subject=subject, attached={"goi.zip": package}))
    assert text_of(message).removesuffix("\n") == body.removesuffix("\n")
    assert str(message["Subject"]) == " ".join(subject.split())
    assert attachment(message).get_content() == package
