"""A block on the clipboard says what the cells said that were copied, whatever quotes are in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.filling.clipboard_block import format_block, parse_block

CELLS = st.text(st.sampled_from(["a", "ế", '"', "\t", "\n", " ", "😀", ",", "\u200f"]), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=3), max_size=4))
def test_what_is_copied_here_is_pasted_here(rows: list[list[str]]) -> None:
    assert parse_block(format_block(rows)) == rows


@pytest.mark.parametrize(
    ("copied", "cells"),
    [
        ('"Sao vàng"\t3', [['"Sao vàng"', "3"]]),
        ('"Sao vàng" đất Việt\t3\r\nb\t4\r\n', [['"Sao vàng" đất Việt', "3"], ["b", "4"]]),
        ('"Ngày hội\t3\r\n"Lễ hội\t4', [['"Ngày hội', "3"], ['"Lễ hội', "4"]]),
        ('7"\t"8" inch\t"', [['7"', '"8" inch', '"']]),
        ('"hai\r\ndòng ""lớn"""\tb', [['hai\ndòng "lớn"', "b"]]),
        ("\ta\r\n\r\n\tb\t\r\n", [["", "a"], [""], ["", "b", ""]]),
        ("2\r\n\r\n", [["2"], [""]]),
    ],
)
def test_quotes_of_the_text_stay_and_those_of_the_spreadsheet_go(copied: str, cells: list[list[str]]) -> None:
    assert parse_block(copied) == cells


def test_a_very_long_text_is_one_cell() -> None:
    assert parse_block('"' + "x" * 200_000 + "\t1") == [['"' + "x" * 200_000, "1"]]
