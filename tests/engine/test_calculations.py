"""Calculations follow answers: along chains, over tables, within rows; blanks stay blank."""

from __future__ import annotations

from form_scenario import FormScenario


def test_a_childs_age_follows_the_birth_date_in_every_repeat_instance() -> None:
    form = FormScenario(
        """
        | type         | name  | label | calculation |
        | begin repeat | child | Child |             |
        | date         | born  | Born  |             |
        | calculate    | age   |       | int((today() - ${born}) div 365.25) |
        | end repeat   |       |       |             |
        """,
        today="2026-08-24",
    )
    form.add("child")
    form.answer("child[1]/born", "2020-08-20")
    form.answer("child[2]/born", "2016-08-20")
    assert form.values("child/age") == ["6", "10"]


CHAIN = """
    | type      | name | label | calculation |
    | integer   | a    | A     |             |
    | calculate | d    |       | ${c} + 1    |
    | calculate | b    |       | ${a} + 1    |
    | calculate | c    |       | ${b} + ${a} |
    | text      | z    | Z     |             |
"""


def test_a_chain_is_followed_in_the_order_of_its_links_not_of_the_form() -> None:
    form = FormScenario(CHAIN)
    assert form.told(form.answer("a", "1")) == {"value a", "value b", "value c", "value d"}
    assert [form.value(name) for name in "bcd"] == ["2", "3", "4"]


def test_nobody_is_told_of_what_stays_the_same() -> None:
    form = FormScenario("""
        | type      | name | label | calculation |
        | integer   | a    | A     |             |
        | calculate | odd  |       | ${a} mod 2  |
        | calculate | next |       | ${odd} + 1  |
    """)
    form.answer("a", "1")
    assert form.told(form.answer("a", "3")) == {"value a"}
    assert not form.answer("a", "3"), "the same answer again changes nothing"
    assert form.told(form.answer("a", "4")) == {"value a", "value odd", "value next"}


def test_a_calculation_over_a_blank_stays_blank() -> None:
    form = FormScenario(CHAIN)
    assert form.value("b") == ""
    form.answer("a", "1")
    form.answer("a", "")
    assert [form.value(name) for name in "bcd"] == ["", "", ""]


BUDGET = """
    | type         | name  | label | calculation |
    | begin repeat | line  | Line  |             |
    | decimal      | cost  | Cost  |             |
    | calculate    | share |       | round(${cost} div ${total} * 100, 1) |
    | end repeat   |       |       |             |
    | calculate    | total |       | sum(${line}[cost != '']/cost) |
    | calculate    | lines |       | count(${line}) |
"""


def test_a_total_over_a_table_leaves_blank_cells_out_and_comes_back_into_the_rows() -> None:
    form = FormScenario(BUDGET)
    form.add("line")
    form.add("line")
    form.answer("line[1]/cost", "30")
    form.answer("line[3]/cost", "10")
    assert (form.value("total"), form.value("lines")) == ("40", "3")
    assert form.values("line/share") == ["75", "", "25"]
    form.delete("line[3]")
    assert (form.value("total"), form.value("lines"), form.values("line/share")) == ("30", "2", ["100", ""])


def test_a_calculated_node_gives_the_first_of_several_nodes() -> None:
    form = FormScenario("""
        | type         | name  | label | calculation |
        | begin repeat | child | Child |             |
        | text         | name  | Name  |             |
        | end repeat   |       |       |             |
        | calculate    | first |       | /data/child/name |
        | calculate    | none  |       | /data/child[name = 'x']/name |
    """)
    form.add("child")
    form.answer("child[1]/name", "An")
    form.answer("child[2]/name", "Bình")
    assert (form.value("first"), form.value("none")) == ("An", "")
    form.delete("child[1]")
    assert form.value("first") == "Bình"


def test_a_place_in_the_table_follows_when_rows_come_go_and_move() -> None:
    form = FormScenario("""
        | type         | name | label | calculation |
        | begin repeat | t    | T     |             |
        | text         | a    | A     |             |
        | calculate    | no   |       | position(..) |
        | begin group  | g    | G     |             |
        | calculate    | no2  |       | position(../..) |
        | end group    |      |       |             |
        | end repeat   |      |       |             |
    """)
    for letter in "bcd":
        form.add("t")
        form.answer(f"t[{form.rows('t')}]/a", letter)
    assert (form.values("t/no"), form.values("t/g/no2")) == (["1", "2", "3", "4"],) * 2
    assert form.told(form.add("t", before="t[2]")) >= {"value t[3]/no", "value t[4]/no", "value t[5]/no"}
    form.answer("t[2]/a", "new")
    form.delete("t[1]")
    assert form.values("t/a") == ["new", "b", "c", "d"]
    told = form.told(form.move("t[3]", 1))
    assert form.values("t/a") == ["c", "new", "b", "d"]
    assert form.values("t/no") == ["1", "2", "3", "4"]
    assert told == {f"value t[{row}]/{name}" for row in (1, 2, 3) for name in ("no", "g/no2")}


def test_a_running_total_looks_at_the_rows_before() -> None:
    form = FormScenario("""
        | type         | name   | label | calculation |
        | begin repeat | t      | T     |             |
        | integer      | n      | N     |             |
        | calculate    | sum    |       | sum(/data/t[position() <= position(current()/..)]/n) |
        | calculate    | before |       | indexed-repeat(${n}, ${t}, position(..) - 1) |
        | end repeat   |        |       |             |
    """)
    for number in ("1", "2", "3"):
        form.answer(f"t[{number}]/n", number)
        form.add("t")
    form.delete("t[4]")
    assert (form.values("t/sum"), form.values("t/before")) == (["1", "3", "6"], ["", "1", "2"])
    form.move("t[3]", 1)
    assert (form.values("t/sum"), form.values("t/before")) == (["3", "4", "6"], ["", "3", "1"])
    form.answer("t[1]/n", "5")
    assert (form.values("t/sum"), form.values("t/before")) == (["5", "6", "8"], ["", "5", "1"])


def test_a_name_given_once_is_kept_through_every_recalculation() -> None:
    form = FormScenario("""
        | type      | name  | label | calculation |
        | integer   | a     | A     |             |
        | calculate | token |       | once(concat('t', ${a})) |
    """)
    form.answer("a", "1")
    assert form.value("token") == "t"
    form.close_and_open_again()
    form.answer("a", "2")
    assert form.value("token") == "t"


def test_the_name_of_a_row_is_its_rid() -> None:
    form = FormScenario("""
        | type         | name | label | calculation |
        | begin repeat | t    | T     |             |
        | calculate    | rid  |       | once(uuid()) |
        | text         | a    | A     |             |
        | end repeat   |      |       |             |
    """)
    form.add("t")
    names = [form.at("t[1]/a").row, form.at("t[2]/a").row]
    assert form.values("t/rid") == names
    form.close_and_open_again()
    assert form.values("t/rid") == names == [form.at("t[1]").row, form.at("t[2]").row]


def test_formulas_may_read_whatever_lies_below_around_and_beside() -> None:
    form = FormScenario("""
        | type         | name  | label | calculation |
        | integer      | first | First |             |
        | begin group  | g     | G     |             |
        | integer      | a     | A     |             |
        | integer      | b     | B     |             |
        | end group    |       |       |             |
        | begin repeat | t     | T     |             |
        | integer      | a     | A     |             |
        | calculate    | above |       | sum(../preceding-sibling::t/a[. != '']) |
        | end repeat   |       |       |             |
        | calculate    | any   |       | count(/data/g/*[. != '']) |
        | calculate    | deep  |       | count(/data/descendant::a[. != '']) |
        | calculate    | all   |       | count(//a)  |
        | calculate    | back  |       | /data/g/b/ancestor::data/first |
        | calculate    | up    |       | /data/g/b/ancestor-or-self::g/a |
        | calculate    | down  |       | count(/data/g/descendant-or-self::g) |
        | calculate    | late  |       | count(/data/g/following::a[. != '']) |
        | calculate    | none  |       | concat(/data/g/@id, /data/g/text()) |
    """)
    form.add("t")
    form.answer("first", "7")
    form.answer("g/a", "1")
    form.answer("t[1]/a", "2")
    calculated = ("any", "deep", "all", "back", "up", "down", "late", "none")
    assert [form.value(name) for name in calculated] == ["1", "2", "3", "7", "1", "1", "1", ""]
    form.answer("g/b", "1")
    form.answer("t[2]/a", "3")
    form.answer("g/a", "")
    form.delete("t[1]")
    form.add("t")
    assert [form.value(name) for name in calculated] == ["1", "1", "3", "7", "", "1", "1", ""]
    assert form.values("t/above") == ["0", "3"]


def test_a_sum_over_rows_is_exact_whatever_came_and_went() -> None:
    form = FormScenario("""
        | type         | name  | label | calculation |
        | begin repeat | row   | Row   |             |
        | decimal      | money | Money |             |
        | end repeat   |       |       |             |
        | calculate    | total |       | sum(${money}) |
    """)
    for place, money in enumerate(("10000000000000000", "0.1", "0.4"), start=1):
        form.add("row")
        form.answer(f"row[{place}]/money", money)
    form.delete("row[1]")
    assert form.value("total") == "0.5"
    form.answer("row[1]/money", "nhiều")
    assert form.value("total") == "", "no number"
    form.answer("row[1]/money", "")
    assert form.value("total") == "0.4"
