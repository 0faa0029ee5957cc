"""Commands about profiles of agencies: list, show, keep from a dossier, put into one, remove."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of, open_dossier
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.profile import TITLES, AgencyProfile, Signatory, millimetres
from cbc_desktop.filling.profile_desk import warnings_of
from cbc_desktop.forms.authority import signature_lines
from cbc_desktop.office import Office

NONE = Message("Chưa có mẫu nào trên máy này.", "There are no profiles on this computer.")
NO_AGENCY = Message("Không có mẫu nào của cơ quan “{agency}” trên máy này.", "There is no profile of “{agency}” here.")
NO_SIGNATORY = Message(
    "Mẫu “{name}” không có người ký “{signatory}”. Có: {known}.",
    "The profile “{name}” has no signatory “{signatory}”. There are: {known}.",
)
KEPT = Message("Đã giữ thành mẫu “{name}”.", "Kept as the profile “{name}”.")
REMOVED = Message(
    "Đã xóa mẫu “{name}”. Các hồ sơ không thay đổi.", "Removed the profile “{name}”. No dossier has changed."
)
USED = Message("Đã điền theo mẫu “{name}”.", "Filled in from the profile “{name}”.")
STAYS = Message(
    "Giữ nguyên {label}: “{before}” (mẫu ghi “{after}”); thêm --replace để thay.",
    "{label} stays: “{before}” (the profile says “{after}”); --replace replaces it.",
)
REPLACED = Message("Đã thay {label}: “{before}” → “{after}”.", "Replaced {label}: “{before}” → “{after}”.")

SEAL_KEPT = Message("Ảnh con dấu: {mm} mm", "Image of the seal: {mm} mm")
SIGNATURE_KEPT = Message("có ảnh chữ ký", "with the image of the signature")


def list_all(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        profiles = office.profiles.all()
        for profile in profiles:
            signatories = ", ".join(one.name for one in profile.signatories)
            terminal.say("  ".join(filter(None, (str(profile.agency), profile.name, signatories))))
        if not profiles:
            terminal.say(NONE)
    return 0


def show(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        profile = profile_of(office, arguments.agency, arguments.name)
        if arguments.json:
            terminal.as_json(_as_json(profile))
            return 0
        for line in _lines(profile, terminal):
            terminal.say(line)
    return 0


def keep(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        kept = office.profiles.keep_from(open_dossier(office, arguments.dossier), arguments.name)
        terminal.say(KEPT.filled(name=kept.name))
        for warning in (warning for one in kept.signatories for warning in warnings_of(one)):
            terminal.trouble(warning)
    return 0


def apply(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        dossier, desk = open_dossier(office, arguments.dossier), office.profiles
        profile = desk.named(dossier.stored.identity.agency, arguments.name)
        signatory = signatory_of(profile, arguments.signatory)
        plan = desk.plan(dossier, profile, signatory, replacing=arguments.replace)
        desk.apply(dossier, plan)
        for line in plan.differing:
            told = {"label": terminal.text(line.label), "before": line.before, "after": line.after}
            terminal.say((REPLACED if arguments.replace else STAYS).filled(**told))
        terminal.say(USED.filled(name=profile.name))
    return 0


def remove(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        profile = profile_of(office, arguments.agency, arguments.name)
        office.profiles.remove(profile)
        terminal.say(REMOVED.filled(name=profile.name))
    return 0


def profile_of(office: Office, agency: str, name: str) -> AgencyProfile:
    keys = {one.agency for one in office.profiles.all() if agency in (str(one.agency), one.agency.code)}
    if len(keys) != 1:
        raise UserFacingError(NO_AGENCY.filled(agency=agency))
    return office.profiles.named(keys.pop(), name)


def signatory_of(profile: AgencyProfile, name: str) -> Signatory | None:
    """The one of this name; the first one, if there is any, when nobody is named."""
    found = [one for one in profile.signatories if name in ("", one.name)]
    if name and not found:
        known = ", ".join(one.name for one in profile.signatories) or "-"
        raise UserFacingError(NO_SIGNATORY.filled(name=profile.name, signatory=name, known=known))
    return found[0] if found else None


def _lines(profile: AgencyProfile, terminal: Terminal) -> Iterator[str]:
    yield f"{profile.agency}  {profile.name}"
    for field, label in TITLES.items():
        if text := getattr(profile, field):
            yield f"{terminal.text(label)}: {text}"
    if profile.seal_image:
        yield terminal.text(SEAL_KEPT.filled(mm=millimetres(profile.seal_mm)))
    for one in profile.signatories:
        image = f" ({terminal.text(SIGNATURE_KEPT)})" if one.signature_image else ""
        yield f"- {' / '.join(signature_lines(profile.signing(one).authority, one.position))}: {one.name}{image}"


def _as_json(profile: AgencyProfile) -> Mapping[str, object]:
    signatories = [
        {
            "name": one.name,
            "position": one.position,
            "form": one.form.value,
            "own_lines": one.own_lines,
            "signature_image": bool(one.signature_image),
        }
        for one in profile.signatories
    ]
    return {
        "agency": str(profile.agency),
        "name": profile.name,
        **{field: getattr(profile, field) for field in TITLES},
        "signatories": signatories,
        "seal_mm": profile.seal_mm if profile.seal_image else None,
    }
