"""Has a time stamping service (RFC 3161) attest that a whole PDF was there: document timestamps, and nothing else.

One timestamp over the file attests the time of every signature in it, needs no key and no room that was kept free, and
can be added at any time; so there is no second way, inside the signature itself.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from asn1crypto import tsp
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message, Progress
from cbc_desktop.signing.network import Question, UnreachableError, Web
from cbc_desktop.signing.pyhanko_door import SIGNING_DIGEST, finished
from cbc_desktop.signing.revision import next_revision

NO_TIMESTAMP = Message(
    "Chưa lấy được dấu thời gian từ {url} ({reason}). Văn bản đã ký vẫn nguyên vẹn, không mất gì; "
    "có thể bổ sung dấu thời gian sau, khi có mạng.",
    "No timestamp could be had from {url} ({reason}). The signed document is intact and nothing is lost; the timestamp "
    "can be added later, when the network is there.",
)
NO_STAMP = Message("câu trả lời không phải là dấu thời gian", "the answer is no timestamp")
NOT_STAMPABLE = Message(
    "Không thêm được dấu thời gian vào tệp PDF này vì tệp bị hỏng, được mã hóa hoặc chưa được ký. Tệp giữ nguyên; "
    "hãy chọn tệp đã ký do chương trình lập ra.",
    "No timestamp can be added to this PDF: it is damaged, encrypted or not signed. The file is unchanged; "
    "choose a signed file made by the program.",
)

ROOM = 2 * 16_384
"""Hexadecimal digits for the token of a document timestamp; those seen have four to eight kilobytes."""


_FIELD = "dau_thoi_gian_{number}"


def with_document_timestamp(pdf: bytes, url: str, web: Web, tell: Progress) -> bytes:
    """``pdf`` with one more revision, in which the service attests that all before it was there (ISO 32000-2, 12.8.5).

    UserFacingError when there is no answer or the PDF cannot take it.
    """
    out = BytesIO()
    try:
        writer = next_revision(pdf)
        stamper = PdfTimeStamper(_Service(url, web, tell), field_name=_free_name(writer))
        finished(stamper.async_timestamp_pdf(writer, SIGNING_DIGEST, bytes_reserved=ROOM, output=out))
    except UnreachableError as error:
        raise UserFacingError(NO_TIMESTAMP.filled(url=url, reason=error.reason)) from error
    except (TimestampRequestError, ValueError) as error:
        raise UserFacingError(NO_TIMESTAMP.filled(url=url, reason=NO_STAMP)) from error
    except (PdfError, SigningError) as error:
        raise UserFacingError(NOT_STAMPABLE) from error
    return out.getvalue()


def _free_name(writer: Any) -> str:
    taken = {str(name) for name, _, _ in enumerate_sig_fields(writer)}
    return next(name for name in map(_numbered, range(1, len(taken) + 2)) if name not in taken)


def _numbered(number: int) -> str:
    return _FIELD.format(number=number)


class _Service(TimeStamper):
    def __init__(self, url: str, web: Web, tell: Progress) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko left it untyped
        self._question = Question(url, b"", "application/timestamp-query")
        self._web, self._tell = web, tell

    async def async_request_tsa_response(self, req: Any) -> Any:
        question = Question(self._question.url, req.dump(), self._question.content_type)
        return tsp.TimeStampResp.load(self._web.ask(question, self._tell), strict=True)
