"""A filled-in quick survey of an invented province office, as it would be printed: sixty questions, ten tables."""

from __future__ import annotations

from printed_values import answer, blank, choice, column, day, decimal, file, integer, table, text

from cbc_desktop.documents.printed_form import PrintedBlock, PrintedForm, PrintedHeading, PrintedTable, ValueKind

SURVEY_TITLE = "Phiếu khảo sát nhanh công tác truyền thông chính sách"
MONEY = "Đơn vị tính: triệu đồng"
LONG_NAME = (
    "Trung tâm Văn hóa - Thông tin và Truyền thông, Trung tâm Phát triển quỹ đất, Ban Quản lý dự án đầu tư và xây dựng "
    "huyện Bảo Lâm, tỉnh Cao Bằng (thực hiện nhiệm vụ theo Quyết định số 1234/QĐ-UBND)"
)
SHORTCOMINGS = (
    "Công tác truyền thông chính sách ở một số sở, ngành, địa phương chưa được quan tâm đúng mức; việc cung cấp thông "
    "tin cho báo chí còn chậm, chưa chủ động, nhất là đối với những vấn đề phức tạp, nhạy cảm, được dư luận quan tâm. "
    "Đội ngũ làm công tác truyền thông chủ yếu là kiêm nhiệm, chưa được tập huấn bài bản về kỹ năng truyền thông chính "
    "sách và xử lý khủng hoảng truyền thông.\n"
    "Kinh phí bố trí cho hoạt động truyền thông chính sách còn hạn chế, phần lớn lồng ghép trong chi thường xuyên; "
    "định mức kinh tế - kỹ thuật, đơn giá dịch vụ sự nghiệp công lĩnh vực báo chí chưa được ban hành đầy đủ nên việc "
    "đặt hàng các cơ quan báo chí gặp khó khăn.\n"
    "Địa bàn rộng, chia cắt, tỷ lệ đồng bào dân tộc thiểu số cao (trên 94 %), hệ thống thông tin cơ sở xuống cấp; việc "
    "thông tin bằng tiếng Tày, Nùng, Mông, Dao chưa đáp ứng được yêu cầu."
)


def survey() -> PrintedForm:
    return PrintedForm("khao-sat", "I", SURVEY_TITLE, (*_general(), *_staff(), *_rules(), *_funding(), *_overall()))


def short_survey() -> PrintedForm:
    return PrintedForm("khao-sat", "I", SURVEY_TITLE, (*_general(), *_staff()[:9], funding_table(), empty_table()))


def empty_table() -> PrintedTable:
    return table(
        "q2_02",
        "Danh mục quy định, quy chế đã ban hành hoặc sửa đổi",
        [column("loai_vb", "Loại văn bản"), column("so", "Số, ký hiệu"), column("ngay", "Ngày", ValueKind.DATE)],
        [],
    )


def funding_table() -> PrintedTable:
    amounts = [
        ("2020 (thực hiện)", "0", "812.5", "0", "812.5"),
        ("2021 (thực hiện)", "0", "1024.6", "150", "1174.6"),
        ("2022 (dự toán)", "0", "1350", "200", "1550"),
    ]
    return table(
        "q3_02",
        "Kinh phí cho truyền thông chính sách theo nguồn",
        [
            column("nam", "Năm"),
            column("nsnn_tw", "Ngân sách trung ương", ValueKind.DECIMAL),
            column("nsnn_dp", "Ngân sách địa phương", ValueKind.DECIMAL),
            column("xa_hoi_hoa", "Nguồn xã hội hóa và nguồn hợp pháp khác", ValueKind.DECIMAL),
            column("tong", "Cộng", ValueKind.DECIMAL),
        ],
        [[text(year), *(decimal(amount) for amount in figures)] for year, *figures in amounts],
        totals=[text("Tổng cộng"), decimal("0"), decimal("3187.1"), decimal("350"), decimal("3537.1")],
        unit_line=MONEY,
        words="Ba tỷ năm trăm ba mươi bảy triệu một trăm nghìn đồng",
        note="Số liệu năm 2021 theo quyết toán đã được Sở Tài chính thẩm định.",
    )


def _general() -> list[PrintedBlock]:
    return [
        PrintedHeading(1, "I. THÔNG TIN CHUNG"),
        answer("q0_01", "1. Tên cơ quan báo cáo", choice("Ủy ban nhân dân tỉnh Cao Bằng")),
        answer("q0_02", "2. Số, ký hiệu văn bản báo cáo", blank()),
        answer("q0_03", "3. Ngày, tháng, năm ký văn bản", blank(ValueKind.DATE)),
        answer("q0_04", "4. Thời điểm chốt số liệu", day("2022-03-25")),
    ]


def _staff() -> list[PrintedBlock]:
    return [
        PrintedHeading(1, "II. ĐỘI NGŨ, BỘ PHẬN, ĐẦU MỐI"),
        answer(
            "q1_01",
            "5. Cơ quan đã có bộ phận được giao nhiệm vụ truyền thông chính sách chưa?",
            choice("Đã có bộ phận kiêm nhiệm"),
        ),
        answer("q1_02", "6. Hình thức tổ chức của bộ phận này", choice("Phòng, bộ phận thuộc Văn phòng")),
        answer("q1_03", "7. Tên đơn vị đầu mối về truyền thông chính sách", text(LONG_NAME)),
        answer(
            "q1_04",
            "8. Văn bản thành lập hoặc giao nhiệm vụ (số, ký hiệu, ngày, cơ quan ban hành)",
            text("Quyết định số 1234/QĐ-UBND ngày 15/6/2020 của Chủ tịch Ủy ban nhân dân tỉnh"),
        ),
        answer(
            "q1_05",
            "9. Lãnh đạo cơ quan phụ trách công tác truyền thông chính sách (họ và tên, chức vụ)",
            text("Nông Thị Ví Dụ, Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ),
        answer("q1_06", "10. Tổng số người làm công tác truyền thông", integer(1246), unit="người"),
        answer("q1_07", "11. Trong đó: số người chuyên trách", integer(0), unit="người"),
        answer(
            "q1_08",
            "12. Trong đó: số người kiêm nhiệm",
            integer(1246),
            unit="người",
            note="Bao gồm cả công chức văn hóa - xã hội của 161 xã, phường, thị trấn.",
        ),
        answer(
            "q1_09",
            "13. Số người đã được tập huấn về truyền thông chính sách trong hai năm 2020-2021",
            integer(312),
            unit="người",
            reason="Năm 2021 phải dừng 04 lớp do dịch COVID-19; số người được tập huấn thấp hơn <kế hoạch> & năm 2019.",
        ),
        _units_table(),
        answer("q1_11", "14. Cơ quan đã cử người phát ngôn theo Nghị định số 09/2017/NĐ-CP chưa?", choice("Có")),
        _spokespersons(),
        answer(
            "q1_13", "15. Tình hình rà soát, kiện toàn đội ngũ theo Công văn số 837/BTTTT-CBC", choice("Đang thực hiện")
        ),
        answer("q1_14", "16. Thời hạn dự kiến hoàn thành việc kiện toàn", day("2022-06-30")),
        answer(
            "q1_16",
            "17. Nội dung đề nghị Bộ Thông tin và Truyền thông hướng dẫn, hỗ trợ",
            choice("Tập huấn kỹ năng; Xử lý khủng hoảng truyền thông; Công cụ công nghệ thông tin; Mẫu kế hoạch"),
        ),
    ]


def _units_table() -> PrintedTable:
    units = [(f"Ủy ban nhân dân huyện Ví dụ {number}", number % 4, 20 + number, 11 + number) for number in range(1, 11)]
    return table(
        "q1_10",
        "Nhân sự truyền thông theo từng đơn vị trực thuộc",
        [
            column("don_vi", "Tên đơn vị", width=4),
            column("chuyen_trach", "Chuyên trách", ValueKind.INTEGER, unit="người"),
            column("kiem_nhiem", "Kiêm nhiệm", ValueKind.INTEGER, unit="người"),
            column("dai_hoc", "Trình độ đại học trở lên", ValueKind.INTEGER, unit="người"),
        ],
        [
            *([text(name), *(integer(count) for count in counts)] for name, *counts in units),
            [text(LONG_NAME), integer(0), integer(9), blank(ValueKind.INTEGER)],
        ],
        totals=[text("Cộng"), integer(14), integer(264), integer(165)],
    )


def _spokespersons() -> PrintedTable:
    people = [
        ("Lục Văn Mẫu", "Chánh Văn phòng", "Người phát ngôn", "02060000001", "mau.lv@caobang.example", "2021-02-01"),
        (
            "Hoàng Thị Thử",
            "Phó Chánh Văn phòng",
            "Được ủy quyền",
            "02060000002",
            "thu.ht@caobang.example",
            "2021-02-01",
        ),
    ]
    return table(
        "q1_12",
        "Danh sách người phát ngôn, người được ủy quyền phát ngôn",
        [
            column("ho_ten", "Họ và tên"),
            column("chuc_vu", "Chức vụ"),
            column("loai", "Loại", ValueKind.CHOICE),
            column("dien_thoai", "Điện thoại", ValueKind.CODE),
            column("email", "Thư điện tử"),
            column("ngay", "Ngày công bố", ValueKind.DATE),
        ],
        [[*(text(fact) for fact in facts), day(published)] for *facts, published in people],
    )


def _rules() -> list[PrintedBlock]:
    counts = [
        (
            "q2_04",
            "19. Số dự thảo chính sách, văn bản quy phạm pháp luật do cơ quan chủ trì soạn thảo trong năm 2021",
            48,
        ),
        ("q2_05", "20. Trong đó: số dự thảo có đơn vị truyền thông tham gia góp ý, phản biện", 12),
        ("q2_06", "21. Trong đó: số dự thảo có kế hoạch truyền thông từ khi chuẩn bị ban hành", 0),
        ("q2_13", "22. Số cuộc họp báo, buổi cung cấp thông tin cho báo chí trong năm 2021", 9),
        ("q2_15", "23. Số vụ việc khủng hoảng truyền thông, thông tin sai lệch phải xử lý trong năm 2021", 3),
    ]
    return [
        PrintedHeading(1, "III. QUY ĐỊNH, THAM GIA PHẢN BIỆN, KẾ HOẠCH TRUYỀN THÔNG"),
        PrintedHeading(2, "1. Quy định, quy chế làm việc"),
        answer("q2_01", "18. Đã sửa đổi, bổ sung quy định, quy chế làm việc chưa?", choice("Chưa thực hiện")),
        empty_table(),
        *(answer(name, label, integer(number), unit="lần") for name, label, number in counts),
        PrintedHeading(2, "2. Kế hoạch truyền thông"),
        answer("q2_07", "24. Đã ban hành kế hoạch truyền thông chính sách năm 2022 chưa?", choice("Đã ban hành")),
        answer("q2_08", "25. Số, ký hiệu kế hoạch truyền thông", text("56/KH-UBND")),
        answer("q2_09", "26. Ngày ban hành kế hoạch", day("2022-01-09")),
        _policies(),
        answer(
            "q2_14", "27. Đã có quy trình xử lý khủng hoảng truyền thông bằng văn bản chưa?", blank(ValueKind.CHOICE)
        ),
        answer("q2_16", "28. Thời gian trung bình đến phản hồi chính thức đầu tiên", integer(24), unit="giờ"),
    ]


def _policies() -> PrintedTable:
    policies = [
        ("Đề án phát triển du lịch tỉnh Cao Bằng giai đoạn 2022 - 2025, định hướng đến năm 2030", "Tổ chức thực thi"),
        (
            "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số",
            "Tổ chức thực thi",
        ),
        ("Quy định mức thu học phí từ năm học 2022 - 2023", "Lấy ý kiến"),
    ]
    return table(
        "q2_11",
        "Danh mục chính sách trọng tâm cần truyền thông trong năm 2022",
        [
            column("ten", "Tên chính sách", width=5),
            column("chu_tri", "Cơ quan chủ trì", width=3),
            column("giai_doan", "Giai đoạn", ValueKind.CHOICE, width=2),
            column("doi_tuong", "Đối tượng tác động", width=3),
            column("tu_ngay", "Từ ngày", ValueKind.DATE),
            column("den_ngay", "Đến ngày", ValueKind.DATE),
            column("nhay_cam", "Mức độ nhạy cảm", ValueKind.CHOICE),
            column("de_an_407", "Thuộc Đề án 407", ValueKind.CHOICE),
        ],
        [
            [
                text(name),
                text("Ủy ban nhân dân tỉnh"),
                choice(stage),
                text("Người dân, doanh nghiệp trên địa bàn tỉnh"),
                day("2022-01-01"),
                day("2022-12-31"),
                choice("Trung bình"),
                choice("Có"),
            ]
            for name, stage in policies
        ],
        landscape=True,
    )


def _funding() -> list[PrintedBlock]:
    purposes = [
        ("Đặt hàng, giao nhiệm vụ báo chí", "512.6", "700"),
        ("Tự sản xuất sản phẩm truyền thông", "301", "350"),
        ("Đào tạo, tập huấn", "0", "120"),
        ("Thuê, đầu tư dịch vụ công nghệ thông tin", "211", "230"),
        ("Thăm dò dư luận, đánh giá tác động", "0", "0"),
        ("Xử lý khủng hoảng truyền thông", "50", "50"),
        ("Chi khác", "100", "100"),
    ]
    return [
        PrintedHeading(1, "IV. KINH PHÍ, ĐẶT HÀNG BÁO CHÍ, TẬP HUẤN, DỊCH VỤ CÔNG NGHỆ THÔNG TIN"),
        answer("q3_01", "29. Việc bố trí kinh phí", choice("Lồng ghép trong chi thường xuyên")),
        funding_table(),
        table(
            "q3_03",
            "Cơ cấu chi theo nội dung",
            [
                column("noi_dung", "Nội dung chi", width=4),
                column("y1", "Thực hiện năm 2021", ValueKind.DECIMAL, width=2),
                column("y0", "Dự toán năm 2022", ValueKind.DECIMAL, width=2),
            ],
            [[text(purpose), decimal(spent), decimal(planned)] for purpose, spent, planned in purposes],
            totals=[text("Cộng"), decimal("1174.6"), decimal("1550")],
            unit_line=MONEY,
        ),
        answer(
            "q3_04b",
            "30. Tổng kinh phí xã hội hóa đã huy động trong năm 2021",
            decimal("150"),
            unit="triệu đồng",
            words="Một trăm năm mươi triệu đồng",
        ),
        *(
            answer(
                f"q3_{number:02}", f"{number + 20}. Câu hỏi về tổ chức thực hiện số {number}", choice("Chưa thực hiện")
            )
            for number in range(11, 30)
        ),
    ]


def _overall() -> list[PrintedBlock]:
    return [
        PrintedHeading(1, "V. ĐÁNH GIÁ CHUNG, BÁO CÁO, LIÊN HỆ"),
        answer("q4_01", "50. Tự đánh giá chung về công tác truyền thông chính sách", choice("Khá")),
        answer("q4_02", "51. Kết quả nổi bật", blank()),
        answer("q4_03", "52. Tồn tại, hạn chế chủ yếu", text(SHORTCOMINGS)),
        answer(
            "q4_04", "53. Nguyên nhân của tồn tại, hạn chế", choice("Nhân lực; Kinh phí; Công cụ, hạ tầng công nghệ")
        ),
        table(
            "q4_06",
            "Tài liệu gửi kèm",
            [
                column("ten", "Tên tài liệu"),
                column("so", "Số, ký hiệu", ValueKind.CODE),
                column("tep", "Tệp", ValueKind.FILE),
            ],
            [[text("Kế hoạch truyền thông chính sách năm 2022"), text("56/KH-UBND"), file("ke-hoach-56.pdf")]],
        ),
        answer("q4_10", "54. Cam kết số liệu đúng với hồ sơ lưu tại cơ quan", choice("Có")),
    ]
