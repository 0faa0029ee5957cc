"""Reminders to the agencies of which nothing has come: e-mail drafts, addressed where an address is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.clock import Clock
from cbc_desktop.base.identifiers import IdentifierSource
from cbc_desktop.base.text import ascii_name
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.campaign import Campaign
from cbc_desktop.package.mail_draft import is_address, mail_draft
from cbc_desktop.receiving.reception.addressing import written_addresses
from cbc_desktop.receiving.reception.practice_mail import body_of, subject_of
from cbc_desktop.receiving.reception.roll import Answered, RollEntry

LONG_OVER = 90
"""Days after the deadline from which on a campaign may have other words."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """``entered`` is the e-mail address that people of this office entered, ``told`` that of others; "" for none."""

    agency: Agency
    entered: str
    told: str
    subject: str
    body: str

    @property
    def address(self) -> str:
        """The one to write to, "" where none is known."""
        return self.entered or self.told


def reminders(
    campaign: Campaign,
    entries: Iterable[RollEntry],
    today: date,
    entered: Mapping[str, str],
    senders: Mapping[str, str],
    *,
    trial: bool,
) -> tuple[Reminder, ...]:
    """For each that is awaited and has sent nothing; none where the campaign has no words for it.

    The receiver signs; what is for practice says so. By the keys of agencies, ``entered`` are the addresses that this
    office keeps, and ``senders`` says who wrote the last mail: asked where the register has no address.
    """
    text = campaign.reminder
    if text is None:
        return ()
    over = (today - campaign.deadline).days > LONG_OVER
    words = text.body_long_over if over and text.body_long_over else text.body
    body = f"{words.strip()}\n\n{{receiver}}\n"
    facts = {
        "deadline": date_text(campaign.deadline),
        "today": date_text(today),
        "letter": campaign.letter.number,
        "receiver": campaign.receiver.name,
    }
    return tuple(
        Reminder(
            entry.agency,
            entered.get(entry.agency.key, ""),
            _told(entry.agency.email, senders.get(entry.agency.key, "")),
            subject_of(text.subject.format(agency=entry.agency.name_vi, **facts), trial=trial),
            body_of(body.format(agency=entry.agency.name_vi, **facts), trial=trial),
        )
        for entry in entries
        if entry.awaited and entry.answered is Answered.MISSING
    )


def write_reminders(
    found: Iterable[Reminder], folder: Path, clock: Clock, identifiers: IdentifierSource
) -> tuple[Path, ...]:
    """A draft (.eml) for each, named by the agency; UserFacingError when the disk says no."""
    written = []
    for one in found:
        path = folder / f"{one.agency.code}-{ascii_name(one.agency.name_vi).lower()}.eml"
        write_atomically(path, _draft(one, clock, identifiers), private=False)
        written.append(path)
    return tuple(written)


def _draft(one: Reminder, clock: Clock, identifiers: IdentifierSource) -> bytes:
    return mail_draft(
        receiver=one.address or None,
        receiver_name=one.agency.name_vi,
        subject=one.subject,
        body=one.body,
        attached={},
        date=clock.now(),
        identifier=identifiers.new_uuid(),
    )


def _told(*told: str) -> str:
    """The first that is one; a stranger's mail may say anything."""
    first = (address for one in told for address in written_addresses(one)[:1])
    return next(filter(is_address, first), "")
