"""The way out: facts of the document, finalising, signing, handing over, and back again."""

from __future__ import annotations

from cbc_desktop.base.message import LANGUAGES, VIETNAMESE, Message
from cbc_desktop.cli.command import DOSSIER, FORMS, JSON, Command, Word, file_of_kind, given_path
from cbc_desktop.cli.signing_words import SIGNER_WORDS

LEAVE_OUT = Word(
    "--leave-out",
    Message("bỏ hẳn biểu mẫu đã gửi lần trước mà lần này không chọn", "leave out a form that was sent before"),
    {"action": "store_true"},
)

DOCUMENT = Word(
    "--document",
    Message("văn bản nào (xem lệnh documents; không ghi: văn bản thường dùng)", "which document (see documents)"),
    {"default": ""},
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "facts",
        Message("ghi số, ký hiệu, ngày, địa danh của văn bản", "set number, symbol, date and place of the document"),
        "filling.facts",
        (
            DOSSIER,
            Word("--number", Message("số văn bản, ví dụ 45", "number, such as 45")),
            Word("--symbol", Message("ký hiệu, ví dụ UBND-VX", "symbol, such as UBND-VX")),
            Word("--date", Message("ngày ban hành, ví dụ 25/3/2022", "date of issue, such as 25/3/2022")),
            Word("--place", Message("địa danh", "place of issue")),
            Word(
                "--parent-agency",
                Message("cơ quan chủ quản, in phía trên tên cơ quan", "parent agency, printed above the agency"),
            ),
            Word("--sent", Message("ngày gửi, ví dụ 26/3/2022", "date sent, such as 26/3/2022")),
        ),
    ),
    Command("finalise", Message("chốt số liệu", "finalise"), "reviewing.finalise", (DOSSIER, FORMS, LEAVE_OUT)),
    Command(
        "export",
        Message("xuất PDF đã ký, sổ tính, gói và thư nháp", "export signed PDF, workbook, package and e-mail draft"),
        "exporting.export",
        (
            DOSSIER,
            Word("--out", Message("thư mục để ghi", "folder to write into"), {"type": given_path, "required": True}),
            DOCUMENT,
            *SIGNER_WORDS,
        ),
    ),
    Command(
        "documents",
        Message("các văn bản lập được từ số liệu đã chốt", "the documents that the finalised answers make"),
        "exporting.documents",
        (DOSSIER,),
    ),
    Command(
        "print",
        Message("ghi văn bản chưa ký ra tệp PDF để đọc, in", "write the unsigned document as a PDF to read and print"),
        "exporting.print_unsigned",
        (
            DOSSIER,
            Word(
                "--out",
                Message("tệp PDF để ghi", "PDF file to write"),
                {"type": file_of_kind(".pdf"), "required": True},
            ),
            DOCUMENT,
        ),
    ),
    Command(
        "workbook",
        Message("ghi riêng sổ tính của bản đã chốt", "write the workbook of a finalised dossier alone"),
        "exporting.workbook",
        (
            DOSSIER,
            Word(
                "--out",
                Message("tệp .xlsx để ghi", "the .xlsx file to write"),
                {"type": file_of_kind(".xlsx"), "required": True},
            ),
            DOCUMENT,
            Word(
                "--language",
                Message("ngôn ngữ của sổ tính", "language of the workbook"),
                {"choices": LANGUAGES, "default": VIETNAMESE},
            ),
        ),
    ),
    Command(
        "hand-over",
        Message("ghi nhận đã gửi gói hồ sơ", "record that the package was handed over"),
        "exporting.hand_over",
        (DOSSIER, Word("--sent", Message("ngày gửi, ví dụ 25/3/2022 (không ghi: hôm nay)", "day (else today)"))),
    ),
    Command("reopen", Message("mở lại để lập bản mới", "reopen as a new revision"), "reviewing.reopen", (DOSSIER,)),
    Command(
        "token",
        Message(
            "xem USB token nào đang cắm, chứng thư nào ký được, và cách khắc phục",
            "see which USB tokens are there, which certificates can sign, and what to do if none",
        ),
        "tokens.token",
        (JSON,),
    ),
    Command(
        "trial-certificate",
        Message("tạo chứng thư THỬ NGHIỆM", "make a trial certificate"),
        "exporting.trial_certificate",
        (
            Word("--out", Message("thư mục để ghi", "folder to write into"), {"type": given_path, "required": True}),
            Word("--agency", Message("tên cơ quan", "name of the agency"), {"required": True}),
            Word("--passphrase-file", Message("tệp chứa mật khẩu", "file with the passphrase"), {"type": given_path}),
        ),
    ),
    Command(
        "demo",
        Message(
            "làm trọn một hồ sơ mẫu, từ nhập đến kiểm tra gói, rồi một đợt nhận và tổng hợp",
            "take a sample dossier through the whole work, then a round of offices to its report",
        ),
        "demonstrating.demo",
        (
            Word(
                "--out",
                Message("thư mục trống để ghi", "empty folder to write into"),
                {"type": given_path, "required": True},
            ),
            Word(
                "--campaign",
                Message("mã đợt khảo sát (mặc định: đợt đầu tiên)", "campaign id (default: the first one)"),
                {"default": ""},
            ),
            Word(
                "--alone",
                Message("chỉ một cơ quan, không có phần nơi nhận", "one office only, without the receiver"),
                {"action": "store_true"},
            ),
        ),
    ),
    Command(
        "self-test",
        Message(
            "tự kiểm tra phần mềm trên máy này trong một thư mục tạm: nhập, ký, đóng gói, kiểm tra, nhận",
            "try the program out on this computer, in a temporary folder: fill in, sign, pack, verify, receive",
        ),
        "self_testing.self_test",
        (
            Word(
                "--window",
                Message("mở cả cửa sổ (không cần màn hình)", "open the window too (no screen is needed)"),
                {"action": "store_true"},
            ),
        ),
    ),
)
