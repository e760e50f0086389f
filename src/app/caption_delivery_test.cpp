// Whose captions a file holds: by a person's words, by its name, by itself.

#include "app/caption_delivery.h"

#include <gtest/gtest.h>

namespace umikoe::app {
namespace {

constexpr const char* vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nsea\n";
constexpr const char* ttml =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"fr\"><body><div>"
    "<p begin=\"1s\" end=\"2s\">mer</p></div></body></tt>";

Result<CaptionDelivery> read(const std::string& bytes, const std::string& path,
                             const CaptionNaming& naming = {}) {
  return read_caption_delivery(formats::from_memory(bytes), path, naming);
}

std::string code_of(const Result<CaptionDelivery>& result) {
  return result ? "none" : result.error().code;
}

TEST(CaptionDelivery, TheFileNameSaysRecordingAndLanguage) {
  struct Case {
    const char* path;
    const char* language;
  };
  for (const auto& [path, language] :
       {Case{"JPZZ02600001.en.vtt", "en"}, Case{"folder/JPZZ02600001_pt-br.vtt", "pt-BR"},
        Case{"JP-ZZ0-26-00001 Final ja.vtt", "ja"}}) {
    const auto delivery = read(vtt, path);
    ASSERT_TRUE(delivery) << path << code_of(delivery);
    EXPECT_EQ(delivery->captions.isrc.to_string(), "JPZZ02600001");
    EXPECT_EQ(delivery->captions.language, language);
    EXPECT_EQ(delivery->captions.format, "vtt");
    EXPECT_EQ(delivery->captions.cues, 1);
    EXPECT_EQ(delivery->captions.bytes, vtt);
  }
  EXPECT_EQ(read(vtt, "folder/JPZZ02600001_pt-br.vtt")->captions.document,
            "JPZZ02600001_pt-br.vtt");
}

TEST(CaptionDelivery, WordsGoBeforeTheNameAndTheNameBeforeTheFile) {
  EXPECT_EQ(read(ttml, "JPZZ02600001.ttml")->captions.language, "fr");
  const auto named = read(ttml, "JPZZ02600001.en.ttml");
  EXPECT_EQ(named->captions.language, "en");
  ASSERT_EQ(named->findings.size(), 1u);
  EXPECT_EQ(named->findings[0].code, "captions_language_differs");
  const CaptionNaming naming{.isrc = "JPZZ02600002", .language = "fr-CA"};
  const auto said = read(ttml, "JPZZ02600001.en.ttml", naming);
  EXPECT_EQ(said->captions.isrc.to_string(), "JPZZ02600002");
  EXPECT_EQ(said->captions.language, "fr-CA");
  EXPECT_TRUE(said->findings.empty());
}

TEST(CaptionDelivery, WhatIsNotSaidIsNotGuessed) {
  EXPECT_EQ(code_of(read(vtt, "song.en.vtt")), "captions_recording_unnamed");
  EXPECT_EQ(code_of(read(vtt, "JPZZ02600001.vtt")), "captions_language_unnamed");
  EXPECT_EQ(code_of(read(vtt, "JPZZ02600001.v2.vtt")), "captions_language_unnamed");
  EXPECT_EQ(code_of(read("WEBVTT\n", "JPZZ02600001.en.vtt")), "captions_without_cues");
  EXPECT_EQ(code_of(read("no captions", "JPZZ02600001.en.vtt")), "captions_not_recognised");
  EXPECT_EQ(code_of(read(vtt, "a.vtt", {.isrc = "x", .language = "en"})), "isrc_malformed_word");
  EXPECT_EQ(code_of(read(vtt, "a.vtt", {.isrc = "JPZZ02600001", .language = "!"})),
            "language_tag_invalid");
}

TEST(CaptionDelivery, IsKnownByItsBytesRecordingAndLanguage) {
  const std::string known = read(vtt, "JPZZ02600001.en.vtt")->identity();
  EXPECT_EQ(read(vtt, "JPZZ02600001_en.txt")->identity(), known);
  EXPECT_NE(read(vtt, "JPZZ02600002.en.vtt")->identity(), known);
  EXPECT_NE(read(vtt, "JPZZ02600001.en-GB.vtt")->identity(), known);
  EXPECT_NE(read(std::string(vtt) + "\n", "JPZZ02600001.en.vtt")->identity(), known);
}

}  // namespace
}  // namespace umikoe::app
