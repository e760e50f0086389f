#include "catalogue/linkage/title_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/unicode_text.h"

namespace umikoe::catalogue {
namespace {

constexpr std::array kind_words = std::to_array<std::pair<QualifierKind, std::string_view>>({
    {QualifierKind::guest, "guest"},
    {QualifierKind::cover, "cover"},
    {QualifierKind::short_form, "short_form"},
    {QualifierKind::instrumental, "instrumental"},
    {QualifierKind::live, "live"},
    {QualifierKind::remaster, "remaster"},
    {QualifierKind::remix, "remix"},
    {QualifierKind::version, "version"},
    {QualifierKind::tie_in, "tie_in"},
});

// What tells a kind, in folded text. The first that is found decides.
constexpr std::array marks = std::to_array<std::pair<std::string_view, QualifierKind>>({
    {"off vocal", QualifierKind::instrumental},
    {"instrumental", QualifierKind::instrumental},
    {"inst.", QualifierKind::instrumental},
    {"karaoke", QualifierKind::instrumental},
    {"カラオケ", QualifierKind::instrumental},
    {"インスト", QualifierKind::instrumental},
    {"tv size", QualifierKind::short_form},
    {"tv-size", QualifierKind::short_form},
    {"tv edit", QualifierKind::short_form},
    {"tvサイズ", QualifierKind::short_form},
    {"anime size", QualifierKind::short_form},
    {"short ver", QualifierKind::short_form},
    {"short size", QualifierKind::short_form},
    {"game ver", QualifierKind::short_form},
    {"remaster", QualifierKind::remaster},
    {"リマスター", QualifierKind::remaster},
    {"remix", QualifierKind::remix},
    {"リミックス", QualifierKind::remix},
    {"歌ってみた", QualifierKind::cover},
    {"cover", QualifierKind::cover},
    {"カバー", QualifierKind::cover},
    {"live at", QualifierKind::live},
    {"live from", QualifierKind::live},
    {"live ver", QualifierKind::live},
    {"ライブ", QualifierKind::live},
    {"cv:", QualifierKind::guest},
    {"cv.", QualifierKind::guest},
    {"version", QualifierKind::version},
    {"ver.", QualifierKind::version},
    {"ver ", QualifierKind::version},
    {"バージョン", QualifierKind::version},
    {"edit", QualifierKind::version},
    {"acoustic", QualifierKind::version},
    {"アコースティック", QualifierKind::version},
});

constexpr std::array<std::string_view, 7> guest_marks{"feat.",      "feat ", "ft.", "ft ",
                                                      "featuring ", "with ", "w/"};

using Brackets = std::pair<std::string_view, std::string_view>;
constexpr std::array brackets = std::to_array<Brackets>({{"(", ")"},
                                                         {"[", "]"},
                                                         {"<", ">"},
                                                         {"【", "】"},
                                                         {"「", "」"},
                                                         {"『", "』"},
                                                         {"〈", "〉"},
                                                         {"《", "》"},
                                                         {" -", "-"},
                                                         {" ~", "~"}});

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::optional<QualifierKind> kind_of(std::string_view inside) {
  const std::string folded = folded_text(inside);
  for (const std::string_view mark : guest_marks) {
    if (folded.starts_with(mark)) return QualifierKind::guest;
  }
  for (const auto& [mark, kind] : marks) {
    if (folded.contains(mark)) return kind;
  }
  if (folded == "live" || folded == "inst" || folded == "ver") {
    return folded == "live"   ? QualifierKind::live
           : folded == "inst" ? QualifierKind::instrumental
                              : QualifierKind::version;
  }
  return std::nullopt;
}

// Takes the last bracketed part that is known off the end of the name; false when there is none.
bool take_bracketed(TitleParts& parts) {
  for (const auto& [open, close] : brackets) {
    const std::string_view name = parts.name;
    if (!name.ends_with(close)) continue;
    const size_t end = name.size() - close.size();
    const size_t from = name.substr(0, end).rfind(open);
    if (from == std::string_view::npos || from == 0) continue;
    const std::string inside = trimmed(name.substr(from + open.size(), end - from - open.size()));
    const auto kind = kind_of(inside);
    const bool tie_in = open == "「" || open == "『";
    if (!kind && !tie_in) continue;
    parts.qualifiers.push_back({kind.value_or(QualifierKind::tie_in), inside});
    parts.name = trimmed(name.substr(0, from));
    return true;
  }
  return false;
}

// "… feat. X" and "… TV size" without brackets.
bool take_trailing(TitleParts& parts) {
  const std::string folded = folded_text(parts.name);
  if (folded.size() != parts.name.size()) return false;  // positions would not be the same
  for (const std::string_view mark : {" feat.", " feat ", " ft. ", " featuring "}) {
    const size_t at = folded.find(mark);
    if (at == std::string::npos || at == 0) continue;
    parts.qualifiers.push_back(
        {QualifierKind::guest, trimmed(parts.name.substr(at + mark.size()))});
    parts.name = trimmed(parts.name.substr(0, at));
    return true;
  }
  for (const std::string_view mark : {" tv size", " tvサイズ", " off vocal", " instrumental"}) {
    if (!folded.ends_with(mark) || folded.size() == mark.size()) continue;
    const size_t at = folded.size() - mark.size();
    parts.qualifiers.push_back({*kind_of(mark), trimmed(parts.name.substr(at))});
    parts.name = trimmed(parts.name.substr(0, at));
    return true;
  }
  return false;
}

// Dashes, waves and quotation marks in one form each.
std::string even_signs(std::string_view title) {
  std::string text = nfkc(title);
  constexpr std::array replacements =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"〜", "~"},
                                                                    {"～", "~"},
                                                                    {"‐", "-"},
                                                                    {"–", "-"},
                                                                    {"—", "-"},
                                                                    {"―", "-"},
                                                                    {"−", "-"},
                                                                    {"“", "\""},
                                                                    {"”", "\""},
                                                                    {"’", "'"},
                                                                    {"‘", "'"}});
  for (const auto& [from, to] : replacements) {
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
      text.replace(at, from.size(), to);
      at += to.size();
    }
  }
  return text;
}

// Version, remix and cover are told apart by their words; a guest changes no recording.
std::set<std::string> telling(const TitleParts& parts) {
  std::set<std::string> result;
  for (const Qualifier& qualifier : parts.qualifiers) {
    switch (qualifier.kind) {
      case QualifierKind::guest:
      case QualifierKind::tie_in:
        break;
      case QualifierKind::version:
      case QualifierKind::remix:
      case QualifierKind::cover:
        result.insert(std::string(word(qualifier.kind)) + folded_text(qualifier.text));
        break;
      default:
        result.insert(std::string(word(qualifier.kind)));
    }
  }
  return result;
}

}  // namespace

std::string_view word(QualifierKind kind) {
  return std::ranges::find(kind_words, kind, &std::pair<QualifierKind, std::string_view>::first)
      ->second;
}

TitleParts title_parts(std::string_view title) {
  constexpr size_t qualifiers_max = 8;
  TitleParts parts{trimmed(even_signs(title)), {}};
  while (parts.qualifiers.size() < qualifiers_max &&
         (take_bracketed(parts) || take_trailing(parts))) {
  }
  std::ranges::reverse(parts.qualifiers);
  return parts;
}

bool same_recording_by_qualifiers(const TitleParts& a, const TitleParts& b) {
  return telling(a) == telling(b);
}

}  // namespace umikoe::catalogue
