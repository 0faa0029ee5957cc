"""A campaign: a survey round with its letter, forms, agencies, deadline and receiver, read from ``campaign.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_toml
from cbc_desktop.base.system_reasons import reason_of
from cbc_desktop.base.text import nfc
from cbc_desktop.forms.agencies import Agency, AgencyRegister
from cbc_desktop.forms.agency_rows import REGISTER
from cbc_desktop.forms.campaign_documents import CoverText, DocumentDef, read_cover, read_documents
from cbc_desktop.forms.campaign_entries import CAMPAIGN_FILE, Entries
from cbc_desktop.forms.definition import FormDefinition

NO_CAMPAIGN_FILE = Message(
    "Thư mục “{folder}” không có tệp {file} đọc được ({reason}). Hãy chép lại cả thư mục của đợt khảo sát.",
    "The folder “{folder}” has no readable {file} ({reason}). Copy the whole folder of the campaign again.",
)
NOT_TOML = Message(
    "Tệp campaign.toml trong “{folder}” sai cú pháp: {reason}. Hãy sửa tệp này.",
    "campaign.toml in “{folder}” is not valid TOML: {reason}. Correct this file.",
)
MAIL_WORDS = ("agency", "letter", "files")
MAIL_REPLACING_WORDS = (*MAIL_WORDS, "replaced")
REMINDER_WORDS = ("agency", "letter", "deadline", "today")


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter that the campaign answers."""

    number: str
    date: date
    subject: str
    ministry: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where the answers go."""

    name: str
    address: str
    email: str
    contact: str
    phone: str


@dataclass(frozen=True, slots=True)
class MailText:
    """The e-mail draft; its texts may use the words of ``MAIL_WORDS`` in braces.

    Those with a document that replaces an issued one may name that too: ``MAIL_REPLACING_WORDS``.
    """

    subject: str
    body: str
    subject_replacing: str
    body_replacing: str


@dataclass(frozen=True, slots=True)
class ReminderText:
    """Its texts may use ``REMINDER_WORDS``; ``body_long_over`` is for months after the deadline, "": the same."""

    subject: str
    body: str
    body_long_over: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """``deadline`` is the last day on which an answer is in time; ``forms`` are form ids in order."""

    id: str
    version: str
    title: Message
    register_date: date
    deadline: date
    report_year: int
    forms: tuple[str, ...]
    letter: Letter
    receiver: Receiver
    cover: CoverText
    documents: tuple[DocumentDef, ...]
    """As which its answers can leave the house; the one that is taken unless a person chooses comes first."""
    mail: MailText
    agencies: AgencyRegister
    folder: Path
    english_titles: Mapping[str, str]
    """Of forms, by id; XLSForm's ``form_title`` is in one language only."""
    not_awaited: tuple[str, ...] = ()
    """Codes of agencies that may answer, but are not counted among those that were asked: the asking one itself."""
    reminder: ReminderText | None = None

    @property
    def awaited(self) -> tuple[Agency, ...]:
        """The agencies of which an answer is awaited: the denominator of what is said about all."""
        return tuple(one for one in self.agencies.respondents(self.register_date) if one.code not in self.not_awaited)

    def documents_of(self, forms: Collection[str]) -> tuple[DocumentDef, ...]:
        """The documents whose forms are all among these, those that hold all of them first; never none.

        Where there is none, the campaign's first one goes out with the forms that there are.
        """
        possible = [document for document in self.documents if set(document.forms) <= set(forms)]
        if not possible:
            first = self.documents[0]
            return (replace(first, forms=tuple(form for form in self.forms if form in forms)),)
        return tuple(sorted(possible, key=lambda document: len(document.forms) < len(forms)))

    def form_title(self, form: FormDefinition) -> Message:
        return Message(form.title, self.english_titles.get(form.id, form.title))


def read_campaign(folder: Path) -> Campaign:
    """The campaign in ``folder``; UserFacingError names the file and the entry that is wrong."""
    return campaign_with(AgencyRegister.of_csv(read_file(folder, REGISTER)), folder)


def campaign_with(agencies: AgencyRegister, folder: Path) -> Campaign:
    """The campaign that ``campaign.toml`` describes, with these agencies; UserFacingError as above."""
    text = read_file(folder, CAMPAIGN_FILE).decode("utf-8", errors="replace")
    try:
        table = parsed_toml(nfc(text))
    except tomllib.TOMLDecodeError as error:
        raise UserFacingError(NOT_TOML.filled(folder=folder, reason=error)) from error
    return _campaign(Entries(folder, table), agencies)


def read_file(folder: Path, name: str) -> bytes:
    """A file of the campaign; UserFacingError names it when it cannot be read."""
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        told = NO_CAMPAIGN_FILE.filled(folder=folder, file=name, reason=reason_of(error))
        raise UserFacingError(told) from error


def _campaign(entries: Entries, agencies: AgencyRegister) -> Campaign:
    title = entries.inner("title")
    return Campaign(
        id=entries.text("id"),
        version=entries.text("version"),
        title=Message(title.text("vi"), title.text("en")),
        register_date=entries.get("register_date", date),
        deadline=entries.get("deadline", date),
        report_year=entries.get("report_year", int),
        forms=entries.texts("forms"),
        letter=_letter(entries.inner("letter")),
        receiver=_receiver(entries.inner("receiver")),
        cover=read_cover(entries.inner("cover")),
        documents=read_documents(entries, entries.texts("forms")),
        mail=_mail(entries.inner("mail")),
        agencies=agencies,
        folder=entries.folder,
        english_titles=_titles(entries),
        not_awaited=_not_awaited(entries, agencies),
        reminder=_reminder(entries),
    )


def _titles(entries: Entries) -> Mapping[str, str]:
    if "english_titles" not in entries.table:
        return {}
    titles = entries.inner("english_titles")
    return {form: titles.text(form) for form in titles.table}


def _not_awaited(entries: Entries, agencies: AgencyRegister) -> tuple[str, ...]:
    if "not_awaited" not in entries.table:
        return ()
    return entries.choices("not_awaited", sorted({agency.code for agency in agencies.agencies}))


def _mail(texts: Entries) -> MailText:
    subject, body = (texts.template(name, MAIL_WORDS) for name in ("subject", "body"))
    again = ("subject_replacing", "body_replacing")
    subject_again, body_again = (texts.optional_template(name, MAIL_REPLACING_WORDS) for name in again)
    return MailText(subject, body, subject_again or subject, body_again or body)


def _reminder(entries: Entries) -> ReminderText | None:
    if "reminder" not in entries.table:
        return None
    texts = entries.inner("reminder")
    long_over = texts.optional_template("body_long_over", REMINDER_WORDS)
    return ReminderText(texts.template("subject", REMINDER_WORDS), texts.template("body", REMINDER_WORDS), long_over)


def _letter(entries: Entries) -> Letter:
    return Letter(entries.text("number"), entries.get("date", date), entries.text("subject"), entries.text("ministry"))


def _receiver(entries: Entries) -> Receiver:
    return Receiver(*(entries.text(name) for name in ("name", "address", "email", "contact", "phone")))
