"""The pages of a form, how far each is, and the way from question to question.

A page is a group directly under the root with everything in it; questions directly under the root share a first page.

asked  errors  answered | state
-----  ------  -------- | -----
0      0       0        | NOT_RELEVANT  (nothing on it can be answered now), UNANSWERED where a table waits for rows
some   some    any      | PROBLEM
some   0       0        | UNANSWERED
some   0       some     | IN_WORK while a required answer is missing, else DONE

A required answer that is missing is counted as missing, not as an error: nobody has done anything wrong yet. Nor has
anybody where a whole table or group is found wanting in which nothing has been answered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.languages import language_for
from cbc_desktop.engine.nodes import Branch, GroupNode, LeafNode, LiveNode, RepeatNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.tree import Member, elements_from
from cbc_desktop.engine.violations import Condition, Violation
from cbc_desktop.forms.definition import Control, FormDefinition, GroupDef, LeafDef, NodeDef, Path, descendants

_LABELS_OF_A_TITLE = 2


class ProgressState(Enum):
    """How far a page is; the table above says when."""

    NOT_RELEVANT = "not_relevant"
    UNANSWERED = "unanswered"
    IN_WORK = "in_work"
    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of questions that are asked now, and of problems, those of groups and tables included."""

    answered: int = 0
    asked: int = 0
    errors: int = 0
    warnings: int = 0
    missing: int = 0
    empty_tables: int = 0
    """Tables without a row that may get some."""

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.answered + other.answered,
            self.asked + other.asked,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.missing + other.missing,
            self.empty_tables + other.empty_tables,
        )

    def __sub__(self, other: Progress) -> Progress:
        return Progress(
            self.answered - other.answered,
            self.asked - other.asked,
            self.errors - other.errors,
            self.warnings - other.warnings,
            self.missing - other.missing,
            self.empty_tables - other.empty_tables,
        )

    @property
    def state(self) -> ProgressState:
        if self.errors:
            return ProgressState.PROBLEM
        if not self.asked and not self.missing and not self.empty_tables:
            return ProgressState.NOT_RELEVANT
        if not self.answered:
            return ProgressState.UNANSWERED
        return ProgressState.IN_WORK if self.missing else ProgressState.DONE


@dataclass(frozen=True, slots=True)
class Page:
    """``paths`` are the generic paths of its top nodes: one group, or the loose questions of the first page."""

    form_id: str
    paths: tuple[Path, ...]

    def members(self, session: FormSession) -> tuple[Member, ...]:
        """What is on the page: the members of its group, or the loose questions themselves."""
        nodes = self.tops(session)
        if len(nodes) == 1 and isinstance(nodes[0], GroupNode):
            return tuple(nodes[0].members.values())
        return nodes

    def title(self, session: FormSession) -> Message:
        """The label of its group; of loose questions, what is asked first."""
        languages = (language_for(session.definition, code) for code in (VIETNAMESE, ENGLISH))
        return Message(*(self._title_in(language, session) for language in languages))

    def shown_title(self, session: FormSession) -> str:
        """The same in the language on show."""
        return self._title_in(session.language, session)

    def _title_in(self, language: str, session: FormSession) -> str:
        nodes = self.tops(session)
        labels = [session.text_in(language, node.definition.label, node) for node in nodes if node.definition.label]
        if len(labels) > _LABELS_OF_A_TITLE:
            return f"{'; '.join(labels[:_LABELS_OF_A_TITLE])} …"
        return "; ".join(labels) or session.definition.title

    def elements(self, session: FormSession) -> Iterator[LiveNode]:
        """Everything on it in document order, rows in place of their repeats."""
        for node in self.tops(session):
            for start in node.rows if isinstance(node, RepeatNode) else (node,):
                yield from elements_from(start)

    def tops(self, session: FormSession) -> tuple[Member, ...]:
        """The nodes at ``paths``."""
        members = session.tree.document.root.members.values()
        return tuple(member for member in members if member.path in self.paths)

    def holds(self, path: Path) -> bool:
        return any(path == top or path.startswith(f"{top}/") for top in self.paths)


def pages(definition: FormDefinition) -> tuple[Page, ...]:
    """In the order of the form; parts in which nothing is asked, such as ``meta``, are no pages."""
    asked = [node for node in definition.root.children if _asks(node)]
    loose = tuple(node.path for node in asked if not isinstance(node, GroupDef))
    groups = [Page(definition.id, (node.path,)) for node in asked if isinstance(node, GroupDef)]
    return (*([Page(definition.id, loose)] if loose else []), *groups)


def page_of(definition: FormDefinition, path: Path) -> Page | None:
    return next((page for page in pages(definition) if page.holds(path)), None)


def progress(session: FormSession, page: Page) -> Progress:
    """Costs as much as the page has nodes; running_progress.py follows changes."""
    return counted(page.elements(session))


def counted(nodes: Iterable[LiveNode]) -> Progress:
    answered = asked = errors = warnings = missing = empty = 0
    for node in nodes:
        empty += _empty_tables(node)
        if isinstance(node, LeafNode) and is_asked(node):
            asked += 1
            answered += bool(node.lexical)
        for problem in node.problems:
            awaited = is_missing(node, problem)
            missing += awaited
            errors += problem.condition.blocks and not awaited
            warnings += not problem.condition.blocks
    return Progress(answered, asked, errors, warnings, missing, empty)


def is_asked(leaf: LeafNode) -> bool:
    """A question a person can answer now: shown, not calculated, not a fact of the dossier."""
    definition = leaf.definition
    asked = definition.control is not None and definition.control is not Control.TRIGGER
    return asked and leaf.relevant and not leaf.readonly and definition.bind.calculate is None


def _empty_tables(node: LiveNode) -> int:
    return sum(map(waits_for_rows, node.members.values())) if isinstance(node, Branch) and node.relevant else 0


def waits_for_rows(node: Member) -> bool:
    """A table without a row that may get some now."""
    return isinstance(node, RepeatNode) and not node.rows and not node.definition.fixed and node.relevant


def is_missing(node: LiveNode, problem: Violation) -> bool:
    """Whether a problem only says that something is still to be answered."""
    if problem.condition is Condition.CONSTRAINT and isinstance(node, GroupNode):
        return not any(isinstance(leaf, LeafNode) and is_asked(leaf) and leaf.lexical for leaf in elements_from(node))
    return problem.condition is Condition.REQUIRED


def next_unanswered(session: FormSession, after: Address | None) -> Address | None:
    """The first question without an answer behind ``after`` (None: from the beginning), up to the form's end."""
    return _next(session, after, lambda node: isinstance(node, LeafNode) and is_asked(node) and not node.lexical)


def next_problem(
    session: FormSession, after: Address | None, explained: Collection[Address] = frozenset()
) -> Address | None:
    """The first node behind ``after`` with a problem that is not a missing answer, up to the form's end.

    Warnings at ``explained`` addresses are dealt with.
    """

    def wants_attention(node: LiveNode, problem: Violation) -> bool:
        return not is_missing(node, problem) and (problem.condition.blocks or node.address not in explained)

    return _next(session, after, lambda node: any(wants_attention(node, problem) for problem in node.problems))


def _next(session: FormSession, after: Address | None, wanted: Callable[[LiveNode], bool]) -> Address | None:
    nodes = session.tree.walk()
    if after is not None and not any(node.address == after for node in nodes):
        return None
    return next((node.address for node in nodes if wanted(node)), None)


def pages_touched(definition: FormDefinition, paths: Iterable[Path]) -> set[Page]:
    """The pages on which something lies at one of these paths."""
    return {page for page in pages(definition) if any(page.holds(path) for path in set(paths))}


def _asks(node: NodeDef) -> bool:
    if isinstance(node, LeafDef):
        return node.control is not None
    return any(isinstance(below, LeafDef) and below.control is not None for below in descendants(node))
