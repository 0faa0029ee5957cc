"""What every page of an open dossier can be asked; most pages answer little of it."""

from __future__ import annotations

from cbc_desktop.engine.address import Address
from cbc_desktop.ui.kit.pages import ScrollPage

Here = tuple[str, Address]
"""A form and the address of a question, a cell or a row in it."""


class DossierPage(ScrollPage):
    """Built when it is first shown, and kept."""

    def entered(self) -> None:
        """Called whenever it is shown."""

    def take_keyboard(self) -> None:
        """Puts the keyboard where work on the page begins."""

    def refresh(self) -> None:
        """Everything anew, after a step of the whole dossier."""

    def here(self) -> Here | None:
        """Where the keyboard is; None when it is on no question."""
        return None
