"""Work in other processes: one that dies, hangs or meets a fault costs one answer, and never the run."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator

import pytest

from cbc_desktop.receiving.reception.workers import MOST_MEMORY, Lost, Workers


def work(order: str) -> str:
    """What a worker does with each order of these tests."""
    if order == "die":
        os._exit(9)
    if order == "hang":
        time.sleep(60)
    if order == "fault":
        raise ValueError(order)
    if order == "all memory":
        return str(len(bytes(MOST_MEMORY)))
    return order.upper()


ORDERS = ["a", "die", "b", "fault", "hang", "c", "d"]


@pytest.mark.parametrize("count", [1, 2])
def test_the_others_go_on(count: int) -> None:
    answers = dict(Workers(work, count, lambda _: 5.0).answers(ORDERS))
    assert answers == {
        "a": "A",
        "b": "B",
        "c": "C",
        "d": "D",
        "die": Lost.DIED,
        "hang": Lost.HANGS,
        "fault": Lost.FAULT,
    }


def test_in_this_process_a_fault_is_told_too() -> None:
    assert dict(Workers(work, 0, lambda _: 5.0).answers(["a", "fault"])) == {"a": "A", "fault": Lost.FAULT}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_what_takes_all_memory_is_a_fault_of_that_one() -> None:
    assert dict(Workers(work, 1, lambda _: 60.0).answers(["all memory", "a"])) == {"all memory": Lost.FAULT, "a": "A"}


def test_orders_are_taken_as_workers_become_free() -> None:
    taken: list[int] = []

    def orders() -> Iterator[str]:
        for number in range(20):
            taken.append(number)
            yield str(number)

    answers = Workers(work, 2, lambda _: 5.0).answers(orders())
    next(answers)
    assert len(taken) <= 3
    answers.close()


def test_whoever_stops_does_not_wait_for_what_is_being_done() -> None:
    told: list[float] = []

    def pulse() -> None:
        if told:
            raise InterruptedError

    orders = Workers(work, 2, lambda _: 600.0, pulse).answers(["hang", "a"])
    with pytest.raises(InterruptedError):
        told.extend(time.monotonic() for _ in orders)
    assert time.monotonic() - told[0] < 2
    assert multiprocessing.active_children() == []
