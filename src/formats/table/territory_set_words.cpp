#include "formats/table/territory_set_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/territory.h"
#include "formats/table/folded.h"

namespace umikoe::formats::table {
namespace {

bool is_group(std::string_view code) {
  return code.size() == 4 && code.find_first_not_of("0123456789") == std::string_view::npos;
}

bool contains(const std::vector<std::string>& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

bool is_separator(std::string_view text, size_t at, size_t& size) {
  static constexpr std::array<std::string_view, 14> separators = {
      ",", ";", "/", "、", "，", "・", "\n", " and ", " & ", "&", "及び", "および", "並びに", "+"};
  for (const std::string_view separator : separators) {
    if (text.substr(at).starts_with(separator)) {
      size = separator.size();
      return true;
    }
  }
  return false;
}

std::string trimmed_list(std::string_view text) {
  text = without_spaces_around(text);
  size_t size = 0;
  while (!text.empty()) {
    if (is_separator(text, 0, size)) {
      text.remove_prefix(size);
    } else if (text.ends_with(',') || text.ends_with(';') || text.ends_with(':')) {
      text.remove_suffix(1);
    } else if (text.ends_with("、")) {
      text.remove_suffix(std::string_view("、").size());
    } else {
      break;
    }
    text = without_spaces_around(text);
  }
  return std::string(text);
}

bool is_list(std::string_view text) {
  size_t size = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (is_separator(text, at, size)) return true;
  }
  return text.find(' ') != std::string_view::npos;
}

// The inside of brackets the text ends with.
std::optional<TerritoryExclusion> bracketed(std::string_view text) {
  if (!text.ends_with(')')) return std::nullopt;
  const size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  return TerritoryExclusion{trimmed_list(text.substr(0, open)),
                            trimmed_list(text.substr(open + 1, text.size() - open - 2))};
}

constexpr std::array<std::string_view, 10> before_exception = {
    "excluding ",  "excluding:", "exclusive of ", "excl. ", "excl.",
    "except for ", "except ",    "without ",      "w/o ",   "other than "};
constexpr std::array<std::string_view, 4> short_before_exception = {"ex. ", "ex.", "ex ", "ex-"};
constexpr std::array<std::string_view, 5> behind_exception = {"を除く", "は除く", "除く", "以外",
                                                              "excluded"};

std::optional<std::string> exception_in(std::string_view inside) {
  for (const auto& words : {std::span<const std::string_view>(before_exception),
                            std::span<const std::string_view>(short_before_exception)}) {
    for (const std::string_view word : words) {
      if (inside.starts_with(word)) return trimmed_list(inside.substr(word.size()));
    }
  }
  if (inside.starts_with("excl ")) return trimmed_list(inside.substr(5));
  if (inside.starts_with("ただし") || inside.starts_with("但し")) {
    inside.remove_prefix(inside.starts_with("但し") ? std::string_view("但し").size()
                                                    : std::string_view("ただし").size());
  }
  for (const std::string_view word : behind_exception) {
    if (inside.ends_with(word)) return trimmed_list(inside.substr(0, inside.size() - word.size()));
  }
  if (inside.starts_with("除く"))
    return trimmed_list(inside.substr(std::string_view("除く").size()));
  return std::nullopt;
}

// "WW ex. JP", "Worldwide excluding Japan", "全世界、ただし日本を除く", "全世界 -JP".
std::optional<TerritoryExclusion> infixed(std::string_view text) {
  static constexpr std::array<std::string_view, 17> words = {
      " excluding ", " exclusive of ", " excl. ", " excl.",  " excl ", " except for ",
      " except ",    " without ",      " w/o ",   " minus ", " less ", " other than ",
      " ex. ",       " ex.",           " ex ",    " ex-",    " -"};
  for (const std::string_view word : words) {
    const size_t at = text.find(word);
    if (at == std::string_view::npos || at == 0) continue;
    return TerritoryExclusion{trimmed_list(text.substr(0, at)),
                              trimmed_list(text.substr(at + word.size())), true};
  }
  for (const std::string_view word : {"ただし", "但し"}) {
    const size_t at = text.find(word);
    if (at == std::string_view::npos || at == 0) continue;
    const auto minus = exception_in(text.substr(at));
    if (minus) return TerritoryExclusion{trimmed_list(text.substr(0, at)), *minus, true};
  }
  return std::nullopt;
}

// 日本を除く全世界, 日本以外の国, 日本以外.
std::optional<TerritoryExclusion> prefixed(std::string_view text) {
  for (const std::string_view word : {"を除く", "を除いた", "以外の", "以外", "除く"}) {
    const size_t at = text.find(word);
    if (at == std::string_view::npos || at == 0) continue;
    std::string base = trimmed_list(text.substr(at + word.size()));
    for (const std::string_view all :
         {"国", "国々", "各国", "地域", "国・地域", "全ての国", "全地域"}) {
      if (base == all) base.clear();
    }
    const std::string minus = trimmed_list(text.substr(0, at));
    return TerritoryExclusion{base, minus, is_list(minus)};
  }
  return std::nullopt;
}

}  // namespace

void TerritoryWordSet::add(const std::string& code) {
  if (!contains(codes_, code)) codes_.push_back(code);
}

bool TerritoryWordSet::has_group() const {
  return std::ranges::any_of(codes_, [](const std::string& code) { return is_group(code); });
}

std::optional<TerritoryWordSet> TerritoryWordSet::of_codes(std::string_view codes) {
  TerritoryWordSet set;
  bool any = false;
  bool minus_seen = false;
  for (const std::string& part : split(codes, " ")) {
    if (part.empty()) continue;
    any = true;
    const bool minus = part.starts_with('-');
    std::string code = minus ? part.substr(1) : part;
    if (folded(code) == "worldwide" || code == "2136") code = "Worldwide";
    if (!expand_territory(code, *Date::of(9999, 12, 31))) return std::nullopt;
    if (code == "Worldwide") {
      if (minus || !set.codes_.empty()) return std::nullopt;
      set.everywhere_ = true;
      continue;
    }
    if (minus && !minus_seen && !set.everywhere_) {
      if (!set.codes_.empty()) return std::nullopt;
      set.everywhere_ = true;
    }
    minus_seen = minus_seen || minus;
    if (set.everywhere_ != minus) return std::nullopt;
    set.add(code);
  }
  return any ? std::optional(set) : std::nullopt;
}

TerritoryWordSet TerritoryWordSet::joined(const TerritoryWordSet& other) const {
  if (other.everywhere_ && !everywhere_) return other.joined(*this);
  TerritoryWordSet all = *this;
  if (everywhere_) {
    // Exceptions that the other names are none; those both except remain.
    std::erase_if(all.codes_, [&](const std::string& code) {
      return other.everywhere_ != contains(other.codes_, code);
    });
    return all;
  }
  for (const std::string& code : other.codes_) all.add(code);
  return all;
}

std::optional<TerritoryWordSet> TerritoryWordSet::without(const TerritoryWordSet& other) const {
  if (other.everywhere_) return std::nullopt;
  TerritoryWordSet left = *this;
  if (everywhere_) {
    for (const std::string& code : other.codes_) left.add(code);
    return left;
  }
  if (has_group() || other.has_group()) return std::nullopt;
  std::erase_if(left.codes_, [&](const std::string& code) { return contains(other.codes_, code); });
  if (left.codes_.empty()) return std::nullopt;
  return left;
}

std::string TerritoryWordSet::to_codes() const {
  std::string out = everywhere_ ? "Worldwide" : "";
  for (const std::string& code : codes_) {
    if (!out.empty()) out += ' ';
    if (everywhere_) out += '-';
    out += code;
  }
  return out;
}

std::optional<TerritoryExclusion> territory_exclusion(std::string_view text) {
  if (const auto parts = bracketed(text)) {
    if (auto minus = exception_in(parts->minus)) {
      return TerritoryExclusion{parts->base, std::move(*minus), false};
    }
  }
  if (auto parts = infixed(text)) return parts;
  if (auto parts = prefixed(text)) return parts;
  if (text.starts_with("ex-") || text.starts_with("ex.")) {
    return TerritoryExclusion{"", trimmed_list(text.substr(3)), true};
  }
  return std::nullopt;
}

std::optional<TerritoryExclusion> territory_inclusion(std::string_view text) {
  auto parts = bracketed(text);
  if (!parts) return std::nullopt;
  std::string_view inside = parts->minus;
  for (const std::string_view word : {"を含む", "含む", "も含む"}) {
    if (inside.ends_with(word)) {
      parts->minus = trimmed_list(inside.substr(0, inside.size() - word.size()));
      return parts;
    }
  }
  for (const std::string_view word : {"including ", "incl. ", "incl "}) {
    if (inside.starts_with(word)) {
      parts->minus = trimmed_list(inside.substr(word.size()));
      return parts;
    }
  }
  return std::nullopt;
}

std::vector<TerritoryPart> territory_parts(std::string_view text,
                                           const std::function<bool(std::string_view)>& is_word) {
  struct Place {
    size_t begin;
    size_t end;
  };
  std::vector<Place> places;
  size_t begin = 0;
  for (size_t at = 0; at <= text.size();) {
    size_t size = 0;
    if (at == text.size() || is_separator(text, at, size)) {
      places.push_back({begin, at});
      begin = at + std::max<size_t>(size, 1);
      at = begin;
    } else {
      ++at;
    }
  }
  constexpr size_t joined_max = 4;
  std::vector<TerritoryPart> parts;
  for (size_t i = 0; i < places.size();) {
    size_t count = std::min(joined_max, places.size() - i);
    const auto run = [&] {
      return without_spaces_around(
          text.substr(places[i].begin, places[i + count - 1].end - places[i].begin));
    };
    while (count > 1 && !is_word(run())) --count;
    const std::string_view part = run();
    const auto pieces = split(part, " ");
    if (!is_word(part) && pieces.size() > 1 && std::ranges::all_of(pieces, is_word)) {
      parts.insert(parts.end(), pieces.begin(), pieces.end());
    } else if (!part.empty()) {
      parts.emplace_back(part);
    }
    i += count;
  }
  return parts;
}

}  // namespace umikoe::formats::table
