#include "app/subtitles.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "formats/captions/caption_bytes.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/webvtt_reader.h"

namespace umikoe::app {
namespace {

namespace captions = formats::captions;
using captions::CaptionFormat;
using localisation::CaptionTrack;
using localisation::Cue;

// Standard input is called "-" where a place is named.
std::string shown_path(const std::string& path) { return path.empty() ? "-" : path; }

Result<CaptionFormat> format_of(const CaptionInput& input) {
  if (!input.format.empty()) {
    const auto format = captions::parse_caption_format(input.format);
    if (!format) return fail("caption_format_unknown", {{"format", input.format}});
    return *format == CaptionFormat::apple ? CaptionFormat::ttml : *format;
  }
  const auto format = captions::recognise_captions(input.bytes);
  if (!format) return fail("captions_not_recognised", {}, {shown_path(input.path), 0, {}});
  return *format;
}

std::unexpected<Error> in_file(Error error, const std::string& path) {
  error.where.file = shown_path(path);
  return std::unexpected(std::move(error));
}

bool has_ruby_of_its_own(CaptionFormat format) {
  return format == CaptionFormat::vtt || format == CaptionFormat::ttml;
}

// The track with ruby text in brackets behind its base.
CaptionTrack with_brackets(CaptionTrack track) {
  for (Cue& cue : track.cues) {
    if (localisation::has_ruby(cue.content)) cue.content = localisation::bracketed(cue.content);
  }
  return track;
}

int64_t count_cues(const CaptionTrack& track, bool (*says)(const Cue&)) {
  return std::ranges::count_if(track.cues, says);
}

bool stands_out(const Cue& cue) {
  localisation::CueSettings settings = cue.settings;
  settings.align = localisation::TextAlign::center;  // every format aligns somehow
  return settings != localisation::CueSettings{};
}

// Notes and credits that the target has no place for: tags of LRC are words with a value.
int64_t lost_notes(const CaptionTrack& track, CaptionFormat to) {
  if (to == CaptionFormat::vtt || to == CaptionFormat::ttml) return 0;
  const auto notes = std::ranges::count(track.tags, "note", &localisation::CaptionTag::name);
  return to == CaptionFormat::lrc ? notes : std::ssize(track.tags);
}

// What the target cannot hold, counted, so that nothing is lost without a word.
std::vector<Finding> losses(const CaptionTrack& track, CaptionFormat to, bool brackets) {
  std::vector<Finding> found;
  const auto add = [&](std::string code, int64_t count) {
    if (count > 0) found.push_back(Finding{std::move(code), {{"count", std::to_string(count)}}});
  };
  const bool keeps_ruby = has_ruby_of_its_own(to) || brackets;
  if (!keeps_ruby) {
    add("caption_ruby_left_out",
        count_cues(track, [](const Cue& cue) { return localisation::has_ruby(cue.content); }));
  }
  if (to == CaptionFormat::srt || to == CaptionFormat::sbv) {
    add("caption_word_times_left_out", count_cues(track, [](const Cue& cue) {
          return localisation::has_timestamps(cue.content);
        }));
  }
  if (to != CaptionFormat::vtt && to != CaptionFormat::ttml) {
    add("caption_places_left_out", count_cues(track, stands_out));
  }
  if (to != CaptionFormat::ttml && to != CaptionFormat::lrc) {
    add("caption_ends_assumed",
        count_cues(track, [](const Cue& cue) { return !cue.end_ms.has_value(); }));
  }
  if (to != CaptionFormat::vtt) {
    add("caption_style_sheets_left_out", std::ssize(track.style_sheets));
  }
  add("caption_notes_left_out", lost_notes(track, to));
  return found;
}

}  // namespace

Result<Captions> read_cues(const CaptionInput& input) {
  UMIKOE_TRY(const CaptionFormat format, format_of(input));
  auto file = captions::read_captions(format, formats::from_memory(input.bytes));
  if (!file) return in_file(std::move(file).error(), input.path);
  for (Finding& finding : file->findings) finding.where.file = shown_path(input.path);
  return Captions{input.path, format, std::move(file->track), std::move(file->findings)};
}

Result<Captions> read_captions(const CaptionInput& input) {
  UMIKOE_TRY(Captions read, read_cues(input));
  auto contents = captions::read_contents(read.track);
  if (!contents) return in_file(std::move(contents).error(), input.path);
  return read;
}

bool refuses_captions(const Error& error) {
  constexpr std::array codes = {std::string_view("webvtt_signature_missing"),
                                std::string_view("captions_without_timings"),
                                std::string_view("captions_not_recognised"),
                                std::string_view("ttml_root_missing"),
                                std::string_view("ttml_time_malformed"),
                                std::string_view("xml_not_well_formed"),
                                std::string_view("xml_doctype_refused"),
                                std::string_view("encoding_invalid"),
                                std::string_view("limit_exceeded")};
  return std::ranges::find(codes, error.code) != codes.end();
}

Result<std::string> cue_text_tree(const std::string& bytes) {
  std::string text = captions::webvtt_input(bytes);
  if (text.ends_with('\n')) text.pop_back();  // the line feed that ends a file, not the text
  if (std::ssize(text) > limits::cue_text_bytes.value) {
    return fail("limit_exceeded", {{"limit", std::string(limits::cue_text_bytes.name)},
                                   {"value", std::to_string(limits::cue_text_bytes.value)},
                                   {"unit", std::string(limits::cue_text_bytes.unit)}});
  }
  UMIKOE_TRY(const auto content, captions::parse_cue_text(text));
  return captions::list_cue_text(content);
}

Result<Conversion> convert_captions(const Captions& source, const std::string& to,
                                    const std::string& ruby) {
  const auto format = captions::parse_caption_format(to);
  if (!format) return fail("caption_format_unknown", {{"format", to}});
  const bool brackets = ruby == "brackets";
  if (!ruby.empty() && !brackets && ruby != "drop") {
    return fail("ruby_word_unknown", {{"word", ruby}});
  }
  const bool replaces = brackets && !has_ruby_of_its_own(*format);
  const std::string bytes =
      captions::write_captions(*format, replaces ? with_brackets(source.track) : source.track);
  return Conversion{bytes, std::string(captions::word(*format)),
                    losses(source.track, *format, brackets)};
}

}  // namespace umikoe::app
