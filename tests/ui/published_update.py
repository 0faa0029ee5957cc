"""An update of the shipped campaign, signed by a publisher whom the office trusts."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from cbc_desktop.base.paths import shipped_forms
from cbc_desktop.forms.campaign import read_campaign
from cbc_desktop.office import Office
from cbc_desktop.signing.identity import load_pkcs12
from cbc_desktop.signing.signature_facts import AnchorGroup
from cbc_desktop.signing.signer import LocalSigner

sys.path.append(str(Path(__file__).parent.parent / "signing"))
from pki import PASSPHRASE, certified

VERSION = "2022.2"


def published_update(office: Office, folder: Path, *, trusted: bool = True) -> Path:
    """The same forms under a newer version: drafts that were begun with an older form would change."""
    (source,) = (path for path in shipped_forms().iterdir() if path.is_dir())
    newer = Path(shutil.copytree(source, folder / "newer"))
    described = (newer / "campaign.toml").read_text(encoding="utf-8")
    (newer / "campaign.toml").write_text(described.replace('"2022.1"', f'"{VERSION}"'), encoding="utf-8")
    now = office.clock.now()
    publisher = certified("Cục Báo chí Mẫu", now, organisation="Bộ Mẫu")
    (folder / "publisher.p12").write_bytes(publisher.pkcs12())
    signer = LocalSigner(load_pkcs12(folder / "publisher.p12", PASSPHRASE, now=now))
    path = folder / "khao-sat-2022-2.cbcu"
    path.write_bytes(office.forms_updates.published(read_campaign(newer), signer))
    if trusted:
        (folder / "publisher.pem").write_bytes(publisher.pem)
        (candidate,) = office.trust.candidates(folder / "publisher.pem")
        office.trust.accept(candidate, AnchorGroup.PUBLISHER, fingerprint=str(candidate.fingerprint), why="đã gọi điện")
    return path
