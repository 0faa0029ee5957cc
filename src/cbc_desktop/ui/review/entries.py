"""What the review has to say, as lines of the page: of which kind, where, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import page_of
from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.filling.difference_words import difference_words
from cbc_desktop.filling.lateness import Lateness, lateness
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.filling.review import Review, ReviewLine
from cbc_desktop.filling.since_sent import Difference
from cbc_desktop.filling.whereabouts import place_words
from cbc_desktop.forms.definition import Path
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.returned_line import returned_words


class Kind(Enum):
    """In the order in which a person deals with them."""

    RETURNED = "returned"
    REMARK = "remark"
    """What the receiver said when it accepted the revision."""
    LATE = "late"
    """The round's last day is over; a reason can be given."""
    ERROR = "error"
    MISSING = "missing"
    WARNING = "warning"
    OPEN = "open"
    """May stay unanswered."""
    CHANGED = "changed"
    """Something else was sent before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``section`` is its page, ``row`` its table and row, or its group; ``text`` says what is wrong.

    Of what concerns no place in the draft ``form_id`` is "" and ``address`` None.
    """

    kind: Kind
    form_id: str
    address: Address | None
    section: str
    row: str
    label: str
    text: str = ""
    settled: bool = False
    """A warning or delay that somebody has explained, a returned question that is dealt with."""
    returned: ReturnedQuestion | None = None

    @property
    def in_the_way(self) -> bool:
        """Whether it must be dealt with before the dossier can be finalised."""
        return self.kind in _IN_THE_WAY and not self.settled


EXPLAINED = frozenset({Kind.LATE, Kind.WARNING})
"""A person gives a reason right under the line."""
_IN_THE_WAY = frozenset({Kind.ERROR, Kind.MISSING, Kind.WARNING})


def entries(dossier: OpenDossier, returned: Iterable[ReturnedQuestion], look: Look, today: date) -> list[Entry]:
    """Form by form, in each what a person deals with first standing first; what was changed comes last of all."""
    titles, review, changes = _Titles(dossier, look), dossier.review(), dossier.changes_since_sent()
    late = lateness(dossier, today)
    found = [
        *_returned(titles, returned),
        *(_late(titles, late) if late else ()),
        *_lines(titles, review),
        *_open(titles, review),
    ]
    order = {form_id: place for place, form_id in enumerate(["", *dossier.forms])}
    changed = _changed(titles, changes.differences) if changes else ()
    return [*sorted(found, key=lambda entry: order[entry.form_id]), *changed]


class _Titles:
    """Titles of sections and rows, each asked for once."""

    def __init__(self, dossier: OpenDossier, look: Look) -> None:
        self._dossier, self.look = dossier, look
        self._sections: dict[tuple[str, Path], str] = {}
        self._places: dict[str, dict[Path, int]] = {}

    def where(self, form_id: str, address: Address) -> tuple[str, str]:
        """The section, and the place in it, or ""."""
        session = self._dossier.form(form_id).session
        key = (form_id, address.path)
        if key not in self._sections:
            page = page_of(session.definition, address.path)
            self._sections[key] = page.shown_title(session) if page else ""
        node = session.tree.find(address)
        return self._sections[key], self.look.text(place_words(session, node)) if isinstance(node, LiveNode) else ""

    def place(self, one: ReturnedQuestion) -> tuple[int, int, int]:
        """By which returned questions are in the order of their form, row by row."""
        if one.address is None:
            return (0, 0, 0)
        session = self._dossier.form(one.form_id).session
        if one.form_id not in self._places:
            self._places[one.form_id] = {node.path: place for place, node in enumerate(session.definition.nodes())}
        places = self._places[one.form_id]
        row = session.tree.rows.get(one.address.row)
        own = places.get(one.address.path, 0)
        return (places.get(row.path, 0), row.index + 1, own) if row else (own, 0, 0)


def _returned(titles: _Titles, returned: Iterable[ReturnedQuestion]) -> Iterator[Entry]:
    for one in sorted(returned, key=titles.place):
        form_id = one.form_id if one.address is not None else ""
        where = titles.where(form_id, one.address) if one.address is not None else ("", "")
        yield Entry(
            Kind.REMARK if one.accepted else Kind.RETURNED,
            form_id,
            one.address,
            *where,
            label=titles.look.text(one.label),
            text=returned_words(one),
            settled=one.settled,
            returned=one,
        )


def _late(titles: _Titles, late: Lateness) -> Iterator[Entry]:
    where = titles.where(late.form_id, late.address) if late.address is not None else ("", "")
    label, text = titles.look.text(late.label), titles.look.text(late.message)
    yield Entry(Kind.LATE, late.form_id, late.address, *where, label=label, text=text, settled=late.settled)


def _changed(titles: _Titles, differences: Iterable[Difference]) -> Iterator[Entry]:
    for one in differences:
        where = titles.where(one.form_id, one.address)
        text = titles.look.text(difference_words(one))
        yield Entry(Kind.CHANGED, one.form_id, one.address, *where, label=titles.look.text(one.label), text=text)


def _lines(titles: _Titles, review: Review) -> Iterator[Entry]:
    for line in review.lines:
        yield Entry(
            _kind(line),
            line.form_id,
            line.address,
            *titles.where(line.form_id, line.address),
            label=titles.look.text(line.label),
            text=titles.look.text(line.message),
            settled=line.settled,
        )


def _open(titles: _Titles, review: Review) -> Iterator[Entry]:
    for question in review.unanswered:
        where = titles.where(question.form_id, question.address)
        yield Entry(Kind.OPEN, question.form_id, question.address, *where, label=titles.look.text(question.label))


def _kind(line: ReviewLine) -> Kind:
    if line.missing:
        return Kind.MISSING
    return Kind.ERROR if line.condition.blocks else Kind.WARNING
