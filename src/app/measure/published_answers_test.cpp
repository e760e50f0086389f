// The published answers of the literature, reproduced from the data they were published with. The
// data stay outside the repository: UMIKOE_SHARED_DATA names their folder.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "app/measure/measure_panel.h"

namespace umikoe::app {
namespace {

namespace fs = std::filesystem;

// Files of one folder, as the port wants them.
class FolderFiles : public FileSource {
 public:
  Result<std::vector<std::string>> files_at(const std::string& path) const override {
    return std::vector<std::string>{path};
  }
  Result<std::unique_ptr<FileReader>> open(const std::string& path) const override {
    auto reader = std::make_unique<Reader>();
    reader->stream.open(path, std::ios::binary);
    if (!reader->stream) return fail("no_such_file", {{"path", path}});
    return reader;
  }

 private:
  struct Reader : FileReader {
    std::ifstream stream;
    Result<size_t> read(std::span<char> buffer) override {
      stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      return static_cast<size_t>(stream.gcount());
    }
  };
};

class PublishedAnswers : public testing::Test {
 protected:
  void SetUp() override {
    const char* shared = std::getenv("UMIKOE_SHARED_DATA");
    if (!shared) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
    folder_ = fs::path(shared) / "demand";
  }

  impact::Measurement california(const std::string& method) const {
    MeasureQuestion question;
    question.panel = folder_ / "california_prop99.csv";
    question.columns = {"State", "Year", "PacksPerCapita", "treated", "", ';'};
    question.method = method;
    return measured(question);
  }

  impact::Measurement with_predictors(const std::string& name) const {
    MeasureQuestion question;
    question.panel = folder_ / (name + ".csv");
    question.predictors = folder_ / "panels" / (name + ".json");
    question.method = "sc";
    return measured(question);
  }

  static impact::Measurement measured(const MeasureQuestion& question) {
    const auto result = measure_panel(FolderFiles(), question);
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().code);
    if (!result) return {};
    for (const Error& reason : result->refused) ADD_FAILURE() << reason.code;
    EXPECT_TRUE(result->effect && result->interval);
    return *result;
  }

  static void expect_weights(const impact::NamedWeights& weights,
                             const std::map<std::string, double>& published, double tolerance) {
    std::map<std::string, double> found(weights.begin(), weights.end());
    for (const auto& [name, weight] : published) {
      EXPECT_NEAR(found[name], weight, tolerance) << name;
      found.erase(name);
    }
    for (const auto& [name, weight] : found) EXPECT_LT(weight, tolerance) << name;
  }

  fs::path folder_;
};

double within(double share, double value) { return share * std::abs(value); }

TEST_F(PublishedAnswers, Proposition99BySyntheticDifferenceInDifferences) {
  const auto one = california("sdid");
  EXPECT_NEAR(*one.effect, -15.603828, within(1e-4, 15.603828));
  std::map<std::string, double> units(one.unit_weights.begin(), one.unit_weights.end());
  EXPECT_NEAR(units["Nevada"], 0.124, 0.001);
  EXPECT_NEAR(units["New Hampshire"], 0.105, 0.001);
  EXPECT_NEAR(units["Connecticut"], 0.078, 0.001);
  expect_weights(one.time_weights, {{"1986", 0.366}, {"1987", 0.206}, {"1988", 0.427}}, 0.001);
  EXPECT_NEAR(*one.placebo_p, 1.0 / 39, 1e-9);
}

TEST_F(PublishedAnswers, Proposition99BySyntheticControl) {
  const auto one = california("sc");
  EXPECT_NEAR(*one.effect, -19.619663, within(1e-4, 19.619663));
  expect_weights(one.unit_weights,
                 {{"Utah", 0.396},
                  {"Montana", 0.232},
                  {"Nevada", 0.204},
                  {"Connecticut", 0.104},
                  {"New Hampshire", 0.045},
                  {"Colorado", 0.013}},
                 0.01);
}

TEST_F(PublishedAnswers, Proposition99ByDifferenceInDifferences) {
  EXPECT_NEAR(*california("did").effect, -27.349111, within(1e-4, 27.349111));
}

TEST_F(PublishedAnswers, Proposition99ByAStructuralSeriesSaysTheSameInKind) {
  // No published figure; the interval must lie below zero and hold the other methods' answers.
  const auto one = california("bsts");
  EXPECT_LT(one.interval->second, 0);
  EXPECT_LT(one.interval->first, -15.6);
}

TEST_F(PublishedAnswers, TheBasqueCountry) {
  const auto one = with_predictors("basque");
  EXPECT_NEAR(*one.effect, -0.6996, within(0.01, 0.6996));
  expect_weights(one.unit_weights, {{"Cataluna", 0.851}, {"Madrid (Comunidad De)", 0.149}}, 0.02);
}

TEST_F(PublishedAnswers, WestGermany) {
  const auto one = with_predictors("germany");
  EXPECT_NEAR(*one.effect, -1555.13, within(0.01, 1555.13));
  expect_weights(one.unit_weights,
                 {{"Austria", 0.415},
                  {"USA", 0.216},
                  {"Japan", 0.163},
                  {"Switzerland", 0.108},
                  {"Netherlands", 0.098}},
                 0.02);
}

TEST_F(PublishedAnswers, Texas) {
  const auto one = with_predictors("texas");
  EXPECT_NEAR(*one.effect, 20339.38, within(0.02, 20339.38));
}

}  // namespace
}  // namespace umikoe::app
