"""A campaign: a survey round with its letter, forms, agencies, deadline and receiver, read from ``campaign.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.forms.agencies import AgencyRegister
from cbc_desktop.forms.agency_rows import REGISTER
from cbc_desktop.forms.authority import AuthorityForm
from cbc_desktop.forms.definition import FormDefinition

NO_CAMPAIGN_FILE = Message(
    "Thư mục “{folder}” không có tệp {file} đọc được ({reason}). Hãy chép lại cả thư mục của đợt khảo sát.",
    "The folder “{folder}” has no readable {file} ({reason}). Copy the whole folder of the campaign again.",
)
NOT_TOML = Message(
    "Tệp campaign.toml trong “{folder}” sai cú pháp: {reason}. Hãy sửa tệp này.",
    "campaign.toml in “{folder}” is not valid TOML: {reason}. Correct this file.",
)
UNKNOWN_WORD = Message(
    "Tệp campaign.toml trong “{folder}”: mục “{entry}” chỉ được dùng {words} trong ngoặc nhọn. Hãy sửa mục này.",
    "campaign.toml in “{folder}”: only {words} may stand in braces in the entry “{entry}”. Correct it.",
)
CAMPAIGN_FILE = "campaign.toml"
COVER_WORDS = ("agency", "letter", "letter_date", "ministry", "appendices", "drafting_unit")
MAIL_WORDS = ("agency", "letter", "files")
WRONG_ENTRY = Message(
    "Tệp campaign.toml trong “{folder}”: mục “{entry}” bị thiếu hoặc sai kiểu (cần {kind}). Hãy bổ sung.",
    "campaign.toml in “{folder}”: the entry “{entry}” is missing or of the wrong kind ({kind} is needed). Add it.",
)


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
class SignatoryPaths:
    """The questions that say who signs: their form and generic paths."""

    form: str
    name: str
    authority: str
    position: str
    signing: SigningQuestion | None = None


@dataclass(frozen=True, slots=True)
class SigningQuestion:
    """The question of the same form that asks under which authority somebody signs, and its choices by that."""

    path: str
    choices: Mapping[AuthorityForm, str]


@dataclass(frozen=True, slots=True)
class QuestionPath:
    form: str
    path: str


@dataclass(frozen=True, slots=True)
class CoverText:
    """The covering letter; its texts, but for the addressees, may use the words of ``COVER_WORDS`` in braces."""

    subject: str
    addressees: tuple[str, ...]
    paragraphs: tuple[str, ...]
    recipients: tuple[str, ...]
    signatory: SignatoryPaths
    drafting_unit: QuestionPath


@dataclass(frozen=True, slots=True)
class MailText:
    """The e-mail draft; its texts may use the words of ``MAIL_WORDS`` in braces."""

    subject: str
    body: str


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
    mail: MailText
    agencies: AgencyRegister
    folder: Path
    english_titles: Mapping[str, str]
    """Of forms, by id; XLSForm's ``form_title`` is in one language only."""

    def form_title(self, form: FormDefinition) -> Message:
        return Message(form.title, self.english_titles.get(form.id, form.title))


def read_campaign(folder: Path) -> Campaign:
    """The campaign in ``folder``; UserFacingError names the file and the entry that is wrong."""
    return campaign_with(AgencyRegister.of_csv(read_file(folder, REGISTER)), folder)


def campaign_with(agencies: AgencyRegister, folder: Path) -> Campaign:
    """The campaign that ``campaign.toml`` describes, with these agencies; UserFacingError as above."""
    text = read_file(folder, CAMPAIGN_FILE).decode("utf-8", errors="replace")
    try:
        table = tomllib.loads(nfc(text))
    except tomllib.TOMLDecodeError as error:
        raise UserFacingError(NOT_TOML.filled(folder=folder, reason=error)) from error
    return _campaign(_Entries(folder, table), agencies)


def read_file(folder: Path, name: str) -> bytes:
    """A file of the campaign; UserFacingError names it when it cannot be read."""
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserFacingError(NO_CAMPAIGN_FILE.filled(folder=folder, file=name, reason=reason)) from error


Kind = TypeVar("Kind", str, int, date, list[Any])


@dataclass(frozen=True, slots=True)
class _Entries:
    """A table of campaign.toml whose entries are asked for by name and kind; ``prefix`` is for messages."""

    folder: Path
    table: Mapping[str, Any]
    prefix: str = ""

    def get(self, name: str, kind: type[Kind]) -> Kind:
        value = self.table.get(name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self._wrong(name, kind.__name__)
        return value

    def text(self, name: str) -> str:
        return self.get(name, str)

    def texts(self, name: str) -> tuple[str, ...]:
        values: list[Any] = self.get(name, list)
        if not values or not all(isinstance(value, str) for value in values):
            raise self._wrong(name, "list of str")
        return tuple(values)

    def template(self, name: str, words: Sequence[str]) -> str:
        """A text in which these words may stand in braces."""
        return self._filled_with(name, self.text(name), words)

    def templates(self, name: str, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._filled_with(name, text, words) for text in self.texts(name))

    def _filled_with(self, name: str, text: str, words: Sequence[str]) -> str:
        if not _has_only(text, words):
            known = ", ".join(f"{{{word}}}" for word in words)
            entry = f"{self.prefix}{name}"
            raise UserFacingError(UNKNOWN_WORD.filled(folder=self.folder, entry=entry, words=known))
        return text

    def inner(self, name: str) -> _Entries:
        value = self.table.get(name)
        if not isinstance(value, Mapping):
            raise self._wrong(name, "table")
        return _Entries(self.folder, value, f"{self.prefix}{name}.")

    def _wrong(self, name: str, kind: str) -> UserFacingError:
        return UserFacingError(WRONG_ENTRY.filled(folder=self.folder, entry=f"{self.prefix}{name}", kind=kind))


def _has_only(text: str, words: Sequence[str]) -> bool:
    """Whether the braces hold nothing but these words: no attribute, place, conversion or width of theirs either."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return False
    return all(word is None or (word in words and not form and not turned) for _, word, form, turned in parts)


def _campaign(entries: _Entries, agencies: AgencyRegister) -> Campaign:
    title, mail = entries.inner("title"), entries.inner("mail")
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
        cover=_cover(entries.inner("cover")),
        mail=MailText(mail.template("subject", MAIL_WORDS), mail.template("body", MAIL_WORDS)),
        agencies=agencies,
        folder=entries.folder,
        english_titles=_titles(entries),
    )


def _titles(entries: _Entries) -> Mapping[str, str]:
    if "english_titles" not in entries.table:
        return {}
    titles = entries.inner("english_titles")
    return {form: titles.text(form) for form in titles.table}


def _letter(entries: _Entries) -> Letter:
    return Letter(entries.text("number"), entries.get("date", date), entries.text("subject"), entries.text("ministry"))


def _receiver(entries: _Entries) -> Receiver:
    return Receiver(*(entries.text(name) for name in ("name", "address", "email", "contact", "phone")))


def _cover(entries: _Entries) -> CoverText:
    signatory, unit = entries.inner("signatory"), entries.inner("drafting_unit")
    return CoverText(
        subject=entries.template("subject", COVER_WORDS),
        addressees=entries.texts("addressees"),
        paragraphs=entries.templates("paragraphs", COVER_WORDS),
        recipients=entries.templates("recipients", COVER_WORDS),
        signatory=_signatory(signatory),
        drafting_unit=QuestionPath(unit.text("form"), unit.text("path")),
    )


def _signatory(entries: _Entries) -> SignatoryPaths:
    return SignatoryPaths(
        form=entries.text("form"),
        name=entries.text("name"),
        authority=entries.text("authority"),
        position=entries.text("position"),
        signing=_signing(entries.inner("signing")) if "signing" in entries.table else None,
    )


def _signing(entries: _Entries) -> SigningQuestion:
    choices = {form: entries.text(form.value) for form in AuthorityForm if form.value in entries.table}
    return SigningQuestion(entries.text("path"), choices)
