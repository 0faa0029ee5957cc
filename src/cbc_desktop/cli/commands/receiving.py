"""What the receiver does with a package, and what becomes of it at the sender."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, JSON, Command, CommandGroup, Word, file_of_kind, given_path
from cbc_desktop.cli.signing_words import PERHAPS_SIGNER_WORDS

ARRIVAL = Word("arrival", Message("mã của gói đã nhận (vài ký tự đầu)", "digest of what arrived, or its beginning"))
WHY = Word("--why", Message("lý do", "the reason"), {"required": True})
CAMPAIGN = Word(
    "campaign", Message("đợt khảo sát; bỏ trống nếu chỉ có một", "the campaign; not needed if one"), {"nargs": "?"}
)
WHOSE = Word("agency", Message("mã hoặc tên cơ quan", "code or name of the agency"))
OF_PRACTICE = Word(
    "--trial",
    Message("tệp không đọc được là của hồ sơ thử nghiệm", "what cannot be read is for practice"),
    {"action": "store_true"},
)
OF_CAMPAIGN = Word(
    "--campaign",
    Message(
        "đợt khảo sát, nếu tệp không đọc được và máy có nhiều đợt",
        "the campaign, where the file cannot be read and several are here",
    ),
    {"default": ""},
)
TRIAL = Word("--trial", Message("các hồ sơ thử nghiệm", "the dossiers for practice"), {"action": "store_true"})
JOBS = Word(
    "--jobs",
    Message("số tiến trình kiểm tra cùng lúc (mặc định: số nhân CPU)", "processes (default: all cores)"),
    {"type": int, "metavar": "N"},
)

CAME_ON = Word(
    "--date",
    Message("ngày đến, ví dụ 25/3/2022; không ghi: hôm nay", "the day on which it came; without: today"),
    {"metavar": "DAY"},
)

REMARKS = (
    Word(
        "--question",
        Message("câu bị trả lại và ý kiến; ghi được nhiều lần", "a question and what is wrong; repeatable"),
        {"nargs": 3, "action": "append", "metavar": ("FORM", "REF", "WORDS")},
    ),
    Word(
        "--whole",
        Message("ý kiến cho cả hồ sơ; ghi được nhiều lần", "a remark on the whole dossier; may be repeated"),
        {"action": "append", "metavar": "WORDS"},
    ),
)

_RECEPTION: tuple[Command | CommandGroup, ...] = (
    Command(
        "receive",
        Message(
            "(nơi nhận) nhận gói, PDF, bản quét, thư .eml; tệp hoặc thư mục. Mã kết thúc: 0 nhận được hết, 1 có tệp "
            "mới không đạt, 2 có tệp mới để riêng",
            "(receiver) take in packages, PDFs, scans, .eml; files or folders. Exit code: 0 all could be used, 1 "
            "something new failed, 2 something new was set aside",
        ),
        "reception.receive",
        (
            Word(
                "paths",
                Message("tệp hoặc thư mục", "files or folders"),
                {"type": given_path, "nargs": "+", "metavar": "PATH"},
            ),
            Word(
                "--route",
                Message("đã đến bằng đường nào", "by which way it came"),
                {"choices": ("folder", "stick", "mail", "paper"), "default": "folder"},
            ),
            CAME_ON,
            JOBS,
        ),
    ),
    Command(
        "judge-again",
        Message(
            "(nơi nhận) kiểm tra lại các gói đã nhận theo chứng thư đang tin cậy",
            "(receiver) judge arrivals again with the certificates that are trusted now",
        ),
        "judging_again.judge_again",
        (JOBS,),
    ),
    Command(
        "online",
        Message(
            "(nơi nhận) nhận kết quả xuất từ biểu mẫu trực tuyến (CSV, XLSX); xem trước nếu không có --take",
            "(receiver) take in the export of an online form (CSV, XLSX); only shown without --take",
        ),
        "online.online",
        (
            Word("file", Message("tệp CSV hoặc XLSX", "the CSV or XLSX file"), {"type": given_path}),
            Word("campaign", Message("đợt khảo sát", "the campaign")),
            Word(
                "--columns",
                Message("tệp cột (TOML): cột nào trả lời câu nào", "file of columns (TOML): which answers what"),
                {"type": given_path},
            ),
            Word("--take", Message("nhận thật", "really take it in"), {"action": "store_true"}),
            Word(
                "--trial",
                Message("nhận vào hồ sơ thử nghiệm", "take it in for practice"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "key-in",
        Message(
            "(nơi nhận) nhận hồ sơ tự nhập từ bản giấy, kèm bản quét",
            "(receiver) take in a dossier keyed in here from paper, with the scan",
        ),
        "reception.key_in",
        (
            DOSSIER,
            Word(
                "--scan",
                Message("bản quét của bản giấy", "the scans of the paper"),
                {"type": given_path, "nargs": "+", "metavar": "SCAN", "required": True},
            ),
            CAME_ON,
        ),
    ),
    Command(
        "received",
        Message("(nơi nhận) xem cơ quan nào đã gửi gì, ai chưa gửi", "(receiver) who has sent what, who is missing"),
        "reception.received",
        (
            CAMPAIGN,
            TRIAL,
            Word(
                "--missing",
                Message("ghi tên từng cơ quan chưa gửi", "name each that is missing"),
                {"action": "store_true"},
            ),
            Word(
                "--no-checks",
                Message(
                    "bỏ qua kiểm tra chéo (nhanh hơn khi rất nhiều cơ quan)", "without cross-checks, which is faster"
                ),
                {"action": "store_true"},
            ),
            JSON,
        ),
    ),
    Command(
        "arrival",
        Message("(nơi nhận) mọi điều đã kiểm tra của một gói đã nhận", "(receiver) all that was found in one arrival"),
        "reception.arrival",
        (ARRIVAL, JSON),
    ),
    Command(
        "remind",
        Message("(nơi nhận) ghi văn bản đôn đốc các cơ quan chưa gửi", "(receiver) write reminders to who is missing"),
        "reminding.remind",
        (
            CAMPAIGN,
            TRIAL,
            Word(
                "--address",
                Message(
                    'mã hoặc tên cơ quan và địa chỉ thư cần ghi, "" để xóa; ghi được nhiều lần',
                    'code or name of an agency and the e-mail address to keep, "" for none; repeatable',
                ),
                {"nargs": 2, "action": "append", "default": [], "metavar": ("AGENCY", "ADDRESS")},
            ),
            Word("--out", Message("thư mục để ghi", "folder to write to"), {"type": given_path, "required": True}),
        ),
    ),
    Command(
        "consolidate",
        Message(
            "(nơi nhận) tổng hợp trả lời được tính: báo cáo PDF, sổ Excel, tệp số liệu",
            "(receiver) add up what counts: report (PDF), workbook, data",
        ),
        "consolidating.consolidate",
        (
            CAMPAIGN,
            TRIAL,
            Word("--out", Message("thư mục để ghi", "folder to write to"), {"type": given_path, "required": True}),
            JSON,
        ),
    ),
    Command(
        "receipt",
        Message(
            "(nơi nhận) lập phiếu tiếp nhận hoặc trả lại cho gói đã nhận",
            "(receiver) write a receipt for what arrived: accepted, or returned",
        ),
        "receipting.receipt",
        (
            ARRIVAL,
            Word(
                "--outcome",
                Message(
                    "kết quả; không ghi: accepted nếu không có ý kiến, to-be-corrected nếu có",
                    "the outcome; without: accepted where nothing is said, else to-be-corrected",
                ),
                {"choices": ("accepted", "accepted-with-remarks", "to-be-corrected")},
            ),
            *REMARKS,
            Word(
                "--checks",
                Message(
                    "thêm các điểm không đạt khi kiểm tra gói, không khớp khi kiểm tra chéo",
                    "and what failed in the package, what does not fit together in the answers",
                ),
                {"action": "store_true"},
            ),
            Word("--by", Message("người hoặc đơn vị lập phiếu", "who gives it"), {"required": True}),
            Word("--out", Message("thư mục để ghi", "folder to write to"), {"type": given_path, "required": True}),
            *PERHAPS_SIGNER_WORDS,
        ),
    ),
    CommandGroup(
        "decide",
        Message("(nơi nhận) quyết định về gói đã nhận", "(receiver) decide about what arrived"),
        (
            Command("list", Message("các quyết định đã có", "what was decided"), "reception.decisions"),
            Command(
                "compare",
                Message("hai bản khác nhau ở những câu nào", "what two versions answer differently"),
                "reception.compare",
                (ARRIVAL, Word("other", Message("mã của bản kia", "digest of the other"))),
            ),
            Command(
                "choose",
                Message("bản này được tính, không phải bản kia", "this one counts"),
                "reception.choose",
                (ARRIVAL, WHY),
            ),
            Command(
                "accept",
                Message("chấp nhận dù không đạt", "may count although it failed"),
                "reception.accept",
                (ARRIVAL, WHY),
            ),
            Command(
                "set-aside", Message("để riêng, không tính", "does not count"), "reception.set_aside", (ARRIVAL, WHY)
            ),
            Command(
                "assign",
                Message("gói này của cơ quan nào", "whose it is"),
                "reception.assign",
                (
                    ARRIVAL,
                    WHOSE,
                    WHY,
                    OF_CAMPAIGN,
                    OF_PRACTICE,
                ),
            ),
            Command(
                "ask-anew",
                Message("tệp không đọc được, đã xin bản khác", "it cannot be read, another copy was asked for"),
                "reception.ask_anew",
                (
                    ARRIVAL,
                    WHOSE,
                    WHY,
                    OF_CAMPAIGN,
                    OF_PRACTICE,
                ),
            ),
            Command(
                "undo",
                Message("hủy một quyết định", "undo a decision"),
                "reception.undo",
                (Word("number", Message("số của quyết định", "its number"), {"type": int}),),
            ),
        ),
    ),
)

COMMANDS: tuple[Command | CommandGroup, ...] = (
    *_RECEPTION,
    Command(
        "verify",
        Message("kiểm tra một gói hoặc một PDF đã ký", "verify a package or a signed PDF"),
        "receiving.verify",
        (
            Word("file", Message("gói .zip hoặc tệp .pdf", "the .zip package or .pdf"), {"type": given_path}),
            Word(
                "--trust",
                Message(
                    "tệp PEM có chứng thư gốc tin cậy; ghi được nhiều lần", "PEM file with trust anchors; repeatable"
                ),
                {"type": given_path, "action": "append", "default": []},
            ),
            Word(
                "--ask",
                Message(
                    "hỏi qua mạng xem chứng thư của người ký có bị thu hồi không",
                    "ask over the network whether the signers' certificates are revoked",
                ),
                {"action": "store_true"},
            ),
            JSON,
        ),
    ),
    Command(
        "read-paper",
        Message(
            "đọc lại hồ sơ từ bản quét các trang mã số liệu", "read a dossier back from scans of its pages of codes"
        ),
        "reading_paper.read_paper",
        (
            Word(
                "scans",
                Message("các bản quét: PDF, PNG, JPEG, TIFF", "the scans: PDF, PNG, JPEG, TIFF"),
                {"type": given_path, "nargs": "+", "metavar": "SCAN"},
            ),
            Word(
                "--out", Message("thư mục để ghi số liệu đã đọc", "folder to write what was read"), {"type": given_path}
            ),
            JSON,
        ),
    ),
    Command(
        "return",
        Message("(nơi nhận) lập phiếu trả lại một gói để đơn vị sửa", "(receiver) return a package for correction"),
        "returning.write_return",
        (
            Word("file", Message("gói .zip hoặc tệp .pdf", "the .zip package or .pdf"), {"type": given_path}),
            *REMARKS,
            Word("--by", Message("người hoặc đơn vị trả lại", "who returns it"), {"required": True}),
            Word(
                "--out",
                Message("tệp phiếu để ghi (.json)", "slip to write (.json)"),
                {"type": file_of_kind(".json"), "required": True},
            ),
        ),
    ),
    Command(
        "take-return",
        Message("nhận phiếu trả lại của nơi nhận", "take in the receiver's return slip"),
        "returning.take_return",
        (
            Word(
                "file",
                Message("tệp phiếu (.json), hoặc thư có phiếu (.eml)", "the slip (.json), or a mail with it (.eml)"),
                {"type": given_path},
            ),
        ),
    ),
    Command(
        "returned",
        Message("xem các câu bị trả lại, đánh dấu đã sửa xong", "see what was returned, mark it as settled"),
        "returning.returned",
        (
            DOSSIER,
            Word("--settle", Message("mục số này đã sửa xong", "this number is settled"), {"type": int}),
        ),
    ),
)
