"""What goes on paper comes back from it: files packed, cut, mixed, and put together again."""

from __future__ import annotations

import bz2
import random
import struct
from time import process_time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.package.paper.chunk import Chunk, NoChunk, PaperId, chunk_from
from cbc_desktop.package.paper.packing import LARGEST, DamagedPartError, packed, unpacked
from cbc_desktop.package.paper.parity import joined, shares_of
from cbc_desktop.package.paper.shortening import CLOSING, Lengthener, Shortener

contents = st.binary(max_size=3000)
uuids = st.uuids().map(str) | st.sampled_from(["0e02b2c3-d479-4372-a567-f47ac10b58cc"])
pieces = st.sampled_from(
    ["<a>", "</a>", "</a >", "<b/>", "<b c='>'>", "</b>", "<!-- <a> -->", "<a", ">", "ngữ", "\x01"]
)
texts = st.lists(pieces | uuids).map("".join).map(str.encode)
ids = st.binary(min_size=8, max_size=8).map(bytes.hex)
counts = st.integers(2, 255)
chunks = st.builds(
    lambda paper, parts, of, share, draw: Chunk(paper, draw.randint(1, parts), parts, draw.randint(1, of), of, share),
    st.builds(PaperId, ids, ids),
    st.integers(1, 255),
    counts,
    st.binary(min_size=1, max_size=900),
    st.randoms(use_true_random=False),
)


@given(chunks)
def test_a_chunk_is_read_as_it_was_written(chunk: Chunk) -> None:
    assert chunk_from(chunk.to_bytes()) == chunk


@given(chunks, st.integers(0), st.integers(1, 255))
def test_a_chunk_with_any_byte_changed_is_none(chunk: Chunk, place: int, change: int) -> None:
    content = bytearray(chunk.to_bytes())
    content[place % len(content)] ^= change
    assert isinstance(chunk_from(bytes(content)), NoChunk)


@given(st.binary() | st.binary().map(lambda rest: b"CBC" + rest) | st.binary().map(lambda rest: b"CBC\x01" + rest))
def test_anybodys_bytes_are_no_chunk_and_raise_nothing(content: bytes) -> None:
    assert isinstance(chunk_from(content), NoChunk)


def test_a_chunk_of_a_newer_format_is_told_from_a_damaged_one() -> None:
    assert chunk_from(b"CBC\x02" + bytes(40)) is NoChunk.NEWER
    assert chunk_from(b"CBC\x01" + bytes(40)) is NoChunk.DAMAGED
    assert chunk_from(b"https://example.vn") is NoChunk.STRANGER


@given(contents, st.integers(1, 800), st.data())
def test_a_part_without_any_one_share_is_the_same_part(content: bytes, room: int, data: st.DataObject) -> None:
    shares = shares_of(content, max(room, -(-(len(content) + 4) // 254)))
    numbered = list(enumerate(shares, start=1))
    random.Random(data.draw(st.integers())).shuffle(numbered)
    assert joined(dict(numbered), len(shares)) == content
    lost = data.draw(st.integers(1, len(shares)))
    assert joined({number: share for number, share in numbered if number != lost}, len(shares)) == content


@given(contents, st.data())
def test_shares_of_which_one_was_changed_do_not_belong_together(content: bytes, data: st.DataObject) -> None:
    shares = dict(enumerate(shares_of(content, 300), start=1))
    which = data.draw(st.sampled_from(sorted(shares)))
    changed = bytearray(shares[which])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    assert joined({**shares, which: bytes(changed)}, len(shares)) is None
    assert joined({**shares, which: shares[which] + b"\0"}, len(shares)) is None


@given(st.binary(min_size=1, max_size=3), st.binary(min_size=1, max_size=3))
def test_shares_too_short_for_a_length_give_nothing(one: bytes, other: bytes) -> None:
    assert joined({1: one, 2: one}, 2) is None
    assert joined({1: b"\xff" * 4 + other}, 2) is None


@pytest.mark.parametrize("text", [b"<" + b"(" * 500_000, b"<a" + b" " * 500_000, b"<" * 500_000])
def test_a_text_made_to_keep_the_reader_of_tags_busy_takes_no_longer_than_another(text: bytes) -> None:
    started = process_time()
    short = Shortener().shortened(text)
    assert Lengthener(b"").lengthened(short) == text
    assert process_time() - started < 1


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}\.xml", fullmatch=True), contents | texts, max_size=3))
def test_files_are_unpacked_as_they_were_packed(files: dict[str, bytes]) -> None:
    back = unpacked(packed(files))
    assert (back, list(back)) == (files, list(files))
    assert packed(back) == packed(files)


@given(st.binary() | st.binary().map(lambda rest: bytes(4) + bz2.compress(rest)))
def test_a_strangers_part_is_unpacked_or_called_damaged(content: bytes) -> None:
    try:
        unpacked(content)
    except DamagedPartError:
        return


def part_of(*records: bytes, pool: bytes = b"") -> bytes:
    return struct.pack(">I", len(pool)) + pool + bz2.compress(b"".join(records))


def record(name: str, content: bytes, *, short: bool = False) -> bytes:
    return bytes([len(name)]) + name.encode() + bytes([short]) + struct.pack(">I", len(content)) + content


@pytest.mark.parametrize(
    "part",
    [
        part_of(record("../a.xml", b"")),
        part_of(record("x/a.xml", b"")),
        part_of(record("CON.xml", b"")),
        part_of(record("a.xml", b""), record("a.xml", b"")),
        part_of(record("a.xml", b"<a>")[:-1]),
        part_of(record("a.xml", CLOSING, short=True)),
        part_of(record("a.xml", b"\x02", short=True)),
        part_of(record("a.xml", b"\x03\xff\xff", short=True), pool=bytes(16)),
        part_of(record("a.xml", bytes(LARGEST + 1))),
        part_of(*(record(f"{number}.xml", bytes(LARGEST // 2)) for number in range(3))),
        part_of(record("a.xml", b"\x02" + b"\x03\0\0" * (LARGEST // 30), short=True), pool=bytes(16)),
        part_of(record("a.xml", b"")) + b"more",
        part_of(record("a.xml", b"x" * 500))[:-9],
    ],
)
def test_a_part_that_would_do_harm_is_called_damaged(part: bytes) -> None:
    with pytest.raises(DamagedPartError):
        unpacked(part)


def test_names_of_rows_cost_sixteen_bytes_and_closing_tags_next_to_nothing() -> None:
    chance = random.Random(1)
    rows = "".join(f"<t1><rid>{uuid(chance)}</rid><don_vi>Sở {number}</don_vi></t1>" for number in range(100))
    content = f"<data id='khao-sat'>{rows}</data>".encode()
    assert len(packed({"khao-sat.xml": content})) < 16 * 100 + 300 < 0.8 * len(bz2.compress(content))


def uuid(chance: random.Random) -> str:
    return str(UUID(int=chance.getrandbits(128)))


def test_more_uuids_than_can_be_numbered_are_kept_as_they_are() -> None:
    chance = random.Random(2)
    content = " ".join(uuid(chance) for _ in range(70_000)).encode()
    files = {"a.xml": content[: 60_000 * 37], "b.xml": content[60_000 * 37 :]}
    assert unpacked(packed(files)) == files
