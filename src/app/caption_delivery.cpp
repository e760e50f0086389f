#include "app/caption_delivery.h"

#include "app/subtitles.h"
#include "app/translation/translation_records.h"
#include "base/language_tag.h"
#include "base/sha256.h"
#include "formats/captions/caption_bytes.h"

namespace umikoe::app {
namespace {

// The parts of a name such as JPZZ02600001.pt-BR.vtt: a hyphen belongs to a language.
std::vector<std::string> parts_of_name(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '.' || c == '_' || c == ' ') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string language_in(const std::vector<std::string>& parts) {
  // First is the recording, last the ending.
  for (size_t i = 1; i + 1 < parts.size(); ++i) {
    if (const auto language = language_of_word(parts[i])) return *language;
  }
  return {};
}

Result<Isrc> recording_of(const CaptionNaming& naming, const std::vector<std::string>& parts) {
  if (naming.isrc.empty()) {
    const auto isrc = Isrc::parse(parts.front());
    if (!isrc) return fail("captions_recording_unnamed");
    return *isrc;
  }
  const auto isrc = Isrc::parse(naming.isrc);
  if (!isrc) return fail("isrc_malformed_word", {{"isrc", naming.isrc}});
  return *isrc;
}

Result<std::string> language_of(const CaptionNaming& naming, const std::vector<std::string>& parts,
                                const std::string& stated) {
  if (!naming.language.empty()) return language_of_word(naming.language);
  std::string named = language_in(parts);
  if (!named.empty()) return named;
  if (const auto language = language_of_word(stated)) return *language;
  return fail("captions_language_unnamed");
}

std::string primary(const std::string& language) {
  return std::string(parse_language_tag(language).tag.language());
}

}  // namespace

std::string CaptionDelivery::identity() const {
  return sha256_hex("captions\n" + captions.sha256 + "\n" + captions.isrc.to_string() + "\n" +
                    captions.language);
}

Result<CaptionDelivery> read_caption_delivery(const formats::ByteSource& source,
                                              const std::string& path,
                                              const CaptionNaming& naming) {
  CaptionDelivery out;
  KeptCaptions& kept = out.captions;
  UMIKOE_TRY(kept.bytes, formats::captions::read_bytes(source));
  UMIKOE_TRY(auto read, read_captions({kept.bytes, path, naming.format}));
  const auto parts = parts_of_name(path);
  UMIKOE_TRY(kept.isrc, recording_of(naming, parts));
  const std::string& stated = read.track.language;
  UMIKOE_TRY(kept.language, language_of(naming, parts, stated));
  if (read.track.cues.empty()) return fail("captions_without_cues");
  kept.format = word(read.format);
  kept.document = path.substr(path.find_last_of('/') + 1);
  kept.sha256 = sha256_hex(kept.bytes);
  kept.cues = std::ssize(read.track.cues);
  out.findings = std::move(read.findings);
  if (!stated.empty() && primary(stated) != primary(kept.language)) {
    out.findings.push_back(
        {"captions_language_differs", {{"stated", stated}, {"language", kept.language}}});
  }
  return out;
}

}  // namespace umikoe::app
