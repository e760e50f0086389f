#!/usr/bin/env python3
"""Makes data/readings/{glosses,people}.tsv from EDICT and ENAMDICT. Run by hand.

Needs Debian's packages edict and enamdict (Electronic Dictionary Research and Development Group,
CC BY-SA 3.0). The tables are under the same licence; NOTICE says so.
"""
import pathlib
import re

SOURCE = pathlib.Path("/usr/share/edict")
OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "readings"
HEAD = ("# Made by tools/make_gloss_tables.py from {} of 2021-02-03, property of the Electronic\n"
        "# Dictionary Research and Development Group, CC BY-SA 3.0 (see NOTICE). {}\n")
GLOSSES_MAX = 6
KATAKANA = {c: c + 0x60 for c in range(0x3041, 0x3097)}


def lines(name):
    return (SOURCE / name).read_bytes().decode("euc-jp", errors="ignore").splitlines()[1:]


def plain(gloss):
    gloss = re.sub(r"\([^)]*\)|\{[^}]*\}", " ", gloss).lower()
    gloss = re.sub(r"[^a-z' -]", " ", gloss)
    gloss = re.sub(r"\s+", " ", gloss).strip(" -'")
    gloss = re.sub(r"^(to be|to|the|an|a) ", "", gloss)
    return gloss if gloss and len(gloss.split()) <= 2 and len(gloss) > 1 else None


def glosses():
    words = {}
    for line in lines("edict"):
        match = re.match(r"(\S+) (?:\[([^\]]+)\] )?/(.*)/$", line)
        if not match or "/(P)" not in line:
            continue
        found = words.setdefault(match.group(1), [])
        for gloss in match.group(3).split("/"):
            word = plain(gloss)
            if word and word not in found and len(found) < GLOSSES_MAX:
                found.append(word)
    return [(word, "|".join(found)) for word, found in sorted(words.items()) if found]


def people():
    words = {line.split(" ", 1)[0] for line in lines("edict")}  # 惑星 is a planet first
    names = {}
    for line in lines("enamdict"):
        match = re.match(r"(\S+) \[([^\]]+)\] /\(([^)]*)\)", line)
        if not match or "h" not in match.group(3).split(","):
            continue
        if match.group(1) in words or not re.search("[\u4e00-\u9fff]", match.group(1)):
            continue
        names.setdefault(match.group(1), set()).add(match.group(2).translate(KATAKANA))
    # Namesakes read differently are left out: a person has to say who is meant.
    return [(name, readings.pop()) for name, readings in sorted(names.items())
            if len(readings) == 1]


def write(name, source, note, rows):
    text = HEAD.format(source, note) + "".join("\t".join(row) + "\n" for row in rows)
    (OUT / name).write_text(text, encoding="utf-8")


def main():
    write("glosses.tsv", "EDICT", "common word, what it means", glosses())
    write("people.tsv", "ENAMDICT", "full name of a person, its reading", people())


if __name__ == "__main__":
    main()
