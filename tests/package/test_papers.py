"""Chunks from scans in any order: of which papers they are, what is missing, and what is wrong."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from package_samples import form, record_json, revision

from cbc_desktop.dossier.revision import Revision
from cbc_desktop.package.facts import FactCode
from cbc_desktop.package.layout import RECORD, submission_file
from cbc_desktop.package.paper.chunk import Chunk, NoChunk, PaperId
from cbc_desktop.package.paper.collecting import PaperCollection, ScanPlace
from cbc_desktop.package.paper.cutting import MOST_CODES, Paper, paper_of
from cbc_desktop.package.paper.judging import judged_papers
from cbc_desktop.package.paper.packing import packed
from cbc_desktop.package.paper.parity import shares_of
from cbc_desktop.package.paper.report import PaperReport, PaperState

HERE = ScanPlace(Path("quet.pdf"), 7)


def answer(length: int, seed: int = 1) -> str:
    """Words that no compressor makes much shorter."""
    return random.Random(seed).randbytes(length // 2).hex()


SURVEY = form("khao-sat-nhanh", answer(6000))
PLAN = form("ke-hoach", answer(16000, 2), instance="uuid:2")
BOTH = revision(SURVEY, PLAN)


def paper(of: Revision) -> Paper:
    submissions = [(submission_file(one.form_id), one.submission) for one in of.forms]
    return paper_of(of.content_digest, record_json(of), submissions)


def chunks_of(of: Revision) -> list[Chunk]:
    return [chunk for part in paper(of).parts for chunk in part]


def collected(codes: Iterable[Chunk | bytes]) -> PaperCollection:
    collection = PaperCollection()
    for code in codes:
        collection.add(code.to_bytes() if isinstance(code, Chunk) else code, HERE)
    return collection


def read(codes: Iterable[Chunk | bytes]) -> PaperReport:
    (report,) = judged_papers(collected(codes))
    return report


def without(chunks: Iterable[Chunk], part: int, *numbers: int) -> list[Chunk]:
    return [chunk for chunk in chunks if not (chunk.part == part and chunk.number in numbers)]


def facts(report: PaperReport, holds: bool | None) -> set[FactCode]:
    return {fact.code for fact in report.facts if fact.holds is holds}


def test_all_codes_in_any_order_and_twice_give_the_revision_back() -> None:
    chunks = chunks_of(BOTH) * 2
    random.Random(3).shuffle(chunks)
    report = read(chunks)
    assert (report.state, report.revision) == (PaperState.WHOLE, BOTH)
    assert report.files == {RECORD: record_json(BOTH), **{f"{one.form_id}.xml": one.submission for one in BOTH.forms}}
    assert facts(report, False) == facts(report, None) == set()


def test_any_one_code_of_each_part_may_be_lost() -> None:
    chunks = chunks_of(BOTH)
    sizes = {chunk.part: chunk.of for chunk in chunks}
    for number in range(1, max(sizes.values()) + 1):
        report = read(without(without(chunks, 1, min(number, sizes[1])), 2, min(number, sizes[2])))
        assert (report.state, report.revision) == (PaperState.WHOLE, BOTH)
        assert "đã khôi phục được" in " ".join(report.lines("vi"))


def test_two_lost_codes_are_named_with_the_page_to_scan_again() -> None:
    report = read(without(chunks_of(BOTH), 2, 3, 5))
    assert report.state is PaperState.INCOMPLETE
    told = "\n".join(report.lines("vi"))
    of = len(paper(BOTH).parts[1])
    assert f"Phần 2/2, trang mã 1/2: thiếu mã 3, 5 của {of}; đó là trang 7 của “quet.pdf”" in told
    assert "ở 300 dpi" in told
    assert set(report.files) == {RECORD, "khao-sat-nhanh.xml"}
    assert "Cao Bằng" in told


def test_a_page_that_was_not_scanned_is_told_by_its_codes() -> None:
    of = len(paper(BOTH).parts[1])
    report = read(without(chunks_of(BOTH), 2, *range(10, of + 1)))
    assert f"trang mã 2/2: chưa thấy trang này (mã 10–{of} của {of})" in "\n".join(report.lines("vi"))


def test_a_part_that_was_not_scanned_is_told_and_so_is_a_dossier_whose_record_is_not_there() -> None:
    (second,) = [part for part in paper(BOTH).parts if part[0].part == 2]
    report = read(second)
    assert report.state is PaperState.INCOMPLETE
    assert set(report.files) == {"ke-hoach.xml"}
    told = "\n".join(report.lines("vi"))
    assert "Phần 1/2: chưa đọc được mã nào" in told
    assert f"Mã băm nội dung bắt đầu bằng {str(BOTH.content_digest)[:16]}" in told


def test_two_dossiers_on_one_pile_are_told_apart() -> None:
    other = revision(form("khao-sat-nhanh", "13"), agency="06")
    chunks = chunks_of(BOTH) + chunks_of(other)
    random.Random(4).shuffle(chunks)
    reports = judged_papers(collected(chunks))
    assert {report.revision and report.revision.identity.agency.code for report in reports} == {"04", "06"}
    assert {report.state for report in reports} == {PaperState.WHOLE}


def test_two_printings_of_one_revision_are_not_mixed() -> None:
    numbered = replace(BOTH, facts=replace(BOTH.facts, number="45"))
    reports = judged_papers(collected(chunks_of(BOTH)[:4] + chunks_of(numbered)))
    assert [report.state for report in reports] == [PaperState.INCOMPLETE, PaperState.WHOLE]
    assert reports[1].revision == numbered


def test_what_does_not_fit_is_left_out_and_said_to_be() -> None:
    large = revision(SURVEY, form("ke-hoach", answer(60000), instance="uuid:2"))
    assert (paper(large).forms, len(paper(large).parts)) == (1, 1)
    report = read(chunks_of(large))
    assert (report.state, set(report.files)) == (PaperState.INCOMPLETE, {RECORD, "khao-sat-nhanh.xml"})
    assert "Biểu mẫu “ke-hoach” của hồ sơ không nằm trong mã" in "\n".join(report.lines("vi"))


def test_a_form_that_is_too_large_by_itself_leaves_no_codes() -> None:
    assert paper(revision(form("khao-sat-nhanh", answer(60000)))) == Paper((), 0)
    assert paper(revision(form("khao-sat-nhanh", "a" * 3_000_000))) == Paper((), 0)


def test_twenty_four_codes_are_the_most_and_the_parity_comes_on_top() -> None:
    sizes = [len(chunks_of(revision(form("khao-sat-nhanh", answer(length))))) for length in range(30000, 44000, 500)]
    assert set(sizes) >= {MOST_CODES + 1, 0}
    assert max(sizes) == MOST_CODES + 1


def test_codes_of_others_and_damaged_ones_are_noticed_and_do_no_harm() -> None:
    chunks = chunks_of(BOTH)
    broken = bytes([*chunks[0].to_bytes()[:-1], chunks[0].to_bytes()[-1] ^ 1])
    collection = collected([*chunks, broken, b"https://example.vn", b"CBC\x09"])
    assert collection.strange == {NoChunk.DAMAGED: [HERE], NoChunk.STRANGER: [HERE], NoChunk.NEWER: [HERE]}
    assert collection.complete
    assert judged_papers(collection)[0].state is PaperState.WHOLE


def test_nothing_more_is_looked_for_on_a_page_whose_codes_were_all_read() -> None:
    chunks = chunks_of(BOTH)
    collection = collected(chunk for chunk in chunks if chunk.part == 1)
    assert collection.nothing_more_on(HERE)
    assert not collection.complete
    assert not collection.nothing_more_on(ScanPlace(Path("quet.pdf"), 8))
    assert not collected(without(chunks, 1, 2)).nothing_more_on(HERE)


# --- altered ------------------------------------------------------------------------------------------------------


def forged(files: dict[str, bytes], like: PaperId, part: int = 1, parts: int = 1) -> list[Chunk]:
    """Codes that somebody makes of other files, under the name of a paper."""
    shares = shares_of(packed(files), 800)
    return [Chunk(like, part, parts, number, len(shares), share) for number, share in enumerate(shares, start=1)]


def wrong(report: PaperReport) -> set[FactCode]:
    assert report.state is PaperState.CONTRADICTORY
    return facts(report, False)


def test_two_codes_of_the_same_number_that_differ_are_a_contradiction() -> None:
    chunks = chunks_of(BOTH)
    assert FactCode.PAPER_PART in wrong(read([*chunks, replace(chunks[0], share=chunks[1].share)]))
    assert FactCode.PAPER_PART in wrong(read([*chunks, replace(chunks[0], of=chunks[0].of + 1)]))
    assert FactCode.PAPER_PART in wrong(read([*chunks, replace(chunks[0], part=3, parts=3)]))


def test_a_changed_code_is_noticed_even_when_its_checksum_was_made_anew() -> None:
    chunks = chunks_of(BOTH)
    share = bytes([chunks[0].share[0], chunks[0].share[1] ^ 1, *chunks[0].share[2:]])
    altered = [replace(chunks[0], share=share), *chunks[1:]]
    assert FactCode.PAPER_PART in wrong(read(altered))
    assert wrong(read(without(altered, 1, 2))) >= {FactCode.PAPER_PART}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("khao-sat-nhanh.xml", form("khao-sat-nhanh", "99").submission, FactCode.SUBMISSION_MATCHES),
        (RECORD, b"{}", FactCode.RECORD_READABLE),
        (RECORD, record_json(replace(BOTH, remarks=())), FactCode.CONTENT_DIGEST_RIGHT),
        (RECORD, record_json(revision(PLAN)), FactCode.PAPER_DIGEST),
        ("la.xml", b"<data/>", FactCode.UNEXPECTED_PART),
    ],
)
def test_files_that_were_exchanged_are_noticed(name: str, content: bytes, expected: FactCode) -> None:
    genuine = {RECORD: record_json(BOTH), **{f"{one.form_id}.xml": one.submission for one in BOTH.forms}}
    like = chunks_of(BOTH)[0].paper
    assert wrong(read(forged({**genuine, name: content}, like))) >= {expected, FactCode.PAPER_WHOLE}


def test_a_part_that_is_no_part_at_all_is_told() -> None:
    shares = shares_of(b"\0\0\0\0 nothing that was packed", 20)
    like = PaperId("0" * 16, "0" * 16)
    chunks = [Chunk(like, 1, 1, number, len(shares), share) for number, share in enumerate(shares, start=1)]
    assert FactCode.PAPER_PART in wrong(read(chunks))


def test_attachments_are_on_paper_as_digests_only_and_the_dossier_is_whole() -> None:
    with_file = revision(SURVEY, media={"anh.jpg": b"anh"})
    report = read(chunks_of(with_file))
    assert (report.state, report.revision) == (PaperState.WHOLE, with_file)
    assert facts(report, None) == {FactCode.MEDIA_MATCHES}


def test_a_report_is_told_in_english_and_as_json_too() -> None:
    report = read(chunks_of(BOTH))
    assert report.lines("en")[0] == "WHOLE: all that the paper carries was read back."
    told = report.to_json()
    assert (told["state"], told["files"]) == ("whole", sorted(report.files))
    assert told["paper"] == {"content": str(BOTH.content_digest)[:16], "whole": report.paper.whole}
