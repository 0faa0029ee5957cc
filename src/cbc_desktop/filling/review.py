"""What stands between a form and its finalising: errors, warnings with their explanations, unanswered questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.base.paper import MOST_IN_A_REMARK, faults_of
from cbc_desktop.dossier.facts import SENT
from cbc_desktop.dossier.revision import Remark, RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import in_both_languages
from cbc_desktop.engine.navigation import is_asked, is_missing
from cbc_desktop.engine.nodes import LeafNode, LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.violations import Condition, Violation
from cbc_desktop.filling.whereabouts import label_of
from cbc_desktop.forms.definition import DataType, LeafDef

STANDARD_MESSAGES: Mapping[Condition, Message] = {
    Condition.REQUIRED: Message("Câu hỏi bắt buộc, chưa được trả lời.", "This question must be answered."),
    Condition.TYPE: Message(
        "Câu trả lời không đúng kiểu dữ liệu của câu hỏi. Hãy nhập lại.",
        "The answer is not of the kind that the question asks for. Enter it again.",
    ),
    Condition.CHOICE: Message(
        "Lựa chọn này không có (hoặc không còn) trong danh sách được chọn. Hãy chọn lại.",
        "This choice is not (or no longer) offered. Choose again.",
    ),
    Condition.CONSTRAINT: Message(
        "Câu trả lời không thỏa điều kiện của câu hỏi.", "The answer does not meet the condition of the question."
    ),
}

TYPE_MESSAGES: Mapping[DataType, Message] = {
    DataType.INT: Message("Cần một số nguyên, ví dụ 120 hoặc 1.200.", "A whole number is needed, such as 120 or 1200."),
    DataType.DECIMAL: Message("Cần một số, ví dụ 120,5 hoặc 1.234,5.", "A number is needed, such as 120.5 or 1234.5."),
    DataType.DATE: Message(
        "Cần một ngày có thật, ghi ngày/tháng/năm, ví dụ 20/3/2022.",
        "A date is needed, written as day/month/year, such as 20/3/2022.",
    ),
    DataType.TIME: Message("Cần một giờ trong ngày, ví dụ 14:30.", "A time of day is needed, such as 14:30."),
}
"""What to write instead, as it can be typed (typed_text.py), for the kinds that people get wrong."""
CONDITION_TITLES: Mapping[Condition, Message] = {
    Condition.REQUIRED: Message("THIẾU", "MISSING"),
    Condition.TYPE: Message("SAI KIỂU", "TYPE"),
    Condition.CHOICE: Message("LỰA CHỌN", "CHOICE"),
    Condition.TEXT: Message("VĂN BẢN", "TEXT"),
    Condition.CONSTRAINT: Message("LỖI", "ERROR"),
    Condition.WARNING: Message("LƯU Ý", "WARNING"),
    Condition.FORMULA: Message("CÔNG THỨC", "FORMULA"),
}

REMARK_TITLES: Mapping[RemarkKind, Message] = {
    RemarkKind.NOTE: Message("Ghi chú", "Note"),
    RemarkKind.EXPLANATION: Message("Giải trình", "Explanation"),
    RemarkKind.FILES: Message("Tệp kèm", "Files"),
}


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One thing to look at; ``reference`` has positions (``/data/t1[2]/ten``), ``explanation`` is a person's."""

    form_id: str
    address: Address
    reference: str
    label: Message
    condition: Condition
    message: Message
    explanation: str = ""
    missing: bool = False
    """Something is only still to be answered."""

    @property
    def settled(self) -> bool:
        return not self.condition.blocks and bool(self.explanation.strip())


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that may be left open, and is."""

    form_id: str
    address: Address
    reference: str
    label: Message


@dataclass(frozen=True, slots=True)
class Review:
    """Of one or more forms, in document order."""

    lines: tuple[ReviewLine, ...]
    unanswered: tuple[Unanswered, ...]
    answered: int

    @property
    def errors(self) -> tuple[ReviewLine, ...]:
        return tuple(line for line in self.lines if line.condition.blocks)

    @property
    def warnings(self) -> tuple[ReviewLine, ...]:
        return tuple(line for line in self.lines if not line.condition.blocks)

    @property
    def in_the_way(self) -> tuple[ReviewLine, ...]:
        """What must be settled before finalising: errors, and warnings that nobody has explained."""
        return tuple(line for line in self.lines if line.condition.blocks or not line.settled)

    def __add__(self, other: Review) -> Review:
        return Review(self.lines + other.lines, self.unanswered + other.unanswered, self.answered + other.answered)


NOTHING_TO_REVIEW = Review((), (), 0)


def review_form(session: FormSession, remarks: Iterable[Remark]) -> Review:
    """``remarks`` are those of the form, with the explanations of its warnings among them."""
    standing = [remark for remark in remarks if stands(session, remark)]
    explanations = {place_of(one): one.text for one in standing if one.kind is RemarkKind.EXPLANATION}
    lines = [line for node in session.problems() for line in _lines(session, node, explanations)]
    lines += [line for remark in standing for line in _remark_lines(session, remark)]
    questions = [leaf for leaf in session.leaves() if is_asked(leaf)]
    blank = [leaf for leaf in questions if not leaf.lexical]
    open_questions = tuple(_unanswered(session, leaf) for leaf in blank if not leaf.required)
    return Review(tuple(lines), open_questions, len(questions) - len(blank))


def _lines(session: FormSession, node: LiveNode, explanations: Mapping[Address, str]) -> Iterator[ReviewLine]:
    for violation in node.problems:
        yield ReviewLine(
            form_id=session.definition.id,
            address=node.address,
            reference=session.reference(node.address),
            label=in_both_languages(session, node.definition.label, node),
            condition=violation.condition,
            message=message_of(session, node, violation),
            explanation="" if violation.condition.blocks else explanations.get(node.address, ""),
            missing=is_missing(node, violation),
        )


def _remark_lines(session: FormSession, remark: Remark) -> Iterator[ReviewLine]:
    """Notes and explanations are printed too."""
    address, title = place_of(remark), REMARK_TITLES[remark.kind]
    node = session.tree.find(address)
    for fault in faults_of(remark.text, MOST_IN_A_REMARK):
        message = Message(f"{title.vi}: {fault.vi}", f"{title.en}: {fault.en}")
        yield ReviewLine(
            session.definition.id, address, session.reference(address), label_of(session, node), Condition.TEXT, message
        )


def place_of(remark: Remark) -> Address:
    return Address(remark.rid, remark.path)


def stands(session: FormSession, remark: Remark) -> bool:
    """Notes and files do always, an explanation as long as something asks for it."""
    return remark.kind is not RemarkKind.EXPLANATION or takes_explanation(session, place_of(remark))


def takes_explanation(session: FormSession, address: Address) -> bool:
    """Whether something at the address asks for an explanation now, or may as soon as the dossier is sent."""
    node = session.tree.find(address)
    if isinstance(node, LeafNode) and takes_reason_for_day(node):
        return True
    return isinstance(node, LiveNode) and any(not problem.condition.blocks for problem in node.problems)


def takes_reason_for_day(leaf: LeafNode) -> bool:
    """The day of sending is known when nothing can be explained any more, so a reason for it is given before."""
    own = leaf.definition.bind.own
    return own.fact == SENT and bool(own.warnings) and leaf.relevant and not leaf.lexical


def message_of(session: FormSession, node: LiveNode, violation: Violation) -> Message:
    if violation.message is not None:
        return violation.message
    if violation.warning is not None:
        return violation.warning.message
    if violation.text is not None:
        return in_both_languages(session, violation.text, node)
    if violation.condition is Condition.TYPE and isinstance(node.definition, LeafDef):
        return TYPE_MESSAGES.get(node.definition.bind.type, STANDARD_MESSAGES[Condition.TYPE])
    return STANDARD_MESSAGES[violation.condition]


def _unanswered(session: FormSession, leaf: LeafNode) -> Unanswered:
    label = in_both_languages(session, leaf.definition.label, leaf)
    return Unanswered(session.definition.id, leaf.address, session.reference(leaf.address), label)


def listed(lines: Iterable[ReviewLine], most: int = 8) -> Message:
    """The first lines as text for a message, and how many there are beyond."""
    shown = list(lines)
    beyond = len(shown) - most
    more = Message(f"… và {beyond} mục khác", f"… and {beyond} more") if beyond > 0 else Message("", "")
    return Message(
        "\n".join([*(_line(line, VIETNAMESE) for line in shown[:most]), more.vi]).rstrip(),
        "\n".join([*(_line(line, ENGLISH) for line in shown[:most]), more.en]).rstrip(),
    )


def _line(line: ReviewLine, language: str) -> str:
    label = line.label.in_language(language)
    return f"- {line.reference} {label}: {line.message.in_language(language)}"
