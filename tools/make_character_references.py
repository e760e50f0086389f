#!/usr/bin/env python3
"""Writes data/character_references.tsv: the named character references of the HTML Standard.

The table is part of the standard (https://html.spec.whatwg.org/multipage/named-characters.html) and
has not changed since 2011; Python carries it as html.entities.html5, which is read here.
"""

import html.entities
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent

lines = [
    "# The named character references of the HTML Standard, section 13.5 (WHATWG, CC BY 4.0; as in",
    "# html.entities of Python 3.11). A name without a semicolon may be written without one.",
    "# Made by tools/make_character_references.py; name, TAB, code points.",
]
for name, text in sorted(html.entities.html5.items()):
    lines.append(name + "\t" + " ".join(f"{ord(c):X}" for c in text))
(ROOT / "data" / "character_references.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")
