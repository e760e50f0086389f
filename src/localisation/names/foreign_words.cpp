#include "localisation/names/foreign_words.h"

#include <vector>

#include "base/utf8.h"
#include "localisation/names/kana.h"
#include "localisation/names/reading_tables.h"

namespace umikoe::localisation {
namespace {

constexpr size_t run_kana_max = 40;
constexpr size_t piece_kana_min = 2;  // one kana is no word on its own

}  // namespace

std::string foreign_spelling(std::string_view katakana) {
  const std::string_view whole = foreign_word(katakana);
  if (!whole.empty()) return std::string(whole);
  const auto points = code_points(katakana);
  if (points.size() > run_kana_max) return {};
  // The fewest pieces win: best[i] is the number of pieces up to i and where the last one begins.
  struct Cut {
    size_t pieces = SIZE_MAX;
    size_t from = 0;
    std::string_view foreign;
  };
  std::vector<Cut> best(points.size() + 1);
  best[0].pieces = 0;
  for (size_t end = piece_kana_min; end <= points.size(); ++end) {
    for (size_t from = 0; from + piece_kana_min <= end; ++from) {
      if (best[from].pieces == SIZE_MAX || best[from].pieces + 1 >= best[end].pieces) continue;
      std::string piece;
      for (size_t i = from; i < end; ++i) append_utf8(piece, points[i]);
      const std::string_view foreign = foreign_word(piece);
      if (!foreign.empty()) best[end] = {best[from].pieces + 1, from, foreign};
    }
  }
  if (points.empty() || best.back().pieces == SIZE_MAX) return {};
  std::string text;
  for (size_t end = points.size(); end > 0; end = best[end].from) {
    text.insert(0, text.empty() ? "" : " ");
    text.insert(0, best[end].foreign);
  }
  return text;
}

std::string foreign_spelling(std::string_view katakana, const Reading& reading) {
  std::string written;
  for (const Morpheme& morpheme : reading.morphemes) {
    written += all_katakana(morpheme.surface) ? morpheme.surface : "|";
  }
  if (katakana.empty() || !written.contains(katakana)) return {};
  return foreign_spelling(katakana);
}

}  // namespace umikoe::localisation
