"""The entries of a campaign's TOML files, asked for by name and kind; what is missing or wrong is told by its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message

UNKNOWN_WORD = Message(
    "Tệp {file} trong “{folder}”: mục “{entry}” chỉ được dùng {words} trong ngoặc nhọn. Hãy sửa mục này.",
    "{file} in “{folder}”: only {words} may stand in braces in the entry “{entry}”. Correct it.",
)
WRONG_ENTRY = Message(
    "Tệp {file} trong “{folder}”: mục “{entry}” bị thiếu hoặc sai kiểu; cần {kind}. Hãy bổ sung.",
    "{file} in “{folder}”: the entry “{entry}” is missing or of the wrong kind; it is {kind}. Add it.",
)
CAMPAIGN_FILE = "campaign.toml"
_KINDS: Mapping[type, Message] = {
    str: Message("một đoạn chữ trong ngoặc kép", "a text in quotation marks"),
    int: Message("một số nguyên", "a whole number"),
    date: Message("một ngày, ví dụ 2022-03-25", "a date, such as 2022-03-25"),
    list: Message("một danh sách", "a list"),
}
_TEXTS = Message("một danh sách các đoạn chữ", "a list of texts")
_ONE_OF = Message("một trong: {words}", "one of: {words}")
_SOME_OF = Message("một danh sách trong số: {words}", "a list of: {words}")
_NAMED = Message("một bảng chỉ có các tên: {words}", "a table with no other names than: {words}")
_TABLE = Message("một bảng", "a table")
_TABLES = Message("một danh sách các bảng", "a list of tables")

Kind = TypeVar("Kind", str, int, date, list[Any])


@dataclass(frozen=True, slots=True)
class Entries:
    """A table of ``file`` whose entries are asked for by name and kind; ``prefix`` and ``file`` are for messages."""

    folder: Path
    table: Mapping[str, Any]
    prefix: str = ""
    file: str = CAMPAIGN_FILE

    def get(self, name: str, kind: type[Kind]) -> Kind:
        value = self.table.get(name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self._wrong(name, _KINDS[kind])
        return value

    def text(self, name: str) -> str:
        return self.get(name, str)

    def texts(self, name: str) -> tuple[str, ...]:
        values: list[Any] = self.get(name, list)
        if not values or not all(isinstance(value, str) for value in values):
            raise self._wrong(name, _TEXTS)
        return tuple(values)

    def template(self, name: str, words: Sequence[str]) -> str:
        """A text in which these words may stand in braces."""
        return self._filled_with(name, self.text(name), words)

    def optional_template(self, name: str, words: Sequence[str]) -> str:
        """ "" when it is left out."""
        return self.template(name, words) if name in self.table else ""

    def templates(self, name: str, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._filled_with(name, text, words) for text in self.texts(name))

    def _filled_with(self, name: str, text: str, words: Sequence[str]) -> str:
        if not has_only(text, words):
            known = ", ".join(f"{{{word}}}" for word in words)
            entry = f"{self.prefix}{name}"
            raise UserFacingError(UNKNOWN_WORD.filled(file=self.file, folder=self.folder, entry=entry, words=known))
        return text

    def choice(self, name: str, known: Sequence[str]) -> str:
        """A text that is one of these."""
        value = self.text(name)
        if value not in known:
            raise self._wrong(name, _ONE_OF.filled(words=", ".join(known)))
        return value

    def choices(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        values = self.texts(name)
        if not set(values) <= set(known):
            raise self._wrong(name, _SOME_OF.filled(words=", ".join(known)))
        return values

    def optional_texts(self, name: str, known: Sequence[str] = ()) -> dict[str, str]:
        """A table of texts by name, one of the ``known`` names where there are any; {} when it is left out."""
        if name not in self.table:
            return {}
        inner = self.inner(name)
        if known and not set(inner.table) <= set(known):
            raise self._wrong(name, _NAMED.filled(words=", ".join(known)))
        return {key: inner.text(key) for key in inner.table}

    def tables(self, name: str) -> tuple[Entries, ...]:
        """A list of tables, each known by its number in messages."""
        values: list[Any] = self.get(name, list)
        if not values or not all(isinstance(value, Mapping) for value in values):
            raise self._wrong(name, _TABLES)
        return tuple(
            replace(self, table=value, prefix=f"{self.prefix}{name}[{number}].")
            for number, value in enumerate(values, 1)
        )

    def over(self, base: Entries) -> Entries:
        """These entries, and those of ``base`` that are not among them."""
        return replace(self, table={**base.table, **self.table})

    def inner(self, name: str) -> Entries:
        value = self.table.get(name)
        if not isinstance(value, Mapping):
            raise self._wrong(name, _TABLE)
        return replace(self, table=value, prefix=f"{self.prefix}{name}.")

    def _wrong(self, name: str, kind: Message) -> UserFacingError:
        entry = f"{self.prefix}{name}"
        return UserFacingError(WRONG_ENTRY.filled(file=self.file, folder=self.folder, entry=entry, kind=kind))


def has_only(text: str, words: Sequence[str]) -> bool:
    """Whether the braces hold nothing but these words: no attribute, place, conversion or width of theirs either."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return False
    return all(word is None or (word in words and not form and not turned) for _, word, form, turned in parts)
