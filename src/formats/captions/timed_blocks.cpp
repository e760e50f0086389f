#include "formats/captions/timed_blocks.h"

#include <algorithm>

#include "formats/captions/caption_bytes.h"
#include "formats/over_limit.h"

namespace umikoe::formats::captions {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

bool is_index(std::string_view line) {
  return !line.empty() && line.size() <= 9 &&
         std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_blanks(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

void trim(std::vector<std::string_view>& lines) {
  while (!lines.empty() && is_blank(lines.back())) lines.pop_back();
  const auto first = std::ranges::find_if_not(lines, is_blank);
  lines.erase(lines.begin(), first);
}

// The number directly above a timing is its index when a blank line or nothing stands above it, or
// when it follows the last one: otherwise "1995" may be the last line of a text.
std::string take_index(std::vector<std::string_view>& above, const std::string& last_index) {
  if (above.empty() || !is_index(without_blanks(above.back()))) return {};
  const std::string index(without_blanks(above.back()));
  const bool apart = above.size() == 1 || is_blank(above[above.size() - 2]);
  const bool follows = !last_index.empty() && std::stol(index) == std::stol(last_index) + 1;
  if (!apart && !follows) return {};
  above.pop_back();
  return index;
}

}  // namespace

Result<std::vector<TimedBlock>> timed_blocks(std::string_view text, const BlockForm& form) {
  std::vector<TimedBlock> blocks;
  std::vector<std::string_view> before;  // lines above the first timing
  std::string last_index;
  long first_text = 0;
  for (CaptionLines lines(text); !lines.at_end();) {
    const long number = lines.number();
    const std::string_view line = lines.next();
    auto timing = form.timing(line);
    auto& above = blocks.empty() ? before : blocks.back().lines;
    if (!timing && !form.meant_as_timing(line)) {
      if (first_text == 0 && !is_blank(line)) first_text = number;
      above.push_back(line);
      continue;
    }
    if (std::ssize(blocks) >= limits::cue_count_max.value) {
      return std::unexpected(over_limit(limits::cue_count_max, at_line(number)));
    }
    TimedBlock block{.index = {}, .timing = timing, .lines = {}, .line = number};
    if (form.numbered) block.index = take_index(above, last_index);
    if (!block.index.empty()) last_index = block.index;
    trim(above);
    blocks.push_back(std::move(block));
  }
  if (blocks.empty() && first_text > 0) {
    return fail("captions_without_timings", {}, at_line(first_text));
  }
  if (!blocks.empty()) trim(blocks.back().lines);
  return blocks;
}

std::string without_blank_edges(std::string_view text) {
  std::vector<std::string_view> lines;
  for (CaptionLines all(text); !all.at_end();) lines.push_back(all.next());
  trim(lines);
  return joined(lines);
}

std::string joined(const std::vector<std::string_view>& lines) {
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += '\n';
    out += lines[i];
  }
  return out;
}

}  // namespace umikoe::formats::captions
