"""The export of an online form: which column answers which question, and which row is whose, for a person to see first.

A column is matched by itself only when its heading is the question's own label, numbers in front aside: a figure under
another question would be worse than none. All others are named in a file of columns, or left out.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.nested_text import parsed_toml
from cbc_desktop.base.text import folded
from cbc_desktop.documents.excel.reading import SheetTexts, read_tables
from cbc_desktop.documents.typed_text import typed_day
from cbc_desktop.forms.agencies import Agency
from cbc_desktop.forms.agency_names import AgencyNames
from cbc_desktop.forms.definition import FormDefinition, GroupDef, LeafDef

AGENCY, SENT = "agency", "sent"
"""What a file of columns calls the two columns that are no question."""
NO_AGENCY_COLUMN = Message(
    "Không thấy cột nào của “{name}” ghi tên cơ quan trong danh mục, nên chưa nhận gì. Hãy ghi tên cột đó vào tệp cột: "
    'agency = "…".',
    "No column of “{name}” has names of agencies in the register, so nothing was taken in. Name it in the file of "
    'columns: agency = "…".',
)
BAD_COLUMNS = Message(
    "Tệp cột không đúng ({reason}). Chưa nhận gì; hãy sửa tệp rồi làm lại.",
    "The file of columns is not right ({reason}). Nothing was taken in; correct it and try again.",
)
_NUMBER = re.compile(r"^\s*(câu\s*)?\d+([.)]\d+)*[.):]?\s+", re.IGNORECASE)
_TIMES = ("dau thoi gian", "timestamp", "thoi gian")
_CODE_WORDS = frozenset({"ma", "code"})
_YEAR_FIRST = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(CH|PM|SA|AM)?", re.IGNORECASE)
_AFTERNOON = ("ch", "pm")


@dataclass(frozen=True, slots=True)
class Place:
    """A question outside all tables."""

    form_id: str
    path: str


@dataclass(frozen=True, slots=True)
class OnlineRow:
    """One answer: ``texts`` by place, as they stand in the sheet; ``agency`` is None where the name is nobody's."""

    number: int
    name: str
    agency: Agency | None
    sent_at: datetime | None
    texts: Mapping[Place, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OnlinePlan:
    """``columns`` are all headings, with the place of each that is taken; ``content`` is the file."""

    name: str
    content: bytes = field(repr=False)
    columns: tuple[tuple[str, Place | None], ...]
    agency_column: str
    sent_column: str
    rows: tuple[OnlineRow, ...]


def online_plan(
    name: str,
    content: bytes,
    forms: Mapping[str, FormDefinition],
    agencies: Sequence[Agency],
    columns: bytes = b"",
) -> OnlinePlan:
    """``columns`` is a file of columns (TOML). UserFacingError for what is no table, or names no agencies."""
    given = _given(columns)
    sheet = next((one for one in read_tables(content, name) if not one.hidden and one.rows), SheetTexts("", ((),)))
    headings, *rows = sheet.rows
    names, places = AgencyNames(agencies), _places(headings, forms, given)
    agency = given.get(AGENCY) or _agency_column(headings, rows, places, names)
    if agency not in headings:
        raise UserFacingError(NO_AGENCY_COLUMN.filled(name=name))
    sent = given.get(SENT) or next((text for text in headings if folded(text).startswith(_TIMES)), "")
    places = [None if heading == agency else place for heading, place in zip(headings, places, strict=True)]
    reading = _RowReading(headings, places, headings.index(agency), names)
    read = [reading.row(number, row, sent) for number, row in enumerate(rows, start=2) if any(row)]
    return OnlinePlan(name, content, tuple(zip(headings, places, strict=True)), agency, sent, tuple(read))


def moment_in(text: str) -> datetime | None:
    """``25/03/2022 14:05:33`` and ``2022/03/25 2:05:33 CH``, in Vietnam's time; None for what cannot be read."""
    day_text, _, rest = text.strip().partition(" ")
    turned = _YEAR_FIRST.fullmatch(day_text)
    day = typed_day("-".join((turned[1], turned[2].zfill(2), turned[3].zfill(2))) if turned else day_text)
    clock = _CLOCK.match(rest.strip())
    if day is None:
        return None
    return datetime.combine(day, _time(clock) if clock else time(), VIETNAM)


def _time(clock: re.Match[str]) -> time:
    hour, minute, second = int(clock[1]) % 24, int(clock[2]) % 60, int(clock[3] or 0) % 60
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() in _AFTERNOON else 0)
    return time(hour, minute, second)


@dataclass(frozen=True, slots=True)
class _RowReading:
    headings: Sequence[str]
    places: Sequence[Place | None]
    agency: int
    names: AgencyNames

    def row(self, number: int, cells: Sequence[str], sent: str) -> OnlineRow:
        name = cells[self.agency].strip()
        at = moment_in(cells[self.headings.index(sent)]) if sent in self.headings else None
        texts = {place: text for place, text in zip(self.places, cells, strict=True) if place and text.strip()}
        return OnlineRow(number, name, self.names.named(name) or self.names.coded(name), at, texts)


def _given(columns: bytes) -> dict[str, str]:
    """Headings with ``form path``, and the two that are no question; {} without a file."""
    try:
        table = parsed_toml(columns.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserFacingError(BAD_COLUMNS.filled(reason=error)) from error
    named = {**table.pop("columns", {}), **table} if isinstance(table.get("columns", {}), dict) else table
    if not all(isinstance(value, str) for value in named.values()):
        raise UserFacingError(BAD_COLUMNS.filled(reason="str"))
    return named


def _agency_column(
    headings: Sequence[str], rows: Sequence[Sequence[str]], places: Sequence[Place | None], names: AgencyNames
) -> str:
    """The one with the most names, of those that answer no question if there is any; else one of codes; "" for none.

    Codes of agencies are numbers, as figures are: only a heading that says so makes a column one of codes.
    """
    known = [sum(names.named(row[column]) is not None for row in rows) for column in range(len(headings))]
    free = [0 if place else count for count, place in zip(known, places, strict=True)]
    for counts in (free, known):
        if any(counts):
            return headings[counts.index(max(counts))]
    return next((heading for at, heading in enumerate(headings) if _has_codes(heading, rows, at, names)), "")


def _has_codes(heading: str, rows: Sequence[Sequence[str]], column: int, names: AgencyNames) -> bool:
    cells = [row[column] for row in rows if row[column].strip()]
    says_so = not _CODE_WORDS.isdisjoint(folded(heading).split())
    return says_so and bool(cells) and all(names.coded(cell) is not None for cell in cells)


def _places(
    headings: Sequence[str], forms: Mapping[str, FormDefinition], given: Mapping[str, str]
) -> list[Place | None]:
    questions = {
        Place(form_id, leaf.path): leaf
        for form_id, form in forms.items()
        for leaf in questions_outside_tables(form.root)
    }
    labels: dict[str, list[Place]] = {}
    for place, leaf in questions.items():
        for label in {_bare(text) for text in _labels(leaf)}:
            labels.setdefault(label, []).append(place)
    times = Counter(headings)
    return [_place(heading, questions, labels, given) if times[heading] == 1 else None for heading in headings]


def _place(
    heading: str,
    questions: Mapping[Place, LeafDef],
    labels: Mapping[str, list[Place]],
    given: Mapping[str, str],
) -> Place | None:
    if heading in given:
        form_id, _, path = given[heading].partition(" ")
        place = Place(form_id, path.strip())
        if given[heading] and place not in questions:
            raise UserFacingError(BAD_COLUMNS.filled(reason=f"{heading}: {given[heading]}"))
        return place if given[heading] else None
    found = labels.get(_bare(heading), [])
    return found[0] if len(found) == 1 else None


def questions_outside_tables(group: GroupDef) -> Iterator[LeafDef]:
    for child in group.children:
        if isinstance(child, LeafDef) and child.takes_answers:
            yield child
        elif isinstance(child, GroupDef):
            yield from questions_outside_tables(child)


def _labels(leaf: LeafDef) -> list[str]:
    """In every language of the form, as far as they are plain text."""
    return ["".join(part for part in parts if isinstance(part, str)) for parts in leaf.label.variants.values()]


def _bare(text: str) -> str:
    return " ".join(folded(_NUMBER.sub("", text)).rstrip(" *:?.").split())
