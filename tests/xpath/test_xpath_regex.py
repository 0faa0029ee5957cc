"""Regular expressions of forms: what they mean in Vietnamese, and that none holds up the program."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.xpath.errors import XPathError
from cbc_desktop.xpath.functions.patterns import matches


@pytest.mark.parametrize(
    ("pattern", "text", "truth"),
    [
        (r"\w+ [\w ]+", "Nguyễn Văn Đạt", True),
        (r"[^\W\d_]+", "Nguyễn", True),
        (r"[^\W\d_]+", "Nguyễn1", False),
        (r"\S+\s\S+", "Cao\u00a0Bằng", True),
        (r"[\s\S]*", "một\nhai \U0001f600", True),
        (r"\D+", "không số \U0001f600", True),
        (r"[A-Za-z\u00C0-\u1EF9]+", "Nguyễn", True),
        (r"[]\d]+", "5]", True),
        (r"[+-\d]+", "+84-0912", True),
        (r"[ -\d]+", "0912 345", True),
        (r"[ -\d]+", "!", False),
        (r"[\d-.]+", "0912-345.6", True),
        (r"[\w.-]+@[\w-]+", "a.b-c@d-e", True),
        (r"[\\d-f]+", "\\e", True),
        (r"[[:alpha:]\d]+", "a1", True),
        (r"[[:alpha:]\d]+", "a]", False),
        (r"\d-\d", "1-2", True),
        (r"[[\d]+", "[5", True),
        (r"[\]\d]+", "5]", True),
        (r"\\d+", r"\dd", True),
        (r"\\d+", "5", False),
        (r"\Q\d[\E\d", r"\d[5", True),
        (r"(?i)ỦY BAN", "ủy ban", True),
        (r".{2,1000}", "a\nb", False),
        ("a", "\ud800", False),
    ],
)
def test_patterns_mean_what_owners_of_forms_mean(pattern: str, text: str, truth: bool) -> None:
    assert matches(text, pattern) is truth


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|a)*b", "(a*)*b", r"(\w+\s?)*$", ".*.*.*.*.*.*x", "(a?){200}a{200}", "(.{1,500}){1}!b"]
)
def test_no_pattern_holds_up_the_program(pattern: str) -> None:
    started = process_time()
    assert not matches("a" * 5_000 + "!", pattern)
    assert process_time() - started < 1


@pytest.mark.parametrize(
    "pattern", ["(?=a)b", "(?<!a)b", r"(a)\1", "a++", "a{1001}", "(a{1000}){1000}", "(" * 3_000, r"[\w]{1000}", "["]
)
def test_what_cannot_be_matched_in_bounds_is_refused_in_words_and_at_once(pattern: str) -> None:
    started = process_time()
    for _ in range(1_000):  # as in the rows of a table
        with pytest.raises(XPathError, match="is not a regular expression that can be used"):
            matches("a", pattern)
    assert process_time() - started < 1


_atoms = st.sampled_from(["a", "ễ", ".", r"\w", r"\d", r"\s", r"\W", r"[\D_]", r"[^\s\w]", "[a-cễ]", r"\.", r"\u0061"])
_patterns = st.recursive(
    _atoms,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from("*+?")).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=5,
)


@given(_patterns, st.text("ab1_ễ .\n٣\u00a0\u2028", max_size=6))
def test_a_pattern_means_what_it_means_to_an_engine_that_tries_one_way_after_the_other(pattern: str, text: str) -> None:
    assert matches(text, pattern) == (re.fullmatch(pattern, text) is not None)
