"""A filled-in communication plan of an invented province office, with the twelve-column tables that need landscape."""

from __future__ import annotations

from printed_values import answer, blank, choice, code, column, day, decimal, integer, table, text

from cbc_desktop.documents.printed_form import PrintedForm, PrintedHeading, PrintedTable, PrintedValue, ValueKind

PURPOSE = (
    "a) Nâng cao nhận thức, trách nhiệm của các cấp, các ngành, người đứng đầu cơ quan, đơn vị về vị trí, vai trò của "
    "công tác truyền thông chính sách; coi truyền thông là một khâu của quy trình hoạch định và thực thi chính sách."
)
RESPONSE = (
    "Bước 1: phát hiện, xác minh thông tin trong 02 giờ. Bước 2: báo cáo người phát ngôn và Chủ tịch Ủy ban nhân dân "
    "tỉnh. Bước 3: thống nhất thông điệp, phát ngôn chính thức trên Cổng thông tin điện tử tỉnh. Bước 4: theo dõi phản "
    "hồi của dư luận, cập nhật hằng ngày. Bước 5: tổng kết, rút kinh nghiệm, báo cáo Bộ Thông tin và Truyền thông. "
)
ACTIVITIES = (
    "Xây dựng chuyên trang, chuyên mục về truyền thông chính sách trên Báo Cao Bằng và Đài Phát thanh - Truyền hình",
    "Tổ chức họp báo định kỳ và cung cấp thông tin cho báo chí về tình hình kinh tế - xã hội của tỉnh",
    "Tập huấn kỹ năng truyền thông chính sách cho người phát ngôn, cán bộ, công chức cấp tỉnh, cấp huyện, cấp xã",
    "Sản xuất, phát sóng các chương trình bằng tiếng Tày, Nùng, Mông, Dao",
    "Thuê dịch vụ rà quét, phân tích xu hướng thông tin trên không gian mạng",
)


def plan() -> PrintedForm:
    return PrintedForm(
        "ke-hoach",
        "II",
        "Kế hoạch truyền thông chính sách năm 2022",
        (
            PrintedHeading(1, "I. MỤC ĐÍCH, YÊU CẦU"),
            PrintedHeading(2, "1. Mục đích"),
            answer("p3_01", "Mục đích", text(PURPOSE)),
            PrintedHeading(2, "2. Yêu cầu"),
            answer("p3_02", "Yêu cầu", blank()),
            PrintedHeading(1, "II. NỘI DUNG"),
            audiences(),
            messages(),
            PrintedHeading(1, "III. NHIỆM VỤ, HOẠT ĐỘNG"),
            activities(28),
            PrintedHeading(1, "IV. KINH PHÍ THỰC HIỆN"),
            budget(12),
            answer(
                "p9_02",
                "Tổng kinh phí",
                integer(412500000),
                unit="đồng",
                words="Bốn trăm mười hai triệu năm trăm nghìn đồng",
            ),
            PrintedHeading(1, "V. XỬ LÝ KHỦNG HOẢNG TRUYỀN THÔNG"),
            risks(),
            answer("p10_05", "Đường dây nóng", text("0206 000 000")),
        ),
    )


def short_plan() -> PrintedForm:
    return PrintedForm(
        "ke-hoach",
        "II",
        "Kế hoạch truyền thông chính sách năm 2022",
        (
            PrintedHeading(1, "I. MỤC ĐÍCH, YÊU CẦU"),
            answer("p3_01", "Mục đích", text(PURPOSE)),
            PrintedHeading(1, "II. NHIỆM VỤ, HOẠT ĐỘNG"),
            activities(2),
        ),
    )


def audiences() -> PrintedTable:
    return table(
        "b6",
        "Đối tượng truyền thông",
        [
            column("ma", "Mã", ValueKind.CODE),
            column("ten", "Tên đối tượng", width=4),
            column("quy_mo", "Quy mô", ValueKind.INTEGER, unit="người"),
            column("nhan_thuc", "Nhận thức hiện tại", ValueKind.CHOICE),
            column("thai_do", "Thái độ", ValueKind.CHOICE),
            column("kenh", "Kênh ưu tiên", ValueKind.CHOICE, width=3),
            column("ngon_ngu", "Ngôn ngữ", ValueKind.CHOICE, width=2),
        ],
        [
            [
                code("DT01"),
                text("Người dân trên địa bàn tỉnh"),
                integer(530341),
                choice("Trung bình"),
                choice("Trung lập"),
                choice("Hệ thống thông tin cơ sở; mạng xã hội"),
                choice("Tiếng Việt; tiếng dân tộc"),
            ],
            [
                code("DT02"),
                text("Doanh nghiệp, hợp tác xã"),
                integer(1850),
                choice("Cao"),
                choice("Ủng hộ"),
                choice("Cổng thông tin điện tử"),
                choice("Tiếng Việt"),
            ],
        ],
        landscape=True,
    )


def messages() -> PrintedTable:
    return table(
        "b7",
        "Thông điệp",
        [
            column("ma", "Mã", ValueKind.CODE),
            column("noi_dung", "Nội dung", width=5),
            column("doi_tuong", "Đối tượng", ValueKind.CHOICE),
            column("luan_cu", "Luận cứ, số liệu chứng minh", width=5),
            column("trang_thai", "Trạng thái", ValueKind.CHOICE),
        ],
        [
            [
                code("TD01"),
                text("Cao Bằng chung tay giảm nghèo bền vững, không để ai bị bỏ lại phía sau."),
                choice("DT01"),
                text("Tỷ lệ hộ nghèo giảm bình quân trên 4 %/năm."),
                choice("Đã duyệt"),
            ],
        ],
        landscape=True,
    )


def activities(count: int) -> PrintedTable:
    return table(
        "b8",
        "Bảng nhiệm vụ, hoạt động",
        [
            column("stt", "TT", ValueKind.INTEGER, width=1),
            column("hoat_dong", "Nội dung hoạt động", width=6),
            column("doi_tuong", "Đối tượng", ValueKind.CHOICE, width=2),
            column("kenh", "Hình thức, kênh", ValueKind.CHOICE, width=3),
            column("bat_dau", "Bắt đầu", ValueKind.DATE, width=2),
            column("ket_thuc", "Kết thúc", ValueKind.DATE, width=2),
            column("chu_tri", "Đơn vị chủ trì", width=3),
            column("phoi_hop", "Đơn vị phối hợp", width=4),
            column("san_pham", "Sản phẩm, kết quả dự kiến", width=3),
            column("kp_nsdp", "NSĐP", ValueKind.DECIMAL, width=2),
            column("kp_xhh", "Xã hội hóa", ValueKind.DECIMAL, width=2),
            column("kp_tong", "Cộng", ValueKind.DECIMAL, width=2),
        ],
        [_activity(number) for number in range(1, count + 1)],
        totals=[
            blank(),
            text("Tổng cộng"),
            *(blank() for _ in range(7)),
            decimal(f"{count * 10}.5"),
            decimal("0"),
            decimal(f"{count * 10}.5"),
        ],
        unit_line="Đơn vị tính: triệu đồng",
        landscape=True,
    )


def _activity(number: int) -> list[PrintedValue]:
    return [
        integer(number),
        text(ACTIVITIES[number % len(ACTIVITIES)]),
        choice("DT01; DT02"),
        choice("Báo, tạp chí điện tử; phát thanh; truyền hình"),
        day("2022-01-15"),
        day("2022-12-31"),
        text("Sở Thông tin và Truyền thông"),
        text("Văn phòng Ủy ban nhân dân tỉnh; các sở, ban, ngành; UBND các huyện"),
        text("48 chuyên mục"),
        decimal("10"),
        blank(ValueKind.DECIMAL) if number % 3 else decimal("0"),
        decimal("10"),
    ]


def budget(count: int) -> PrintedTable:
    lines = [
        (f"Chi biên tập, phát sóng chuyên mục số {number}", 12 + number, 1250000) for number in range(1, count + 1)
    ]
    total = sum(quantity * price for _, quantity, price in lines)
    return table(
        "b9",
        "Dự toán kinh phí",
        [
            column("noi_dung", "Nội dung chi", width=4),
            column("dvt", "Đơn vị tính", width=2),
            column("so_luong", "Số lượng", ValueKind.INTEGER, width=1),
            column("don_gia", "Đơn giá", ValueKind.INTEGER, width=2),
            column("thanh_tien", "Thành tiền", ValueKind.INTEGER, width=2),
        ],
        [
            [text(name), text("chuyên mục"), integer(quantity), integer(price), integer(quantity * price)]
            for name, quantity, price in lines
        ],
        totals=[text("Tổng cộng"), blank(), blank(), blank(), integer(total)],
        unit_line="Đơn vị tính: đồng",
        words="Hai trăm bảy mươi bảy triệu năm trăm nghìn đồng",
    )


def risks() -> PrintedTable:
    """The second row is taller than a page."""
    return table(
        "b10",
        "Rủi ro và xử lý khủng hoảng truyền thông",
        [
            column("rui_ro", "Mô tả tình huống", width=4),
            column("kha_nang", "Khả năng", ValueKind.INTEGER),
            column("muc_do", "Mức độ", ValueKind.INTEGER),
            column("diem", "Điểm", ValueKind.INTEGER),
            column("dau_hieu", "Dấu hiệu nhận biết", width=3),
            column("kich_ban", "Kịch bản phản ứng", width=6),
            column("gio", "Thời gian phản hồi", ValueKind.INTEGER, unit="giờ"),
        ],
        [
            [
                text("Thông tin sai lệch về đất đai"),
                integer(3),
                integer(4),
                integer(12),
                text("Tin lan nhanh trên mạng xã hội"),
                text(RESPONSE),
                integer(24),
            ],
            [
                text("Sự cố môi trường tại khu vực khai thác khoáng sản"),
                integer(2),
                integer(5),
                integer(10),
                text("Phản ánh qua đường dây nóng"),
                text(RESPONSE * 14),
                integer(4),
            ],
        ],
        landscape=True,
    )
