#include "formats/captions/caption_format.h"

#include <algorithm>
#include <array>

#include "formats/captions/lrc.h"
#include "formats/captions/sbv.h"
#include "formats/captions/srt.h"
#include "formats/captions/timed_blocks.h"
#include "formats/captions/ttml.h"
#include "formats/captions/webvtt_reader.h"
#include "formats/captions/webvtt_writer.h"
#include "formats/table/text_decoder.h"
#include "formats/xml_root.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;

struct FormatWord {
  std::string_view word;
  CaptionFormat format;
};
constexpr std::array format_words = {
    FormatWord{"vtt", CaptionFormat::vtt}, FormatWord{"ttml", CaptionFormat::ttml},
    FormatWord{"srt", CaptionFormat::srt}, FormatWord{"lrc", CaptionFormat::lrc},
    FormatWord{"sbv", CaptionFormat::sbv}, FormatWord{"apple", CaptionFormat::apple}};

// The lines at the front that are enough to tell.
constexpr size_t head_bytes = 4096;

bool has_line(std::string_view text, std::optional<LooseTiming> (*timing)(std::string_view)) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (timing(line)) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

std::string_view first_line(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  text.remove_prefix(first);
  std::string_view line = text.substr(0, text.find('\n'));
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return line;
}

bool is_number(std::string_view line) {
  return !line.empty() && line.size() < 10 &&
         line.find_first_not_of("0123456789") == std::string_view::npos;
}

// "[ti:…]" or "[00:12.00]…": a list of JSON begins otherwise.
bool is_lrc_line(std::string_view line) {
  const size_t colon = line.find(':');
  if (!line.starts_with('[') || colon == std::string_view::npos) return false;
  const std::string_view name = line.substr(1, colon - 1);
  const size_t close = line.find(']', colon);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool named = !name.empty() && std::ranges::all_of(name, is_letter);
  return close != std::string_view::npos && (named || is_number(name));
}

Result<CaptionTrack> read_track(CaptionFormat format, const ByteSource& source,
                                Findings& findings) {
  switch (format) {
    case CaptionFormat::vtt:
      return read_webvtt(source);
    case CaptionFormat::srt:
      return read_srt(source, findings);
    case CaptionFormat::lrc:
      return read_lrc(source, findings);
    case CaptionFormat::sbv:
      return read_sbv(source);
    case CaptionFormat::ttml:
    case CaptionFormat::apple:
      break;
  }
  return read_ttml(source, findings);
}

}  // namespace

std::optional<CaptionFormat> parse_caption_format(std::string_view text) {
  const auto found = std::ranges::find(format_words, text, &FormatWord::word);
  return found == format_words.end() ? std::nullopt : std::optional(found->format);
}

std::string_view word(CaptionFormat format) {
  return std::ranges::find(format_words, format, &FormatWord::format)->word;
}

std::optional<CaptionFormat> recognise_captions(std::string_view bytes) {
  const std::string head = table::decode_head(bytes.substr(0, head_bytes));
  const std::string_view text = head;
  if (text.starts_with("WEBVTT")) return CaptionFormat::vtt;
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  const auto root = glance_at_root(text);
  if (text.substr(first).starts_with("<?xml") || (root && root->local_name == "tt")) {
    return CaptionFormat::ttml;
  }
  if (has_line(text, arrow_timing)) return CaptionFormat::srt;
  if (has_line(text, comma_timing)) return CaptionFormat::sbv;
  if (text[first] == '[') return CaptionFormat::lrc;
  return std::nullopt;
}

bool begins_as_captions(std::string_view text) {
  constexpr std::string_view after_signature = " \t\r\n";
  if (text.starts_with("WEBVTT")) return text.size() == 6 || after_signature.contains(text[6]);
  const std::string_view line = first_line(text);
  if (line.empty()) return false;
  if (line.front() == '<') {
    const auto root = glance_at_root(text);
    return root && root->local_name == "tt";
  }
  if (arrow_timing(line) || comma_timing(line) || is_lrc_line(line)) return true;
  const size_t behind = static_cast<size_t>(line.data() - text.data()) + line.size();
  return is_number(line) && arrow_timing(first_line(text.substr(behind))).has_value();
}

Result<CaptionFile> read_captions(CaptionFormat format, const ByteSource& source) {
  Findings findings;
  UMIKOE_TRY(CaptionTrack track, read_track(format, source, findings));
  return CaptionFile{std::move(track), findings.take()};
}

std::string write_captions(CaptionFormat format, const CaptionTrack& track) {
  switch (format) {
    case CaptionFormat::vtt:
      return write_webvtt(track);
    case CaptionFormat::ttml:
      return write_ttml(track);
    case CaptionFormat::srt:
      return write_srt(track);
    case CaptionFormat::lrc:
      return write_lrc(track);
    case CaptionFormat::sbv:
      return write_sbv(track);
    case CaptionFormat::apple:
      return write_apple_lyrics(track);
  }
  return {};
}

}  // namespace umikoe::formats::captions
