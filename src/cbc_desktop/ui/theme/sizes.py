"""The one spacing system and the one type scale: multiples of eight pixels, three sizes of letters."""

from __future__ import annotations

GRID = 8
HALF = GRID // 2
DOUBLE = GRID * 2
RADIUS = 4
"""Of every corner that is round, in pixels."""

TITLE = 1.35
SMALL = 0.88
"""Sizes of letters, as parts of the body's."""

RISE = 0.34
"""Pixels for each point of the letters' size by which marks over capitals (Ủ, Ẫ) may rise above a font's lines."""

DOT = 0.9
"""Pixels for each point of the letters' size of what is inside a radio button or a check box."""

QUESTION_WIDTH = 880
"""How wide a column of questions may become, in pixels at 100 %."""

OUTLINE_LETTERS = 50
"""How wide the outline of a dossier is, in letters of mean width."""
OUTLINE_PART = 0.3
"""The most of the window's width that the outline takes."""
START_BAR_WIDTH = 88

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""What a person may choose, in per cent of the system's size."""

PANEL_WIDTH = 320
