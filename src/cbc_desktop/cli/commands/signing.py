"""The steps of issuing a document: signing here, elsewhere or with a pen, number, seal, package."""

from __future__ import annotations

from cbc_desktop.base.message import Message
from cbc_desktop.cli.command import DOSSIER, Command, Word, file_of_kind, given_path
from cbc_desktop.cli.commands.issuing import DOCUMENT
from cbc_desktop.cli.signing_words import PERHAPS_SIGNER_WORDS, SIGNER_WORDS

SCANS = Word(
    "scans",
    Message("tệp quét (PDF, PNG, JPEG, TIFF), có cả các trang mã", "scans (PDF, PNG, JPEG, TIFF), codes included"),
    {"type": given_path, "nargs": "+", "metavar": "SCAN"},
)
ACCEPT = Word(
    "--accept",
    Message("đã xem và chấp nhận điều chương trình không tự kết luận được", "accept what only a person can decide"),
    {"action": "store_true"},
)
WITHOUT_IMAGE = Word(
    "--without-image",
    Message("không đưa ảnh chữ ký hoặc con dấu của mẫu vào", "leave out the profile's image of signature or seal"),
    {"action": "store_false", "dest": "image"},
)
OUT = Word("--out", Message("thư mục để ghi", "folder to write into"), {"type": given_path, "required": True})
SYMBOL = Word("--symbol", Message("ký hiệu, ví dụ UBND-VX", "symbol, such as UBND-VX"))
PLACE = Word("--place", Message("địa danh", "place of issue"))

COMMANDS: tuple[Command, ...] = (
    Command(
        "sign",
        Message("lãnh đạo ký số văn bản", "sign the document for the leader"),
        "issuing.sign",
        (
            DOSSIER,
            DOCUMENT,
            *SIGNER_WORDS,
            WITHOUT_IMAGE,
        ),
    ),
    Command(
        "hand-out",
        Message("xuất văn bản chưa ký để ký bằng phần mềm khác", "write the unsigned document for another program"),
        "issuing.hand_out",
        (DOSSIER, OUT, DOCUMENT),
    ),
    Command(
        "take-back",
        Message("nhận lại văn bản đã ký bằng phần mềm khác", "take back what another program signed"),
        "issuing.take_back",
        (
            DOSSIER,
            Word("file", Message("tệp PDF đã ký", "the signed PDF"), {"type": given_path}),
            Word(
                "--sealed",
                Message("phần mềm kia đã cấp số và ký của cơ quan", "it was numbered and sealed there too"),
                {"action": "store_true"},
            ),
            Word(
                "--number",
                Message("số phần mềm kia đã cấp, khi ô của tệp còn trống", "number, unless the file says it"),
            ),
            Word("--date", Message("ngày ban hành ghi trên trang, như trên", "date, unless the file says it")),
            SYMBOL,
            PLACE,
            ACCEPT,
        ),
    ),
    Command(
        "sign-pen",
        Message("ghi nhận văn bản giấy đã ký tay, kèm bản quét", "record the signature on paper, with its scans"),
        "issuing.sign_with_pen",
        (DOSSIER, SCANS, DOCUMENT, ACCEPT),
    ),
    Command(
        "number",
        Message("cấp số, ngày cho văn bản đã ký", "give number and date to the signed document"),
        "issuing.number",
        (
            DOSSIER,
            Word("--number", Message("số văn bản, ví dụ 45", "number, such as 45"), {"required": True}),
            Word("--date", Message("ngày ban hành (không ghi: hôm nay)", "date of issue (else today)")),
            SYMBOL,
            PLACE,
        ),
    ),
    Command(
        "seal",
        Message("ký số của cơ quan", "sign for the agency"),
        "issuing.seal",
        (DOSSIER, *SIGNER_WORDS, WITHOUT_IMAGE),
    ),
    Command(
        "stamp",
        Message("ghi nhận bản giấy đã đóng dấu, kèm bản quét", "record the ink stamp on paper, with its scans"),
        "issuing.stamp",
        (DOSSIER, SCANS, ACCEPT),
    ),
    Command(
        "timestamp",
        Message(
            "gắn dấu thời gian và tình trạng chứng thư vào văn bản đã ký (cần bật dịch vụ: services set)",
            "add attested time and status to the signed document (services must be on: services set)",
        ),
        "issuing.timestamp",
        (DOSSIER,),
    ),
    Command(
        "package",
        Message("đóng gói văn bản như đang có để gửi", "pack the document as it is now, to be sent"),
        "issuing.package",
        (DOSSIER, OUT, *PERHAPS_SIGNER_WORDS),
    ),
    Command(
        "issued",
        Message("các bước văn bản đã qua, và tệp hiện tại", "the steps of the document, and its present file"),
        "issuing.issued",
        (
            DOSSIER,
            Word(
                "--save",
                Message("ghi tệp PDF hiện tại ra đây", "write the present PDF here"),
                {"type": file_of_kind(".pdf")},
            ),
        ),
    ),
    Command(
        "copy-package",
        Message("chép gói đã lập vào USB, đọc lại để đối chiếu", "copy the package to a stick and read it back"),
        "issuing.copy_package",
        (DOSSIER, OUT),
    ),
    Command(
        "mail-text",
        Message("nội dung thư gửi kèm gói, để dán vào chương trình thư", "the e-mail's words, to be pasted"),
        "issuing.mail_text",
        (DOSSIER,),
    ),
)
