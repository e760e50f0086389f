#include "catalogue/recording_numbers.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace umikoe::catalogue {
namespace {

Recording recording(const std::string& isrc, const std::string& title, const std::string& id = "") {
  Recording made;
  made.isrc = Isrc::parse(isrc);
  made.reference = isrc;
  made.titles = {{.text = title}};
  if (!id.empty()) made.own_ids = {id};
  return made;
}

Contents album(const std::string& number, const std::string& icpn,
               const std::vector<Recording>& recordings, std::vector<int32_t> tracks = {}) {
  Contents contents;
  Release release;
  release.ids.catalogue_number = number;
  if (!icpn.empty()) release.ids.icpns = {parse_icpn(icpn)->text};
  for (const Recording& one : recordings) {
    contents.recordings.push_back(one);
    release.resource_references.push_back(one.reference);
  }
  release.track_numbers = std::move(tracks);
  contents.releases = {release};
  return contents;
}

std::string isrcs(const NamedRecordings& named) {
  std::string text;
  for (const auto& one : named.recordings) text += one.isrc.to_string().substr(9) + " ";
  return text;
}

const Recording one = recording("JPZZ02600001", "夜明け", "M-1");
const Recording two = recording("JPZZ02600002", "夕暮れ");
const Recording three = recording("JPZZ02600003", "夜明け", "M-1");

TEST(RecordingNumbers, FindsTheRecordingsOfANumberHoweverItIsWritten) {
  RecordingNumbers numbers;
  numbers.add(album("UMK-1001", "4900000000016", {one, two}, {1, 2}));
  for (const char* written : {"UMK-1001", "umk1001", "ＵＭＫ－１００１", "UMK 1001", "UMK‐1001"}) {
    EXPECT_EQ(isrcs(numbers.find(NumberKind::catalogue_number, written)), "001 002 ") << written;
  }
  for (const char* written : {"4900000000016", "04900000000016", "4900-0000-00016"}) {
    EXPECT_EQ(isrcs(numbers.find(NumberKind::icpn, written)), "001 002 ") << written;
  }
  EXPECT_EQ(numbers.find(NumberKind::icpn, "4900000000016").recordings[1].track, 2);
  EXPECT_EQ(isrcs(numbers.find(NumberKind::own_id, "m1")), "001 ");
  for (const char* written : {"", "-", "UMK-100", "UMK-10011"}) {
    EXPECT_EQ(isrcs(numbers.find(NumberKind::catalogue_number, written)), "") << written;
  }
}

TEST(RecordingNumbers, SayWhenTwoReleasesBearOneNumber) {
  RecordingNumbers numbers;
  numbers.add(album("UMK-1001", "4900000000016", {one}));
  EXPECT_FALSE(numbers.find(NumberKind::catalogue_number, "UMK-1001").several_releases);
  numbers.add(album("UMK-1001", "", {two}));
  EXPECT_FALSE(numbers.find(NumberKind::catalogue_number, "UMK-1001").several_releases)
      << "a release without ICPN may be the same";
  numbers.add(album("UMK-1001", "4900000000023", {one}));
  EXPECT_TRUE(numbers.find(NumberKind::catalogue_number, "UMK-1001").several_releases);
}

TEST(RecordingNumbers, TracksThatDocumentsNumberDifferentlyHaveNoNumber) {
  RecordingNumbers numbers;
  numbers.add(album("UMK-1001", "4900000000016", {one, two}, {1, 2}));
  numbers.add(album("UMK-1001", "4900000000016", {one, two}, {2, 2}));
  const auto named = numbers.find(NumberKind::catalogue_number, "UMK-1001");
  ASSERT_EQ(named.recordings.size(), 2u);
  EXPECT_EQ(named.recordings[0].track, 0);
  EXPECT_EQ(named.recordings[1].track, 2);
}

TEST(RecordingNumbers, AnyOrderOfDocumentsGivesTheSame) {
  std::vector<Contents> all = {
      album("UMK-1001", "4900000000016", {one, two}, {1, 2}), album("UMK-1001", "", {three}),
      album("UMK-1001", "4900000000023", {two}), album("UMK-1002", "4900000000016", {three}, {9})};
  std::vector<int> order = {0, 1, 2, 3};
  std::string first;
  do {
    RecordingNumbers numbers;
    for (const int i : order) numbers.add(all[static_cast<size_t>(i)]);
    std::string said;
    for (const char* number : {"UMK-1001", "UMK-1002"}) {
      const auto named = numbers.find(NumberKind::catalogue_number, number);
      said += isrcs(named) + (named.several_releases ? "several " : "one ");
    }
    for (const auto& track : numbers.find(NumberKind::icpn, "4900000000016").recordings) {
      said += track.isrc.to_string() + ":" + std::to_string(track.track) + " ";
    }
    said += isrcs(numbers.find(NumberKind::own_id, "M-1"));
    if (first.empty()) first = said;
    EXPECT_EQ(said, first);
  } while (std::ranges::next_permutation(order).found);
}

}  // namespace
}  // namespace umikoe::catalogue
