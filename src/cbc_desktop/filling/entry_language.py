"""The language in which workbooks go out and come back: Vietnamese, whatever language the window is in.

Choices come back as words, which mean something in the language they went out in alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cbc_desktop.base.message import VIETNAMESE
from cbc_desktop.engine.languages import language_for
from cbc_desktop.engine.session import FormSession


@contextmanager
def in_entry_language(session: FormSession) -> Iterator[None]:
    shown = session.language
    session.show_language(language_for(session.definition, VIETNAMESE))
    try:
        yield
    finally:
        session.show_language(shown)
