"""Commands that list: campaigns, agencies, dossiers."""

from __future__ import annotations

from argparse import Namespace

from cbc_desktop.base.message import Message
from cbc_desktop.cli.office_of import office_of
from cbc_desktop.cli.terminal import Terminal
from cbc_desktop.dossier.states import STATE_TITLES
from cbc_desktop.forms.agencies import matching
from cbc_desktop.office import open_catalogue

NO_AGENCY = Message(
    "Không có cơ quan nào có tên như “{text}” trong đợt khảo sát này. Hãy thử một từ ngắn hơn, không cần dấu.",
    "No agency of this campaign is called anything like “{text}”. Try a shorter word; accents may be left out.",
)
FOR_PRACTICE = Message("  THỬ NGHIỆM", "  FOR PRACTICE")
NO_DOSSIERS = Message(
    "Chưa có hồ sơ nào trong thư mục dữ liệu “{home}”. Lập hồ sơ: cbc-desktop new ĐỢT CƠ-QUAN",
    "There are no dossiers in the folder of data “{home}”. Begin one: cbc-desktop new CAMPAIGN AGENCY",
)


def campaigns(arguments: Namespace, terminal: Terminal) -> int:
    """1 when one of those that are installed cannot be used: told on standard error, after the others."""
    installed = open_catalogue(arguments.home, arguments.campaigns).installed()
    for campaign in installed.campaigns:
        terminal.say(f"{campaign.id}  {terminal.text(campaign.title)}  ({', '.join(campaign.forms)})")
    for trouble in installed.troubles:
        terminal.trouble(trouble)
    return 1 if installed.troubles else 0


def agencies(arguments: Namespace, terminal: Terminal) -> int:
    campaign = open_catalogue(arguments.home, arguments.campaigns).campaign(arguments.campaign)
    respondents = campaign.agencies.respondents(campaign.register_date)
    text = " ".join(arguments.search)
    found = matching(text, respondents) if text else respondents
    for agency in found:
        terminal.say(f"{agency.code:10} {agency.name_vi}")
    if not found:
        terminal.trouble(NO_AGENCY.filled(text=text))
    return 0 if found else 1


def dossiers(arguments: Namespace, terminal: Terminal) -> int:
    with office_of(arguments) as office:
        found = office.filling.dossiers()
        for dossier in found:
            state = terminal.text(STATE_TITLES[dossier.revision.state])
            identity, practice = dossier.identity, terminal.text(FOR_PRACTICE) if dossier.trial else ""
            terminal.say(
                f"{identity.dossier_id}  {identity.campaign_id}  {dossier.agency_name}  "
                f"{dossier.revision.number}  {state}  {dossier.changed_at:%d/%m/%Y %H:%M}{practice}"
            )
        if not found:
            terminal.say(NO_DOSSIERS.filled(home=arguments.home))
    return 0
