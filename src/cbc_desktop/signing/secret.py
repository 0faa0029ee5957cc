"""A PIN or passphrase on its way to the key: shown nowhere, copied as little as Python allows, wiped after its use."""

from __future__ import annotations

from typing import NoReturn


class Secret:
    """Wiped when its ``with`` block ends.

    What was typed into a window or a terminal was a ``str`` before, which Python cannot overwrite; from here on there
    is one buffer, and the copies that the libraries below want are made in the child process, which ends with its use.
    """

    __slots__ = ("_content",)

    def __init__(self, content: bytearray) -> None:
        """``content`` is UTF-8 and from now on the secret's own: it is wiped with it."""
        self._content = content

    @classmethod
    def typed(cls, text: str) -> Secret:
        return cls(bytearray(text, "utf-8"))

    @property
    def content(self) -> bytearray:
        return self._content

    def wipe(self) -> None:
        """Overwritten where it is, and not shortened: somebody may be reading it."""
        self._content[:] = bytes(len(self._content))

    def __enter__(self) -> Secret:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def __bool__(self) -> bool:
        """False when there is none, or none any more."""
        return any(self._content)

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is neither copied nor kept")
