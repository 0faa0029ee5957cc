"""The other documents of the invented case at Cao Bằng: a report, a plan, a decision with a plan attached."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from printed_plan import PURPOSE, activities, budget, messages
from printed_samples import cover_letter, dossier, small_dossier
from printed_survey import short_survey
from printed_values import answer, column, text
from printed_values import table as table_of

from cbc_desktop.documents.printed_chart import ChartBar, PrintedChart
from cbc_desktop.documents.printed_form import (
    PrintedBlock,
    PrintedBody,
    PrintedDossier,
    PrintedForm,
    PrintedHeading,
    PrintedParagraph,
    SignatureBlock,
)
from cbc_desktop.forms.campaign_documents import DocumentKind

BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật "
    "Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
    "Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ quy định chi tiết việc phát ngôn và "
    "cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước",
    "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông",
)
SUBJECT = "Truyền thông chính sách trên địa bàn tỉnh Cao Bằng năm 2022 và những năm tiếp theo"
IN_TEXT = SUBJECT[0].lower() + SUBJECT[1:]


def report() -> PrintedDossier:
    """A báo cáo to the ministry with the survey as its appendix."""
    document = replace(
        cover_letter(), kind=DocumentKind.REPORT, symbol="BC-UBND", subject="Công tác truyền thông chính sách năm 2022"
    )
    return replace(small_dossier(), document=document)


def report_with_charts() -> PrintedDossier:
    """A báo cáo on many answers: sections, sentences, bars in one piece and in several, a table of figures."""
    blocks: tuple[PrintedBlock, ...] = (
        PrintedHeading(1, "I. ĐỘI NGŨ, BỘ PHẬN, ĐẦU MỐI"),
        PrintedHeading(2, "1. Cơ quan đã có bộ phận được giao nhiệm vụ truyền thông chính sách"),
        PrintedParagraph("Có 60/63 cơ quan đã gửi trả lời nội dung này."),
        stacked_chart(),
        PrintedHeading(2, "2. Người làm công tác truyền thông"),
        PrintedParagraph("Tổng số: 361 người; chuyên trách: 120 người; kiêm nhiệm: 241 người."),
        people_chart(),
        table_of(
            "nguoi",
            "",
            [column("noi_dung", "Nội dung"), column("so", "Số người")],
            [[text("Chuyên trách"), text("120")], [text("Kiêm nhiệm"), text("241")]],
        ),
    )
    document = replace(
        report().document,
        paragraphs=("Bộ Thông tin và Truyền thông tổng hợp, báo cáo như sau:",),
        body=PrintedBody(DocumentKind.REPORT, "", SUBJECT, blocks, "Trân trọng báo cáo./."),
    )
    return replace(small_dossier(), document=document)


def stacked_chart() -> PrintedChart:
    """How agencies divide over three choices, all of them and by kind; some have not answered."""
    parts = {"Tất cả cơ quan": (40, 25, 10), "Bộ": (60, 20, 10), "Tỉnh, thành phố trực thuộc Trung ương": (35, 30, 0)}
    bars = tuple(
        ChartBar(label, tuple(map(Decimal, values)), ("93", *map(str, values)), apart=label == "Bộ")
        for label, values in parts.items()
    )
    return PrintedChart(
        "Biểu đồ 1. Tỷ lệ % số cơ quan được hỏi",
        series=("(1) Đã có bộ phận chuyên trách", "(2) Đã có bộ phận kiêm nhiệm", "(3) Chưa có"),
        columns=("Cơ quan", "(1)", "(2)", "(3)"),
        bars=bars,
        full=Decimal(100),
        rest="Chưa gửi báo cáo hoặc không trả lời",
    )


def people_chart(count: int = 2) -> PrintedChart:
    """Bars of one piece, each longer than the one before."""
    bars = tuple(ChartBar(f"Nhóm {number}", (Decimal(number),), (str(number),)) for number in range(1, count + 1))
    return PrintedChart("Biểu đồ 2. Tổng số (người)", series=("người",), columns=("Người",), bars=bars)


def plan_document() -> PrintedDossier:
    """A kế hoạch with bases, sections, points, tables in the text, and two wide tables as its appendices."""
    document = replace(
        cover_letter(),
        kind=DocumentKind.PLAN,
        symbol="KH-UBND",
        subject=SUBJECT,
        addressees=(),
        bases=BASES,
        paragraphs=(f"Ủy ban nhân dân tỉnh Cao Bằng ban hành Kế hoạch {IN_TEXT} như sau:",),
        body=body(activities(3), messages()),
    )
    return replace(dossier(_printed_as_body()), document=document)


def decision() -> PrintedDossier:
    """A quyết định of the chairman, the plan with one wide table attached, and the survey as an appendix too."""
    document = replace(
        cover_letter(),
        kind=DocumentKind.DECISION,
        symbol="QĐ-UBND",
        subject=f"Về việc ban hành Kế hoạch {IN_TEXT}",
        addressees=(),
        deciding="Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng",
        bases=BASES,
        paragraphs=(
            f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch {IN_TEXT}.",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các "
            "huyện, thành phố và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        ),
        signature=SignatureBlock(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nông Thị Ví Dụ"),
        body=body(activities(3)),
    )
    return replace(dossier(_printed_as_body(), replace(short_survey(), number="")), document=document)


def body(*wide: PrintedBlock) -> PrintedBody:
    goals = [column("cau", "Mục tiêu cụ thể")]
    return PrintedBody(
        DocumentKind.PLAN,
        "ke-hoach",
        SUBJECT,
        (
            PrintedHeading(1, "I. MỤC ĐÍCH, YÊU CẦU VÀ NHỮNG ĐIỀU KIỆN BẢO ĐẢM CHO VIỆC THỰC HIỆN"),
            PrintedHeading(2, "1. Mục đích"),
            PrintedParagraph(PURPOSE),
            PrintedHeading(2, "2. Mục tiêu cụ thể"),
            table_of("b2", "Mục tiêu cụ thể", goals, [[text(f"{PURPOSE[3:]} ({year})")] for year in (2022, 2023)]),
            answer("p3", "3. Phạm vi", text("Toàn tỉnh"), note="Trừ các xã biên giới. " * 5),
            PrintedHeading(1, "II. NHIỆM VỤ"),
            *wide,
            PrintedHeading(1, "III. KINH PHÍ"),
            PrintedHeading(3, "a) Nguồn kinh phí"),
            PrintedParagraph("Ngân sách địa phương và các nguồn huy động hợp pháp khác."),
            budget(3),
        ),
        "Trên đây là Kế hoạch; trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị báo cáo Ủy ban nhân "
        "dân tỉnh để xem xét, quyết định./.",
    )


def _printed_as_body() -> PrintedForm:
    """The form whose answers are the body: it is no appendix."""
    return PrintedForm("ke-hoach", "", "Kế hoạch truyền thông chính sách", ())
