#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/identifiers.h"
#include "catalogue/party.h"

namespace umikoe::catalogue {

enum class RecordingKind { sound, video };

struct Credit {
  Party party;
  std::vector<std::string> roles;  // DDEX role values as written (MainArtist, Composer, …)
  bool is_display_artist = false;

  bool operator==(const Credit&) const = default;
};

// A SoundRecording or Video as one document describes it.
struct Recording {
  std::string reference;  // ResourceReference within its message; empty for tables
  RecordingKind kind = RecordingKind::sound;
  std::optional<Isrc> isrc;
  std::string type;  // DDEX Type, e.g. MusicalWorkSoundRecording
  std::vector<NameForm> titles;
  std::vector<NameForm> display_artist_names;
  std::vector<Credit> credits;
  std::optional<int64_t> duration_ms;  // Duration: the recording's length
  std::optional<int64_t>
      asset_duration_ms;  // of the delivered file, where a technical detail says so
  bool is_clip = false;   // every delivered file is a preview or clip
  std::vector<std::string> parental_warnings;
  std::vector<std::string> languages_of_performance;
  std::vector<std::string> subtitle_languages;
  std::optional<bool> is_instrumental;
  std::optional<bool> contains_ai;
  std::vector<std::string> iswcs;
  std::vector<std::string> own_ids;  // a label's or sender's own numbers of it, without namespace
  std::string p_line;
  std::string c_line;
  std::vector<std::string> genres;

  bool operator==(const Recording&) const = default;
};

// What is known of an Image resource: enough for the cover rules.
struct Image {
  std::string reference;
  std::string type;  // FrontCoverImage, …
  std::optional<int64_t> width_px;
  std::optional<int64_t> height_px;
  std::string file;

  bool operator==(const Image&) const = default;
};

}  // namespace umikoe::catalogue
