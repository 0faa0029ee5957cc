"""A formula in the words of a clerk: questions by their labels, choices by theirs, operators as words.

A formula that uses what a clerk has no words for is not said at all: half a sentence would mislead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal

from cbc_desktop.base.message import Message
from cbc_desktop.documents.vietnamese import date_text, number_text
from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling import spoken
from cbc_desktop.filling.naming import Names, NoWordsError
from cbc_desktop.filling.spoken import Said, put
from cbc_desktop.forms.definition import DataType
from cbc_desktop.xpath import Expression
from cbc_desktop.xpath.parser import BINDING_POWERS, parse
from cbc_desktop.xpath.syntax import Call, Literal, Operation, Path, Syntax

_DAYS = (DataType.DATE, DataType.DATE_TIME)
_Chosen = tuple[Path, Message, Message]
"""A question, the sentence about it, and a choice."""


def worded(session: FormSession, node: LiveNode, expression: Expression) -> Message | None:
    """The formula of ``node`` as a part of a sentence; None when it cannot be said."""
    with suppress(NoWordsError):
        syntax = parse(expression.source, session.definition.namespaces)
        return _Speaker(Names(session, node, node.path)).said(syntax).words
    return None


class _Speaker:
    def __init__(self, names: Names) -> None:
        self._names = names

    def said(self, syntax: Syntax) -> Said:
        match syntax:
            case Literal(value):
                return Said(_literal(value))
            case Operation(operator, left, right) if operator in spoken.OPERATORS:
                return self._operation(operator, left, right)
            case Path():
                return self._path(syntax)
            case Call(name, arguments):
                return self._call(name, arguments)
        raise NoWordsError

    # --- operators -------------------------------------------------------------------------------------------------

    def _operation(self, operator: str, left: Syntax, right: Syntax) -> Said:
        if operator in spoken.TURNED and isinstance(left, Literal) and not isinstance(right, Literal):
            operator, left, right = spoken.TURNED[operator], right, left
        shorter = self._shorter(operator, left, right)
        if shorter is not None:
            return shorter
        power, words = BINDING_POWERS[operator], spoken.OPERATORS[operator]
        if operator in spoken.BETWEEN_DAYS and (self._is_day(left) or self._is_day(right)):
            words = spoken.BETWEEN_DAYS[operator]
        return Said(put(words, self.said(left).within(power), self.said(right).within(power + 1)), power)

    def _shorter(self, operator: str, left: Syntax, right: Syntax) -> Said | None:
        """What people say in another way than formulas do."""
        match operator, left, right:
            case "and", Operation(">=", low, least), Operation("<=", high, most) if low == high:
                return spoken.BETWEEN.of(self.said(low), self.said(least), self.said(most))
            case "or", _, _:
                return self._either(Operation(operator, left, right))
            case "=" | "!=", _, Literal(""):
                return Said(put(spoken.BLANK[operator], self.said(left).within(spoken.ADDED)), spoken.COMPARED)
            case "=" | "!=", Path(), Literal() if (choice := self._names.choice(left, right)) is not None:
                return Said(put(spoken.CHOSEN[operator], self.said(left).words, choice), spoken.COMPARED)
            case "=", Path(), _ if self._names.is_row_name(left):
                return spoken.ROW_CHOSEN.of(self.said(right))
            case "=", _, Path() if self._names.is_row_name(right):
                return spoken.ROW_CHOSEN.of(self.said(left))
            case "=", Call("round", (rounded,)), _ if rounded == right:
                return spoken.WHOLE.of(self.said(right))
            case "=", Call("round", (rounded, places)), _ if rounded == right:
                return spoken.FEW_DECIMALS.of(self.said(right), self.said(places))
        return None

    def _either(self, syntax: Syntax) -> Said | None:
        """One question that is one of several choices, or has one of them chosen."""
        parts = [self._chosen(part) for part in _flat("or", syntax)]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts) or len({part[:2] for part in found}) > 1:
            return None
        question, sentence, joined = found[0]
        for _, _, choice in found[1:]:
            joined = put(spoken.EITHER, joined, choice)
        return Said(put(sentence, self.said(question).words, joined), BINDING_POWERS["or"])

    def _chosen(self, syntax: Syntax) -> _Chosen | None:
        match syntax:
            case Operation("=", Path() as question, Literal() as value):
                sentence = spoken.CHOSEN["="]
            case Call("selected", (Path() as question, Literal() as value)):
                sentence = spoken.TICKED.words
            case _:
                return None
        choice = self._names.choice(question, value)
        return None if choice is None else (question, sentence, choice)

    def _is_day(self, syntax: Syntax) -> bool:
        if isinstance(syntax, Call):
            return syntax.name in ("today", "date")
        leaf = self._names.leaf(syntax) if isinstance(syntax, Path) else None
        return leaf is not None and leaf.definition.bind.type in _DAYS

    # --- functions -------------------------------------------------------------------------------------------------

    def _call(self, name: str, arguments: tuple[Syntax, ...]) -> Said:
        match name, arguments:
            case "not", (Call("selected", (Path() as question, Literal() as value)),):
                return spoken.NOT_TICKED.of(self.said(question), self._ticked(question, value))
            case "selected", (Path() as question, Literal() as value):
                return spoken.TICKED.of(self.said(question), self._ticked(question, value))
            case "selected", (Path() as question, Path() as row) if self._names.is_row_name(row):
                return spoken.ROW_CHOSEN.of(self.said(question))
            case "coalesce", (first, Literal("" | 0.0)):
                return self.said(first)
            case "position", (Path(),):
                return Said(spoken.ROW_NUMBER)
            case "date", (Literal(str(text)),):
                return Said(_day(text))
            case "format-date", (day, Literal("%Y")):
                return spoken.YEAR_OF.of(self.said(day))
            case "translate", (text, _, Literal("")):
                return self.said(text)
            case "concat", parts:
                words = [self.said(part).within(spoken.ADDED) for part in parts if part != Literal("")]
                return Said(put(spoken.JOINED, spoken.listed(words)), spoken.LOOSEST)
        phrase = spoken.FUNCTIONS.get((name, len(arguments)))
        if phrase is None:
            raise NoWordsError
        return phrase.of(*map(self.said, arguments))

    def _ticked(self, question: Path, value: Literal) -> Said:
        choice = self._names.choice(question, value)
        if choice is None:
            raise NoWordsError
        return Said(choice)

    # --- paths -----------------------------------------------------------------------------------------------------

    def _path(self, path: Path) -> Said:
        """What is read, and the conditions on its rows."""
        name = self._names.said(path)
        conditions: Said | None = None
        for condition, rows in self._conditions(path):
            one = _Speaker(replace(self._names, here=rows)).said(condition)
            conditions = one if conditions is None else spoken.BOTH.of(conditions, one)
        return name if conditions is None else spoken.ROWS_WHERE.of(name, conditions)

    def _conditions(self, path: Path) -> Iterator[tuple[Syntax, str]]:
        """Each with the rows it is about; that what is read is not blank goes without saying."""
        read = self._names.resolved(path)
        for place, step in enumerate(path.steps):
            if not step.predicates:
                continue
            rows = self._names.resolved(replace(path, steps=path.steps[: place + 1]))
            there = replace(self._names, here=rows)
            for condition in (part for predicate in step.predicates for part in _flat("and", predicate)):
                match condition:
                    case Literal():
                        raise NoWordsError
                    case Operation("!=", Path() as tested, Literal("")) if there.resolved(tested) == read:
                        continue
                yield condition, rows


def _flat(operator: str, syntax: Syntax) -> Iterator[Syntax]:
    """What stands between the operators."""
    if isinstance(syntax, Operation) and syntax.operator == operator:
        yield from _flat(operator, syntax.left)
        yield from _flat(operator, syntax.right)
    else:
        yield syntax


def _literal(value: str | float) -> Message:
    if isinstance(value, str):
        return Message(f"“{value}”", f"“{value}”") if value else spoken.NOTHING
    number = number_text(Decimal(repr(value)).normalize())
    return Message(number, number)


def _day(text: str) -> Message:
    try:
        day = date_text(date.fromisoformat(text))
    except ValueError as error:
        raise NoWordsError from error
    return Message(day, day)
