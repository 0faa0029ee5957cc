"""References with positions, as people and scripts write them, mean addresses, and back."""

from __future__ import annotations

import pytest
from form_scenario import FormScenario

from cbc_desktop.base.errors import UserFacingError

FORM = """
    | type         | name | label |
    | text         | a    | A     |
    | begin group  | g    | G     |
    | begin repeat | r    | R     |
    | begin group  | h    | H     |
    | text         | b    | B     |
    | begin repeat | s    | S     |
    | text         | c    | C     |
    | end repeat   |      |       |
    | end group    |      |       |
    | end repeat   |      |       |
    | end group    |      |       |
"""


@pytest.mark.parametrize(
    "reference",
    ["/data", "/data/a", "/data/g/r", "/data/g/r[2]", "/data/g/r[2]/h/b", "/data/g/r[2]/h/s", "/data/g/r[1]/h/s[1]/c"],
)
def test_a_reference_comes_back_as_it_was(reference: str) -> None:
    form = FormScenario(FORM)
    form.add("g/r")
    assert form.session.reference(form.session.locate(reference)) == reference


def test_the_position_of_what_is_there_once_may_be_written() -> None:
    form = FormScenario(FORM)
    assert form.session.locate("/data/g[1]/r[1]/h[1]/b[1]") == form.at("g/r[1]/h/b")


@pytest.mark.parametrize(
    "reference",
    [
        "",
        "/",
        "/other",
        "/data/x",
        "/data/a/x",
        "/data/a[2]",
        "/data/g/r/h",
        "/data/g/r[0]",
        "/data/g/r[2]",
        "/data/g/r[x]",
        "/data/g/r[1]/h/s[9]/c",
        "/data//a",
    ],
)
def test_a_reference_to_nothing_is_refused_in_words(reference: str) -> None:
    form = FormScenario(FORM)
    with pytest.raises(UserFacingError, match="has no node"):
        form.session.locate(reference)


def test_an_address_reads_as_path_and_row() -> None:
    form = FormScenario(FORM)
    row = form.at("g/r[1]").row
    assert str(form.at("g/r[1]/h/b")) == f"/data/g/r/h/b[{row}]"
    assert str(form.at("a")) == "/data/a"
