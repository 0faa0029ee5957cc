"""What an arrival is called: by its file, and by the mail that brought it."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.package.names import printable
from cbc_desktop.receiving.route import Source
from cbc_desktop.store.received.arrivals import Arrival

ROW = Message("{file}, dòng {row}", "{file}, row {row}")
FROM_MAIL = Message("thư của {sender}: {name}", "mail of {sender}: {name}")
IN_MAIL = Message("thư {mail}: {name}", "mail {mail}: {name}")
ABOUT_MAIL = Message("{what} {whose} ({mail})", "{what} {whose} ({mail})")
SUBJECT, NO_SUBJECT = (
    Message("thư “{told}”", "mail “{told}”"),
    Message("thư không ghi tiêu đề,", "mail without a subject,"),
)
SENDER, NO_SENDER = Message("của {told}", "of {told}"), Message("không ghi người gửi", "without a sender")


def row_name(file: str, row: int) -> str:
    """As the books keep it."""
    return ROW.filled(file=file, row=row).vi


def file_called(arrival: Arrival) -> Message:
    """The file alone, and the row of an online form by its number."""
    name = printable(arrival.name)
    file, is_row, row = name.rpartition(ROW.filled(file="", row="").vi)
    if arrival.source == Source.ONLINE_FORM.value and is_row:
        return ROW.filled(file=file, row=row)
    return Message(name, name)


def called(arrival: Arrival) -> Message:
    """The file, in the mail of whom; a mail without a sender goes by its own file."""
    name, mail = file_called(arrival), arrival.mail
    if mail is None:
        return name
    if not mail.sender:
        return IN_MAIL.filled(mail=printable(mail.name), name=name)
    return FROM_MAIL.filled(sender=printable(mail.sender), name=name)


def about_mail(arrival: Arrival) -> Message | None:
    """All that is known of the mail; None where it came without one."""
    mail = arrival.mail
    if mail is None:
        return None
    what = SUBJECT.filled(told=printable(mail.subject)) if mail.subject else NO_SUBJECT
    whose = SENDER.filled(told=printable(mail.sender)) if mail.sender else NO_SENDER
    return ABOUT_MAIL.filled(what=what, whose=whose, mail=printable(mail.name))
