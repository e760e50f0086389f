#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// The words of the WebVTT standard for its alignments, read and written by the same table.
template <class Align>
struct AlignWord {
  std::string_view word;
  Align align;
};
inline constexpr std::array line_words = {
    AlignWord<localisation::LineAlign>{"start", localisation::LineAlign::start},
    AlignWord<localisation::LineAlign>{"center", localisation::LineAlign::center},
    AlignWord<localisation::LineAlign>{"end", localisation::LineAlign::end}};
inline constexpr std::array position_words = {
    AlignWord<localisation::PositionAlign>{"line-left", localisation::PositionAlign::line_left},
    AlignWord<localisation::PositionAlign>{"center", localisation::PositionAlign::center},
    AlignWord<localisation::PositionAlign>{"line-right", localisation::PositionAlign::line_right}};
inline constexpr std::array text_words = {
    AlignWord<localisation::TextAlign>{"start", localisation::TextAlign::start},
    AlignWord<localisation::TextAlign>{"center", localisation::TextAlign::center},
    AlignWord<localisation::TextAlign>{"end", localisation::TextAlign::end},
    AlignWord<localisation::TextAlign>{"left", localisation::TextAlign::left},
    AlignWord<localisation::TextAlign>{"right", localisation::TextAlign::right}};

// The word of an alignment; "auto" is never written, only what a cue has without one.
template <class Align, size_t n>
std::string_view word_of(const std::array<AlignWord<Align>, n>& words, Align align) {
  const auto found = std::ranges::find(words, align, &AlignWord<Align>::align);
  return found == words.end() ? "auto" : found->word;
}

}  // namespace umikoe::formats::captions
