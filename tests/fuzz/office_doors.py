"""Doors of the office itself: receipts, updates, copies, databases, settings, images, certificates and keys."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path
from random import Random

from damage import damaged
from door import Door, require_both_languages
from mutation import Mutate, by_structure, change_folder, change_json, change_lines, change_zip, zipped
from office_at_work import OfficeAtWork
from pki import PASSPHRASE
from rows_and_codes import change_copy, change_rows

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.documents.stamps.kinds import StampKind
from cbc_desktop.dossier.return_slip import SIGNATURE_SUFFIX
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.stamp_desk import prepared_stamp
from cbc_desktop.forms.campaign_entries import CAMPAIGN_FILE
from cbc_desktop.package.forms_update import FormsUpdate, update_file
from cbc_desktop.receiving.reception.desk import ReceptionDesk
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.trust import TrustAnchors
from cbc_desktop.store.anchors import look_at_anchors
from cbc_desktop.store.database import Database
from cbc_desktop.store.office_store import OfficeStore
from cbc_desktop.store.received.received_store import DATABASE, ReceivedStore
from cbc_desktop.ui.preferences import FILE, KeyUse, Preferences
from cbc_desktop.ui.theme.colours import Scheme

_TABLE = "phieu/t1"
_SOME_QUESTIONS = 20


def _of_file(read: Callable[[OfficeAtWork, Path], object]) -> Callable[[OfficeAtWork, bytes, Path], bool]:
    """For doors that take a path: what does not refuse accepts."""

    def reads(at_work: OfficeAtWork, content: bytes, path: Path) -> bool:
        path.write_bytes(content)
        read(at_work, path)
        return True

    return reads


def _written(pattern: str) -> Callable[[OfficeAtWork], list[bytes]]:
    return lambda at_work: at_work.files(pattern)


def _take_slip(at_work: OfficeAtWork, path: Path) -> None:
    require_both_languages([at_work.office.filling.take_return(path).sentences])


def _take_signature(at_work: OfficeAtWork, path: Path) -> None:
    slip = path.with_name(path.name.removesuffix(SIGNATURE_SUFFIX))
    slip.write_bytes(at_work.files("receipts/accepted/*.json")[0])
    _take_slip(at_work, slip)


def _folders(at_work: OfficeAtWork) -> list[bytes]:
    """A newer version of the campaign, as a zip of its files."""
    campaign = at_work.campaign
    files = {path.name: path.read_bytes() for path in campaign.folder.iterdir() if path.is_file()}
    was, newer = (f'version = "{version}"'.encode() for version in (campaign.version, f"{campaign.version}.1"))
    files[CAMPAIGN_FILE] = files[CAMPAIGN_FILE].replace(was, newer, 1)
    return [zipped(list(files.items()), Random(0))]


def _update(at_work: OfficeAtWork, folder: bytes) -> bytes:
    """What a publisher would sign of it, whatever it is."""
    campaign, files = at_work.campaign, _files(folder)
    return update_file(
        FormsUpdate(campaign.id, f"{campaign.version}.1", "0.1.0", at_work.moment, files), at_work.signer
    )


def _files(folder: bytes) -> dict[str, bytes]:
    """None in what was damaged so that it is no zip any more."""
    try:
        with zipfile.ZipFile(BytesIO(folder)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # whatever zipfile says of it
        return {}


def _updates(at_work: OfficeAtWork) -> list[bytes]:
    return [_update(at_work, folder) for folder in _folders(at_work)]


def _look_at_update(at_work: OfficeAtWork, path: Path) -> None:
    require_both_languages([at_work.office.forms_updates.look(path).title])


def _look_at_signed(at_work: OfficeAtWork, path: Path) -> None:
    path.write_bytes(_update(at_work, path.read_bytes()))
    _look_at_update(at_work, path)


def _look_at_copy(at_work: OfficeAtWork, path: Path) -> None:
    copy = at_work.office.carrying.look_at(path)
    copy.theirs.review()
    copy.close()


def _open_office(at_work: OfficeAtWork, path: Path) -> None:
    """What the window shows of its data when it opens them, and of each dossier."""
    look_at_anchors(path)
    with Database.open(path) as database:
        store = OfficeStore.over(database, path.parent / "media", at_work.office.clock)
        office = replace(at_work.office, database=database, store=store)
        store.journal.entries()
        office.profiles.all()
        office.trust.all()
        for stored in office.filling.dossiers():
            dossier = office.filling.open(stored.identity.dossier_id)
            dossier.review()
            dossier.changes_since_sent()
            dossier.returned_questions()
            for form, filling in dossier.forms.items():
                dossier.remarks(form)
                for leaf in islice(filling.session.leaves(), _SOME_QUESTIONS):
                    dossier.history(form, leaf.address)
            office.store.issued.of(dossier.dossier_id)


def _open_received(at_work: OfficeAtWork, path: Path) -> None:
    """What the room of the receiver shows."""
    office = at_work.office
    store = ReceivedStore.open(path.parent, office.clock)
    desk = ReceptionDesk(office.catalogue, store, TrustAnchors.none, office.clock, office.identifiers, "Phúc")
    with store.database:
        desk.decisions.all()
        desk.strangers()
        for campaign in desk.campaigns():
            for arrival in desk.arrivals(campaign):
                desk.report(arrival.digest)
                desk.open_points(arrival)
                desk.receipts(arrival)
                desk.questions(arrival)
            desk.roll(campaign)
            list(desk.counted(campaign))


def _databases(kind: str) -> Callable[[OfficeAtWork], list[bytes]]:
    def seeds(at_work: OfficeAtWork) -> list[bytes]:
        databases = {"own": at_work.office.database, "received": at_work.office.received.store().database}
        return [databases[kind].content()]

    return seeds


def _preferences(at_work: OfficeAtWork) -> list[bytes]:
    folder = at_work.out / "settings"
    folder.mkdir(exist_ok=True)
    kept = Preferences(folder)
    kept.language, kept.scheme, kept.scale, kept.export_folder = "en", Scheme.DARK, 150, folder
    kept.keep_certificate(KeyUse.LEADER, folder / "a.p12")
    kept.keep_consolidated_folder("837", folder)
    kept.keep_widths(_TABLE, [100, 20])
    kept.keep_left_at("d", "phieu", Address("", "/data/a"))
    kept.keep_progress("d", 1, 2, at_work.moment)
    kept.keep_forms_language("d", "en")
    kept.save()
    return [(folder / FILE).read_bytes()]


def _read_preferences(at_work: OfficeAtWork, path: Path) -> None:
    kept = Preferences(path.parent)
    _ = kept.language, kept.scheme, kept.scale, kept.export_folder, kept.geometry
    _ = [kept.certificate(use) for use in KeyUse]
    _ = kept.consolidated_folder("837"), kept.widths(_TABLE), kept.left_at("d"), kept.forms_language("d")
    kept.progress("d", at_work.moment)
    kept.save()


def _stamps(at_work: OfficeAtWork) -> list[bytes]:
    return [path.read_bytes() for path in sorted(shipped_forms().glob("*/sample/*.png"))]


def _prepare_stamps(at_work: OfficeAtWork, path: Path) -> None:
    prepared_stamp(path, StampKind.SIGNATURE)
    prepared_stamp(path, StampKind.SEAL, clear_white=True)


def _certificates(at_work: OfficeAtWork) -> list[bytes]:
    return [at_work.holder.pem, at_work.holder.der, at_work.holder.pem * 2]


def _look_at_certificates(at_work: OfficeAtWork, path: Path) -> None:
    for candidate in at_work.office.trust.candidates(path):
        require_both_languages(caution.message for caution in candidate.cautions)


def _load_key(at_work: OfficeAtWork, path: Path) -> None:
    _ = load_pkcs12(path, PASSPHRASE, now=at_work.moment).findings


def _door(
    name: str,
    file: str,
    seeds: Callable[[OfficeAtWork], list[bytes]],
    change: Mutate,
    read: Callable[[OfficeAtWork, Path], object],
    tries: int = 60,
) -> Door:
    return Door(name, file, seeds, change, _of_file(read), tries=tries)


DOORS = (
    _door("receipt", "phieu.json", _written("receipts/*/*.json"), by_structure(change_json), _take_slip),
    _door("receipt by mail", "phieu.eml", _written("receipts/*/*.eml"), by_structure(change_lines), _take_slip),
    _door(
        "its signature", "phieu.json.p7s", _written("receipts/accepted/*.p7s"), by_structure(damaged), _take_signature
    ),
    _door("forms update", "moi.cbcu", _updates, by_structure(change_zip), _look_at_update),
    _door("its files, signed", "moi.cbcu", _folders, change_folder, _look_at_signed, 10),
    _door("dossier copy", "ban-chep.cbcd", _written("*/*.cbcd"), by_structure(change_copy), _look_at_copy),
    _door("own database", "cbc.sqlite3", _databases("own"), by_structure(change_rows), _open_office),
    _door("received database", DATABASE, _databases("received"), by_structure(change_rows), _open_received),
    _door("settings", FILE, _preferences, by_structure(change_lines), _read_preferences),
    _door("signature and seal", "dau.png", _stamps, by_structure(damaged), _prepare_stamps, 20),
    _door("certificates", "ca.pem", _certificates, by_structure(damaged), _look_at_certificates),
    _door("key file", "khoa.p12", lambda at_work: [at_work.holder.pkcs12()], by_structure(damaged), _load_key),
)
