"""E-mails that are written for practice say so, in their subjects and in their first words."""

from __future__ import annotations

# What goes out is in Vietnamese (decision 20).
TRIAL_SUBJECT = "[THỬ NGHIỆM] {subject}"
TRIAL_WORDS = """\
THỬ NGHIỆM: thư này được soạn khi tập dùng chương trình, không có giá trị; nơi nhận không phải làm gì.

{body}"""


def subject_of(subject: str, *, trial: bool) -> str:
    return TRIAL_SUBJECT.format(subject=subject) if trial else subject


def body_of(body: str, *, trial: bool) -> str:
    return TRIAL_WORDS.format(body=body) if trial else body
