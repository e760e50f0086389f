#include "formats/captions/lrc.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/blanks.h"
#include "formats/captions/caption_bytes.h"
#include "formats/captions/loose_timing.h"
#include "formats/captions/webvtt_timestamp.h"
#include "formats/over_limit.h"
#include "localisation/captions/lyric_line.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTag;
using localisation::CaptionTrack;
using localisation::Cue;
using localisation::CueContent;
using localisation::CueNodeKind;

// "12:34.56" as a whole; some programs write a colon before the hundredths.
std::optional<double> whole_time(std::string_view text) {
  size_t position = 0;
  const auto ms = collect_loose_time(text, position);
  if (!ms || position != text.size()) return std::nullopt;
  const bool has_third_part = std::ranges::count(text, ':') == 2;
  const bool has_fraction = text.contains('.') || text.contains(',');
  if (!has_third_part || has_fraction) return ms;
  const size_t last = text.rfind(':');
  size_t at = 0;
  const auto minutes = collect_loose_time(text.substr(0, last), at);
  return *minutes + number_of_digits(text.substr(last + 1)) * (text.size() - last == 4 ? 1 : 10);
}

// What stands between the marks at the front of the text.
std::optional<std::string_view> bracketed(std::string_view text, char opens, char closes) {
  if (!text.starts_with(opens)) return std::nullopt;
  const size_t end = text.find(closes);
  if (end == std::string_view::npos) return std::nullopt;
  return text.substr(1, end - 1);
}

std::optional<CaptionTag> tag_of(std::string_view inside) {
  const size_t colon = inside.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!std::ranges::all_of(inside.substr(0, colon), is_letter)) return std::nullopt;
  return CaptionTag{std::string(inside.substr(0, colon)),
                    std::string(trimmed(inside.substr(colon + 1)))};
}

// The content of a line: times of words become timestamps.
CueContent words_of(std::string_view text) {
  CueContent content;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) content.push_back({.kind = CueNodeKind::text, .value = std::move(plain)});
    plain.clear();
  };
  while (!text.empty()) {
    const auto inside = bracketed(text.substr(0, 32), '<', '>');
    const auto at = inside ? whole_time(*inside) : std::nullopt;
    if (at) {
      flush();
      content.push_back({.kind = CueNodeKind::timestamp, .at_ms = *at});
      text.remove_prefix(inside->size() + 2);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  flush();
  return content;
}

// Repeated lines share their times of words: they move along with each repetition.
CueContent moved(CueContent content, double by_ms) {
  for (auto& node : content) {
    if (node.kind == CueNodeKind::timestamp) node.at_ms = std::max(0.0, node.at_ms + by_ms);
  }
  return content;
}

class LrcReading {
 public:
  explicit LrcReading(Findings& findings) : findings_(findings) {}

  Result<CaptionTrack> run(std::string_view text) {
    for (CaptionLines lines(text); !lines.at_end();) {
      const long number = lines.number();
      UMIKOE_TRY(take_line(trimmed(lines.next()), number));
    }
    if (times_.empty() && first_untimed_ > 0) {
      return fail("captions_without_timings", {}, at_line(first_untimed_));
    }
    finish();
    return std::move(track_);
  }

 private:
  Result<void> take_line(std::string_view line, long number) {
    std::vector<double> starts;
    for (auto inside = bracketed(line, '[', ']'); inside; inside = bracketed(line, '[', ']')) {
      const auto at = whole_time(*inside);
      if (!at) break;
      starts.push_back(*at);
      line = trimmed(line.substr(inside->size() + 2));
    }
    if (starts.empty()) return take_untimed(line, number);
    times_.insert(times_.end(), starts.begin(), starts.end());
    if (std::ssize(times_) > limits::cue_count_max.value) {
      return std::unexpected(over_limit(limits::cue_count_max, at_line(number)));
    }
    const CueContent content = words_of(trimmed(line));
    const std::string text(trimmed(localisation::base_text(content)));
    if (text.empty()) return {};
    // A repeated line is written once and kept as often as it is sung.
    expanded_bytes_ += std::ssize(line) * std::ssize(starts);
    if (expanded_bytes_ > limits::caption_file_bytes.value) {
      return std::unexpected(over_limit(limits::caption_file_bytes, at_line(number)));
    }
    for (const double start : starts) {
      Cue cue;
      cue.start_ms = start;
      cue.text = text;
      cue.content = moved(content, start - starts.front());
      cue.line = number;
      track_.cues.push_back(std::move(cue));
    }
    return {};
  }

  Result<void> take_untimed(std::string_view line, long number) {
    if (line.empty()) return {};
    const auto inside = bracketed(line, '[', ']');
    const bool alone = inside && inside->size() + 2 == line.size();
    if (const auto tag = alone ? tag_of(*inside) : std::nullopt) {
      if (std::ssize(track_.tags) >= limits::caption_tags.value) {
        return std::unexpected(over_limit(limits::caption_tags, at_line(number)));
      }
      track_.tags.push_back(*tag);
      return {};
    }
    if (first_untimed_ == 0) first_untimed_ = number;
    findings_.add("lrc_line_untimed", {{"text", quoted_front(line)}}, at_line(number));
    return {};
  }

  // The value of a tag, which is then no longer kept.
  std::optional<std::string> take_tag(std::string_view name) {
    const auto is_it = [&](const CaptionTag& tag) { return tag.name == name; };
    const auto found = std::ranges::find_if(track_.tags, is_it);
    if (found == track_.tags.end()) return std::nullopt;
    std::string value = found->value;
    std::erase_if(track_.tags, is_it);
    return value;
  }

  void finish() {
    double offset = 0;
    if (auto written = take_tag("offset")) {
      std::string_view digits = *written;
      if (digits.starts_with('+')) digits.remove_prefix(1);
      int ms = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), ms);
      if (read.ec == std::errc() && read.ptr == digits.data() + digits.size()) offset = ms;
    }
    if (const auto length = length_of_song()) times_.push_back(*length + offset);
    const auto sooner = [&](double ms) { return std::max(0.0, ms - offset); };
    for (double& time : times_) time = sooner(time);
    std::ranges::sort(times_);
    for (Cue& cue : track_.cues) {
      cue.start_ms = sooner(cue.start_ms);
      cue.content = moved(std::move(cue.content), -offset);
      const auto next = std::ranges::upper_bound(times_, cue.start_ms);
      if (next != times_.end()) cue.end_ms = *next;
    }
    std::ranges::stable_sort(track_.cues, {}, &Cue::start_ms);
  }

  std::optional<double> length_of_song() const {
    const auto found = std::ranges::find(track_.tags, "length", &CaptionTag::name);
    return found == track_.tags.end() ? std::nullopt : whole_time(found->value);
  }

  Findings& findings_;
  CaptionTrack track_;
  std::vector<double> times_;
  long first_untimed_ = 0;
  int64_t expanded_bytes_ = 0;
};

std::string lrc_time(double ms) {
  const double hundredths = std::round(std::clamp(ms, 0.0, latest_exact_ms) / 10);
  const auto in_minute = static_cast<int>(std::fmod(hundredths, 6000));
  const double minutes = std::round((hundredths - in_minute) / 6000);
  return fmt::format("{:02.0f}:{:02}.{:02}", minutes, in_minute / 100, in_minute % 100);
}

std::string written_line(const localisation::LyricLine& line) {
  std::string out;
  for (size_t i = 0; i < line.words.size(); ++i) {
    const auto& word = line.words[i];
    if (word.start_ms) out += "<" + lrc_time(*word.start_ms) + ">";
    out += word.text;
    const bool ends_apart =
        word.end_ms && (i + 1 == line.words.size() || line.words[i + 1].start_ms != word.end_ms);
    if (ends_apart) out += "<" + lrc_time(*word.end_ms) + ">";
  }
  return out;
}

}  // namespace

Result<CaptionTrack> read_lrc(const ByteSource& source, Findings& findings) {
  UMIKOE_TRY(const std::string bytes, read_bytes(source));
  UMIKOE_TRY(const std::string text, decoded_lines(bytes));
  return LrcReading(findings).run(text);
}

std::string write_lrc(const CaptionTrack& track) {
  std::string out;
  for (const CaptionTag& tag : track.tags) {
    if (tag.name == "note") continue;
    out +=
        "[" + tag.name + ":" + with_replaced(with_replaced(tag.value, "\n", " "), "]", ")") + "]\n";
  }
  std::vector<const Cue*> cues;
  for (const Cue& cue : track.cues) cues.push_back(&cue);
  std::ranges::stable_sort(cues, {}, [](const Cue* cue) { return cue->start_ms; });
  for (size_t i = 0; i < cues.size(); ++i) {
    const Cue& cue = *cues[i];
    out += "[" + lrc_time(cue.start_ms) + "]" + written_line(localisation::lyric_line(cue)) + "\n";
    // An end of its own is a time without text, unless the next line begins by then.
    const bool last = i + 1 == cues.size();
    const bool ends_apart =
        cue.end_ms && *cue.end_ms > cue.start_ms && (last || *cue.end_ms < cues[i + 1]->start_ms);
    if (ends_apart) out += "[" + lrc_time(*cue.end_ms) + "]\n";
  }
  return out;
}

}  // namespace umikoe::formats::captions
