"""Every door through which something foreign comes into the program, by name."""

from __future__ import annotations

import arriving_doors
import form_doors
import office_doors
import table_doors
from door import Door

DOORS: dict[str, Door] = {
    door.name: door for door in (*form_doors.DOORS, *arriving_doors.DOORS, *table_doors.DOORS, *office_doors.DOORS)
}
