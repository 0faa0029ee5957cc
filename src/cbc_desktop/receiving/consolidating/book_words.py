"""What the consolidated workbook says around the answers."""

from __future__ import annotations

from collections.abc import Mapping

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.revision import RemarkKind
from cbc_desktop.signing.verdict import Verdict

TITLE = Message("Tổng hợp trả lời: {campaign}", "Consolidated answers: {campaign}")
REST = Message("xem toàn bộ trong tệp consolidated.sqlite", "see all of it in consolidated.sqlite")

REFERENCE = Message("Để tra cứu, không cần in", "For reference, not for paper")

LETTER = Message("Trả lời văn bản số", "Answers letter number")
ASKED = Message("Số cơ quan được hỏi", "Agencies asked")
SENT = Message("Số cơ quan đã gửi", "Agencies that have sent")
LATE = Message("trong đó gửi quá hạn", "of which late")
UNDECIDED = Message("Số cơ quan có nhiều bản mâu thuẫn, chờ quyết định", "Agencies whose versions are to be decided on")
PENDING = Message("Số cơ quan đã gửi nhưng chưa dùng được", "Agencies that have sent nothing usable")
MISSING = Message("Số cơ quan chưa gửi", "Agencies missing")
UNTIL = Message("Tính đến báo cáo nhận lúc (giờ Việt Nam)", "Up to what came at (Vietnam time)")
DIGEST = Message("Mã tệp số liệu consolidated.sqlite (SHA-256)", "Digest of consolidated.sqlite (SHA-256)")

INDICATORS = Message("Chỉ số", "Indicators")
ABOUT_INDICATORS = Message(
    "Bấm vào giá trị để xem các cơ quan đứng sau. Tổng không tính chỗ bỏ trống; cột “Bỏ trống” cho biết bao nhiêu.",
    "What the answers come to; click a value for the agencies behind it. Sums leave blanks out; “Blank” says how many.",
)
COMPARED = Message("So sánh", "Comparison")
ABOUT_COMPARED = Message("Từng chỉ số theo loại cơ quan và theo vùng", "Each indicator by kind of agency and by region")
BEHIND = Message("Cơ quan đứng sau", "Agencies behind")
ABOUT_BEHIND = Message(
    "Mỗi chỉ số gồm những cơ quan nào, mỗi cơ quan góp bao nhiêu", "Who makes up each figure, by how much"
)
QUESTIONS = Message("Theo câu hỏi", "By question")
ABOUT_QUESTIONS = Message(
    "Từng câu hỏi: số cơ quan chọn mỗi phương án; tổng, trung bình, nhỏ nhất, lớn nhất của số liệu",
    "Each question: agencies for each choice; sum, mean, least and most of figures",
)
ANSWERS = Message("Cơ quan {form}", "Agencies {form}")
ABOUT_ANSWERS = Message("Mỗi cơ quan một dòng, mỗi câu hỏi một cột: {form}", "A row for each agency: {form}")
ABOUT_TABLE = Message("Mọi dòng của bảng này, của tất cả cơ quan", "Every row of this table, of all agencies")
TEXTS = Message("Ý kiến", "Comments")
ABOUT_TEXTS = Message("Trả lời bằng lời, xếp theo câu hỏi", "Answers in words, by question")
REMARKS = Message("Ghi chú, giải trình", "Notes, explanations")
ABOUT_REMARKS = Message(
    "Cơ quan ghi gì bên cạnh câu trả lời: ghi chú, và giải trình cho những điểm phần mềm nhắc",
    "What agencies wrote beside their answers: notes, and explanations of what the program had warned of",
)
REMARK_KIND = Message("Loại", "Kind")
REMARK_KINDS = {
    RemarkKind.NOTE: Message("Ghi chú", "Note"),
    RemarkKind.EXPLANATION: Message("Giải trình", "Explanation"),
}
CHECKS = Message("Kiểm tra chéo", "Cross-checks")
ABOUT_CHECKS = Message("Trả lời không khớp nhau, cần hỏi lại cơ quan", "Answers that do not fit together")
SOURCES = Message("Nguồn", "Sources")
ABOUT_SOURCES = Message(
    "Từng tệp đã dùng với mã của nó: cùng những tệp này thì lập lại được đúng bản tổng hợp này",
    "Every file that was used with its digest: the same files give this consolidation again",
)
DUE = Message("Chưa gửi, gửi muộn", "Missing and late")
ABOUT_DUE = Message("Cơ quan chưa gửi và cơ quan gửi sau thời hạn", "Agencies that have not sent, or sent late")
CHANGES = Message("Thay đổi", "Changes")
ABOUT_CHANGES = Message("So với bản tổng hợp trước", "Since the consolidation before")
LEFT_OUT = Message("Không đọc được", "Not readable")
ABOUT_LEFT_OUT = Message("Trả lời không đưa được vào bảng, và vì sao", "Answers that could not be laid down, and why")
UNFIT = Message("Sai kiểu", "Wrong type")
ABOUT_UNFIT = Message(
    "Trả lời không đúng kiểu của câu hỏi: không tính vào chỉ số nào",
    "Answers not of their question's type: not counted",
)

UNPLACED = Message("Không có chỗ", "Without a place")
ABOUT_UNPLACED = Message(
    "Câu hỏi của phiên bản khác của biểu mẫu mà phiên bản đang dùng không có",
    "Questions of another version of a form that the installed one does not have",
)

PART = Message("Phần", "Part")
INDICATOR = Message("Chỉ số", "Indicator")
ITEM = Message("Mục", "Item")
UNIT = Message("Đơn vị", "Unit")
VALUE = Message("Giá trị", "Value")
BASE = Message("Mẫu số", "Base")
RATIO = Message("Tỷ lệ", "Ratio")
AGENCIES = Message("Số cơ quan", "Agencies")
OF_ASKED = Message("% số được hỏi", "% of asked")
OF_RESPONDENTS = Message("% số đã gửi", "% of respondents")
OF_ANSWERED = Message("% số có trả lời", "% of answers")
BLANK = Message("Bỏ trống", "Blank")
TARGET = Message("Chỉ tiêu", "Target")
NOTE = Message("Ghi chú", "Note")
GROUPED_BY = Message("Xếp theo", "Grouped by")
GROUP = Message("Nhóm", "Group")
OF_GROUP_ASKED = Message("Được hỏi", "Asked")
OF_GROUP_SENT = Message("Đã gửi", "Sent")
AGENCY = Message("Cơ quan", "Agency")
KIND = Message("Loại cơ quan", "Kind")
REGION = Message("Vùng", "Region")
TABLE = Message("Biểu, bảng", "Form, table")
QUESTION = Message("Câu hỏi", "Question")
COUNTED_AS = Message("Phương án, số đo", "Choice, measure")
ANSWERED = Message("Có trả lời", "Answered")
SUM = Message("Tổng", "Sum")
MEAN = Message("Trung bình", "Mean")
LEAST = Message("Nhỏ nhất", "Least")
MOST = Message("Lớn nhất", "Most")
ROW_NUMBER = Message("Dòng", "Row")
TEXT = Message("Nội dung", "Text")
RULE = Message("Kiểm tra", "Check")
SEVERITY = Message("Mức", "Severity")
FILE = Message("Tệp", "File")
FILE_DIGEST = Message("Mã tệp (SHA-256)", "Digest of the file (SHA-256)")
SOURCE_KIND = Message("Nguồn", "Source")
ROUTE = Message("Đường đến", "Route")
REVISION = Message("Lần", "Revision")
CONTENT_DIGEST = Message("Mã nội dung", "Content digest")
VERDICT = Message("Kết luận kiểm tra", "Verdict")
TRIAL = Message("Thử nghiệm", "Trial")
SENT_ON = Message("Ngày gửi", "Sent on")
TAKEN = Message("Nhận lúc", "Taken at")
STATUS = Message("Tình trạng", "Status")
CHANGE = Message("Thay đổi", "Change")
BEFORE = Message("Trước", "Before")
NOW = Message("Nay", "Now")
REASON = Message("Lý do", "Reason")
YES = Message("có", "yes")

STATUSES = {
    "late": Message("Gửi quá hạn", "Late"),
    "undecided": Message("Bản mâu thuẫn, chờ quyết định", "Versions to be decided on"),
    "pending": Message("Đã gửi, chưa dùng được", "Sent, not usable"),
    "missing": Message("Chưa gửi", "Missing"),
}
VERDICTS: Mapping[str, Message] = {
    Verdict.PASSED.value: Message("Đạt", "Passed"),
    Verdict.INDETERMINATE.value: Message("Chưa kết luận được", "Indeterminate"),
    Verdict.FAILED.value: Message("Không đạt, nhận theo quyết định", "Failed, accepted by decision"),
}
"""Of what counts: what failed does so only since a person decided it."""
ARRIVED = Message("Mới gửi", "New")
IN_PERCENT = Message("{item} (%)", "{item} (%)")
AMENDED = Message("Tính bản khác", "Another version counts")
GONE = Message("Không còn tính", "No longer counted")
FIGURE = Message("Chỉ số", "Figure")
