#include "catalogue/video_kind.h"

#include <gtest/gtest.h>

namespace umikoe::catalogue {
namespace {

OnlineVideo video(std::string title, int64_t seconds = 240) {
  OnlineVideo out;
  out.title = std::move(title);
  out.duration_ms = seconds * 1000;
  out.isrc = Isrc::parse("JPZZ02600001");
  return out;
}

std::string judged(const OnlineVideo& video, VideoSurroundings around = {true, 240'000, ""}) {
  const JudgedKind kind = judge_kind(video, around);
  return std::string(word(kind.kind)) + " " + std::string(kind.reason);
}

TEST(VideoKind, TellsKindsByTheChannelsOwnWords) {
  EXPECT_EQ(judged(video("遠い波 (Official Video)")), "official title_word");
  EXPECT_EQ(judged(video("遠い波 MV")), "official title_word");
  EXPECT_EQ(judged(video("遠い波 Lyric Video")), "lyric title_word");
  EXPECT_EQ(judged(video("遠い波 ライブ映像")), "live title_word");
  EXPECT_EQ(judged(video("遠い波 MV メイキング")), "behind_the_scenes title_word");
  EXPECT_EQ(judged(video("遠い波 MV Teaser")), "short_version title_word");
}

TEST(VideoKind, DoesNotTakePartsOfWordsForWords) {
  EXPECT_EQ(judged(video("Alive at last"), {true, std::nullopt, ""}), "unknown nothing_tells");
  EXPECT_EQ(judged(video("SMV1"), {true, std::nullopt, ""}), "unknown nothing_tells");
  EXPECT_EQ(judged(video("Live Forever"), {true, std::nullopt, ""}), "unknown nothing_tells");
}

TEST(VideoKind, ShortVersionsShowLessThanTheSong) {
  EXPECT_EQ(judged(video("遠い波 MV", 167)), "short_version shorter_than_recording");
  EXPECT_EQ(judged(video("遠い波 MV", 168)), "official title_word");
  OnlineVideo tagged = video("遠い波 #shorts", 180);
  tagged.marks = {"shorts_tag"};
  EXPECT_EQ(judged(tagged, {true, std::nullopt, ""}), "short_version shorts_tag");
  tagged.duration_ms = 181'000;
  EXPECT_EQ(judged(tagged), "official full_length");
}

TEST(VideoKind, AnArtTrackIsNoVideo) {
  for (const char* mark : {"provided_to_youtube", "topic_channel"}) {
    OnlineVideo track = video("遠い波 (Official Video)");
    track.marks = {mark};
    EXPECT_EQ(judged(track), "art_track " + std::string(mark));
  }
  EXPECT_EQ(judged(video("遠い波"), {true, 240'000, "art_track"}), "art_track asset_art_track");
}

TEST(VideoKind, AnUnknownChannelIsAskedAbout) {
  EXPECT_EQ(judged(video("遠い波 (Official Video)"), {std::nullopt, 240'000, ""}),
            "unknown channel_unknown");
  EXPECT_EQ(judged(video("遠い波 (Official Video)"), {false, 240'000, ""}),
            "third_party channel_of_another_party");
  OnlineVideo claimed = video("遠い波 (Official Video)");
  claimed.uploader = "third_party";
  EXPECT_EQ(judged(claimed, {std::nullopt, 240'000, ""}), "third_party uploader_third_party");
  claimed.uploader = "self";
  EXPECT_EQ(judged(claimed, {std::nullopt, 240'000, ""}), "official title_word");
}

TEST(VideoKind, AnAssetTellsAMusicVideo) {
  EXPECT_EQ(judged(video("遠い波"), {true, std::nullopt, "music_video"}),
            "official asset_music_video");
}

}  // namespace
}  // namespace umikoe::catalogue
