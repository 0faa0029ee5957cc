"""In which language the forms of an open dossier are shown: that of the window, or another that a person chose here."""

from __future__ import annotations

import re

from cbc_desktop.base.message import Message
from cbc_desktop.engine.languages import language_for, shows_english
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.open_dossier import OpenDossier
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preferences import Preferences

_CODE = re.compile(r"\s*\([^()]*\)\s*$")


class FormsLanguage:
    """Forms that have not the chosen language are shown in the window's."""

    def __init__(self, dossier: OpenDossier, look: Look, preferences: Preferences) -> None:
        self._sessions = [filling.session for filling in dossier.forms.values()]
        self._dossier_id, self._look, self._preferences = dossier.dossier_id, look, preferences
        self.choices = list(dict.fromkeys(name for one in self._sessions for name in one.definition.languages))
        self._show(preferences.forms_language(self._dossier_id))

    @property
    def present(self) -> str:
        """As the forms call it; "" for forms in one language without a name."""
        return self._sessions[0].language if self._sessions else ""

    def choose(self, language: str) -> None:
        self._preferences.keep_forms_language(self._dossier_id, language)
        self._show(language)

    def following(self) -> str:
        """The language after the present one, around."""
        place = self.choices.index(self.present) if self.present in self.choices else -1
        return self.choices[(place + 1) % len(self.choices)]

    def text(self, session: FormSession, message: Message) -> str:
        """What a form says of itself in both languages of the program."""
        return message.en if shows_english(session) else message.vi

    def _show(self, language: str) -> None:
        for session in self._sessions:
            known = language in session.definition.languages
            session.show_language(language if known else language_for(session.definition, self._look.language))


def short_name(language: str) -> str:
    """``Tiếng Việt`` of ``Tiếng Việt (vi)``."""
    return _CODE.sub("", language) or language
