"""What a report says of one indicator: both denominators, blanks, targets; never a percentage of nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from cbc_desktop.base.message import Message
from cbc_desktop.forms.indicators import Chart, Denominator, Grouping, IndicatorDef, Labelled, Measure, Target
from cbc_desktop.receiving.consolidating.figures import (
    EVERYBODY,
    Figure,
    Group,
    IndicatorFigures,
    ItemFigures,
    percent,
)
from cbc_desktop.receiving.reporting.charts import chart_of
from cbc_desktop.receiving.reporting.groups import ShownGroup, shown_groups
from cbc_desktop.receiving.reporting.sentences import sentences
from cbc_desktop.receiving.reporting.tables import groups_table, shares_table
from cbc_desktop.receiving.reporting.words import (
    number_said,
    numbered_table,
    percent_said,
    points_said,
    signed,
    text_cell,
)

ALL = (ShownGroup(EVERYBODY, Message("Tất cả", "All")),)
NORTH: Group = ("region", "bac")


def words(text: str) -> Message:
    return Message(text, text)


def indicator(measure: Measure, *, items: tuple[str, ...] = (), **more: object) -> IndicatorDef:
    settings: dict[str, object] = {"denominator": Denominator.ASKED, "chart": Chart.BARS, **more}
    return IndicatorDef(
        id="chi-so",
        part="phan",
        name=words("Chỉ số"),
        measure=measure,
        unit=words("cuốn"),
        sql="",
        items=tuple(Labelled(item, words(item)) for item in items),
        **settings,  # type: ignore[arg-type]
    )


def figures(definition: IndicatorDef, *totals: Figure, north: Figure | None = None) -> IndicatorFigures:
    labels = definition.items or (Labelled("", words("")),)
    groups = {NORTH: north} if north else {}
    return IndicatorFigures(
        definition,
        tuple(ItemFigures(label, {EVERYBODY: total, **groups}) for label, total in zip(labels, totals, strict=True)),
    )


def share(agencies: int, *, answered: int = 8, respondents: int = 8, asked: int = 10) -> Figure:
    return Figure(Decimal(agencies), None, agencies, answered, respondents, asked)


def amount(value: str, *, base: str | None = None, answered: int = 6) -> Figure:
    return Figure(Decimal(value), None if base is None else Decimal(base), answered, answered, 8, 10)


def said(of: IndicatorFigures) -> str:
    return " ".join(sentences(of))


def test_a_share_is_said_of_the_asked_and_of_those_who_sent_the_campaigns_own_first() -> None:
    assert said(figures(indicator(Measure.SHARE), share(4))) == (
        "4 cơ quan, bằng 40% số cơ quan được hỏi và 50% số cơ quan đã gửi."
    )
    own = indicator(Measure.SHARE, denominator=Denominator.RESPONDENTS)
    assert said(figures(own, share(4))) == "4 cơ quan, bằng 50% số cơ quan đã gửi và 40% số cơ quan được hỏi."


def test_of_those_who_have_not_sent_nothing_is_said_in_percent_of_those_who_have() -> None:
    late = indicator(Measure.SHARE, items=("Đã gửi", "Chưa gửi"), chart=Chart.STACKED)
    of = figures(late, share(8, answered=10), share(2, answered=10))
    assert said(of) == "Đã gửi: 8 cơ quan, 80% số cơ quan được hỏi; Chưa gửi: 2 cơ quan, 20% số cơ quan được hỏi."
    table, chart = shares_table(of), chart_of(of, ALL, 1)
    assert table is not None
    assert [column.label for column in table.columns] == ["Nội dung", "Số cơ quan", "% được hỏi"]
    assert chart is not None
    assert chart.rest == ""


def test_of_many_items_the_largest_are_named_and_the_chart_has_all() -> None:
    causes = indicator(Measure.SHARE, items=("a", "b", "c", "d"))
    of = figures(causes, share(1), share(4), share(2), share(3))
    assert "Nhiều nhất là b: 4 cơ quan" in said(of)
    assert "a: 1" not in said(of)
    chart = chart_of(of, ALL, 3)
    assert chart is not None
    assert chart.title == "Biểu đồ 3. Tỷ lệ % số cơ quan được hỏi"
    assert [bar.label for bar in chart.bars] == ["a", "b", "c", "d"]
    assert chart.bars[1].figures == ("4", "40%", "50%", "50%")


def test_what_nobody_chose_is_told_by_the_chart_alone() -> None:
    rules = indicator(Measure.SHARE, items=("có", "đang làm", "không"), chart=Chart.STACKED)
    of = figures(rules, share(5), share(0), share(3))
    assert "đang làm" not in said(of)
    assert "có: 5 cơ quan" in said(of)
    chart = chart_of(of, ALL, 1)
    assert chart is not None
    assert len(chart.series) == 3
    causes = indicator(Measure.SHARE, items=("a", "b", "c", "d"))
    assert "Nhiều nhất" not in said(figures(causes, share(1), share(0), share(2), share(0)))
    nobody = figures(rules, *(share(0, answered=0) for _ in range(3)))
    assert said(nobody) == "Chưa có cơ quan nào trả lời nội dung này."


def test_a_sum_says_how_many_left_it_blank() -> None:
    assert said(figures(indicator(Measure.SUM), amount("1234.50"))) == (
        "Tổng số: 1.234,5 cuốn. Tính trên 6 cơ quan có số liệu; 2 cơ quan đã gửi để trống, không tính."
    )


def test_a_ratio_says_both_sums_and_what_is_aimed_at_and_its_chart_draws_that() -> None:
    aimed = indicator(Measure.RATIO, target=Target(70, words("Quyết định mẫu")), note=words("Chỉ tính sách in."))
    of = figures(aimed, amount("30", base="40"))
    assert said(of) == (
        "75% (30/40 cuốn). Tính trên 6 cơ quan có số liệu; 2 cơ quan đã gửi để trống, không tính. "
        "Chỉ tiêu: 70% (Quyết định mẫu). Chỉ tính sách in."
    )
    chart = chart_of(of, ALL, 1)
    assert chart is not None
    assert chart.target is not None
    assert (chart.target.at, chart.full, *chart.bars[0].values) == (Decimal(70), Decimal(100), Decimal(75))


def test_items_may_be_counted_in_units_of_their_own() -> None:
    items = (
        Labelled("lop", words("Lớp học"), words("lớp")),
        Labelled("nguoi", words("Người học"), words("lượt người")),
    )
    of = figures(replace(indicator(Measure.SUM), items=items), amount("61"), amount("1200"))
    assert said(of).startswith("Lớp học: 61 lớp; Người học: 1.200 lượt người.")
    chart, table = chart_of(of, ALL, 1), groups_table(of, (*ALL, *ALL))
    assert chart is not None
    assert (chart.title, chart.columns[0]) == ("Biểu đồ 1. Tổng số", "Số lượng")
    assert [bar.label for bar in chart.bars] == ["Lớp học (lớp)", "Người học (lượt người)"]
    assert table is not None
    assert (table.label, table.columns[2].label) == ("Chỉ số", "Lớp học (lớp)")


def test_a_ratio_of_items_names_each() -> None:
    of = figures(indicator(Measure.RATIO, items=("in", "số")), amount("1", base="4"), amount("0", base="0"))
    assert said(of).startswith("in: 25% (1/4 cuốn); số: – (0/0 cuốn).")


@pytest.mark.parametrize("measure", list(Measure))
def test_what_nobody_answered_is_no_nought_and_is_not_drawn(measure: Measure) -> None:
    nothing = amount("0", base="0" if measure is Measure.RATIO else None, answered=0)
    of = figures(indicator(measure, items=("a", "b")), nothing, nothing, north=nothing)
    assert said(of) == "Chưa có cơ quan nào trả lời nội dung này."
    north = ShownGroup(NORTH, words("Bắc"))
    assert (chart_of(of, (*ALL, north), 1), shares_table(of), groups_table(of, (*ALL, north))) == (None, None, None)


def test_without_any_answer_nothing_is_divided_by_nought() -> None:
    nobody, told = share(0, answered=0, respondents=0), "Chưa có cơ quan nào trả lời nội dung này."
    assert said(figures(indicator(Measure.SHARE), nobody)) == told
    assert said(IndicatorFigures(indicator(Measure.SHARE, choices="bang.cot"), ())) == told


def test_a_campaign_that_wants_no_chart_gets_none() -> None:
    assert chart_of(figures(indicator(Measure.SUM, chart=Chart.NONE), amount("1")), ALL, 1) is None


def test_groups_are_compared_where_the_chart_has_not_shown_them() -> None:
    grouping = Grouping("region", words("Vùng"), (Labelled("nam", words("Nam")), Labelled("bac", words("Bắc"))))
    kinds = indicator(Measure.SUM, items=("in", "số"))
    of = figures(kinds, amount("5"), amount("7"), north=amount("0", answered=0))
    groups = shown_groups([grouping], of)
    assert [group.label for group in groups] == ["Tất cả cơ quan", "Bắc"]  # nobody was asked in the south
    table = groups_table(of, groups)
    assert table is not None
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Tất cả cơ quan", "8", "5", "7"],
        ["Bắc", "8", "–", "–"],
    ]
    assert groups_table(figures(indicator(Measure.SUM), amount("5")), groups) is None


@pytest.mark.parametrize(("items", "landscape"), [("abcd", False), ("abcde", True)])
def test_many_figures_beside_each_other_get_pages_on_their_side(items: str, landscape: bool) -> None:
    grouping = Grouping("region", words("Vùng"), (Labelled("bac", words("Bắc")),))
    of = figures(indicator(Measure.SUM, items=tuple(items)), *map(amount, "1" * len(items)), north=amount("0"))
    table = groups_table(of, shown_groups([grouping], of))
    assert table is not None
    assert table.landscape is landscape


def test_what_is_beyond_a_long_list_is_counted_under_it() -> None:
    table = numbered_table("dai", "Danh sách", (), (() for _ in range(1_234)))
    assert len(table.rows) == 500
    assert table.remarks[0].text.startswith("734 dòng")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (number_said(Decimal("1200")), "1.200"),
        (number_said(Decimal("1200.50")), "1.200,5"),
        (number_said(Decimal("1E+3")), "1.000"),
        (percent_said(Decimal("64.56")), "64,6%"),
        (percent_said(percent(Decimal(6), Decimal(93))), "6,5%"),
        (percent_said(percent(Decimal(6), Decimal(11))), "54,5%"),
        (percent_said(percent(Decimal(5), Decimal(11))), "45,5%"),
        (percent_said(percent(Decimal(1), Decimal(16))), "6,3%"),
        (points_said(Decimal("-0.04")), "0"),
        (points_said(Decimal("0.25")), "+0,3"),
        (percent_said(None), "–"),
        (signed(Decimal("2.0")), "+2"),
        (signed(Decimal("-1.5")), "-1,5"),
        (text_cell("☃ tuyết").text, "? tuyết"),
    ],
)
def test_numbers_are_said_the_vietnamese_way(told: str, text: str) -> None:
    assert told == text
