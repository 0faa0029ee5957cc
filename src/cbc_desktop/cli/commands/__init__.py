"""The commands as tables, by what they are about: their words, and where the function is that carries each out."""

from __future__ import annotations

from cbc_desktop.cli.command import Command, CommandGroup
from cbc_desktop.cli.commands import (
    answers,
    carrying,
    dossiers,
    issuing,
    looking,
    owning,
    profiles,
    receiving,
    signing,
    trusting,
    workbooks,
)

COMMANDS: tuple[Command | CommandGroup, ...] = (
    *dossiers.COMMANDS,
    *answers.COMMANDS,
    *workbooks.COMMANDS,
    *looking.COMMANDS,
    *profiles.COMMANDS,
    *issuing.COMMANDS,
    *signing.COMMANDS,
    *carrying.COMMANDS,
    *receiving.COMMANDS,
    *trusting.COMMANDS,
    *owning.COMMANDS,
)
