"""Whatever agencies wrote, and however much of it, the report can be laid out and says what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pdf_reading import text_of

from cbc_desktop.base.message import Message
from cbc_desktop.documents.consolidated_report import ConsolidatedReport
from cbc_desktop.documents.pdf.consolidated_report import render_report
from cbc_desktop.documents.printed_form import PrintedBlock, PrintedForm, ValueKind
from cbc_desktop.forms.indicators import Chart, IndicatorDef, Labelled, Measure
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures, ItemFigures
from cbc_desktop.receiving.reporting.report import consolidated_report
from cbc_desktop.receiving.reporting.words import columns, numbered_table, text_cell

A_FEW = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to make a report smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
pieces = st.text(st.sampled_from("aệƯ0<&=*\n "), min_size=1, max_size=12)
written = st.tuples(pieces, st.sampled_from([1, 3, 40, 1_000]))
"""From a word to pages of the same: a piece, and how often it comes."""


def report_of(consolidated: Consolidated, figures: IndicatorFigures) -> ConsolidatedReport:
    assert consolidated.indicators.report is not None
    report = consolidated_report(replace(consolidated, figures=(figures,)), consolidated.indicators.report)
    return replace(report, appendices=report.appendices[:1])


def figures_of(consolidated: Consolidated, definition: IndicatorDef, items: Sequence[str]) -> IndicatorFigures:
    """An item for each of these texts, as if agencies had written them."""
    groups = consolidated.figures[0].items[0].of
    behind = [Figure(Decimal(1 + number % 7), Decimal(9), 1 + number % 7, 8, 8, 9) for number in range(len(items))]
    return IndicatorFigures(
        definition,
        tuple(
            ItemFigures(Labelled(f"{number}", Message(text, text)), dict.fromkeys(groups, figure))
            for number, (text, figure) in enumerate(zip(items, behind, strict=True))
        ),
    )


def wide_open(consolidated: Consolidated, measure: Measure = Measure.SHARE, chart: Chart = Chart.BARS) -> IndicatorDef:
    """An indicator whose items are what agencies wrote."""
    of = consolidated.figures[0].definition
    known = (Labelled("tên", Message("Tên", "Name")),)
    return replace(of, measure=measure, chart=chart, choices="", items=known)


@A_FEW
@given(
    texts=st.lists(written, max_size=6),
    often=st.sampled_from([1, 1, 3, 500]),
    measure=st.sampled_from(Measure),
    chart=st.sampled_from(Chart),
)
def test_an_indicator_over_any_words_is_laid_out(
    consolidated: Consolidated, texts: list[tuple[str, int]], often: int, measure: Measure, chart: Chart
) -> None:
    figures = figures_of(
        consolidated, wide_open(consolidated, measure, chart), [piece * times for piece, times in texts] * often
    )
    render_report(report_of(consolidated, figures))


@A_FEW
@given(texts=st.lists(written, min_size=1, max_size=4))
def test_a_list_of_any_words_is_laid_out(consolidated: Consolidated, texts: list[tuple[str, int]]) -> None:
    of = columns(words=("Ý kiến", ValueKind.TEXT, 7), agency=("Cơ quan", ValueKind.TEXT, 4))
    rows = [(text_cell(piece * times), text_cell(piece * min(times, 40))) for piece, times in texts]
    blocks: tuple[PrintedBlock, ...] = (numbered_table("y_kien", "Ý kiến", of, rows),)
    report = report_of(consolidated, consolidated.figures[0])
    render_report(replace(report, appendices=(PrintedForm("y-kien", "I", "Ý kiến", blocks),)))


def test_of_three_thousand_different_answers_the_largest_are_shown_and_the_others_counted(
    consolidated: Consolidated,
) -> None:
    figures = figures_of(consolidated, wide_open(consolidated), [f"ý kiến {number}" for number in range(3_000)])
    said = text_of(render_report(report_of(consolidated, figures)).content)
    assert "… và 2.980 mục khác, xem sổ tổng hợp kèm theo, trang “Chỉ số”." in said
    assert "ý kiến 6 " in said
    assert "ý kiến 5 " not in said


def test_choices_of_the_campaign_are_all_shown_before_what_agencies_wrote(consolidated: Consolidated) -> None:
    own = tuple(Labelled(f"{number}", Message(f"lựa chọn {number}.", "")) for number in range(40))
    of = replace(wide_open(consolidated), items=own)
    texts = [*(one.label.vi for one in own), *(f"viết thêm {number}." for number in range(5))]
    said = text_of(render_report(report_of(consolidated, figures_of(consolidated, of, texts))).content)
    assert all(one.label.vi in said for one in own)
    assert "… và 5 mục khác" in said


def test_shares_of_more_pieces_than_shades_become_bars_of_their_own(consolidated: Consolidated) -> None:
    of = wide_open(consolidated, chart=Chart.STACKED)
    few, many = (
        text_of(render_report(report_of(consolidated, figures_of(consolidated, of, list("abcdefghi"[:count])))).content)
        for count in (8, 9)
    )
    assert "(8) h" in few
    assert "(8) h" not in many
