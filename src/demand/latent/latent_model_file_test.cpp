#include "demand/latent/latent_model_file.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace umikoe::demand {
namespace {

LatentModel small() {
  return LatentModel(presence_of({{"Umi", {"hk", "tw"}},
                                  {"Sora", {"hk", "tw"}},
                                  {"Kaze", {"hk", "sg", "tw"}},
                                  {"Ame", {"de", "at"}},
                                  {"Mori", {"de", "at"}}}));
}

FactModel some_facts() {
  FactModel facts;
  facts.weights.scale = 0.9;
  facts.weights.shared[1] = 1.25;
  facts.weights.levels = {0, 0, 0.5, 0, 0};
  facts.weights.profiles[{FactKind::genre, "city pop"}] = {0.1, 0.2, 1.0 / 3, -0.4, 0};
  facts.kinds[1] = {FactVerdict::kept, 120, 0.05, 0.01};
  return facts;
}

// The file with something else in it, and the sum that goes with that.
std::string changed(std::string text, const std::string& from, const std::string& to) {
  text.resize(text.rfind("sha256\t"));
  text.replace(text.find(from), from.size(), to);
  return text + "sha256\t" + sha256_hex(text) + "\n";
}

std::string fault(const std::string& text) {
  const auto read = read_model_file(text);
  return read ? "" : read.error().code;
}

TEST(LatentModelFile, ReadsBackAsItWas) {
  const LatentModel model = small();
  const auto read = read_model_file(model_file(model, some_facts()));
  ASSERT_TRUE(read) << read.error().code;
  EXPECT_EQ(read->model.parts(), model.parts());
  EXPECT_EQ(read->facts, some_facts());
  const auto shipped = read_model_file(model_file(LatentModel::shipped(), {}));
  ASSERT_TRUE(shipped) << shipped.error().code;
  EXPECT_EQ(shipped->model.parts(), LatentModel::shipped().parts());
}

TEST(LatentModelFile, HoldsNoArtist) {
  EXPECT_EQ(model_file(small(), some_facts()).find("Kaze"), std::string::npos);
}

TEST(LatentModelFile, WhatIsCutOffOrChangedIsRefused) {
  const std::string text = model_file(small(), some_facts());
  for (size_t size = 0; size < text.size(); size += 7) {
    EXPECT_NE(fault(text.substr(0, size)), "") << size;
  }
  for (size_t at = 0; at < text.size(); at += 11) {
    std::string other = text;
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_NE(fault(other), "") << at;
  }
}

TEST(LatentModelFile, OtherFilesAndVersionsAreNamed) {
  EXPECT_EQ(fault(""), "latent_model_unknown");
  EXPECT_EQ(fault("Artist,Countries\nUmi,jp\n"), "latent_model_unknown");
  EXPECT_EQ(fault("umikoe latent model 2\n"), "latent_model_version");
  EXPECT_EQ(fault("umikoe latent model 1\n"), "latent_model_damaged");
}

TEST(LatentModelFile, ContentsThatDoNotFitAreRefusedThoughTheSumIsRight) {
  const std::string text = model_file(small(), some_facts());
  EXPECT_EQ(fault(changed(text, "umikoe", "umikoe")), "");
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"territories\tat\tde", "territories\tde\tat"},
           {"territories\tat\t", "territories\t"},
           {"scale\t0.9", "scale\tnan"},
           {"scale\t0.9", "scale\t1e300"},
           {"levels\t0\t0", "levels\t0"},
           {"city pop\t0.1\t", "city pop\t"},
           {"set\t2\t2\t4", "set\t2\t2\t9"},
           {"set\t2\t2\t4", "set\t2\t4\t2"},
           {"kind\tgenre", "kind\thairstyle"},
           {"temperature\t", "temperature\t-"},
           {"bias\t", "weight\t"},
           {"everywhere\tshown_there", "everywhere\tnowhere"},
           {"fact\tgenre", "guess\tgenre"}}) {
    ASSERT_NE(text.find(from), std::string::npos) << from;
    EXPECT_EQ(fault(changed(text, from, to)), "latent_model_damaged") << to;
  }
}

}  // namespace
}  // namespace umikoe::demand
