#!/usr/bin/env python3
"""Makes data/territory_offsets.tsv from the zone data of this machine. Run by hand, rarely.

For every territory of data/territories.tsv: each zone zone.tab names for it, as the list of its
changes of offset from UTC between 1990 and 2045. Zones of one territory that agree over these
years are one row. See data/README.md for the release the committed file was made from.
"""
import pathlib
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo, reset_tzpath

ZONEINFO = pathlib.Path("/usr/share/zoneinfo")
RELEASE = "2025b"
YEARS = (1990, 2046)

# Territories zone.tab does not list. Nobody lives on Bouvet, Heard and McDonald Islands: Bouvet
# takes the time of the state it belongs to, Heard that of the neighbouring Kerguelen Islands.
STAND_INS = {
    "ES-CN": ["Atlantic/Canary"],
    "ES-CE": ["Africa/Ceuta"],
    "ES-ML": ["Africa/Ceuta"],
    "XK": ["Europe/Belgrade"],
    "BV": ["Europe/Oslo"],
    "HM": ["Indian/Kerguelen"],
}


def offset_at(zone, instant):
    moment = datetime.fromtimestamp(instant, timezone.utc).astimezone(zone)
    return int(moment.utcoffset().total_seconds())


def change_between(zone, low, high):
    """The first second of (low, high] with another offset than low's."""
    before = offset_at(zone, low)
    while high - low > 1:
        middle = (low + high) // 2
        if offset_at(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def changes_of(name):
    zone = ZoneInfo(name)
    first = int(datetime(YEARS[0], 1, 1, tzinfo=timezone.utc).timestamp())
    last = int(datetime(YEARS[1], 1, 1, tzinfo=timezone.utc).timestamp())
    changes = [(None, offset_at(zone, first))]
    # Six hours: shorter than any stay on one offset, so that no pair of changes hides between.
    step = 6 * 3600
    for low in range(first, last, step):
        if offset_at(zone, low) != offset_at(zone, low + step):
            instant = change_between(zone, low, low + step)
            changes.append((instant, offset_at(zone, instant)))
    return changes


def written(changes):
    return " ".join(f"{'-' if at is None else at}={offset}" for at, offset in changes)


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    found = (ZONEINFO / "tzdata.zi").read_text().split("\n", 1)[0].split()[-1]
    if found != RELEASE:
        sys.exit(f"tzdata here is {found}; change RELEASE and data/README.md with the new table")
    reset_tzpath([str(ZONEINFO)])
    zones = {code: list(names) for code, names in STAND_INS.items()}
    for line in (ZONEINFO / "zone.tab").read_text().splitlines():
        if line and not line.startswith("#"):
            code, _, name = line.split("\t")[:3]
            zones.setdefault(code, []).append(name)
    known = {}
    out = ["# tzdata " + RELEASE, "# territory\tzones\tchanges (instant=offset, - is ever before)"]
    for line in (root / "data/territories.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        code = line.split("\t")[0]
        merged = {}
        for name in zones[code]:
            if name not in known:
                known[name] = written(changes_of(name))
            merged.setdefault(known[name], []).append(name)
        out += [f"{code}\t{','.join(names)}\t{changes}" for changes, names in merged.items()]
    (root / "data/territory_offsets.tsv").write_text("\n".join(out) + "\n")


main()
