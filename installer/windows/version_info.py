"""What Windows shows of the program under Properties, Details."""

from __future__ import annotations

from typing import Any

LANGUAGE, CODE_PAGE = 0x042A, 0x04B0
"""Vietnamese; Unicode."""


def version_info(version: str, name: str) -> Any:
    """For PyInstaller's EXE; ``version`` is of the form 1.2.3."""
    from PyInstaller.utils.win32 import versioninfo as pe

    numbers = (*map(int, version.split(".")), 0)
    told = {
        "ProductName": "CBC",
        "ProductVersion": version,
        "FileVersion": version,
        "FileDescription": "Trả lời khảo sát của Cục Báo chí",
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "LegalCopyright": "Apache-2.0",
    }
    strings = pe.StringTable(f"{LANGUAGE:04X}{CODE_PAGE:04X}", [pe.StringStruct(*one) for one in told.items()])
    translation = pe.VarStruct("Translation", [LANGUAGE, CODE_PAGE])
    fixed = pe.FixedFileInfo(filevers=numbers, prodvers=numbers)
    return pe.VSVersionInfo(ffi=fixed, kids=[pe.StringFileInfo([strings]), pe.VarFileInfo([translation])])
