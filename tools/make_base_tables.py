#!/usr/bin/env python3
"""Makes the tables in src/base/*_table.cpp from data/*.tsv. Run by hand after changing the data.

The C++ is committed so that building needs no Python; base_test compares it with the data.
"""
import datetime
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = "// Made by tools/make_base_tables.py from data/{}. Do not edit.\n\n"
EPOCH = datetime.date(1970, 1, 1)


def rows(name):
    lines = (ROOT / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def day(text):
    return (datetime.date.fromisoformat(text) - EPOCH).days


def territory_table():
    territories = rows("territories.tsv")
    index = {row[0]: i for i, row in enumerate(territories)}
    out = [HEAD.format("territories.tsv and data/tis_groups.tsv"),
           '#include "base/territory_table.h"\n\nnamespace umikoe {\nnamespace {\n\n',
           "constexpr TerritoryRow territories[] = {\n"]
    for code, numeric, english, japanese, region, subregion in territories:
        out.append(f'    {{"{code}", {int(numeric or 0)}, "{english}", "{japanese}", '
                   f'"{region}", "{subregion}"}},\n')
    out.append("};\n\nconstexpr TisMembership memberships[] = {\n")
    for group, _, code, begin, end in rows("tis_groups.tsv"):
        until = day(end) if end else "INT32_MAX"
        out.append(f"    {{{group}, {index[code]}, {{{day(begin)}}}, {{{until}}}}},\n")
    out.append("};\n\n}  // namespace\n\n"
               "std::span<const TerritoryRow> territory_rows() { return territories; }\n"
               "std::span<const TisMembership> tis_memberships() { return memberships; }\n\n"
               "}  // namespace umikoe\n")
    (ROOT / "src/base/territory_table.cpp").write_text("".join(out), encoding="utf-8")


def wrapped(items):
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) + 2 > 100:
            lines.append(line)
            line = "   "
        line += f" {item},"
    return "\n".join(lines + [line]) + "\n"


def zone_table():
    territories = [row[0] for row in rows("territories.tsv")]
    release = (ROOT / "data/territory_offsets.tsv").read_text().splitlines()[0].split()[-1]
    zones = {code: [] for code in territories}
    number = {}
    for code, _, changes in rows("territory_offsets.tsv"):
        zones[code].append(number.setdefault(changes, len(number)))
    out = [HEAD.format("territory_offsets.tsv"),
           '#include "base/zone_table.h"\n\nnamespace umikoe {\nnamespace {\n\n']
    for changes, n in number.items():
        pairs = [change.split("=") for change in changes.split(" ")]
        items = ["{{" + ("INT64_MIN" if at == "-" else at) + "}, " + offset + "}"
                 for at, offset in pairs]
        out.append(f"constexpr OffsetChange z{n}[] = {{\n{wrapped(items)}}};\n")
    out.append("\n")
    for code in territories:
        items = wrapped([f"z{n}" for n in zones[code]])
        out.append(f"constexpr ZoneOffsets t{territories.index(code)}[] = {{\n{items}}};\n")
    out.append("\nconstexpr std::span<const ZoneOffsets> zones[] = {\n")
    out.append(wrapped([f"t{i}" for i in range(len(territories))]))
    out.append("};\n\n}  // namespace\n\n"
               "std::span<const std::span<const ZoneOffsets>> zone_table() { return zones; }\n"
               f'std::string_view tzdata_release() {{ return "{release}"; }}\n\n'
               "}  // namespace umikoe\n")
    (ROOT / "src/base/zone_table.cpp").write_text("".join(out), encoding="utf-8")


territory_table()
zone_table()
