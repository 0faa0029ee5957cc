"""A door that is not right is found out: by an error of another kind, by words in one language, by taking too long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import door
import pytest
from door import Door
from office_at_work import OfficeAtWork
from tally import Tally
from trying import Trying

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message


def in_one_language() -> None:
    raise UserFacingError(Message("Tệp hỏng.", ""))


def in_both_languages() -> None:
    raise UserFacingError(Message("Tệp hỏng.", "The file is damaged."))


def of_another_kind() -> None:
    raise KeyError("x")


def without_end() -> None:
    while True:
        pass


def without_end_where_all_errors_are_refusals() -> None:
    try:
        without_end()
    except Exception:
        in_both_languages()


@pytest.mark.parametrize(
    ("reads", "outcome"),
    [
        (lambda: None, "accepted"),
        (in_both_languages, "refused"),
        (in_one_language, "crashed"),
        (of_another_kind, "crashed"),
        (without_end, "crashed"),
        (without_end_where_all_errors_are_refusals, "crashed"),
    ],
    ids=["read", "in both languages", "in one language", "of another kind", "without end", "and caught"],
)
def test_what_becomes_of_an_input(
    reads: Callable[[], None],
    outcome: str,
    at_work: OfficeAtWork,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(door, "MOST_SECONDS", 0.2)

    def read(*_: object) -> bool:
        reads()
        return True

    tally = Tally(tmp_path)
    for content in (b"1", b"2"):
        tally.visit(Door("door", "a.txt", lambda _: [b"a"], lambda content, _: content, read), at_work, content)
    tally.save()
    again = Tally.saved_in(tmp_path)
    assert again.outcomes == {outcome: 2}
    assert [path.read_bytes() for path in tmp_path.glob("crash-*[0-9]")] == ([b"1"] if outcome == "crashed" else [])
    assert sum(again.places.values()) == (2 if outcome == "crashed" else 0)


def test_a_crash_is_counted_when_the_process_ends_where_it_stands(tmp_path: Path, at_work: OfficeAtWork) -> None:
    def read(_: object, content: bytes, __: object) -> bool:
        return content[0] == ord("a")

    one = Trying(
        Door("door", "a.txt", lambda _: [b"a"], lambda content, _: content, read), at_work, [], Tally(tmp_path)
    )
    for content in (b"a", b"b", b""):
        one.visit(content)
    assert Tally.saved_in(tmp_path).outcomes == {"accepted": 1, "refused": 1, "crashed": 1}
