"""Parent and child understand each other to the byte, or not at all."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbc_desktop.signing.child.frames import MARK, MOST_BYTES, Frame, NotAFrameError, read_frame, write_frame

WORDS = st.dictionaries(st.text(), st.text() | st.booleans() | st.integers() | st.lists(st.text()))
FRAMES = st.builds(Frame, WORDS, st.lists(st.binary(max_size=300), max_size=4).map(tuple))


def written(*frames: Frame) -> bytes:
    pipe = BytesIO()
    for frame in frames:
        write_frame(pipe, frame)
    return pipe.getvalue()


@given(st.lists(FRAMES, max_size=3))
def test_what_is_written_is_read(frames: list[Frame]) -> None:
    pipe = BytesIO(written(*frames))
    assert [read_frame(pipe) for _ in frames] == frames
    assert read_frame(pipe) is None


@given(FRAMES, st.data())
def test_half_a_frame_is_none(frame: Frame, data: st.DataObject) -> None:
    whole = written(frame)
    with pytest.raises(NotAFrameError):
        read_frame(BytesIO(whole[: data.draw(st.integers(1, len(whole) - 1))]))


@given(st.binary(min_size=8))
def test_what_a_driver_might_print_is_no_frame(noise: bytes) -> None:
    if not noise.startswith(MARK):
        with pytest.raises(NotAFrameError):
            read_frame(BytesIO(noise))


@pytest.mark.parametrize(
    "words",
    [
        b'{"words": {}, "lengths": [%d]}' % (MOST_BYTES + 1),
        b'{"words": {}, "lengths": [-1]}',
        b'{"words": {}, "lengths": ["x"]}',
        b'{"words": 1, "lengths": []}',
        b'{"lengths": []}',
        b"[]",
        b"\xff",
    ],
)
def test_a_frame_that_promises_too_much_or_nonsense_is_none(words: bytes) -> None:
    with pytest.raises(NotAFrameError):
        read_frame(BytesIO(MARK + len(words).to_bytes(4, "big") + words))


def test_words_without_end_are_refused_before_they_are_read() -> None:
    with pytest.raises(NotAFrameError):
        read_frame(BytesIO(MARK + b"\xff\xff\xff\xff"))
