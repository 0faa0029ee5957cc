"""Whatever is written or drawn stands out from its ground (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from cbc_desktop.ui.theme.colours import SCHEMES, Colours, Scheme
from cbc_desktop.ui.theme.style import sheet

GROUNDS = ("window", "surface", "sunken")
TEXTS = ("text", "muted", "accent", "error", "warning", "done")
BOXES = {"accent": "accent_soft", "error": "error_soft", "warning": "warning_soft", "done": "done_soft"}
TEXT_PAIRS = [
    *((ink, ground) for ink in TEXTS for ground in GROUNDS),
    *BOXES.items(),
    *(("text", ground) for ground in BOXES.values()),
    ("on_accent", "accent"),
    ("text", "accent_soft"),
]
LINE_PAIRS = [("field_line", "surface"), ("field_line", "window"), ("accent", "surface"), ("error", "surface")]


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colours: Colours, ink: str, ground: str) -> float:
    light, dark = sorted((luminance(getattr(colours, name)) for name in (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme: Scheme, ink: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme], ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_lines_of_fields_are_seen(scheme: Scheme, line: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme], line, ground) >= 3


def test_high_contrast_is_high() -> None:
    colours = SCHEMES[Scheme.CONTRAST]
    assert min(contrast(colours, ink, ground) for ink in TEXTS for ground in GROUNDS) >= 7


def test_the_style_has_no_colour_of_its_own() -> None:
    letters = sheet(SCHEMES[Scheme.LIGHT], 10)
    known = set(vars_of(SCHEMES[Scheme.LIGHT]))
    assert set(re.findall(r"#[0-9a-f]{6}", letters)) <= known


def vars_of(colours: Colours) -> list[str]:
    return [getattr(colours, name) for name in Colours.__dataclass_fields__]
