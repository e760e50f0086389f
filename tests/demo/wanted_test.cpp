// Where invented artists were seen and what is known of them must be answered as planted.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/demand/latent_file.h"
#include "app/demo/wanted_story.h"
#include "stores/disk_files.h"

namespace umikoe::app {
namespace {

namespace fs = std::filesystem;
using demand::FactKind;
using demand::FactVerdict;

class DemoWanted : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "umikoe-wanted-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    for (const auto& file : demo::wanted_files()) {
      std::ofstream(folder_ / file.path, std::ios::binary) << file.bytes;
    }
  }
  void TearDown() override { fs::remove_all(folder_); }

  LatentAnswer ask(const std::string& about, const std::string& origin,
                   const std::string& model = "") {
    const auto files = stores::disk_files();
    const auto path = [&](const std::string& name) {
      return name.empty() ? "" : (folder_ / name).string();
    };
    auto answer = latent_file(*files, {.presence = path("DEMO_seen.csv"),
                                       .about = path(about),
                                       .origin = origin,
                                       .model = path(model)});
    EXPECT_TRUE(answer) << answer.error().code;
    return *std::move(answer);
  }

  fs::path folder_;
};

size_t kite(const LatentAnswer& answer) {
  const auto at =
      std::ranges::find(answer.presence.rows, "DEMO Paper Kite", &demand::Presence::Row::artist);
  return static_cast<size_t>(at - answer.presence.rows.begin());
}

double chance(const LatentAnswer& answer, const std::string& code) {
  for (const auto& each : answer.ranked[kite(answer)]) {
    if (answer.presence.territories[each.territory] == code) return each.score;
  }
  return -1;
}

FactVerdict verdict(const LatentAnswer& answer, FactKind kind) {
  return answer.facts->model.kinds[static_cast<size_t>(kind)].verdict;
}

// Of an artist seen in Japan and Taiwan alone, a tie-in speaks for Brazil and a convention for
// Mexico; genres, drawn blindly, count for nothing; what begins after the day is not used.
TEST_F(DemoWanted, FactsSpeakForWhereAnArtistShouldBeWanted) {
  const LatentAnswer without = ask("", "");
  const LatentAnswer with = ask("DEMO_facts.csv", "2026-11-20");
  EXPECT_EQ(with.facts->known.used.later, 1);
  EXPECT_EQ(verdict(with, FactKind::tie_in), FactVerdict::kept);
  EXPECT_EQ(verdict(with, FactKind::convention), FactVerdict::kept);
  EXPECT_EQ(verdict(with, FactKind::genre), FactVerdict::no_better);
  EXPECT_EQ(verdict(with, FactKind::language), FactVerdict::absent);
  EXPECT_GT(chance(with, "br"), 2 * chance(without, "br"));
  EXPECT_GT(chance(with, "mx"), 2 * chance(without, "mx"));
  const std::string text = latent_text(with, "paper kite", messages::Language::en, 20);
  EXPECT_NE(text.find("tie-in: DEMO Star Harbour, shown there"), std::string::npos) << text;
  EXPECT_NE(text.find("convention there on 2026-08-14: DEMO Paper Moon Convention"),
            std::string::npos);
  EXPECT_EQ(text.find("DEMO Winter Lighthouse"), std::string::npos);
}

TEST_F(DemoWanted, AKeptModelAnswersAlike) {
  const LatentAnswer fitted = ask("DEMO_facts.csv", "2026-11-20");
  const auto bytes = latent_model_bytes(fitted);
  ASSERT_TRUE(bytes);
  std::ofstream(folder_ / "kept.model", std::ios::binary) << *bytes;
  const LatentAnswer asked = ask("DEMO_facts.csv", "2026-11-20", "kept.model");
  ASSERT_EQ(asked.ranked.size(), fitted.ranked.size());
  EXPECT_EQ(latent_csv(asked), latent_csv(fitted));
  EXPECT_NE(latent_json(asked).find(R"("weights":"saved")"), std::string::npos);
}

// Facts of the future in any order and with any content: the same bytes.
TEST_F(DemoWanted, TheFutureChangesNothing) {
  const std::string before = latent_json(ask("DEMO_facts.csv", "2025-12-31"));
  std::ifstream in(folder_ / "DEMO_facts.csv");
  std::ofstream out(folder_ / "other.csv");
  size_t later = 0;
  for (std::string line; std::getline(in, line);) {
    const size_t day = line.find(",2026-");
    if (day != std::string::npos) {
      line = "コンベンション,DEMO Act " + std::to_string(100 + later % 50) +
             ",DEMO Elsewhere,,us,2026-0" + std::to_string(1 + later % 9) + "-0" +
             std::to_string(1 + later / 9 % 9) + ",DEMO agency";
      ++later;
    }
    out << line << "\n";
  }
  out.close();
  ASSERT_GT(later, 50U);
  const std::string after = latent_json(ask("other.csv", "2025-12-31"));
  // But for the counts of what was not used, all is the same.
  EXPECT_EQ(after.substr(after.find("\"kinds\"")), before.substr(before.find("\"kinds\"")));
}

}  // namespace
}  // namespace umikoe::app
