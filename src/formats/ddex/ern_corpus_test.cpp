// Public ERN samples, found through UMIKOE_SHARED_DATA: their counts must equal an independent
// count made with another XML library.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "formats/ddex/ern_reader.h"

namespace umikoe::formats::ddex {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<fs::path> messages_below(const char* folder) {
  std::vector<fs::path> paths;
  const char* root = std::getenv("UMIKOE_SHARED_DATA");
  if (!root) return paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(root) / "ddex" / folder)) {
    if (entry.path().extension() == ".xml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

struct Counts {
  int64_t sound_recordings = 0;
  int64_t videos = 0;
  int64_t releases = 0;
  int64_t track_releases = 0;
  int64_t deals = 0;

  bool operator==(const Counts&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Counts& counts) {
  return out << counts.sound_recordings << " sound recordings, " << counts.videos << " videos, "
             << counts.releases << " releases, " << counts.track_releases << " track releases, "
             << counts.deals << " deals";
}

bool is_track_release(const pugi::xml_node& release) {
  if (std::string_view(release.name()) == "TrackRelease") return true;
  for (const auto& type : release.select_nodes("ReleaseType|*/ReleaseType")) {
    const std::string_view text = type.node().child_value();
    if (text == "TrackRelease" || text == "VideoTrackRelease") return true;
  }
  return false;
}

Counts count_independently(const std::string& bytes) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_buffer(bytes.data(), bytes.size()));
  Counts counts;
  const auto count = [&](const char* path) {
    return static_cast<int64_t>(document.select_nodes(path).size());
  };
  counts.sound_recordings = count("/*/ResourceList/SoundRecording");
  counts.videos = count("/*/ResourceList/Video");
  counts.deals = count("/*/DealList/ReleaseDeal/Deal");
  for (const auto& found :
       document.select_nodes("/*/ReleaseList/Release|/*/ReleaseList/TrackRelease")) {
    ++(is_track_release(found.node()) ? counts.track_releases : counts.releases);
  }
  return counts;
}

Counts counts_of(const ErnMessage& message) {
  return {message.counts.sound_recordings, message.counts.videos, message.counts.releases,
          message.counts.track_releases, message.counts.deals};
}

TEST(ErnCorpus, CountsEqualAnIndependentCount) {
  const auto paths = messages_below("ern");
  if (paths.empty()) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  int read = 0;
  for (const fs::path& path : paths) {
    const std::string bytes = bytes_of(path);
    const auto message = read_ern(from_memory(bytes));
    if (!message) {
      const std::string& code = message.error().code;
      const std::string name = path.filename().string();
      const bool expected =
          (code == "xml_not_well_formed" && name.find("002_erroneous") != std::string::npos) ||
          (code == "ern_version_unsupported" && name.find("003_version") != std::string::npos) ||
          (code == "ern_namespace_missing" && name.find("004_xmlns") != std::string::npos);
      EXPECT_TRUE(expected) << path << ": " << code << " at line " << message.error().where.line
                            << ", " << message.error().where.element;
      continue;
    }
    ++read;
    EXPECT_EQ(counts_of(*message), count_independently(bytes)) << path;
    EXPECT_EQ(message->contents.releases.size(), message->statement.releases.size()) << path;
  }
  EXPECT_EQ(read + 3, std::ssize(paths));
}

TEST(ErnCorpus, TheBrokenMessageIsReportedWithItsPlace) {
  for (const fs::path& path : messages_below("ern")) {
    if (path.filename().string().find("002_erroneous") == std::string::npos) continue;
    const std::string bytes = bytes_of(path);
    const auto message = read_ern(from_memory(bytes));
    ASSERT_FALSE(message);
    EXPECT_EQ(message.error().code, "xml_not_well_formed");
    EXPECT_EQ(message.error().where.line, 157);
    EXPECT_FALSE(message.error().where.element.empty());
    return;
  }
  GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
}

// Each sample with a deliberate fault is told apart from the complete one by a finding that names
// it.
TEST(ErnCorpus, TheFaultOfEveryFaultySampleIsReported) {
  const std::map<std::string, std::string> faults = {
      {"005_not_valid_xsd", "element_unknown"},
      {"006_zero_sound_recordings", "message_without_recording"},
      {"007_zero_image", "front_cover_missing"},
      {"008_one_image_not_front", "front_cover_missing"},
      {"009_no_main_release", "main_release_unmarked"},
      {"010_no_album_release", "main_release_is_track"},
      {"011_one_resource_unused", "resource_unused"},
      {"012_missing_isrc", "isrc_missing"},
      {"013_isrc_empty_string", "isrc_missing"},
      {"014_missing_deal", "release_without_deal"}};
  size_t seen = 0;
  const auto paths = messages_below("ern");
  if (paths.empty()) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  for (const fs::path& path : paths) {
    for (const auto& [name, code] : faults) {
      const bool complete = path.filename().string().find("001_audioalbum") != std::string::npos;
      if (!complete && path.filename().string().find(name) == std::string::npos) continue;
      const std::string bytes = bytes_of(path);
      const auto message = read_ern(from_memory(bytes));
      ASSERT_TRUE(message) << path;
      const bool found =
          std::ranges::find(message->findings, code, &Finding::code) != message->findings.end();
      EXPECT_EQ(found, !complete) << path << " " << code;
      seen += !complete;
    }
  }
  EXPECT_EQ(seen, faults.size());
}

TEST(ErnCorpus, ReadsEveryPurge) {
  const auto paths = messages_below("ern-purge");
  if (paths.empty()) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  for (const fs::path& path : paths) {
    const std::string bytes = bytes_of(path);
    const auto message = read_ern(from_memory(bytes));
    ASSERT_TRUE(message) << path << ": " << message.error().code;
    EXPECT_EQ(message->statement.kind, rights::StatementKind::purge);
    EXPECT_FALSE(message->statement.main_release.keys().empty());
  }
}

// The samples with Japanese names must yield forms told apart by their language tags.
TEST(ErnCorpus, KeepsJapaneseForms) {
  for (const fs::path& path : messages_below("ern")) {
    if (path.filename().string().find("43__1_Audio") == std::string::npos) continue;
    const std::string bytes = bytes_of(path);
    const auto message = read_ern(from_memory(bytes));
    ASSERT_TRUE(message);
    const auto& recording = message->contents.recordings.front();
    ASSERT_EQ(recording.titles.size(), 2u);
    EXPECT_EQ(recording.titles[0].is_default, true);
    EXPECT_EQ(recording.titles[1].language.text, "ja-Jpan");
    EXPECT_EQ(recording.titles[1].text, "夢のララバイ");
    EXPECT_EQ(recording.display_artist_names.size(), 2u);
    EXPECT_EQ(recording.credits.front().party.name, "Saeko Shu");
    EXPECT_EQ(recording.duration_ms, 148'000);
    EXPECT_FALSE(recording.is_clip);
    EXPECT_EQ(recording.isrc->view(), "JPTO09404900");
    return;
  }
  GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
}

}  // namespace
}  // namespace umikoe::formats::ddex
