// The fields of whole messages, one by one, as another XML library and a straightforward walk find
// them: over the public samples (UMIKOE_SHARED_DATA) and over messages enlarged from them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "formats/ddex/enlarged_message_test.h"
#include "formats/ddex/ern_test_message.h"
#include "formats/ddex/field_lines_test.h"

namespace umikoe::formats::ddex {
namespace {

namespace fs = std::filesystem;

// A line in which the walk leaves something open is compared around it.
bool same_line(const std::string& read, const std::string& found) {
  const size_t at = found.find(testing::left_open);
  if (at == std::string::npos) return read == found;
  return read.starts_with(found.substr(0, at)) &&
         read.ends_with(found.substr(at + testing::left_open.size()));
}

void expect_same_fields(const std::string& bytes, const std::string& name) {
  const auto message = read_ern(from_memory(bytes));
  ASSERT_TRUE(message) << name << " " << message.error().code;
  const auto read = testing::lines_of(*message);
  const auto found = testing::lines_by_walk(bytes);
  ASSERT_EQ(read.size(), found.size()) << name;
  for (size_t i = 0; i < read.size(); ++i) {
    ASSERT_TRUE(same_line(read[i], found[i]))
        << name << "\nread:  " << read[i] << "\nfound: " << found[i];
  }
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::vector<fs::path> samples() {
  std::vector<fs::path> paths;
  const char* root = std::getenv("UMIKOE_SHARED_DATA");
  if (!root) return paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(root) / "ddex" / "ern")) {
    if (entry.path().extension() == ".xml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

TEST(ErnFields, EqualThoseOfAnIndependentWalkOverEverySample) {
  const auto paths = samples();
  if (paths.empty()) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  int compared = 0;
  int random = 0;
  for (const fs::path& path : paths) {
    const std::string name = path.filename().string();
    const std::string bytes = bytes_of(path);
    // Made from the schema by chance, with years like 315297: nothing a walk could read plainly.
    const bool by_chance = name.find("__instance1") != std::string::npos;
    random += by_chance;
    if (by_chance || !read_ern(from_memory(bytes))) continue;  // ErnCorpus names what fails
    expect_same_fields(bytes, name);
    ++compared;
  }
  EXPECT_EQ(compared + random + 3, std::ssize(paths));
}

TEST(ErnFields, EqualThoseOfAnIndependentWalkOverEnlargedMessages) {
  int compared = 0;
  for (const fs::path& path : samples()) {
    const std::string name = path.filename().string();
    const bool wanted = name.find("43__1_Audio") != std::string::npos ||
                        name.find("001_audioalbum") != std::string::npos;
    if (!wanted) continue;
    const std::string bytes = testing::enlarged(bytes_of(path), 12);
    expect_same_fields(bytes, name);
    const auto message = read_ern(from_memory(bytes));
    std::set<Isrc> isrcs;
    for (const auto& recording : message->contents.recordings) isrcs.insert(*recording.isrc);
    EXPECT_EQ(isrcs.size(), message->contents.recordings.size());
    for (const char* code :
         {"resource_reference_unknown", "deal_release_reference_unknown", "release_without_deal"}) {
      EXPECT_FALSE(finding_of(*message, code)) << name << " " << code;
    }
    ++compared;
  }
  if (compared == 0) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  EXPECT_EQ(compared, 2);
}

// An invented message in the same words, so that the comparison runs everywhere.
TEST(ErnFields, EqualThoseOfAnIndependentWalkOverAnInventedMessage) {
  TestMessage written = message_with_terms(
      "<ExcludedTerritoryCode>JP</ExcludedTerritoryCode><ValidityPeriod><StartDate>2026-01-01"
      "</StartDate><EndDate>2026-12-31</EndDate></ValidityPeriod><UseType>Stream</UseType>");
  written.parties =
      "<Party><PartyReference>P1</PartyReference><PartyName><FullName>波間 &amp; Co</FullName>"
      "<FullNameIndexed>なみま</FullNameIndexed></PartyName></Party>";
  written.resources = sound_recording(
      "A1", "JPZZ02600001",
      "<DisplayTitleText>夜</DisplayTitleText><DisplayTitle><TitleText>夜</TitleText></"
      "DisplayTitle>"
      "<DisplayArtist><ArtistPartyReference>P1</ArtistPartyReference>"
      "<DisplayArtistRole>MainArtist</DisplayArtistRole></DisplayArtist><Duration>PT3M</Duration>");
  expect_same_fields(written.xml(), "invented");
  expect_same_fields(testing::enlarged(written.xml(), 30), "invented, enlarged");
}

// The sink gets what the whole message has.
TEST(ErnFields, TheSinkGetsWhatTheWholeMessageHas) {
  TestMessage written = message_with_terms("<TerritoryCode>JP</TerritoryCode>");
  const std::string xml = testing::enlarged(written.xml(), 50);
  const auto whole = read_ern(from_memory(xml));
  ASSERT_TRUE(whole);
  catalogue::Contents contents = whole->contents;
  contents.recordings.clear();
  contents.releases.clear();
  std::vector<rights::Deal> deals;
  const ErnSink sink{
      .party = [](std::string_view, catalogue::Party&&) {},
      .recording =
          [&](ReadRecording&& read) { contents.recordings.push_back(std::move(read.recording)); },
      .image = [](catalogue::Image&&) {},
      .release = [&](ReadRelease&& read) { contents.releases.push_back(std::move(read.release)); },
      .deal = [&](rights::Deal&& deal) { deals.push_back(std::move(deal)); }};
  const auto rest = read_ern(from_memory(xml, 100), sink);
  ASSERT_TRUE(rest);
  EXPECT_EQ(contents, whole->contents);
  EXPECT_EQ(deals, whole->statement.deals);
  EXPECT_EQ(rest->findings, whole->findings);
  EXPECT_EQ(rest->statement.main_release, whole->statement.main_release);
  EXPECT_TRUE(rest->contents.recordings.empty());
  EXPECT_EQ(rest->counts.sound_recordings, 50);
}

}  // namespace
}  // namespace umikoe::formats::ddex
