"""A publisher signs a newer version of a campaign; offices look at it, and take it or leave it, without a network."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from clerk import MORNING, Clerk
from command_line import Command
from invented_campaign import BOOKS, CAMPAIGN, SEATS, SIGNATORY, SURVEY, SURVEY_ROWS, make_campaign, write_form
from pki import PASSPHRASE, Holder, certified

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.states import State
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.forms_update_desk import (
    AGENCY_LOST,
    MEANWHILE,
    NOT_BY_PRACTICE,
    NOT_NEWER,
    NOT_WHAT_IT_SAYS,
    PROGRAM_TOO_OLD,
)
from cbc_desktop.forms.campaign import read_campaign
from cbc_desktop.forms.campaign_documents import NOT_ASKED
from cbc_desktop.office import Office
from cbc_desktop.package.archive import stored_zip
from cbc_desktop.package.forms_update import CHANGED, DAMAGED, NEWER_FORMAT, NOT_TRUSTED, FormsUpdate, update_file
from cbc_desktop.package.layout import CONTAINER_SIGNATURE, MIMETYPE, MIMETYPE_CONTENT
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.signer import LocalSigner, Signer
from cbc_desktop.signing.trial import make_trial_identity
from cbc_desktop.store.journal import Journal
from cbc_desktop.store.trouble import DISK_FULL

NEWER = "2030.10"


@pytest.fixture(scope="module")
def publisher() -> Holder:
    return certified("Cục Báo chí Mẫu", MORNING, organisation="Bộ Mẫu")


@pytest.fixture(scope="module")
def press(publisher: Holder, tmp_path_factory: pytest.TempPathFactory) -> Signer:
    """The publisher's key at work."""
    path = tmp_path_factory.mktemp("press") / "press.p12"
    path.write_bytes(publisher.pkcs12())
    return LocalSigner(load_pkcs12(path, PASSPHRASE, now=MORNING))


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the campaign in which no seats are asked for any more and fewer books are allowed."""
    folder = make_campaign(tmp_path_factory.mktemp("newer"))
    description = folder / "campaign.toml"
    described = description.read_text(encoding="utf-8")
    description.write_text(described.replace('version = "2030.1"', f'version = "{NEWER}"'), encoding="utf-8")
    rows = [dict(row) for row in SURVEY_ROWS if row.get("name") != "so_cho"]
    next(row for row in rows if row.get("name") == "so_sach")["constraint"] = ". < 10"
    write_form(folder / f"{SURVEY}.xlsx", SURVEY, "Phiếu mới", rows)
    return folder


@pytest.fixture(scope="module")
def update(newer: Path) -> FormsUpdate:
    files = {path.relative_to(newer).as_posix(): path.read_bytes() for path in newer.rglob("*") if path.is_file()}
    return FormsUpdate(CAMPAIGN, NEWER, "0.1.0", MORNING, files)


@pytest.fixture(scope="module")
def published(update: FormsUpdate, press: Signer) -> bytes:
    return update_file(update, press)


@pytest.fixture
def file(tmp_path: Path, published: bytes) -> Path:
    path = tmp_path / "dot-moi.cbcu"
    path.write_bytes(published)
    return path


def test_a_file_whose_name_cannot_travel_is_told_before_it_is_signed(update: FormsUpdate, press: Signer) -> None:
    with pytest.raises(UserFacingError, match="“bảng kê"):
        update_file(replace(update, files={**update.files, "bảng kê.csv": b"a"}), press)


def trust(office: Office, holder: Holder, folder: Path, group: AnchorGroup = AnchorGroup.PUBLISHER) -> None:
    (folder / "publisher.pem").write_bytes(holder.pem)
    (candidate,) = office.trust.candidates(folder / "publisher.pem")
    office.trust.accept(candidate, group, fingerprint=str(candidate.fingerprint), why="đã gọi điện")


def refused(office: Office, path: Path) -> Message:
    before = office.catalogue.campaign(CAMPAIGN).version
    with pytest.raises(UserFacingError) as told:
        office.forms_updates.look(path)
    assert office.catalogue.campaign(CAMPAIGN).version == before
    return told.value.message


def begins_as(message: Message, template: Message) -> bool:
    return message.vi.startswith(template.vi.partition("{")[0])


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ({"format": 2}, NEWER_FORMAT),
        ({"format": 1}, DAMAGED),
        ({"format": 1, "campaign": "../x", "version": "1", "needs": "0", "files": []}, DAMAGED),
    ],
    ids=["of a newer program", "without its fields", "of a place outside"],
)
def test_a_statement_that_its_publisher_signed_is_read_with_care_all_the_same(
    statement: dict[str, object], told: Message, office: Office, publisher: Holder, press: Signer, tmp_path: Path
) -> None:
    trust(office, publisher, tmp_path)
    stated = json.dumps(statement | {"issued_at": MORNING.isoformat()}).encode()
    parts = {MIMETYPE: MIMETYPE_CONTENT, "update.json": stated}
    signed = parts | {CONTAINER_SIGNATURE: press.sign_manifest(stated, at=MORNING)}
    path = tmp_path / "la.cbcu"
    path.write_bytes(stored_zip(signed, MORNING))
    assert begins_as(refused(office, path), told)


def test_what_an_update_means_for_every_draft_is_shown_before_anything_changes(
    office: Office, lan: Clerk, publisher: Holder, file: Path, tmp_path: Path
) -> None:
    lan.fills_in()
    trust(office, publisher, tmp_path)
    plan = office.forms_updates.look(file)
    assert (plan.installed, plan.update.version, plan.update.publisher) == ("2030.1", NEWER, "Cục Báo chí Mẫu")
    (draft,) = plan.drafts
    assert draft.agency_name == lan.dossier.agency.name_vi
    assert (draft.counts[Fate.GONE], draft.counts[Fate.MARKED]) == (1, 1)
    assert office.catalogue.campaign(CAMPAIGN).version == "2030.1"
    assert lan.sees(SEATS) == "1200"


def test_an_update_that_is_taken_leaves_drafts_as_they_are_until_a_person_carries_them_over(
    office: Office, lan: Clerk, publisher: Holder, file: Path, tmp_path: Path
) -> None:
    lan.fills_in()
    trust(office, publisher, tmp_path)
    office.forms_updates.take(office.forms_updates.look(file))
    assert office.catalogue.campaign(CAMPAIGN).version == NEWER
    again = office.filling.open(lan.dossier.dossier_id)
    assert office.updating.outdated(again) == (SURVEY,)
    assert Clerk.comes_back(office, lan.signer).sees(BOOKS)
    last = office.store.journal.entries()[-1]
    assert (last.event, last.facts["to"], last.facts["publisher"]) == ("campaign_updated", NEWER, "Cục Báo chí Mẫu")
    assert begins_as(refused(office, file), NOT_NEWER)


def test_nobody_publishes_forms_here_whom_the_office_does_not_trust_for_that(
    office: Office, publisher: Holder, file: Path, tmp_path: Path
) -> None:
    assert "Cục Báo chí Mẫu" in refused(office, file).vi
    trust(office, publisher, tmp_path, AnchorGroup.OWN)
    assert begins_as(refused(office, file), NOT_TRUSTED)


def test_who_may_publish_forms_vouches_for_no_document(office: Office, publisher: Holder, tmp_path: Path) -> None:
    trust(office, publisher, tmp_path)
    assert publisher.der in office.trust.own.publishers().certificates
    assert publisher.der not in office.trust.own.trusted().certificates


@pytest.mark.parametrize(
    ("what", "becomes"),
    [(b'"version": "2030.10"', b'"version": "2030.99"'), (b"[title]", b"[tytle]")],
)
def test_an_update_that_was_changed_after_it_was_signed_is_refused(
    office: Office, publisher: Holder, file: Path, tmp_path: Path, what: bytes, becomes: bytes
) -> None:
    trust(office, publisher, tmp_path)
    content = file.read_bytes()
    assert what in content
    file.write_bytes(content.replace(what, becomes))
    told = refused(office, file)
    assert begins_as(told, CHANGED) or begins_as(told, DAMAGED)


def test_an_update_of_a_file_more_than_was_signed_is_refused(
    office: Office, publisher: Holder, update: FormsUpdate, press: Signer, tmp_path: Path
) -> None:
    from cbc_desktop.package.archive import read_archive, stored_zip

    trust(office, publisher, tmp_path)
    path = tmp_path / "them.cbcu"
    parts = read_archive(update_file(update, press)).parts
    path.write_bytes(stored_zip({**parts, "files/them.csv": b"a"}, MORNING))
    assert begins_as(refused(office, path), CHANGED)


def test_what_is_hidden_in_the_folder_of_a_campaign_is_not_published(
    office: Office, publisher: Holder, update: FormsUpdate, newer: Path, press: Signer, tmp_path: Path
) -> None:
    trust(office, publisher, tmp_path)
    folder = tmp_path / "campaign"
    shutil.copytree(newer, folder)
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("what the publisher alone knows", encoding="utf-8")
    path = tmp_path / "dot.cbcu"
    path.write_bytes(office.forms_updates.published(read_campaign(folder), press))
    assert office.forms_updates.look(path).update.files.keys() == update.files.keys()


@pytest.mark.parametrize(
    ("change", "expected"),
    [({"needs": "99.0"}, PROGRAM_TOO_OLD), ({"version": "2031.1"}, NOT_WHAT_IT_SAYS)],
)
def test_an_update_that_does_not_fit_here_is_refused(
    office: Office,
    publisher: Holder,
    update: FormsUpdate,
    press: Signer,
    tmp_path: Path,
    change: dict[str, str],
    expected: Message,
) -> None:
    trust(office, publisher, tmp_path)
    path = tmp_path / "khac.cbcu"
    path.write_bytes(update_file(replace(update, **change), press))  # type: ignore[arg-type]  # texts, by name
    assert begins_as(refused(office, path), expected)


def changed(update: FormsUpdate, name: str, before: str, after: str) -> FormsUpdate:
    text = update.files[name].decode()
    assert before in text
    return replace(update, files={**update.files, name: text.replace(before, after).encode()})


@pytest.mark.parametrize("state", [State.DRAFT, State.FINALISED])
def test_an_update_without_an_agency_that_has_a_dossier_here_is_refused(
    state: State, office: Office, lan: Clerk, publisher: Holder, update: FormsUpdate, press: Signer, tmp_path: Path
) -> None:
    lan.fills_in()
    if state is State.FINALISED:
        lan.finalises()
    trust(office, publisher, tmp_path)
    path = tmp_path / "khac.cbcu"
    path.write_bytes(update_file(changed(update, "agencies.csv", "TVM@,TVM", "TVX@,TVX"), press))
    assert begins_as(refused(office, path), AGENCY_LOST)


def test_a_finalised_dossier_of_the_forms_before_is_told_what_the_new_campaign_asks_for(
    office: Office, lan: Clerk, publisher: Holder, update: FormsUpdate, press: Signer, tmp_path: Path
) -> None:
    lan.fills_in()
    lan.finalises()
    trust(office, publisher, tmp_path)
    rows = [dict(row) | ({"name": "nguoi_ky"} if row.get("name") == "ho_ten" else {}) for row in SURVEY_ROWS]
    write_form(tmp_path / "moi.xlsx", SURVEY, "Phiếu mới", rows)
    other = changed(update, "campaign.toml", SIGNATORY, "/data/s4/nguoi_ky")
    form = {f"{SURVEY}.xlsx": (tmp_path / "moi.xlsx").read_bytes()}
    path = tmp_path / "khac.cbcu"
    path.write_bytes(update_file(replace(other, files={**other.files, **form}), press))
    office.forms_updates.take(office.forms_updates.look(path))
    with pytest.raises(UserFacingError) as told:
        lan.exports(tmp_path / "out")
    assert begins_as(told.value.message, NOT_ASKED)
    with pytest.raises(UserFacingError) as told:
        office.profiles.keep_from(office.filling.open(lan.dossier.dossier_id))
    assert begins_as(told.value.message, NOT_ASKED)


def test_what_is_taken_is_what_was_looked_at(
    office: Office, publisher: Holder, update: FormsUpdate, press: Signer, file: Path, tmp_path: Path
) -> None:
    trust(office, publisher, tmp_path)
    plan = office.forms_updates.look(file)
    file.write_bytes(update_file(replace(update, files={**update.files, "them.csv": b"a"}), press))
    with pytest.raises(UserFacingError) as told:
        office.forms_updates.take(plan)
    assert told.value.message == MEANWHILE
    assert office.catalogue.campaign(CAMPAIGN).version == "2030.1"


def test_an_update_that_cannot_be_installed_changes_nothing_and_leaves_nothing(
    office: Office, publisher: Holder, file: Path, home: Path, tmp_path: Path
) -> None:
    trust(office, publisher, tmp_path)
    plan = office.forms_updates.look(file)
    (home / "campaigns").write_bytes(b"a file where the folder should be")
    with pytest.raises(UserFacingError):
        office.forms_updates.take(plan)
    assert office.catalogue.campaign(CAMPAIGN).version == "2030.1"
    assert [path for path in home.iterdir() if path.name.startswith(".cbc-")] == []
    assert "campaign_updated" not in [entry.event for entry in office.store.journal.entries()]


def test_an_update_that_the_journal_cannot_take_is_not_installed(
    office: Office, publisher: Holder, file: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(office, publisher, tmp_path)
    plan = office.forms_updates.look(file)

    def refuse(*_: object, **__: object) -> None:
        raise UserFacingError(DISK_FULL)

    monkeypatch.setattr(Journal, "record", refuse)
    with pytest.raises(UserFacingError):
        office.forms_updates.take(plan)
    assert office.catalogue.campaign(CAMPAIGN).version == "2030.1"
    assert list((home / "campaigns").iterdir()) == []


def test_a_folder_that_an_interrupted_update_left_is_no_campaign(office: Office, home: Path, newer: Path) -> None:
    shutil.copytree(newer, home / ".cbc-left")
    assert office.catalogue.campaign(CAMPAIGN).version == "2030.1"


def test_a_campaign_is_published_and_taken_by_commands(cbc: Command, home: Path, newer: Path, tmp_path: Path) -> None:
    publisher = certified("Cục Báo chí Mẫu", datetime.now(UTC))
    for name, content in (("p.p12", publisher.pkcs12()), ("p.pem", publisher.pem), ("p.txt", PASSPHRASE.encode())):
        (tmp_path / name).write_bytes(content)
    key = ("--p12", tmp_path / "p.p12", "--passphrase-file", tmp_path / "p.txt")
    made = cbc("publish-campaign", newer, "--out", tmp_path / "moi.cbcu", *key)
    assert made.code == 0, made.err
    assert cbc("update-campaigns", tmp_path / "moi.cbcu").code == 1
    fingerprint = publisher.certificate.fingerprint(publisher.certificate.signature_hash_algorithm).hex()
    why = ("--fingerprint", fingerprint, "--group", "publisher", "--why", "đã so")
    assert cbc("trust", "add", tmp_path / "p.pem", *why).code == 0
    shown = cbc("update-campaigns", tmp_path / "moi.cbcu", lang="en")
    assert f"2030.1 → {NEWER}" in shown.out
    assert "version 0.1.0" in shown.out
    taken = cbc("update-campaigns", tmp_path / "moi.cbcu", "--take", lang="en")
    assert (taken.code, taken.out.splitlines()[-1][:7]) == (0, "Updated")
    assert read_campaign(next((home / "campaigns").iterdir())).version == NEWER


def test_a_certificate_for_practice_publishes_no_forms_and_that_is_said_at_once(
    cbc: Command, newer: Path, tmp_path: Path
) -> None:
    trial = make_trial_identity(tmp_path, now=datetime.now(UTC), passphrase=PASSPHRASE)
    (tmp_path / "p.txt").write_text(PASSPHRASE, encoding="utf-8")
    key = ("--p12", trial.pkcs12, "--passphrase-file", tmp_path / "p.txt")
    made = cbc("publish-campaign", newer, "--out", tmp_path / "moi.cbcu", *key)
    assert made.code == 1
    assert made.err.strip() == NOT_BY_PRACTICE.vi
    assert not (tmp_path / "moi.cbcu").exists()
