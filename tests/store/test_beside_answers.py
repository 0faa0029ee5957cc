"""Remarks, attached files and the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbc_desktop.base.clock import FixedClock
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import BugError, UserFacingError
from cbc_desktop.dossier.identity import DossierIdentity
from cbc_desktop.dossier.revision import Attachment, Remark, RemarkKind
from cbc_desktop.engine.address import Address
from cbc_desktop.store.answers import AnswerChange, AnswerStore
from cbc_desktop.store.attachments import AttachmentStore
from cbc_desktop.store.changes import ChangeKind
from cbc_desktop.store.database import Database
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.instances import FormInstance
from cbc_desktop.store.journal import Journal
from cbc_desktop.store.remarks import RemarkStore

QUESTION = Address("", "/data/q1")


@pytest.fixture
def remarks(database: Database, clock: FixedClock) -> RemarkStore:
    return RemarkStore(database, clock)


@pytest.fixture
def media(path: Path) -> Path:
    return path.parent / "media"


@pytest.fixture
def attachments(database: Database, clock: FixedClock, media: Path) -> AttachmentStore:
    return AttachmentStore(database, DigestFolder(media), clock)


def test_a_note_and_an_explanation_stand_side_by_side(survey: FormInstance, remarks: RemarkStore) -> None:
    remarks.write(survey.key, QUESTION, RemarkKind.NOTE, "ước tính", "lan")
    remarks.write(survey.key, QUESTION, RemarkKind.EXPLANATION, "sáp nhập", "lan")
    remarks.write(survey.key, QUESTION, RemarkKind.NOTE, "ước tính đến 30/6", "lan")
    assert remarks.of(survey.key) == (
        Remark("survey", "", "/data/q1", RemarkKind.EXPLANATION, "sáp nhập"),
        Remark("survey", "", "/data/q1", RemarkKind.NOTE, "ước tính đến 30/6"),
    )


def test_a_blank_remark_is_taken_away_and_the_log_keeps_what_it_said(
    survey: FormInstance, remarks: RemarkStore, answers: AnswerStore
) -> None:
    remarks.write(survey.key, QUESTION, RemarkKind.NOTE, "ước tính", "lan")
    remarks.write(survey.key, QUESTION, RemarkKind.NOTE, "", "minh")
    remarks.write(survey.key, QUESTION, RemarkKind.NOTE, "", "minh")
    assert remarks.of(survey.key) == ()
    _, last = answers.history(survey.key)
    assert (last.kind, last.before, last.after) == (ChangeKind.REMARK, '{"kind": "note", "text": "ước tính"}', "")


def test_an_answer_and_its_explanation_given_together_are_one_action(
    survey: FormInstance, remarks: RemarkStore, answers: AnswerStore, database: Database
) -> None:
    with database.atomic():
        answers.write(survey.key, [AnswerChange(QUESTION, "93")], "lan")
        remarks.write(survey.key, QUESTION, RemarkKind.EXPLANATION, "sáp nhập", "lan")
    remarks.write(survey.key, QUESTION, RemarkKind.NOTE, "ước tính", "lan")
    assert [entry.edit for entry in answers.history(survey.key)] == [1, 1, 2]


def test_a_remark_on_a_removed_row_comes_back_with_the_row(
    survey: FormInstance, remarks: RemarkStore, answers: AnswerStore
) -> None:
    row = Address("r1", "/data/t")
    answers.add_row(survey.key, row, "", "lan")
    remarks.write(survey.key, row, RemarkKind.NOTE, "ước tính", "lan")
    answers.remove_row(survey.key, "r1", "lan")
    assert remarks.of(survey.key) == ()
    answers.add_row(survey.key, row, "", "lan")
    assert [remark.text for remark in remarks.of(survey.key)] == ["ước tính"]


def test_an_attached_file_gets_an_ascii_name_and_is_read_back(
    identity: DossierIdentity, attachments: AttachmentStore
) -> None:
    attachment = attachments.add(identity.dossier_id, "Kế hoạch truyền thông.PDF", b"%PDF", "lan")
    digest = Digest.of(b"%PDF")
    assert attachment == Attachment(
        f"ke-hoach-truyen-thong-{str(digest)[:8]}.pdf", "Kế hoạch truyền thông.PDF", digest, 4
    )
    assert attachments.find(identity.dossier_id, attachment.name) == attachment
    assert attachments.find(identity.dossier_id, "other.pdf") is None
    assert attachments.read(attachment) == b"%PDF"


def test_attaching_the_same_file_again_changes_nothing_and_another_content_is_another_file(
    identity: DossierIdentity, attachments: AttachmentStore
) -> None:
    first = attachments.add(identity.dossier_id, "a.pdf", b"one", "lan")
    again = attachments.add(identity.dossier_id, "a.pdf", b"one", "lan")
    other = attachments.add(identity.dossier_id, "a.pdf", b"two", "lan")
    assert first == again
    assert attachments.of(identity.dossier_id) == (first, other)


def test_contents_whose_digests_begin_alike_keep_apart(identity: DossierIdentity, attachments: AttachmentStore) -> None:
    seen: dict[str, bytes] = {}
    for number in range(10**7):
        content = f"%PDF {number}".encode()
        alike = seen.setdefault(str(Digest.of(content))[:8], content)
        if alike != content:
            break
    first = attachments.add(identity.dossier_id, "a.pdf", alike, "lan")
    second = attachments.add(identity.dossier_id, "a.pdf", content, "lan")
    assert first.name != second.name
    for attachment, told in ((first, alike), (second, content)):
        assert attachments.read(attachment) == told
        assert attachments.find(identity.dossier_id, attachment.name) == attachment
    assert attachments.add(identity.dossier_id, "a.pdf", content, "lan") == second


@pytest.mark.parametrize("name", ["", "...", "文件", "no-suffix", "x" * 300 + ".docx", "../../etc/passwd"])
def test_any_name_becomes_one_that_every_system_takes(
    identity: DossierIdentity, attachments: AttachmentStore, name: str
) -> None:
    attachment = attachments.add(identity.dossier_id, name, b"x", "lan")
    assert attachment.name.isascii()
    assert 0 < len(attachment.name) < 100
    assert not set(attachment.name) & set('/\\:*?"<>| ')
    assert attachment.original_name == name


def test_an_attached_file_that_was_changed_or_lost_is_told(
    identity: DossierIdentity, attachments: AttachmentStore, media: Path
) -> None:
    attachment = attachments.add(identity.dossier_id, "a.pdf", b"one", "lan")
    (kept,) = media.iterdir()
    kept.write_bytes(b"two")
    with pytest.raises(UserFacingError, match="damaged"):
        attachments.read(attachment)
    assert attachments.add(identity.dossier_id, "a.pdf", b"one", "lan") == attachment
    assert attachments.read(attachment) == b"one"
    kept.unlink()
    with pytest.raises(UserFacingError, match="missing"):
        attachments.read(attachment)


def test_the_journal_tells_what_was_done_in_order(database: Database, clock: FixedClock) -> None:
    journal = Journal(database, clock)
    journal.record("finalised", "lan", "d1", {"revision": "1"})
    clock.advance(60)
    journal.record("package received", "minh")
    first, second = journal.entries()
    assert (first.event, first.who, first.dossier_id, first.facts) == ("finalised", "lan", "d1", {"revision": "1"})
    assert (second.at - first.at).total_seconds() == 60
    assert journal.of("d1") == (first,)


def test_the_journal_is_never_rewritten(database: Database, clock: FixedClock) -> None:
    journal = Journal(database, clock)
    journal.record("finalised", "lan")
    for sql in ("UPDATE journal SET who = 'minh'", "DELETE FROM journal", "REPLACE INTO journal SELECT * FROM journal"):
        with pytest.raises(BugError):
            database.execute(sql)
    assert [entry.who for entry in journal.entries()] == ["lan"]


def test_an_entry_of_an_action_that_failed_is_not_in_the_journal(database: Database, clock: FixedClock) -> None:
    journal = Journal(database, clock)

    def fail() -> None:
        with database.atomic():
            journal.record("finalised", "lan")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert journal.entries() == ()
