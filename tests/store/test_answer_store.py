"""What is answered stays answered, in whatever order rows are added, moved and taken away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from cbc_desktop.base.clock import VIETNAM, FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError
from cbc_desktop.dossier.identity import AgencyKey, DossierIdentity
from cbc_desktop.engine.address import Address
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.changes import Change, ChangeKind
from cbc_desktop.store.database import Database
from cbc_desktop.store.dossiers import DossierStore
from cbc_desktop.store.instances import FormInstance, InstanceKey, InstanceStore

TABLE, INNER = "/data/t", "/data/t/u"


def change(row: str, path: str, lexical: str) -> AnswerChange:
    return AnswerChange(Address(row, path), lexical)


def row_names(answers: AnswerStore, instance: InstanceKey, parent: str = "", path: str = TABLE) -> list[str]:
    return [row.rid for row in answers.load(instance).rows if (row.parent, row.path) == (parent, path)]


def answered(answers: AnswerStore, instance: InstanceKey) -> dict[Address, str]:
    return {Address(answer.rid, answer.path): answer.lexical for answer in answers.load(instance).answers}


def replayed(changes: Iterable[Change]) -> dict[Address, str]:
    """The answers that the log alone would give."""
    held: dict[Address, str] = {}
    for entry in changes:
        if entry.kind is not ChangeKind.ANSWER:
            continue
        assert held.get(entry.address, "") == entry.before
        held[entry.address] = entry.after
    return {address: lexical for address, lexical in held.items() if lexical}


def test_an_answer_is_there_after_the_program_was_opened_again(
    path: Path, survey: FormInstance, answers: AnswerStore, database: Database, clock: FixedClock
) -> None:
    answers.write(survey.key, [change("", "/data/q1", "0"), change("", "/data/q2", "Đã có")], "lan")
    database.close()
    with Database.open(path) as again:
        loaded = AnswerStore(again, clock).load(survey.key)
    assert [(one.rid, one.path, one.lexical) for one in loaded.answers] == [
        ("", "/data/q1", "0"),
        ("", "/data/q2", "Đã có"),
    ]


def test_a_blank_answer_is_no_answer_and_zero_is_one(survey: FormInstance, answers: AnswerStore) -> None:
    answers.write(survey.key, [change("", "/data/q1", "0"), change("", "/data/q2", "")], "lan")
    assert answered(answers, survey.key) == {Address("", "/data/q1"): "0"}
    answers.write(survey.key, [change("", "/data/q1", "")], "lan")
    assert answered(answers, survey.key) == {}


def test_the_log_says_who_changed_what_when_and_which_changes_were_one_action(
    survey: FormInstance, answers: AnswerStore, clock: FixedClock
) -> None:
    answers.write(survey.key, [change("", "/data/q1", "1"), change("", "/data/q2", "2")], "lan")
    clock.advance(60)
    answers.write(survey.key, [change("", "/data/q1", "3"), change("", "/data/q2", "2")], "minh")
    first, second, third = answers.history(survey.key)
    assert (first.before, first.after, first.who) == ("", "1", "lan")
    assert (third.before, third.after, third.who) == ("1", "3", "minh")
    assert first.edit == second.edit != third.edit
    assert (third.at - first.at).total_seconds() == 60


def test_several_verbs_in_one_transaction_are_one_action(
    survey: FormInstance, answers: AnswerStore, database: Database
) -> None:
    with database.atomic():
        answers.add_row(survey.key, Address("r1", TABLE), "", "lan")
        answers.write(survey.key, [change("r1", f"{TABLE}/name", "Báo A")], "lan")
    answers.write(survey.key, [change("r1", f"{TABLE}/name", "Báo B")], "lan")
    assert [entry.edit for entry in answers.history(survey.key)] == [1, 1, 2]


def test_what_is_the_same_already_leaves_no_trace(survey: FormInstance, answers: AnswerStore) -> None:
    answers.write(survey.key, [change("", "/data/q1", "1")], "lan")
    answers.write(survey.key, [change("", "/data/q1", "1"), change("", "/data/q2", "")], "lan")
    assert len(answers.history(survey.key)) == 1


def test_a_removed_row_leaves_with_everything_inside_and_the_log_keeps_what_it_was(
    survey: FormInstance, answers: AnswerStore
) -> None:
    answers.add_row(survey.key, Address("r1", TABLE), "", "lan")
    answers.add_row(survey.key, Address("u1", INNER), "r1", "lan")
    answers.write(survey.key, [change("r1", f"{TABLE}/name", "Báo A"), change("u1", f"{INNER}/sum", "5")], "lan")
    answers.remove_row(survey.key, "r1", "lan")
    assert answers.load(survey.key).rows == ()
    assert answered(answers, survey.key) == {}
    removal = [entry for entry in answers.history(survey.key) if entry.edit == 4]
    assert [(entry.kind, entry.address.row, entry.before) for entry in removal] == [
        (ChangeKind.ANSWER, "u1", "5"),
        (ChangeKind.ROW_REMOVED, "u1", '{"parent": "r1", "ordinal": 1.0, "following": ""}'),
        (ChangeKind.ANSWER, "r1", "Báo A"),
        (ChangeKind.ROW_REMOVED, "r1", '{"parent": "", "ordinal": 1.0, "following": ""}'),
    ]


def test_a_row_that_was_removed_may_come_back_under_its_name(survey: FormInstance, answers: AnswerStore) -> None:
    for rid in ("r1", "r2"):
        answers.add_row(survey.key, Address(rid, TABLE), "", "lan")
    answers.remove_row(survey.key, "r1", "lan")
    answers.add_row(survey.key, Address("r1", TABLE), "", "lan", before="r2")
    assert row_names(answers, survey.key) == ["r1", "r2"]


def test_a_thousand_rows_put_into_the_same_gap_stay_in_order(
    survey: FormInstance, answers: AnswerStore, database: Database
) -> None:
    with database.atomic():
        for rid in ("first", "last"):
            answers.add_row(survey.key, Address(rid, TABLE), "", "lan")
        for number in range(1000):
            answers.add_row(survey.key, Address(f"r{number}", TABLE), "", "lan", before="last")
    assert row_names(answers, survey.key) == ["first", *(f"r{number}" for number in range(1000)), "last"]


def test_adding_between_rows_does_not_write_the_other_rows(
    survey: FormInstance, answers: AnswerStore, database: Database
) -> None:
    with database.atomic():
        for number in range(100):
            answers.add_row(survey.key, Address(f"r{number}", TABLE), "", "lan")
    before = {row.rid: row.ordinal for row in answers.load(survey.key).rows}
    answers.add_row(survey.key, Address("new", TABLE), "", "lan", before="r50")
    answers.move_row(survey.key, "r99", "lan", before="r0")
    after = {row.rid: row.ordinal for row in answers.load(survey.key).rows}
    assert {rid for rid in before if after[rid] != before[rid]} == {"r99"}


def test_answers_of_two_forms_do_not_mix(survey: FormInstance, plan: FormInstance, answers: AnswerStore) -> None:
    answers.write(survey.key, [change("", "/data/q1", "survey")], "lan")
    answers.write(plan.key, [change("", "/data/q1", "plan")], "lan")
    answers.add_row(plan.key, Address("r1", TABLE), "", "lan")
    assert answered(answers, survey.key) == {Address("", "/data/q1"): "survey"}
    assert row_names(answers, survey.key) == []


@pytest.mark.parametrize(
    "mistake",
    [
        lambda answers, key: answers.write(key, [change("nowhere", f"{TABLE}/name", "1")], "lan"),
        lambda answers, key: answers.add_row(key, Address("u1", INNER), "nowhere", "lan"),
        lambda answers, key: answers.add_row(key, Address("r1", TABLE), "", "lan"),
        lambda answers, key: answers.add_row(key, Address("r2", TABLE), "", "lan", before="nowhere"),
        lambda answers, key: answers.add_row(key, Address("u1", INNER), "r1", "lan", before="r1"),
        lambda answers, key: answers.remove_row(key, "nowhere", "lan"),
        lambda answers, key: answers.move_row(key, "nowhere", "lan"),
    ],
)
def test_a_row_that_is_not_there_is_our_mistake_and_changes_nothing(
    survey: FormInstance, answers: AnswerStore, mistake: object
) -> None:
    answers.add_row(survey.key, Address("r1", TABLE), "", "lan")
    with pytest.raises(BugError):
        mistake(answers, survey.key)  # type: ignore[operator]
    assert row_names(answers, survey.key) == ["r1"]
    assert len(answers.history(survey.key)) == 1


def test_the_log_refuses_to_be_rewritten(survey: FormInstance, answers: AnswerStore, database: Database) -> None:
    answers.write(survey.key, [change("", "/data/q1", "1")], "lan")
    for sql in ("UPDATE change SET after = '2'", "DELETE FROM change"):
        with pytest.raises(BugError):
            database.execute(sql)
    assert [entry.after for entry in answers.history(survey.key)] == ["1"]


class AnyWayOfFillingIn(RuleBasedStateMachine):
    """The store against a dictionary, through any sequence of edits, undone actions and restarts."""

    rows = Bundle("rows")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock(datetime(2026, 8, 24, tzinfo=VIETNAM))
        self.open()
        DossierStore(self.database, self.clock).create(DossierIdentity("837", AgencyKey("15"), "d"), "UBND")
        self.key = InstanceStore(self.database).add("d", "survey", "1", Digest.of(b""), "uuid:1").key
        self.expected: dict[Address, str] = {}
        self.order: dict[tuple[str, str], list[str]] = {}
        self.places: dict[str, tuple[str, str]] = {}
        self.named = 0

    def open(self) -> None:
        self.database = Database.open(Path(self.folder.name) / "cbc.sqlite3")
        self.answers = AnswerStore(self.database, self.clock)

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def followers(self, place: tuple[str, str]) -> list[str]:
        return ["", *self.order.get(place, [])]

    def keep(self, rid: str, place: tuple[str, str], before: str) -> None:
        siblings = self.order.setdefault(place, [])
        siblings.insert(siblings.index(before) if before else len(siblings), rid)
        self.places[rid] = place

    def forget(self, rid: str) -> None:
        for child in [child for child, (parent, _) in self.places.items() if parent == rid]:
            self.forget(child)
        self.order[self.places.pop(rid)].remove(rid)
        self.expected = {address: text for address, text in self.expected.items() if address.row != rid}

    @rule(number=st.integers(1, 3), lexical=st.sampled_from(["", "0", "93", "Đã báo cáo"]))
    def answer_outside_rows(self, number: int, lexical: str) -> None:
        self.write("", f"/data/q{number}", lexical)

    @rule(rid=rows, number=st.integers(1, 2), lexical=st.sampled_from(["", "0", "1.5"]))
    def answer_in_a_row(self, rid: str, number: int, lexical: str) -> None:
        if rid in self.places:
            self.write(rid, f"{self.places[rid][1]}/q{number}", lexical)

    def write(self, rid: str, path: str, lexical: str) -> None:
        self.answers.write(self.key, [change(rid, path, lexical)], "lan")
        self.expected.pop(Address(rid, path), None)
        if lexical:
            self.expected[Address(rid, path)] = lexical

    @rule(target=rows, data=st.data())
    def add_a_row(self, data: st.DataObject) -> str:
        return self.add(data, ("", TABLE))

    @rule(target=rows, parent=rows, data=st.data())
    def add_a_row_inside_another(self, parent: str, data: st.DataObject) -> str:
        inside = parent in self.places and self.places[parent][1] == TABLE
        return self.add(data, (parent, INNER) if inside else ("", TABLE))

    def add(self, data: st.DataObject, place: tuple[str, str]) -> str:
        self.named += 1
        rid, before = f"r{self.named}", data.draw(st.sampled_from(self.followers(place)))
        self.answers.add_row(self.key, Address(rid, place[1]), place[0], "lan", before)
        self.keep(rid, place, before)
        return rid

    @rule(rid=rows, data=st.data())
    def move_a_row(self, rid: str, data: st.DataObject) -> None:
        if rid not in self.places:
            return
        place = self.places[rid]
        before = data.draw(st.sampled_from(self.followers(place)))
        self.answers.move_row(self.key, rid, "lan", before)
        if before != rid:
            self.order[place].remove(rid)
            self.keep(rid, place, before)

    @rule(rid=consumes(rows))
    def remove_a_row(self, rid: str) -> None:
        if rid in self.places:
            self.answers.remove_row(self.key, rid, "lan")
            self.forget(rid)

    @rule(rid=rows)
    def begin_to_remove_a_row_and_think_better_of_it(self, rid: str) -> None:
        with pytest.raises(KeyboardInterrupt):
            self.interrupted(rid)

    def interrupted(self, rid: str) -> None:
        with self.database.atomic():
            self.answers.write(self.key, [change("", "/data/q1", "never")], "lan")
            if rid in self.places:
                self.answers.remove_row(self.key, rid, "lan")
            raise KeyboardInterrupt

    @rule()
    def close_the_program_and_open_it_again(self) -> None:
        self.database.close()
        self.open()

    @invariant()
    def the_store_holds_what_was_answered(self) -> None:
        assert answered(self.answers, self.key) == self.expected

    @invariant()
    def the_rows_are_in_order_behind_their_parents(self) -> None:
        rows = self.answers.load(self.key).rows
        assert len(rows) == len(self.places)
        for place, expected in self.order.items():
            assert [row.rid for row in rows if (row.parent, row.path) == place] == expected
        positions = {row.rid: position for position, row in enumerate(rows)}
        assert all(positions[row.parent] < positions[row.rid] for row in rows if row.parent)

    @invariant()
    def the_log_alone_gives_the_same_answers(self) -> None:
        assert replayed(self.answers.history(self.key)) == self.expected


AnyWayOfFillingIn.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestAnyWayOfFillingIn = AnyWayOfFillingIn.TestCase
