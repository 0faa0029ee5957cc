"""Does cost follow what a change reaches? The same work on a large and on a small form, as a ratio that should be 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import cycle

from tests.bench.generated_form import REPEAT, generated_xform, is_sum
from tests.bench.measuring import MICROSECONDS, Comparison, compared

from cbc_desktop.base.clock import SystemClock
from cbc_desktop.base.identifiers import SystemIdentifiers
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.dependencies import dependency_graph
from cbc_desktop.engine.session import FormSession
from cbc_desktop.engine.submission import write_submission
from cbc_desktop.engine.world import World
from cbc_desktop.forms.definition import FormDefinition
from cbc_desktop.forms.xform import read_xform

SMALL, MIDDLE, LARGE, HUGE = 50, 500, 2_000, 5_000
FEW_ROWS, ROW_COUNTS = 10, (100, 1_000, 5_000)
ROWS = Address("", REPEAT)
_TIMES = 50
_WORLD = World(SystemClock(), SystemIdentifiers())


class Grown:
    """The generated form with this many questions, all of them answered."""

    def __init__(self, questions: int) -> None:
        self.questions = questions
        self.content = generated_xform(questions)

    @cached_property
    def definition(self) -> FormDefinition:
        read = read_xform(self.content).definition
        assert read is not None
        return read

    @cached_property
    def session(self) -> FormSession:
        session = FormSession.begin(self.definition, _WORLD)
        session.answer_all({at(number): "1" for number in range(1, self.questions + 1) if not is_sum(number)})
        return session

    def load(self) -> None:
        definition = read_xform(self.content).definition
        assert definition is not None
        dependency_graph(definition)
        FormSession.begin(definition, _WORLD)

    def answering(self, place: Address) -> Callable[[], None]:
        """Another number each time, so that every answer is a change."""
        numbers = cycle("23456789")
        session = self.session

        def answer() -> None:
            for _ in range(_TIMES):
                session.answer(place, next(numbers))

        return answer

    def blinking(self) -> None:
        """The first question is emptied, which hides all others, and answered, which shows them."""
        self.session.answer(at(1), "")
        self.session.answer(at(1), "1")

    def rows(self, count: int) -> None:
        """As many as this; the last ones are deleted, or new ones added."""
        there = self.session.tree.repeat(ROWS).rows
        if len(there) > count:
            self.session.delete_rows([row.id for row in there[count:]])
        else:
            self.session.add_rows(ROWS, count - len(there))


def at(number: int) -> Address:
    return Address("", f"/data/q{number}")


def comparisons() -> Iterator[Comparison]:
    forms = {questions: Grown(questions) for questions in (SMALL, MIDDLE, LARGE, HUGE)}
    yield from _per_question(forms)
    yield from _of_one_answer(forms)
    yield from _of_rows(forms[SMALL])


def _per_question(forms: dict[int, Grown]) -> Iterator[Comparison]:
    """What has to look at every question costs the same for each of them."""
    deeds: dict[str, Callable[[Grown], object]] = {
        "load": Grown.load,
        "hide and show the chain": Grown.blinking,
        "validate": lambda form: list(form.session.problems()),
        "switch language": lambda form: form.session.show_language("vi"),
        "serialise": lambda form: write_submission(form.session, "uuid:1"),
    }
    small = forms[MIDDLE]
    for what, deed in deeds.items():
        for large in (forms[LARGE], forms[HUGE]):
            yield compared(
                f"{what}, {large.questions} questions",
                "question",
                f"{small.questions} questions",
                lambda form=large, do=deed: do(form),
                lambda do=deed: do(small),
                ours_units=large.questions,
                least_units=small.questions,
                measure=MICROSECONDS,
            )


def _of_one_answer(forms: dict[int, Grown]) -> Iterator[Comparison]:
    """What reaches the same questions costs the same in every form."""
    small = forms[SMALL]
    for large in (forms[MIDDLE], forms[LARGE], forms[HUGE]):
        for what, place in (("beside the chain", lambda _: Address("", "/data/free")), ("at its end", _last)):
            yield compared(
                f"answer {what}, {large.questions}",
                "answer",
                f"{small.questions} questions",
                large.answering(place(large)),
                small.answering(place(small)),
                ours_units=_TIMES,
                least_units=_TIMES,
                measure=MICROSECONDS,
            )
        for what, part in (("at its start", 0.0), ("in its middle", 0.5)):
            yield _reaching(large, forms[MIDDLE], what, part)


def _last(form: Grown) -> Address:
    return at(form.questions - 1)


def _reaching(large: Grown, small: Grown, what: str, part: float) -> Comparison:
    """An answer reaches all sums behind it: by the question, because that is how far it goes."""
    return compared(
        f"answer {what}, {large.questions}",
        "question",
        f"{small.questions} questions",
        large.answering(at(1 + int(part * large.questions))),
        small.answering(at(1 + int(part * small.questions))),
        ours_units=_TIMES * int((1 - part) * large.questions),
        least_units=_TIMES * int((1 - part) * small.questions),
        measure=MICROSECONDS,
    )


def _of_rows(form: Grown) -> Iterator[Comparison]:
    few = Grown(form.questions)
    few.rows(FEW_ROWS)
    for count in ROW_COUNTS:
        form.rows(count)
        for what, deed in (("add and delete a row", _add_and_delete), ("answer in a row", _answer_in_a_row)):
            yield compared(
                f"{what}, {count} rows",
                "time",
                f"{FEW_ROWS} rows",
                lambda do=deed: do(form),
                lambda do=deed: do(few),
                ours_units=_TIMES,
                least_units=_TIMES,
                measure=MICROSECONDS,
            )


def _add_and_delete(form: Grown) -> None:
    for _ in range(_TIMES):
        (row_id,) = form.session.add_row(ROWS).rows_added
        form.session.delete_row(row_id)


def _answer_in_a_row(form: Grown) -> None:
    row = form.session.tree.repeat(ROWS).rows[FEW_ROWS // 2]
    form.answering(Address(row.id, f"{REPEAT}/a"))()
