"""A form as large as one likes: a long chain of relevance, sums on the way, a question beside it all, one repeat."""

from __future__ import annotations

from collections.abc import Iterator

EVERY = 10
"""Each question of this number is the sum of the ten before it."""
FIELDS = ("a", "b", "c", "d", "e")
REPEAT = "/data/rows"


def generated_xform(questions: int) -> bytes:
    """Each question is relevant while the one before is answered; ``/data/free`` touches nothing.

    A repeat of five fields has its total, ``/data/total``, outside.
    """
    numbers = range(1, questions + 1)
    nodes = "".join(f"<q{number}/>" for number in numbers)
    fields = "".join(f"<{name}/>" for name in FIELDS)
    return f"""<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
        xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Generated {questions}</h:title><model>
<instance><data id="generated-{questions}" version="1">
{nodes}<free/><rows jr:template="">{fields}</rows><total/></data></instance>
{"".join(map(_bind, numbers))}
<bind nodeset="/data/free" type="string"/>
{"".join(f'<bind nodeset="{REPEAT}/{name}" type="int"/>' for name in FIELDS)}
<bind nodeset="/data/total" type="int" calculate="sum({REPEAT}/a)"/>
</model></h:head>
<h:body>{"".join(_controls(numbers))}</h:body></h:html>""".encode()


def is_sum(number: int) -> bool:
    return number % EVERY == 0


def _bind(number: int) -> str:
    relevant = f""" relevant="/data/q{number - 1} != ''\"""" if number > 1 else ""
    return f'<bind nodeset="/data/q{number}" type="int"{relevant}{_calculation(number)}/>'


def _calculation(number: int) -> str:
    if not is_sum(number):
        return ""
    terms = " + ".join(f"coalesce(/data/q{before}, 0)" for before in range(max(1, number - EVERY), number))
    return f' calculate="{terms}"'


def _controls(numbers: range) -> Iterator[str]:
    for number in numbers:
        if not is_sum(number):
            yield f'<input ref="/data/q{number}"><label>Question {number}</label></input>'
    yield '<input ref="/data/free"><label>Free</label></input>'
    inputs = "".join(f'<input ref="{REPEAT}/{name}"><label>{name}</label></input>' for name in FIELDS)
    yield f'<group ref="{REPEAT}"><label>Rows</label><repeat nodeset="{REPEAT}">{inputs}</repeat></group>'
