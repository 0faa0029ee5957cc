"""The cost of a change follows what it reaches: counted in evaluations, never in seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from form_scenario import FormScenario

from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.engine.validation import Judge
from cbc_desktop.engine.violations import Violation
from cbc_desktop.xpath import Context, Expression

EVALUATIONS = ("value", "string", "number", "boolean", "nodes")


@pytest.fixture
def evaluated(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each formula was evaluated since the counter was last cleared."""
    counts: Counter[str] = Counter()

    def counting(name: str) -> Callable[[Expression, Context], object]:
        evaluate = getattr(Expression, name)

        def counted(expression: Expression, context: Context) -> object:
            counts[" ".join(expression.source.split())] += 1
            return evaluate(expression, context)

        return counted

    for name in EVALUATIONS:
        monkeypatch.setattr(Expression, name, counting(name))
    return counts


CHAIN = """
    | type      | name | label | relevant | constraint | required | calculation |
    | integer   | a    | A     |          |            |          |             |
    | integer   | z    | Z     |          | . > 0      |          |             |
    | calculate | b    |       |          |            |          | ${a} * 2    |
    | calculate | c    |       |          |            |          | ${b} > 4    |
    | text      | d    | D     | ${c}     |            |          |             |
    | calculate | y    |       |          |            |          | ${z} * 3    |
"""


def test_an_answer_evaluates_its_own_chain_and_no_further_than_values_change(evaluated: Counter[str]) -> None:
    form = FormScenario(CHAIN)
    evaluated.clear()
    form.answer("a", "1")
    assert evaluated == {"/data/a * 2": 1, "/data/b > 4": 1}
    evaluated.clear()
    form.answer("a", "3")
    assert evaluated == {"/data/a * 2": 1, "/data/b > 4": 1, "/data/c": 1}
    evaluated.clear()
    form.answer("a", "3")
    assert evaluated == {}


def test_what_several_ways_lead_to_is_evaluated_once(evaluated: Counter[str]) -> None:
    form = FormScenario("""
        | type      | name | label | calculation |
        | calculate | sum  |       | ${b} + ${c} |
        | integer   | a    | A     |             |
        | calculate | c    |       | ${b} + ${a} |
        | calculate | b    |       | ${a} * 2    |
    """)
    evaluated.clear()
    form.answer("a", "1")
    assert set(evaluated.values()) == {1}
    assert len(evaluated) == 3


TABLE = """
    | type         | name  | label | constraint | relevant | choice_filter | calculation |
    | begin group  | g     | G     | ${sum} < 9 |          |               |             |
    | begin repeat | t     | T     |            |          |               |             |
    | integer      | n     | N     | . < 100    |          |               |             |
    | calculate    | no    |       |            |          |               | position(..) |
    | calculate    | twice |       |            |          |               | ${n} * 2    |
    | text         | why   | Why   |            | ${n} > 5 |               |             |
    | select_one l | how   | How   |            |          | name != ''    |             |
    | end repeat   |       |       |            |          |               |             |
    | end group    |       |       |            |          |               |             |
    | calculate    | sum   |       |            |          |               | sum(${t}[n != '']/n) |
    | calculate    | size  |       |            |          |               | count(${t}) |
"""
LIST = "| list_name | name | label |\n| l | a | A |\n| l | b | B |"


def table_of(rows: int) -> FormScenario:
    form = FormScenario(TABLE, LIST)
    while form.rows("g/t") < rows:
        form.add("g/t")
    return form


def cost(evaluated: Counter[str], verb: Callable[[], object]) -> dict[str, int]:
    evaluated.clear()
    verb()
    return dict(evaluated)


def test_row_1000_costs_what_row_10_costs(evaluated: Counter[str]) -> None:
    small, large = table_of(9), table_of(999)
    added = cost(evaluated, lambda: large.add("g/t"))
    assert added == cost(evaluated, lambda: small.add("g/t"))
    assert max(added.values()) == 1
    answered = cost(evaluated, lambda: large.answer("g/t[1000]/n", "7"))
    assert answered == cost(evaluated, lambda: small.answer("g/t[10]/n", "7"))
    assert sum(answered.values()) < 10
    deleted = cost(evaluated, lambda: large.delete("g/t[1000]"))
    assert deleted == cost(evaluated, lambda: small.delete("g/t[10]"))
    assert "position(..)" not in deleted


def test_only_rows_that_change_places_count_again(evaluated: Counter[str]) -> None:
    form = table_of(20)
    assert cost(evaluated, lambda: form.move("g/t[5]", 7))["position(..)"] == 3
    assert cost(evaluated, lambda: form.delete("g/t[18]"))["position(..)"] == 2


def test_choices_that_are_the_same_in_all_rows_are_found_once(evaluated: Counter[str]) -> None:
    form = table_of(20)
    found = cost(evaluated, lambda: [form.answer(f"g/t[{row}]/how", "a") for row in range(1, 21)])
    assert found == {"instance('l')/root/item[name != '']": 1, "name": 2, "label": 2}


def test_hiding_a_table_does_not_calculate_in_it(evaluated: Counter[str]) -> None:
    form = FormScenario("""
        | type         | name | label | relevant       | calculation |
        | text         | ask  | Ask   |                |             |
        | begin group  | g    | G     | ${ask} != 'no' |             |
        | begin repeat | t    | T     |                |             |
        | integer      | n    | N     |                |             |
        | calculate    | m    |       |                | ${n} * 2    |
        | end repeat   |      |       |                |             |
        | end group    |      |       |                |             |
    """)
    for _ in range(9):
        form.add("g/t")
    assert cost(evaluated, lambda: form.answer("ask", "no")) == {"/data/ask != 'no'": 1}
    assert cost(evaluated, lambda: form.answer("ask", "yes")) == {"/data/ask != 'no'": 1, "../n * 2": 10}


FUNDS = """
    | type         | name   | label  | calculation | choice_filter |
    | begin repeat | act    | Act    |             |               |
    | calculate    | rid    |        | once(uuid()) |              |
    | text         | code   | Code   |             |               |
    | calculate    | cost   |        | sum(${pay}[for = current()/../code and kind = 'STATE']/amount) |  |
    | calculate    | talks  |        | count(${pay}[selected(words, current()/../code)]) |  |
    | end repeat   |        |        |             |               |
    | begin repeat | pay    | Pay    |             |               |
    | text         | for    | For    |             |               |
    | text         | kind   | Kind   |             |               |
    | text         | words  | Words  |             |               |
    | integer      | amount | Amount |             |               |
    | end repeat   |        |        |             |               |
"""
COST = "sum( /data/pay [for = current()/../code and kind = 'STATE']/amount)"
TALKS = "count( /data/pay [selected(words, current()/../code)])"


def funds(rows: int) -> FormScenario:
    """Each payment is for the act of its own number."""
    form = FormScenario(FUNDS)
    for row in range(1, rows + 1):
        for table in ("act", "pay"):
            if form.rows(table) < row:
                form.add(table)
        form.answer(f"act[{row}]/code", f"c{row}")
        form.answer(f"pay[{row}]/for", f"c{row}")
        form.answer(f"pay[{row}]/kind", "STATE")
    return form


def test_a_change_in_a_row_concerns_only_those_who_ask_for_what_it_holds(evaluated: Counter[str]) -> None:
    form = funds(20)
    assert cost(evaluated, lambda: form.answer("pay[7]/amount", "5")) == {COST: 1}
    assert form.value("act[7]/cost") == "5"
    assert cost(evaluated, lambda: form.answer("pay[7]/kind", "OTHER")) == {COST: 1}
    assert cost(evaluated, lambda: form.answer("pay[7]/amount", "6")) == {}
    form.answer("pay[7]/kind", "STATE")
    assert cost(evaluated, lambda: form.answer("pay[7]/for", "c9")) == {COST: 2}
    assert (form.value("act[7]/cost"), form.value("act[9]/cost")) == ("0", "6")


def test_rows_that_come_and_go_concern_only_those_who_ask_for_them(evaluated: Counter[str]) -> None:
    form = funds(20)
    assert cost(evaluated, lambda: form.add("pay")) == {}
    assert cost(evaluated, lambda: form.delete("pay[7]")) == {COST: 1}


def test_a_word_concerns_only_those_who_ask_for_it(evaluated: Counter[str]) -> None:
    form = funds(20)
    assert cost(evaluated, lambda: form.answer("pay[7]/words", "c1 c2")) == {TALKS: 2}
    assert form.values("act/talks")[:3] == ["1", "1", "0"]
    assert cost(evaluated, lambda: form.answer("pay[7]/words", "c2 c3")) == {TALKS: 3}
    assert form.values("act/talks")[:3] == ["0", "1", "1"]


CHOSEN = """
    | type            | name  | label | cbc:rows          | calculation  |
    | begin repeat    | unit  | Unit  |                   |              |
    | calculate       | rid   |       |                   | once(uuid()) |
    | text            | title | Title |                   |              |
    | end repeat      |       |       |                   |              |
    | begin repeat    | act   | Act   |                   |              |
    | select_one rows | who   | Who   | ${unit} rid title |              |
    | end repeat      |       |       |                   |              |
"""


def acts_of_units(rows: int) -> FormScenario:
    """Each act has chosen the unit of its own number."""
    form = FormScenario(CHOSEN, "| list_name | name | label |\n| rows | - | - |")
    for row in range(1, rows + 1):
        for table in ("unit", "act"):
            if form.rows(table) < row:
                form.add(table)
        form.answer(f"unit[{row}]/title", f"Unit {row}")
        form.answer(f"act[{row}]/who", form.value(f"unit[{row}]/rid"))
    return form


def test_a_row_without_a_label_does_not_make_the_list_anew(evaluated: Counter[str]) -> None:
    form = acts_of_units(10)
    assert cost(evaluated, lambda: form.add("unit")) == {"once(uuid())": 1}


def test_a_list_that_all_rows_share_is_made_once_and_judged_by_those_who_chose_what_changed(
    evaluated: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    form = acts_of_units(10)
    judged: list[str] = []
    problems = Judge.problems

    def judging(judge: Judge, node: LiveNode) -> tuple[Violation, ...]:
        judged.append(form.name_of(node.address))
        return problems(judge, node)

    monkeypatch.setattr(Judge, "problems", judging)
    made = cost(evaluated, lambda: form.answer("unit[7]/title", ""))
    assert made == {"/data/unit[title != '']": 1, "rid": 9, "title": 9}
    assert judged == ["unit[7]/title", "act[7]/who"]
    assert form.problems() == ["choice act[7]/who"]
