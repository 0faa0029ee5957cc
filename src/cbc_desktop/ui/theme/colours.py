"""The colours of the window, by what they mean; each pair of text and ground meets WCAG 2.2 level AA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Scheme(Enum):
    """What a person chooses; ``SYSTEM`` follows the desktop's light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """As ``#rrggbb``. ``…_soft`` is the ground of a box that says the same as the colour without it."""

    window: str
    surface: str
    sunken: str
    """The ground of what cannot be typed into: computed and read-only fields, table headers."""
    text: str
    muted: str
    line: str
    field_line: str
    accent: str
    on_accent: str
    accent_soft: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    done: str
    done_soft: str


LIGHT = Colours(
    window="#f3f5f7",
    surface="#ffffff",
    sunken="#eceff2",
    text="#1b2127",
    muted="#56616b",
    line="#d5dbe1",
    field_line="#7d8994",
    accent="#1f5fa8",
    on_accent="#ffffff",
    accent_soft="#e3eefa",
    error="#b3261e",
    error_soft="#fbe9e7",
    warning="#8a5300",
    warning_soft="#fdf2dc",
    done="#1c6b3a",
    done_soft="#e4f4ea",
)

DARK = Colours(
    window="#171b20",
    surface="#20262c",
    sunken="#2a3138",
    text="#e6eaee",
    muted="#a4afba",
    line="#3a434c",
    field_line="#7d8994",
    accent="#7fb4ec",
    on_accent="#0d1a28",
    accent_soft="#20364d",
    error="#ff9c92",
    error_soft="#46211e",
    warning="#f2c069",
    warning_soft="#3d2f13",
    done="#84d2a0",
    done_soft="#1b3826",
)

CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    sunken="#1c1c1c",
    text="#ffffff",
    muted="#e6e6e6",
    line="#9a9a9a",
    field_line="#ffffff",
    accent="#ffe14a",
    on_accent="#000000",
    accent_soft="#332d00",
    error="#ff9f98",
    error_soft="#3a0a06",
    warning="#ffc64a",
    warning_soft="#332200",
    done="#7dffa6",
    done_soft="#003314",
)

SCHEMES: Mapping[Scheme, Colours] = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}
