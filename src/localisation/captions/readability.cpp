#include "localisation/captions/readability.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "base/unicode_text.h"
#include "base/utf8.h"

namespace umikoe::localisation {
namespace {

constexpr std::array rules = {
    ReadabilityRule{"end_before_start", "s"},    ReadabilityRule{"overlap", "s"},
    ReadabilityRule{"text_empty", ""},           ReadabilityRule{"reading_speed", "characters/s"},
    ReadabilityRule{"line_width", "characters"}, ReadabilityRule{"line_count", "lines"},
    ReadabilityRule{"duration_short", "s"},      ReadabilityRule{"duration_long", "s"},
    ReadabilityRule{"gap_short", "s"},           ReadabilityRule{"line_begins_with", ""},
    ReadabilityRule{"line_ends_with", ""},       ReadabilityRule{"line_ends_on_word", ""},
};

size_t order_of(std::string_view rule) {
  return static_cast<size_t>(std::ranges::find(rules, rule, &ReadabilityRule::name) -
                             rules.begin());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

std::string last_word(std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  const size_t gap = line.rfind(' ');
  std::string word(gap == std::string_view::npos ? line : line.substr(gap + 1));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

std::string as_utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

class Judge {
 public:
  Judge(const CaptionTrack& track, const ReadabilityProfile& profile)
      : track_(track), profile_(profile) {}

  std::vector<ReadabilityFinding> run() {
    for (size_t i = 0; i < track_.cues.size(); ++i) {
      const Cue& cue = track_.cues[i];
      judge_times(i, cue);
      judge_text(i, cue);
    }
    judge_neighbours();
    std::ranges::stable_sort(found_, {}, [](const ReadabilityFinding& finding) {
      return std::pair(finding.cue, order_of(finding.rule));
    });
    return std::move(found_);
  }

 private:
  using Severity = CaptionSeverity;

  ReadabilityFinding& add(size_t cue, std::string_view rule, Severity severity, double measured,
                          double limit) {
    found_.push_back({cue, std::string(rule), severity, measured, limit, 0, {}});
    return found_.back();
  }

  double characters(std::string_view text) const {
    const auto width = profile_.ambiguous_is_wide ? AmbiguousWidth::wide : AmbiguousWidth::narrow;
    return static_cast<double>(width_in_half_units(text, width)) / profile_.units_per_character;
  }

  void judge_times(size_t i, const Cue& cue) {
    if (!cue.end_ms) return;
    const double duration = *cue.end_ms - cue.start_ms;
    if (duration < 0) {
      add(i, "end_before_start", Severity::error, duration / 1000, 0);
      return;
    }
    if (profile_.duration_min_ms > 0 && duration < profile_.duration_min_ms - 0.5) {
      add(i, "duration_short", Severity::warning, duration / 1000, profile_.duration_min_ms / 1000);
    }
    if (profile_.duration_max_ms > 0 && duration > profile_.duration_max_ms + 0.5) {
      add(i, "duration_long", Severity::warning, duration / 1000, profile_.duration_max_ms / 1000);
    }
  }

  void judge_text(size_t i, const Cue& cue) {
    const std::string text = base_text(cue.content);
    if (text.find_first_not_of(" \n\t") == std::string::npos) {
      add(i, "text_empty", Severity::warning, 0, 0);
      return;
    }
    const std::vector<std::string> lines = lines_of(text);
    if (profile_.lines > 0 && std::ssize(lines) > profile_.lines) {
      add(i, "line_count", Severity::error, static_cast<double>(lines.size()), profile_.lines);
    }
    double all = 0;
    for (size_t at = 0; at < lines.size(); ++at) {
      const double width = characters(lines[at]);
      all += width;
      if (profile_.characters_per_line > 0 && width > profile_.characters_per_line) {
        add(i, "line_width", Severity::error, width, profile_.characters_per_line).text_line =
            static_cast<int>(at + 1);
      }
      judge_break(i, lines, at);
    }
    judge_speed(i, cue, all);
  }

  void judge_speed(size_t i, const Cue& cue, double all) {
    if (!cue.end_ms || *cue.end_ms <= cue.start_ms || profile_.characters_per_second <= 0) return;
    const double speed = all * 1000 / (*cue.end_ms - cue.start_ms);
    // A hair over is rounding, not reading.
    if (speed <= profile_.characters_per_second + 1e-6) return;
    add(i, "reading_speed", profile_.speed_severity, speed, profile_.characters_per_second);
  }

  void say(size_t i, std::string_view rule, size_t line, std::string detail) {
    ReadabilityFinding& finding = add(i, rule, Severity::warning, 0, 0);
    finding.text_line = static_cast<int>(line + 1);
    finding.detail = std::move(detail);
  }

  void judge_break(size_t i, const std::vector<std::string>& lines, size_t at) {
    const bool last = at + 1 == lines.size();
    if (profile_.english_breaks && !last) {
      const std::string word = last_word(lines[at]);
      if (std::ranges::find(never_last_words(), word) != never_last_words().end()) {
        say(i, "line_ends_on_word", at, word);
      }
    }
    const std::vector<char32_t> points = code_points(lines[at]);
    if (!profile_.kinsoku || points.empty()) return;
    if (never_first().contains(points.front())) {
      say(i, "line_begins_with", at, as_utf8(points.front()));
    }
    if (!last && never_last().contains(points.back())) {
      say(i, "line_ends_with", at, as_utf8(points.back()));
    }
  }

  // Each cue beside the one that begins before it and ends last.
  void judge_neighbours() {
    std::vector<size_t> order(track_.cues.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, {}, [&](size_t i) { return track_.cues[i].start_ms; });
    std::optional<double> ended;
    for (const size_t i : order) {
      const Cue& cue = track_.cues[i];
      if (ended) {
        const double gap = cue.start_ms - *ended;
        if (gap < 0) {
          add(i, "overlap", Severity::error, -gap / 1000, 0);
        } else if (profile_.gap_min_ms > 0 && gap < profile_.gap_min_ms - 0.5) {
          add(i, "gap_short", Severity::warning, gap / 1000, profile_.gap_min_ms / 1000);
        }
      }
      if (cue.end_ms && (!ended || *cue.end_ms > *ended)) ended = cue.end_ms;
    }
  }

  const CaptionTrack& track_;
  const ReadabilityProfile& profile_;
  std::vector<ReadabilityFinding> found_;
};

}  // namespace

std::span<const ReadabilityRule> readability_rules() { return rules; }

std::vector<ReadabilityFinding> check_readability(const CaptionTrack& track,
                                                  const ReadabilityProfile& profile) {
  return Judge(track, profile).run();
}

}  // namespace umikoe::localisation
