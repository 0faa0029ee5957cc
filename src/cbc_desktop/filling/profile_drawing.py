"""A profile drawn from a dossier: the facts of its issue, and what it answers about who signs."""

from __future__ import annotations

from dataclasses import replace

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.dossier.profile import PROFILE_FACTS, AgencyProfile, Signatory
from cbc_desktop.engine.address import Address
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.forms.authority import authority_lines, recognised

NOTHING_TO_KEEP = Message(
    "Hồ sơ chưa có ký hiệu, địa danh hay người ký để giữ thành mẫu. Hãy ghi các mục đó trước.",
    "The dossier has no symbol, place or signatory yet that could be kept as a profile. Give those first.",
)


def drawn_from(dossier: OpenDossier, blank: AgencyProfile) -> AgencyProfile:
    """``blank`` with all that the dossier says; UserFacingError when that is nothing yet."""
    facts, unit = dossier.stored.revision.facts, dossier.campaign.cover.drafting_unit
    known = {name: getattr(facts, name) for name in PROFILE_FACTS}
    drafting_unit = _answer(dossier, unit.form, unit.path)
    with_facts = replace(blank, **known, drafting_unit=drafting_unit)
    if not _name(dossier):
        if not any((drafting_unit, *known.values())):
            raise UserFacingError(NOTHING_TO_KEEP)
        return with_facts
    return _with_signatory(dossier, with_facts)


def _with_signatory(dossier: OpenDossier, profile: AgencyProfile) -> AgencyProfile:
    """The form of signing is told by its lines, and names those in whose name somebody signs."""
    paths = dossier.campaign.cover.signatory
    position = _answer(dossier, paths.form, paths.position)
    signing = recognised(authority_lines(_answer(dossier, paths.form, paths.authority)), position)
    return replace(
        profile,
        collective=signing.collective or profile.collective,
        head=signing.head or profile.head,
        signatories=(Signatory(_name(dossier), position, signing.form, signing.own_lines),),
    )


def _name(dossier: OpenDossier) -> str:
    paths = dossier.campaign.cover.signatory
    return _answer(dossier, paths.form, paths.name)


def _answer(dossier: OpenDossier, form_id: str, path: str) -> str:
    return dossier.form(form_id).session.value(Address("", path))
