"""Answers of every data type: what fits is read as what it is, what does not is kept as typed and marked."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from form_scenario import FormScenario
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.engine.codecs import fits, lexical_form, typed
from cbc_desktop.forms.definition import DataType
from cbc_desktop.xpath import Scalar

FORM = """
    | type     | name  | label |
    | text     | text  | Text  |
    | integer  | whole | Whole |
    | decimal  | part  | Part  |
    | date     | day   | Day   |
    | time     | hour  | Hour  |
    | dateTime | when  | When  |
    | geopoint | point | Point |
    | geotrace | trace | Trace |
    | geoshape | shape | Shape |
    | barcode  | code  | Code  |
    | image    | photo | Photo |
"""
SQUARE = "21 105 0 0; 21 106 0 0; 22 106 0 0; 21 105 0 0"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("text", "bất kỳ 'điều gì' <&>"),
        ("whole", "0"),
        ("whole", "-12"),
        ("whole", "+12"),
        ("whole", "123456789012345678"),
        ("part", "2140.05"),
        ("part", ".5"),
        ("part", "5."),
        ("part", "1.2E7"),
        ("day", "2022-02-28"),
        ("day", "2022-03-20T10:00:00.000+07:00"),
        ("hour", "06:30"),
        ("hour", "18:00:00.000+07:00"),
        ("when", "2022-03-20T18:00:00.000+07:00"),
        ("when", "2022-03-20T11:00:00Z"),
        ("point", "21.03 105.85"),
        ("point", "-21.03 -105.85 12.5 3"),
        ("trace", "21 105; 22 106;"),
        ("shape", SQUARE),
        ("code", "8934673-573"),
        ("photo", "ảnh.jpg"),
    ],
)
def test_an_answer_that_fits_its_type_is_kept_as_it_was_given(name: str, answer: str) -> None:
    form = FormScenario(FORM)
    form.answer(name, answer)
    assert (form.value(name), form.problems()) == (answer, [])


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("whole", "12.0"),
        ("whole", "twelve"),
        ("whole", "1234567890123456789"),
        ("whole", "٣"),
        ("part", "1,5"),
        ("part", "1e999"),
        ("part", "."),
        ("day", "28/02/2022"),
        ("day", "2022-02-29"),
        ("day", "2022-W05-3"),
        ("day", "20220228"),
        ("hour", "25:00"),
        ("hour", "6:30"),
        ("when", "2022-03-20 18:00"),
        ("point", "21.03"),
        ("point", "91 105"),
        ("point", "21 181"),
        ("point", "21 105 0 0 0"),
        ("point", "north east"),
        ("trace", "21 105"),
        ("shape", "21 105; 21 106; 22 106; 22 105"),
        ("shape", "21 105; 21 106; 21 105"),
    ],
)
def test_an_answer_that_does_not_fit_is_kept_and_marked(name: str, answer: str) -> None:
    form = FormScenario(FORM)
    form.answer(name, answer)
    assert (form.value(name), form.problems()) == (answer, [f"type {name}"])


def test_a_correction_takes_the_mark_away_and_blank_is_never_wrong() -> None:
    form = FormScenario(FORM)
    form.answer("whole", "mười hai")
    assert form.told(form.answer("whole", "12")) == {"value whole", "violation whole"}
    form.answer("day", "hôm qua")
    assert form.told(form.answer("day", "")) == {"value day", "violation day"}
    assert form.problems() == []


def test_text_is_kept_in_one_unicode_form_and_without_what_xml_cannot_hold() -> None:
    form = FormScenario(FORM)
    form.answer("text", "Lạng Sơn\x00\r\nhai\x0bba\rbốn\ud800")
    assert form.value("text") == "Lạng Sơn\nhai\nba\nbốn"


@pytest.mark.parametrize(
    ("kind", "lexical", "value"),
    [
        (DataType.STRING, "12", "12"),
        (DataType.INT, "12", 12.0),
        (DataType.DECIMAL, "-.5", -0.5),
        (DataType.BOOLEAN, "1", True),
        (DataType.BOOLEAN, "false", False),
        (DataType.BOOLEAN, "yes", "yes"),
        (DataType.DATE, "2022-03-20", date(2022, 3, 20)),
        (DataType.DATE, "2022-03-20T23:00:00Z", date(2022, 3, 20)),
        (DataType.TIME, "06:30:00Z", time(6, 30, tzinfo=UTC)),
        (DataType.DATE_TIME, "2022-03-20T06:30", datetime(2022, 3, 20, 6, 30)),  # noqa: DTZ001 - the text names no zone
        (DataType.GEOPOINT, "21 105", "21 105"),
        (DataType.INT, "", ""),
    ],
)
def test_formulas_read_the_value_in_its_type(kind: DataType, lexical: str, value: Scalar) -> None:
    assert typed(lexical, kind) == value
    assert type(typed(lexical, kind)) is type(value)


@pytest.mark.parametrize(
    ("value", "kind", "lexical"),
    [
        (float("nan"), DataType.DECIMAL, ""),
        (float("inf"), DataType.INT, "Infinity"),
        (2.9, DataType.INT, "2"),
        (-2.9, DataType.INT, "-2"),
        (0.1 + 0.2, DataType.DECIMAL, "0.30000000000000004"),
        (1e20, DataType.STRING, "100000000000000000000"),
        (True, DataType.STRING, "true"),
        (True, DataType.INT, "1"),
        (False, DataType.DECIMAL, "0"),
        (False, DataType.BOOLEAN, "false"),
        (19071.0, DataType.DATE, "2022-03-20"),
        (19071.5, DataType.DATE_TIME, "2022-03-20T19:00:00.000+07:00"),
        (1e15, DataType.DATE, "1000000000000000"),
        (datetime(2022, 3, 20, 23, 30, tzinfo=VIETNAM), DataType.DATE, "2022-03-20"),
        (datetime(2022, 3, 20, 23, 30, tzinfo=VIETNAM), DataType.TIME, "23:30:00.000+07:00"),
        (date(2022, 3, 20), DataType.STRING, "2022-03-20"),
        (time(6, 30), DataType.TIME, "06:30:00.000"),
        ("12", DataType.INT, "12"),
    ],
)
def test_a_calculated_value_is_kept_in_the_lexical_form_of_its_type(
    value: Scalar, kind: DataType, lexical: str
) -> None:
    assert lexical_form(value, kind, VIETNAM) == lexical


def milliseconds(moment: datetime | time) -> datetime | time:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


ZONES = st.sampled_from([UTC, VIETNAM])
VALUES = st.one_of(
    st.tuples(st.just(DataType.INT), st.integers(-(2**53), 2**53).map(float)),
    st.tuples(st.just(DataType.DECIMAL), st.floats(allow_nan=False, allow_infinity=False)),
    st.tuples(st.just(DataType.BOOLEAN), st.booleans()),
    st.tuples(st.just(DataType.DATE), st.dates()),
    st.tuples(st.just(DataType.TIME), st.times(timezones=ZONES).map(milliseconds)),
    st.tuples(st.just(DataType.DATE_TIME), st.datetimes(timezones=ZONES).map(milliseconds)),
    st.tuples(st.just(DataType.STRING), st.text()),
)


@given(VALUES)
def test_what_is_written_reads_as_the_same_value(typed_value: tuple[DataType, Scalar]) -> None:
    kind, value = typed_value
    lexical = lexical_form(value, kind, VIETNAM)
    assert fits(lexical, kind)
    assert typed(lexical, kind) == value


@given(st.sampled_from(list(DataType)), st.text())
def test_any_text_can_be_an_answer_of_any_type(kind: DataType, text: str) -> None:
    assert fits(text, kind) or typed(text, kind) == text


def test_days_are_added_to_a_date_as_whole_days() -> None:
    form = FormScenario("""
        | type | name     | label    | calculation |
        | date | begins   | Begins   |             |
        | date | deadline | Deadline | ${begins} + 14 |
    """)
    form.answer("begins", "2022-03-11")
    assert form.value("deadline") == "2022-03-25"
