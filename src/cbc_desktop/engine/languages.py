"""The form's own languages and the program's two: which of the former is Vietnamese, which English."""

from __future__ import annotations

import re

from cbc_desktop.base.message import ENGLISH, VIETNAMESE, Message
from cbc_desktop.engine.session import FormSession
from cbc_desktop.forms.definition import FormDefinition, LocalizedText
from cbc_desktop.xpath import Node

_CODE = re.compile(r"\((?P<code>[A-Za-z]{2,3})(-[A-Za-z0-9]+)?\)\s*$")


def language_for(definition: FormDefinition, code: str) -> str:
    """The form's language with this code, as XLSForm writes it, "English (en)"; else its default language."""
    for name in definition.languages:
        match = _CODE.search(name)
        if name.lower() == code or (match and match["code"].lower() == code):
            return name
    return definition.default_language


def speaks(session: FormSession, code: str) -> bool:
    """Whether the form's language on show is the one with this code."""
    match = _CODE.search(session.language)
    return session.language.lower() == code or (match is not None and match["code"].lower() == code)


def shows_english(session: FormSession) -> bool:
    return speaks(session, ENGLISH)


def in_both_languages(session: FormSession, text: LocalizedText, node: Node) -> Message:
    return Message(
        session.text_in(language_for(session.definition, VIETNAMESE), text, node),
        session.text_in(language_for(session.definition, ENGLISH), text, node),
    )
