"""What the check sheet says of an open dossier: review, offers, changes and returned questions, by form and page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.documents.check_sheet import CheckKind, CheckLine, CheckPart, CheckSection, CheckSheet
from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.dossier.states import STATE_TITLES, State
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import language_for
from cbc_desktop.engine.navigation import Page, page_of, pages
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition
from cbc_desktop.filling.difference_words import difference_words
from cbc_desktop.filling.offers import Offer
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.filling.reading import as_read
from cbc_desktop.filling.returned import ReturnedQuestion
from cbc_desktop.filling.review import Review, ReviewLine
from cbc_desktop.filling.since_sent import Difference, SinceSent
from cbc_desktop.filling.whereabouts import label_of, row_words, table_label

MOST_LINES = 200
"""Of one section: whoever changes more looks at the screen."""
MOST_NAMES = 40
OPEN = "Không bắt buộc"
WHOLE_DOSSIER = "Cả hồ sơ"
NOT_HERE = "không còn trong bản đang nhập"
READY = "Không còn gì phải sửa. Có thể chốt số liệu."
FINALISED = "Số liệu đã chốt; các câu trả lời không thay đổi được nữa."
TO_DO = "Trước khi chốt số liệu còn: {list}."

Place = tuple[str, Page | None]


def check_sheet(dossier: OpenDossier, printed_at: datetime) -> CheckSheet:
    """As the dossier stands now; documents are in Vietnamese whatever is on show (decision 20)."""
    with _in_vietnamese(dossier):
        return _Sheet(dossier).made(printed_at)


@contextmanager
def _in_vietnamese(dossier: OpenDossier) -> Iterator[None]:
    sessions = [filling.session for filling in dossier.forms.values()]
    shown = [session.language for session in sessions]
    try:
        for session in sessions:
            session.show_language(language_for(session.definition, VIETNAMESE))
        yield
    finally:
        for session, language in zip(sessions, shown, strict=True):
            session.show_language(language)


@dataclass(slots=True)
class _Sheet:
    dossier: OpenDossier
    lines: dict[Place, list[CheckLine]] = field(default_factory=lambda: defaultdict(list))
    _beyond_forms: str = ""
    """The form id under which lie what concerns no form of the dossier."""

    def made(self, printed_at: datetime) -> CheckSheet:
        review, changes = self.dossier.review(), self.dossier.changes_since_sent()
        returned = self.dossier.returned_questions()
        self._put_returned(returned)
        self._put_review(review)
        for form_id in self.dossier.forms:
            for offer in self.dossier.offers(form_id):
                self._put(form_id, offer.address, CheckKind.OFFER, _offered(self._session(form_id), offer))
        for difference in changes.differences if changes else ():
            self._put_difference(difference)
        self._put_open(review)
        campaign, stored = self.dossier.campaign, self.dossier.stored
        return CheckSheet(
            agency=self.dossier.agency.name_vi,
            campaign=campaign.letter.number,
            verdict=_verdict(review, stored.revision.state),
            facts=tuple(_facts(self.dossier, review, changes, returned, printed_at)),
            parts=tuple(self._parts()),
            printed_at=printed_at,
            trial=stored.trial,
        )

    def _session(self, form_id: str) -> FormSession:
        return self.dossier.form(form_id).session

    def _put(
        self, form_id: str, address: Address, kind: CheckKind, text: str, said: str = "", *, done: bool = False
    ) -> None:
        session = self._session(form_id)
        node = session.tree.find(address)
        place = row_words(session, node).vi if isinstance(node, LiveNode) else ""
        line = CheckLine(kind, label_of(session, node).vi, text, place, said, done, address)
        self.lines[form_id, page_of(session.definition, address.path)].append(line)

    def _put_returned(self, questions: Iterable[ReturnedQuestion]) -> None:
        for one in questions:
            by = f"{one.returned_by}, ngày {date_text(one.returned_at.date())}"
            kind = CheckKind.REMARK if one.accepted else CheckKind.RETURNED
            if one.address is not None:
                self._put(one.form_id, one.address, kind, one.words, by, done=one.settled)
                continue
            gone = NOT_HERE if one.is_unknown else ""
            line = CheckLine(kind, one.label.vi, one.words, gone, by, one.settled)
            self.lines[self._beyond_forms, None].append(line)

    def _put_review(self, review: Review) -> None:
        for line in review.lines:
            said = f"Giải trình: {line.explanation}" if line.explanation else ""
            self._put(line.form_id, line.address, _kind(line), line.message.vi, said, done=line.settled)

    def _put_difference(self, one: Difference) -> None:
        self._put(one.form_id, one.address, CheckKind.CHANGED, difference_words(one).vi)

    def _put_open(self, review: Review) -> None:
        """One line a page, for nobody has to answer them; of a table's column the rows together."""
        names: dict[Place, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        first: dict[Place, Address] = {}
        for question in review.unanswered:
            session = self._session(question.form_id)
            row = session.tree.leaf(question.address).row
            place = question.form_id, page_of(session.definition, question.address.path)
            table = f" ({table_label(session, row.repeat).vi}" if row else ""
            first.setdefault(place, question.address)
            names[place][f"{question.label.vi}{table}"] += [str(row.index + 1)] if row else []
        for place, rows in names.items():
            listed = [f"{name}, dòng {', '.join(numbers)})" if numbers else name for name, numbers in rows.items()]
            more = [f"… và {len(listed) - MOST_NAMES} câu nữa"] if len(listed) > MOST_NAMES else []
            text = "; ".join([*listed[:MOST_NAMES], *more])
            self.lines[place].append(CheckLine(CheckKind.OPEN, OPEN, text, at=first[place]))

    def _parts(self) -> Iterator[CheckPart]:
        whole = self.lines.get((self._beyond_forms, None))
        if whole:
            yield CheckPart(WHOLE_DOSSIER, (_section("", whole),))
        for form_id in self.dossier.forms:
            session = self._session(form_id)
            found: list[Page | None] = [*pages(session.definition), None]
            sections = [
                _section(page.title(session).vi if page else "", self.lines[form_id, page])
                for page in found
                if self.lines.get((form_id, page))
            ]
            yield CheckPart(self.dossier.campaign.form_title(session.definition).vi, tuple(sections), form_id)


def _section(title: str, lines: list[CheckLine]) -> CheckSection:
    order = list(CheckKind)
    ordered = sorted(lines, key=lambda line: order.index(line.kind))
    return CheckSection(title, tuple(ordered[:MOST_LINES]), max(len(ordered) - MOST_LINES, 0))


def _kind(line: ReviewLine) -> CheckKind:
    if line.condition is Condition.REQUIRED:
        return CheckKind.MISSING
    return CheckKind.ERROR if line.condition.blocks else CheckKind.WARNING


def _offered(session: FormSession, offer: Offer) -> str:
    if offer.rows is not None:
        return f"Nhận {len(offer.rows)} dòng từ biểu mẫu khác của hồ sơ?"
    node = session.tree.find(offer.address)
    text = as_read(session, node, offer.text) if isinstance(node, LeafNode) else offer.text
    return f"Nhận “{text}” từ biểu mẫu khác của hồ sơ?"


def _verdict(review: Review, state: State) -> str:
    if state is not State.DRAFT:
        return FINALISED
    waiting = [_kind(line) for line in review.in_the_way]
    names = (
        (CheckKind.ERROR, "{count} lỗi"),
        (CheckKind.MISSING, "{count} câu bắt buộc chưa trả lời"),
        (CheckKind.WARNING, "{count} cảnh báo chưa giải trình"),
    )
    counted = [(name, waiting.count(kind)) for kind, name in names]
    listed = ", ".join(name.format(count=count) for name, count in counted if count)
    return TO_DO.format(list=listed) if listed else READY


def _facts(
    dossier: OpenDossier,
    review: Review,
    changes: SinceSent | None,
    returned: tuple[ReturnedQuestion, ...],
    printed_at: datetime,
) -> Iterator[tuple[str, str]]:
    campaign, revision = dossier.campaign, dossier.stored.revision
    yield "Đợt khảo sát", campaign.title.vi
    yield "Bản", f"lần {revision.number}, {STATE_TITLES[revision.state].vi.lower()}"
    yield "Hạn gửi", date_text(campaign.deadline)
    yield "In lúc", f"{printed_at:%H:%M}, {date_text(printed_at.date())}"
    explained = sum(line.settled for line in review.warnings)
    yield "Trả lời", f"{review.answered} câu đã trả lời, {len(review.unanswered)} câu không bắt buộc để trống"
    yield "Lưu ý", f"{len(review.warnings)}, trong đó {explained} đã giải trình"
    if changes is not None:
        yield "Đã đổi", f"{len(changes.differences)} chỗ so với bản lần {changes.number}"
    to_correct = [one for one in returned if not one.accepted]
    if to_correct:
        open_ones = sum(one.waits for one in to_correct)
        yield "Bị trả lại", f"{len(to_correct)} mục, trong đó {open_ones} chưa sửa xong"
