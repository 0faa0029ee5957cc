"""Tables of one indicator: its items with every denominator, and its items in each group of agencies."""

from __future__ import annotations

from collections.abc import Sequence

from cbc_desktop.base.paper import printable_text
from cbc_desktop.documents.printed_form import PrintedColumn, PrintedTable, PrintedValue, ValueKind
from cbc_desktop.forms.indicators import Chart, Denominator, Measure
from cbc_desktop.receiving.consolidating.figures import Figure, IndicatorFigures
from cbc_desktop.receiving.reporting.charts import SHARE_COLUMNS
from cbc_desktop.receiving.reporting.groups import ShownGroup
from cbc_desktop.receiving.reporting.shown_items import LONGEST_HEADING, short_name
from cbc_desktop.receiving.reporting.words import (
    NOTHING,
    number_cell,
    number_said,
    percent_said,
    share_said,
    text_cell,
    told_cell,
)

LABEL_WIDTH, FIGURE_WIDTH = 5, 2
MOST_UPRIGHT = 4
"""Of more figures beside each other the headings are broken into many lines on an upright page."""


def shares_table(figures: IndicatorFigures) -> PrintedTable | None:
    """Beside a chart of stacked shares: each item in percent of the asked, the sent and the answered."""
    definition = figures.definition
    if definition.chart is not Chart.STACKED or definition.measure is not Measure.SHARE or figures.is_blank:
        return None
    cells = [_share_cells(item.total) for item in figures.items]
    kept = [place for place in range(len(SHARE_COLUMNS)) if any(row[place].text != NOTHING for row in cells)]
    rows = tuple(
        (text_cell(item.item.label.vi), *(row[place] for place in kept))
        for item, row in zip(figures.items, cells, strict=True)
    )
    of = [_figure_column(str(place), SHARE_COLUMNS[place]) for place in kept]
    return PrintedTable(definition.id, "", (_label_column("Nội dung"), *of), rows)


def groups_table(figures: IndicatorFigures, groups: Sequence[ShownGroup]) -> PrintedTable | None:
    """None where the chart has shown the groups already, or there are none to compare."""
    definition = figures.definition
    if not definition.has_items or figures.is_blank or len(groups) < 2:
        return None
    if definition.chart is Chart.STACKED and definition.measure is Measure.SHARE:
        return None
    columns = [_figure_column(str(number), item.item.label_with_unit.vi) for number, item in enumerate(figures.items)]
    rows = tuple(
        (
            text_cell(group.label),
            number_cell(figures.items[0].of[group.group].respondents),
            *(_cell(definition.measure, item.of[group.group]) for item in figures.items),
        )
        for group in groups
    )
    label = f"{definition.name.vi} ({definition.unit.vi})" if definition.has_one_unit else definition.name.vi
    return PrintedTable(
        definition.id,
        printable_text(label),
        (_label_column("Nhóm cơ quan"), _figure_column("sent", "Đã gửi"), *columns),
        rows,
        landscape=len(columns) > MOST_UPRIGHT,
    )


def _share_cells(figure: Figure) -> tuple[PrintedValue, ...]:
    percents = (told_cell(share_said(figure, each)) for each in Denominator)
    return (number_cell(figure.agencies), *percents)


def _cell(measure: Measure, figure: Figure) -> PrintedValue:
    match measure:
        case Measure.SHARE:
            return number_cell(figure.agencies)
        case Measure.RATIO:
            return told_cell(percent_said(figure.ratio))
        case Measure.SUM:
            return told_cell(number_said(figure.value) if figure.answered else NOTHING)


def _label_column(label: str) -> PrintedColumn:
    return PrintedColumn("nhom", label, ValueKind.TEXT, width=LABEL_WIDTH)


def _figure_column(name: str, label: str) -> PrintedColumn:
    return PrintedColumn(
        name, printable_text(short_name(label, LONGEST_HEADING)), ValueKind.DECIMAL, width=FIGURE_WIDTH
    )
