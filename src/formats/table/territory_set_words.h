#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::table {

// Territories while a cell is read: everywhere but some, or a list of codes (dated groups by their
// number, which nothing can be taken from before a day is known).
class TerritoryWordSet {
 public:
  // "JP US", "Worldwide", "Worldwide -JP", "-JP"; nothing where a code is not known.
  static std::optional<TerritoryWordSet> of_codes(std::string_view codes);

  bool is_everywhere() const { return everywhere_; }
  size_t size() const { return codes_.size(); }
  TerritoryWordSet joined(const TerritoryWordSet& other) const;
  // Nothing where a dated group would have to be split, or where nothing would be left.
  std::optional<TerritoryWordSet> without(const TerritoryWordSet& other) const;
  std::string to_codes() const;

 private:
  void add(const std::string& code);
  bool has_group() const;

  bool everywhere_ = false;         // then codes_ are the exceptions
  std::vector<std::string> codes_;  // in order of writing
};

// What stands before and what behind "except".
struct TerritoryExclusion {
  std::string base;  // empty where only the exception is named (日本以外)
  std::string minus;
  bool unclear_list = false;  // a list that stands so that its end is not told
};
std::optional<TerritoryExclusion> territory_exclusion(std::string_view folded_text);
// アジア（日本を含む）: `minus` is what is added.
std::optional<TerritoryExclusion> territory_inclusion(std::string_view folded_text);

// The members of a written list; neighbours that together are a word stay together.
using TerritoryPart = std::string;
std::vector<TerritoryPart> territory_parts(std::string_view folded_text,
                                           const std::function<bool(std::string_view)>& is_word);

}  // namespace umikoe::formats::table
