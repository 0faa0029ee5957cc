"""What libraries tell developers may quote an answer, and desktops keep what programs print: here they tell nothing."""

from __future__ import annotations

import logging
import sys
import warnings


def keep_libraries_quiet() -> None:
    """In this process; ``python -W default`` lets them warn."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.lastResort = logging.NullHandler()  # which prints what no handler takes
