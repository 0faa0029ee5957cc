"""Columns as spreadsheets name them, A to Z, then AA; counted from 0 here."""

from __future__ import annotations


def column_letters(column: int) -> str:
    letters, number = "", column + 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
