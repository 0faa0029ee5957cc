"""A small survey round that nobody has ever held: two forms, three agencies, a sample; made in a folder of the test.

It has one of everything that the stories need, so that a person can follow them without the forms of a real round.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

CAMPAIGN = "thu-vien-2030"
SURVEY = "phieu-thu-vien"
PLAN = "ke-hoach-thu-vien"
AGENCY = "TVM"
OTHER_AGENCY = "TVT"

BOOKS = "/data/s1/so_sach"
READING_ROOM = "/data/s1/phong_doc"
SEATS = "/data/s1/so_cho"
ADDRESS = "/data/s1/dia_chi"
BUDGET = "/data/s1/kinh_phi"
ROOMS = "/data/s1/g_phong/phong"
FILES = "/data/s1/g_tep/tep"
SIGNATORY = "/data/s4/ho_ten"
PLAN_NAME = "/data/ten_kh"
COMPUTERS = "/data/tong_may"
TASKS = "/data/g_viec/viec"

Row = dict[str, str]


def question(kind: str, name: str, vi: str, en: str, **columns: str) -> Row:
    """A row of the survey sheet; ``columns`` that XLSForm does not know are those of forms/README.md."""
    headers = {key: _STANDARD.get(key) or f"bind::cbc:{key.replace('_', '-')}" for key in columns}
    more = {headers[key]: text for key, text in columns.items()}
    return {"type": kind, "name": name, "label::Tiếng Việt (vi)": vi, "label::English (en)": en, **more}


_STANDARD = {
    **{name: name for name in ("required", "relevant", "constraint", "readonly")},
    "message_vi": "constraint_message::Tiếng Việt (vi)",
    "message_en": "constraint_message::English (en)",
}
ROW_NAME = {"type": "calculate", "name": "rid", "calculation": "once(uuid())"}
END_GROUP = {"type": "end group"}
END_REPEAT = {"type": "end repeat"}

SURVEY_ROWS = [
    {"type": "hidden", "name": "y0", "default": "2030", "bind::cbc:fact": "report-year"},
    question("begin group", "s0", "Thông tin chung", "General"),
    question("text", "ten_co_quan", "Tên cơ quan", "Agency", readonly="yes", fact="agency-name"),
    question("text", "so_van_ban", "Số, ký hiệu", "Number", readonly="yes", fact="number"),
    END_GROUP,
    question("begin group", "s1", "Hiện trạng thư viện", "The library"),
    question(
        *("integer", "so_sach", "Số đầu sách", "Titles"),
        required="yes",
        constraint=". >= 0 and . <= 100000",
        message_vi="Số đầu sách từ 0 đến 100.000.",
        message_en="0 to 100,000 titles.",
        warning=". >= 100",
        warning_vi="Số đầu sách rất ít. Hãy kiểm tra lại hoặc giải trình.",
        warning_en="Very few titles. Check or explain.",
        unit_vi="cuốn",
        unit_en="titles",
    ),
    question("select_one co_khong", "phong_doc", "Có phòng đọc không?", "Is there a reading room?", required="yes"),
    question("integer", "so_cho", "Số chỗ ngồi", "Seats", required="yes", relevant="${phong_doc} = 'CO'"),
    question("text", "dia_chi", "Địa chỉ thư viện", "Address"),
    question("decimal", "kinh_phi", "Kinh phí năm", "Budget of the year", unit_vi="triệu đồng", unit_en="million VND"),
    question("begin group", "g_phong", "Các phòng máy", "Computer rooms"),
    question("begin repeat", "phong", "Phòng", "Room", layout="table"),
    ROW_NAME,
    question("text", "ten", "Tên phòng", "Name of the room", required="yes"),
    question("integer", "so_may", "Số máy", "Computers", total="yes"),
    END_REPEAT,
    END_GROUP,
    question("begin group", "g_tep", "Tài liệu kèm theo", "Documents"),
    question("begin repeat", "tep", "Tài liệu", "Document", layout="table"),
    ROW_NAME,
    question("file", "noi_dung", "Tệp", "File"),
    END_REPEAT,
    END_GROUP,
    END_GROUP,
    question("begin group", "s4", "Người ký", "Signatory"),
    question("text", "quyen_han", "Quyền hạn", "Authority"),
    question("text", "chuc_vu", "Chức vụ", "Position", required="yes"),
    question("text", "ho_ten", "Họ và tên", "Name", required="yes"),
    question("text", "don_vi", "Đơn vị soạn thảo", "Drafting unit"),
    END_GROUP,
]
PLAN_ROWS = [
    question("text", "ten_kh", "Tên kế hoạch", "Name of the plan", required="yes"),
    question(
        *("integer", "tong_may", "Tổng số máy", "All computers"),
        offer=f"sum(instance('{SURVEY}')/data/s1/g_phong/phong/so_may)",
    ),
    question("begin group", "g_viec", "Các việc cần làm", "Tasks"),
    question("begin repeat", "viec", "Việc", "Task", layout="table", offer=f"instance('{SURVEY}'){ROOMS}"),
    ROW_NAME,
    question("text", "noi_dung", "Nội dung", "Task", required="yes", offer="concat('Nâng cấp ', ten)"),
    END_REPEAT,
    END_GROUP,
    question("begin group", "g_giao", "Phân công", "Who does what"),
    question("begin repeat", "giao", "Phân công", "Assignment", layout="table"),
    ROW_NAME,
    question("select_one rows", "viec_nao", "Việc", "Task", rows="${viec} rid noi_dung"),
    question("text", "nguoi", "Người phụ trách", "Who"),
    END_REPEAT,
    END_GROUP,
]
SURVEY_SAMPLE: dict[str, Any] = {
    "answers": {
        BOOKS: "52",
        READING_ROOM: "CO",
        SEATS: "1200",
        ADDRESS: "Số 5 đường Thử Nghiệm, phường Mẫu",
        BUDGET: "1250.5",
        "/data/s4/quyen_han": "KT. GIÁM ĐỐC",
        "/data/s4/chuc_vu": "Phó Giám đốc",
        SIGNATORY: "Trần Thị Thử",
        "/data/s4/don_vi": "Phòng Nghiệp vụ",
    },
    "tables": {ROOMS: [{"ten": "Phòng thiếu nhi", "so_may": "12"}, {"ten": "Phòng ngoại văn", "so_may": "30"}]},
    "notes": {SEATS: "Tính cả phòng đọc ngoài trời."},
    "explanations": {BOOKS: "Kho sách đang được kiểm kê lại sau trận lũ."},
}
PLAN_SAMPLE: dict[str, Any] = {
    "answers": {PLAN_NAME: "Kế hoạch nâng cấp thư viện năm 2030", COMPUTERS: "42"},
    "tables": {
        TASKS: [{"#": "may", "noi_dung": "Thay máy tính cũ"}, {"noi_dung": "Sửa mái nhà kho"}],
        "/data/g_giao/giao": [{"viec_nao": "#may", "nguoi": "Lê Văn Giả"}],
    },
}
REGISTER = """key,code,name_vi,name_en,kind,valid_from,valid_to,symbol,successor
TVM@,TVM,Thư viện tỉnh Mẫu,Library of Mẫu,municipality,,,TVM,
TVT@,TVT,Thư viện thành phố Thử,Library of Thử,municipality,,,TVT,
TVC@,TVC,Thư viện huyện Cũ,Library of Cũ,municipality,,2029-12-31,TVC,TVM
VTV@,VTV,Vụ Thư viện,Department of Libraries,receiver,,,VTV,
"""
INDICATORS_TOML = f"""
[[checks]]
id = "phong-dong-may"
severity = "warning"
name = {{ vi = "Phòng đông máy", en = "A crowded room" }}
words = {{ vi = "{{ten}} có {{so_may}} máy, nhiều hơn 20.", en = "{{ten}} has {{so_may}} computers, more than 20." }}
question = {{ form = "{SURVEY}", path = "{ROOMS}[{{dong}}]/so_may" }}
sql = "SELECT agency, ten, so_may, row_number AS dong FROM phieu_thu_vien_phong WHERE so_may > 20"
"""
CAMPAIGN_TOML = f"""
id = "{CAMPAIGN}"
version = "2030.1"
register_date = 2030-01-15
deadline = 2030-02-28
report_year = 2030
forms = ["{SURVEY}", "{PLAN}"]

[title]
vi = "Kiểm kê thư viện năm 2030"
en = "Inventory of libraries 2030"

[letter]
number = "12/BM-VTV"
date = 2030-01-15
subject = "kiểm kê thư viện"
ministry = "Bộ Mẫu"

[receiver]
name = "Vụ Thư viện, Bộ Mẫu"
address = "Số 1 đường Mẫu"
email = "thu-vien@bo-mau.example"
contact = "Phạm Văn Mẫu"
phone = "0000000000"

[cover]
subject = "báo cáo kiểm kê thư viện theo Công văn số {{letter}}"
addressees = ["Bộ Mẫu (qua Vụ Thư viện)"]
paragraphs = ["Theo Công văn số {{letter}} {{letter_date}} của {{ministry}}, {{agency}} gửi {{appendices}} kèm theo./."]
recipients = ["Như trên;", "Lưu: VT, {{drafting_unit}}."]
replacing = "Văn bản này thay thế {{replaced}} của {{agency}}."

[cover.signatory]
form = "{SURVEY}"
name = "/data/s4/ho_ten"
authority = "/data/s4/quyen_han"
position = "/data/s4/chuc_vu"

[cover.drafting_unit]
form = "{SURVEY}"
path = "/data/s4/don_vi"

[mail]
subject = "{{agency}} gửi báo cáo theo Công văn số {{letter}}"
body = "Kính gửi Vụ Thư viện: {{files}}"
subject_replacing = "{{agency}} gửi báo cáo theo Công văn số {{letter}} (thay thế {{replaced}})"
"""
SAMPLE_TOML = f"""
agency = "{AGENCY}"
now = 2030-02-10T08:30:00+07:00
number = "12"

[facts]
symbol = "TVM-NV"
place = "Mẫu"
"""


def make_campaign(folder: Path) -> Path:
    """The folder of the campaign, below ``folder``, which is a folder of campaigns."""
    made = folder / CAMPAIGN
    (made / "sample").mkdir(parents=True)
    (made / "campaign.toml").write_text(CAMPAIGN_TOML, encoding="utf-8")
    (made / "indicators.toml").write_text(INDICATORS_TOML, encoding="utf-8")
    (made / "agencies.csv").write_text(REGISTER, encoding="utf-8")
    (made / "sample" / "sample.toml").write_text(SAMPLE_TOML, encoding="utf-8")
    for form_id, title, rows, sample in (
        (SURVEY, "Phiếu kiểm kê thư viện", SURVEY_ROWS, SURVEY_SAMPLE),
        (PLAN, "Kế hoạch thư viện", PLAN_ROWS, PLAN_SAMPLE),
    ):
        write_form(made / f"{form_id}.xlsx", form_id, title, rows)
        (made / "sample" / f"{form_id}.json").write_text(json.dumps(sample, ensure_ascii=False), encoding="utf-8")
    return made


def write_form(path: Path, form_id: str, title: str, rows: list[Row]) -> None:
    workbook = Workbook()
    workbook.remove(workbook.active)
    choices = [("co_khong", "CO", "Có", "Yes"), ("co_khong", "KHONG", "Không", "No"), ("rows", "x", "x", "x")]
    columns = ("list_name", "name", "label::Tiếng Việt (vi)", "label::English (en)")
    settings = {
        "form_title": title,
        "form_id": form_id,
        "version": "2030.1",
        "default_language": "Tiếng Việt (vi)",
        "namespaces": 'cbc="urn:cbc-desktop:xlsform"',
    }
    for name, table in (
        ("survey", rows),
        ("choices", [dict(zip(columns, choice, strict=True)) for choice in choices]),
        ("settings", [settings]),
    ):
        headers = list(dict.fromkeys(header for row in table for header in row))
        sheet = workbook.create_sheet(name)
        for line in (headers, *([row.get(header, "") for header in headers] for row in table)):
            sheet.append(line)
    workbook.save(path)
