"""The commands that bring a signed update of a campaign to this computer, and that make one."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop import __version__
from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.signing_words import opened_signer
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.filling.form_update import Fate
from cbc_desktop.filling.forms_update_desk import DraftChange, FormsUpdatePlan
from cbc_desktop.filling.update_words import FATE_TITLES
from cbc_desktop.forms.campaign import read_campaign

WHAT = Message(
    "Đợt khảo sát “{title}” ({id}): phiên bản {installed} → {version}",
    "Campaign “{title}” ({id}): {installed} → {version}",
)
NEW = Message("chưa có", "not here yet")
WHO = Message(
    "Nơi phát hành: {publisher}, {day}. Phần mềm trên máy này: phiên bản {program}.",
    "Published by {publisher}, {day}. The program on this computer: version {program}.",
)
NO_DRAFTS = Message("Không có bản nháp nào phải chuyển.", "There is no draft that would have to change.")
DRAFT = Message(
    "Bản nháp của {agency}, nếu chuyển sang biểu mẫu mới:", "The draft of {agency}, if it goes over to the new forms:"
)
WOULD_BE = Message("Chưa thay đổi gì; thêm --take để cập nhật.", "Nothing has been changed; --take updates.")
DONE = Message(
    "Đã cập nhật. Bản nháp vẫn giữ biểu mẫu cũ cho tới khi bạn chuyển (lệnh update).",
    "Updated. Drafts keep their forms until you carry them over (command update).",
)
WROTE = Message(
    "Đã ghi {path}: {id} phiên bản {version}. Nơi nhận phải tin cậy chứng thư của người ký trong nhóm publisher.",
    "Wrote {path}: version {version} of {id}. Receivers have to trust the signer's certificate in the group publisher.",
)


def update_campaigns(arguments: Namespace, terminal: Terminal) -> int:
    """Without ``--take`` nothing is changed."""
    with office_of(arguments) as office:
        desk = office.forms_updates
        plan = desk.look(arguments.file)
        _tell(plan, terminal)
        if arguments.take:
            desk.take(plan)
    terminal.say(DONE if arguments.take else WOULD_BE)
    return 0


def publish_campaign(arguments: Namespace, terminal: Terminal) -> int:
    campaign = read_campaign(arguments.folder)
    with office_of(arguments) as office:
        desk = office.forms_updates
        with opened_signer(arguments, terminal, office, desk.require_publisher) as signer:
            write_atomically(arguments.out, desk.published(campaign, signer), private=False)
    terminal.say(WROTE.filled(path=arguments.out, id=campaign.id, version=campaign.version))
    return 0


def _tell(plan: FormsUpdatePlan, terminal: Terminal) -> None:
    update = plan.update
    installed = plan.installed or terminal.text(NEW)
    facts = {"title": terminal.text(plan.title), "id": update.campaign_id, "version": update.version}
    terminal.say(WHAT.filled(installed=installed, **facts))
    day = f"{update.issued_at:%d/%m/%Y}"
    terminal.say(WHO.filled(publisher=update.publisher, day=day, program=__version__))
    for draft in plan.drafts:
        _tell_draft(draft, terminal)
    if not plan.drafts:
        terminal.say(NO_DRAFTS)


def _tell_draft(draft: DraftChange, terminal: Terminal) -> None:
    terminal.say(DRAFT.filled(agency=draft.agency_name))
    for fate in Fate:
        if draft.counts.get(fate):
            terminal.say(f"{draft.counts[fate]:6} {terminal.text(FATE_TITLES[fate])}")
