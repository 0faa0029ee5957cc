"""Command of a receiving office: reminds the agencies of which nothing has come, and keeps their addresses."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.reception import campaign_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.office import Office
from cbc_desktop.receiving.reception.addressing import WHERE_ADDRESSES

WROTE = Message(
    "Đã ghi {count} thư đôn đốc vào {path}; {addressed} thư có địa chỉ người nhận. Chương trình không gửi thư.",
    "Reminders written to {path}: {count}, with an address: {addressed}. The program sends no mail.",
)
REMINDED = Message("  {code} {agency}: {address}", "  {code} {agency}: {address}")
NO_ADDRESS = Message("chưa biết địa chỉ", "no address is known")
HOW_ADDRESSED = Message(
    "{where} Ghi địa chỉ bằng --address MÃ ĐỊA-CHỈ.", "{where} An address is entered with --address CODE ADDRESS."
)
WHOSE_ADDRESSES = Message(
    "Chưa nhận được gì nên chưa rõ địa chỉ là của đợt khảo sát nào; chưa ghi gì. Hãy ghi đợt khảo sát: {campaigns}.",
    "Nothing has arrived, so it is not clear of which campaign the addresses are; nothing was kept. Name the campaign: "
    "{campaigns}.",
)


def remind(arguments: Namespace, terminal: Terminal) -> int:
    """An e-mail draft for each agency that is missing."""
    with office_of(arguments) as office:
        desk = office.reception
        campaign = campaign_of(desk, arguments)
        if arguments.address:
            _keep(office, campaign, arguments.address)
        found = desk.reminders(campaign, trial=arguments.trial) if campaign else ()
        desk.write_reminders(found, arguments.out)
    for one in found:
        address = one.address or NO_ADDRESS
        terminal.say(REMINDED.filled(code=one.agency.code, agency=one.agency.name_vi, address=address))
    addressed = sum(1 for one in found if one.address)
    terminal.say(WROTE.filled(count=len(found), path=arguments.out, addressed=addressed))
    if addressed < len(found):
        terminal.say(HOW_ADDRESSED.filled(where=WHERE_ADDRESSES))
    return 0


def _keep(office: Office, campaign_id: str | None, texts: list[list[str]]) -> None:
    if campaign_id is None:
        installed = ", ".join(one.id for one in office.catalogue.campaigns())
        raise UserFacingError(WHOSE_ADDRESSES.filled(campaigns=installed))
    campaign = office.catalogue.campaign(campaign_id)
    of_agencies = {campaign.agencies.find(agency, campaign.register_date): text for agency, text in texts}
    office.reception.addresses.keep(of_agencies)
