"""Words that stand where others were expected: too large, of another kind, half a letter, another way to say it."""

from __future__ import annotations

from hostile_data import HARMFUL_TEXTS

NUMBERS = ("0", "-1", "1", "255", "65536", "9999999999", "9" * 400, "1e400", "-0", "NaN", "0x10", "1.5", "١٢", "1,5")
DATES = ("2030-02-30", "0000-00-00", "9999-12-31", "0001-01-01T00:00:00+23:59", "24:00", "2030-01-01", "31/12/2030")
PATHS = ("..", "../x", "/data", "/data/x", "/", "//", ".", "current()/..", "/data/s1[1]/x", "C:\\x", "CON", "a/b", "\0")
FORMULAS = (
    *(
        "1 div 0",
        ". = .",
        "1 +",
        "(" * 300,
        "not(",
        "if(1,2)",
        "sum(..)",
        "string-length(.) > ",
        "$x",
        "'",
        '"',
        "../..",
    ),
    *("concat(" + "1," * 300 + "1)", "position(..)", "once(uuid())", "jr:itext('x')", "instance('x')/root/item"),
    *(
        "pulldata('a','b','c','d')",
        "regex(., '(a+)+$')",
        "regex(., '(?:a{60000}){60000}(?=x)')",
        "date('x')",
        "${x}",
        "${a} + ${b}",
        "count(/data/*)",
        "-" * 999,
    ),
)
KINDS = ("text", "integer", "select_one l", "begin repeat", "end group", "calculate", "string", "int", "binary", "yes")
SHORT = tuple(text for text in HARMFUL_TEXTS if len(text) < 200)
DEEP = tuple(opening * 30_000 for opening in ("[", "{", '{"a":', "(", "a.", "<a>"))
"""More than Python lets a reader go down by calling itself."""
WORDS = (*DEEP, *NUMBERS, *DATES, *PATHS, *FORMULAS, *KINDS, *SHORT, "", " ", "true", "false", "vi", "en", "\ud800")
