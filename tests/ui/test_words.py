"""Every word of the window is there in both languages, and what is compiled is what is written."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
RENEW = "make words, then translate what is new"
QTS_OWN = {
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QPlatformTheme": ("OK", "Cancel", "Close", "&Yes", "&No", "Save", "Open"),
    "QFileDialog": ("&Look in:", "Files of &type:", "File &name:", "&Open", "&Save", "&Choose", "All Files (*)"),
    "QFileSystemModel": ("Name", "Size", "Type", "Date Modified"),
}


def messages(path: Path) -> Iterator[tuple[str, str, ET.Element]]:
    """Context, source and translation of each text."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def words_in(translation: ET.Element) -> list[str]:
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def test_every_text_of_the_source_is_in_the_english_file(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    command = ["-extensions", "py", "-locations", "none", "src/cbc_desktop/ui", "-ts", fresh]
    subprocess.run([TOOLS / "pyside6-lupdate", *command], cwd=ROOT, check=True, capture_output=True)
    in_source = {(context, source) for context, source, _ in messages(fresh)}
    assert {(context, source) for context, source, _ in messages(WORDS / "cbc_en.ts")} == in_source, RENEW


@pytest.mark.parametrize("name", ["cbc_en.ts", "cbc_vi.ts"])
def test_no_translation_is_unfinished_empty_or_has_lost_a_placeholder(name: str) -> None:
    for _, source, translation in messages(WORDS / name):
        assert translation.get("type") is None, source
        for words in words_in(translation):
            assert words.strip(), source
            assert placeholders(words) == placeholders(source)


def test_qts_own_texts_that_appear_are_there_in_vietnamese() -> None:
    ours = {(context, source) for context, source, _ in messages(WORDS / "cbc_vi.ts")}
    assert {(context, source) for context, sources in QTS_OWN.items() for source in sources} <= ours


def test_what_is_translated_for_qt_is_what_qt_says() -> None:
    """Qt ships a German file: a text that is not in it is misspelt here, or gone from this version of Qt."""
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    unknown = [
        (context, source)
        for context, source, _ in messages(WORDS / "cbc_vi.ts")
        if not german.translate(context, source)
    ]
    assert unknown == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_compiled_words_are_those_of_the_source(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    command = ["-silent", WORDS / f"cbc_{language}.ts", "-qm", compiled]
    subprocess.run([TOOLS / "pyside6-lrelease", *command], check=True, capture_output=True)
    assert compiled.read_bytes() == (WORDS / f"cbc_{language}.qm").read_bytes(), RENEW


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%n|%1", text))
