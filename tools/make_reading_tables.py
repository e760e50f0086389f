#!/usr/bin/env python3
"""Makes data/readings/{onyomi,ipadic_words,loanwords}.tsv from UniDic. Run by hand.

Needs Debian's unidic-mecab (its lexicon as CSV, BSD-3-Clause), mecab-utils and
mecab-ipadic-utf8. The tables are committed so that building needs neither Python nor the 4.9 GB
of UniDic.
"""
import collections
import csv
import pathlib
import re
import subprocess

LEXICON = "/usr/share/mecab/dic/unidic/lex_3_1.csv"
IPADIC = "/var/lib/mecab/dic/ipadic-utf8"
OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "readings"
HEAD = ("# Made by tools/make_reading_tables.py from UniDic 3.1 (copyright The UniDic\n"
        "# Consortium 2011-2018, BSD-3-Clause, see NOTICE). {}\n")
SYLLABLE = "(?:[アイウエオカ-ヂツ-ヴ][ャュョ]?[ウイキクチツンッ]?)"


def lexicon():
    with open(LEXICON, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            kana = row[24] if row[24] not in ("", "*") else row[13]
            yield row[0], int(row[3]), row[4:8], row[11], kana, row[16]


def is_kanji(text):
    return bool(text) and all("\u4e00" <= c <= "\u9fff" for c in text)


def onyomi(rows):
    """The Sino-Japanese reading of each kanji: what it contributes to two-kanji words, by a few
    rounds of expectation over the possible cuts of their readings, beside its own entry."""
    alone, cuts = {}, []
    for surface, cost, pos, _, kana, origin in rows:
        if origin != "漢" or not is_kanji(surface):
            continue
        if len(surface) == 1 and (surface not in alone or cost < alone[surface][0]):
            alone[surface] = (cost, kana)
        if len(surface) == 2 and pos[0] == "名詞":
            cut = [(kana[:i], kana[i:]) for i in range(1, len(kana))
                   if re.fullmatch(SYLLABLE, kana[:i]) and re.fullmatch(SYLLABLE, kana[i:])]
            if cut:
                cuts.append((surface, cut))
    counts = collections.defaultdict(collections.Counter)
    for _ in range(6):
        fresh = collections.defaultdict(collections.Counter)
        for surface, cut in cuts:
            weights = [(counts[surface[0]][a] + .1) * (counts[surface[1]][b] + .1) for a, b in cut]
            for (a, b), weight in zip(cut, weights):
                fresh[surface[0]][a] += weight / sum(weights)
                fresh[surface[1]][b] += weight / sum(weights)
        counts = fresh
    for kanji in sorted(set(counts) | set(alone)):
        reading = collections.Counter(counts[kanji])
        if kanji in alone:
            reading[alone[kanji][1]] += 2
        for short in [r for r in reading if r.endswith("ッ")]:  # ガッ of 学校 is ガク
            full = next((short[:-1] + end for end in "ツクチキ" if short[:-1] + end in reading), None)
            if full:
                reading[full] += reading.pop(short)
        yield kanji, max(sorted(reading), key=lambda r: reading[r])


def words_ipadic_misses(rows):
    """Nouns, adverbs and names that ipadic, asked about the word alone, reads otherwise."""
    best = {}
    for surface, cost, pos, _, kana, _ in rows:
        if len(surface) < 2 or not re.search("[\u4e00-\u9fff々]", surface):
            continue
        if re.search("[^\u3040-\u30ff\u4e00-\u9fff々〆ヶー]", surface):
            continue
        if surface not in best or (cost, kana) < best[surface][:2]:
            best[surface] = (cost, kana, pos)
    words = sorted(best)
    readings = subprocess.run(["mecab", "-d", IPADIC, "-Oyomi"], input="\n".join(words) + "\n",
                              capture_output=True, text=True, check=True).stdout.split("\n")
    for word, reading in zip(words, readings):
        cost, kana, pos = best[word]
        if kana == reading:
            continue
        if pos[0] == "名詞" and pos[1] == "普通名詞" and cost <= 6800:
            yield word, kana, "verbal" if "サ変" in pos[2] else "noun"
        elif pos[0] == "形状詞":
            yield word, kana, "adjectival"
        elif pos[0] == "副詞":
            yield word, kana, "adverb"
        elif pos[0] == "名詞" and pos[1] == "固有名詞":
            yield word, kana, "name"


def loanwords(rows):
    """Katakana words whose lemma states the foreign word: ミラクル-miracle."""
    best = {}
    for surface, cost, _, lemma, _, _ in rows:
        if not re.fullmatch("[ァ-ヺー]{2,}", surface) or "-" not in lemma:
            continue
        foreign = lemma.split("-", 1)[1].strip()
        if not re.fullmatch("[A-Za-z][A-Za-zÀ-ÿ' .-]*", foreign):
            continue
        if surface not in best or (cost, foreign) < best[surface]:
            best[surface] = (cost, foreign)
    for surface in sorted(best):
        yield surface, best[surface][1]


def write(name, note, rows):
    text = HEAD.format(note) + "".join("\t".join(row) + "\n" for row in rows)
    (OUT / name).write_text(text, encoding="utf-8")


def main():
    rows = list(lexicon())
    write("onyomi.tsv", "kanji, its usual Sino-Japanese reading", onyomi(rows))
    write("ipadic_words.tsv", "word, reading, kind: what ipadic lacks or reads otherwise",
          words_ipadic_misses(rows))
    write("loanwords.tsv", "katakana word, the foreign word it comes from", loanwords(rows))


if __name__ == "__main__":
    main()
