"""Prints the table of attacks: our verdict, the fact that tells it, and what other programs say (``make attacks``)."""

from __future__ import annotations

from attack import Attack
from attack_list import ALL
from honest import honest
from judged import judged, report_on, telling
from judging_programs import PROGRAMS, opinions

from cbc_desktop.signing.verdict import Verdict


def row(attack: Attack) -> str:
    report, told = report_on(attack), telling(attack)
    said = opinions(attack.document()) if attack.document else {}
    fact = told[0].code.value if told else "NOT TOLD"
    cells = [attack.family, attack.name, report.verdict.value, fact, *(said.get(name, "") for name in PROGRAMS)]
    return f"| {' | '.join(cells)} |"


def table() -> str:
    heads = ["attack", "what is done", "verdict", "told by", *PROGRAMS]
    sound = opinions(honest().sealed)
    first = ["(none)", "the honest document", judged(honest().package()).verdict.value, "", *sound.values()]
    rows = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", f"| {' | '.join(first)} |", *map(row, ALL)]
    return "\n".join(rows)


def summary() -> str:
    refused = [attack for attack in ALL if report_on(attack).verdict is attack.verdict and telling(attack)]
    failed = sum(report_on(attack).verdict is Verdict.FAILED for attack in ALL)
    return f"{len(ALL)} attacks, {len(refused)} refused by name: {failed} failed, {len(ALL) - failed} indeterminate."


if __name__ == "__main__":
    print(table())
    print(f"\n{summary()}")
