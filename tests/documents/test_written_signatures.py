"""Where no image is kept a signed field says in words who signed, and when, and covers nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from cbc_desktop.documents.stamps.written import Written, written_seal, written_signature

MM = 72 / 25.4
SIGNED = datetime(2022, 3, 25, 8, 4, 5, tzinfo=UTC)
LEADER = Written("Hoàng Văn Mẫu", "Ủy ban nhân dân tỉnh Cao Bằng", SIGNED)
AGENCY = Written("ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", "Ủy ban nhân dân tỉnh Cao Bằng", SIGNED)


def words_of(page: bytes) -> tuple[str, float, float]:
    """All words of the page, and from where to where they reach, in millimetres."""
    document = pypdfium2.PdfDocument(page)
    words = document[0].get_textpage()
    boxes = [words.get_rect(place) for place in range(words.count_rects())]
    text = " ".join(words.get_text_range().split())
    document.close()
    return text, min(left for left, *_ in boxes) / MM, max(right for _, _, right, _ in boxes) / MM


def test_it_says_who_signed_of_which_agency_and_when_in_vietnams_time() -> None:
    text, _, _ = words_of(written_signature(LEADER, clear_of_seal=False))
    assert text == (
        "Ký bởi: Hoàng Văn Mẫu Cơ quan: Ủy ban nhân dân tỉnh Cao Bằng Thời gian ký: 25/03/2022 15:04:05 +07:00"
    )


def test_an_agency_is_named_once_and_does_not_cover_the_leaders_words() -> None:
    text, _, right = words_of(written_seal(AGENCY))
    assert text == "Ký bởi: ỦY BAN NHÂN DÂN TỈNH CAO BẰNG Thời gian ký: 25/03/2022 15:04:05 +07:00"
    assert right <= 42 - 15, "the leader's field begins there"


def test_the_leaders_words_keep_clear_of_a_seals_image() -> None:
    _, left, right = words_of(written_signature(LEADER, clear_of_seal=True))
    assert 15 <= left < right <= 45


@pytest.mark.parametrize("name", ["x" * 300, "Ban Quản lý dự án " * 20, "\u202eA\nB"])
def test_whatever_a_certificate_says_there_is_a_page(name: str) -> None:
    written = Written(name, "", SIGNED)
    assert written_seal(written) == written_seal(written)
