"""What the review has to say, as lines of the page: of which kind, where, and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.engine.address import Address
from cbc_desktop.engine.navigation import page_of
from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.review import Review, ReviewLine
from cbc_desktop.filling.whereabouts import place_words
from cbc_desktop.forms.definition import Path
from cbc_desktop.ui.look import Look


class Kind(Enum):
    """In the order in which a person deals with them."""

    ERROR = "error"
    MISSING = "missing"
    WARNING = "warning"
    OPEN = "open"
    """May stay unanswered."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``section`` is its page, ``row`` its table and row, or its group; ``text`` says what is wrong."""

    kind: Kind
    form_id: str
    address: Address
    section: str
    row: str
    label: str
    text: str = ""
    settled: bool = False
    """A warning that somebody has explained."""

    @property
    def in_the_way(self) -> bool:
        """Whether it must be dealt with before the dossier can be finalised."""
        return self.kind is not Kind.OPEN and not self.settled


def entries(dossier: OpenDossier, review: Review, look: Look) -> list[Entry]:
    """Form by form, in each what a person deals with first standing first."""
    titles = _Titles(dossier, look)
    found = [*_lines(titles, review), *_open(titles, review)]
    order = {form_id: place for place, form_id in enumerate(dossier.forms)}
    return sorted(found, key=lambda entry: order[entry.form_id])


class _Titles:
    """Titles of sections and rows, each asked for once."""

    def __init__(self, dossier: OpenDossier, look: Look) -> None:
        self._dossier, self.look = dossier, look
        self._sections: dict[tuple[str, Path], str] = {}

    def where(self, form_id: str, address: Address) -> tuple[str, str]:
        """The section, and the place in it, or ""."""
        session = self._dossier.form(form_id).session
        key = (form_id, address.path)
        if key not in self._sections:
            page = page_of(session.definition, address.path)
            self._sections[key] = page.shown_title(session) if page else ""
        node = session.tree.find(address)
        return self._sections[key], self.look.text(place_words(session, node)) if isinstance(node, LiveNode) else ""


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
