# Makes a user dictionary for MeCab's ipadic of data/readings/ipadic_words.tsv. The numbers are ipadic's own contexts
# (left-id.def); costs are the means of its entries of that kind and length (Noun.csv: 6400 at one kanji, 5600 at
# two, 5300 at four), a little lower, because a listed word is one on purpose; names cost more, so that they win
# only where nothing common fits.
BEGIN {
  FS = "\t"
  context["noun"] = 1285; pos["noun"] = "名詞,一般,*,*,*,*"
  context["verbal"] = 1283; pos["verbal"] = "名詞,サ変接続,*,*,*,*"
  context["adjectival"] = 1287; pos["adjectival"] = "名詞,形容動詞語幹,*,*,*,*"
  context["adverb"] = 1281; pos["adverb"] = "副詞,一般,*,*,*,*"
  context["name"] = 1288; pos["name"] = "名詞,固有名詞,一般,*,*,*"
}
/^#/ { next }
{
  letters = int(length($1) / 3)  # bytes of UTF-8: every awk counts alike under LC_ALL=C
  if ($3 == "name") {
    cost = letters == 2 ? 7800 : letters == 3 ? 6800 : letters == 4 ? 6000 : 5500
  } else if ($3 == "adverb") {
    cost = 4500
  } else if ($3 == "adjectival") {
    cost = 5200
  } else {
    cost = letters == 2 ? 5900 : letters == 3 ? 5200 : letters == 4 ? 4700 : 4300
  }
  printf "%s,%d,%d,%d,%s,%s,%s,%s\n", $1, context[$3], context[$3], cost, pos[$3], $1, $2, $2
}
